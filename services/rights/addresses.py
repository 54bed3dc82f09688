"""Which objects an address of the admin is about, and what its visitor would do with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page, TaskState
from wagtail.snippets.models import get_snippet_models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model
    from django.http import HttpRequest
    from django.urls import ResolverMatch


class Use(StrEnum):
    """Why an address names an object."""

    OPEN = "open"
    ASK = "ask for a translation"
    EXPLORE = "explore"
    CHOOSE = "choose"


@dataclass(frozen=True, slots=True)
class Visit:
    """An object that an address names; None if there is no such object, or not the right one."""

    use: Use
    obj: Model | None
    action: str = "change"


PAGE_USES = {
    "page_id": Use.OPEN,
    "page_to_move_id": Use.OPEN,
    "parent_page_id": Use.EXPLORE,
    "destination_id": Use.EXPLORE,
}
USES = {
    "wagtailadmin_choose_page_child": Use.CHOOSE,
    "wagtail_localize:submit_page_translation": Use.ASK,
    "wagtail_localize:submit_snippet_translation": Use.ASK,
    "wagtail_localize:snippets_api_detail": Use.CHOOSE,
    "wagtailadmin_api:pages:detail": Use.EXPLORE,
}
# Everything else that is done with a snippet asks for the right to change it.
SNIPPET_ACTIONS = {
    "delete": "delete",
    "unpublish": "publish",
    "revisions_unschedule": "publish",
    "lock": "lock",
    "unlock": "unlock",
}
BULK = "wagtail_bulk_action"
CHOSEN_PAGES = "wagtailadmin_choose_page_chosen_multiple"


def visits(match: ResolverMatch, request: HttpRequest) -> Iterator[Visit]:
    """Everything that the address is about."""
    yield from _pages(match)
    yield from _snippets(match)
    yield from _named_models(match)
    yield from _listed(match, request)
    yield from _foreign_tasks(match)


def _pages(match: ResolverMatch) -> Iterator[Visit]:
    names = PAGE_USES
    if match.namespace in {"wagtailadmin_pages", "wagtailadmin_api:pages"}:
        names = {**PAGE_USES, "pk": Use.OPEN}
    for name in names.keys() & match.kwargs.keys():
        use = USES.get(match.view_name, names[name])
        yield Visit(use, _fetch(Page, match.kwargs[name]))


def _snippets(match: ResolverMatch) -> Iterator[Visit]:
    if "pk" not in match.kwargs:
        return
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        if match.namespace == viewset.get_admin_url_namespace():
            action = SNIPPET_ACTIONS.get(match.url_name or "", "change")
            yield Visit(Use.OPEN, _fetch(model, match.kwargs["pk"]), action)
        elif match.namespace == viewset.get_chooser_admin_url_namespace():
            yield Visit(Use.CHOOSE, _fetch(model, match.kwargs["pk"]))


def _named_models(match: ResolverMatch) -> Iterator[Visit]:
    """Addresses that spell out the model and the key of an object."""
    key = match.kwargs.get("object_id", match.kwargs.get("pk"))
    if key is not None and {"app_label", "model_name"} <= match.kwargs.keys():
        model = _model(match)
        if model is not None:
            yield Visit(USES.get(match.view_name, Use.OPEN), _fetch(model, key))


def _listed(match: ResolverMatch, request: HttpRequest) -> Iterator[Visit]:
    """Addresses that list objects in their query."""
    if match.view_name == CHOSEN_PAGES:
        yield from (Visit(Use.CHOOSE, _fetch(Page, key)) for key in request.GET.getlist("id"))
    model = _model(match) if match.view_name == BULK else None
    if model is not None:
        keys = [key for key in request.GET.getlist("id") if key != "all"]
        yield from (Visit(Use.OPEN, _fetch(model, key)) for key in keys)


def _foreign_tasks(match: ResolverMatch) -> Iterator[Visit]:
    """Wagtail takes any task of a workflow, even one of another object than the address says."""
    key = match.kwargs.get("page_id", match.kwargs.get("pk"))
    task_state = match.kwargs.get("task_state_id")
    if task_state is not None and key is not None:
        state = TaskState.objects.select_related("workflow_state").filter(pk=task_state).first()
        if state is not None and state.workflow_state.object_id != unquote(str(key)):
            yield Visit(Use.OPEN, None)


def all_listed(match: ResolverMatch, request: HttpRequest) -> list[Any]:
    """The objects that a bulk action means by “all”."""
    model = _model(match)
    kwargs = match.kwargs
    action = bulk_action_registry.get_bulk_action_class(
        kwargs["app_label"], kwargs["model_name"], kwargs["action"]
    )
    if model is None or action is None or model not in action.models:
        return []
    keys = action(request, model).get_all_objects_in_listing_query(request.GET.get("childOf"))
    return list(model._default_manager.filter(pk__in=list(keys)))


def _model(match: ResolverMatch) -> type[Model] | None:
    try:
        return apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    except LookupError:
        return None


def _fetch(model: type[Model], key: Any) -> Model | None:
    try:
        return model._default_manager.filter(pk=unquote(str(key))).first()
    except (ValueError, ValidationError, OverflowError):
        return None
