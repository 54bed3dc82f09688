"""What one process publishes, every other serves at once: nothing is cached that outlives it."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories, processes

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

SERVER = """
import sys
import django
django.setup()
from wsgiref.simple_server import make_server
from django.core.wsgi import get_wsgi_application
make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application()).serve_forever()
"""
PUBLISH = """
import sys
import django
django.setup()
from decimal import Decimal
from services.models import ProcedurePage
page = ProcedurePage.objects.get(pk=sys.argv[1])
fee = page.fees.get()
fee.amount = Decimal(sys.argv[2])
page.fees = [fee]
page.save_revision().publish()
"""

pytestmark = pytest.mark.django_db(transaction=True)


def fetch(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
        return response.read().decode()


def answers(port: int) -> bool:
    try:
        return bool(fetch(port, "/health/"))
    except (urllib.error.URLError, ConnectionError):
        return False


@pytest.fixture
def start_server() -> Iterator[Callable[[], int]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port: int = free.getsockname()[1]
        started.append(processes.start("-c", SERVER, str(port)))
        processes.wait_until(lambda: answers(port), seconds=60)
        return port

    yield start
    for process in started:
        process.terminate()
        process.wait(timeout=30)


def test_amount_published_in_one_process_is_served_by_the_others_at_once(
    start_server: Callable[[], int],
) -> None:
    tree = factories.site_tree()
    service: Any = factories.service(factories.authority_page(tree.home))
    ports = [start_server(), start_server()]
    before = [fetch(port, service.url) for port in ports]

    publishing = processes.start("-c", PUBLISH, str(service.pk), "21.00")
    publishing.communicate(timeout=120)

    assert publishing.returncode == 0
    assert ["17,50" in page for page in before] == [True, True]
    assert ["21,00" in fetch(port, service.url) for port in ports] == [True, True]
