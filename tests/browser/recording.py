"""Records every type of page as the site serves it, and serves the recording to browsers.

A browser visits each page dozens of times; the site is built and asked once.
"""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from wagtail.models import Page

from config.faults import failed
from services.models import DeletedService
from tests.public import example_site
from tests.quiet_server import QuietServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STATIC = settings.SITE_DIR / "static"
QUERY = "verhuizing"
TYPED = "ver"
LISTS = {
    "a_to_z": "a-z/",
    "topics": "topics/",
    "life_events": "life-events/",
    "search": f"search/?q={QUERY}",
    "more_results": "search/?q=vergunning&kind=procedure&page=2",
    "no_results": "search/?q=xyzzyq",
    "gateway": "gateway/",
    "missing": "no-such-page/",
}
# What readers do with the filters and the order of results leads from one of these to another.
SEARCHES = {
    "offered": "search/?q=vergunning",
    "filtered": "search/?q=vergunning&place=&area=NL-GM0344",
    "place_typed": "search/?q=vergunning&place=utrecht",
    "place_unknown": "search/?q=vergunning&place=Nergenshuizen",
    "place_shared": "search/?q=vergunning&place=bergen",
    "sorted": "search/?q=vergunning&sort=title",
    "nothing": "search/?q=verhuizing+doorgeven+vergunning+gemeenteraad&kind=life_event",
}
# What helps further, beside the results or in their place; in Dutch, as one language shows it all.
PINNED = "vergunning parkeren"
ABROAD = "huurcontract"
HELP = {
    "pinned": f"search/?q={PINNED.replace(' ', '+')}",
    "did_you_mean": "search/?q=vergunning+verhuzing",
    "showing_for": "search/?q=verhuzing",
    "abroad": f"search/?q={ABROAD}",
}
RESULTS = [f"{name}-{code}" for name in SEARCHES for code in ("nl", "en")]
RESULTS += [f"{name}-nl" for name in HELP]

# What is answered while the search server is away: nobody listens at this address.
AWAY = "http://127.0.0.1:9"
DEGRADED = "search/?q=vergunning&kind=procedure"
RESULTS += [f"degraded-{code}" for code in example_site.LANGUAGES]

# What only editors see.
EXPLAINED = "search/?q=vergunning+verhuizen&explain=1"

GONE = UUID("7b5a0f5c-3f0e-4c53-9d6a-3b0f6f0f4a10")
FAULTS = {f"fault-{language}": f"/{language}/fault/" for language in example_site.LANGUAGES}


def record(before_asking: Callable[[], Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """The addresses by "type-language", and the responses by address."""
    addresses = dict(_addresses(example_site.build()))
    DeletedService.objects.create(translation_key=GONE)
    before_asking()
    client = Client(headers={"Accept-Language": "nl"})
    responses = {address: client.get(address) for address in addresses.values()}
    explained = {f"explained-{code}": f"/{code}/{EXPLAINED}" for code in example_site.LANGUAGES}
    degraded = {f"degraded-{code}": f"/{code}/{DEGRADED}" for code in example_site.LANGUAGES}
    with override_settings(SEARCH_URL=AWAY):
        responses |= {address: client.get(address) for address in degraded.values()}
    client.force_login(get_user_model().objects.create_superuser("root", password="x"))
    responses |= {address: client.get(address) for address in explained.values()}
    responses |= {address: _fault(name[-2:]) for name, address in FAULTS.items()}
    return addresses | explained | degraded | FAULTS, responses


def _fault(language: str) -> Any:
    with translation.override(language):
        return failed(RequestFactory().get("/"))


def _addresses(pages: dict[str, Page]) -> Iterator[tuple[str, str]]:
    untranslated = pages.pop("dutch_only")
    for name, source in pages.items():
        for page in Page.objects.filter(translation_key=source.translation_key):
            yield f"{name}-{page.locale.language_code}", page.get_url()
    for language in example_site.LANGUAGES:
        for name, path in (LISTS | SEARCHES).items():
            yield f"{name}-{language}", f"/{language}/{path}"
        yield f"suggestions-{language}", f"/{language}/suggest/?q={TYPED}"
    yield from ((f"{name}-nl", f"/nl/{path}") for name, path in HELP.items())
    yield "dutch_only-nl", untranslated.get_url()
    yield "gone-nl", f"/id/service/{GONE}"
    for language in example_site.TRANSLATED:
        address = f"/{language}/untranslated/{untranslated.translation_key}/"
        yield f"untranslated-{language}", address


class Player(SimpleHTTPRequestHandler):
    """Plays back what was recorded, status and headers included."""

    def __init__(self, recorded: dict[str, Any], *args: Any) -> None:
        self.recorded = recorded
        super().__init__(*args, directory=str(STATIC.parent))

    def do_GET(self) -> None:
        if self.path.startswith("/static/"):
            return super().do_GET()
        response = self.recorded.get(self.path)
        if response is None:
            return self.send_error(404)
        self.send_response(response.status_code)
        for name, value in response.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(response.content)
        return None

    def log_message(self, *args: Any) -> None:
        """Keep the test's output to itself."""


def player(recorded: dict[str, Any]) -> QuietServer:
    return QuietServer(partial(Player, recorded))
