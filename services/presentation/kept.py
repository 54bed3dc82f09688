"""What does a process keep of the database, and for how long?

Each process looks it up anew at most `SECONDS` after it did so last, and at once where it saved a
page or a territory itself (`services.signal_handlers`). So what people change counts everywhere
within that time, and a reader seldom waits for the database. What only some may see is never kept.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping

SECONDS = 20.0
MOST_KEYS = 65_536

Key = TypeVar("Key", bound="Hashable")
Made = TypeVar("Made")


class _Keeping(Generic[Key, Made]):
    everything: ClassVar[list[_Keeping[Any, Any]]] = []

    def __init__(self, most_keys: int) -> None:
        self._made: dict[Key, tuple[float, Made | None]] = {}
        self._most_keys = most_keys
        self.everything.append(self)

    def forget(self) -> None:
        # A new one: what is being made meanwhile is kept in the old one, for nobody.
        self._made = {}

    def _keep(
        self, kept: dict[Key, tuple[float, Made | None]], key: Key, made: Made | None
    ) -> None:
        if len(kept) >= self._most_keys:
            kept.clear()
        kept[key] = (monotonic(), made)


class Kept(_Keeping[Key, Made]):
    """What is made for one key at a time, a language above all."""

    def __init__(
        self, make: Callable[Concatenate[Key, ...], Made], *, most_keys: int = MOST_KEYS
    ) -> None:
        super().__init__(most_keys)
        self._make = make

    def of(self, key: Key, *means: Any) -> Made:
        """Return what was made for a key, made anew where it is too old; `means` help with that."""
        kept = self._made
        at, made = kept.get(key, (0.0, None))
        if made is None or monotonic() - at >= SECONDS:
            made = self._make(key, *means)
            self._keep(kept, key, made)
        return made


class KeptEach(_Keeping[Key, Made]):
    """What is made for many keys at once; that there is nothing for a key is kept, too."""

    def __init__(self, make: Callable[[Collection[Key]], Mapping[Key, Made]]) -> None:
        super().__init__(MOST_KEYS)
        self._make = make

    def of(self, keys: Iterable[Key]) -> dict[Key, Made]:
        """Return what there is for these keys; those that are missing are made together."""
        now, kept = monotonic(), self._made
        wanted = {key: kept.get(key, (0.0, None)) for key in keys}
        found = {key: made for key, (at, made) in wanted.items() if at and now - at < SECONDS}
        if missing := wanted.keys() - found.keys():
            made = self._make(missing)
            for key in missing:
                found[key] = made.get(key)
                self._keep(kept, key, found[key])
        return {key: each for key, each in found.items() if each is not None}


def forget() -> None:
    """Look everything up anew when it is asked for next."""
    for each in _Keeping.everything:
        each.forget()
