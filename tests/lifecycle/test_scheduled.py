"""Is what was scheduled published when it is due, and refused in words where it may not be?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import (
    PageLogEntry,
    Revision,
)

from tests import factories
from tests.lifecycle.conftest import fresh

pytestmark = pytest.mark.django_db


def test_command_of_ours_takes_the_place_of_wagtails() -> None:
    assert get_commands()["publish_scheduled"] == "services"


def test_refused_schedule_is_cleared_written_down_and_stops_no_other(
    authority: Any, incomplete: Any
) -> None:
    complete = fresh(authority).add_child(instance=factories.procedure_draft(slug="volledig"))
    complete.save_revision()
    past = timezone.now() - timedelta(minutes=1)
    pks = [fresh(page).latest_revision_id for page in (incomplete, complete)]
    Revision.objects.filter(pk__in=pks).update(approved_go_live_at=past)

    with override("en"):
        call_command("publish_scheduled")

    assert fresh(complete).live
    assert not fresh(incomplete).live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    entry = PageLogEntry.objects.get(page=incomplete.pk, action="services.publish.refused")
    assert "Redress and appeal" in entry.message


def test_scheduled_page_is_recorded_only_when_it_is_live(authority: Any) -> None:
    draft = authority.add_child(instance=factories.procedure_draft())
    draft.go_live_at = timezone.now() + timedelta(days=1)

    draft.save_revision().publish()

    assert fresh(draft).approved_schedule
    assert fresh(draft).words_digest == ""
