"""What does the dialogue with the dates of a page say goes with it when it expires?

Snippets have no such dialogue: nobody sets a date for them in a form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import PublishingPanel

from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.refusals import title_of, with_list

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

_context_without_followers = PublishingPanel.BoundPanel.get_context_data


def install() -> None:
    """Name the translations in the dialogue; calling it twice changes nothing."""
    PublishingPanel.BoundPanel.get_context_data = _context_with_followers


def what_expires_with(obj: Any) -> SafeString | str:
    """The live translations, as HTML; nothing if there are none."""
    live = [each for each in translations_of(obj) if each.live] if obj.pk else []
    if not live:
        return ""
    heading = _("If it expires, its translations go offline with it:")
    return with_list(heading, [f"{language_of(each)}: {title_of(each)}" for each in live])


def _context_with_followers(
    self: PublishingPanel.BoundPanel, parent_context: Any = None
) -> dict[str, Any]:
    self.help_text = self.panel.help_text or what_expires_with(self.instance)
    return _context_without_followers(self, parent_context)
