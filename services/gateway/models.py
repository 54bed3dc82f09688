"""Since when a page is in the Commission's repository for links, in each of its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

if TYPE_CHECKING:
    from datetime import date

    from services.models import ServicePage


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def standing(self, *, on: date | None = None) -> Self:
        """Return the registrations that have begun by the given day (today if none is given)."""
        return self.filter(registered_on__lte=on or timezone.localdate())

    def of(self, page: ServicePage) -> Self:
        """Return those of one page in its own language."""
        return self.filter(translation_key=page.translation_key, locale_id=page.locale_id)

    def with_titles(self) -> Self:
        """Add the title of the page in the language of the registration."""
        pages = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id")
        )
        return self.annotate(page_title=Subquery(pages.values("title")[:1]))


class Registration(models.Model):
    """One language of a page is in the repository for links (Article 19), from a day on.

    Only such a page may bear the name and logo of Your Europe (Article 22(2)). The translation
    key names the page, so that the registration outlives a move, a renaming and a new version.
    """

    translation_key = models.UUIDField(_("page"), editable=False)
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    # As with every page: what is written in a language is no use of it.
    locale.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    registered_on = models.DateField(
        _("registered on"),
        help_text=_("From this day on the page carries the label of Your Europe."),
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = (
            models.UniqueConstraint(
                fields=["translation_key", "locale"],
                name="a_page_is_registered_once_a_language",
            ),
        )

    def __str__(self) -> str:
        return f"{self.translation_key} ({self.locale_id})"
