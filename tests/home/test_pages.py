"""The front page, the lists, the standard pages, and what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import RequestFactory
from django.utils import translation

from config.faults import failed
from home.models import HomePage, StandardPage, TopTask
from tests import factories

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import Settings


def html(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def standard_page(tree: factories.SiteTree, title: str, role: str) -> Any:
    page = StandardPage(title=title, role=role, body="<p>Wij doen dit zo.</p>")
    return factories.publish(tree.home.add_child(instance=page))


def test_front_page_searches_first(tree: factories.SiteTree, client: Client) -> None:
    main = html(client, "/nl/").split("<main")[1]

    assert 'action="/nl/search/"' in main


def test_front_page_shows_top_tasks(
    tree: factories.SiteTree, service: Any, english: Any, client: Client
) -> None:
    home: Any = tree.home
    home.top_tasks = [TopTask(target=service)]
    factories.publish(home)

    assert f'<a href="{service.url}" >{service.title}</a>' in html(client, "/nl/")
    assert f'<a href="{english.url}" >{english.title}</a>' in html(client, "/en/")
    assert f'<a href="{service.url}" lang="nl">' in html(client, "/de/")


def test_front_page_is_described_by_its_tagline(tree: factories.SiteTree, client: Client) -> None:
    HomePage.objects.filter(pk=tree.home.pk).update(tagline="Alles van de overheid")

    head = html(client, "/nl/").split("<body>")[0]

    assert '<meta name="description" content="Alles van de overheid">' in head


def test_front_page_says_that_its_translation_lags(
    tree: factories.SiteTree, client: Client
) -> None:
    home: Any = tree.home
    target = home.get_translations().get(locale__language_code="en").specific
    factories.record_import(target, target.save_revision(), words_changed_on=None)
    assert "ds-alert" not in html(client, "/en/")

    home.introduction = "<p>Wij helpen u verder.</p>"
    factories.publish(home)

    assert 'data-color="warning"' in html(client, "/en/")


@pytest.mark.parametrize("address", ["/en/", "/en/topics/"])
def test_topics_stand_in_the_order_of_the_readers_alphabet(
    tree: factories.SiteTree, client: Client, address: str
) -> None:
    names = {"Wonen": "Work", "Zorg": "Éducation", "Werk": "Care"}
    translated = [
        factories.translation(factories.topic_page(tree.home, title), title=name)
        for title, name in names.items()
    ]

    page = html(client, address)

    assert sorted(translated, key=lambda topic: page.index(f">{topic.title}<")) == translated[::-1]


@pytest.mark.parametrize("address", ["/nl/", "/nl/topics/"])
def test_topics_are_listed(tree: factories.SiteTree, client: Client, address: str) -> None:
    topic = factories.topic_page(tree.home)

    assert f'<a href="{topic.url}" >Wonen en verhuizen</a>' in html(client, address)


@pytest.mark.parametrize("address", ["/nl/", "/nl/life-events/"])
def test_life_events_are_listed(tree: factories.SiteTree, client: Client, address: str) -> None:
    event = factories.life_event_page(tree.home)

    assert f'<a href="{event.url}" >Verhuizen</a>' in html(client, address)


def test_guide_that_is_translated_is_listed_in_the_language(
    tree: factories.SiteTree, client: Client
) -> None:
    topic = factories.topic_page(tree.home)
    factories.translation(topic, title="Living")

    assert ">Living</a>" in html(client, "/en/topics/")
    assert 'lang="nl">Wonen en verhuizen</a>' in html(client, "/de/topics/")


def test_a_to_z_files_pages_under_their_letters(
    tree: factories.SiteTree, service: Any, client: Client
) -> None:
    factories.topic_page(tree.home, "Éénoudergezin")

    page = html(client, "/nl/a-z/")

    assert page.index(">Éénoudergezin</a>") < page.index(">Verhuizing doorgeven</a>")
    assert 'href="#letter-1" >E</a>' in page


def test_a_to_z_lists_the_language_only(service: Any, english: Any, client: Client) -> None:
    assert "Verhuizing doorgeven" not in html(client, "/en/a-z/")
    assert "Report a move" in html(client, "/en/a-z/")


def test_standard_page_shows_its_text(tree: factories.SiteTree, client: Client) -> None:
    page = standard_page(tree, "Toegankelijkheid", "accessibility")

    assert "Wij doen dit zo." in html(client, page.url)


def test_footer_links_standard_pages(tree: factories.SiteTree, client: Client) -> None:
    page = standard_page(tree, "Toegankelijkheid", "accessibility")
    factories.translation(page, title="Accessibility", slug="accessibility")

    assert f'<a href="{page.url}" >Toegankelijkheid</a>' in html(client, "/nl/a-z/")
    assert ">Accessibility</a>" in html(client, "/en/")
    assert 'lang="nl">Toegankelijkheid</a>' in html(client, "/de/")


def test_role_of_a_standard_page_is_its_sources(tree: factories.SiteTree, client: Client) -> None:
    page = standard_page(tree, "Contact met ons", "contact")
    english = factories.translation(page, title="Contact us", slug="contact-us")
    StandardPage.objects.filter(pk=english.pk).update(role="other")

    menu = html(client, english.url).split('class="mainnav"')[1].split("</nav>")[0]

    assert f'<a href="{english.url}" aria-current="true"' in menu


def test_contact_page_stands_in_the_menu(tree: factories.SiteTree, client: Client) -> None:
    page = standard_page(tree, "Zo bereikt u ons", "contact")

    menu, _end, below = html(client, page.url).split('class="mainnav"')[1].partition("</nav>")

    assert f'<a href="{page.url}" aria-current="true" >Contact</a>' in menu
    assert "Zo bereikt u ons" not in menu
    assert f'<a href="{page.url}" >Zo bereikt u ons</a>' in below


def test_name_of_the_site_is_the_front_pages_title(
    tree: factories.SiteTree, client: Client
) -> None:
    assert "– Overheidswijzer</title>" in html(client, "/nl/a-z/")


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_missing_page_is_told_in_the_addresss_language(
    tree: factories.SiteTree, client: Client, language: str
) -> None:
    response = client.get(f"/{language}/no-such-page/", headers={"Accept-Language": "fr"})

    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.content.decode()


def test_missing_page_names_no_alternates(tree: factories.SiteTree, client: Client) -> None:
    page = html(client, "/nl/no-such-page/")

    assert 'rel="alternate"' not in page
    assert 'rel="canonical"' not in page
    assert 'href="/de/" lang="de"' in page


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_fault_of_ours_is_told_in_the_addresss_language(
    tree: factories.SiteTree, client: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("home.views.letters", fail)
    client.raise_request_exception = False

    response = client.get(f"/{language}/a-z/")

    assert response.status_code == 500
    assert f'<html lang="{language}"' in response.content.decode()


def test_page_about_a_fault_needs_no_list_of_static_files(settings: Settings) -> None:
    manifest = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": manifest}}

    page = failed(RequestFactory().get("/")).content.decode()

    assert 'href="/static/dist/site.css"' in page


def test_page_about_a_fault_needs_no_database(settings: Settings) -> None:
    settings.SITE_THEME = "dist/theme-lindewoude.css"

    with translation.override("de"):
        page = failed(RequestFactory().get("/")).content.decode()

    assert 'action="/de/search/" method="get"' in page
    assert 'href="/static/dist/theme-lindewoude.css"' in page
    assert "<span>Portolan</span>" in page


def test_page_about_a_fault_leads_to_a_language_of_the_site() -> None:
    with translation.override("fr"):
        page = failed(RequestFactory().get("/")).content.decode()

    assert 'action="/nl/search/"' in page


@pytest.mark.parametrize(
    "address", ["/nl/", "/nl/a-z/", "/nl/topics/", "/nl/life-events/", "/nl/nothing/"]
)
def test_readers_get_no_cookie_and_the_strict_policy(
    tree: factories.SiteTree, client: Client, address: str
) -> None:
    response: Any = client.get(address)

    assert not response.cookies
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
