"""The doorkeeper stands at the admin's door only, and costs readers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import HttpResponse
from django.urls import resolve, reverse

from services.rights.doorkeeper import Doorkeeper, may_see_menu_item

if TYPE_CHECKING:
    from django.test import RequestFactory

    from tests.rights.cast import World

pytestmark = pytest.mark.django_db


class NobodyAsks:
    """A user whose every attribute is an error: readers are never looked up."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


def visit(rf: RequestFactory, path: str, user: Any) -> Any:
    request = rf.get(path)
    request.user = user
    request.resolver_match = resolve(path)
    return Doorkeeper(lambda _: HttpResponse()).process_view(request, None, (), {})


@pytest.mark.parametrize("path", ["/nl/verhuizen/", "/health/", "/robots.txt"])
def test_readers_are_not_even_looked_up(
    rf: RequestFactory, path: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        assert visit(rf, path, NobodyAsks()) is None


def test_administrators_pass(rf: RequestFactory, world: World) -> None:
    path = reverse("wagtailadmin_pages:edit", args=[world["draft_a"].pk])

    assert visit(rf, path, world.users["administrator"]) is None


@pytest.mark.parametrize("key", [0, 999_999, 10**30])
def test_what_is_not_there_is_refused_like_what_is_anothers(world: World, key: int) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[key])

    response = world.request("editor_a", "get", url)

    assert response.url == reverse("wagtailadmin_home")


def test_a_refusal_to_a_script_is_a_plain_403(world: World) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[world["draft_a"].pk])

    response = world.request("editor_b", "get", url, headers={"x-requested-with": "XMLHttpRequest"})

    assert response.status_code == 403


@pytest.mark.parametrize(
    ("role", "shown"), [("editor_a", False), ("translator_en", False), ("administrator", True)]
)
def test_the_menu_leads_to_no_closed_door(world: World, role: str, shown: bool) -> None:
    url = reverse("wagtailadmin_reports:site_history")

    assert may_see_menu_item(world.users[role], url) is shown


def test_the_menu_keeps_what_it_does_not_know(world: World) -> None:
    assert may_see_menu_item(world.users["editor_a"], "https://elsewhere.example/")
