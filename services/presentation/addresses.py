"""Which absolute address does something of this site have?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings

if TYPE_CHECKING:
    from uuid import UUID

SURVEY = "https://foq.youreurope.europa.eu/info-service-noft/"


def absolute(path: str) -> str:
    """The address on the registered host, whatever host the request names."""
    return path if path.startswith(("http://", "https://")) else f"{settings.BASE_URL}{path}"


def identity_of(translation_key: UUID) -> str:
    """The identifier for life of a service, in all its languages."""
    return absolute(f"/id/service/{translation_key}")


def survey_in(language: str) -> str:
    """The Commission's survey for readers of information and services."""
    return f"{SURVEY}?{urlencode({'lang': language})}"
