"""What search editors ask of a page's team stands before that team until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from search.access import ensure_search_editors
from search.models import OwnerTask
from tests import factories

if TYPE_CHECKING:
    from django.contrib.auth.models import Group
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(move_page: Any) -> OwnerTask:
    return OwnerTask.objects.create(page=move_page, query="adres", note="Noem het woord adres.")


def enter(client: Client, group: Group) -> Client:
    user = get_user_model().objects.create_user("iris", "iris@example.org", "x")
    user.groups.add(group)
    client.force_login(user)
    return client


def first_page(client: Client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_team_of_the_page_sees_the_task(
    client: Client, task: OwnerTask, authority: Any
) -> None:
    said = first_page(enter(client, authority.team))

    assert "Noem het woord adres." in said
    assert reverse("wagtailadmin_pages:edit", args=[task.page_id]) in said


def test_another_team_does_not_see_it(
    client: Client, task: OwnerTask, tree: factories.SiteTree
) -> None:
    other = factories.authority_page(tree.home, "Gemeente Elders", slug="elders")

    assert "Noem het woord" not in first_page(enter(client, other.team))


def test_the_team_says_that_it_is_done(client: Client, task: OwnerTask, authority: Any) -> None:
    enter(client, authority.team).post(reverse("search_tasks:finish", args=[task.pk]))

    task.refresh_from_db()
    assert task.done_at
    assert "Noem het woord" not in first_page(client)


def test_nobody_else_says_so(client: Client, task: OwnerTask, tree: factories.SiteTree) -> None:
    other = factories.authority_page(tree.home, "Gemeente Elders", slug="elders")

    response = enter(client, other.team).post(reverse("search_tasks:finish", args=[task.pk]))

    assert response.status_code == 404
    assert not OwnerTask.objects.get().done_at


def test_visitors_are_sent_to_the_door(client: Client, task: OwnerTask) -> None:
    response = client.post(reverse("search_tasks:finish", args=[task.pk]))

    assert response.url.startswith(reverse("wagtailadmin_login"))
    assert not OwnerTask.objects.get().done_at


def test_looking_at_the_address_finishes_nothing(
    client: Client, task: OwnerTask, authority: Any
) -> None:
    response = enter(client, authority.team).get(reverse("search_tasks:finish", args=[task.pk]))

    assert response.status_code == 405


def test_a_task_knows_who_made_it(client: Client, move_page: Any) -> None:
    form = {"page": move_page.pk, "query": "adres", "note": "Noem het woord adres."}

    enter(client, ensure_search_editors()).post(reverse("owner-tasks:add"), form)

    assert OwnerTask.objects.get().made_by.username == "iris"


@pytest.mark.usefixtures("_in_english")
def test_a_draft_is_nobodys_business(authority: Any) -> None:
    draft = authority.add_child(instance=factories.procedure_draft(slug="ontwerp", live=False))

    with pytest.raises(ValidationError, match="choose one that is live"):
        OwnerTask(page=draft, query="adres", note="Leg uit.").full_clean()


def test_many_tasks_cost_few_queries(
    client: Client, task: OwnerTask, authority: Any, django_assert_max_num_queries: Any
) -> None:
    rows = [OwnerTask(page=task.page, query=f"vraag {n}", note="Leg uit.") for n in range(50)]
    OwnerTask.objects.bulk_create(rows)
    enter(client, authority.team)
    first_page(client)

    with django_assert_max_num_queries(60):
        first_page(client)
