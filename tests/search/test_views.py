"""Readers and programs search, whatever they type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation

from home.models import StandardPage
from services.models import ProcedurePage, TopicPage
from services.presentation.kinds import kind_of
from tests import factories
from tests.search.result_pages import RESULTS, page_of, titles

if TYPE_CHECKING:
    from django.test import Client


pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("index")
class TestPage:
    def test_an_inflected_word_finds_its_pages(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizingen")

        assert "Verhuizing doorgeven" in titles(page)

    def test_a_result_leads_to_its_page(self, client: Client) -> None:
        page = page_of(client, "?q=doorgeven")

        assert page.select_one(RESULTS)["href"] == "/nl/gemeente/1/"

    def test_a_snippet_marks_what_was_found(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizingen doorgeven")

        assert [mark.get_text() for mark in page.select(".hit mark")] == ["verhuizing"]

    def test_a_result_tells_topic_authority_and_date(self, client: Client) -> None:
        text = page_of(client, "?q=doorgeven").select_one(".hit .meta").get_text(" ", strip=True)

        assert "Wonen" in text
        assert "Gemeente Lindewoude" in text
        assert "12\xa0november\xa02026" in text

    def test_the_query_stands_in_the_field_and_the_title(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizen")

        assert page.select_one("input[name=q]")["value"] == "verhuizen"
        assert "verhuizen" in page.title.get_text()

    def test_facets_show_counts(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizen")

        counts = {box["value"]: box.parent.small.contents[0] for box in page.select(".facet input")}
        assert counts == {
            "citizens": "2",
            "businesses": "2",
            "procedure": "1",
            "information": "1",
            "life_event": "1",
        }

    def test_a_kind_is_called_what_its_pages_call_it(self, client: Client) -> None:
        page = page_of(client, "?q=doorgeven&kind=procedure")

        shown = page.select_one(".hit .ds-tag").get_text(strip=True)
        with translation.override("nl"):
            assert shown == kind_of(ProcedurePage())
        assert f": {shown}" in page.select_one(".active").get_text()

    def test_a_filter_narrows_and_can_be_removed(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&kind=life_event&audience=citizens")

        assert titles(page) == ["Verhuizen"]
        assert [link["href"] for link in page.select(".active a")] == [
            "?q=verhuizen&audience=citizens",
            "?q=verhuizen&kind=life_event",
            "?q=verhuizen",
        ]
        assert len(page.select(".facet input[checked]")) == 2

    def test_a_new_choice_of_filters_keeps_the_query(self, client: Client) -> None:
        page = page_of(client, "?q=verhuizen")

        assert page.select_one(".facets input[type=hidden][name=q]")["value"] == "verhuizen"

    def test_many_results_come_in_pages(self, client: Client) -> None:
        page = page_of(client, "?q=paspoort&kind=procedure&page=2")

        links = page.select(".ds-pagination a")
        assert len(titles(page)) == 10
        assert page.select_one("ol.hits")["start"] == "11"
        assert [link["href"] for link in links] == [
            "?q=paspoort&kind=procedure",
            "?q=paspoort&kind=procedure",
            "?q=paspoort&kind=procedure&page=2",
            "?q=paspoort&kind=procedure&page=3",
            "?q=paspoort&kind=procedure&page=4",
            "?q=paspoort&kind=procedure&page=3",
        ]

    def test_a_page_beyond_the_last_is_the_last(self, client: Client) -> None:
        page = page_of(client, "?q=paspoort&page=99")

        assert len(titles(page)) == 5
        assert page.select_one(".ds-pagination [aria-current]").get_text() == "4"

    def test_each_language_finds_its_own(self, client: Client) -> None:
        assert titles(page_of(client, "?q=moves", "en")) == ["Report a move"]
        assert titles(page_of(client, "?q=move", "de")) == []

    def test_the_same_search_is_offered_in_other_languages(self, client: Client) -> None:
        page = page_of(client, "?q=paspoort&kind=procedure")

        links = {link["hreflang"]: link["href"] for link in page.select("nav.lang a")}
        assert links["de"] == "/de/search/?q=paspoort&kind=procedure"

    def test_similar_words_are_offered_where_nothing_has_the_word(self, client: Client) -> None:
        page = page_of(client, "?q=dorgevven")

        assert titles(page) == ["Verhuizing doorgeven"]
        assert page.select_one(".spelling")

    def test_filters_alone_do_not_bring_up_similar_words(self, client: Client) -> None:
        page = page_of(client, "?q=doorgeven&kind=topic")

        assert titles(page) == []

    @pytest.mark.parametrize(
        ("address", "advised"),
        [("?q=doorgeven&kind=topic", ["?q=doorgeven"]), ("?q=xyzzyq", [])],
    )
    def test_only_who_chose_filters_is_told_to_remove_them(
        self, client: Client, address: str, advised: list[str]
    ) -> None:
        page = page_of(client, address)

        assert [link["href"] for link in page.select(".ds-list a")] == advised

    def test_without_a_query_there_is_the_form_alone(self, client: Client) -> None:
        page = page_of(client, "")

        assert page.select_one("form[role=search]")
        assert not page.select(".facets, .hits, .toolbar")

    def test_results_are_kept_out_of_other_search_engines(self, client: Client) -> None:
        assert page_of(client, "?q=x").select_one("meta[name=robots]")["content"] == "noindex"

    def test_nothing_is_written_and_little_is_asked(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(10) as asked:
            client.get("/nl/search/?q=verhuizen")

        assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)

    def test_no_cookie_is_set(self, client: Client) -> None:
        assert not client.get("/nl/search/?q=verhuizen").cookies

    def test_what_was_typed_is_escaped(self, client: Client) -> None:
        response = client.get("/nl/search/", {"q": "<script>alert(1)</script> verhuizen"})

        assert b"<script>alert" not in response.content


@pytest.mark.usefixtures("index")
def test_nothing_found_leads_to_fewer_words_that_find_something(client: Client) -> None:
    page = page_of(client, "?q=verhuizing doorgeven paspoort bedrijf&kind=life_event")

    links = {link.get_text(): link["href"] for link in page.select(".ds-list .ds-list a")}
    assert links.pop("verhuizing") == "?q=verhuizing&kind=life_event"
    assert list(links) == [
        "verhuizing paspoort bedrijf",
        "verhuizing doorgeven bedrijf",
        "verhuizing doorgeven paspoort",
    ]


@pytest.mark.usefixtures("index")
def test_of_a_long_question_the_words_that_the_site_has_are_offered(client: Client) -> None:
    unknown = " ".join(f"qwrt{n}zgh" for n in range(8))

    page = page_of(client, f"?q={unknown} paspoort bedrijf doorgeven verhuizing&kind=life_event")

    links = [link.get_text() for link in page.select(".ds-list .ds-list a")]
    assert links[-1] == "verhuizing"


@pytest.mark.usefixtures("index")
def test_one_word_has_no_fewer_words(client: Client) -> None:
    assert not page_of(client, "?q=doorgeven&kind=topic").select(".ds-list .ds-list")


@pytest.mark.usefixtures("index")
def test_nothing_found_leads_to_people_who_can_be_asked(client: Client) -> None:
    home = factories.site_tree().home
    page = StandardPage(title="Vraag het", role="contact")
    contact = factories.publish(home.add_child(instance=page))

    found = page_of(client, "?q=qwrtzgh")

    assert found.select_one(f'.ds-list a[href="{contact.get_url()}"]').get_text() == "Vraag het"


@pytest.mark.usefixtures("index")
def test_nothing_found_leads_to_topics(client: Client) -> None:
    home = factories.site_tree().home
    factories.topic_page(home, "Wonen en verhuizen")

    page = page_of(client, "?q=qwrtzgh")

    topic = TopicPage.objects.get()
    assert page.select_one(f'a[href="{topic.get_url()}"]')
    assert "qwrtzgh" in page.select_one("main").get_text()


def test_before_the_first_index_this_is_said(client: Client) -> None:
    response = client.get("/nl/search/?q=verhuizen")

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "ds-alert" in response.content.decode()
    assert client.get("/nl/search/?q=verhuizen&format=json").json() == {"error": "unavailable"}


@pytest.mark.usefixtures("index")
def test_searching_is_reading(client: Client) -> None:
    assert client.post("/nl/search/", {"q": "x"}).status_code == 405
    assert client.head("/nl/search/?q=x").status_code == 200


def test_every_kind_and_audience_has_a_name() -> None:
    from search.documents import AUDIENCES, KINDS
    from search.result_facets import LABELS

    with translation.override("en"):
        assert {str(LABELS[value]) for value in (*KINDS, *AUDIENCES)} >= {"Service", "Citizens"}


def test_an_accept_header_that_nobody_can_read_gets_a_page(client: Client) -> None:
    response = client.get("/nl/search/", headers={"Accept": "text/html;a*=bogus''%41"})

    assert response["Content-Type"].startswith("text/html")
