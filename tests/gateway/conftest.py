"""What the tests of the gateway start from: a site with one authority in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories


@pytest.fixture
def tree(db: None) -> factories.SiteTree:
    return factories.site_tree()


@pytest.fixture
def authority(tree: factories.SiteTree) -> Any:
    page = factories.authority_page(tree.home)
    for code in ("en", "de"):
        factories.translation(page.authority, code)
        factories.translation(page, code)
    return page
