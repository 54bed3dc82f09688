"""Which words mean the same to readers, although no analysis of words could know it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.models.languages import content_languages, language_name
from search.phrases import LONGEST_PHRASE, MOST_PHRASES, normal_phrase, phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.starting_synonyms import StartingSynonym


class SynonymQuerySet(models.QuerySet["Synonym"]):
    def active(self, language: str) -> SynonymQuerySet:
        return self.filter(language=language, is_active=True)


class Synonym(models.Model):
    """Phrases of readers, and the phrases by which the pages call the same thing."""

    class Direction(models.TextChoices):
        ONE_WAY = "one-way", gettext_lazy("One way: whoever types the words finds the meanings")
        TWO_WAY = "two-way", gettext_lazy("Two ways: whoever types any of them finds all of them")

    language = models.CharField(
        gettext_lazy("language"),
        max_length=16,
        choices=content_languages,
        help_text=gettext_lazy("The language of the pages that are to be found."),
    )
    words = models.TextField(
        gettext_lazy("what readers type"),
        help_text=gettext_lazy(
            "One phrase a line. Other forms of the same word need no line of their own; words of "
            "another language may stand here, too."
        ),
    )
    meanings = models.TextField(
        gettext_lazy("what the pages call it"), help_text=gettext_lazy("One phrase a line.")
    )
    direction = models.CharField(
        gettext_lazy("direction"),
        max_length=16,
        choices=Direction,
        default=Direction.ONE_WAY,
        help_text=gettext_lazy(
            "Take one way if the meaning is wider: who types “puppy” may see what is about dogs, "
            "but not the other way round."
        ),
    )
    note = models.CharField(
        gettext_lazy("note"),
        max_length=250,
        blank=True,
        help_text=gettext_lazy("Why it is needed. Only search editors read this."),
    )
    is_active = models.BooleanField(gettext_lazy("in use"), default=True)

    objects = SynonymQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("synonym")
        verbose_name_plural = gettext_lazy("synonyms")

    def __str__(self) -> str:
        return f"{', '.join(self.word_phrases)} → {', '.join(self.meaning_phrases)}"

    @classmethod
    def starting(cls, language: str, synonym: StartingSynonym) -> Self:
        """Return one to begin with, unsaved; of what means the same the first is the readers'."""
        words, meanings = synonym.words, synonym.meanings
        if not synonym.is_one_way:
            words, meanings = words[:1], (*words[1:], *meanings)
        return cls(
            language=language,
            words="\n".join(words),
            meanings="\n".join(meanings),
            direction=cls.Direction.ONE_WAY if synonym.is_one_way else cls.Direction.TWO_WAY,
        )

    @property
    def word_phrases(self) -> tuple[str, ...]:
        return phrases_in(self.words)

    @property
    def meaning_phrases(self) -> tuple[str, ...]:
        return phrases_in(self.meanings)

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    def clean(self) -> None:
        """Refuse phrases that could never do anything, and write each on a line of its own."""
        errors = {
            name: problems
            for name in ("words", "meanings")
            if (problems := list(_problems(phrases_in(getattr(self, name)))))
        }
        if twice := _on_both_sides(self.word_phrases, self.meaning_phrases):
            errors["meanings"] = [*errors.get("meanings", []), twice]
        if errors:
            raise ValidationError(errors)
        self.words = "\n".join(self.word_phrases)
        self.meanings = "\n".join(self.meaning_phrases)


def _problems(phrases: tuple[str, ...]) -> Iterable[str]:
    if not phrases:
        yield _("Write at least one word.")
    if len(phrases) > MOST_PHRASES:
        yield _("Write at most %(count)s phrases; these are %(found)s.") % {
            "count": MOST_PHRASES,
            "found": len(phrases),
        }
    for phrase in phrases:
        if len(phrase) > LONGEST_PHRASE:
            yield _("“%(beginning)s…” is longer than %(count)s characters.") % {
                "beginning": phrase[:30],
                "count": LONGEST_PHRASE,
            }
        elif not normal_phrase(phrase):
            yield _("There is no word in “%(phrase)s” that can be looked for.") % {"phrase": phrase}


def _on_both_sides(words: tuple[str, ...], meanings: tuple[str, ...]) -> str:
    typed = {normal_phrase(phrase) for phrase in words} - {""}
    twice = [phrase for phrase in meanings if normal_phrase(phrase) in typed]
    if not twice:
        return ""
    return _("“%(phrase)s” stands on both sides: leave it out on one.") % {"phrase": twice[0]}
