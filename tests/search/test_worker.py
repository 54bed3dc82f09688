"""Where a worker runs, a publication is found within seconds, whoever serves the search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.tasks.models import QueuedTask
from search import outbox
from search.engines.embedded import embedded_engine
from search.models import OutboxEntry
from search.operations import rebuild_index
from tests import factories
from tests.processes import start, wait_until
from tests.search.documents import ids

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("run_queue")]


@pytest.fixture
def move_page(settings: Any) -> Any:
    # Other processes of a test look for the index here.
    settings.SEARCH_INDEX_DIR = Path(settings.VAR_DIR) / "search-index"
    page = factories.service(factories.authority_page(factories.site_tree().home))
    rebuild_index()
    return page


@pytest.fixture
def worker() -> Iterator[None]:
    process = start("manage.py", "worker", "--interval=0.05")
    yield
    process.kill()
    process.communicate()


@pytest.mark.usefixtures("worker")
def test_a_publication_is_found_within_five_seconds(move_page: Any) -> None:
    wait_until(lambda: not QueuedTask.objects.due(at=timezone.now()).exists(), seconds=120)
    move_page.title = "Adreswijziging melden"
    factories.publish(move_page)

    wait_until(lambda: ids(embedded_engine(), "adreswijziging melden"), seconds=5)


def test_a_publication_without_a_worker_is_not_lost(move_page: Any, run_queue: Any) -> None:
    move_page.title = "Adreswijziging melden"
    factories.publish(move_page)
    assert OutboxEntry.objects.exists()

    run_queue()

    assert len(ids(embedded_engine(), "adreswijziging melden")) == 1


@pytest.mark.usefixtures("worker")
def test_a_machine_follows_what_the_workers_of_others_were_told(move_page: Any) -> None:
    wait_until(lambda: not QueuedTask.objects.due(at=timezone.now()).exists(), seconds=120)
    DBTaskResult.objects.all().delete()
    outbox.record([(move_page.translation_key, "nl")])
    type(move_page).objects.filter(pk=move_page.pk).update(title="Adreswijziging melden")

    wait_until(lambda: ids(embedded_engine(), "adreswijziging melden"), seconds=20)

    assert not QueuedTask.objects.exists()
