"""Which language a reader gets: by address, by browser, and where a translation is missing."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.models import HomePage
from tests import factories

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize(
    ("accepted", "address"),
    [
        ("de-AT,de;q=0.9", "/de/"),
        ("fr;q=1.0,en;q=0.5", "/en/"),
        ("fr", "/nl/"),
        ("", "/nl/"),
        ("*", "/nl/"),
        ("x" * 2000, "/nl/"),
        ("de;q=0", "/nl/"),
        ("nl;q=0", "/en/"),
        ("nl;q=0,nl-BE", "/en/"),
        ("nl;q=0,de-AT;q=0.1", "/de/"),
        ("nl;q=0,en;q=0,de;q=0", "/nl/"),
    ],
)
def test_root_leads_to_the_best_language(
    tree: factories.SiteTree, client: Client, accepted: str, address: str
) -> None:
    response: Any = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response["Location"]) == (302, address)
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_root_never_leads_to_a_language_without_front_page(db: None, client: Client) -> None:
    factories.site_tree(("nl", "en"))

    response: Any = client.get("/", headers={"Accept-Language": "de"})

    assert response["Location"] == "/nl/"


def test_front_page_is_never_served_in_another_language(db: None, client: Client) -> None:
    factories.site_tree(("nl", "en"))

    assert client.get("/de/").status_code == 404


def test_page_is_not_served_below_another_languages_prefix(service: Any, client: Client) -> None:
    assert client.get(service.url.replace("/nl/", "/de/")).status_code == 404


def test_draft_is_not_served(tree: factories.SiteTree, client: Client) -> None:
    authority = factories.authority_page(tree.home)
    draft = authority.add_child(instance=factories.procedure_draft())

    assert client.get(draft.url).status_code == 404


def test_page_names_its_live_languages_absolutely(english: Any, client: Client) -> None:
    html = client.get(english.url).content.decode()

    assert f'hreflang="en" href="http://localhost{english.url}"' in html
    assert f'hreflang="nl" href="http://localhost{english.source.url}"' in html
    assert 'rel="alternate" hreflang="de"' not in html


def test_x_default_is_english_where_it_is_live(english: Any, client: Client) -> None:
    html = client.get(english.source.url).content.decode()

    assert f'hreflang="x-default" href="http://localhost{english.url}"' in html


def test_x_default_is_the_source_elsewhere(service: Any, client: Client) -> None:
    html = client.get(service.url).content.decode()

    assert f'hreflang="x-default" href="http://localhost{service.url}"' in html


def test_canonical_address_has_no_query(service: Any, client: Client) -> None:
    html = client.get(f"{service.url}?utm=1").content.decode()

    assert f'rel="canonical" href="http://localhost{service.url}"' in html


def test_switcher_leads_to_the_notice_where_a_translation_is_missing(
    english: Any, client: Client
) -> None:
    html = client.get(english.url).content.decode()

    assert f'href="/de/untranslated/{english.translation_key}/" lang="de"' in html


def test_notice_names_the_page_under_its_own_language(english: Any, client: Client) -> None:
    response = client.get(f"/de/untranslated/{english.translation_key}/")
    html = response.content.decode()

    assert response.status_code == 200
    assert '<html lang="de"' in html
    assert "Report a move" in html.split('<h1 class="title"')[1].split("</h1>")[0]
    assert 'lang="en"' in html.split('<h1 class="title"')[1].split("</h1>")[0]


def test_notice_links_the_languages_that_exist(english: Any, client: Client) -> None:
    html = client.get(f"/de/untranslated/{english.translation_key}/").content.decode()
    main = html.split("<main")[1]

    assert f'href="{english.url}"' in main
    assert f'href="{english.source.url}"' in main


def test_notice_is_in_no_index_and_names_no_alternates(english: Any, client: Client) -> None:
    html = client.get(f"/de/untranslated/{english.translation_key}/").content.decode()

    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="alternate"' not in html
    assert 'rel="canonical"' not in html


def test_notice_leads_on_once_the_page_is_translated(english: Any, client: Client) -> None:
    response: Any = client.get(f"/en/untranslated/{english.translation_key}/")

    assert (response.status_code, response["Location"]) == (302, english.url)


def test_notice_for_an_unknown_page_is_not_found(tree: Any, client: Client) -> None:
    assert client.get(f"/de/untranslated/{uuid.uuid4()}/").status_code == 404


def test_draft_has_no_notice(tree: factories.SiteTree, client: Client) -> None:
    authority = factories.authority_page(tree.home)
    draft = authority.add_child(instance=factories.procedure_draft())

    assert client.get(f"/de/untranslated/{draft.translation_key}/").status_code == 404


def test_lists_lead_to_themselves_in_other_languages(tree: Any, client: Client) -> None:
    html = client.get(reverse("a_to_z").replace("/en/", "/nl/")).content.decode()

    assert 'href="/de/a-z/" lang="de"' in html


def test_results_of_a_search_name_no_alternates_but_switch_language(
    tree: Any, client: Client
) -> None:
    html = client.get("/nl/search/?q=wonen").content.decode()

    assert 'rel="alternate"' not in html
    assert 'href="/de/search/?q=wonen" lang="de"' in html


def test_missing_page_of_the_admin_leads_to_no_language(tree: Any, admin_client: Client) -> None:
    assert admin_client.get("/admin/nothing/").status_code == 404


def test_address_without_a_language_still_gets_one(tree: Any, client: Client) -> None:
    response: Any = client.get("/verhuizen/", headers={"Accept-Language": "de"})

    assert response["Location"] == "/de/verhuizen/"


def test_lists_name_their_languages_without_the_readers_query(tree: Any, client: Client) -> None:
    html = client.get("/nl/a-z/?utm=1").content.decode()

    assert 'hreflang="en" href="http://localhost/en/a-z/"' in html
    assert "utm" not in html


def test_lists_name_no_language_without_front_page(db: None, client: Client) -> None:
    factories.site_tree(("nl", "en"))

    html = client.get("/nl/a-z/").content.decode()

    assert 'rel="alternate" hreflang="en"' in html
    assert 'rel="alternate" hreflang="de"' not in html


def test_list_that_has_no_such_page_names_no_address(tree: Any, client: Client) -> None:
    response = client.get(f"/nl/untranslated/{uuid.uuid4()}/")
    html = response.content.decode()

    assert response.status_code == 404
    assert 'rel="canonical"' not in html
    assert 'rel="alternate"' not in html


def test_notice_is_titled_by_the_page(english: Any, client: Client) -> None:
    html = client.get(f"/de/untranslated/{english.translation_key}/").content.decode()

    assert "Report a move" in html.split("<title>")[1].split("</title>")[0]


def test_sites_name_says_its_language_where_it_has_none_of_its_own(
    db: None, client: Client
) -> None:
    tree = factories.site_tree(("nl", "en"))
    HomePage.objects.filter(pk=tree.home.pk).update(tagline="Alles van de overheid")

    html = " ".join(client.get("/de/a-z/").content.decode().split())
    brand = html.split('class="brand"')[1].split("</a>")[0]

    assert '<span lang="nl">Overheidswijzer</span>' in brand
    assert 'class="brand__sub" lang="nl"' in brand


def test_private_translation_is_named_nowhere(english: Any, client: Client) -> None:
    PageViewRestriction.objects.create(page=english, restriction_type="login")

    html = client.get(english.source.url).content.decode()

    assert english.url not in html


@pytest.mark.parametrize("address", ["/nl/topics/", "/nl/", "/nl/a-z/"])
def test_title_of_a_private_topic_is_listed_nowhere(
    tree: factories.SiteTree, client: Client, address: str
) -> None:
    topic = factories.topic_page(tree.home)
    PageViewRestriction.objects.create(page=topic, restriction_type="login")

    assert topic.title not in client.get(address).content.decode()


def test_notice_says_nothing_of_a_private_page(service: Any, client: Client) -> None:
    PageViewRestriction.objects.create(page=service, restriction_type="login")

    assert client.get(f"/de/untranslated/{service.translation_key}/").status_code == 404
