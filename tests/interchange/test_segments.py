"""Are the bulk-written rows of wagtail-localize those that it writes itself, one by one?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)

from services.interchange.importing import import_file
from services.models import AssistancePage, PolicyCode
from tests.interchange.example_lines import HEADER, complete, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests import factories

pytestmark = pytest.mark.django_db

CHANNEL: dict[str, Any] = {
    "id": "2f1e2f5e-0d53-4f0a-9d39-555555555555",
    "kind": "online",
    "url": "https://loket.example/",
    "words": {"nl": {"label": "Loket & co"}, "en": {"label": "Desk & co"}},
}
LINK = '<p>{0}: <a href="https://wet.example/">{1}</a>.</p><ul><li>{0}</li><li>{0}</li></ul>'


@pytest.fixture
def imported(tree: factories.SiteTree, tmp_path: Path) -> Any:
    """A page with links, repeated sentences, a row with an address, and characters to escape."""
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    texts = {"nl": words("Loket", LINK.format("Zie <b>nu</b>", "de wet"))}
    texts["en"] = words("Desk", LINK.format("See <b>now</b>", "the law"))
    path = tmp_path / "services.jsonl"
    lines = [HEADER, *complete(words=texts, channels=[CHANNEL])]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    report = import_file(path)
    assert report.faults == []
    return AssistancePage.objects.get(locale__language_code="nl")


def segments(page: Any) -> dict[str, list[Any]]:
    place = ("order", "context__path", "context__path_id", "context__field_path")
    values = {
        StringSegment: ("string__data", "string__data_hash", "string__locale_id", "attrs"),
        TemplateSegment: ("template__uuid", "template__template", "template__string_count"),
        OverridableSegment: ("data_json",),
    }
    return {
        model.__name__: sorted(
            model.objects.filter(source__object_id=page.translation_key).values_list(*place, *names)
        )
        for model, names in values.items()
    }


def source(page: Any) -> dict[str, Any]:
    names = ("object_repr", "schema_version", "specific_content_type", "locale", "content_json")
    row = TranslationSource.objects.filter(object_id=page.translation_key).values(*names).get()
    return {**row, "content_json": json.loads(row["content_json"])}


def extract_by_stock(page: Any) -> None:
    TranslationSource.objects.all().delete()
    StringTranslation.objects.all().delete()
    TranslationContext.objects.all().delete()
    TranslatableObject.objects.all().delete()
    String.objects.all().delete()
    Template.objects.all().delete()
    TranslationSource.get_or_create_from_instance(page)


def test_segments_equal_those_of_stock(imported: Any) -> None:
    ours = segments(imported)

    extract_by_stock(imported)

    assert segments(imported) == ours
    assert all(ours.values())


def test_source_equals_that_of_stock(imported: Any) -> None:
    ours = source(imported)

    extract_by_stock(imported)

    assert source(imported) == ours
