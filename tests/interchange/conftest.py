"""What the tests of importing and exporting start from: a site in two languages."""

from __future__ import annotations

import pytest

from tests import factories


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    return factories.site_tree(("nl", "en"))
