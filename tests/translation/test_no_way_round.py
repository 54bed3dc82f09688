"""No way through the admin puts text of a translation live that nobody else has approved.

The table: each role, each way, a page and a snippet. The translation is live as approved; then
the person writes other words and hands them in. Whatever they try, readers keep what was
approved, or see nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import Translation

from home.models import StandardPage
from services.models.publication import PublicationRefused
from services.translation.addresses import admin_url, editor_url, review_url
from tests import factories
from tests.translation.steps import approved, ask, hand_in_now, may, person, set_text

if TYPE_CHECKING:
    from django.test import Client

    from services.translation.models import TranslationVersion

pytestmark = pytest.mark.django_db

HALF_DONE = "Half done, and not approved"


@dataclass
class Attempt:
    """Somebody at the admin, before a translation with other words in review."""

    client: Client
    target: Any
    translation: Translation
    version: TranslationVersion
    user: Any

    def post(self, url: str, **data: Any) -> Any:
        return self.client.post(url, data, follow=True)

    @property
    def is_page(self) -> bool:
        return isinstance(self.target, Page)

    def url(self, name: str, *args: Any) -> str:
        """The address of Wagtail's view of that name for the target."""
        if self.is_page:
            return reverse(f"wagtailadmin_pages:{name}", args=[self.target.pk, *args])
        names = f"wagtailsnippets_services_{self.target._meta.model_name}:{name}"
        return reverse(names, args=[self.target.pk, *args])

    def localize(self, name: str, key: int) -> str:
        return reverse(f"wagtail_localize:{name}", args=[key])


class Source(NamedTuple):
    """What is to be translated, and its translation, live as approved."""

    source: Any
    target: Any


Way: TypeAlias = Callable[[Attempt], Any]


def form(attempt: Attempt, **data: Any) -> dict[str, Any]:
    """What the edit form of a standard page or contact point would send."""
    return {
        "title": HALF_DONE,
        "slug": "half-done",
        "name": HALF_DONE,
        "summary": HALF_DONE,
        "body": '{"blocks":[],"entityMap":{}}',
        "role": "about",
        "languages": "en",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        **data,
    }


def edit_form(attempt: Attempt) -> None:
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-publish": "1"}))


def schedule(attempt: Attempt) -> None:
    """By the form, and as if a form had let it through."""
    data = form(attempt, go_live_at="2020-01-01 10:00", **{"action-publish": "1"})
    attempt.post(admin_url(attempt.target), **data)
    due = timezone.now() - timedelta(hours=1)
    Revision.objects.filter(pk=attempt.version.revision_id).update(approved_go_live_at=due)
    call_command("publish_scheduled")


def bulk_publish(attempt: Attempt) -> None:
    names = ["wagtailcore", "page", "publish"]
    attempt.post(f"{reverse('wagtail_bulk_action', args=names)}?id={attempt.target.pk}")


def revert(attempt: Attempt) -> None:
    oldest = attempt.target.revisions.order_by("pk").first()
    url = attempt.url("revisions_revert", oldest.pk)
    attempt.post(url, **form(attempt, **{"action-publish": "1"}))


def workflow_approve(attempt: Attempt) -> None:
    state = TaskState.objects.get(revision=attempt.version.revision)
    attempt.post(attempt.url("workflow_action", "approve", state.pk))


def review_page(attempt: Attempt) -> None:
    attempt.post(review_url(attempt.version), decision="approve")


def workflow_cancel(attempt: Attempt) -> None:
    """By the form, and as if a form had let it through."""
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-cancel-workflow": "1"}))
    attempt.target.current_workflow_state.cancel(user=attempt.user)
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-publish": "1"}))


def revision_by_name(attempt: Attempt) -> None:
    """What any view does that publishes: whoever wrote it next week has no other way."""
    with suppress(PublicationRefused, PublishPermissionError, PublishPagePermissionError):
        attempt.version.revision.publish(user=attempt.user)


def unpublish_and_publish(attempt: Attempt) -> None:
    attempt.post(attempt.url("unpublish"))
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-publish": "1"}))
    attempt.post(reverse("translation:publish_again", args=[attempt.translation.uuid]))


def stocks_publish(attempt: Attempt) -> None:
    attempt.post(editor_url(attempt.translation), action="publish")
    attempt.post(admin_url(attempt.target), action="publish")


def po_upload(attempt: Attempt) -> None:
    content = str(attempt.translation.export_po()).replace(HALF_DONE, "Uploaded").encode()
    attempt.post(
        attempt.localize("upload_pofile", attempt.translation.pk),
        file=SimpleUploadedFile("a.po", content),
    )


def stop_and_restart(attempt: Attempt) -> None:
    attempt.post(attempt.localize("stop_translation", attempt.translation.pk))
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-publish": "1"}))
    Translation.objects.update(enabled=False)
    attempt.post(admin_url(attempt.target), **form(attempt, **{"action-publish": "1"}))
    attempt.post(admin_url(attempt.target), **{"localize-restart-translation": "1"})


def synchronise(attempt: Attempt) -> None:
    url = attempt.localize("update_translations", attempt.translation.source_id)
    attempt.post(url, publish_translations="on")


def alias(attempt: Attempt) -> None:
    attempt.post(attempt.localize("convert_to_alias", attempt.target.pk))


def copy_as_alias(attempt: Attempt) -> None:
    source = attempt.translation.source.get_source_instance()
    parent = attempt.target.get_parent()
    for page in (source, attempt.target):
        attempt.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]),
            new_title=HALF_DONE,
            new_slug="copied",
            new_parent_page=parent.pk,
            alias="on",
            publish_copies="on",
        )


def programs(attempt: Attempt) -> None:
    """The admin's interface for programs, which builds the publishing action itself."""
    source = attempt.translation.source.get_source_instance()
    parent = attempt.target.get_parent()
    copy = {"destination_page_id": parent.pk, "update_slug": "copied", "keep_live": "true"}
    for page, action, data in (
        (attempt.target, "publish", {}),
        (source, "create_alias", copy),
        (source, "copy", copy),
        (source, "copy_for_translation", {"locale": "de", "alias": "true", "copy_parents": "true"}),
    ):
        attempt.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, action]), **data)


ANYTHING: tuple[Way, ...] = (
    edit_form,
    schedule,
    revert,
    workflow_approve,
    review_page,
    workflow_cancel,
    revision_by_name,
    unpublish_and_publish,
    stocks_publish,
    po_upload,
    stop_and_restart,
    synchronise,
    alias,
)
PAGES_ONLY: tuple[Way, ...] = (bulk_publish, copy_as_alias, programs)
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
