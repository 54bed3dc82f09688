"""By which ways could text of a translation get to its readers through the admin?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import Translation

from services.models.publication import PublicationRefused
from services.translation.addresses import admin_url, editor_url, review_url

if TYPE_CHECKING:
    from django.test import Client

    from services.translation.models import TranslationVersion

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
