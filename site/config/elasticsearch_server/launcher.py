"""What is started for a search server, with which settings, and as which user?

The server refuses to run as root, who therefore lends it a user without rights.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ACCOUNT = "portolan-elasticsearch"
SETTINGS = """\
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
transport.port: 0
node.portsfile: true
path.data: {folder}/data
path.logs: {folder}/logs
cluster.routing.allocation.disk.threshold_enabled: false
xpack.security.enabled: false
"""
# The launcher lives as long as the server, and does nothing but start it.
LAUNCHER_OPTIONS = ("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
JVM_OPTIONS = """\
-Xms512m
-Xmx1g
-XX:+UseSerialGC
-XX:+ExitOnOutOfMemoryError
-Djava.io.tmpdir=${ES_TMPDIR}
"""


def spawn(folder: Path, java: Path, port: int) -> int:
    """Start the launcher of the server in this folder, on a port or 0 for any; return its number.

    It gets a session of its own: Ctrl-C is for whom it was pressed at.
    """
    home = folder / "home"
    _configure(folder, port)
    account = _account()
    if account:
        _hand_over(folder, account)
    with (folder / "console.log").open("ab") as log:
        return subprocess.Popen(
            _command(home, java),
            cwd=home,
            env={
                "ES_JAVA_HOME": str(java),
                "ES_JAVA_OPTS": os.environ.get("ES_JAVA_OPTS", ""),
                "ES_TMPDIR": str(folder / "tmp"),
                "PATH": os.defpath,
            },
            user=account and account.pw_uid,
            group=account and account.pw_gid,
            extra_groups=[] if account else None,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        ).pid


def _configure(folder: Path, port: int) -> None:
    config = folder / "home" / "config"
    (config / "elasticsearch.yml").write_text(SETTINGS.format(port=port, folder=folder))
    (config / "jvm.options").write_text(JVM_OPTIONS)


def _command(home: Path, java: Path) -> list[str]:
    """The archive lacks the script that Elastic's own have; this is what it runs."""
    properties = {
        "cli.name": "server",
        "cli.script": "./bin/elasticsearch",
        "cli.libs": "lib/tools/server-cli",
        "es.path.home": str(home),
        "es.path.conf": str(home / "config"),
        "es.distribution.type": "tar",
        "es.java.type": "undefined",
    }
    return [
        str(java / "bin" / "java"),
        *LAUNCHER_OPTIONS,
        *(f"-D{name}={value}" for name, value in properties.items()),
        "-cp",
        f"{home}/lib/*:{home}/lib/cli-launcher/*",
        "org.elasticsearch.launcher.CliToolLauncher",
    ]


def _account() -> pwd.struct_passwd | None:
    """Return the user that root lends to the server, made where it does not exist yet."""
    if os.geteuid() != 0:
        return None
    with suppress(KeyError):
        return pwd.getpwnam(ACCOUNT)
    options = ("--system", "--no-create-home", "--shell=/usr/sbin/nologin")
    subprocess.run(["useradd", *options, ACCOUNT], check=True)
    return pwd.getpwnam(ACCOUNT)


def _hand_over(folder: Path, account: pwd.struct_passwd) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
