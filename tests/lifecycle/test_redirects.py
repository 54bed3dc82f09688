"""Does a changed address lead to the page for good, in each language?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.test import TestCase

from tests import factories
from tests.lifecycle.conftest import fresh

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place

pytestmark = pytest.mark.django_db
# Redirects are made when the change is committed.
committed = partial(TestCase.captureOnCommitCallbacks, execute=True)


def renamed(page: Any, slug: str) -> Any:
    """The page after an editor has published it with another address."""
    page = fresh(page)
    page.slug = slug
    with committed():
        return factories.publish(page)


def test_new_address_of_a_page_redirects_the_old_one(client: Client, place: Place) -> None:
    renamed(place.service, "adres-wijzigen")

    response = client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/")

    assert response.status_code == 301
    assert response["location"].endswith("/nl/gemeente-lindewoude/adres-wijzigen/")
    assert client.get(response["location"]).status_code == 200


def test_draft_of_a_new_address_redirects_nothing(client: Client, place: Place) -> None:
    page = fresh(place.service)
    page.slug = "adres-wijzigen"
    page.save_revision()

    assert client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/").status_code == 200


def test_chain_of_addresses_leads_there_in_one_step(client: Client, place: Place) -> None:
    renamed(place.service, "twee")
    renamed(place.service, "drie")

    first = client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/")
    second = client.get("/nl/gemeente-lindewoude/twee/")

    assert first.status_code == second.status_code == 301
    assert first["location"] == second["location"]
    assert first["location"].endswith("/nl/gemeente-lindewoude/drie/")


def test_address_that_is_taken_back_serves_the_page(client: Client, place: Place) -> None:
    renamed(place.service, "twee")
    renamed(place.service, "verhuizing-doorgeven")

    assert client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/").status_code == 200
    assert client.get("/nl/gemeente-lindewoude/twee/").status_code == 301


def test_new_page_takes_an_old_address(client: Client, place: Place) -> None:
    renamed(place.service, "twee")
    other = factories.service(place.town, title="Iets anders")

    answer = client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/")
    renamed(other, "drie")
    moved = client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/")

    assert answer.status_code == 200
    assert "Iets anders" in answer.content.decode()
    assert moved["location"].endswith("/nl/gemeente-lindewoude/drie/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "/nl/gemeente-lindewoude/verhuizing-doorgeven/",
            "/nl/provincie-veenland/verhuizing-doorgeven/",
        ),
        ("/en/lindewoude-en/report-a-move/", "/en/veenland-en/report-a-move/"),
    ],
)
def test_move_redirects_in_each_language(client: Client, place: Place, old: str, new: str) -> None:
    with committed():
        place.service.move(place.province, pos="last-child")

    response = client.get(old)

    assert response.status_code == 301
    assert response["location"].endswith(new)
    assert client.get(new).status_code == 200


def test_services_below_a_renamed_authority_redirect(client: Client, place: Place) -> None:
    renamed(place.town, "lindewoude")

    response = client.get("/nl/gemeente-lindewoude/verhuizing-doorgeven/?van=brief")

    assert response.status_code == 301
    assert response["location"].endswith("/nl/lindewoude/verhuizing-doorgeven/")


def test_renaming_a_source_leaves_the_addresses_of_other_languages(
    client: Client, place: Place
) -> None:
    renamed(place.service, "adres-wijzigen")

    assert client.get("/en/lindewoude-en/report-a-move/").status_code == 200
