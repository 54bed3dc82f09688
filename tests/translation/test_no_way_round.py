"""No way through the admin puts text of a translation live that nobody else has approved.

The table: each role, each way, a page and a snippet. The translation is live as approved; then
the person writes other words and hands them in. Whatever they try, readers keep what was
approved, or see nothing.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from wagtail.models import Page

from home.models import StandardPage
from services.translation.addresses import admin_url
from tests import factories
from tests.translation.steps import approved, ask, hand_in_now, may, person, set_text
from tests.translation.ways import (
    ANYTHING,
    HALF_DONE,
    PAGES_ONLY,
    Attempt,
    Way,
    form,
    unpublish_and_publish,
)

if TYPE_CHECKING:
    from django.test import Client


pytestmark = pytest.mark.django_db


class Source(NamedTuple):
    """What is to be translated, and its translation, live as approved."""

    source: Any
    target: Any


ROLES = {
    "editor": (["Editors"], False),
    "translator": (["Translators en"], False),
    "reviewer": (["Translators en", "Translators de"], False),
    "administrator": (["Administrators"], False),
    "superuser": ([], True),
}


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    factories.locale("de")
    found = factories.site_tree(("nl", "en"))
    for home in found.homes.values():
        may("Editors", home, "add", "change", "publish", "lock", "unlock", "bulk_delete")
    return found


@pytest.fixture(scope="module")
def people(laid_tree: factories.SiteTree) -> list[Any]:
    """Who wrote what is approved, and who approved it."""
    return [person(name, "Translators en") for name in ("first", "second")]


@pytest.fixture(scope="module")
def page(laid_tree: factories.SiteTree, people: list[Any]) -> Source:
    made = StandardPage(title="Over ons", slug="over-ons", summary="Wie wij zijn.")
    source = factories.publish(laid_tree.home.add_child(instance=made))
    return Source(source, approved(source, *people))


@pytest.fixture(scope="module")
def contact(people: list[Any]) -> Source:
    source = factories.contact_point()
    return Source(source, approved(source, *people))


def attempt_at(laid: Source, client: Client, role: str) -> Attempt:
    source, target = deepcopy(laid)
    groups, superuser = ROLES[role]
    user = person("actor", *groups, superuser=superuser)
    translation = ask(source)
    path = "title" if isinstance(target, Page) else "name"
    set_text(translation, path, HALF_DONE, by=user)
    version = hand_in_now(translation, user)
    client.force_login(user)
    client.raise_request_exception = False
    return Attempt(client, target, translation, version, user)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", [*ANYTHING, *PAGES_ONLY], ids=lambda way: way.__name__)
def test_of_a_page(page: Source, client: Client, role: str, way: Way) -> None:
    attempt = attempt_at(page, client, role)

    way(attempt)

    live = Page.objects.live().exclude(locale=page.source.locale).filter(depth__gt=2)
    assert {found.title for found in live} <= {"EN Over ons"}
    assert not Page.objects.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", ANYTHING, ids=lambda way: way.__name__)
def test_of_a_snippet(contact: Source, client: Client, role: str, way: Way) -> None:
    attempt = attempt_at(contact, client, role)

    way(attempt)

    live = type(attempt.target).objects.filter(live=True, locale__language_code="en")
    assert {snippet.name for snippet in live} <= {"EN Publieksbalie"}


def test_the_ways_are_ways(tree: factories.SiteTree, client: Client) -> None:
    """The same post on a source does publish, so that the table proves something."""
    made = StandardPage(title="Over anderen", slug="over-anderen")
    source = factories.publish(tree.home.add_child(instance=made))
    client.force_login(person("actor", superuser=True))

    client.post(admin_url(source), form(None, **{"action-publish": "1"}))  # type: ignore[arg-type]

    assert Page.objects.get(pk=source.pk).title == HALF_DONE


def test_a_snippet_published_again_shows_what_was_approved(contact: Source, client: Client) -> None:
    attempt = attempt_at(contact, client, "superuser")
    attempt.target.current_workflow_state.cancel()

    unpublish_and_publish(attempt)

    attempt.target.refresh_from_db()
    assert (attempt.target.live, attempt.target.name) == (True, "EN Publieksbalie")
