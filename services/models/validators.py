"""Which values of facts are accepted."""

from __future__ import annotations

from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _

safe_url = URLValidator(
    schemes=["http", "https"],
    message=_("Give an address that starts with https:// or http://."),
)

one_value = RegexValidator(
    r"[;\r\n]",
    inverse_match=True,
    message=_("Write it in one line without “;”, which parts one value from the next."),
)
