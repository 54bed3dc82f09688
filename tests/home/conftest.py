"""A site in three languages with a service in Dutch and English, not in German."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories


@pytest.fixture
def service(tree: factories.SiteTree) -> Any:
    authority = factories.authority_page(tree.home)
    factories.translation(authority, title="Municipality of Lindewoude")
    return factories.service(authority)


@pytest.fixture
def english(service: Any) -> Any:
    return factories.translation(service, title="Report a move", slug="report-a-move")
