"""Can the title of a policy code break a meta tag?"""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from services.models import PolicyCode


@pytest.mark.parametrize("title", ["work; studies", "work\nstudies", "work\rstudies"])
def test_title_that_would_break_its_tag_is_refused(title: str) -> None:
    field = PolicyCode._meta.get_field("title_en")

    with pytest.raises(ValidationError):
        field.run_validators(title)
