"""What do readers see of the pages that lead to services: topics, life events, authorities?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from services.language.collation import sort_key
from services.models import (
    CompetentAuthority,
    ContactPoint,
    LifeEventPage,
    LifeEventTopic,
    ServicePage,
    ServiceTopic,
)
from services.models.reading import Words
from services.presentation.cards import Card, authority_card, contact_card
from services.presentation.kinds import kind_of
from services.presentation.page_links import PageLink, each_once, link_to
from services.presentation.page_view import PageView
from services.presentation.sections import Step
from services.presentation.snippets import reading_where, readings_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from services.models.reading import Reading, RowReading
    from services.presentation.rich_text import Html

KINDS = ("procedure", "information", "assistance")


class GuideView(PageView):
    """A page that leads to services."""

    @property
    def kicker(self) -> str:
        return kind_of(self.page)

    @property
    def introduction(self) -> Html | None:
        words = self.reading.words("introduction")
        return self.rich(words) if words else None

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The services by kind, each kind in the order of the alphabet."""
        titles = {
            "procedure": _("Services"),
            "information": _("Information"),
            "assistance": _("Help and advice"),
        }
        found = each_once(self._services(), self.language)
        return [
            {"anchor": kind, "title": titles[kind], "links": links}
            for kind in KINDS
            if (links := self._links(page for page in found if page.specific_class.kind == kind))
        ]

    def _services(self) -> QuerySet[Any]:
        raise NotImplementedError

    def _links(self, pages: Any) -> list[PageLink]:
        links = [link_to(page, self.language, self.request) for page in pages]
        return sorted(links, key=lambda link: sort_key(str(link.title), self.language))


class TopicView(GuideView):
    """A topic with its services and life events."""

    @property
    def life_events(self) -> list[PageLink]:
        rows = LifeEventTopic.objects.filter(topic__translation_key=self.page.translation_key)
        keys = rows.values("page__translation_key")
        pages = LifeEventPage.objects.filter(translation_key__in=keys)
        return self._links(each_once(pages, self.language))

    def _services(self) -> QuerySet[Any]:
        rows = ServiceTopic.objects.filter(topic__translation_key=self.page.translation_key)
        return ServicePage.objects.filter(translation_key__in=rows.values("page__translation_key"))


class AuthorityView(GuideView):
    """An authority with its contacts and its services."""

    @cached_property
    def authority(self) -> Reading | None:
        key = self.reading.fact("authority_id")
        chosen = CompetentAuthority.objects.filter(pk=key).values("translation_key")
        authorities = CompetentAuthority.objects.filter(translation_key__in=chosen)
        return reading_where(authorities, self.language)

    @property
    def card(self) -> Card | None:
        return authority_card(self.authority) if self.authority else None

    @cached_property
    def contacts(self) -> list[Card]:
        keys = self.relations.keys("contacts")
        return [contact_card(each) for each in readings_of(ContactPoint, keys, self.language)]

    @property
    def identifiers(self) -> list[dict[str, Any]]:
        """The numbers by which registers know the authority."""
        if not self.authority:
            return []
        rows = self.authority.source.identifiers.order_by("sort_order", "pk")
        return [{"term": row.scheme, "value": row.value} for row in rows]

    def _services(self) -> QuerySet[Any]:
        keys = self.page.services().values("translation_key")
        return ServicePage.objects.filter(translation_key__in=keys)


class LifeEventView(GuideView):
    """A life event: its steps, in order, each with the page where it is done."""

    linked_relations = ("topics",)

    @cached_property
    def steps(self) -> list[Step]:
        return [self._step(row) for row in self.reading.rows("steps")]

    @property
    def topics(self) -> list[PageLink]:
        return self.links.of(self.relations.keys("topics"))

    def _linked_keys(self) -> set[int]:
        targets = {row.fact.target_id for row in self.reading.rows("steps")}
        return super()._linked_keys() | (targets - {None})

    def _step(self, row: RowReading) -> Step:
        link = self.links.get(row.fact.target_id) if row.fact.target_id else None
        if link:
            url, label = link.url, link.title
        else:
            url = row.address("url")
            label = Words(_("To the website")) if url else Words("")
        return Step(row.words("title"), self.rich(row.words("text")), "", url, label)
