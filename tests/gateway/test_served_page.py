"""Is a page read as a crawler reads it?"""

from __future__ import annotations

import pytest

from services.gateway.selfcheck.served_page import MetaTag, read_page


def test_tags_are_read_with_their_entities() -> None:
    page = read_page('<head><META NAME="DC.Policy" CONTENT="A &amp; &quot;B&quot;"/></head>')

    assert page.metas == [MetaTag("DC.Policy", 'A & "B"')]


def test_what_stands_in_a_comment_or_a_script_is_not_read() -> None:
    page = read_page(
        '<!-- <meta name="sdg-tag" content="sdg"> --><script>"<meta name=x content=y>"</script>'
    )

    assert page.metas == []


@pytest.mark.parametrize(
    ("html", "header", "indexed", "followed"),
    [
        ("", "", True, True),
        ('<meta name="robots" content="noindex">', "", False, True),
        ('<meta name="ROBOTS" content="NOINDEX, nofollow">', "", False, False),
        ('<meta name="robots" content="none">', "", False, False),
        ('<meta name="robots" content="nofollow">', "", True, False),
        ("", "noindex, noarchive", False, True),
        ('<meta name="robots" content="all">', "", True, True),
    ],
)
def test_instructions_to_crawlers_are_understood(
    html: str, header: str, indexed: bool, followed: bool
) -> None:
    page = read_page(html, robots_header=header)

    assert (page.may_be_indexed, page.links_may_be_followed) == (indexed, followed)


def test_only_links_that_may_be_followed_are_read() -> None:
    page = read_page('<a href="/a">a</a><a rel="nofollow" href="/b">b</a><a name="c">c</a>')

    assert page.links == ["/a"]


@pytest.mark.parametrize("html", ["", "<", "<html lang", "\x00<meta name>", "<a href=//[>x</a>"])
def test_broken_html_is_read_without_failing(html: str) -> None:
    assert read_page(html).canonicals == []
