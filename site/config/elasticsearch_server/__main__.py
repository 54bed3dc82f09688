"""What `make elasticsearch`, `make elasticsearch-stop` and `make test` do about a search server.

    python -m config.elasticsearch_server start            prints SEARCH_URL=… as its last line
    python -m config.elasticsearch_server stop             ends the server that start has started
    python -m config.elasticsearch_server run COMMAND …    lends the command a server while it runs

It runs on Python alone, before anything is installed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from config.elasticsearch_server import serving
from config.elasticsearch_server.answering import UnavailableError
from config.environment_file import obey

# Tests find their server by it. The site itself obeys SEARCH_URL, and its tests should not.
LENT = "TEST_SEARCH_URL"
ENDED = 128  # What shells add to the number of the signal that has ended a program.


def main(arguments: list[str]) -> int:
    obey(serving.ROOT / ".env")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _exit)
    match arguments:
        case ["start"]:
            return start()
        case ["stop"]:
            serving.stop()
            return 0
        case ["run", *command] if command:
            return run(command)
    print(__doc__, file=sys.stderr)
    return 2


def start() -> int:
    try:
        url = serving.find() or serving.start()
    except UnavailableError as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"SEARCH_URL={url}", flush=True)
    return 0


def run(command: list[str]) -> int:
    """Run the command to its end, with a server where one is to be had; return its status."""
    with ExitStack() as stack:
        if not os.environ.get(LENT):
            try:
                os.environ[LENT] = stack.enter_context(serving.lent())
            except UnavailableError as reason:
                print(f"Tests of Elasticsearch have no server. {reason}", file=sys.stderr)
        return _wait_for(subprocess.Popen(command))


def _wait_for(process: subprocess.Popen[bytes]) -> int:
    """Let signals end the command, not this program: it has a server to end afterwards."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # A terminal sends it to the command, too.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: process.send_signal(number))
    status = process.wait()
    return status if status >= 0 else ENDED - status


def _exit(number: int, _frame: Any) -> None:
    """Leave by an exception, so that nothing half done stays behind."""
    sys.exit(ENDED + number)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(ENDED + signal.SIGINT)
