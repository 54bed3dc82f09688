"""Questions that search editors release are suggested to readers, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from search.models import ReleasedQuery
from search.released_queries import released

pytestmark = pytest.mark.django_db


def test_released_questions_are_read_language_by_language() -> None:
    for language, text in [("nl", "rijbewijs verlengen"), ("nl", "paspoort"), ("en", "passport")]:
        ReleasedQuery.objects.create(language=language, text=text)

    assert released("nl") == ("paspoort", "rijbewijs verlengen")
    assert released("de") == ()


def test_many_are_read_in_one_query(django_assert_num_queries: Any) -> None:
    rows = [ReleasedQuery(language="nl", text=f"vraag {n}") for n in range(1000)]
    ReleasedQuery.objects.bulk_create(rows)

    with django_assert_num_queries(1):
        assert len(released("nl")) == len(released("nl")) == 1000


@pytest.mark.usefixtures("_in_english")
def test_a_question_is_released_once_and_without_needless_space() -> None:
    ReleasedQuery.objects.create(language="nl", text="rijbewijs verlengen")
    twice = ReleasedQuery(language="nl", text="rijbewijs  verlengen")

    with pytest.raises(ValidationError, match="This question is released already"):
        twice.full_clean()


@pytest.mark.usefixtures("_in_english")
def test_a_question_has_a_word() -> None:
    with pytest.raises(ValidationError, match="There is no word in this"):
        ReleasedQuery(language="nl", text="?!").full_clean()
