"""Which fields that hold a list are shown to editors as tick boxes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override

from services.models import Evidence
from services.models.choices import LanguagesField, language_codes


class FormatsField(forms.MultipleChoiceField):
    """Tick boxes for the formats of a document; gives a list of their values."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        for name in ("encoder", "decoder"):
            kwargs.pop(name, None)
        super().__init__(choices=Evidence.Format.choices, **kwargs)


def register() -> None:
    register_form_field_override(models.JSONField, override=_form_field)


def _form_field(field: models.JSONField) -> dict[str, Any]:
    if language_codes in field.validators:
        return {"form_class": LanguagesField}
    if field.model is Evidence and field.name == "formats":
        return {"form_class": FormatsField}
    return {}
