"""What the journey stands on: the service, an index that knows it, and browsers that wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from search.operations import rebuild_index
from services.language import analysis
from tests.flows import desks
from tests.flows.example_service import Example, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer
    from pytest_playwright import CreateContextCallback

PATIENCE = 60_000  # Milliseconds: other tests may keep the machine busy.


@pytest.fixture
def example(
    settings: Any, tmp_path: Path, live_server: LiveServer, run_queue: Callable[[], None]
) -> Iterator[Example]:
    """The site, served where its own addresses say, and indexed."""
    settings.BASE_URL = live_server.url
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    analysis.forget()
    example = build(live_server.url)
    rebuild_index()
    run_queue()
    yield example
    analysis.forget()


@pytest.fixture
def open_browser(new_context: CreateContextCallback, example: Example) -> Iterator[Any]:
    """Opens the browser of one more person."""

    def opened(**options: Any) -> Page:
        context = new_context(base_url=example.origin, **options)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    expect.set_options(timeout=PATIENCE)
    yield opened
    expect.set_options(timeout=None)


@pytest.fixture
def reader(open_browser: Callable[..., Page]) -> Page:
    """The browser of somebody who only reads."""
    return open_browser()


@pytest.fixture
def desk_of(open_browser: Callable[..., Page]) -> Callable[[str], Page]:
    """Opens the desk of a person by name."""
    return partial(desks.desk_of, open_browser)
