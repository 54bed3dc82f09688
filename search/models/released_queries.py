"""Which questions may be suggested to readers who begin to type?"""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.models.languages import content_languages, language_name
from search.phrases import normal_phrase

LONGEST = 100


class ReleasedQuery(models.Model):
    """A question that search editors released: nothing else that readers typed is ever shown."""

    language = models.CharField(gettext_lazy("language"), max_length=16, choices=content_languages)
    text = models.CharField(
        gettext_lazy("question"),
        max_length=LONGEST,
        help_text=gettext_lazy("As readers would type it. Nothing personal, nobody's name."),
    )

    class Meta:
        verbose_name = gettext_lazy("suggested question")
        verbose_name_plural = gettext_lazy("suggested questions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["language", "text"],
                name="a_question_is_released_once_a_language",
                violation_error_message=gettext_lazy("This question is released already."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    def clean(self) -> None:
        self.text = " ".join(self.text.split())
        if self.text and not normal_phrase(self.text):
            raise ValidationError({"text": _("There is no word in this that can be looked for.")})
