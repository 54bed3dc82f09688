"""Does the crawler find every gateway page of the site, and do its tags say what is true?"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from services.gateway.selfcheck.comparison import Fault, faults_of, gateway_metas
from services.gateway.selfcheck.crawling import Crawler, Limits, Outcome
from services.gateway.selfcheck.expected import expected_pages, official_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from services.gateway.selfcheck.crawling import Crawl, Visit
    from services.gateway.selfcheck.expected import ExpectedPage
    from services.gateway.selfcheck.fetching import Fetch

UNREACHED = {
    Outcome.NOT_INDEXED: ("noindex", "the page forbids its indexing (noindex)"),
    Outcome.FORBIDDEN: ("robots", "robots.txt forbids the page"),
    Outcome.REDIRECTED: ("redirected", "the address leads elsewhere: %s"),
    Outcome.FAILED: ("failed", "the page cannot be had: %s"),
    Outcome.NOT_HTML: ("not-html", "what is served is not HTML: %s"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one page in one language; ``identifier`` is the service's, for life."""

    url: str
    language: str
    identifier: str
    title: str
    rule: str
    tag: str
    message: str

    def __str__(self) -> str:
        return f"{self.url}: {self.message} [{self.rule}]"


@dataclass(slots=True)
class Report:
    """What was crawled and what is wrong."""

    base_url: str
    crawled: int = 0
    gateway_pages: dict[str, int] = field(default_factory=dict)
    stopped: str = ""
    problems: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        pages = sum(self.gateway_pages.values())
        return f"crawled={self.crawled} gateway_pages={pages} problems={len(self.problems)}"

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ok": not self.problems}


def check(
    fetch: Fetch, *, base_url: str, registered: str, on: date, limits: Limits | None = None
) -> Report:
    """Crawl the site and compare every gateway page with its data."""
    crawler = Crawler(fetch, base_url, registered)
    crawl = crawler.crawl(limits or Limits())
    expected = {crawler.localised(page.url): page for page in expected_pages(on=on)}
    report = Report(base_url, crawled=len(crawl.visits), stopped=crawl.stopped)
    official = official_values(on=on)
    own_name = _own_name(crawl) or registered
    if own_name != registered:
        message = f"the site calls itself {own_name}, but BASE_URL is {registered}"
        report.problems.append(_problem(f"{base_url}/", Fault("base-url", "canonical", message)))
    for url, page in expected.items():
        report.gateway_pages[page.language] = report.gateway_pages.get(page.language, 0) + 1
        named = replace(page, url=own_name + page.url.removeprefix(registered))
        faults = [*_faults(crawl.visits.get(url), named, official), *_faults_of_data(page)]
        report.problems += [_problem(url, fault, page) for fault in faults]
    report.problems += _problems_of_crawl(crawl, base_url)
    report.problems += _pretenders(crawl, set(expected))
    return report


def _own_name(crawl: Crawl) -> str:
    """The host by which all pages name themselves; empty where they do not agree."""
    pages = [visit.page for visit in crawl.visits.values() if visit.page is not None]
    parts = [urlsplit(page.canonicals[0]) for page in pages if page.canonicals]
    names = {f"{part.scheme}://{part.netloc}" for part in parts if part.netloc}
    return names.pop() if len(names) == 1 else ""


def _faults(visit: Visit | None, page: ExpectedPage, official: frozenset[str]) -> Iterator[Fault]:
    if visit is None:
        yield Fault("unreached", "", "no link leads a crawler from the front page here")
        return
    if visit.outcome in UNREACHED:
        rule, message = UNREACHED[visit.outcome]
        yield Fault(rule, "", message % visit.detail if "%s" in message else message)
    if visit.page is not None:
        yield from faults_of(visit.page, page, official)


def _faults_of_data(page: ExpectedPage) -> Iterator[Fault]:
    if not page.codes:
        message = "the page has no official code: the tag policy-code, which it must have, is empty"
        yield Fault("no-codes", "policy-code", message)
    for identifier in page.uncoded:
        message = f"{identifier} is in law but has no official code: it stands in no tag"
        yield Fault("no-official-code", "policy-code", message)
    for row in page.expired:
        yield Fault("not-valid", "", f"“{row}” is not valid today")


def _problems_of_crawl(crawl: Crawl, base_url: str) -> Iterator[Problem]:
    root = crawl.visits.get(f"{base_url}/")
    if root and root.outcome in {Outcome.FAILED, Outcome.FORBIDDEN}:
        rule, message = UNREACHED[root.outcome]
        detail = message % root.detail if "%s" in message else message
        yield _problem(f"{base_url}/", Fault(f"root-{rule}", "", detail))
    if crawl.stopped:
        message = f"the crawl was stopped {crawl.stopped}: not everything was seen"
        yield _problem(f"{base_url}/", Fault("stopped", "", message))


def _pretenders(crawl: Crawl, expected: set[str]) -> Iterator[Problem]:
    """Pages that say that they belong to the gateway, but do not."""
    for url, visit in crawl.visits.items():
        if visit.page is not None and url not in expected and gateway_metas(visit.page):
            message = "the page bears tags of the gateway but is no gateway page"
            yield _problem(url, Fault("no-gateway-page", "", message))


def _problem(url: str, fault: Fault, page: ExpectedPage | None = None) -> Problem:
    return Problem(
        url=url,
        language=page.language if page else "",
        identifier=page.identifier if page else "",
        title=page.title if page else "",
        rule=fault.rule,
        tag=fault.tag,
        message=fault.message,
    )
