"""What readers' pages cost: SQL queries, processor time, and bytes on the first view."""

from __future__ import annotations

import gc
import gzip
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders
from django.test import Client
from django.utils.http import urlencode

from search.evaluation.judgements import judged_queries
from services.models import ServicePage
from tests.bench.searching import QUESTIONS
from tests.bench.watch import statements, watch

if TYPE_CHECKING:
    from tests.bench.results import Results

PAGE_QUERIES = 25
SEARCH_QUERIES = 10
SEARCH_MILLISECONDS = 8
KIBIBYTES = 60
ROUNDS = 20

LINK = re.compile(r"<(?:link|script)\b[^>]*>")
FETCHED = re.compile(r'rel="(?:stylesheet|preload|icon)"|<script')
ADDRESS = re.compile(r'(?:href|src)="/static/([^"]+)"')
FONT = re.compile(r"src:url\(\./([^)]+)\)[^}]*unicode-range:([^}]+)}")
TAG = re.compile(r"<[^>]*>")


def service_pages() -> dict[str, list[str]]:
    """The addresses of all service pages there are, by language: any may be the costliest."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in ServicePage.objects.live().order_by("pk").select_related("locale"):
        found[page.locale.language_code].append(page.url)
    return dict(found)


def measure_pages(results: Results, pages: dict[str, list[str]]) -> None:
    """The costliest of these pages in every language; content types and sites are warm."""
    most, slowest = _costliest(list(chain(*pages.values())))
    results.add("service page, SQL queries", most, "queries", at_most=PAGE_QUERIES)
    results.add("service page, processor time", slowest, "ms")


def measure_search_page(results: Results) -> None:
    """Every question is another one, in a process that has answered others before."""
    client = Client(HTTP_HOST="localhost")
    for language, questions in QUESTIONS.items():
        for text in questions:
            client.get(_search(language, text))
    judged = [_search(code, each.query) for code in QUESTIONS for each in judged_queries(code)]
    gc.collect()
    gc.freeze()  # As the server does, see `config.wsgi`.
    asked = []
    with watch() as taken:
        for address in judged:
            with statements() as seen:
                client.get(address)
            asked.append(seen)
    most = max(len(seen.sql) for seen in asked)
    results.add("search page, SQL queries", most, "queries", at_most=SEARCH_QUERIES)
    writes = max(len(seen.writes) for seen in asked)
    results.add("search page, SQL writes", writes, "queries", at_most=0)
    mean = 1000 * taken.processor / len(judged)
    results.add("search page, processor time, mean", mean, "ms", at_most=SEARCH_MILLISECONDS)


def _search(language: str, text: str) -> str:
    return f"/{language}/search/?{urlencode({'q': text})}"


def measure_sizes(results: Results, pages: dict[str, list[str]]) -> None:
    """The largest first view of these pages in each language, as it goes over the wire."""
    client = Client(HTTP_HOST="localhost")
    for language, addresses in pages.items():
        largest = max(_first_view(client.get(each).content.decode()) for each in addresses)
        name = f"first view of a service page, {language}"
        results.add(name, largest / 1024, "KiB", at_most=KIBIBYTES)


def _costliest(addresses: list[str]) -> tuple[int, float]:
    """The most queries and the most milliseconds of the processor of a page."""
    client = Client(HTTP_HOST="localhost")
    queries, seconds = [], {}
    for each in addresses:
        client.get(each)
        with statements() as seen, watch() as taken:
            response = client.get(each)
        if response.status_code != 200:
            raise RuntimeError(f"{each}: {response.status_code}")
        queries.append(len(seen.sql))
        seconds[each] = taken.processor
    slowest = max(seconds, key=seconds.__getitem__)
    with watch() as taken:
        for _ in range(ROUNDS):
            client.get(slowest)
    return max(queries), 1000 * taken.processor / ROUNDS


def _first_view(html: str) -> int:
    """The bytes of the page, and of all that a browser fetches to show it."""
    files = {
        found[1]
        for tag in LINK.findall(html)
        if FETCHED.search(tag) and (found := ADDRESS.search(tag))
    }
    text = TAG.sub("", html)
    for name in [name for name in files if name.endswith("fonts.css")]:
        files |= _fonts(name, text)
    return len(gzip.compress(html.encode())) + sum(map(_size, files))


def _fonts(style_sheet: str, text: str) -> set[str]:
    """The fonts that a browser needs for this text."""
    folder = Path(style_sheet).parent
    rules = FONT.findall(_bytes(style_sheet).decode())
    letters = {ord(letter) for letter in text}
    return {
        str(folder / name)
        for name, ranges in rules
        if any(_is_in(letter, ranges) for letter in letters)
    }


def _is_in(letter: int, ranges: str) -> bool:
    for each in ranges.replace("U+", "").split(","):
        first, _, last = each.strip().partition("-")
        if int(first, 16) <= letter <= int(last or first, 16):
            return True
    return False


def _size(name: str) -> int:
    """As sent: fonts are compressed already, all else is by gzip."""
    content = _bytes(name)
    return len(content if name.endswith(".woff2") else gzip.compress(content))


def _bytes(name: str) -> bytes:
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(name)
    return Path(str(found)).read_bytes()
