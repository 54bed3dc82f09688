"""Puts this site's rights in the places where Wagtail asks for rights."""

from __future__ import annotations

from typing import Any

from wagtail.models import AbstractPage, Page, PagePermissionTester
from wagtail.permissions import register_permission_policy

from services.models import (
    CompetentAuthority,
    ContactPoint,
    LegalReference,
    PolicyCode,
    Territory,
)
from services.models.service_page import PublishedPage
from services.rights.choosing import TeamPageForm
from services.rights.page_permissions import TeamPagePermissionTester, TeamPagePolicy
from services.rights.snippet_permissions import (
    AdministratorsPolicy,
    TeamSnippetPolicy,
    TranslatedPolicy,
)


def install() -> None:
    """Register the policies and the tester; calling it twice changes nothing."""
    register_permission_policy(AbstractPage, TeamPagePolicy(Page))
    register_permission_policy(CompetentAuthority, TranslatedPolicy(CompetentAuthority))
    for team_model in (ContactPoint, LegalReference):
        register_permission_policy(team_model, TeamSnippetPolicy(team_model))
    for model in (PolicyCode, Territory):
        register_permission_policy(model, AdministratorsPolicy(model))
    PublishedPage.permissions_for_user = _permissions_for_user
    PublishedPage.base_form_class = TeamPageForm


def _permissions_for_user(page: Page, user: Any) -> PagePermissionTester:
    return TeamPagePermissionTester(user, page)
