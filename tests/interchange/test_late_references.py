"""What becomes of lines that name what comes later in the file, when it comes and when not?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from services.interchange.importing import import_file
from services.models import AssistancePage, AuthorityPage, PolicyCode
from tests.interchange.example_lines import (
    AUTHORITY_PAGE,
    HEADER,
    SERVICE,
    authority,
    authority_page,
    complete,
    service,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests import factories

pytestmark = pytest.mark.django_db

LATER = "2f1e2f5e-0d53-4f0a-9d39-777777777777"
LAST = "2f1e2f5e-0d53-4f0a-9d39-888888888888"


@pytest.fixture
def load(tree: factories.SiteTree, tmp_path: Path) -> Any:
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    path = tmp_path / "services.jsonl"

    def import_lines(*lines: dict[str, Any], **options: Any) -> Any:
        path.write_text("".join(f"{json.dumps(line)}\n" for line in (HEADER, *lines)))
        return import_file(path, **options)

    return import_lines


def another(identifier: str = LATER, *, lawful: bool = True, **changes: Any) -> dict[str, Any]:
    """One more service; without its purpose, which the law asks for, the gate refuses it."""
    texts = {code: words(f"{code}-{identifier[-1]}", "<p>x</p>") for code in ("nl", "en")}
    for text in texts.values():
        text["fees_not_applicable"] = "x"
        text["purpose"] = text["purpose"] if lawful else ""
    return {**service(fees=[], words=texts), "id": identifier, **changes}


def renamed(title: str, **changes: Any) -> dict[str, Any]:
    texts = service()["words"]
    return service(words={**texts, "nl": {**texts["nl"], "title": title}}, **changes)


def dutch(key: str = SERVICE) -> Any:
    return AssistancePage.objects.get(translation_key=key, locale__language_code="nl")


def test_changed_line_that_names_what_is_refused_leaves_everything_as_it_was(load: Any) -> None:
    load(*complete())
    before = dutch().latest_revision_id
    lines = (renamed("Balie", related_pages=[LATER]), another(lawful=False))

    report = load(*complete()[:2], *lines)

    assert (dutch().title, dutch().latest_revision_id) == ("Loket", before)
    places = [(fault.line, fault.field) for fault in report.faults]
    assert places == [(5, "words.nl.purpose"), (4, "related_pages")]
    assert (report.counts["unchanged"], report.counts["rejected"]) == (2, 2)


def test_changed_line_that_names_what_arrives_is_written_once(load: Any) -> None:
    load(*complete())
    before = dutch().revisions.count()

    report = load(*complete()[:2], renamed("Balie", related_pages=[LATER]), another())

    assert dutch().related_pages.get().related.translation_key == dutch(LATER).translation_key
    assert (dutch().title, dutch().revisions.count()) == ("Balie", before + 1)
    assert (report.counts["created"], report.counts["changed"]) == (1, 1)


def test_new_lines_that_name_what_is_refused_are_refused_in_turn(load: Any) -> None:
    first, last = service(related_pages=[LATER]), another(LAST, related_pages=[SERVICE])

    report = load(*complete()[:2], first, another(lawful=False), last)

    assert not AssistancePage.objects.exists()
    assert [fault.line for fault in report.faults] == [5, 4, 6]
    assert (report.counts["created"], report.counts["rejected"]) == (2, 3)


def test_page_that_names_what_is_refused_takes_along_what_is_new_below_it(load: Any) -> None:
    link = f'<p><a linktype="page" page="{LATER}">x</a></p>'
    page = authority_page()
    page["words"]["nl"]["introduction"] = page["words"]["en"]["introduction"] = link

    report = load(authority(), page, service(), another(lawful=False))

    assert not AuthorityPage.objects.exists()
    assert (report.counts["created"], report.counts["rejected"]) == (1, 3)
    assert report.faults[1].field == "words.nl.introduction"


def test_page_that_gains_a_language_may_name_what_is_new_below_it(load: Any) -> None:
    link = f'<p><a linktype="page" page="{SERVICE}">x</a></p>'
    page = authority_page()
    english = page["words"].pop("en")
    load(authority(), page)
    page["words"] = {"nl": page["words"]["nl"], "en": english}
    page["words"]["nl"]["introduction"] = page["words"]["en"]["introduction"] = link

    report = load(authority(), page, service())

    found = AuthorityPage.objects.get(translation_key=AUTHORITY_PAGE, locale__language_code="nl")
    assert (report.faults, report.counts["changed"], report.counts["created"]) == ([], 1, 1)
    assert f'id="{dutch().pk}"' in found.introduction


def test_interrupted_import_is_completed_by_the_next(load: Any) -> None:
    lines = (*complete()[:2], service(related_pages=[LATER]), another())

    def interrupt(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(*lines, progress=interrupt)

    report = load(*lines)

    assert dutch().related_pages.count() == 1
    assert (report.counts["changed"], report.counts["unchanged"]) == (1, 3)
    assert load(*lines).counts["unchanged"] == 4
