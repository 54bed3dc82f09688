"""Documents say what readers of the page read, and only what is public has one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from search.page_documents import all_documents, documents_for
from services.models import (
    LifeEventStep,
    LifeEventTopic,
    ServiceTerritory,
    ServiceTopic,
    Step,
    TopicPage,
)
from tests import factories
from tests.search.pages import the_document, translate, translate_rows
from tests.search.territories import territory, utrecht

pytestmark = pytest.mark.django_db


def test_a_service_has_its_words_and_facts(tree: factories.SiteTree, authority: Any) -> None:
    topic = factories.topic_page(tree.home)
    page = factories.service(
        authority,
        factories.procedure_draft(topics=[topic], confirmed_on=date(2026, 11, 1)),
    )

    document = the_document(page)

    assert document.id == str(page.translation_key)
    assert document.kind == "procedure"
    assert document.url == page.get_url()
    assert document.title == "Verhuizing doorgeven"
    assert document.summary == "Geef uw nieuwe adres door aan de gemeente."
    assert document.keywords == ("verhuizen", "adreswijziging")
    assert document.authority == "Gemeente Lindewoude"
    assert document.topic == "Wonen en verhuizen"
    assert document.topics == (str(topic.translation_key),)
    assert document.audience == ("citizens",)
    assert document.confirmed_on == date(2026, 11, 1)
    assert document.authority_id == str(authority.translation_key)
    assert document.areas == ("NL",)


def test_the_text_holds_fields_and_rows_without_mark_up(authority: Any) -> None:
    page = factories.service(authority)

    document = the_document(page)

    assert "Betaal met iDEAL of creditcard." in document.body
    assert "Noem ook wie met u meegaat." in document.body
    assert "Volwassenen" in document.body
    assert "Huurcontract" in document.body
    assert "<" not in document.body
    assert document.headings == ("Log in bij uw gemeente", "Vul uw nieuwe adres in")


def test_headings_of_rich_text_are_headings(authority: Any) -> None:
    page = factories.service(authority, factories.information_draft())

    document = the_document(page)

    assert document.headings == ("Gemeenteraad",)
    assert document.kind == "information"


@pytest.mark.parametrize(
    ("draft", "kind", "audience"),
    [
        (factories.information_draft, "information", ("citizens",)),
        (factories.assistance_draft, "assistance", ("businesses",)),
    ],
)
def test_all_kinds_of_services_have_documents(
    authority: Any, draft: Any, kind: str, audience: tuple[str, ...]
) -> None:
    document = the_document(factories.service(authority, draft()))

    assert (document.kind, document.audience) == (kind, audience)


def test_topics_life_events_and_authorities_have_documents(
    tree: factories.SiteTree, authority: Any
) -> None:
    topic = factories.topic_page(tree.home)
    event = factories.life_event_page(
        tree.home,
        steps=[LifeEventStep(title="Geef het door", text="<p>Binnen vijf dagen.</p>")],
        topics=[LifeEventTopic(topic=topic)],
    )

    kinds = {document.kind: document for document in all_documents("nl")}

    assert set(kinds) == {"topic", "life_event", "authority"}
    assert kinds["life_event"].id == str(event.translation_key)
    assert kinds["life_event"].headings == ("Geef het door",)
    assert kinds["life_event"].body == "Geef het door\nBinnen vijf dagen."
    assert kinds["life_event"].topic == "Wonen en verhuizen"
    assert kinds["authority"].summary == "Uw gemeente."
    assert kinds["topic"].audience == ("citizens", "businesses")


def test_a_translation_has_the_words_of_its_language(authority: Any) -> None:
    page = factories.service(authority)
    english = translate(
        page,
        "en",
        title="Report a move",
        summary="Tell the municipality.",
        keywords="moving",
        payment="<p>Pay by card.</p>",
        redress="",
    )
    translate_rows(english, "fees", label=["Adults"])

    document = the_document(page, "en")

    assert document.title == "Report a move"
    assert document.url == english.get_url()
    assert document.url.startswith("/en/")
    assert "Pay by card." in document.body
    assert "Adults" in document.body
    assert document.authority == "Gemeente Lindewoude (en)"


@pytest.mark.parametrize(
    ("words", "is_searched"),
    [({"summary": "Tell the municipality."}, True), ({"summary": ""}, False), ({}, False)],
)
def test_a_translation_with_its_sources_title_needs_a_word_of_its_own(
    authority: Any, words: dict[str, str], is_searched: bool
) -> None:
    page = factories.service(authority)
    translate(page, "en", **words)

    assert len(documents_for([page.translation_key], "en")) == is_searched


def test_a_new_row_of_the_source_is_no_text_of_the_other_language(authority: Any) -> None:
    page = factories.service(authority)
    translate(page, "en", title="Report a move")
    page.steps.add(Step(title="Betaal de leges", sort_order=9))
    page = factories.publish(page)

    assert "Betaal de leges" in the_document(page).body
    assert "Betaal de leges" not in the_document(page, "en").body


def test_a_row_that_the_source_dropped_is_in_no_language(authority: Any) -> None:
    page = factories.service(authority)
    english = translate(page, "en", title="Report a move")
    translate_rows(english, "fees", label=["Adults"])
    page.fees = []
    page.fees_not_applicable = "Het is gratis."
    factories.publish(page)

    assert "Adults" not in the_document(page, "en").body


def test_rows_stand_in_the_order_of_the_source(authority: Any) -> None:
    page = factories.service(authority)
    english = translate(page, "en", title="Report a move")
    translate_rows(english, "steps", title=["Log in", "Fill in"], text=["", ""])
    english.steps.update(sort_order=0)
    steps = list(page.steps.all())
    page.steps = [steps[1], steps[0]]
    steps[1].sort_order, steps[0].sort_order = 0, 1
    factories.publish(page)

    assert the_document(page, "en").headings == ("Fill in", "Log in")


def test_what_a_row_of_the_source_leaves_empty_is_empty_in_every_language(authority: Any) -> None:
    page = factories.service(authority)
    english = translate(page, "en", title="Report a move")
    translate_rows(english, "steps", title=["Log in", "Fill in"], text=["Kept from before", "Now"])
    page.steps.update(text="")

    body = the_document(page, "en").body

    assert "Log in" in body
    assert "Kept from before" not in body


def test_a_topic_that_is_deleted_meanwhile_is_left_out(
    tree: factories.SiteTree, authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = factories.topic_page(tree.home)
    page = factories.service(authority, factories.procedure_draft(topics=[topic]))
    monkeypatch.setattr(TopicPage, "objects", TopicPage.objects.none())

    assert the_document(page).topics == ()


def test_facts_are_those_of_the_source(authority: Any) -> None:
    page = factories.service(authority)
    translate(page, "en", title="Report a move")
    page.for_businesses = True
    factories.publish(page)

    assert the_document(page, "en").audience == ("citizens", "businesses")


@pytest.mark.parametrize(
    ("citizens", "businesses", "audience"),
    [
        (True, True, ("citizens", "businesses")),
        (False, True, ("businesses",)),
        (True, False, ("citizens",)),
    ],
)
def test_the_audience_is_the_pages(
    authority: Any, citizens: bool, businesses: bool, audience: tuple[str, ...]
) -> None:
    draft = factories.procedure_draft(for_citizens=citizens, for_businesses=businesses)
    page = factories.service(authority, draft)

    assert the_document(page).audience == tuple(page.audience) == audience


def test_the_first_topic_is_the_main_one(tree: factories.SiteTree, authority: Any) -> None:
    topics = [factories.topic_page(tree.home, title) for title in ("Wonen", "Werk")]
    page = factories.service(authority, factories.procedure_draft(topics=topics))
    for place, topic in zip((5, 2), topics, strict=True):
        ServiceTopic.objects.filter(page=page, topic=topic).update(sort_order=place)

    document = the_document(page)

    assert document.topic == "Werk"
    assert document.topics == (str(topics[1].translation_key), str(topics[0].translation_key))


def test_a_withheld_topic_is_not_named(tree: factories.SiteTree, authority: Any) -> None:
    topic = factories.topic_page(tree.home)
    page = factories.service(authority, factories.procedure_draft(topics=[topic]))
    restriction = PageViewRestriction.LOGIN

    PageViewRestriction.objects.create(page=topic.page_ptr, restriction_type=restriction)

    assert the_document(page).topic == ""


def test_queries_do_not_grow_with_the_number_of_pages(
    authority: Any, django_assert_max_num_queries: Any
) -> None:
    pages = [
        factories.service(authority, factories.procedure_draft(slug=f"nummer-{number}"))
        for number in range(4)
    ]
    for page in pages:
        translate(page, "en", title="Report a move")

    with django_assert_max_num_queries(45):
        found = list(all_documents("en"))

    assert len(found) == 5


def test_a_draft_of_an_authority_is_not_named(authority: Any) -> None:
    page = factories.service(authority)
    Page.objects.filter(pk=authority.pk).update(live=False)

    assert the_document(page).authority == ""


def test_a_service_knows_where_it_holds(authority: Any) -> None:
    page = factories.service(
        authority,
        territories=[
            ServiceTerritory(territory=place)
            for place in (utrecht(), territory("GM0373", "Bergen (NH.)"))
        ],
    )

    assert the_document(page).areas == ("NL-GM0344", "NL-GM0373")


def test_a_translation_holds_where_its_source_does(authority: Any) -> None:
    page = factories.service(authority, territories=[ServiceTerritory(territory=utrecht())])

    translate(page, "en", title="Report a move")

    assert the_document(page, "en").areas == ("NL-GM0344",)
    assert the_document(page, "en").authority_id == str(authority.translation_key)


def test_an_authority_is_its_own_and_holds_everywhere(authority: Any) -> None:
    document = the_document(authority)

    assert (document.authority_id, document.areas) == (document.id, ("NL",))
