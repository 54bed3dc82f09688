"""How a country is written: Greece has two codes, and each receiver wants its own."""

from __future__ import annotations

from django.conf import settings

# The list of values for the tag DC.ISO3166 is ISO 3166-1; EL is the law's code for Greece.
IN_META_TAGS = {"EL": "GR"}


def country_in_meta_tags(country: str = "") -> str:
    """The country (by default the site's) as the Commission's crawler expects it."""
    code = (country or settings.SITE_COUNTRY).upper()
    return IN_META_TAGS.get(code, code)
