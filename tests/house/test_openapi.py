"""One document describes all interfaces for programs, and leaves none out."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils.translation import override
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.definitions import OPENAPI_31

from config.openapi import ADDRESS, document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.test import Client

NOT_FOR_PROGRAMS = ("admin/", "documents/")
PATHS = sorted(document()["paths"])


def views(patterns: Iterable[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Yield the paths at which a module of ours answers that knows of JSON."""
    for each in patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLPattern):
            module = vars(sys.modules[each.callback.__module__])
            yield from [f"/{path}"] if "JsonResponse" in module else []
        elif not path.startswith(NOT_FOR_PROGRAMS):
            yield from views(each.url_patterns, path)


def test_the_document_is_open_api() -> None:
    Draft202012Validator(OPENAPI_31).validate(document())


@pytest.mark.parametrize("name", sorted(document()["components"]["schemas"]))
def test_the_shapes_are_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(document()["components"]["schemas"][name])


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_path_leads_to_a_view_of_its_own(path: str, language: str) -> None:
    with override(language):
        assert resolve(path.format(language=language)).url_name != "wagtail_serve"


def test_every_view_that_answers_with_json_is_described() -> None:
    language = settings.LANGUAGE_CODE

    answering = set(views(get_resolver().url_patterns))

    described = {path.format(language=language) for path in PATHS}
    assert answering <= described
    assert described - answering == {f"/{language}/search/click/"}


def test_every_reference_leads_somewhere() -> None:
    components = document()["components"]
    known = {f"#/components/{kind}/{name}" for kind in components for name in components[kind]}

    assert set(references(document())) == known


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from [part["$ref"]] if "$ref" in part else []
        part = list(part.values())
    if isinstance(part, list):
        yield from chain.from_iterable(map(references, part))


@pytest.mark.django_db
def test_programs_get_the_document_and_may_keep_it(client: Client) -> None:
    response = client.get(ADDRESS)

    assert response.json() == document()
    assert (response["Content-Type"], "Set-Cookie" in response) == ("application/json", False)
    assert "max-age=3600" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]
    assert client.post(ADDRESS).status_code == 405
