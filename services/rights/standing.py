"""What a person is here: administrator, member of teams, translator into languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.models import AuthorityPage
from services.rights.administrators import is_administrator
from services.rights.translators import locales_of

_CACHE = "_standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """Keys of the groups that are the user's teams, and of the languages translated into."""

    administers: bool = False
    teams: tuple[int, ...] = ()
    languages: tuple[int, ...] = ()


def standing_of(user: Any) -> Standing:
    """The standing of a user, looked up once for each user object, and so for each request."""
    if not user.is_active:
        return Standing()
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, _look_up(user))
    return getattr(user, _CACHE)


def _look_up(user: Any) -> Standing:
    if is_administrator(user):
        return Standing(administers=True)
    teams = AuthorityPage.objects.filter(team__user=user).values_list("team_id", flat=True)
    return Standing(
        teams=tuple(sorted(set(teams))),
        languages=tuple(locales_of(user).values_list("pk", flat=True)),
    )
