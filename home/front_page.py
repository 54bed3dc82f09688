"""What greets people on the front page: top tasks, topics and life events."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from services.language.collation import sort_key
from services.models import LifeEventPage, TopicPage
from services.presentation.page_links import PageLink, each_once, link_to
from services.presentation.page_view import PageView

if TYPE_CHECKING:
    from django.http import HttpRequest

    from services.presentation.rich_text import Html


class FrontPageView(PageView):
    """The front page of one language."""

    linked_relations = ("top_tasks",)

    @property
    def introduction(self) -> Html | None:
        words = self.reading.words("introduction")
        return self.rich(words) if words else None

    @property
    def top_tasks(self) -> list[PageLink]:
        return self.links.of(self.relations.keys("top_tasks"))

    @cached_property
    def topics(self) -> list[PageLink]:
        return guides(TopicPage, self.language, self.request)

    @cached_property
    def life_events(self) -> list[PageLink]:
        return guides(LifeEventPage, self.language, self.request)


def guides(model: Any, language: str, request: HttpRequest | None) -> list[PageLink]:
    """All topics, or all life events, in the order of the reader's alphabet."""
    links = [link_to(page, language, request) for page in each_once(model.objects.all(), language)]
    return sorted(links, key=lambda link: sort_key(str(link.title), language))
