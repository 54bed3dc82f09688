"""How does the official image run, where a Docker engine answers?"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

from config.elasticsearch_server.answering import (
    SECONDS_TO_START,
    UnavailableError,
    wait_until_answers,
)

IMAGE = "elasticsearch:8.19.13"
SETTINGS = {
    "discovery.type": "single-node",
    "xpack.security.enabled": "false",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
    "ingest.geoip.downloader.enabled": "false",
    "ES_JAVA_OPTS": "-Xms512m -Xmx1g",
}


@dataclass(frozen=True, slots=True)
class ServerContainer:
    """A server in a container; what it stores goes with it."""

    url: str
    container: str

    def is_running(self) -> bool:
        with suppress(UnavailableError):
            return _docker("inspect", "--format={{.State.Running}}", self.container) == "true"
        return False

    def stop(self) -> None:
        with suppress(UnavailableError):  # It may have ended by itself.
            _docker("rm", "--force", "--volumes", self.container)


def engine_answers() -> bool:
    try:
        return bool(_docker("version", "--format={{.Server.Version}}", seconds=10))
    except UnavailableError:
        return False


def start() -> ServerContainer:
    """Start a container on a free port of this machine; it may be stopped once it answers."""
    print(f"Starting a container of {IMAGE} …", file=sys.stderr)
    settings = [f"--env={name}={value}" for name, value in SETTINGS.items()]
    container = _docker("run", "--detach", "--publish=127.0.0.1::9200", *settings, IMAGE)
    server = ServerContainer("", container)
    try:
        server = ServerContainer(f"http://{_docker('port', container, '9200/tcp')}", container)
        wait_until_answers(server.url, is_running=server.is_running, seconds=SECONDS_TO_START)
    except BaseException:
        server.stop()
        raise
    return server


def _docker(*arguments: str, seconds: float | None = None) -> str:
    try:
        return subprocess.run(
            ["docker", *arguments], capture_output=True, text=True, check=True, timeout=seconds
        ).stdout.strip()
    except FileNotFoundError:
        raise UnavailableError("Docker is missing.") from None
    except subprocess.TimeoutExpired:
        raise UnavailableError("The Docker engine does not answer.") from None
    except subprocess.CalledProcessError as error:
        raise UnavailableError(f"Docker refused: {error.stderr.strip()}") from None
