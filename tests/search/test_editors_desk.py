"""Search editors keep what helps readers to find things, and nobody else does, by any address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from search.access import SEARCH_EDITORS, SearchEditorsPolicy, ensure_search_editors
from search.models import BestBet, OwnerTask, ReleasedQuery, Synonym
from services.rights.administrators import ADMINISTRATORS
from services.rights.operations import ensure_groups

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

KEPT = {
    "synonyms": (Synonym, {"language": "nl", "words": "boete", "meanings": "bekeuring"}),
    "best-bets": (BestBet, {"language": "nl", "query": "boete", "reason": "Het is winter."}),
    "owner-tasks": (OwnerTask, {"query": "boete", "note": "Leg uit wat het kost."}),
    "suggested-questions": (ReleasedQuery, {"language": "nl", "text": "boete betalen"}),
}
FILLED_IN = {"direction": "one-way", "is_active": "on", "action": "pin", "position": "1"}
FOR_ALL = ("index", "index_results", "add")
FOR_ONE = ("edit", "delete", "history", "history_results", "usage")


def person(client: Client, *groups: str, **more: Any) -> Client:
    user = get_user_model().objects.create_user("iris", "iris@example.org", "x", **more)
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return client


@pytest.fixture
def values(name: str, move_page: Any) -> dict[str, Any]:
    """What one is made of; its page, where it has one, by the key."""
    model, known = KEPT[name]
    return {**known, "page_id": move_page.pk} if hasattr(model, "page") else dict(known)


@pytest.fixture
def editor(client: Client) -> Client:
    return person(client, SEARCH_EDITORS)


@pytest.fixture
def stranger(client: Client) -> Client:
    """Somebody of the admin who was given every permission on the models of the search."""
    person(client)
    permissions = Permission.objects.filter(content_type__app_label="search")
    user = get_user_model().objects.get()
    user.user_permissions.set([*permissions, Permission.objects.get(codename="access_admin")])
    return client


@pytest.mark.parametrize("name", KEPT)
def test_search_editors_make_one(editor: Client, name: str, values: dict[str, Any]) -> None:
    form = {**FILLED_IN, **values, "page": values.get("page_id", "")}

    response = editor.post(reverse(f"{name}:add"), form)

    assert response.status_code == 302, response.context["form"].errors
    assert str(KEPT[name][0]._default_manager.get()).startswith("boete")


@pytest.mark.parametrize("view", FOR_ALL)
@pytest.mark.parametrize("name", KEPT)
def test_search_editors_open_the_list(editor: Client, name: str, view: str) -> None:
    assert editor.get(reverse(f"{name}:{view}")).status_code == 200


@pytest.mark.parametrize("view", FOR_ONE)
@pytest.mark.parametrize("name", KEPT)
def test_search_editors_open_each(
    editor: Client, name: str, view: str, values: dict[str, Any]
) -> None:
    made = KEPT[name][0]._default_manager.create(**values)

    assert editor.get(reverse(f"{name}:{view}", args=[made.pk])).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("view", FOR_ALL)
@pytest.mark.parametrize("name", KEPT)
def test_nobody_else_opens_the_list(stranger: Client, name: str, view: str, method: str) -> None:
    model, known = KEPT[name]

    response = getattr(stranger, method)(reverse(f"{name}:{view}"), {**FILLED_IN, **known})

    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert not model._default_manager.exists()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("view", FOR_ONE)
@pytest.mark.parametrize("name", KEPT)
def test_nobody_else_opens_one(
    stranger: Client, name: str, view: str, method: str, values: dict[str, Any]
) -> None:
    model = KEPT[name][0]
    made = model._default_manager.create(**values)

    response = getattr(stranger, method)(reverse(f"{name}:{view}", args=[made.pk]))

    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert model._default_manager.filter(pk=made.pk).exists()


def test_visitors_are_sent_to_the_door(client: Client) -> None:
    response = client.get(reverse("synonyms:index"))

    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_only_search_editors_see_the_menu(client: Client) -> None:
    person(client)
    get_user_model().objects.get().user_permissions.add(
        Permission.objects.get(codename="access_admin")
    )

    assert reverse("synonyms:index") not in client.get("/admin/").content.decode()


def test_search_editors_see_the_menu(editor: Client) -> None:
    assert reverse("synonyms:index") in editor.get("/admin/").content.decode()


def test_administrators_are_search_editors(client: Client) -> None:
    ensure_groups()

    response = person(client, ADMINISTRATORS).get(reverse("synonyms:index"))

    assert response.status_code == 200


def test_who_left_is_no_search_editor(db: None) -> None:
    user = get_user_model().objects.create_user("iris", password="x", is_active=False)
    user.groups.add(ensure_search_editors())

    assert not SearchEditorsPolicy(Synonym).user_has_permission(user, "change")


def test_the_policy_names_search_editors_and_administrators(editor: Client) -> None:
    get_user_model().objects.create_superuser("root", password="x")
    get_user_model().objects.create_user("other", password="x")

    people = SearchEditorsPolicy(Synonym).users_with_permission("change")

    assert sorted(user.username for user in people) == ["iris", "root"]


def test_a_group_that_is_missing_is_made_again(db: None) -> None:
    Group.objects.filter(name=SEARCH_EDITORS).delete()

    ensure_groups()

    group = Group.objects.get(name=SEARCH_EDITORS)
    assert [each.codename for each in group.permissions.all()] == ["access_admin"]


def test_a_report_can_fill_in_what_it_knows(editor: Client) -> None:
    response = editor.get(reverse("synonyms:add"), {"language": "nl", "words": "boete", "pk": "7"})

    form = response.context["form"]
    assert (form["language"].value(), form["words"].value()) == ("nl", "boete")


def test_the_list_is_exported(editor: Client) -> None:
    Synonym.objects.create(language="nl", words="boete", meanings="bekeuring")

    response = editor.get(reverse("synonyms:index"), {"export": "csv"})

    assert "boete,bekeuring,one-way" in response.getvalue().decode()
