"""Does the demo load, twice, with people who can log in?"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page, ReferenceIndex

from services.interchange.code_lists import load_code_lists
from services.interchange.demo import DEMO, DEMO_USERS, PASSWORD
from services.interchange.exporting import export_lines
from services.models import ContactPoint, ServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEMO_CONTENT = True
    load_code_lists("NL")
    call_command("load_demo", "--once")


@pytest.mark.long
def test_demo_is_live_in_three_languages_and_loads_twice(demo: None, capsys: Any) -> None:
    call_command("load_demo")

    last = capsys.readouterr().out.splitlines()[-1]
    live = ServicePage.objects.live()
    counts = [live.filter(locale__language_code=code).count() for code in ("nl", "en", "de")]
    assert counts == [33, 33, 33]
    assert "created=0 changed=0" in last
    assert last.endswith("rejected=0")
    assert [authenticate(username=user.username, password=PASSWORD) for user in DEMO_USERS]
    assert not ContactPoint.objects.filter(
        team__isnull=True, name="Klantcontactcentrum van de gemeente Lindewoude"
    ).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    assert references() == references(rebuilt=True)
    assert list(export_lines()) == DEMO.read_text(encoding="utf-8").splitlines()


def references(*, rebuilt: bool = False) -> set[Any]:
    if rebuilt:
        call_command("rebuild_references_index", verbosity=0)
    names = ("base_content_type", "object_id", "to_content_type", "to_object_id", "content_path")
    return set(ReferenceIndex.objects.values_list(*names))


def test_demo_leaves_a_site_in_use_alone(settings: Any, capsys: Any) -> None:
    settings.DEMO_CONTENT = True
    get_user_model().objects.create_user("anna")

    call_command("load_demo", "--once")

    assert "is in use already" in capsys.readouterr().out
    assert not ServicePage.objects.exists()


def test_demo_is_refused_where_it_was_not_asked_for(settings: Any) -> None:
    settings.DEMO_CONTENT = False

    with pytest.raises(CommandError, match="DEMO_CONTENT"):
        call_command("load_demo")
