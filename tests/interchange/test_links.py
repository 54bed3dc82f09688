"""Is every row of a register of links imported or rejected, with what was assumed?"""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ReferenceIndex

from services.interchange.code_lists import load_code_lists
from services.interchange.link_import import RowOutcome, import_links
from services.models import (
    AuthorityPage,
    InformationPage,
    PolicyCode,
    ProcedurePage,
    ServicePage,
)
from tests import factories

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

REGISTER = Path(__file__).parents[3] / "shared" / "data" / "links-nl.csv"
HEADER = "title,url,type,categories,language\n"


@pytest.fixture(autouse=True)
def site(tree: factories.SiteTree) -> factories.SiteTree:
    for code in ("D1", "J", "J1", "T1"):
        PolicyCode.objects.create(identifier=code, code=code, annex="I", title_en=code)
    return tree


@pytest.fixture
def register(tmp_path: Path) -> Any:
    def write(*rows: str) -> Path:
        path = tmp_path / "links.csv"
        path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return path

    return write


def outcomes(path: Path, **options: Any) -> list[RowOutcome]:
    return list(import_links(path, **options))


def test_row_becomes_a_draft_in_its_language(register: Any) -> None:
    [outcome] = outcomes(register("Moving,https://a.example/m,Information,D1;CITIZENS,en"))

    page = InformationPage.objects.get(replaces_url="https://a.example/m")
    assert (outcome.outcome, page.live, page.locale.language_code) == ("created", False, "en")
    assert page.is_source
    assert ReferenceIndex.get_references_to(PolicyCode.objects.get(code="D1")).exists()
    assert page.get_parent().specific.title == "Imported links"
    assert not page.get_parent().live


@pytest.mark.parametrize(
    ("row", "model", "also", "reason"),
    [
        ("A,https://a.example/1,Procedure,D1,nl", ProcedurePage, False, "no Annex II code"),
        ("A,https://a.example/1,Information;Procedure,T1,nl", ProcedurePage, True, "citizens"),
        ("A,https://a.example/1,Information,J,nl", InformationPage, None, "no item code"),
        ("R&amp;D,https://a.example/1,Information,J1,nl", InformationPage, None, "entities"),
        ("\u200bR\xa0D,https://a.example/1,Information,J1,nl", InformationPage, None, "invisible"),
    ],
)
def test_what_a_row_does_not_say_is_assumed_and_reported(
    register: Any, row: str, model: Any, also: bool | None, reason: str
) -> None:
    [outcome] = outcomes(register(row))

    page = model.objects.get()
    assert getattr(page, "also_explains_rules", None) is also
    assert reason in outcome.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",https://a.example/1,Information,D1,nl", "title"),
        ("A,javascript:alert(1),Information,D1,nl", "address"),
        ("A,https://a.example/1,Assistance,D1,nl", "type"),
        ("A,https://a.example/1,Information,Z9,nl", "Z9"),
        ("A,https://a.example/1,Information,D1,xx", "xx"),
        ("A\x07,https://a.example/1,Information,D1,nl", "control"),
        (f"{'A' * 256},https://a.example/1,Information,D1,nl", "longer"),
    ],
)
def test_faulty_row_is_rejected_with_its_reason(register: Any, row: str, reason: str) -> None:
    [outcome] = outcomes(register(row))

    assert (outcome.outcome, reason in outcome.reason) == ("rejected", True)
    assert not ServicePage.objects.exists()


def test_same_address_twice_is_rejected_the_second_time(register: Any) -> None:
    row = "A,https://a.example/1,Information,D1,nl"

    assert [o.outcome for o in outcomes(register(row, row))] == ["created", "rejected"]


def test_second_run_changes_nothing(register: Any) -> None:
    path = register("A,https://a.example/1,Information,D1,nl")
    outcomes(path)

    assert [outcome.outcome for outcome in outcomes(path)] == ["unchanged"]


def test_changed_row_changes_its_draft(register: Any) -> None:
    outcomes(register("A,https://a.example/1,Information,D1,nl"))

    [outcome] = outcomes(register("B,https://a.example/1,Information,D1,nl"))

    page = InformationPage.objects.get()
    assert outcome.outcome == "changed"
    assert page.get_latest_revision_as_object().title == "B"


