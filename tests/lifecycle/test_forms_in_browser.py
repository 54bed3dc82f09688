"""Do the forms open in a browser, and their previews inside the admin's frame, in all languages?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.lifecycle.conftest import laid_out

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

    from tests.lifecycle.conftest import Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KINDS = ["informationpage", "procedurepage", "assistancepage"]


@pytest.fixture
def place(transactional_db: None) -> Place:
    return laid_out()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says about policies that were broken and scripts that failed."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if _is_bad(message) else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def _is_bad(message: Any) -> bool:
    return message.type == "error" or "Content Security Policy" in message.text


@pytest.fixture
def editor(page: Page, live_server: LiveServer, admin_user: User, complaints: list[str]) -> Page:
    """A browser in which somebody is logged in; it speaks English."""
    client = Client()
    client.force_login(admin_user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page.set_viewport_size({"width": 1600, "height": 1000})
    return page


def opened(page: Page, live_server: LiveServer, name: str, *arguments: Any) -> Page:
    page.goto(live_server.url + reverse(name, args=arguments))
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_form_of_a_new_service_opens(
    editor: Page, live_server: LiveServer, place: Place, complaints: list[str], kind: str
) -> None:
    opened(editor, live_server, "wagtailadmin_pages:add", "services", kind, place.town.pk)

    editor.get_by_label("Title").first.wait_for()
    assert complaints == []


def test_link_of_a_refusal_leads_to_the_field(
    editor: Page, live_server: LiveServer, place: Place
) -> None:
    draft = place.town.add_child(instance=factories.procedure_draft(slug="half", redress=""))
    draft.save_revision()
    opened(editor, live_server, "wagtailadmin_pages:edit", draft.pk)

    editor.locator(
        "[data-w-dropdown-target=toggle]:near(button:has-text('Save draft'))"
    ).last.click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    editor.get_by_role("link", name="“Redress and appeal” is empty").click()

    assert editor.locator("#id_redress_not_applicable").is_visible()


@pytest.mark.parametrize(
    ("code", "words"), [("nl", "Uw gemeente."), ("en", "Your town."), ("de", "Ihre Gemeinde.")]
)
def test_preview_opens_in_the_frame_of_the_form(
    editor: Page, live_server: LiveServer, complaints: list[str], code: str, words: str
) -> None:
    home = factories.site_tree().homes[code]
    language = factories.locale(code)
    authority = factories.authority_page(home, locale=language)
    draft = factories.information_draft(summary=words, locale=language)
    authority.add_child(instance=draft).save_revision()
    opened(editor, live_server, "wagtailadmin_pages:edit", draft.pk)

    editor.get_by_role("button", name="Toggle preview").click()
    frame = editor.frame_locator("iframe[title=Preview]").first

    frame.get_by_text(words).first.wait_for()
    assert frame.locator("html").get_attribute("lang") == code
    assert complaints == []


def test_preview_of_a_snippet_opens_in_the_frame_of_the_form(
    editor: Page, live_server: LiveServer, complaints: list[str]
) -> None:
    factories.site_tree()
    contact = factories.contact_point("Publieksbalie")
    name = "wagtailsnippets_services_contactpoint:edit"
    opened(editor, live_server, name, contact.pk)

    editor.get_by_role("button", name="Toggle preview").click()

    frame = editor.frame_locator("iframe[title=Preview]").first
    frame.get_by_text("Publieksbalie").first.wait_for()
    assert complaints == []
