"""Does every message of an import name the field, the language of its words, and speak English?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.utils.translation import override

from services.interchange.importing import import_file
from services.models import PolicyCode
from tests.interchange.example_lines import AUTHORITY, HEADER, SERVICE, complete, service, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def faults(tree: factories.SiteTree, tmp_path: Path) -> Any:
    """Import the lines as somebody whose machine speaks Dutch, and give back what is wrong."""
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    path = tmp_path / "services.jsonl"

    def import_lines(*lines: dict[str, Any]) -> list[tuple[str, str]]:
        path.write_text("".join(f"{json.dumps(line)}\n" for line in (HEADER, *lines)))
        with override("nl"):
            return [(fault.field, fault.message) for fault in import_file(path).faults]

    return import_lines


def changed(code: str, **text: str) -> dict[str, Any]:
    texts = service()["words"]
    return {**texts, code: {**texts[code], **text}}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"start_url": "ftp://x"}, "start_url", "https://"),
        ({"words": changed("en", title="")}, "words.en.title", "cannot be blank"),
        ({"words": changed("en", purpose="<p>1</p><p>2</p>")}, "words.en.purpose", "2 parts"),
    ],
)
def test_message_names_the_field_and_the_language(
    faults: Any, changes: dict[str, Any], field: str, message: str
) -> None:
    [(found, text)] = faults(*complete(**changes))

    assert found == field
    assert message in text


def test_gate_names_the_field_and_the_language(faults: Any) -> None:
    unlawful = {code: {**text, "purpose": ""} for code, text in service()["words"].items()}

    [(field, message)] = faults(*complete(words=unlawful))

    assert field == "words.nl.purpose"
    assert "Article 11" in message


def test_label_of_a_row_is_named_by_its_place_and_language(faults: Any) -> None:
    fee = {**service()["fees"][0], "words": {"nl": {"label": "Iedereen"}, "en": {"label": ""}}}

    [(field, _message)] = faults(*complete(fees=[fee]))

    assert field == "fees.0.words.en.label"


def test_identifier_of_another_kind_of_page_is_named(faults: Any) -> None:
    faults(*complete())
    titles = {code: {"title": "Topic", "slug": "topic"} for code in ("nl", "en")}

    found = faults({"type": "topic", "id": SERVICE, "source": "nl", "words": titles})

    assert found == [("id", "is the identifier of another object")]


def test_identifier_of_another_pages_row_is_named(faults: Any) -> None:
    texts = {code: words(f"{code}-2", "<p>x</p>") for code in ("nl", "en")}
    other = {**service(words=texts), "id": AUTHORITY.replace("2222", "9999")}

    found = faults(*complete(), other)

    assert found == [("fees.0.id", "is the identifier of another object")]
