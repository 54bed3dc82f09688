"""Do services go out and come in again, whole, equal, and without undoing anybody's work?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import StringTranslation, Translation

from services.interchange.exporting import export_lines
from services.interchange.importing import import_file
from services.models import CompetentAuthority, PolicyCode, ProcedurePage
from tests import factories
from tests.interchange.example_lines import HEADER, SERVICE, complete, service, words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(tree: factories.SiteTree) -> factories.SiteTree:
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    return tree


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write_file(*lines: Any, header: Any = HEADER) -> Path:
        path = tmp_path / "services.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line) for line in (header, *lines)]
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return path

    return write_file


def test_lines_become_live_pages_in_all_their_languages(write: Any) -> None:
    report = import_file(write(*complete()))

    page = factories.AssistancePage.objects.get(locale__language_code="en")
    assert report.faults == []
    assert (report.counts["created"], page.live, page.slug) == (3, True, "desk")
    assert page.source.title == "Loket"


def test_translations_enter_as_strings_of_wagtail_localize(write: Any) -> None:
    import_file(write(*complete()))

    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    translation = Translation.objects.get(source__object_id=page.translation_key)
    total, done = translation.get_progress()
    assert total == done > 0
    assert StringTranslation.objects.filter(data="Second.").exists()


def test_equal_line_makes_no_revision(write: Any) -> None:
    import_file(write(*complete()))
    before = factories.AssistancePage.objects.get(locale__language_code="nl").latest_revision_id

    report = import_file(write(*complete()))

    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    assert (report.counts["unchanged"], page.latest_revision_id) == (3, before)


def test_changed_line_changes_facts_and_words(write: Any) -> None:
    import_file(write(*complete()))
    fee = {**service()["fees"][0], "amount": "12.50"}

    paid = {
        code: {**text, "payment": f"<p>{code}</p>"} for code, text in service()["words"].items()
    }

    report = import_file(write(*complete(fees=[fee], words=paid)))

    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    assert (report.counts["changed"], report.faults) == (1, [])
    assert str(page.fees.get().amount) == "12.50"


@pytest.mark.parametrize(("overwrite", "title"), [(False, "Mijn titel"), (True, "Ander loket")])
def test_page_edited_since_its_import_is_left_alone_unless_overwritten(
    write: Any, overwrite: bool, title: str
) -> None:
    import_file(write(*complete()))
    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    page.title = "Mijn titel"
    page.save_revision().publish()
    changed = {code: dict(text) for code, text in service()["words"].items()}
    changed["nl"]["title"] = "Ander loket"

    report = import_file(write(*complete(words=changed)), overwrite=overwrite)

    page.refresh_from_db()
    assert page.title == title
    assert bool(report.notes) is not overwrite


def test_dry_run_counts_and_writes_nothing(write: Any) -> None:
    report = import_file(write(*complete()), dry_run=True)

    assert report.counts["created"] == 3
    assert not CompetentAuthority.objects.exists()


def content_lines() -> list[str]:
    return [line for line in export_lines() if '"type":"home_page"' not in line]


def test_export_of_an_import_of_an_export_is_equal(write: Any, tmp_path: Path) -> None:
    with transaction.atomic():
        import_file(write(*complete()))
        exported = content_lines()
        transaction.set_rollback(True)
    path = tmp_path / "exported.jsonl"
    path.write_text("\n".join(exported) + "\n", encoding="utf-8")

    report = import_file(path)

    assert (report.faults, report.counts["created"]) == ([], 3)
    assert content_lines() == exported


def test_only_the_wanted_language_is_exported(write: Any) -> None:
    import_file(write(*complete()))

    lines = [json.loads(line) for line in export_lines(["nl"])]

    assert {tuple(line["words"]) for line in lines if "words" in line} == {("nl",)}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"policy_codes": ["Z9"]}, "policy_codes"),
        ({"start_url": "javascript:alert(1)"}, "start_url"),
        ({"authority_page": SERVICE}, "authority_page"),
        ({"additional_languages": ["qq"]}, "additional_languages"),
        ({"surprise": 1}, ""),
        ({"own_addresses": {"en": {"start_url": "javascript:alert(1)"}}}, "own_addresses"),
        ({"own_addresses": {"en": {"title": "https://a.example"}}}, "own_addresses"),
        ({"own_addresses": {"en": {"start_url": "https://a.example\n"}}}, "own_addresses"),
        ({"own_addresses": {"en": {"start_url\n": "https://a.example"}}}, "own_addresses"),
        ({"own_addresses": {"de": {"start_url": "https://a.example"}}}, "own_addresses.de"),
        ({"own_addresses": {"en": {f"channels.{SERVICE}.url": "https://a.example"}}}, "own_"),
        ({"words": {"nl": words("A", "<p>x<!-- --!><img src=x> --></p>")}}, "assistance_type"),
        ({"words": {"nl": words("A", "<p>a\x00b</p>")}}, ""),
        ({"words": {"nl": words("A", "<p>\ud800</p>")}}, ""),
        ({"contacts": ["abc"]}, "contacts"),
        ({"id": "-" * 36}, "id"),
        ({"words_changed_on": "2024-02-30"}, "words_changed_on"),
        ({"fees": service()["fees"] * 2}, ""),
        ({"related_pages": ["2f1e2f5e-0d53-4f0a-9d39-999999999999"]}, "related_pages"),
        ({"kind": "wish"}, "kind"),
        ({"words": {"nl": words("A", "<p>x</p>"), "en": words("B", "<p>1</p><p>2</p>")}}, "en"),
        ({"words": {"nl": words("A", "<script>x</script>")}}, "words.nl.assistance_type"),
        ({"words": {"nl": words("A", '<a href="javascript:x">x</a>')}}, "assistance_type"),
        ({"words": {"nl": words("A", "<p>x<![foo]></p>")}}, "words.nl.assistance_type"),
        ({"words": {"nl": words("A", '<a  linktype="page"  page="x">x</a>')}}, "assistance_type"),
        ({"words": {"nl": {"title": "A", "slug": "a"}}}, ""),
        ({"fees": [{**service()["fees"][0], "amount": "12,5"}]}, "fees.0.amount"),
        ({"fees": [{**service()["fees"][0], "amount": "12.50\n"}]}, "fees.0.amount"),
        ({"fees": [{**service()["fees"][0], "amount": "١٢.٥٠"}]}, "fees.0.amount"),
    ],
)
def test_faulty_line_refuses_itself_wholly(write: Any, changes: Any, field: str) -> None:
    report = import_file(write(*complete(**changes)))

    [fault] = report.faults[:1]
    assert (fault.line, field in fault.field) == (4, True)
    assert (report.counts["created"], report.counts["rejected"]) == (2, 1)
    assert not factories.ServicePage.objects.exists()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b'{"format": "other", "version": 1}\n', "format"),
        (b'{"format": "portolan", "version": 99}\n', "version"),
        (b'{"format": "portolan", "version": 1.0}\n', "version"),
        (b'\xef\xbb\xbf{"format": "portolan", "version": 1}\n', "byte order mark"),
        (b'{"format": "portolan", "version": 1}\n\xff\xfe\n', "UTF-8"),
        (b'{"format": "portolan", "version": 1}\n' + b"x" * 1_000_001 + b"\n", "longer"),
        (
            b'{"format": "portolan", "version": 1}\n{"id": "a"}\n{"id": "a"}\n',
            "already",
        ),
    ],
)
def test_faulty_file_is_refused_before_the_first_write(
    tmp_path: Path, content: bytes, word: str, capsys: Any
) -> None:
    path = tmp_path / "faulty.jsonl"
    path.write_bytes(content)

    with pytest.raises(CommandError, match="nothing was written"):
        call_command("import_services", path)

    assert word in capsys.readouterr().err


def test_line_that_is_not_json_is_rejected_and_the_others_imported(write: Any) -> None:
    report = import_file(write("{not json", *complete()))

    assert (report.counts["created"], report.faults[0].line) == (3, 2)


def test_command_prints_the_counts_last_and_exits_with_one_after_a_fault(
    write: Any, capsys: Any
) -> None:
    with pytest.raises(SystemExit):
        call_command("import_services", write(*complete(policy_codes=["Z9"])))

    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "rows=3 created=2 changed=0 unchanged=0 rejected=1"


def test_source_without_what_the_law_asks_for_is_rejected(write: Any) -> None:
    incomplete = {code: {**text, "purpose": ""} for code, text in service()["words"].items()}

    report = import_file(write(*complete(words=incomplete)))

    assert report.counts["rejected"] == 1
    assert not ProcedurePage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"source": "en"}, "source"), ({"authority_page": SERVICE}, "authority_page")],
)
def test_line_changes_neither_language_nor_place_of_a_page(
    write: Any, changes: dict[str, Any], field: str
) -> None:
    import_file(write(*complete()))

    report = import_file(write(*complete(**changes)))

    assert report.counts["rejected"] == 1
    assert report.faults[0].field == field


def test_what_an_editor_wrote_goes_out_and_in_again(write: Any) -> None:
    import_file(write(*complete()))
    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    target = page.get_parent().pk
    page.purpose = f'<p data-block-key="a1">Zie <a linktype="page" id="{target}">ons</a>.</p>'
    page.save_revision().publish()

    line = next(json.loads(text) for text in export_lines() if '"type":"service"' in text)
    import_file(write(*complete()[:2], line), overwrite=True)

    link = f'<a linktype="page" page="{line["authority_page"]}">'
    assert line["words"]["nl"]["purpose"] == f"<p>Zie {link}ons</a>.</p>"
    assert f'id="{target}"' in type(page).objects.get(pk=page.pk).purpose


def test_changed_address_of_a_page_redirects(
    write: Any, django_capture_on_commit_callbacks: Any
) -> None:
    import_file(write(*complete()))
    changed = {code: dict(text) for code, text in service()["words"].items()}
    changed["nl"]["slug"] = "balie"

    with django_capture_on_commit_callbacks(execute=True):
        import_file(write(*complete(words=changed)))

    assert Redirect.objects.filter(old_path__endswith="/gemeente/loket").exists()
