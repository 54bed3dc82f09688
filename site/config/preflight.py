"""What must be so before `make run` can begin: a free port, and a Python that can make venvs.

It runs on the system's own Python, before anything is installed. The port is the one of the
environment, or else of the file `.env`.
"""

from __future__ import annotations

import errno
import importlib.util
import os
import socket
import sys
from pathlib import Path

from config.environment_file import obey

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    obey(ROOT / ".env")
    problem = port_problem() or python_problem()
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


def port_problem() -> str | None:
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:  # noqa: PLR2004 # TCP's range.
        return f"PORT={port} is not a port: choose a number from 1 to 65535."
    try:
        _listen(host, int(port))
    except OSError as error:
        return _explain(error, host, int(port))
    return None


def python_problem() -> str | None:
    if sys.version_info < OLDEST:
        return f"Python 3.11 or later is needed, this is {sys.version.split()[0]}."
    if importlib.util.find_spec("ensurepip") is None:
        return "A system package is missing. Install it: apt-get install python3-venv"
    return None


def _listen(host: str, port: int) -> None:
    """Do as the server will, and stop at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1)


def _explain(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is busy. End the program that uses it, "
            f"or choose another port: make run PORT={port + 1 if port < 65535 else 8000}"  # noqa: PLR2004
        )
    return f"The server cannot listen on {host}, port {port}: {error.strerror}."


if __name__ == "__main__":
    sys.exit(main())
