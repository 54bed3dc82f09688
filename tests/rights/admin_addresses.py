"""All addresses of the admin that name an object, and how each is filled in for an object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, get_resolver
from wagtail.models import Page, WorkflowState

from tests.rights.cast import content_type_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from tests.rights.cast import World

# What these name is no page, snippet or translation of anybody's.
OF_OTHER_THINGS = (
    "best-bets:",
    "owner-tasks:",
    "registrations:",
    "search_tasks:",
    "suggested-questions:",
    "synonyms:",
    "wagtailadmin_api:documents:",
    "wagtailadmin_api:images:",
    "wagtailadmin_collections:",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_pages:choose_parent",
    "wagtailadmin_pages:type_use",
    "wagtailadmin_password_reset",
    "wagtailadmin_tag_model_autocomplete",
    "wagtailadmin_workflows:",
    "wagtaildocs",
    "wagtailimages",
    "wagtaillocales:",
    "wagtailredirects:",
    "wagtailsettings:",
    "wagtailsites:",
    "wagtailusers_",
)
OF_TRANSLATIONS = {"translation_id", "translation_source_id", "uuid"}
OF_PAGES = {"page_id", "page_to_move_id", "parent_page_id"}


@dataclass(frozen=True)
class Address:
    """A pattern of the admin's addresses: its name, and the parts that are filled in."""

    name: str
    parts: frozenset[str]

    def __str__(self) -> str:
        return self.name

    @property
    def is_other(self) -> bool:
        return not self.parts or self.name.startswith(OF_OTHER_THINGS)

    @property
    def is_of_pages(self) -> bool:
        own = bool(self.parts & OF_PAGES)
        return own or self.name.startswith(("wagtailadmin_pages:", "wagtailadmin_api:pages:"))

    @property
    def is_of_snippets(self) -> bool:
        return self.name.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_"))

    @property
    def is_of_translations(self) -> bool:
        return bool(self.parts & OF_TRANSLATIONS)

    @property
    def is_of_any_model(self) -> bool:
        return {"app_label", "model_name"} <= self.parts

    def is_of(self, model: type[Model]) -> bool:
        """Whether a page or snippet of the model can stand in the address."""
        if self.is_of_any_model:
            return "pk" in self.parts or "object_id" in self.parts
        if issubclass(model, Page):
            return self.is_of_pages
        label = f"{model._meta.app_label}_{model._meta.model_name}:"
        return self.is_of_snippets and self.name.split("_", 1)[1].startswith(label)


def admin_addresses() -> list[Address]:
    """Every named address of the admin, read from what Django would resolve."""
    found = {
        Address(name, parts)
        for name, route, parts in _walk(get_resolver().url_patterns)
        if route.startswith("admin/")
    }
    return sorted(found, key=lambda address: (address.name, sorted(address.parts)))


def _walk(patterns: list[Any], space: str = "", above: str = "") -> Iterator[tuple]:
    for pattern in patterns:
        route = above + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            parts = pattern.pattern.converters or pattern.pattern.regex.groupindex
            yield f"{space}{pattern.name}", route, frozenset(parts)
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, route)


def filled_in(address: Address, obj: Any, world: World) -> dict[str, Any]:
    """The parts of the address for an object, with a revision and a task that are its own."""
    app_label, model_name = content_type_names(obj)
    revision = getattr(obj, "latest_revision_id", None) or 1
    state = WorkflowState.objects.filter(object_id=str(obj.pk)).first()
    values = {
        "pk": obj.pk,
        "object_id": obj.pk,
        "page_id": obj.pk,
        "page_to_move_id": obj.pk,
        "parent_page_id": obj.pk,
        "destination_id": world["place_a"].pk,
        "app_label": app_label,
        "model_name": model_name,
        "content_type_app_name": "services",
        "content_type_model_name": "informationpage",
        "revision_id": revision,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_id": world["task"].pk,
        "task_state_id": state.current_task_state_id if state else 1,
        "workflow_state_id": state.pk if state else 1,
        "session_id": 1,
        "action_name": "approve" if "task_state_id" in address.parts else "publish",
    }
    return {part: values[part] for part in address.parts}
