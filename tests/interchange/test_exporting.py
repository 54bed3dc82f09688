"""Does an export name only what it has a line for, so that an empty database can take it in?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from services.interchange import exporting
from services.interchange.exporting import export_lines
from services.interchange.importing import import_file
from services.models import LifeEventStep, RelatedPage
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(tree: factories.SiteTree) -> factories.SiteTree:
    return tree


@pytest.fixture
def authority_page(site: Any) -> Any:
    return factories.authority_page(site.home)


def lines() -> list[str]:
    return [line for line in export_lines() if '"type":"home_page"' not in line]


def line_of(kind: str) -> dict[str, Any]:
    [line] = [json.loads(text) for text in lines() if f'"type":"{kind}"' in text]
    return line


def _contact(page: Any) -> None:
    page.contacts = [factories.ServiceContact(contact=factories.contact_point())]
    factories.publish(page)
    page.contacts.get().contact.unpublish()


def _legal_reference(page: Any) -> None:
    row = factories.ServiceLegalReference(reference=factories.legal_reference())
    page.legal_references = [row]
    factories.publish(page)
    page.legal_references.get().reference.unpublish()


def _topic(page: Any) -> None:
    topic = factories.topic_page(page.get_parent().get_parent().specific)
    page.topics = [factories.ServiceTopic(topic=topic)]
    factories.publish(page)
    topic.unpublish()


def _related_page(page: Any) -> None:
    draft = page.get_parent().add_child(instance=factories.information_draft())
    page.related_pages = [RelatedPage(related=draft)]
    factories.publish(page)


def _link_in_text(page: Any) -> None:
    draft = page.get_parent().add_child(instance=factories.information_draft())
    page.redress = f'<p><a linktype="page" id="{draft.pk}">Zie hier</a></p>'
    factories.publish(page)


def _links_of_all_kinds(page: Any) -> None:
    kinds = [
        f'linktype="page" id="{page.get_parent().pk}"',
        'href="https://a.example/?b=1&amp;c=2"',
        'href="ftp://a.example/"',
        'href="/nl/x/"',
        'href="#x"',
        'href="mailto:a@b.example?subject=c%20d&amp;body=e"',
        'href="tel:+31201234567"',
    ]
    page.redress = "<p>" + "<br/>".join(f"<a {kind}>Zie</a>" for kind in kinds) + "</p>"
    factories.publish(page)


def _step(page: Any) -> None:
    home = page.get_parent().get_parent().specific
    draft = page.get_parent().add_child(instance=factories.information_draft())
    factories.life_event_page(home, steps=[LifeEventStep(title="Stem", target=draft)])


def _authority_above(page: Any) -> None:
    above = factories.competent_authority("Provincie")
    authority = page.get_parent().specific.authority
    authority.parent = above
    factories.publish(authority)
    above.unpublish()


def _page_above(page: Any) -> None:
    home = page.get_parent().get_parent().specific
    other = factories.authority_page(home, "Provincie")
    factories.service(other, slug="andere")
    type(other).objects.filter(pk=other.pk).update(live=False)


def _twice(page: Any) -> None:
    topic = factories.topic_page(page.get_parent().get_parent().specific)
    page.topics = [factories.ServiceTopic(topic=topic), factories.ServiceTopic(topic=topic)]
    factories.publish(page)


@pytest.mark.parametrize(
    "change",
    [
        _contact,
        _legal_reference,
        _topic,
        _related_page,
        _link_in_text,
        _links_of_all_kinds,
        _step,
        _authority_above,
        _page_above,
        _twice,
    ],
)
def test_export_of_what_editors_can_make_comes_back_equal(
    site: Any, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    with transaction.atomic():
        change(factories.service(factories.authority_page(site.home)))
        exported = lines()
        transaction.set_rollback(True)
    path = tmp_path / "exported.jsonl"
    path.write_text("\n".join(exported) + "\n", encoding="utf-8")

    report = import_file(path)

    assert (report.faults, report.counts["created"]) == ([], report.rows)
    assert lines() == exported


def test_relation_to_a_draft_stays_home_and_the_others_travel(authority_page: Any) -> None:
    live, draft = factories.contact_point(), factories.contact_point("Balie")
    factories.service(authority_page, contacts=[draft, live])
    draft.unpublish()

    assert line_of("service")["contacts"] == [str(live.translation_key)]


def test_translation_below_a_page_that_is_no_longer_live_stays_home(authority_page: Any) -> None:
    page = factories.service(authority_page)
    english = factories.translation(authority_page, "en", title="Municipality")
    factories.translation(page, "en", title="Report a move")
    type(english).objects.filter(pk=english.pk).update(live=False)

    assert list(line_of("service")["words"]) == ["nl"]


def test_export_in_small_portions_says_the_same(
    authority_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = factories.service(authority_page)
    second = factories.service(authority_page, slug="andere")
    second.related_pages = [RelatedPage(related=first)]
    factories.publish(second)
    whole = list(export_lines())

    monkeypatch.setattr(exporting, "AT_ONCE", 1)

    assert list(export_lines()) == whole


def test_twice_as_many_services_ask_no_more_queries(authority_page: Any) -> None:
    contact = factories.contact_point()
    factories.service(authority_page, slug="a", contacts=[contact])
    factories.service(authority_page, slug="b", contacts=[contact])
    few = queries_of_an_export()

    factories.service(authority_page, slug="c", contacts=[contact])
    factories.service(authority_page, slug="d", contacts=[contact])

    assert queries_of_an_export() == few


def queries_of_an_export() -> int:
    with CaptureQueriesContext(connection) as captured:
        list(export_lines())
    return len(captured)
