"""Bulk actions: every role × every object × every action that could be tried on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.rights.cast import EVERYBODY, OPEN_TO, PAGES, SNIPPETS, content_type_names, title
from tests.rights.test_table import MODELS

if TYPE_CHECKING:
    from tests.rights.cast import World

pytestmark = pytest.mark.django_db

ON_PAGES = ("delete", "move", "publish", "unpublish")
ROWS = [
    *((role, name, action) for name in PAGES for action in ON_PAGES for role in EVERYBODY),
    *((role, name, "delete") for name in SNIPPETS for role in EVERYBODY),
]
DENIED = [row for row in ROWS if row[0] not in OPEN_TO[row[1]]]


def address(obj: Any, action: str) -> str:
    names = ("wagtailcore", "page") if isinstance(obj, Page) else content_type_names(obj)
    return reverse("wagtail_bulk_action", args=[*names, action])


def post(world: World, role: str, obj: Any, action: str, query: str) -> Any:
    """The answer, and the object as it stood before what was done is undone."""
    left: list[Any] = []

    def after(*args: Any, **kwargs: Any) -> Any:
        response = world.clients[role].post(*args, **kwargs)
        left.extend(type(obj)._default_manager.filter(pk=obj.pk).values())
        return response

    response = world.doing(after, address(obj, action) + query)
    return response, left


@pytest.mark.parametrize(("role", "name", "action"), DENIED)
def test_a_bulk_action_leaves_what_is_anothers(
    world: World, role: str, name: str, action: str
) -> None:
    obj = world[name]
    before = list(type(obj)._default_manager.filter(pk=obj.pk).values())

    response, left = post(world, role, obj, action, f"?id={obj.pk}")

    away = {reverse("wagtailadmin_home"), reverse("wagtailadmin_login")}
    assert response.url.split("?")[0] in away
    assert left == before


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("action", ON_PAGES)
def test_all_below_a_page_are_all_of_ones_own(world: World, name: str, action: str) -> None:
    page = world[name]
    before = list(type(page).objects.filter(pk=page.pk).values())

    _, left = post(world, "editor_b", page, action, f"?id=all&childOf={page.get_parent().pk}")

    assert left == before


def test_all_snippets_are_all_of_ones_own(world: World) -> None:
    url = reverse("wagtail_bulk_action", args=["services", "contactpoint", "delete"])

    response = world.request("editor_a", "get", f"{url}?id=all")

    shown = response.content.decode()
    assert title("contact_a") in shown
    assert title("shared_contact") not in shown


def test_every_object_of_the_world_is_tried() -> None:
    assert {row[1] for row in ROWS} == set(MODELS)
