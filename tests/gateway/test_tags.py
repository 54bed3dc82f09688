"""Does every gateway page say exactly what the Commission's crawler reads, and no other page?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.template import Context, Template

from services.gateway.tags import Tag, tags_of
from services.models import PolicyCode, ProcedurePage, ServicePage
from tests import factories
from tests.gateway import pages

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

HEADS = Path(__file__).parent / "heads"
PAGES: list[tuple[str, Any, list[str], tuple[str, ...], dict[str, Any]]] = [
    ("information_national", pages.information, ["D3"], (), {}),
    ("information_nuts", pages.information, ["J10", "J2"], ("NL350", "NL32"), {}),
    ("information_lau", pages.information, ["F5"], ("GM0363",), {}),
    ("procedure_national", pages.procedure, ["U3", "F3"], (), {}),
    (
        "procedure_lau",
        pages.procedure,
        ["V1", "D1"],
        ("GM0363", "NL341", "GM0034", "NL3"),
        {},
    ),
    ("procedure_with_rules", pages.procedure, ["X1", "J1"], (), {"also_explains_rules": True}),
    ("assistance_national", pages.assistance, ["III(1)"], (), {}),
    ("assistance_nuts", pages.assistance, ["III(6)", "III(2)"], ("NL341",), {}),
]
TEMPLATE = "{% load gateway %}{% gateway_tags page %}"


def rendered(page: object) -> str:
    return Template(TEMPLATE).render(Context({"page": page}))


def contents(page: object, **options: Any) -> dict[str, str]:
    return dict(tags_of(page, **options))


@pytest.mark.parametrize(("head", "kind", "codes", "areas", "values"), PAGES)
def test_tags_are_those_written_by_hand(
    authority: Any, head: str, kind: Any, codes: list[str], areas: tuple[str, ...], values: Any
) -> None:
    page = pages.published(authority, kind(*codes, areas=areas, **values))

    expected = (HEADS / f"{head}.html").read_text(encoding="utf-8")

    assert rendered(page) + "\n" == expected


@pytest.mark.parametrize(("head", "kind", "codes", "areas", "values"), PAGES)
def test_served_head_holds_the_tags_and_no_other(
    client: Client,
    authority: Any,
    head: str,
    kind: Any,
    codes: list[str],
    areas: tuple[str, ...],
    values: Any,
) -> None:
    page = pages.published(authority, kind(*codes, areas=areas, **values))
    expected = (HEADS / f"{head}.html").read_text(encoding="utf-8")

    served = client.get(page.url).content.decode()

    assert expected in served.partition("</head>")[0]
    assert len(re.findall("<meta name=.(?:sdg|dc|policy)", served, re.IGNORECASE)) == (
        expected.count("<meta")
    )
    assert '<html lang="nl"' in served
    assert f'<link rel="canonical" href="{page.full_url}">' in served


@pytest.mark.parametrize("language", ["en", "de"])
def test_translation_bears_the_tags_of_its_source(authority: Any, language: str) -> None:
    source = pages.published(authority, pages.procedure("D1", "V1", areas=("GM0363",)))
    page = factories.translation(source, language)

    ServicePage.objects.filter(pk=page.pk).update(is_gateway_page=False)

    assert rendered(ProcedurePage.objects.get(pk=page.pk)) == rendered(source) != ""


def test_page_outside_the_gateway_bears_no_tag(authority: Any) -> None:
    page = pages.published(authority, pages.information("D3"))
    page.is_gateway_page = False

    assert rendered(page) == ""


@pytest.mark.parametrize("other", ["", None, object()])
def test_what_is_no_service_bears_no_tag(other: object) -> None:
    assert rendered(other) == ""


def test_authority_page_bears_no_tag(authority: Any) -> None:
    assert rendered(authority) == ""


def test_preview_of_an_unsaved_page_shows_its_tags(authority: Any) -> None:
    draft = pages.information("D3")

    assert contents(draft)["policy-code"] == "D3"


def test_preview_of_a_draft_shows_the_draft_codes(authority: Any) -> None:
    page = pages.published(authority, pages.information("D3"))
    page.policy_codes = [*pages.information("A1").policy_codes.all()]

    draft = page.save_revision().as_object()

    assert contents(draft)["policy-code"] == "A1"


def test_code_without_an_official_value_is_never_in_a_tag(authority: Any) -> None:
    page = pages.published(authority, pages.information("NZIA-1", "N1"))

    assert contents(page)["policy-code"] == "N1"


def test_page_without_any_official_code_has_no_code_tags(authority: Any) -> None:
    page = pages.published(authority, pages.information("NZIA-1"))

    assert [tag.name for tag in tags_of(page)] == ["sdg-tag", "DC.ISO3166", "DC.Service"]


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2026, 1, 31), "D3"),
        (date(2026, 2, 1), "D1;D3"),
        (date(2026, 2, 28), "D1;D3"),
        (date(2026, 3, 1), "D3"),
    ],
)
def test_code_stands_in_the_tag_while_it_is_valid(authority: Any, on: date, codes: str) -> None:
    page = pages.published(authority, pages.information("D3", "D1"))
    PolicyCode.objects.filter(identifier="D1").update(
        valid_from=date(2026, 2, 1), valid_until=date(2026, 2, 28)
    )

    assert contents(page, on=on)["policy-code"] == codes


def test_code_chosen_twice_stands_once(authority: Any) -> None:
    page = pages.published(authority, pages.information("D3", "D3"))

    assert contents(page)["policy-code"] == "D3"


def test_whole_area_stands_before_its_items(authority: Any) -> None:
    page = pages.published(authority, pages.information("D3", "D", "B9"))

    assert contents(page)["policy-code"] == "B9;D;D3"


@pytest.mark.parametrize(("country", "tag"), [("BE", "BE"), ("EL", "GR"), ("GR", "GR")])
def test_country_is_written_as_in_iso_3166(
    authority: Any, settings: SettingsWrapper, country: str, tag: str
) -> None:
    settings.SITE_COUNTRY = country
    page = pages.published(authority, pages.information("D3"))

    assert contents(page)["DC.ISO3166"] == tag


def test_title_is_escaped(authority: Any) -> None:
    page = pages.published(authority, pages.information("D3"))
    PolicyCode.objects.filter(identifier="D3").update(title_en='"votes" <&> more')

    assert 'content="&quot;votes&quot; &lt;&amp;&gt; more"' in rendered(page)


def test_tags_of_a_source_cost_two_queries(authority: Any, django_assert_num_queries: Any) -> None:
    page = pages.published(authority, pages.information("D3", "D1", areas=("NL32", "GM0363")))

    with django_assert_num_queries(2):
        tags_of(page)


def test_rows_at_hand_are_not_fetched_again(authority: Any, django_assert_num_queries: Any) -> None:
    page = pages.published(authority, pages.information("D3"))
    codes = [pages.policy_code("D3")]

    with django_assert_num_queries(0):
        tags = tags_of(page, codes=codes, territories=[])

    assert Tag("policy-code", "D3") in tags
