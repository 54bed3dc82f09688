"""Does the sitemap name every live and public page in all its languages, and nothing else?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from services.gateway import sitemap
from tests import factories
from tests.gateway import pages

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    return pages.published(laid_authority, pages.procedure("D1", "V1"))


def parsed(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return ET.fromstring(response.content)  # noqa: S314  # Our own.


def locations(client: Client, address: str) -> list[str]:
    return [element.text or "" for element in parsed(client, address).iter(f"{MAP}loc")]


def entry(client: Client, address: str, location: str) -> ET.Element:
    return next(url for url in parsed(client, address) if url.findtext(f"{MAP}loc") == location)


def alternates(url: ET.Element) -> dict[str, str]:
    return {link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(LINK)}


def test_index_names_a_file_for_each_language(client: Client, service: Any) -> None:
    assert locations(client, "/sitemap.xml") == [
        "http://localhost/sitemap-de-1.xml",
        "http://localhost/sitemap-en-1.xml",
        "http://localhost/sitemap-nl-1.xml",
    ]


def test_index_is_in_the_form_of_the_protocol(client: Client, service: Any) -> None:
    index = parsed(client, "/sitemap.xml")

    assert index.tag == f"{MAP}sitemapindex"
    assert {child.tag for child in index} == {f"{MAP}sitemap"}
    assert [part.tag for part in index[-1]] == [f"{MAP}loc", f"{MAP}lastmod"]


def test_file_is_in_the_form_of_the_protocol(client: Client, service: Any) -> None:
    file = parsed(client, "/sitemap-nl-1.xml")

    assert file.tag == f"{MAP}urlset"
    assert {child.tag for child in file} == {f"{MAP}url"}
    assert [part.tag for part in file[-1]] == [f"{MAP}loc", f"{MAP}lastmod", LINK, LINK]


def test_every_kind_of_page_is_named(client: Client, tree: Any, service: Any) -> None:
    topic = factories.topic_page(tree.home)
    event = factories.life_event_page(tree.home)
    about = factories.publish(tree.home.add_child(instance=StandardPage(title="Over ons")))
    named = (tree.home, service.get_parent(), service, topic, event, about)

    assert locations(client, "/sitemap-nl-1.xml") == [page.full_url for page in named]


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_addresses_are_those_that_wagtail_gives(
    client: Client, service: Any, language: str
) -> None:
    for_language = Page.objects.filter(locale__language_code=language, depth__gt=1).order_by("pk")

    expected = [page.full_url for page in for_language]

    assert locations(client, f"/sitemap-{language}-1.xml") == expected


def test_address_with_letters_beyond_ascii_is_quoted_as_wagtail_does(
    client: Client, authority: Any
) -> None:
    page = pages.published(authority, pages.information("D3", slug="straße-über-ελ"))

    assert page.full_url in locations(client, "/sitemap-nl-1.xml")


def test_page_names_itself_and_its_translations(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")

    found = alternates(entry(client, "/sitemap-nl-1.xml", service.full_url))

    assert found == {
        "nl": service.full_url,
        "en": english.full_url,
        "x-default": english.full_url,
    }


def test_translations_name_each_other(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")

    dutch_names = alternates(entry(client, "/sitemap-nl-1.xml", service.full_url))
    english_names = alternates(entry(client, "/sitemap-en-1.xml", english.full_url))

    assert dutch_names == english_names


def test_source_is_the_default_where_english_is_missing(client: Client, service: Any) -> None:
    german = factories.translation(service, "de")

    found = alternates(entry(client, "/sitemap-de-1.xml", german.full_url))

    assert found["x-default"] == service.full_url


def test_last_publication_is_the_date_of_the_address(client: Client, service: Any) -> None:
    found = entry(client, "/sitemap-nl-1.xml", service.full_url)

    expected = service.last_published_at.isoformat(timespec="seconds")

    assert found.findtext(f"{MAP}lastmod") == expected


def test_publication_of_the_source_is_a_change_of_its_translation(
    client: Client, service: Any
) -> None:
    english = factories.translation(service, "en")
    Page.objects.filter(pk=english.pk).update(last_published_at="2020-01-01T00:00:00Z")
    Page.objects.filter(pk=service.pk).update(last_published_at="2020-02-01T00:00:00Z")

    found = entry(client, "/sitemap-en-1.xml", english.full_url)

    assert found.findtext(f"{MAP}lastmod") == "2020-02-01T00:00:00+00:00"


def test_draft_is_not_named(client: Client, authority: Any) -> None:
    draft = authority.add_child(instance=pages.information("D3"))

    assert draft.full_url not in locations(client, "/sitemap-nl-1.xml")


def test_page_that_was_withdrawn_is_named_nowhere(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")
    Page.objects.filter(pk=english.pk).update(live=False)

    assert english.full_url not in locations(client, "/sitemap-en-1.xml")
    assert "en" not in alternates(entry(client, "/sitemap-nl-1.xml", service.full_url))


def test_private_page_is_not_named(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")
    PageViewRestriction.objects.create(
        page=english.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )

    assert english.full_url not in locations(client, "/sitemap-en-1.xml")
    assert "en" not in alternates(entry(client, "/sitemap-nl-1.xml", service.full_url))


def test_alias_is_named_nowhere(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")
    Page.objects.filter(pk=english.pk).update(alias_of=service)

    assert english.full_url not in locations(client, "/sitemap-en-1.xml")
    assert "en" not in alternates(entry(client, "/sitemap-nl-1.xml", service.full_url))


def test_publication_moves_the_sitemap(client: Client, service: Any) -> None:
    before = entry(client, "/sitemap-nl-1.xml", service.full_url).findtext(f"{MAP}lastmod")
    Page.objects.filter(pk=service.pk).update(last_published_at="2020-01-01T00:00:00Z")

    after = entry(client, "/sitemap-nl-1.xml", service.full_url).findtext(f"{MAP}lastmod")

    assert (after, before == after) == ("2020-01-01T00:00:00+00:00", False)


def test_long_language_is_split_into_files(
    client: Client, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MAX_ADDRESSES", 2)

    names = [name for name in locations(client, "/sitemap.xml") if "-nl-" in name]

    assert names == ["http://localhost/sitemap-nl-1.xml", "http://localhost/sitemap-nl-2.xml"]
    assert len(locations(client, "/sitemap-nl-1.xml")) == 2
    assert locations(client, "/sitemap-nl-2.xml") == [service.full_url]


@pytest.mark.parametrize(
    "file", ["nl-0", "nl-2", "fr-1", "xx-1", f"nl-{2**63 - 1}", f"nl-{10**22 - 1}"]
)
def test_file_that_does_not_exist_is_not_found(client: Client, service: Any, file: str) -> None:
    assert client.get(f"/sitemap-{file}.xml").status_code == 404


def test_number_of_pages_adds_no_queries(
    client: Client, service: Any, authority: Any, django_assert_max_num_queries: Any
) -> None:
    client.get("/sitemap-nl-1.xml")
    with django_assert_max_num_queries(20) as few:
        client.get("/sitemap-nl-1.xml")
    pages.published(authority, pages.information("D3"))

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get("/sitemap-nl-1.xml")


def test_robots_name_the_sitemap_on_the_registered_host(client: Client, tree: Any) -> None:
    robots = client.get("/robots.txt", headers={"host": "testserver"}).content.decode()

    assert "Sitemap: http://localhost/sitemap.xml" in robots
