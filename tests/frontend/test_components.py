"""What the components make of what they are given."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from services.presentation.language_links import LanguageLink
from tests.frontend.gallery import render
from tests.frontend.gallery_content import Foreign, link


def component(partial: str, /, **given: Any) -> str:
    return " ".join(render_to_string(f"components/{partial}.html", given).split())


def value(label: Any, **more: Any) -> dict[str, Any]:
    return {"value": "a&b", "label": label, "count": 12, "noun": "results", **more}


def rendered(source: str, words: Any) -> str:
    return Template("{% load formats words %}" + source).render(Context({"words": words}))


def test_words_in_the_pages_language_stand_bare() -> None:
    assert rendered("{{ words|in_its_language }}", "Free & easy") == "Free &amp; easy"
    assert rendered("<p {{ words|lang_attributes }}>", "Free") == "<p >"


def test_words_in_another_language_carry_it() -> None:
    words = Foreign("مجاني", "ar", "rtl")

    marked = '<span lang="ar" dir="rtl">مجاني</span>'
    assert rendered("{{ words|in_its_language }}", words) == marked
    assert rendered("<p {{ words|lang_attributes }}>", words) == '<p lang="ar" dir="rtl">'
    assert rendered("<p {{ words|lang_attributes }}>", Foreign("Free", "en", "")) == '<p lang="en">'


@pytest.mark.parametrize(
    ("partial", "given"),
    [
        ("page_heading", {"title": Foreign("Moving", "en")}),
        ("heading", {"text": Foreign("Moving", "en")}),
        ("button_start", {"url": "/", "text": Foreign("Moving", "en")}),
        ("facts_box", {"facts": [{"value": Foreign("Moving", "en")}]}),
        ("toc", {"entries": [link(Foreign("Moving", "en"))]}),
        ("details", {"summary": Foreign("Moving", "en")}),
        ("bullet_list", {"entries": [Foreign("Moving", "en")]}),
        ("steps", {"steps": [link(Foreign("Moving", "en"))]}),
        ("table_stacking", {"rows": [{"cells": [Foreign("Moving", "en")]}]}),
        ("contact_card", {"name": Foreign("Moving", "en")}),
        ("legal_references", {"references": [link(Foreign("Moving", "en"))]}),
        ("hits", {"hits": [link(Foreign("Moving", "en"))]}),
        ("hits", {"hits": [link("Verhuizen", snippet=Foreign("Moving", "en"))]}),
        ("facets", {"facets": [{"name": "topic", "options": [value(Foreign("Moving", "en"))]}]}),
        ("cards", {"cards": [link(Foreign("Moving", "en"))]}),
        ("link_list", {"entries": [link(Foreign("Moving", "en"))]}),
        ("untranslated_notice", {"title": Foreign("Moving", "en")}),
    ],
)
def test_component_marks_words_in_another_language(partial: str, given: dict[str, Any]) -> None:
    assert 'lang="en"' in component(partial, **given)


def test_rich_text_shows_what_was_marked_safe() -> None:
    html = component("rich_text", words=mark_safe("<p>Free</p>"))

    assert html.endswith("<p>Free</p></div>")


def test_rich_text_escapes_what_was_not() -> None:
    assert "&lt;script&gt;" in component("rich_text", words="<script>alert(1)</script>")


def test_snippet_of_a_hit_escapes_what_was_not_marked_safe() -> None:
    hit = link("Moving", snippet="<img src=x onerror=alert(1)>")

    assert "<img" not in component("hits", hits=[hit])


def test_facts_of_a_hit_are_a_list() -> None:
    hit = link("Moving", facts=["Living & moving", Foreign("Gemeente", "nl")])

    html = component("hits", hits=[hit])

    assert '<li>Living &amp; moving</li><li><span lang="nl" dir="ltr">Gemeente</span></li>' in html


def test_a_filter_keeps_the_query() -> None:
    html = component("facets", hidden=[{"name": "q", "value": '"a"'}], facets=[])

    assert '<input type="hidden" name="q" value="&quot;a&quot;">' in html


def test_a_language_is_named_in_itself() -> None:
    links = [
        LanguageLink("nl", "Nederlands", "/nl/?a&b", "ltr", is_current=True),
        LanguageLink("el", "Ελληνικά", "/el/", ""),
    ]

    html = component("language_navigation", languages=links)

    current = 'href="/nl/?a&amp;b" lang="nl" hreflang="nl" dir="ltr" aria-current="true"'
    assert f"<li><a {current}>Nederlands</a></li>" in html
    assert '<li><a href="/el/" lang="el" hreflang="el" >Ελληνικά</a></li>' in html


def test_a_value_of_a_filter_is_ticked_and_tells_its_count() -> None:
    options = [value("A & B", is_chosen=True)]
    facet = {"name": "topic", "options": options, "more": [value("A & B")]}

    html = component("facets", facets=[facet])

    assert '<input type="checkbox" name="topic" value="a&amp;b" checked>' in html
    assert '<small>12<span class="visually-hidden"> results</span></small>' in html
    assert html.count("<span >A &amp; B</span>") == 2


def test_breadcrumb_of_the_front_page_is_not_shown() -> None:
    assert component("breadcrumbs", crumbs=[link("Home")]) == ""


def test_breadcrumb_leads_one_step_back_on_small_screens() -> None:
    crumbs = [link("Home", "/nl/"), link("Housing", "/nl/housing/"), link("Moving", "/nl/moving/")]

    html = component("breadcrumbs", crumbs=crumbs)

    assert '<a class="ds-link" href="/nl/housing/" aria-label="Back to Housing">' in html


def test_pagination_keeps_the_place_of_a_missing_neighbour() -> None:
    pages = [{"number": 1, "url": "?page=1", "is_current": True}, {"number": 2, "url": "?page=2"}]

    html = component("pagination", pages=pages, next_url="?page=2")

    assert html.index("<li hidden></li>") < html.index("Page 1")


def test_pages_that_are_left_out_and_the_current_one_are_shown() -> None:
    pages = [{"number": 1, "url": "?a&b", "is_current": True}, {"number": None}]

    html = component("pagination", pages=pages)

    assert (
        'data-variant="primary" href="?a&amp;b" aria-current="true" aria-label="Page 1">1<' in html
    )
    assert html.count("<li>…</li>") == 1


def test_a_single_page_needs_no_pagination() -> None:
    assert component("pagination", pages=[{"number": 1, "url": "?page=1"}]) == ""


def test_fact_with_several_lines_shows_each() -> None:
    html = component("facts_box", facts=[{"label": "How", "lines": ["Online", "By post"]}])

    assert html.count("<dd>") == 2


def test_telephone_number_is_written_left_to_right() -> None:
    channel = {"icon": "phone", "text": "14 000", "url": "tel:14000"}

    assert 'dir="ltr"' in component("contact_card", name="Town", channels=[channel])


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "12 november 2026"), ("en", "12 November 2026")]
)
def test_date_is_written_as_its_readers_write_it(language: str, words: str) -> None:
    with translation.override(language):
        html = rendered("{{ words|time_element }}", date(2026, 11, 12))

    assert html.replace("\u00a0", " ") == f'<time datetime="2026-11-12">{words}</time>'


def test_search_form_needs_an_address() -> None:
    assert component("search_form", id="search") == ""


def test_query_is_escaped_in_the_search_form() -> None:
    html = component("search_form", id="search", action="/", query='"><script>')

    assert "<script>" not in html


def test_page_names_itself_in_each_language() -> None:
    html = render("service")

    assert html.count('hreflang="x-default"') == 1
    assert '<link rel="canonical" href="https://overheid.example/nl/verhuizen/">' in html


def test_title_names_page_and_site() -> None:
    assert "<title>Verhuizing doorgeven – Overheidswijzer</title>" in render("service")


def test_page_in_a_right_to_left_language_says_so() -> None:
    assert '<html lang="ar" dir="rtl"' in render("service", "ar")


@pytest.mark.parametrize("template", ["404.html", "500.html"])
def test_error_page_needs_no_context(template: str) -> None:
    with translation.override("de"):
        html = render_to_string(template)

    assert '<html lang="de" dir="ltr"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_demo_content_is_marked() -> None:
    assert "demonstration content" in component("footer", demo_notice=True)
    assert "demonstration content" not in component("footer", demo_notice=False)
