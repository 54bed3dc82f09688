"""The rows of a service: facts that stand once, with words that are translated."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from services.models.rows import TEXT_FEATURES, Row, words
from services.models.validators import safe_url


class Step(Row):
    """What the user does, in order (Article 10(1)(a)), and where presence is needed (6(3))."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("what to do"), max_length=150)
    text = RichTextField(_("explanation"), blank=True, features=TEXT_FEATURES)
    in_person = models.BooleanField(
        _("in person"), default=False, help_text=_("The user must come in person.")
    )
    in_person_reason = models.CharField(
        _("why in person"),
        max_length=500,
        blank=True,
        help_text=_("Article 6(3) allows it only for reasons of public interest: say which."),
    )

    word_fields = ("title", "text", "in_person_reason")
    fact_fields = ("in_person",)
    translatable_fields: ClassVar[list] = words(*word_fields)
    panels: ClassVar[list] = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("in_person"),
        FieldPanel("in_person_reason"),
    ]

    def __str__(self) -> str:
        return self.title


class Channel(Row):
    """A way in which the service can be used."""

    class Kind(models.TextChoices):
        ONLINE = "online", _("online")
        POST = "post", _("by post")
        COUNTER = "counter", _("at the counter")
        TELEPHONE = "telephone", _("by telephone")
        EMAIL = "email", _("by e-mail")

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    label = models.CharField(_("description"), max_length=255)
    opening_hours = models.CharField(_("opening hours"), max_length=500, blank=True)
    url = models.URLField(
        _("address on the web"), max_length=2000, blank=True, validators=[safe_url]
    )
    telephone = models.CharField(_("telephone"), max_length=32, blank=True)
    address = models.TextField(_("address"), blank=True)

    word_fields = ("label", "opening_hours")
    fact_fields = ("kind", "url", "telephone", "address")
    translatable_fields: ClassVar[list] = [*words(*word_fields), SynchronizedField("url")]
    panels: ClassVar[list] = [
        FieldPanel("kind"),
        FieldPanel("label", help_text=_("Say what this way leads to, such as “form for tenants”.")),
        FieldPanel("url"),
        FieldPanel(
            "telephone",
            help_text=_("With the country code, for callers from abroad: +31 20 555 01 23."),
        ),
        FieldPanel("address"),
        FieldPanel(
            "opening_hours",
            help_text=_("Only for a counter or telephone: nobody should call or come in vain."),
        ),
    ]

    def __str__(self) -> str:
        return self.label


class IdentificationMeans(Row):
    """How users identify themselves or sign (Article 10(1)(c))."""

    class Purpose(models.TextChoices):
        IDENTIFICATION = "identification", _("to log in")
        SIGNATURE = "signature", _("to sign")

    class Assurance(models.TextChoices):
        LOW = "low", _("low")
        SUBSTANTIAL = "substantial", _("substantial")
        HIGH = "high", _("high")

    page = ParentalKey(
        "services.ServicePage", on_delete=models.CASCADE, related_name="identification"
    )
    purpose = models.CharField(
        _("purpose"), max_length=16, choices=Purpose, default=Purpose.IDENTIFICATION
    )
    name = models.CharField(_("means"), max_length=150, help_text=_("For example DigiD."))
    note = models.CharField(_("note"), max_length=500, blank=True)
    assurance = models.CharField(
        _("level of assurance"), max_length=16, choices=Assurance, blank=True
    )
    eidas = models.BooleanField(
        _("notified under eIDAS"),
        default=False,
        help_text=_("People from other member states can use it."),
    )

    word_fields = ("name", "note")
    fact_fields = ("purpose", "assurance", "eidas")
    translatable_fields: ClassVar[list] = words(*word_fields)
    panels: ClassVar[list] = [
        FieldPanel("purpose"),
        FieldPanel("name"),
        FieldPanel("assurance"),
        FieldPanel("eidas"),
        FieldPanel("note"),
    ]

    def __str__(self) -> str:
        return self.name


