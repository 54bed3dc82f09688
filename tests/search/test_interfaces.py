"""Whatever programs send, they are answered as the description of the interfaces says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import given
from hypothesis import strategies as st
from schemathesis import GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from config.openapi import ADDRESS
from search.engines.chosen import search_state
from tests.search.documents import build, document
from tests.search.hostile import limited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from search.engines import Engine

pytestmark = pytest.mark.django_db

KEPT = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
UNPACKED = {"Accept-Encoding": "identity"}  # The client in the process unpacks nothing.
OPERATIONS = ("search", "suggest", "noteClick")


@pytest.fixture(name="without_index")
def _without_index(settings: Any, tmp_path: Path, tree: Any) -> Any:
    """The site behind the description that it gives."""
    settings.VAR_DIR = tmp_path
    return openapi.from_wsgi(ADDRESS, get_wsgi_application(), headers=UNPACKED)


@pytest.fixture
def api(without_index: Any, each_engine: Engine, embedded_engine: Engine) -> Any:
    """The site with an index in its three languages."""
    for engine in {each_engine.name: each_engine, "embedded": embedded_engine}.values():
        build(engine, pages())
    return without_index


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Requests run within the test's transaction, as those of Django's own test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def pages() -> Iterable[Any]:
    titles = {"nl": "Verhuizing doorgeven", "en": "Report a move", "de": "Umzug melden"}
    return [
        document(10 * place + number, language=language, title=f"{title} {number}")
        for place, (language, title) in enumerate(titles.items())
        for number in range(9)
    ]


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", OPERATIONS)
@limited(25)
@given(data=st.data())
def test_any_parameters_are_answered_as_described(
    api: Any, operation: str, mode: GenerationMode, data: st.DataObject
) -> None:
    described = api.find_operation_by_id(operation)
    case = data.draw(described.as_strategy(generation_mode=mode))
    case.path_parameters = {"language": data.draw(st.sampled_from(["nl", "en", "de"]))}

    case.call_and_validate(headers=UNPACKED, checks=KEPT)
    assert search_state() == "ok"


@pytest.mark.parametrize("operation", ["health", "openapi"])
def test_what_takes_no_parameters_answers_as_described(api: Any, operation: str) -> None:
    case = api.find_operation_by_id(operation).Case()

    case.call_and_validate(headers=UNPACKED, checks=KEPT)


@pytest.mark.parametrize("operation", ["search", "suggest"])
def test_too_many_parameters_are_refused_as_described(
    settings: Any, without_index: Any, operation: str
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
    many = {f"name{number}": "value" for number in range(101)}
    described = without_index.find_operation_by_id(operation)
    case = described.Case(path_parameters={"language": "nl"}, query=many)

    response = case.call_and_validate(headers=UNPACKED, checks=KEPT)

    assert response.status_code == 400


@pytest.mark.parametrize("kind", ["json", "html", "atom"])
@pytest.mark.parametrize("operation", ["search", "suggest"])
def test_an_index_that_is_not_there_is_told_as_described(
    without_index: Any, operation: str, kind: str
) -> None:
    asked = {"q": "verhuizing", "format": kind}
    described = without_index.find_operation_by_id(operation)
    case = described.Case(path_parameters={"language": "nl"}, query=asked)

    response = case.call_and_validate(headers=UNPACKED, checks=KEPT[1:])

    assert response.status_code == 503
