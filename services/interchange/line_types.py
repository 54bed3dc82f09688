"""Which kinds of lines the interchange knows, and where each kind of object belongs.

An app above registers its own line types in its ``ready()``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator


@dataclass(frozen=True, eq=False)
class LineType:
    """One kind of line: the objects that it carries, one line for all languages of an object.

    ``kinds`` maps the line's ``kind`` to the model ("" where there is only one); ``parent`` names
    the line type of the page above ("root" for the tree's root, "" for a snippet); ``late`` are
    relations that may name objects that come later in the file.
    """

    name: str
    order: int
    kinds: dict[str, type[Any]]
    parent: str = ""
    late: tuple[str, ...] = ()

    def kind_in(self, line: dict[str, Any]) -> str:
        """The kind that the line names; "" where the type has only one."""
        return str(line.get("kind")) if "" not in self.kinds else ""

    def model_of(self, line: dict[str, Any]) -> type[Any]:
        return self.kinds[self.kind_in(line)]

    def kind_of(self, model: type) -> str:
        return next(kind for kind, known in self.kinds.items() if known is model)

    @property
    def is_page(self) -> bool:
        return bool(self.parent)


@dataclass(frozen=True, eq=False)
class RecordType:
    """A line that an app above writes and reads by itself, after all content.

    ``export`` is given the wanted languages (none means all), ``load`` whether to overwrite what
    was changed since the same line was loaded.
    """

    name: str
    order: int
    schema: dict[str, Any]
    export: Callable[[Collection[str]], Iterator[dict[str, Any]]]
    load: Callable[[dict[str, Any], bool], str]
    references: tuple[str, ...] = field(default=())


_types: dict[str, LineType | RecordType] = {}


def register_line_type(line_type: LineType | RecordType) -> None:
    _types[line_type.name] = line_type


def line_types() -> list[LineType | RecordType]:
    """All kinds of lines, in the order in which they stand in a file."""
    return sorted(_types.values(), key=lambda line_type: (line_type.order, line_type.name))


def line_type(name: str) -> LineType | RecordType | None:
    return _types.get(name)


def register_own_line_types() -> None:
    """Register the kinds that the models of services give."""
    from services import models

    for own in (
        LineType("authority", 10, {"": models.CompetentAuthority}, late=("parent",)),
        LineType("contact", 20, {"": models.ContactPoint}),
        LineType("legal_reference", 30, {"": models.LegalReference}),
        LineType("authority_page", 50, {"": models.AuthorityPage}, parent="home_page"),
        LineType("topic", 60, {"": models.TopicPage}, parent="home_page"),
        LineType(
            "service",
            70,
            {
                "information": models.InformationPage,
                "procedure": models.ProcedurePage,
                "assistance": models.AssistancePage,
            },
            parent="authority_page",
            late=("related_pages",),
        ),
        LineType("life_event", 80, {"": models.LifeEventPage}, parent="home_page", late=("steps",)),
    ):
        register_line_type(own)
