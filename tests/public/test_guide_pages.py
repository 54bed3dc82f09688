"""What readers see of topics, life events and authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.models import AuthorityPageContact, LifeEventStep, LifeEventTopic
from tests import factories

if TYPE_CHECKING:
    from tests.public.conftest import Place, Read


def test_topic_lists_its_services(place: Place, read: Read) -> None:
    assert f'<a href="{place.service.url}" >Verhuizing doorgeven</a>' in read(place.topic)


def test_translated_topic_lists_services_in_its_language(place: Place, read: Read) -> None:
    topic = factories.translation(place.topic, title="Living")

    assert f'<a href="{place.english.url}" >Report a move</a>' in read(topic)


def test_untranslated_service_is_listed_under_its_own_language(place: Place, read: Read) -> None:
    topic = factories.translation(place.topic, "de", title="Wohnen")

    assert f'<a href="{place.service.url}" lang="nl">' in read(topic)


def test_authority_lists_the_services_below_it(place: Place, read: Read) -> None:
    assert f'<a href="{place.service.url}" >Verhuizing doorgeven</a>' in read(place.authority)


def test_authority_lists_what_was_written_in_another_language(place: Place, read: Read) -> None:
    twin = place.authority.get_translation(factories.locale("en"))
    draft = factories.information_draft(locale=factories.locale("en"), title="Voting")

    page = factories.service(twin, draft)

    assert f'<a href="{page.url}" >Voting</a>' in read(twin)
    assert f'<a href="{page.url}" lang="en">' in read(place.authority)


def test_authority_shows_its_contacts(place: Place, read: Read) -> None:
    place.authority.contacts = [AuthorityPageContact(contact=place.contact)]
    factories.publish(place.authority)

    assert "+31 20 555 01 23" in read(place.authority)


def test_authority_shows_its_website(place: Place, read: Read) -> None:
    place.authority.authority.homepage = "https://lindewoude.example/"
    factories.publish(place.authority.authority)

    assert 'href="https://lindewoude.example/"' in read(place.authority)


def test_life_event_leads_through_its_steps_in_order(place: Place, read: Read) -> None:
    event = factories.life_event_page(
        place.tree.home,
        steps=[
            LifeEventStep(title="Zoek een huis", url="https://huis.example/"),
            LifeEventStep(title="Geef het door", target=place.service),
        ],
        topics=[LifeEventTopic(topic=place.topic)],
    )

    page = read(event)

    assert page.index("https://huis.example/") < page.index(f'href="{place.service.url}"')
    assert place.topic.url in page


def test_step_leads_to_the_page_in_the_readers_language(place: Place, read: Read) -> None:
    event = factories.life_event_page(
        place.tree.home, steps=[LifeEventStep(title="Geef het door", target=place.service)]
    )
    english = factories.translation(event, title="Moving", slug="moving")

    assert f'href="{place.english.url}" >Report a move</a>' in read(english)
