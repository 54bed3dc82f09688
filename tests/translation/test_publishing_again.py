"""What was approved goes live again, after it was taken offline, without a second review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied

from services.translation.models import Status
from services.translation.reviewing import StillInReview, approve, publish_again
from tests.translation.steps import approved, ask, hand_in_now, person, set_text, target_of

if TYPE_CHECKING:
    from services.translation.models import TranslationVersion
    from tests.translation.conftest import Place


def test_what_was_approved_can_be_published_again(
    version: TranslationVersion, reviewer: Any, translator: Any
) -> None:
    approve(version, user=reviewer)
    target_of(version).unpublish()

    publish_again(target_of(version), user=translator)

    assert target_of(version).live_revision_id == version.revision_id


def test_publishing_again_is_not_for_everybody(version: TranslationVersion, reviewer: Any) -> None:
    approve(version, user=reviewer)
    target_of(version).unpublish()

    with pytest.raises(PermissionDenied):
        publish_again(target_of(version), user=person("somebody"))


def test_publishing_again_ends_no_review(place: Place, reviewer: Any, translator: Any) -> None:
    target = approved(place.page, translator, reviewer)
    target.unpublish()
    translation = ask(place.page)
    set_text(translation, "summary", "When you may vote here.", by=translator)
    newer = hand_in_now(translation, translator)

    with pytest.raises(StillInReview):
        publish_again(target_of(newer), user=translator)

    newer.refresh_from_db()
    assert newer.status == Status.IN_REVIEW
