"""A process keeps what every page needs for a while, and forgets it with a change of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from services.models import Territory
from services.presentation import kept
from services.presentation.kept import Kept, KeptEach
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.test import Client


@pytest.fixture
def asked() -> list[Any]:
    return []


@pytest.fixture
def lengths(asked: list[Any]) -> KeptEach[str, int]:
    """Knows how long words are; of the empty one it knows nothing."""

    def make(words: Collection[str]) -> dict[str, int]:
        asked.append(sorted(words))
        return {word: len(word) for word in words if word}

    return KeptEach(make)


def test_what_was_made_is_kept(asked: list[Any]) -> None:
    def make(key: str, times: int) -> str:
        asked.append(key)
        return key * times

    repeated = Kept(make)

    assert (repeated.of("a", 2), repeated.of("a", 3), repeated.of("b", 3)) == ("aa", "aa", "bbb")
    assert asked == ["a", "b"]


def test_what_is_missing_is_made_together(lengths: KeptEach[str, int], asked: list[Any]) -> None:
    assert lengths.of(["a", "bb"]) == {"a": 1, "bb": 2}
    assert lengths.of(["bb", "ccc", ""]) == {"bb": 2, "ccc": 3}
    assert lengths.of(["", "a"]) == {"a": 1}
    assert lengths.of([]) == {}
    assert asked == [["a", "bb"], ["", "ccc"]]


def test_what_is_too_old_is_made_anew(
    lengths: KeptEach[str, int], asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "SECONDS", 0)

    lengths.of(["a"])
    lengths.of(["a"])

    assert asked == [["a"], ["a"]]


def test_no_more_is_kept_than_there_is_room_for(asked: list[Any]) -> None:
    def make(key: str) -> str:
        asked.append(key)
        return key

    few = Kept(make, most_keys=2)

    assert [few.of(key) for key in "abbca"] == ["a", "b", "b", "c", "a"]
    assert asked == ["a", "b", "c", "a"]


def test_more_than_there_is_room_for_is_returned_all_the_same(
    lengths: KeptEach[str, int],
) -> None:
    lengths._most_keys = 2

    assert lengths.of(["a", "bb", "ccc"]) == {"a": 1, "bb": 2, "ccc": 3}


def test_what_was_read_before_a_change_is_not_kept_after_it() -> None:
    """Another request may be reading while somebody saves."""
    titles = ["old"]

    def make(key: str) -> str:
        read = titles[0]
        if read == "old":
            titles[0] = "new"
            kept.forget()
        return read

    title = Kept(make)

    assert (title.of("nl"), title.of("nl")) == ("old", "new")


@pytest.mark.django_db
class TestChanges:
    def test_who_renames_the_site_sees_it_on_the_next_page(self, client: Client) -> None:
        tree = factories.site_tree()
        before = client.get("/nl/").content.decode()

        tree.home.title = "Wegwijzer"
        tree.home.save()

        assert "Wegwijzer" not in before
        assert "Wegwijzer" in client.get("/nl/").content.decode()

    def test_a_territory_that_changes_is_forgotten(self, lengths: KeptEach[str, int]) -> None:
        lengths.of(["a"])

        Territory.objects.create(country="NL", kind="lau", code="GM0001", name="Adorp")

        assert not lengths._made

    def test_all_is_forgotten_once_more_when_the_change_is_there(
        self, lengths: KeptEach[str, int], django_capture_on_commit_callbacks: Any
    ) -> None:
        tree = factories.site_tree()
        with django_capture_on_commit_callbacks(execute=True):
            tree.home.save()
            lengths.of(["a"])

        assert not lengths._made
