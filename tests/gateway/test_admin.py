"""Can administrators, and nobody else, say since when a page is registered?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from services.gateway.access import AdministratorsPolicy
from services.gateway.models import Registration
from services.rights.administrators import ADMINISTRATORS
from tests.gateway import pages

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    return pages.published(laid_authority, pages.information("D3"))


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("admin", password="x"))
    return client


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", password="x")
    permissions = Permission.objects.filter(content_type__app_label="gateway")
    user.user_permissions.set([*permissions, Permission.objects.get(codename="access_admin")])
    client.force_login(user)
    return client


def registered(page: Any, day: date = date(2026, 1, 1)) -> Registration:
    return Registration.objects.create(
        translation_key=page.translation_key, locale=page.locale, registered_on=day
    )


def test_administrator_registers_a_page(administrator: Client, service: Any) -> None:
    form = {"page": service.pk, "registered_on": "2026-01-01"}

    response = administrator.post(reverse("registrations:add"), form)

    assert response.status_code == 302
    row = Registration.objects.of(service).get()
    assert row.registered_on == date(2026, 1, 1)


def test_page_is_registered_once_a_language(administrator: Client, service: Any) -> None:
    registered(service)
    form = {"page": service.pk, "registered_on": "2026-02-02"}

    response = administrator.post(
        reverse("registrations:add"), form, headers={"accept-language": "en"}
    )

    assert "This page is registered in this language already." in response.content.decode()
    assert Registration.objects.count() == 1


def test_administrator_changes_the_day(administrator: Client, service: Any) -> None:
    row = registered(service)
    form = {"page": service.pk, "registered_on": "2026-02-02"}

    administrator.post(reverse("registrations:edit", args=[row.pk]), form)

    assert Registration.objects.get().registered_on == date(2026, 2, 2)


def test_form_shows_the_page_that_is_registered(administrator: Client, service: Any) -> None:
    row = registered(service)

    response = administrator.get(reverse("registrations:edit", args=[row.pk]))

    assert service.title in response.content.decode()


def test_list_names_the_pages(administrator: Client, service: Any) -> None:
    registered(service)

    response = administrator.get(reverse("registrations:index"))

    assert service.title in response.content.decode()


@pytest.mark.parametrize("address", ["index", "add"])
def test_nobody_else_opens_the_registrations(editor: Client, address: str) -> None:
    response = editor.get(reverse(f"registrations:{address}"))

    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("address", ["edit", "delete", "history", "usage"])
def test_nobody_else_opens_a_registration(editor: Client, service: Any, address: str) -> None:
    response = editor.get(reverse(f"registrations:{address}", args=[registered(service).pk]))

    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_nobody_else_registers_a_page(editor: Client, service: Any) -> None:
    editor.post(reverse("registrations:add"), {"page": service.pk, "registered_on": "2026-01-01"})

    assert not Registration.objects.exists()


def test_members_of_the_group_of_administrators_register_pages(
    editor: Client, service: Any
) -> None:
    group = Group.objects.get_or_create(name=ADMINISTRATORS)[0]
    get_user_model().objects.get(username="editor").groups.add(group)

    response = editor.get(reverse("registrations:index"))

    assert response.status_code == 200
    users = AdministratorsPolicy(Registration).users_with_permission("add")
    assert [user.username for user in users] == ["editor"]
