"""`compose.yaml` starts what the site is tested with, for this machine alone."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from config.elasticsearch_server import container
from tests.processes import ROOT


@pytest.fixture
def services() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def test_search_server_is_the_one_that_tests_use(services: dict[str, Any]) -> None:
    assert services["elasticsearch"]["image"] == container.IMAGE
    assert services["elasticsearch"]["environment"] == container.SETTINGS


def test_database_is_of_the_oldest_version_that_is_supported(services: dict[str, Any]) -> None:
    assert services["postgresql"]["image"] == "postgres:15"


@pytest.mark.parametrize("name", ["elasticsearch", "postgresql"])
def test_service_answers_this_machine_only(services: dict[str, Any], name: str) -> None:
    (port,) = services[name]["ports"]

    assert port.startswith("127.0.0.1:")


@pytest.mark.parametrize("name", ["elasticsearch", "postgresql"])
def test_service_says_when_it_is_healthy(services: dict[str, Any], name: str) -> None:
    assert services[name]["healthcheck"]["test"][0] == "CMD"
