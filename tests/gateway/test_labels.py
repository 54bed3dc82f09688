"""Does the label stand only where a date of registration is set, and has come?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import timezone

from services.gateway.labels import bears_label
from services.gateway.models import Registration
from tests import factories
from tests.gateway import pages

TEMPLATE = "{% load gateway %}{% gateway_label page %}"


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    return pages.published(laid_authority, pages.information("D3"))


def register(page: Any, day: date) -> Registration:
    return Registration.objects.create(
        translation_key=page.translation_key, locale=page.locale, registered_on=day
    )


def rendered(page: object) -> str:
    return Template(TEMPLATE).render(Context({"page": page})).strip()


def test_registered_page_bears_the_label(service: Any) -> None:
    register(service, timezone.localdate())

    assert "europa.eu/youreurope" in rendered(service)


def test_page_without_registration_bears_no_label(service: Any) -> None:
    assert rendered(service) == ""


def test_label_waits_for_the_day_of_registration(service: Any) -> None:
    register(service, timezone.localdate() + timedelta(days=1))

    assert rendered(service) == ""


def test_another_language_is_registered_by_itself(service: Any) -> None:
    register(service, timezone.localdate())

    assert not bears_label(factories.translation(service, "en"))


def test_page_that_left_the_gateway_bears_no_label(service: Any) -> None:
    register(service, timezone.localdate())
    service.is_gateway_page = False

    assert not bears_label(service)


@pytest.mark.parametrize("other", ["", None, object()])
def test_what_is_no_service_bears_no_label(other: object) -> None:
    assert rendered(other) == ""


def test_label_costs_one_query(service: Any, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        bears_label(service)
