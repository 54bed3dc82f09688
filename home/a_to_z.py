"""Under which letter do readers find each service, topic and life event?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.language.collation import a_to_z
from services.models import LifeEventPage, ServicePage, TopicPage
from services.presentation.page_links import PageLink, link_to

if TYPE_CHECKING:
    from django.http import HttpRequest

LISTED = (ServicePage, TopicPage, LifeEventPage)


def letters(language: str, request: HttpRequest | None = None) -> list[dict[str, Any]]:
    """The letters with their links; only what is live and public in the language itself."""
    links = [link for model in LISTED for link in _links(model, language, request)]
    filed = a_to_z(links, language, key=lambda link: str(link.title))
    return [
        {"letter": letter, "anchor": f"letter-{number}", "url": f"#letter-{number}", "links": found}
        for number, (letter, found) in enumerate(filed, 1)
    ]


def _links(model: Any, language: str, request: HttpRequest | None) -> list[PageLink]:
    pages = model.objects.live().public()
    pages = pages.filter(locale__language_code=language, alias_of__isnull=True)
    return [link_to(page, language, request) for page in pages.select_related("locale")]
