"""What each role may do with a page, asked of the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from wagtail.models import Page
from wagtail.permissions import policy_registry

if TYPE_CHECKING:
    from tests.rights.cast import World

pytestmark = pytest.mark.django_db


def rights(world: World, role: str, name: str) -> Any:
    return world[name].permissions_for_user(world.users[role])


@pytest.mark.parametrize(
    ("role", "name", "may"),
    [
        ("editor_b", "page_b", {"edit", "publish", "unpublish", "delete", "copy", "move"}),
        # It waits for an approval, which locks it.
        ("editor_a", "page_a", {"edit", "publish", "delete", "copy", "move"}),
        ("editor_a", "draft_a", {"edit", "publish", "delete", "copy", "move"}),
        ("editor_a", "english_a", {"edit", "publish", "delete", "copy", "move"}),
        ("editor_a", "page_a_en", set()),
        ("editor_a", "place_a", {"edit", "publish", "add_subpage"}),
        ("editor_a", "place_a_en", {"add_subpage"}),
        ("editor_a", "home", set()),
        ("editor_b", "page_a", set()),
        ("editor_b", "place_a", set()),
        ("translator_en", "page_a", set()),
        ("translator_en", "english_a", set()),
        ("translator_en", "page_a_en", {"edit"}),
        ("translator_en", "place_a_en", {"edit"}),
        ("translator_de", "page_a_en", set()),
        ("reviewer", "page_a_en", {"edit"}),
        (
            "administrator",
            "page_a_en",
            {"edit", "publish", "unpublish", "delete", "copy", "move"},
        ),
        ("anonymous", "page_a", set()),
    ],
)
def test_a_role_may_do_this_and_no_more(world: World, role: str, name: str, may: set[str]) -> None:
    asked = ("edit", "publish", "unpublish", "delete", "copy", "move", "add_subpage")

    assert {verb for verb in asked if getattr(rights(world, role, name), f"can_{verb}")()} == may


@pytest.mark.parametrize(
    ("name", "destination", "may"),
    [("page_a", "place_b", False), ("page_a", "place_a_en", False), ("page_b", "place_a", False)],
)
def test_a_team_moves_and_copies_nothing_to_another(
    world: World, name: str, destination: str, may: bool
) -> None:
    own = rights(world, "editor_a", name)

    assert own.can_move_to(world[destination]) is may
    assert own.can_copy_to(world[destination]) is may


def test_who_is_in_both_teams_moves_a_service_and_its_rights_go_along(world: World) -> None:
    world.users["editor_a"].groups.add(world["place_b"].team)
    editor = type(world.users["editor_a"]).objects.get(pk=world.users["editor_a"].pk)
    page = Page.objects.get(pk=world["page_a"].pk)

    assert page.permissions_for_user(editor).can_move_to(world["place_b"])
    page.move(world["place_b"], pos="last-child")

    moved = Page.objects.get(pk=page.pk)
    assert moved.permissions_for_user(world.users["editor_b"]).can_edit()


@pytest.mark.parametrize(
    ("role", "own"),
    [
        ("editor_a", {"page_a", "draft_a", "english_a", "place_a"}),
        ("editor_b", {"page_b", "place_b"}),
        ("translator_en", {"page_a_en", "place_a_en", "place_b_en"}),
        ("translator_de", set()),
        ("anonymous", set()),
    ],
)
def test_lists_hold_what_is_ones_own(world: World, role: str, own: set[str]) -> None:
    policy = policy_registry.get_by_type(Page)

    pages = policy.instances_user_has_permission_for(world.users[role], "change")

    keys = set(pages.filter(depth__gt=2).values_list("pk", flat=True))
    assert keys == {world[name].pk for name in own}


@pytest.mark.parametrize(
    ("role", "root"), [("translator_en", "home-en"), ("editor_a", "root"), ("editor_b", "root")]
)
def test_the_explorer_begins_above_what_is_ones_own(world: World, role: str, root: str) -> None:
    policy = policy_registry.get_by_type(Page)

    assert policy.explorable_root_instance(world.users[role]).slug == root


def test_one_request_looks_up_the_standing_once(
    world: World, django_assert_num_queries: Any
) -> None:
    user = type(world.users["editor_a"]).objects.get(pk=world.users["editor_a"].pk)
    page = world["page_a"]
    page.permissions_for_user(user)

    with django_assert_num_queries(0):
        page.permissions_for_user(user).can_publish()
