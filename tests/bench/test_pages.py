"""Does the bench look at every service page, so that none is costlier than it says?"""

from __future__ import annotations

import pytest

from tests import factories
from tests.bench.pages import service_pages

pytestmark = pytest.mark.django_db


def test_pages_of_every_kind_and_language_are_measured() -> None:
    authority = factories.authority_page(factories.site_tree().home)
    procedures = [factories.service(authority, slug=f"procedure-{number}") for number in range(10)]
    information = factories.service(authority, factories.information_draft())
    factories.translation(authority, "en")
    english = factories.translation(information, "en")

    assert service_pages() == {
        "nl": [page.url for page in (*procedures, information)],
        "en": [english.url],
    }
