"""Of a translation only the very revision that was approved may go live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from services.models.publication import PublicationRefused
from services.translation.models import Status, TranslationVersion
from tests import factories

if TYPE_CHECKING:
    from tests.translation.conftest import Place


@pytest.fixture(params=["page", "contact"])
def target(request: pytest.FixtureRequest, place: Place) -> Any:
    return factories.translation(getattr(place, request.param))


def test_a_revision_that_nobody_approved_is_refused(target: Any) -> None:
    with pytest.raises(PublicationRefused, match="has not been approved"):
        target.save_revision().publish()


def test_an_approved_revision_is_published(target: Any) -> None:
    revision = target.save_revision()
    factories.record_import(target, revision, words_changed_on=None)

    revision.publish()

    target.refresh_from_db()
    assert target.live_revision_id == revision.pk


def test_what_was_approved_before_is_superseded(target: Any) -> None:
    before = target.live_revision
    factories.record_import(target, target.save_revision(), words_changed_on=None)

    with pytest.raises(PublicationRefused):
        before.publish()

    assert before.translation_version.status == Status.SUPERSEDED


def test_a_translation_is_refused_while_its_source_is_not_live(target: Any) -> None:
    revision = target.live_revision
    target.source.unpublish()

    with pytest.raises(PublicationRefused, match="not published"):
        revision.publish()


def test_a_translation_is_refused_while_the_page_above_it_is_not_live(place: Place) -> None:
    target = factories.translation(place.page)
    revision = target.live_revision
    target.unpublish()
    place.authority_en.unpublish()

    with pytest.raises(PublicationRefused, match="the page above") as refused:
        revision.publish()

    assert refused.value.reasons[0].url.endswith(f"/{place.authority_en.pk}/edit/")


def test_an_import_is_recorded_with_two_queries(
    target: Any, django_assert_num_queries: Any
) -> None:
    revision = target.save_revision()
    assert target.source

    with django_assert_num_queries(2):
        factories.record_import(target, revision, words_changed_on=None)

    assert TranslationVersion.objects.of(target).approved().get().revision == revision
