"""Does the self-check find every gateway page of the real site, and report what is wrong?"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageViewRestriction

from services.gateway.management.commands import check_gateway
from services.gateway.selfcheck.checking import Report, check
from services.gateway.selfcheck.crawling import Limits
from services.gateway.selfcheck.expected import expected_pages
from services.gateway.selfcheck.fetching import Answer
from services.models import PolicyCode, ServicePage, Territory
from tests import factories
from tests.gateway import pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from services.gateway.selfcheck.fetching import Fetch

pytestmark = pytest.mark.django_db

HOST = "http://localhost"
TODAY = date(2026, 11, 24)


@pytest.fixture
def fetch(client: Client) -> Fetch:
    """Asks the site in this process, as if over HTTP."""

    def ask(url: str) -> Answer:
        response = client.get(url.removeprefix(HOST), SERVER_NAME="localhost")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, headers, response.content.decode())

    return ask


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    """A gateway page in three languages."""
    page = pages.published(laid_authority, pages.procedure("D1", "V1", areas=("GM0363",)))
    for language in ("en", "de"):
        factories.translation(page, language)
    return page


def mutilated(fetch: Fetch, change: Callable[[str, str], str]) -> Fetch:
    """The site, with the HTML of each page changed."""

    def ask(url: str) -> Answer:
        answer = fetch(url)
        return Answer(answer.status, answer.headers, change(url, answer.text))

    return ask


def checked(fetch: Fetch, base_url: str = HOST, limits: Limits | None = None) -> Report:
    return check(fetch, base_url=base_url, registered=HOST, on=TODAY, limits=limits)


def rules(report: Report) -> list[str]:
    return [problem.rule for problem in report.problems]


def test_site_as_it_must_be_is_clean_in_every_language(fetch: Fetch, service: Any) -> None:
    report = checked(fetch)

    assert report.problems == []
    assert report.gateway_pages == {"nl": 1, "en": 1, "de": 1}


def test_site_is_clean_where_it_answers_at_another_address(fetch: Fetch, service: Any) -> None:
    elsewhere = "http://127.0.0.1:8123"

    report = checked(lambda url: fetch(url.replace(elsewhere, HOST)), elsewhere)

    assert report.problems == []


@pytest.mark.parametrize("answering", [HOST, "http://127.0.0.1:8124"])
def test_site_of_another_name_is_reported_once(fetch: Fetch, service: Any, answering: str) -> None:
    name = "http://127.0.0.1:8124"

    def named(url: str, html: str) -> str:
        return html.replace(f"{HOST}/", f"{name}/")

    report = checked(mutilated(lambda url: fetch(url.replace(answering, HOST)), named), answering)

    assert [problem.message for problem in report.problems if problem.rule != "unreached"] == [
        f"the site calls itself {name}, but BASE_URL is {HOST}"
    ]


def test_page_that_no_link_leads_to_is_reported(fetch: Fetch, service: Any) -> None:
    def unlinked(url: str, html: str) -> str:
        return html.replace(f'href="{service.full_url}"', "").replace(f'href="{service.url}"', "")

    report = checked(mutilated(fetch, unlinked))

    assert [(problem.rule, problem.language) for problem in report.problems] == [
        ("unreached", "nl")
    ]


def test_page_in_no_index_is_reported(fetch: Fetch, service: Any) -> None:
    mark = '<meta name="robots" content="noindex">'

    report = checked(
        mutilated(fetch, lambda url, html: html + (mark if url == service.full_url else ""))
    )

    assert rules(report) == ["noindex"]


def test_page_that_robots_txt_forbids_is_reported(fetch: Fetch, service: Any) -> None:
    forbidding = f"User-agent: *\nDisallow: {service.url}"

    report = checked(
        lambda url: Answer(200, {}, forbidding) if url.endswith("robots.txt") else fetch(url)
    )

    assert rules(report) == ["robots"]


def test_page_that_fails_is_reported(fetch: Fetch, service: Any) -> None:
    report = checked(lambda url: Answer(500) if url == service.full_url else fetch(url))

    assert [problem.message for problem in report.problems] == [
        "the page cannot be had: status 500"
    ]


def test_canonical_of_another_host_is_reported(fetch: Fetch, service: Any) -> None:
    own = f'rel="canonical" href="{service.full_url}"'
    foreign = own.replace(HOST, "https://www.overheid.example")

    report = checked(mutilated(fetch, lambda url, html: html.replace(own, foreign)))

    assert rules(report) == ["canonical"]


def test_wrong_tag_is_reported_with_page_and_language(fetch: Fetch, service: Any) -> None:
    report = checked(mutilated(fetch, lambda url, html: html.replace("D1;V1", "D1;W1")))

    assert {problem.language for problem in report.problems} == {"nl", "en", "de"}
    assert {problem.identifier for problem in report.problems} == {str(service.translation_key)}
    assert {problem.tag for problem in report.problems} == {"policy-code"}


def test_private_page_is_reported(fetch: Fetch, service: Any) -> None:
    PageViewRestriction.objects.create(page=service, restriction_type=PageViewRestriction.LOGIN)

    assert "nl" in {problem.language for problem in checked(fetch).problems}


def test_row_without_an_official_code_is_reported(fetch: Fetch, authority: Any) -> None:
    pages.published(authority, pages.information("N1", "NZIA-1"))

    report = checked(fetch)

    assert [problem.message for problem in report.problems] == [
        "NZIA-1 is in law but has no official code: it stands in no tag"
    ]


def test_page_without_any_official_code_is_reported(fetch: Fetch, authority: Any) -> None:
    pages.published(authority, pages.information())

    assert rules(checked(fetch)) == ["no-codes"]


def test_code_that_is_no_longer_valid_is_reported(fetch: Fetch, service: Any) -> None:
    PolicyCode.objects.filter(code="V1").update(valid_until=date(2026, 1, 1))

    assert rules(checked(fetch)) == ["not-valid"] * 3


def test_area_that_is_no_longer_valid_is_reported(fetch: Fetch, service: Any) -> None:
    Territory.objects.filter(code="GM0363").update(valid_until=date(2026, 1, 1))

    assert rules(checked(fetch)) == ["not-valid"] * 3


def test_page_that_only_pretends_is_reported(fetch: Fetch, authority: Any) -> None:
    factories.service(authority, slug="pretends")
    mark = '<meta name="sdg-tag" content="sdg">'

    report = checked(
        mutilated(fetch, lambda url, html: html + (mark if url.endswith("pretends/") else ""))
    )

    assert rules(report) == ["no-gateway-page"]


def test_site_that_does_not_answer_is_reported(service: Any) -> None:
    report = checked(lambda url: Answer(0, error="ConnectionRefusedError: refused"))

    assert set(rules(report)) == {"root-robots", "unreached"}


def test_crawl_that_was_stopped_is_reported(fetch: Fetch, service: Any) -> None:
    assert "stopped" in rules(checked(fetch, limits=Limits(pages=2)))


def test_number_of_pages_adds_no_queries_to_what_is_expected(
    authority: Any, service: Any, django_assert_max_num_queries: Any
) -> None:
    expected_pages(on=TODAY)
    with django_assert_max_num_queries(20) as few:
        expected_pages(on=TODAY)
    pages.published(authority, pages.information("D3"))
    pages.published(authority, pages.assistance("III(1)"))

    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(expected_pages(on=TODAY)) == 5


def test_command_says_that_all_is_well(
    fetch: Fetch, service: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(check_gateway, "fetch", fetch)

    call_command("check_gateway")

    assert capsys.readouterr().out.strip().endswith("gateway_pages=3 problems=0")


def test_command_fails_and_reports_where_something_is_wrong(
    fetch: Fetch,
    authority: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: Any,
) -> None:
    page = pages.published(authority, pages.information("N1", "NZIA-1"))
    monkeypatch.setattr(check_gateway, "fetch", fetch)

    with pytest.raises(SystemExit) as left:
        call_command("check_gateway", json=tmp_path / "report.json")

    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert left.value.code == 1
    assert page.full_url in capsys.readouterr().err
    assert (report["ok"], report["problems"][0]["url"]) == (False, page.full_url)


@pytest.mark.parametrize(
    "base_url", ["localhost:8000", "ftp://localhost", "http://", "http://localhost/nl/"]
)
def test_command_refuses_what_is_no_host(base_url: str) -> None:
    with pytest.raises(CommandError):
        call_command("check_gateway", base_url=base_url)


@pytest.mark.parametrize("country", ["EL", "GR"])
def test_greece_is_expected_as_the_list_of_values_has_it(
    fetch: Fetch, service: Any, settings: Any, country: str
) -> None:
    settings.SITE_COUNTRY = country

    assert checked(fetch).problems == []
    assert ServicePage.objects.filter(is_gateway_page=True).exists()
