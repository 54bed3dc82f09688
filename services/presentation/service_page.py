"""What do readers see of a service, in their language?

Facts and rows are those of the live source page; words are those of the page in the reader's
language. In a preview both may stand in memory.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from services.models import (
    AuthorityPage,
    CompetentAuthority,
    ContactPoint,
    LegalReference,
    Territory,
)
from services.models.reading import Words, words_in
from services.presentation import sections
from services.presentation.addresses import survey_in
from services.presentation.cards import Card, Law, authority_card, contact_card, law_of
from services.presentation.facts_box import Fact, facts_of
from services.presentation.kinds import kind_of
from services.presentation.page_view import PageView
from services.presentation.rich_text import with_anchors
from services.presentation.sections import Section
from services.presentation.snippets import reading_where, readings_of
from services.presentation.values import languages_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.models.reading import Reading
    from services.presentation.page_links import PageLink
    from services.presentation.rich_text import Heading

RELATED = ("topics", "related_pages")


class ServiceView(PageView):
    """A service page; templates ask it for each part."""

    linked_relations = RELATED

    @property
    def kicker(self) -> str:
        return kind_of(self.page)

    @property
    def path(self) -> list[PageLink]:
        """The main topic."""
        return self.topics[:1]

    @property
    def start_url(self) -> str:
        return self.reading.address("start_url")

    @property
    def start_label(self) -> Words:
        return self.reading.words("start_label") or Words(_("Start"))

    @property
    def start_next(self) -> str:
        return _("You go to the website %(host)s.") % {"host": urlsplit(self.start_url).hostname}

    @cached_property
    def facts(self) -> list[Fact]:
        name = self.authority.words("name") if self.authority else Words("")
        return facts_of(self.reading, set(self.page.word_rows), name)

    @cached_property
    def sections(self) -> list[Section]:
        found = {
            "information": self._information,
            "procedure": self._procedure,
            "assistance": self._assistance,
        }[self.page.kind]()
        return [section for section in found if section]

    @cached_property
    def contents(self) -> list[Section | Heading]:
        """The entries of the contents list: each section, of a long text its headings."""
        entries: list[Section | Heading] = []
        for section in self.sections:
            entries += section.more if section.kind == "explanation" else [section]
        entries.append(Section("contact", self.contact_title, "contact", None))
        if self.related_pages:
            entries.append(Section("related", self.related_title, "related", None))
        return entries

    @property
    def contact_title(self) -> str:
        return _("Who is responsible, and contact")

    @cached_property
    def authority(self) -> Reading | None:
        """The authority of the page above the source page, which answers for the service.

        Where that page is a translation, its source says which: it is a fact.
        """
        if not self.above_source:
            return None
        above = AuthorityPage.objects.filter(path=self.above_source)
        sources = AuthorityPage.objects.filter(
            translation_key__in=above.values("translation_key"), locale_id=F("source_locale_id")
        )
        authorities = CompetentAuthority.objects.filter(
            translation_key__in=sources.values("authority__translation_key")
        )
        return reading_where(authorities, self.language)

    @cached_property
    def authority_card(self) -> Card | None:
        page = self.links.at_path()
        return authority_card(self.authority, page.url if page else "") if self.authority else None

    @cached_property
    def contacts(self) -> list[Card]:
        keys = self.relations.keys("contacts")
        return [contact_card(each) for each in readings_of(ContactPoint, keys, self.language)]

    @cached_property
    def laws(self) -> list[Law]:
        keys = self.relations.keys("legal_references")
        return [law_of(each) for each in readings_of(LegalReference, keys, self.language)]

    @property
    def contacts_reason(self) -> Words:
        return Words("") if self.contacts else self.reading.words("contacts_not_applicable")

    @property
    def laws_reason(self) -> Words:
        name = "legal_references_not_applicable"
        if self.laws or not hasattr(self.page, name):
            return Words("")
        return self.reading.words(name)

    @cached_property
    def territories(self) -> list[Territory]:
        """The areas in which the service holds, by name; none for the whole country."""
        keys = self.relations.keys("territories")
        return list(Territory.objects.filter(pk__in=keys).order_by("name", "pk")) if keys else []

    @cached_property
    def pairs(self) -> list[dict[str, Any]]:
        """In which languages the service can be carried out, and where it holds."""
        return [pair for pair in (self._languages(), self._territories()) if pair]

    @property
    def topics(self) -> list[PageLink]:
        return self.links.of(self.relations.keys("topics"))

    @cached_property
    def related_pages(self) -> list[PageLink]:
        return self.links.of(self.relations.keys("related_pages"))

    @property
    def related_title(self) -> str:
        return _("See also")

    @property
    def survey_url(self) -> str:
        return survey_in(self.language)

    def _text(self, name: str, title: str) -> Section | None:
        return sections.text(self.reading, self.rich, name, title)

    def _information(self) -> Iterator[Section | None]:
        yield self._text("situation", _("Who this is for"))
        body = self.reading.words("body")
        if body:
            html, headings = with_anchors(self.rich(body))
            yield Section("explanation", _("Explanation"), "explanation", html, headings)

    def _procedure(self) -> Iterator[Section | None]:
        reading, rich = self.reading, self.rich
        yield self._text("who_can_apply", _("Who can apply"))
        yield sections.evidence(reading)
        yield sections.identification(reading)
        yield sections.steps(reading, rich)
        yield sections.channels(reading)
        yield sections.fees(reading, rich)
        yield sections.periods(reading)
        yield self._text("silence", _("If you hear nothing"))
        yield self._text("result", _("What you get"))
        yield self._text("redress", _("If you do not agree"))

    def _assistance(self) -> Iterator[Section | None]:
        yield self._text("assistance_type", _("Kind of help"))
        yield self._text("purpose", _("What it is for"))
        yield self._text("expected_results", _("What you can expect"))
        yield sections.channels(self.reading)
        yield sections.fees(self.reading, self.rich)
        yield sections.periods(self.reading)

    def _languages(self) -> dict[str, Any] | None:
        if not hasattr(self.page, "additional_languages") or self.page.kind == "information":
            return None
        own, codes = self.reading.source_language, self.reading.fact("additional_languages")
        reason = self.reading.words("additional_languages_not_applicable")
        if not codes and not reason:
            return None
        others = set(codes) - {own}
        names = languages_named([own], self.language) + languages_named(others, self.language)
        lines = (", ".join(names), "" if codes else reason)
        return {
            "term": _("Languages in which you can do this"),
            "lines": [line for line in lines if line],
        }

    def _territories(self) -> dict[str, Any] | None:
        if not self.territories:
            return None
        # Areas are named as their country names them: in the language that the site starts from.
        first = settings.LANGUAGE_CODE
        lines = [words_in(area.name, first, self.language) for area in self.territories]
        return {"term": _("Where it holds"), "lines": lines}
