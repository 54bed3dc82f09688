"""Does what is published from memory say what the database will say?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail.tasks import update_reference_index_task

from config.tasks.models import QueuedTask
from search.models import OutboxEntry
from services.changes import digest, facts_of, words_of
from services.interchange.importing import import_file
from services.models import AssistancePage, CompetentAuthority, PolicyCode
from tests.interchange.example_lines import FEE, HEADER, SERVICE, complete, service, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tree: factories.SiteTree, tmp_path: Path) -> Any:
    """Import the authority, its page and one service whose line is changed as the test says."""
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    path = tmp_path / "services.jsonl"

    def import_lines(*more: Any, **changes: Any) -> Any:
        lines = [HEADER, *complete(**changes), *more]
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        return import_file(path)

    return import_lines


def page(code: str, key: str = SERVICE) -> Any:
    return AssistancePage.objects.get(locale__language_code=code, translation_key=key)


def fee(amount: str) -> dict[str, Any]:
    return {**service()["fees"][0], "amount": amount}


@pytest.mark.parametrize("code", ["nl", "en"])
def test_digests_are_those_of_what_is_read_back(load: Any, code: str) -> None:
    load()

    found = page(code)
    assert found.words_digest == digest(words_of(found))
    assert found.facts_digest == digest(facts_of(found))


@pytest.mark.parametrize("code", ["nl", "en"])
def test_revision_holds_the_rows_as_they_are_read_back(load: Any, code: str) -> None:
    load()

    stored, live = page(code).latest_revision.content, page(code).serializable_data()
    assert [row["pk"] for row in stored["fees"]] == [page(code).fees.get().pk]
    assert {name: stored[name] for name in ("fees", "policy_codes", "title", "purpose")} == {
        name: json.loads(json.dumps(live[name], default=str))
        for name in ("fees", "policy_codes", "title", "purpose")
    }


def test_row_that_stays_keeps_its_key_in_the_database(load: Any) -> None:
    load()
    before = page("nl").fees.get().pk

    load(fees=[fee("0.50")], words=_with_payment())

    row = page("nl").fees.get()
    assert (row.pk, str(row.translation_key), str(row.amount)) == (before, FEE, "0.50")


def test_row_that_the_line_has_no_more_is_deleted(load: Any) -> None:
    load()
    free = {
        code: {**text, "fees_not_applicable": code} for code, text in service()["words"].items()
    }

    report = load(fees=[], words=free)

    assert (report.counts["changed"], report.faults) == (1, [])
    assert not page("nl").fees.exists()
    assert not page("en").fees.exists()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_references_are_found_as_by_a_rebuild(load: Any, code: str) -> None:
    load()
    found = _references(page(code))

    ReferenceIndex.create_or_update_for_object(page(code))

    assert found == _references(page(code)) != []


def test_references_are_written_at_once_and_leave_no_task(run_queue: Any, load: Any) -> None:
    tasks = QueuedTask.objects.filter(task_path=update_reference_index_task.module_path)
    tasks.delete()

    load()
    load(fees=[fee("0.50")], words=_with_payment())

    assert tasks.count() == 0
    assert _references(page("nl")) != []


def test_search_is_told_of_every_language(load: Any) -> None:
    load()

    noted = OutboxEntry.objects.filter(translation_key=SERVICE)
    assert set(noted.values_list("language", flat=True)) == {"nl", "en"}


def test_history_tells_of_creation_and_publication(load: Any) -> None:
    load()

    actions = PageLogEntry.objects.filter(page=page("nl").pk).values_list("action", flat=True)
    assert sorted(actions) == ["wagtail.create", "wagtail.publish"]


def test_changed_line_with_the_address_of_another_page_is_refused(load: Any) -> None:
    other = service(
        id="2f1e2f5e-0d53-4f0a-9d39-666666666666",
        fees=[],
        words={
            code: {**words(f"{code}2", "<p>1</p>"), "fees_not_applicable": "x"}
            for code in ("nl", "en")
        },
    )
    load(other)
    other["words"]["nl"]["slug"] = page("nl").slug

    report = load(other)

    assert [fault.field for fault in report.faults] == ["words.nl.slug"]
    assert page("nl", other["id"]).slug == "nl2"


def test_snippet_keeps_its_rows(load: Any) -> None:
    load()

    authority = CompetentAuthority.objects.get(locale__language_code="nl")
    assert [row.value for row in authority.identifiers.all()] == ["0001"]


def _references(found: Any) -> list[Any]:
    references = ReferenceIndex.get_references_for_object(found)
    return sorted(references.values_list("to_object_id", "model_path", "content_path"))


def _with_payment() -> dict[str, Any]:
    return {
        code: {**text, "payment": f"<p>{code}</p>"} for code, text in service()["words"].items()
    }
