"""Does a restriction on a source reach its translations, and what is said of them elsewhere?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from services.models import ProcedurePage
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place


def restrict(page: Any, kind: str = PageViewRestriction.LOGIN, **values: Any) -> Any:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **values)


def test_restricted_source_restricts_its_translation(place: Place, client: Client) -> None:
    restrict(place.service)

    assert client.get(place.service_en.url).status_code == 302


def test_restriction_above_the_source_holds_above_the_translation(
    place: Place, client: Client
) -> None:
    restrict(place.town)

    assert client.get(place.service_en.url).status_code == 302


def test_lifted_restriction_is_lifted_everywhere(place: Place, client: Client) -> None:
    restrict(place.service).delete()

    assert client.get(place.service_en.url).status_code == 200


def test_changed_restriction_changes_everywhere(place: Place) -> None:
    restriction = restrict(place.service)
    restriction.restriction_type, restriction.password = PageViewRestriction.PASSWORD, "geheim"
    restriction.save()

    row = place.service_en.view_restrictions.get()
    assert (row.restriction_type, row.password) == (PageViewRestriction.PASSWORD, "geheim")


def test_groups_of_a_restriction_are_those_of_the_source(place: Place) -> None:
    group = Group.objects.create(name="Pers")
    restrict(place.service, PageViewRestriction.GROUPS).groups.add(group)

    assert list(place.service_en.view_restrictions.get().groups.all()) == [group]


def test_new_translation_is_as_restricted_as_its_source(place: Place, client: Client) -> None:
    source = factories.service(place.town, slug="besloten", title="Besloten")
    restrict(source)
    english = factories.translation(source, "en", slug="closed")

    assert client.get(english.url).status_code == 302


def test_restricted_translation_leaves_its_source_public(place: Place, client: Client) -> None:
    restrict(place.service_en)

    assert client.get(place.service.url).status_code == 200


def test_restricted_source_can_be_deleted(place: Place) -> None:
    restrict(place.service)

    place.service.delete()

    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("address", ["/sitemap-en-1.xml", "/en/gateway/", "/en/a-z/"])
def test_translation_of_a_restricted_source_is_listed_nowhere(
    place: Place, client: Client, address: str
) -> None:
    ProcedurePage.objects.update(is_gateway_page=True)
    listed = place.service_en.url in client.get(address).content.decode()
    restrict(place.service)

    assert listed
    assert place.service_en.url not in client.get(address).content.decode()
