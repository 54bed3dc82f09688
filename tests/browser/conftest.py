"""The site as it was recorded once, for all browser tests of a process."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Page

from search.engines.embedded import embedded_engine
from search.models import BestBet, ReleasedQuery
from search.operations import rebuild_index
from services.language import analysis
from services.presentation import kept
from tests.browser.recording import ABROAD, PINNED, player, record
from tests.public.example_site import LANGUAGES
from tests.search.documents import document, entries
from tests.search.territories import territory, utrecht

if TYPE_CHECKING:
    from collections.abc import Iterator

FOREIGN = {"de": "Mietvertrag", "en": "Tenancy agreement"}


@dataclass
class Site:
    """Where the recorded site is, and the paths of its pages by "type-language"."""

    origin: str
    paths: dict[str, str]

    def address(self, name: str) -> str:
        return self.origin + self.paths[name]


def index() -> None:
    """Index the pages, and so many others that their results fill several pages.

    They hold in the country and in twenty municipalities. One question is released, and for another
    a page is pinned. One page is in German alone, and one in English.
    """
    towns = [utrecht(), territory("GM0373", "Bergen (NH.)"), territory("GM0893", "Bergen (L.)")]
    towns += [territory(f"GM{number}", f"Lindewoude aan Zee {number}") for number in range(17)]
    areas = ["NL", *(f"NL-{town.code}" for town in towns)]
    rebuild_index()
    with embedded_engine().writer() as writer:
        for language in LANGUAGES:
            titles = (f"Vergunning {number}" for number in range(35))
            writer.put(
                entries(
                    *(
                        document(n, language=language, title=t, areas=(areas[n % len(areas)],))
                        for n, t in enumerate(titles)
                    )
                )
            )
        for n, (code, title) in enumerate(FOREIGN.items(), start=40):
            writer.put(entries(document(n, language=code, title=title, keywords=(ABROAD,))))
        writer.commit()
    page = Page.objects.get(title="Parkeervergunning")
    BestBet.objects.create(language="nl", query=PINNED, page=page)
    ReleasedQuery.objects.create(language="nl", text="vergunning kwijt")


@pytest.fixture(scope="session")
def site(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("index")
    with (
        django_db_blocker.unblock(),
        override_settings(SEARCH_INDEX_DIR=folder),
        transaction.atomic(),
    ):
        paths, responses = record(before_asking=index)
        transaction.set_rollback(True)
    analysis.forget()
    kept.forget()
    server = player(responses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"http://127.0.0.1:{server.server_port}", paths)
    server.shutdown()
    server.server_close()