class Evidence(Row):
    """A document that the user must submit, of which type and format (Article 10(1)(d))."""

    class Format(models.TextChoices):
        ORIGINAL = "original", _("original")
        CERTIFIED_COPY = "certified_copy", _("certified copy")
        COPY = "copy", _("copy")
        DIGITAL = "digital", _("digital file")

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="evidence")
    name = models.CharField(_("document"), max_length=255)
    description = models.TextField(_("what it must show"), blank=True)
    condition = models.CharField(
        _("when it is needed"),
        max_length=500,
        blank=True,
        help_text=_("A whole sentence. For example: Only if you rent your home."),
    )
    formats = models.JSONField(_("accepted formats"), default=list, blank=True)
    once_only = models.BooleanField(
        _("once only"),
        default=False,
        help_text=_("The authority can fetch it by the European once-only technical system."),
    )

    word_fields = ("name", "description", "condition")
    fact_fields = ("formats", "once_only")
    translatable_fields: ClassVar[list] = words(*word_fields)
    panels: ClassVar[list] = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("formats"),
        FieldPanel("once_only"),
        FieldPanel("condition"),
    ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        unknown = set(self.formats or []) - set(self.Format.values)
        if unknown:
            raise ValidationError(
                {"formats": _("“%(format)s” is not a format.") % {"format": min(map(str, unknown))}}
            )


class Fee(Row):
    """What the service costs, and for whom (Articles 10(1)(f) and 11(1)(c))."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="fees")
    label = models.CharField(
        _("for whom or what"), max_length=255, help_text=_("For example: adults.")
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=12,
        decimal_places=2,
        null=True,  # In a draft only: publication needs every field that is not blank.
        validators=[MinValueValidator(0)],
        help_text=_("0 means free. A new amount is right in all languages at once."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Give three capitals, such as EUR."))],
    )
    condition = models.CharField(_("condition"), max_length=500, blank=True)

    word_fields = ("label", "condition")
    fact_fields = ("amount", "currency")
    translatable_fields: ClassVar[list] = words(*word_fields)
    panels: ClassVar[list] = [
        FieldPanel("label"),
        FieldPanel("amount"),
        FieldPanel("currency"),
        FieldPanel("condition"),
    ]

    def __str__(self) -> str:
        return self.label


class Deadline(Row):
    """A period or date for the user or the authority (Articles 10(1)(g) and 11(1)(d))."""

    class Party(models.TextChoices):
        USER = "user", _("for the user")
        AUTHORITY = "authority", _("for the authority")

    class Kind(models.TextChoices):
        FIXED = "fixed", _("fixed")
        AVERAGE = "average", _("average")
        ESTIMATED = "estimated", _("estimated")

    class Unit(models.TextChoices):
        HOUR = "hour", _("hours")
        DAY = "day", _("days")
        WORKING_DAY = "working_day", _("working days")
        WEEK = "week", _("weeks")
        MONTH = "month", _("months")
        YEAR = "year", _("years")

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="periods")
    label = models.CharField(_("what it is about"), max_length=255)
    party = models.CharField(_("for whom"), max_length=16, choices=Party)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.FIXED)
    length = models.PositiveIntegerField(_("length"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit, blank=True)
    date = models.DateField(_("or: date"), null=True, blank=True)
    explanation = models.CharField(
        _("counted from"), max_length=500, blank=True, help_text=_("For example: after the move.")
    )

    word_fields = ("label", "explanation")
    fact_fields = ("party", "kind", "length", "unit", "date")
    translatable_fields: ClassVar[list] = words(*word_fields)
    panels: ClassVar[list] = [
        FieldPanel("label"),
        FieldPanel(
            "party",
            help_text=_("Article 10(1)(g): who must keep to it, the user or the authority."),
        ),
        FieldPanel(
            "kind",
            help_text=_(
                "Article 10(1)(g): fixed if a rule sets it; else say whether it is an average or "
                "an estimate."
            ),
        ),
        FieldPanel("length"),
        FieldPanel("unit"),
        FieldPanel("date"),
        FieldPanel("explanation"),
    ]

    class Meta(Row.Meta):
        verbose_name = _("period")
        verbose_name_plural = _("periods")

    def __str__(self) -> str:
        return self.label
