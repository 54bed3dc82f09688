"""Does the crawler go where links lead on this host, and nowhere else?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.gateway.selfcheck.crawling import Crawl, Crawler, Limits, Outcome
from services.gateway.selfcheck.fetching import Answer

if TYPE_CHECKING:
    from services.gateway.selfcheck.fetching import Fetch

HOST = "https://site.example"
HTML = {"content-type": "text/html; charset=utf-8"}


def html(text: str, **headers: str) -> Answer:
    return Answer(200, HTML | headers, text)


def links(*addresses: str) -> Answer:
    return html("".join(f'<a href="{address}">x</a>' for address in addresses))


def serving(**pages: Answer) -> Fetch:
    """A site of the pages by path (“_” is the front page)."""
    by_url = {f"{HOST}/{'' if path == '_' else path}": page for path, page in pages.items()}
    robots = by_url.pop(f"{HOST}/robots", Answer(404))
    return lambda url: robots if url.endswith("/robots.txt") else by_url.get(url, Answer(404))


def crawl(limits: Limits | None = None, **pages: Answer) -> Crawl:
    return Crawler(serving(**pages), HOST).crawl(limits or Limits())


def outcomes(found: Crawl) -> dict[str, Outcome]:
    return {url.removeprefix(HOST): visit.outcome for url, visit in found.visits.items()}


def test_links_are_followed_from_the_front_page() -> None:
    found = crawl(_=links("a", "/a#part"), a=links("/b"), b=html(""))

    assert outcomes(found) == {"/": Outcome.READ, "/a": Outcome.READ, "/b": Outcome.READ}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.site.example/a",
        "http://site.example/a",
        "https://site.example:8443/a",
        "https://site.example.evil.example/a",
        "//other.example/a",
        "mailto:a@site.example",
        "javascript:void(0)",
        "https://[half/",
    ],
)
def test_other_hosts_and_schemes_are_left_alone(address: str) -> None:
    assert list(outcomes(crawl(_=links(address)))) == ["/"]


def test_redirect_is_followed_on_this_host_only() -> None:
    moved = Answer(302, {"location": "/nl/"})
    away = Answer(302, {"location": "https://other.example/"})

    found = crawl(None, _=moved, **{"nl/": links("/away"), "away": away})

    assert outcomes(found) == {
        "/": Outcome.REDIRECTED,
        "/nl/": Outcome.READ,
        "/away": Outcome.REDIRECTED,
    }


def test_endless_redirect_ends() -> None:
    assert outcomes(crawl(_=Answer(302, {"location": "/"}))) == {"/": Outcome.REDIRECTED}


def test_robots_txt_is_obeyed() -> None:
    robots = Answer(200, {}, "User-agent: *\nDisallow: /secret")

    found = crawl(robots=robots, _=links("/secret/a", "/b"), b=html(""))

    assert outcomes(found)["/secret/a"] == Outcome.FORBIDDEN
    assert outcomes(found)["/b"] == Outcome.READ


def test_broken_robots_txt_forbids_all() -> None:
    assert outcomes(crawl(robots=Answer(503), _=html(""))) == {"/": Outcome.FORBIDDEN}


@pytest.mark.parametrize(
    "page",
    [
        html('<meta name="robots" content="noindex"><a href="/b">b</a>'),
        html('<a href="/b">b</a>', **{"x-robots-tag": "noindex"}),
    ],
)
def test_page_with_noindex_is_dropped_and_its_links_followed(page: Answer) -> None:
    found = crawl(_=page, b=html(""))

    assert outcomes(found) == {"/": Outcome.NOT_INDEXED, "/b": Outcome.READ}


def test_links_of_a_page_with_nofollow_are_not_followed() -> None:
    page = html('<meta name="robots" content="nofollow"><a href="/b">b</a>')

    assert outcomes(crawl(_=page, b=html(""))) == {"/": Outcome.READ}


def test_page_with_a_foreign_canonical_is_dropped() -> None:
    page = html(f'<link rel="canonical" href="{HOST}/b"><a href="/c">c</a>')

    assert outcomes(crawl(_=page)) == {"/": Outcome.NOT_CANONICAL}


def test_page_that_is_its_own_canonical_is_read() -> None:
    page = html(f'<link rel="canonical" href="{HOST}/">')

    assert outcomes(crawl(_=page)) == {"/": Outcome.READ}


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(404), Outcome.FAILED),
        (Answer(500, HTML, '<a href="/b">b</a>'), Outcome.FAILED),
        (Answer(0, error="TimeoutError: timed out"), Outcome.FAILED),
        (Answer(200, {"content-type": "application/pdf"}), Outcome.NOT_HTML),
    ],
)
def test_what_is_no_page_is_noted(answer: Answer, outcome: Outcome) -> None:
    assert outcomes(crawl(_=links("/a"), a=answer))["/a"] == outcome


def test_endless_site_is_left_after_the_limit() -> None:
    found = Crawler(lambda url: Answer(404) if "robots" in url else links(f"{url}a"), HOST).crawl(
        Limits(pages=5)
    )

    assert (len(found.visits), found.stopped) == (5, "after 5 pages")


def test_crawl_ends_when_its_time_is_up() -> None:
    assert crawl(Limits(seconds=-1), _=html("")).stopped == "after -1 seconds"


def test_addresses_with_a_query_come_last() -> None:
    found = crawl(_=links("/a?page=2", "/b"), b=links("/c"))

    assert list(outcomes(found)) == ["/", "/b", "/c", "/a?page=2"]


def test_registered_host_is_found_where_the_site_answers() -> None:
    fetch = serving(_=links("https://overheid.example/a"), a=html(""))

    found = Crawler(fetch, HOST, "https://overheid.example").crawl(Limits())

    assert outcomes(found) == {"/": Outcome.READ, "/a": Outcome.READ}
