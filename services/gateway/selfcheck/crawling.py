"""Which pages does a crawler reach that starts at the registered host and follows links only?

As the Commission's crawler does, it stays on exactly this host, obeys robots.txt, noindex and
nofollow, and drops a page whose canonical address is another one.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from services.gateway.selfcheck.fetching import USER_AGENT
from services.gateway.selfcheck.served_page import read_page

if TYPE_CHECKING:
    from services.gateway.selfcheck.fetching import Answer, Fetch
    from services.gateway.selfcheck.served_page import ServedPage

MAX_PAGES = 50_000
MAX_SECONDS = 3600.0
MAX_DELAY = 10.0  # Seconds between two requests, whatever robots.txt asks.


class Outcome(StrEnum):
    """What became of an address that the crawler met."""

    READ = "read"
    NOT_INDEXED = "not_indexed"
    NOT_CANONICAL = "not_canonical"
    FORBIDDEN = "forbidden"
    REDIRECTED = "redirected"
    FAILED = "failed"
    NOT_HTML = "not_html"


@dataclass(frozen=True, slots=True)
class Visit:
    """One address; ``detail`` is where it led to, or how it failed."""

    outcome: Outcome
    detail: str = ""
    page: ServedPage | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """When a crawl gives up: a site may have endlessly many addresses."""

    pages: int = MAX_PAGES
    seconds: float = MAX_SECONDS


@dataclass(slots=True)
class Crawl:
    """What was met, by address; ``stopped`` says which limit ended it early."""

    visits: dict[str, Visit] = field(default_factory=dict)
    stopped: str = ""


class Crawler:
    """Crawls one host.

    ``registered`` is the site's address as it writes it itself; where it answers at another one
    (behind a proxy, on a test machine), ``base_url`` stands for it.
    """

    def __init__(self, fetch: Fetch, base_url: str, registered: str = "") -> None:
        self._fetch = fetch
        self._base = base_url.rstrip("/")
        self._registered = (registered or base_url).rstrip("/")
        self._robots = RobotFileParser()
        self._waiting: tuple[deque[str], deque[str]] = (deque(), deque())
        self._met: set[str] = set()

    def crawl(self, limits: Limits) -> Crawl:
        """Visit what can be reached; addresses with a query come last."""
        crawl = Crawl()
        until = time.monotonic() + limits.seconds
        self._read_robots()
        self._meet(f"{self._base}/", "")
        while (url := self._next()) and not crawl.stopped:
            if len(crawl.visits) >= limits.pages:
                crawl.stopped = f"after {limits.pages} pages"
            elif time.monotonic() > until:
                crawl.stopped = f"after {limits.seconds:g} seconds"
            else:
                crawl.visits[url] = self._visit(url)
        return crawl

    def localised(self, url: str) -> str:
        """The address at which the crawler finds what the site names by its registered host."""
        if url == self._registered or url.startswith(f"{self._registered}/"):
            return self._base + (url[len(self._registered) :] or "/")
        return url

    def _next(self) -> str:
        queue = self._waiting[0] or self._waiting[1]
        return queue.popleft() if queue else ""

    def _meet(self, url: str, href: str) -> str:
        """Remember a link to a page of this host; give back its address."""
        try:
            target = self.localised(urldefrag(urljoin(url, href.strip())).url)
            parts = urlsplit(target)
        except ValueError:  # Such as an address with half a bracket.
            return ""
        if f"{parts.scheme}://{parts.netloc}" == self._base and target not in self._met:
            self._met.add(target)
            self._waiting[bool(parts.query)].append(target)
        return target

    def _visit(self, url: str) -> Visit:
        if not self._robots.can_fetch(USER_AGENT, url):
            return Visit(Outcome.FORBIDDEN)
        self._wait()
        answer = self._fetch(url)
        if location := answer.headers.get("location"):
            return Visit(Outcome.REDIRECTED, self._meet(url, location))
        if answer.status != 200:  # noqa: PLR2004  # OK.
            return Visit(Outcome.FAILED, answer.error or f"status {answer.status}")
        if not answer.is_html:
            return Visit(Outcome.NOT_HTML, answer.headers.get("content-type", ""))
        return self._read(url, answer)

    def _read(self, url: str, answer: Answer) -> Visit:
        robots = answer.headers.get("x-robots-tag", "")
        page = read_page(answer.text, robots_header=robots)
        canonical = urljoin(url, page.canonicals[0]) if page.canonicals else ""
        if canonical and self.localised(canonical) != url:
            return Visit(Outcome.NOT_CANONICAL, canonical, page)
        if page.links_may_be_followed:
            for href in page.links:
                self._meet(url, href)
        return Visit(Outcome.READ if page.may_be_indexed else Outcome.NOT_INDEXED, "", page)

    def _read_robots(self) -> None:
        """A host that has no robots.txt allows all; one that fails to give it allows nothing."""
        answer = self._fetch(f"{self._base}/robots.txt")
        broken = answer.status == 0 or answer.status >= 500  # noqa: PLR2004  # The server's fault.
        lines = ["User-agent: *", "Disallow: /"] if broken else []
        self._robots.parse(answer.text.splitlines() if answer.status == 200 else lines)  # noqa: PLR2004

    def _wait(self) -> None:
        delay = self._robots.crawl_delay(USER_AGENT)
        if delay:
            time.sleep(min(float(delay), MAX_DELAY))
