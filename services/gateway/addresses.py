"""Which address does each of many pages have, computed from its path in the tree?

Wagtail asks a page by itself and resolves a view for each; thirty thousand of them take seconds.
The answer here is the same: a test compares them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.http import RFC3986_SUBDELIMS
from wagtail.models import Site

if TYPE_CHECKING:
    from django.http import HttpRequest

SAFE = f"{RFC3986_SUBDELIMS}/~:@"  # What Django leaves alone when it reverses an address.
PLAIN = re.compile(r"[\w/-]*", re.ASCII)  # Nothing to quote, as in most addresses.
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Root:
    """Where the pages of a language begin, in the tree and in the address."""

    url_path: str
    prefix: str


class Addresses:
    """The addresses of a site's pages, of all languages, on the registered host."""

    def __init__(self, site: Site) -> None:
        self._roots = {
            root.language_code: Root(root.root_path, absolute(_front_page(root.language_code)))
            for root in Site.get_site_root_paths()
            if root.site_id == site.pk
        }

    @property
    def languages(self) -> list[str]:
        """Those that have a front page, in the site's order."""
        return [code for code, _name in settings.LANGUAGES if code in self._roots]

    def of(self, language: str, url_path: str) -> str:
        """The absolute address of the page with this path in the tree."""
        root = self._roots[language]
        rest = url_path[len(root.url_path) :]
        return root.prefix + (rest if PLAIN.fullmatch(rest) else quote(rest, safe=SAFE))

    def pages(self, *languages: str) -> Q:
        """The pages that have an address: each below the front page of its own language."""
        chosen = [code for code in languages or self.languages if code in self._roots]
        places = [
            Q(locale__language_code=code, url_path__startswith=self._roots[code].url_path)
            for code in chosen
        ]
        return reduce(or_, places, Q(pk__in=()))


def absolute(path: str) -> str:
    """The address on the registered host, whatever host a request names."""
    return f"{settings.BASE_URL}{path}"


def addresses_for(request: HttpRequest) -> Addresses:
    return Addresses(Site.find_for_request(request))


def x_default(by_language: dict[str, str], source: str) -> str:
    """The address for readers of other languages: English where it is live, else the source."""
    first = next(iter(by_language.values()), "")
    return by_language.get(ENGLISH) or by_language.get(source) or first


def _front_page(language: str) -> str:
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))
