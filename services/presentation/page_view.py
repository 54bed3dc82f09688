"""What do the views of all pages share: the words, the links, and how current the page is?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings

from services.language.formats import direction
from services.models.reading import Reading, Words
from services.presentation.page_links import PageLinks
from services.presentation.relations import Relations
from services.presentation.rich_text import Html, html_of, pages_linked_in
from services.translation.staleness import standing_of

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest

    from services.presentation.page_links import PageLink, Version
    from services.translation.staleness import Standing


@dataclass(frozen=True, slots=True)
class Language:
    """A language, named in itself."""

    code: str
    name: str
    dir: str


def language_named(code: str) -> Language:
    return Language(code, dict(settings.LANGUAGES).get(code, code), direction(code))


class PageView:
    """A published page, or a preview of one, as it is read in its own language."""

    linked_relations: ClassVar[tuple[str, ...]] = ()

    def __init__(self, page: Any, request: HttpRequest | None = None) -> None:
        self.page = page
        self.request = request
        self.reading = Reading(page)
        self.language = self.reading.language

    @property
    def title(self) -> Words:
        return self.reading.words("title")

    @property
    def lead(self) -> Words:
        has_summary = hasattr(self.page, "summary")
        return self.reading.words("summary") if has_summary else Words("")

    @property
    def body(self) -> Html | None:
        """The text of a page that is one text."""
        return self.rich(self.reading.words("body")) if hasattr(self.page, "body") else None

    @property
    def path(self) -> list[PageLink]:
        """The pages between the front page and this one."""
        return []

    @property
    def versions(self) -> list[Version]:
        """The languages in which this page is live."""
        return self.links.versions()

    @cached_property
    def relations(self) -> Relations:
        return Relations(self.reading.source)

    @cached_property
    def links(self) -> PageLinks:
        """Every page that this one names: in its relations, in its texts, and the one above."""
        return PageLinks(
            self._linked_keys(),
            self.language,
            self.request,
            path=self.above_source,
            own=self.page.translation_key,
        )

    @cached_property
    def above_source(self) -> str:
        """The tree path of the page above the source; empty for one that has no place yet."""
        path: str = self.reading.source.path
        return path[: -self.page.steplen] if path else ""

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.page)

    @property
    def source_url(self) -> str:
        return self.reading.source.get_url(self.request) or ""

    @property
    def source_language(self) -> Language:
        return language_named(self.reading.source_language)

    @property
    def source_changed_on(self) -> date | None:
        return self.reading.source.words_changed_on

    @property
    def follows_on(self) -> date | None:
        """Of a translation: the date of the source version that it follows."""
        return None if self.page.is_source else self.standing.follows

    @property
    def changed_on(self) -> date | None:
        """The last change that readers of this page can see: of its words or of its facts."""
        dates = [self.standing.follows, self.reading.source.facts_changed_on]
        return max((each for each in dates if each), default=None)

    def rich(self, words: Words) -> Html:
        return html_of(words, self.links)

    def _linked_keys(self) -> set[int]:
        keys = {key for name in self.linked_relations for key in self.relations.keys(name)}
        return keys | pages_linked_in(self._texts())

    def _texts(self) -> list[str]:
        """All words that may hold links, the source's where they stand in."""
        names = [name for name in self.page.word_fields if name not in {"title", "seo_title"}]
        texts = [self.reading.words(name).text for name in names]
        for relation in self.page.word_rows:
            for row in self.reading.rows(relation):
                texts += [row.words(name).text for name in row.fact.word_fields]
        return [text for text in texts if text]
