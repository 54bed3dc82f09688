"""What may be copied, and how? Sources, as drafts: nothing goes live without passing the gate.

The copies of Wagtail's forms, bulk actions and interface for programs all pass its two actions.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction

from services.lifecycle.refusals import CopyRefused, edit_url, title_of
from services.models.publication import PublishedContent, Reason

_check_copy = CopyPageAction.check
_check_alias = CreatePageAliasAction.check


def install() -> None:
    """Let every copy pass the rules below; calling it twice changes nothing."""
    CopyPageAction.check = _check_copy_by_rules
    CreatePageAliasAction.check = _refuse_alias


def _check_copy_by_rules(self: CopyPageAction, *args: Any, **kwargs: Any) -> None:
    page = self.page.specific
    if isinstance(page, PublishedContent):
        _refuse_copy(page, keep_live=self.keep_live, is_new=self.reset_translation_key)
    _check_copy(self, *args, **kwargs)


def _refuse_copy(page: Any, *, keep_live: bool, is_new: bool) -> None:
    """``is_new`` tells a copy from a translation, which Wagtail makes by the same action."""
    if is_new and not page.is_source:
        source = page.source
        reason = Reason(_("It is a translation. Copy its source, and translate the copy."))
        if source is not None:
            reason = Reason(
                _("It is a translation. Copy “%(source)s”, and translate the copy.")
                % {"source": title_of(source)},
                edit_url(source),
            )
        raise CopyRefused(page, [reason])
    if keep_live:
        raise CopyRefused(
            page, [Reason(_("A copy begins as a draft. Leave “Publish copies” empty."))]
        )


def _refuse_alias(self: CreatePageAliasAction, *args: Any, **kwargs: Any) -> None:
    page = self.page.specific
    if isinstance(page, PublishedContent):
        message = _("An alias would show the same page twice. Link to it instead.")
        raise CopyRefused(page, [Reason(message)])
    _check_alias(self, *args, **kwargs)
