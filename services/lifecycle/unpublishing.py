"""What happens to the translations when a source is unpublished or expires? They go, too.

A dead page's facts would otherwise stay live in other languages. Each goes by Wagtail's own
action, so that the index, the feed and the history hear of it.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from services.lifecycle.followers import translations_of


@transaction.atomic
def unpublish_translations(source: Any) -> None:
    """Unpublish what is live of a source's translations, as expired if the source has expired."""
    for translation in translations_of(source):
        if translation.live:
            kind = UnpublishPageAction if isinstance(source, Page) else UnpublishAction
            action = kind(translation, set_expired=source.expired)
            action.follows_source = True  # What needs it was asked when its source went.
            action.execute(skip_permission_checks=True)
