"""What the tests of the gateway start from: a site with one authority in three languages."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests import factories


@pytest.fixture(scope="module")
def laid_authority(laid_tree: factories.SiteTree) -> Any:
    page = factories.authority_page(laid_tree.home)
    for code in ("en", "de"):
        factories.translation(page.authority, code)
        factories.translation(page, code)
    return page


@pytest.fixture
def service(laid_service: Any, db: None) -> Any:
    """A copy of what the module lays as `laid_service`."""
    return deepcopy(laid_service)
