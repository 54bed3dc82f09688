"""What every test may count on: where the browser is, and which tests need what."""

from __future__ import annotations

import gc
import os
import shutil
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import deactivate

from config.catalogues import compile_catalogues
from config.elasticsearch_server.answering import UnavailableError
from services.presentation import kept
from tests import factories, migrated_database
from tests.search_server import SEARCH_URL, MortalServer, own_prefix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django.fixtures import Settings

# Playwright keeps an event loop in the test's thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# The shell is the same engine without the browser around it: a third of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}
BROWSER_TESTS = {Path(__file__).parent / "browser", Path(__file__).parent / "flows"}


def pytest_configure() -> None:
    compile_catalogues()
    migrated_database.install()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        migrated_database.keep()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not BROWSER_TESTS.isdisjoint(item.path.parents):
            item.add_marker(pytest.mark.browser)
        if _asks_the_database(item):
            item.add_marker(pytest.mark.database)
    # One that began last would be waited for by all.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Look seldom for what can be freed, and never among what was loaded: it all stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _asks_the_database(item: pytest.Item) -> bool:
    """Say whether another database could make a difference to a test."""
    fixtures = set(getattr(item, "fixturenames", ()))
    marks = {marker.name for marker in item.iter_markers()}
    return bool(fixtures & DATABASE_FIXTURES or marks & {"django_db", "postgresql"})


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Say what a test misses; in continuous integration a missing program is a fault."""
    deactivate()  # No test depends on the language that another one left behind,
    kept.forget()  # and none finds what another one's database held.
    cache.clear()
    if item.get_closest_marker("browser") and not CHROMIUM:
        _miss("Chromium", "apt-get install chromium-headless-shell")
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: set DATABASE_URL")
    if item.get_closest_marker("elasticsearch") and not SEARCH_URL:
        _miss("Elasticsearch", "make elasticsearch, and set the SEARCH_URL that it prints")


def _miss(what: str, remedy: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: {remedy}")
    pytest.skip(f"needs {what}: {remedy}")


@pytest.fixture(scope="module")
def module_transaction(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What is laid in it all tests of a module find, each in a transaction of its own within.

    Not for modules with tests that commit: those lay a place of their own.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
        connection.run_on_commit.clear()


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    """The site, laid once a module, as is what stands below it where a test asks for it."""
    return factories.site_tree()


@pytest.fixture(scope="module")
def laid_authority(laid_tree: factories.SiteTree) -> Any:
    return factories.authority_page(laid_tree.home)


@pytest.fixture
def tree(laid_tree: factories.SiteTree, db: None) -> factories.SiteTree:
    return deepcopy(laid_tree)


@pytest.fixture
def authority(laid_authority: Any, db: None) -> Any:
    return deepcopy(laid_authority)


@pytest.fixture
def place(laid_place: Any, db: None) -> Any:
    """A copy of what the folder's `laid_place` lays once a module, since tests change it."""
    return deepcopy(laid_place)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """The shell asks for no language by itself, the browser for English."""
    return {**browser_context_args, "locale": "en-GB"}


@pytest.fixture(scope="session")
def search_url() -> str:
    """Return the address of a real Elasticsearch, for tests that are marked as in need of it."""
    assert SEARCH_URL, "Mark the test: @pytest.mark.elasticsearch"
    return SEARCH_URL


@pytest.fixture
def mortal_server() -> Iterator[MortalServer]:
    """Start a real Elasticsearch that the test may kill: it takes long, and a gigabyte."""
    try:
        server = MortalServer()
    except UnavailableError as reason:
        _miss("an Elasticsearch of its own", str(reason))
    yield server
    server.stop()


@pytest.fixture
def index_prefix(search_url: str) -> Iterator[str]:
    """Return what this test's indices begin with, as nobody else's do; they go with the test."""
    with own_prefix(search_url) as prefix:
        yield prefix


@pytest.fixture
def run_queue(settings: Settings) -> Callable[[], None]:
    """Use the real queue; calling the fixture works off what is ready, as a worker would."""
    from config.tasks.models import QueuedTask
    from config.tasks.working import PersistentWorker

    settings.TASKS = {"default": {"BACKEND": "config.tasks.backend.QueueBackend"}}

    def run() -> None:
        worker = PersistentWorker(worker_id="test", interval=0, batch=True)
        while task := QueuedTask.objects.due(at=timezone.now()).first():
            task.claim(worker.worker_id)
            worker.run_task(task)

    return run
