"""What a person may do with a page: teams with sources, translators with translations.

Wagtail's permissions of groups hold for a whole branch of the tree. Here they hold for the pages
of that branch that were written in its language; what was translated is its translators' affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from services.models import AuthorityPage
from services.rights.origins import is_translation, translations
from services.rights.standing import standing_of
from services.rights.translators import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

EXPLORING = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})
STEP = Page.steplen


class TeamPagePolicy(PagePermissionPolicy):
    """Answers for lists, choosers, reports and the admin's interfaces for programs."""

    def get_all_permissions_for_user(self, user: Any) -> QuerySet:
        """The permissions of teams; those of translators follow from what they translate."""
        permissions = super().get_all_permissions_for_user(user)
        return permissions.exclude(group__name__startswith=PREFIX)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        if "change" in actions and standing_of(user).languages:
            return True
        return super().user_has_any_permission(user, actions)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Page
    ) -> bool:
        if standing_of(user).administers:
            return True
        wanted = set(actions)
        if is_translation(instance):
            if "change" in wanted and instance.locale_id in standing_of(user).languages:
                return True
            wanted = self._wanted_of_translations(wanted, instance)
        return super().user_has_any_permission_for_instance(user, wanted, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        if standing_of(user).administers:
            return self.model._default_manager.all()
        pages = self.sources(user, actions)
        if "change" in actions and (languages := standing_of(user).languages):
            pages |= self.model._default_manager.filter(translations(languages))
        return pages

    def sources(self, user: Any, actions: Iterable[str]) -> QuerySet:
        """The pages of the user's teams, and the translated places where they may add some."""
        places = AuthorityPage.objects.all() if "add" in actions else AuthorityPage.objects.none()
        pages = super().instances_user_has_any_permission_for(user, actions)
        return pages.filter(~translations() | Q(pk__in=places.values("pk")))

    def instances_with_direct_explore_permission(self, user: Any) -> list[Page]:
        if standing_of(user).administers:
            return list(Page.objects.filter(depth=1))
        homes = Page.objects.filter(depth=2, locale_id__in=standing_of(user).languages)
        return [*super().instances_with_direct_explore_permission(user), *homes]

    def explorable_instances(self, user: Any) -> QuerySet:
        """What the user may do anything with, and the pages on the way there."""
        if standing_of(user).administers:
            return self.model._default_manager.all()
        root = self.explorable_root_instance(user)
        if root is None:
            return self.model._default_manager.none()
        own = self.instances_user_has_any_permission_for(user, EXPLORING)
        way = {path for path in self._paths_above(user) if path.startswith(root.path)}
        return own | self.model._default_manager.filter(path__in=way)

    def _base_user_has_permission(self, user: Any) -> bool | None:
        return True if standing_of(user).administers else super()._base_user_has_permission(user)

    def _paths_above(self, user: Any) -> Iterator[str]:
        own = [permission.page.path for permission in self.get_cached_permissions_for_user(user)]
        translated = Page.objects.filter(translations(standing_of(user).languages))
        parents = translated.values_list(Substr("path", 1, Length("path") - STEP), flat=True)
        for path in {*own, *parents.distinct()}:
            yield from (path[:end] for end in range(STEP, len(path) + 1, STEP))

    @staticmethod
    def _wanted_of_translations(actions: set[str], page: Page) -> set[str]:
        """A team adds services of its own language below its authority's translated page."""
        is_place = issubclass(page.specific_class, AuthorityPage)
        return actions & {"add"} if is_place else set()


class TeamPagePermissionTester(PagePermissionTester):
    """Answers for one page. ``permissions`` are those for the branch, so for pages to be added."""

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        self.standing = standing_of(user)
        self.is_translation = is_translation(page)
        if self.standing.administers:
            self.permissions = set(EXPLORING)
        self.is_kept_by_administrators = not self.standing.administers and (
            self.is_translation or issubclass(page.specific_class or Page, AuthorityPage)
        )

    def can_edit(self) -> bool:
        if not self.is_translation or self.standing.administers:
            return super().can_edit()
        return self.page.locale_id in self.standing.languages

    def can_publish(self) -> bool:
        return self._may_decide() and super().can_publish()

    def can_unpublish(self) -> bool:
        return not self.is_kept_by_administrators and super().can_unpublish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return not self.is_kept_by_administrators and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        return not self.is_kept_by_administrators and super().can_copy()

    def can_lock(self) -> bool:
        return self._may_decide() and super().can_lock()

    def can_unlock(self) -> bool:
        return self._may_decide() and super().can_unlock()

    def can_submit_for_moderation(self) -> bool:
        return self._may_decide() and super().can_submit_for_moderation()

    def can_view_revisions(self) -> bool:
        return super().can_view_revisions() and (self.can_edit() or self.can_publish())

    def can_move_to(self, destination: Page) -> bool:
        return self._speaks_as(destination) and super().can_move_to(destination)

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        return self._speaks_as(destination) and super().can_copy_to(destination, recursive)

    def _may_decide(self) -> bool:
        """What becomes of a translation is decided by its review, not by rights."""
        return not self.is_translation or self.standing.administers

    def _speaks_as(self, destination: Page) -> bool:
        return destination.is_root() or destination.locale_id == self.page.locale_id
