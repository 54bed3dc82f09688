"""Hands a translation in for review: a revision of exactly what was translated, nothing live.

wagtail-localize's own ``save_target`` writes into the live row, puts the source's text where a
translation is missing and makes live aliases of parents, so nothing here calls it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Task, Workflow, WorkflowTask
from wagtail_localize.models import TranslationSource

from services.changes import digest, words_of
from services.models.publication import Reason
from services.translation.addresses import editor_url
from services.translation.extraction import digest_of, extracted_digest
from services.translation.models import Status, TranslationReviewTask, TranslationVersion, Writer
from services.translation.models.review import WORKFLOW_NAME
from services.translation.outstanding import addresses_of, obstacles, own_addresses, pieces_of
from services.translation.targets import create_target, translated_instance, word_errors

if TYPE_CHECKING:
    from wagtail.models import Revision
    from wagtail_localize.models import Translation

    from services.models.publication import PublishedContent


class HandInRefused(Exception):  # noqa: N818  # It is an answer to the translator, not a fault.
    """What stands against handing in; nothing was written."""

    def __init__(self, reasons: list[Reason]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(str(reason.message) for reason in reasons))


class SourceChanged(HandInRefused):
    """The source is another than the one that the translator saw."""


def version_token(translation: Translation) -> str:
    """What the form carries to tell which version of the source the translator sees."""
    return extracted_digest(translation.source)


@transaction.atomic
def hand_in(translation: Translation, *, user: Any, token: str) -> TranslationVersion:
    """Make a revision of the translation and start its review, or refuse with a list.

    All or nothing: where it is refused no page, revision, version or workflow remains.
    """
    translation.source = TranslationSource.objects.select_for_update().get(pk=translation.source_id)
    source = translation.source.get_source_instance()
    _refuse_another_source(translation, source, token)
    if reasons := obstacles(translation):
        raise HandInRefused(reasons)
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    if target is None:
        create_target(translation, source)
    instance = translated_instance(translation)
    instance.own_addresses = own_addresses(translation)
    revision = _revision_of(instance, translation, user)
    return _start_review(translation, instance, source, revision, user)


def review_workflow() -> Workflow:
    """The workflow of all translations; it is assigned to nothing, so sources never enter it."""
    workflow = Workflow.objects.filter(name=WORKFLOW_NAME, active=True).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    task = Task.objects.filter(
        workflow_tasks__workflow=workflow, active=True, translationreviewtask__isnull=False
    ).first()
    if task is None:
        task = TranslationReviewTask.objects.create(name=WORKFLOW_NAME)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _refuse_another_source(translation: Translation, source: PublishedContent, token: str) -> None:
    seen = extracted_digest(translation.source)
    if token != seen or seen != digest(words_of(source)):
        raise SourceChanged(
            [
                Reason(
                    _("The source has changed since you opened it. Look at what is new."),
                    editor_url(translation),
                )
            ]
        )


def _revision_of(instance: Any, translation: Translation, user: Any) -> Revision:
    if errors := word_errors(instance):
        _refuse(translation, errors)
    try:
        return instance.save_revision(user=user, changed=True)
    except ValidationError as error:
        messages = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        return _refuse(translation, messages)


def _refuse(translation: Translation, errors: dict[str, list[str]]) -> Revision:
    url = editor_url(translation)
    raise HandInRefused(
        [
            Reason(_("%(field)s: %(error)s") % {"field": path, "error": " ".join(texts)}, url)
            for path, texts in errors.items()
        ]
    )


def _start_review(
    translation: Translation,
    instance: Any,
    source: PublishedContent,
    revision: Revision,
    user: Any,
) -> TranslationVersion:
    versions = TranslationVersion.objects.of(instance)
    versions.in_review().update(status=Status.SUPERSEDED)
    segments = [piece.as_json() for piece in pieces_of(translation)]
    addresses = [address.as_json() for address in addresses_of(translation)]
    before = versions.approved().first()
    version = TranslationVersion.objects.create(
        translation_key=instance.translation_key,
        locale=translation.target_locale,
        revision=revision,
        content_digest=digest(revision.content),
        source_digest=digest_of(source),
        source_changed_on=source.words_changed_on,
        segments=segments,
        addresses=addresses,
        handed_in_by=user,
    )
    approved = [*before.segments, *before.addresses] if before else []
    version.authors.set(_authors(version, [*segments, *addresses], approved))
    if running := instance.current_workflow_state:
        running.cancel(user=user)
    review_workflow().start(instance, user)
    return version


def _authors(
    version: TranslationVersion, rows: list[dict[str, Any]], approved: list[dict[str, Any]]
) -> set[int]:
    """Who wrote words or addresses that are not yet approved, and all who had a hand in them.

    What an import left counts as not approved.
    """
    known = Counter((row["path"], row["source"], row["target"]) for row in approved)
    writers = Writer.objects.on(version.translation_key, version.locale_id)
    return set(writers.values_list("user_id", flat=True)) | {
        row["author"]
        for row in rows
        if row["author"] and not known[row["path"], row["source"], row["target"]]
    }
