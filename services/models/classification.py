"""By what services are classified: policy codes and territories, kept by administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.models.validators import one_value

if TYPE_CHECKING:
    from datetime import date


class ValidityQuerySet(models.QuerySet):
    def valid(self, *, on: date | None = None) -> Self:
        """Return the rows that are in force on the given day (today if none is given)."""
        day = on or timezone.localdate()
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_until__isnull=True) | Q(valid_until__gte=day),
        )


class Validity(models.Model):
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("The list or law that this row is taken from."),
    )

    objects = ValidityQuerySet.as_manager()

    class Meta:
        abstract = True


class PolicyCode(Validity):
    """An area or item of Annex I, a procedure of Annex II or a service of Annex III.

    ``identifier`` names the row here and never changes; ``code`` is the Commission's official
    code, empty where the law has no code yet; ``position`` is the place in the official list.
    """

    class Annex(models.TextChoices):
        INFORMATION = "I", _("Annex I: information")
        PROCEDURES = "II", _("Annex II: procedures")
        ASSISTANCE = "III", _("Annex III: assistance services")

    identifier = models.CharField(_("identifier"), max_length=32, unique=True)
    code = models.CharField(
        _("official code"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{1,2}\d{0,2}$")],
        help_text=_("Leave it empty while the Commission has not given a code."),
    )
    annex = models.CharField(_("annex"), max_length=3, choices=Annex)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("part of"),
    )
    # The list's own order is no use of a row.
    parent.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    title_en = models.TextField(
        _("official English title"),
        validators=[one_value],
        help_text=_("Stands in the meta tags as it is here."),
    )
    position = models.PositiveIntegerField(_("position in the list"), default=0)

    class Meta:
        verbose_name = _("policy code")
        verbose_name_plural = _("policy codes")
        constraints = (
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(code=""),
                name="an_official_code_stands_once",
                violation_error_message=_("Another row has this official code."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.code or self.identifier} {self.title_en}"

    @property
    def tag_value(self) -> str:
        """What the meta tag ``policy-code`` says; empty where there is no official value."""
        return self.title_en if self.annex == self.Annex.ASSISTANCE else self.code

    @property
    def is_item(self) -> bool:
        """Whether it is an item such as A1, not a whole area such as A."""
        return self.parent_id is not None or self.annex == self.Annex.ASSISTANCE


class Territory(Validity):
    """A NUTS area (levels 1–3) or a local administrative unit in which a service holds."""

    class Kind(models.TextChoices):
        NUTS1 = "nuts1", _("NUTS 1")
        NUTS2 = "nuts2", _("NUTS 2")
        NUTS3 = "nuts3", _("NUTS 3")
        LAU = "lau", _("local administrative unit")

    country = models.CharField(_("country"), max_length=2)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind)
    code = models.CharField(_("code"), max_length=16)
    name = models.CharField(_("name"), max_length=255)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    parent.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        constraints = (
            models.UniqueConstraint(
                fields=["country", "kind", "code"],
                name="a_territory_stands_once",
                violation_error_message=_("Another row has this code."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.name != self.code else self.code
