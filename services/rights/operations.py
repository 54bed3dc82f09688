"""Makes the groups that people are put into: a team for each authority, one for each language."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupPagePermission, Locale, Page

from services.models import AuthorityPage, CompetentAuthority, ContactPoint, LegalReference
from services.rights.administrators import ADMINISTRATORS
from services.rights.page_permissions import EXPLORING
from services.rights.translators import group_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import Model, QuerySet

TEAM_ON_PAGES = ("add", "change", "publish")
LONGEST_NAME = Group._meta.get_field("name").max_length or 150

# What makes the groups that an app above needs: it adds itself here when it is ready.
FURTHER_GROUPS: list[Callable[[], object]] = []


@transaction.atomic
def ensure_groups() -> None:
    """Make the groups of administrators, teams, translators and other apps that are missing."""
    ensure_administrators()
    for locale in Locale.objects.order_by("pk"):
        ensure_translators(locale)
    for page in AuthorityPage.objects.select_related("team").order_by("path"):
        ensure_team(page)
    for ensure_group in FURTHER_GROUPS:
        ensure_group()


def ensure_administrators() -> Group:
    group = Group.objects.get_or_create(name=ADMINISTRATORS)[0]
    apps = ("services", "home", "wagtailcore", "wagtailredirects", "wagtailadmin", "auth")
    group.permissions.add(*Permission.objects.filter(content_type__app_label__in=apps))
    for root in Page.objects.filter(depth=1):
        _allow_on(root, group, sorted(EXPLORING))
    return group


def ensure_translators(locale: Locale) -> Group:
    """The group of a language; wagtail-localize asks for the permission to change snippets."""
    group = Group.objects.get_or_create(name=group_name(locale))[0]
    translated = (CompetentAuthority, ContactPoint, LegalReference)
    group.permissions.add(*_access(), *_permissions(("change",), *translated))
    return group


@transaction.atomic
def ensure_team(page: AuthorityPage) -> Group:
    """The team of an authority, with rights on its page; one team for all its languages."""
    team = _team_of(page)
    if page.team_id != team.pk:
        AuthorityPage.objects.filter(pk=page.pk).update(team=team)
        page.team = team
    _allow_on(page, team, TEAM_ON_PAGES)
    return team


def _team_of(page: AuthorityPage) -> Group:
    source = page.source or page
    if source.team is not None and not _is_anothers(source.team, source):
        return source.team
    team = Group.objects.create(name=_free_name(f"Team {source.title}"))
    actions = ("add", "change", "delete", "publish", "lock", "unlock")
    team.permissions.add(*_access(), *_permissions(actions, ContactPoint, LegalReference))
    if source.pk != page.pk:
        AuthorityPage.objects.filter(pk=source.pk).update(team=team)
    return team


def _is_anothers(team: Group, page: AuthorityPage) -> bool:
    """A page that was copied brings the team of its original along."""
    others = AuthorityPage.objects.exclude(translation_key=page.translation_key)
    return others.filter(team=team).exists()


def _free_name(wanted: str) -> str:
    candidates = (wanted if n == 1 else f"{wanted} ({n})" for n in count(1))
    shortened = (_shortened(name) for name in candidates)
    return next(name for name in shortened if not Group.objects.filter(name=name).exists())


def _shortened(name: str) -> str:
    """Cut a long title in its middle: the number at the end keeps it unique."""
    half = LONGEST_NAME // 2 - 1
    return name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _access() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )


def _permissions(actions: Iterable[str], *models: type[Model]) -> QuerySet[Permission]:
    names = {f"{action}_{model._meta.model_name}" for action in actions for model in models}
    types = ContentType.objects.get_for_models(*models).values()
    return Permission.objects.filter(content_type__in=types, codename__in=names)


def _allow_on(page: Page, group: Group, actions: Iterable[str]) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{name}_page" for name in actions]
    ):
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page.pk, permission=permission
        )
