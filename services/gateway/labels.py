"""Whether a page may bear the name and logo of Your Europe (Article 22(2))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.gateway.models import Registration
from services.models import ServicePage

if TYPE_CHECKING:
    from datetime import date


def bears_label(page: object, *, on: date | None = None) -> bool:
    """Only a gateway page whose language stands in the repository for links by that day."""
    if not isinstance(page, ServicePage):
        return False
    source = page.source
    if source is None or not source.is_gateway_page:
        return False
    return Registration.objects.of(page).standing(on=on).exists()
