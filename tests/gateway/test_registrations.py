"""Do dates of registration travel with the services, and does a file leave later edits alone?"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from services.gateway import registrations
from services.gateway.models import Registration
from services.interchange.exporting import export_lines
from services.interchange.faults import LineRefusedError
from services.interchange.importing import import_file
from services.interchange.lines import canonical, header
from services.models import ImportRecord
from tests import factories
from tests.gateway import pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    return pages.published(laid_authority, pages.information("D3"))


def line(page: Any, **days: str) -> dict[str, Any]:
    return registrations.line_of(page.translation_key, days)


def days() -> dict[str, str]:
    rows = Registration.objects.select_related("locale")
    return {row.locale.language_code: row.registered_on.isoformat() for row in rows}


def test_export_gives_one_line_a_page(service: Any) -> None:
    registrations.load(line(service, nl="2026-01-01", en="2026-02-01"))

    assert list(registrations.export()) == [line(service, nl="2026-01-01", en="2026-02-01")]


def test_page_that_is_not_live_is_not_exported(service: Any) -> None:
    registrations.load(line(service, nl="2026-01-01"))
    service.unpublish()

    assert not list(registrations.export())


def test_page_below_a_draft_is_not_exported(service: Any, authority: Any) -> None:
    registrations.load(line(service, nl="2026-01-01"))
    type(authority).objects.filter(pk=authority.pk).update(live=False)

    assert not list(registrations.export())


@pytest.mark.parametrize(
    ("languages", "exported"),
    [
        ([], {"nl": "2026-01-01", "en": "2026-02-01", "de": "2026-03-01"}),
        (["en"], {"nl": "2026-01-01", "en": "2026-02-01"}),
        (["nl"], {"nl": "2026-01-01"}),
    ],
)
def test_only_the_wanted_language_is_exported_beside_the_source(
    service: Any, languages: list[str], exported: dict[str, str]
) -> None:
    registrations.load(line(service, nl="2026-01-01", en="2026-02-01", de="2026-03-01"))

    lines = [text for text in export_lines(languages) if '"type":"registration"' in text]

    assert [json.loads(text)["registered_on"] for text in lines] == [exported]


def test_page_registered_in_no_wanted_language_has_no_line(service: Any) -> None:
    registrations.load(line(service, de="2026-03-01"))

    assert not list(registrations.export(["en"]))


def test_exported_lines_are_imported_again(service: Any, tmp_path: Path) -> None:
    registrations.load(line(service, nl="2026-01-01"))
    path = tmp_path / "registrations.jsonl"
    exported = [text for text in export_lines() if '"type":"registration"' in text]
    path.write_text("\n".join([canonical(header()), *exported]), encoding="utf-8")
    Registration.objects.all().delete()
    ImportRecord.objects.all().delete()

    report = import_file(path)

    assert str(report) == "rows=1 created=1 changed=0 unchanged=0 rejected=0"
    assert days() == {"nl": "2026-01-01"}


@pytest.mark.parametrize(
    ("second", "outcome", "expected"),
    [
        ({"nl": "2026-01-01"}, "unchanged", {"nl": "2026-01-01"}),
        ({"nl": "2026-01-02"}, "changed", {"nl": "2026-01-02"}),
        ({"de": "2026-01-02"}, "changed", {"nl": "2026-01-01", "de": "2026-01-02"}),
    ],
)
def test_second_line_counts_as_what_it_does(
    service: Any, second: dict[str, str], outcome: str, expected: dict[str, str]
) -> None:
    registrations.load(line(service, nl="2026-01-01"))

    assert registrations.load(line(service, **second)) == outcome
    assert days() == expected


def test_same_line_does_not_undo_what_an_administrator_changed(service: Any) -> None:
    registrations.load(line(service, nl="2026-01-01"))
    Registration.objects.update(registered_on=date(2026, 5, 5))

    assert registrations.load(line(service, nl="2026-01-01")) == "unchanged"
    assert days() == {"nl": "2026-05-05"}


def test_same_line_overwrites_what_an_administrator_changed_if_asked(
    service: Any, tmp_path: Path
) -> None:
    path = tmp_path / "registrations.jsonl"
    again = line(service, nl="2026-01-01")
    path.write_text("\n".join([canonical(header()), canonical(again)]), encoding="utf-8")
    import_file(path)
    Registration.objects.update(registered_on=date(2026, 5, 5))

    report = import_file(path, overwrite=True)

    assert (report.counts["changed"], days()) == (1, {"nl": "2026-01-01"})


def test_unknown_page_is_refused(service: Any) -> None:
    unknown = registrations.line_of(uuid4(), {"nl": "2026-01-01"})

    with pytest.raises(LineRefusedError) as refused:
        registrations.load(unknown)

    assert refused.value.problems[0][0] == "page"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01"])
def test_day_that_does_not_exist_is_refused(service: Any, day: str) -> None:
    with pytest.raises(LineRefusedError) as refused:
        registrations.load(line(service, nl=day))

    assert refused.value.problems == [("registered_on.nl", f"“{day}” is not a day")]


def test_identifier_of_another_page_is_refused(service: Any) -> None:
    with pytest.raises(LineRefusedError):
        registrations.load({**line(service, nl="2026-01-01"), "id": str(uuid4())})


@pytest.mark.parametrize(
    "fault",
    [
        {"registered_on": {}},
        {"registered_on": {"xx": "2026-01-01"}},
        {"registered_on": {"nl": "1 May"}},
        {"page": "somewhere"},
        {"more": 1},
    ],
)
def test_faulty_line_is_rejected(service: Any, tmp_path: Path, fault: dict[str, Any]) -> None:
    path = tmp_path / "faulty.jsonl"
    header = {"format": "portolan", "version": 1}
    faulty = {**line(service, nl="2026-01-01"), **fault}
    path.write_text(f"{json.dumps(header)}\n{json.dumps(faulty)}\n", encoding="utf-8")

    assert import_file(path).counts["rejected"] == 1
    assert days() == {}


def test_registration_names_the_language_of_its_page(service: Any) -> None:
    english = factories.translation(service, "en", title="Voting")
    registrations.load(line(service, en="2026-01-01"))

    row = Registration.objects.with_titles().get()

    assert (row.page_title, row.locale_id) == ("Voting", english.locale_id)
