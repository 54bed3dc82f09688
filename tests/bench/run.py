"""Takes all measures, one after the other, on a database that is made for them."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import django
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection

from config.catalogues import compile_catalogues
from search.engines.embedded import embedded_engine
from services.interchange.code_lists import load_code_lists
from services.interchange.demo import load_demo
from tests import migrated_database
from tests.bench.hostile import measure_hostile_queries
from tests.bench.importing import measure_import
from tests.bench.lay import lay_services
from tests.bench.memory import measure_memory
from tests.bench.pages import measure_pages, measure_search_page, measure_sizes, service_pages
from tests.bench.results import Result, Results
from tests.bench.scale import measure_scale
from tests.bench.searching import QUESTIONS, measure_index, measure_queries
from tests.bench.sitemaps import measure_sitemap
from tests.bench.suggesting import measure_suggestions
from tests.bench.watch import watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def measure_all(directory: Path, *, services: int, imports: int) -> Results:
    """Make the database, measure, and take the database away again."""
    compile_catalogues()
    migrated_database.install()
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return _measure(directory, services, imports)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def _measure(directory: Path, services: int, imports: int) -> Results:
    results = Results()
    _tell("builds and searches indices of up to 100,000 documents")
    results.rows += _in_a_process_of_its_own(measure_scale)
    _tell("loads the demo")
    load_code_lists("NL")
    load_demo()
    of_the_demo = service_pages()  # Before thousands more are laid, all alike.
    _tell(f"imports {imports} services")
    measure_import(results, directory / "services.jsonl", imports)
    _tell(f"lays {services} services")
    with watch() as laying:
        lay_services(services)
    _tell(f"… in {laying.wall:.0f} s; builds the index")
    measure_index(results)
    measure_memory(results)
    ContentType.objects.clear_cache()
    cache.clear()
    _tell("searches, and reads pages")
    measure_queries(results)
    measure_suggestions(results, embedded_engine(), QUESTIONS)
    measure_hostile_queries(results, embedded_engine(), "nl")
    measure_sitemap(results)
    measure_pages(results, of_the_demo)
    measure_search_page(results)
    measure_sizes(results, of_the_demo)
    return results


def _in_a_process_of_its_own(measure: Callable[[Results], None]) -> list[Result]:
    """Else what it leaves scattered in memory would slow down what is measured after it."""
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=django.setup) as pool:
        return pool.submit(_rows_of, measure).result()


def _rows_of(measure: Callable[[Results], None]) -> list[Result]:
    results = Results()
    measure(results)
    return results.rows


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
