"""Which pages come first, or not at all, for a question, because people decided so?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from search.models.languages import content_languages, language_name
from search.phrases import LONGEST_PHRASE, normal_phrase

if TYPE_CHECKING:
    from datetime import date

MOST_BETS = 100


class BestBetQuerySet(models.QuerySet["BestBet"]):
    def shown(self, language: str) -> Self:
        """Return those of pages that everybody can read in the language."""
        public = Page.objects.live().public().filter(locale__language_code=language)
        return self.filter(language=language, page__in=public.values("pk"))


class BestBet(models.Model):
    """A page that is pinned to the top of the results of a question, or hidden from them."""

    class Action(models.TextChoices):
        PIN = "pin", gettext_lazy("Pin to the top")
        HIDE = "hide", gettext_lazy("Hide")

    language = models.CharField(gettext_lazy("language"), max_length=16, choices=content_languages)
    query = models.CharField(
        gettext_lazy("question"),
        max_length=LONGEST_PHRASE,
        help_text=gettext_lazy(
            "The words that a reader types, in any order; other forms of them count, too. A "
            "question with one word more is another question."
        ),
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=gettext_lazy("page"),
        help_text=gettext_lazy("Live, and in the language of the question."),
    )
    page.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    action = models.CharField(
        gettext_lazy("what happens"), max_length=8, choices=Action, default=Action.PIN
    )
    position = models.PositiveSmallIntegerField(
        gettext_lazy("position"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_BETS)],
        help_text=gettext_lazy("Where several pages are pinned, the lowest comes first."),
    )
    starts_on = models.DateField(
        gettext_lazy("from"), null=True, blank=True, help_text=gettext_lazy("Empty: at once.")
    )
    ends_on = models.DateField(
        gettext_lazy("until"),
        null=True,
        blank=True,
        help_text=gettext_lazy("The last day. Empty: until somebody ends it."),
    )
    reason = models.CharField(
        gettext_lazy("reason"),
        max_length=250,
        help_text=gettext_lazy("Who comes after you wants to know whether it still holds."),
    )

    objects = BestBetQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("best bet")
        verbose_name_plural = gettext_lazy("best bets")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="a_best_bet_ends_after_it_starts",
                violation_error_message=gettext_lazy("The last day lies before the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.query} → {self.page}"

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    def holds(self, *, on: date) -> bool:
        """Say whether it is in force on a day."""
        return (self.starts_on or on) <= on <= (self.ends_on or on)

    def clean(self) -> None:
        errors = {}
        if self.query and not normal_phrase(self.query):
            errors["query"] = _("There is no word in this that can be looked for.")
        if self.page_id and (fault := self._fault_of_page()):
            errors["page"] = fault
        if errors:
            raise ValidationError(errors)

    def _fault_of_page(self) -> str:
        if not Page.objects.live().public().filter(pk=self.page_id).exists():
            return _("Readers cannot open this page: choose one that is live.")
        if self.language and self.page.locale.language_code != self.language:
            return _("This page is in another language than the question.")
        return ""
