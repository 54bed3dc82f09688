"""Finds the objects that lines name: by translation key in the source's language, or by code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F
from wagtail.models import Locale

from services.interchange.codec import UnknownReferenceError
from services.models import PolicyCode, Territory
from services.models.publication import PublishedContent

if TYPE_CHECKING:
    from django.db import models


class References:
    """Looks each identifier up once and remembers what it found."""

    def __init__(self, country: str) -> None:
        self._country = country
        self._found: dict[tuple[type, str], Any] = {}
        self._locales: dict[str, Locale] = {}

    def locale(self, code: str) -> Locale:
        """The language, which is made where the site did not have it."""
        if code in self._locales:
            return self._locales[code]
        locale, is_new = Locale.objects.get_or_create(language_code=code)
        if not is_new:  # A new one goes again if the line that brought it is refused.
            self._locales[code] = locale
        return locale

    def get(self, model: type[models.Model], identifier: str, field: str) -> Any:
        """The object that the identifier names; raises UnknownReferenceError."""
        key = (model, identifier)
        if key not in self._found:
            found = self._look_up(model, identifier)
            if found is None:
                raise UnknownReferenceError(field, identifier)
            self._found[key] = found
        return self._found[key]

    def _look_up(self, model: type[models.Model], identifier: str) -> Any:
        if model is PolicyCode:
            return PolicyCode.objects.filter(identifier=identifier).first()
        if model is Territory:
            found = Territory.objects.filter(code=identifier)
            return found.filter(country=self._country).first() or found.first()
        rows: Any = model._default_manager.filter(translation_key=identifier)
        if issubclass(model, PublishedContent):
            return rows.filter(locale_id=F("source_locale_id")).first()
        return next((page for page in rows.specific() if page.is_source), None)