def test_draft_that_somebody_edited_is_left_alone(register: Any) -> None:
    outcomes(register("A,https://a.example/1,Information,D1,nl"))
    page = InformationPage.objects.get()
    page.title = "Mine"
    page.save_revision()

    [outcome] = outcomes(register("B,https://a.example/1,Information,D1,nl"))

    assert (outcome.outcome, "edited" in outcome.reason) == ("unchanged", True)


def test_row_finds_its_page_whatever_editors_changed(register: Any) -> None:
    path = register("A,https://a.example/1,Information,D1,nl")
    outcomes(path)
    page = InformationPage.objects.get()
    page.title, page.slug, page.replaces_url = "Mine", "mine", "https://a.example/elsewhere"
    page.save_revision()
    page.save()

    assert [outcome.outcome for outcome in outcomes(path)] == ["unchanged"]
    assert InformationPage.objects.get().title == "Mine"


def test_same_address_in_two_languages_makes_two_sources(register: Any) -> None:
    outcomes(register(*(f"A,https://a.example/1,Information,D1,{code}" for code in ("nl", "en"))))

    keys = InformationPage.objects.sources().values_list("translation_key", flat=True)
    assert len(set(keys)) == 2


def test_deleted_page_is_made_again(register: Any) -> None:
    path = register("A,https://a.example/1,Information,D1,nl")
    outcomes(path)
    InformationPage.objects.get().delete()

    assert [outcome.outcome for outcome in outcomes(path)] == ["created"]
    assert InformationPage.objects.exists()


def test_page_of_imported_links_is_found_under_another_name(register: Any) -> None:
    outcomes(register("A,https://a.example/1,Information,D1,nl"))
    page = AuthorityPage.objects.get()
    page.title, page.slug = "To sort", "to-sort"
    page.save()

    outcomes(register("B,https://a.example/2,Information,D1,nl"))

    assert AuthorityPage.objects.get().get_children().count() == 2


def test_page_of_imported_links_gives_way_to_an_address_that_is_taken(
    register: Any, site: Any
) -> None:
    factories.authority_page(site.home, "Imported links")

    outcomes(register("A,https://a.example/1,Information,D1,nl"))

    assert AuthorityPage.objects.filter(slug="imported-links-2").exists()


def test_rows_go_below_the_given_page_and_its_twin(register: Any, site: Any) -> None:
    parent = factories.authority_page(site.home)
    twin = parent.copy_for_translation(factories.locale("en"))
    path = register(
        "A,https://a.example/1,Information,D1,nl", "A,https://a.example/2,Information,D1,en"
    )

    outcomes(path, parent=parent)

    assert InformationPage.objects.child_of(parent).count() == 1
    assert InformationPage.objects.child_of(AuthorityPage.objects.get(pk=twin.pk)).count() == 1


def test_command_reports_each_row(register: Any, tmp_path: Path, capsys: Any) -> None:
    report = tmp_path / "report.csv"
    path = register("A,https://a.example/1,Information,D1,nl", "A,ftp://x,Information,D1,nl")

    with pytest.raises(SystemExit):
        call_command("import_links", path, report=report)

    rows = list(csv.reader(report.open(encoding="utf-8")))
    assert rows[0] == ["row", "outcome", "identifier", "reason"]
    assert [row[1] for row in rows[1:]] == ["created", "rejected"]
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "rows=2 created=1 changed=0 unchanged=0 rejected=1"


def test_report_that_cannot_be_written_stops_the_command_before_the_first_row(
    register: Any, tmp_path: Path
) -> None:
    path = register("A,https://a.example/1,Information,D1,nl")

    with pytest.raises(CommandError, match="No such file"):
        call_command("import_links", path, report=tmp_path / "nowhere" / "report.csv")

    assert not ServicePage.objects.exists()


def test_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("name,address\n", encoding="utf-8")

    with pytest.raises(CommandError, match="title"):
        call_command("import_links", path)


@pytest.mark.long
@pytest.mark.skipif(
    not REGISTER.exists() and not os.environ.get("CI"), reason="the real register is not here"
)
def test_real_register_is_accounted_for(settings: Settings, capsys: Any) -> None:
    # What workers would do for each page is tried with one row.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    PolicyCode.objects.all().delete()
    load_code_lists("NL")

    call_command("import_links", REGISTER)

    last = capsys.readouterr().out.splitlines()[-1]
    pages = ServicePage.objects.count()
    assert last == "rows=898 created=898 changed=0 unchanged=0 rejected=0"
    assert (pages, ProcedurePage.objects.filter(also_explains_rules=True).count()) == (898, 46)
