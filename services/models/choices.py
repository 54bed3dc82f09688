"""Which languages a person or a service may be dealt with in, and how editors choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel import Locale as BabelLocale
from babel.core import UnknownLocaleError
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

OFFICIAL_LANGUAGES = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip

ISO_639_1_LENGTH = 2


def language_codes(value: Any) -> None:
    """Refuse what is not a list of ISO 639-1 codes that CLDR knows."""
    if not isinstance(value, list):
        raise ValidationError(_("Give a list of language codes."))
    for code in value:
        if not _is_language(code):
            raise ValidationError(_("“%(code)s” is not a language code."), params={"code": code})


def language_choices(codes: Iterable[str] = OFFICIAL_LANGUAGES) -> list[tuple[str, str]]:
    """The languages, each in its own words, as choices for a form."""
    return [(code, BabelLocale(code).get_display_name(code) or code) for code in codes]


class LanguagesField(forms.MultipleChoiceField):
    """Tick boxes for the official languages; gives a list of codes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        for name in ("encoder", "decoder"):
            kwargs.pop(name, None)
        super().__init__(choices=language_choices, **kwargs)


def _is_language(code: Any) -> bool:
    if not isinstance(code, str) or len(code) != ISO_639_1_LENGTH:
        return False
    try:
        BabelLocale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True
