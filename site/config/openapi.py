"""Which interfaces for programs does this site have, in one document of OpenAPI 3.1?

Every app describes its own (`openapi.py`); this puts them together. The document says what is
answered, and is checked against the answers themselves by tests.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from search import openapi as search
from search.openapi_schemas import COUNT, members, ref

SECONDS_OF_DOCUMENT = 3600
ADDRESS = "/api/v1/openapi.json"


@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    """Tell programs what they can ask."""
    response = JsonResponse(document())
    patch_cache_control(response, public=True, max_age=SECONDS_OF_DOCUMENT)
    return response


def document() -> dict[str, Any]:
    """Return the description of all interfaces that answer with JSON, or hear programs."""
    components = search.components(code for code, _ in settings.LANGUAGES)
    components["schemas"] |= {"Health": _health(), "Unhealthy": _unhealthy()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.WAGTAIL_SITE_NAME,
            "version": "1",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "paths": {**search.paths(), **_paths()},
        "components": components,
    }


def _paths() -> dict[str, Any]:
    return {
        "/health/": {
            "get": {
                "operationId": "health",
                "summary": "Tell load balancers and watchers whether pages can be served.",
                "responses": {
                    "200": _answer("Pages are served.", ref("schemas", "Health")),
                    "405": ref("responses", "WrongMethod"),
                    "503": _answer("The database is away.", ref("schemas", "Unhealthy")),
                },
            }
        },
        ADDRESS: {
            "get": {
                "operationId": "openapi",
                "summary": "This document.",
                "responses": {
                    "200": _answer("The document.", {"type": "object"}),
                    "405": ref("responses", "WrongMethod"),
                },
            }
        },
    }


def _health() -> dict[str, Any]:
    return members(
        status={"const": "ok"},
        database={"const": "ok"},
        search={"enum": ["ok", "standby", "no index"]},
        tasks=members(oldest_waits_seconds=COUNT, given_up=COUNT, workers=COUNT),
    )


def _unhealthy() -> dict[str, Any]:
    return members(status={"const": "unavailable"}, database={"const": "away"})


def _answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}
