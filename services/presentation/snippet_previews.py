"""How will a draft of a contact point, authority or legal reference look on the pages?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.models import CompetentAuthority, ContactPoint
from services.models.reading import Reading
from services.presentation.cards import authority_card, contact_card, law_of

if TYPE_CHECKING:
    from services.models.authorities import PublishedSnippet
    from services.presentation.cards import Card, Law


def preview_of(snippet: PublishedSnippet) -> Card | Law:
    """The draft of a source, or the words of a translation's draft with the source's facts."""
    reading = Reading(snippet)
    if isinstance(snippet, ContactPoint):
        return contact_card(reading)
    if isinstance(snippet, CompetentAuthority):
        return authority_card(reading)
    return law_of(reading)
