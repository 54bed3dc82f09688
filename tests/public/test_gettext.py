"""Does every text that no editor wrote go through gettext?

Each message is given in «»; what stands outside must be content, a number or a format of CLDR.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test import RequestFactory
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import trans_real
from wagtail.models import Page, TranslatableMixin

from config.faults import failed
from search.engines.embedded import embedded_engine
from services.models import DeletedService
from tests import factories
from tests.public import example_site
from tests.search.documents import build, document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

LISTS = ("a-z/", "topics/", "life-events/", "gateway/", "search/", "no-such-page/")
FORMATS_AND_NAMES = {
    "days",
    "weeks",
    "day",
    "week",
    "English",
    "Dutch",
    "November",
    "Portolan",
    "eIDAS",
}
MESSAGE = re.compile(r"«[^«»]*»")


class Marked(trans_real.DjangoTranslation):
    """A catalogue that gives each message back, marked."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"

    def pgettext(self, context: str, message: str) -> str:
        return f"«{message}»"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


def content() -> str:
    """Every text that stands in the database."""
    kinds = [model for model in apps.get_models() if issubclass(model, TranslatableMixin)]
    texts = [name for _code, name in settings.LANGUAGES]
    for model in kinds:
        fields = [
            field.name
            for field in model._meta.get_fields()
            if isinstance(field, models.CharField | models.TextField)
        ]
        for row in model._base_manager.values_list(*fields):
            texts += [" ".join(strip_tags(text).split()) for text in row if isinstance(text, str)]
    return "\n".join(texts)


def texts_of(html: bytes) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=True):
        if not isinstance(text, Comment | Doctype):
            yield " ".join(text.split())
    for name in ("aria-label", "alt", "title", "placeholder"):
        yield from (" ".join(tag[name].split()) for tag in soup.select(f"[{name}]"))


def outside(text: str) -> str:
    """What is left of a text without its messages, which may stand in each other."""
    while text != (shorter := MESSAGE.sub(" ", text)):
        text = shorter
    return text


def strange_words(html: bytes, known: str) -> set[str]:
    left = [outside(text) for text in texts_of(html) if text not in known]
    words = {word for text in left for word in re.findall(r"[^\W\d_]{2,}", text)}
    return {word for word in words if word not in FORMATS_AND_NAMES and word not in known}


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trans_real._translations, "en", Marked("en"))


@pytest.mark.usefixtures("marked")
def test_every_text_is_a_message_or_content(client: Client) -> None:
    pages = example_site.build()
    untranslated = pages["dutch_only"].translation_key
    addresses = [f"/en/{path}" for path in (*LISTS, f"untranslated/{untranslated}/")]
    addresses += [page.get_url() for page in Page.objects.filter(locale__language_code="en")]
    known = content()

    found = {
        address: words
        for address in addresses
        if (words := strange_words(client.get(address).content, known))
    }

    assert found == {}


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    "query",
    ["q=permit", "q=permit&kind=procedure&audience=citizens&page=2", "q=xyzzyq&kind=topic", "q=."],
)
def test_every_text_of_the_search_is_a_message_or_found(
    client: Client, settings: Settings, tmp_path: Path, query: str
) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path
    factories.site_tree()
    permits = [document(each, language="en", title=f"Permit {each}") for each in range(25)]
    build(embedded_engine(), permits, "en")

    response = client.get(f"/en/search/?{query}")

    assert strange_words(response.content, f"{content()} Permit permit xyzzyq") == set()


@pytest.mark.usefixtures("marked")
def test_every_text_about_a_deleted_service_is_a_message(client: Client) -> None:
    factories.site_tree()
    gone = DeletedService.objects.create(translation_key=uuid4())

    response = client.get(f"/id/service/{gone.translation_key}", headers={"Accept-Language": "en"})

    assert response.status_code == 410
    assert strange_words(response.content, content()) == set()


@pytest.mark.usefixtures("marked")
def test_every_text_about_a_fault_of_ours_is_a_message() -> None:
    with translation.override("en"):
        response = failed(RequestFactory().get("/en/"))

    assert strange_words(response.content, "") == set()
