"""What a person may do with a snippet: its team and its translators; the rest administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from wagtail.permission_policies.base import ModelPermissionPolicy

from services.models.authorities import TeamSnippet
from services.rights.origins import is_translation
from services.rights.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model, QuerySet

TEAM_ACTIONS = frozenset({"add", "change", "delete", "publish", "lock", "unlock", "view"})
TRANSLATOR_ACTIONS = frozenset({"change", "view"})
CHOOSE = "choose"


class AdministratorsPolicy(ModelPermissionPolicy):
    """What only administrators change and everybody in the admin may choose: codes, territories.

    Permissions that a group was given for the model count for nothing, so that nobody can give
    away by a tick what the rules of this site keep.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == CHOOSE:
            return user.is_active
        return standing_of(user).administers


class TranslatedPolicy(AdministratorsPolicy):
    """What administrators write and the translators of each language translate: authorities."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether there may be an instance with which the user may do so."""
        standing = standing_of(user)
        return super().user_has_permission(user, action) or bool(
            action in TRANSLATOR_ACTIONS and standing.languages
        )

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        standing = standing_of(user)
        if standing.administers:
            return True
        if action == CHOOSE:
            return user.is_active and self._may_choose(standing, instance)
        if is_translation(instance):
            return action in TRANSLATOR_ACTIONS and instance.locale_id in standing.languages
        return self._may_as_team(standing, action, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        standing = standing_of(user)
        instances = self.model._default_manager.all()
        if standing.administers:
            return instances
        return instances.filter(self._own(standing, set(actions)))

    def _own(self, standing: Standing, actions: set[str]) -> Q:
        if CHOOSE in actions:
            return self._choosable(standing)
        if actions & TRANSLATOR_ACTIONS:
            return ~Q(locale_id=F("source_locale_id")) & Q(locale_id__in=standing.languages)
        return Q(pk__in=[])

    def _may_as_team(self, standing: Standing, action: str, instance: Any) -> bool:
        return False

    def _may_choose(self, standing: Standing, instance: Any) -> bool:
        return True

    def _choosable(self, standing: Standing) -> Q:
        return Q()


class TeamSnippetPolicy(TranslatedPolicy):
    """What a team made is its own; what has no team is shared: chosen by all, changed by none."""

    def __init__(self, model: type[Model]) -> None:
        super().__init__(model)
        if not issubclass(model, TeamSnippet):
            raise TypeError(f"{model.__name__} belongs to no team.")

    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, action) or bool(
            action in TEAM_ACTIONS and standing_of(user).teams
        )

    def _own(self, standing: Standing, actions: set[str]) -> Q:
        own = super()._own(standing, actions)
        if actions & TEAM_ACTIONS:
            own |= Q(locale_id=F("source_locale_id"), team_id__in=standing.teams)
        return own

    def _may_as_team(self, standing: Standing, action: str, instance: Any) -> bool:
        return action in TEAM_ACTIONS and instance.team_id in standing.teams

    def _may_choose(self, standing: Standing, instance: Any) -> bool:
        return instance.team_id is None or instance.team_id in standing.teams

    def _choosable(self, standing: Standing) -> Q:
        return Q(team_id__isnull=True) | Q(team_id__in=standing.teams)
