"""Who is responsible and who helps: authorities, contact points and legal references."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail_localize.fields import SynchronizedField

from services.models.choices import language_codes
from services.models.previews import PreviewedInOwnLanguage
from services.models.publication import PublishedContent
from services.models.rows import words
from services.models.validators import safe_url


class PublishedSnippet(
    PreviewedInOwnLanguage,
    PublishedContent,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    ClusterableModel,
):
    """A snippet that is drafted, reviewed, locked, previewed and translated like a page.

    Without drafts wagtail-localize puts its translation live at once.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return f"services/previews/{self._meta.model_name}.html"


class CompetentAuthority(PublishedSnippet):
    """The authority that answers for a service (Article 10(1)(b))."""

    name = models.CharField(_("name"), max_length=255)
    description = models.TextField(_("what it does"), blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("The authority that this one belongs to."),
    )
    homepage = models.URLField(_("web site"), max_length=2000, blank=True, validators=[safe_url])

    word_fields = ("name", "description")
    translatable_fields: ClassVar[list] = [*words(*word_fields), SynchronizedField("homepage")]
    fact_fields = ("parent", "homepage", "identifiers")

    panels: ClassVar[list] = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("parent"),
        FieldPanel("homepage"),
        InlinePanel("identifiers", label=_("identifier"), heading=_("Identifiers")),
    ]

    class Meta(PublishedSnippet.Meta):
        verbose_name = _("competent authority")
        verbose_name_plural = _("competent authorities")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.stands_above_itself():
            raise ValidationError(
                {"parent": _("An authority cannot be part of itself, not even through others.")}
            )

    def stands_above_itself(self) -> bool:
        """Whether following the parents leads back here."""
        seen: set[int] = set()
        above = self.parent
        while above is not None and above.pk not in seen:
            if above.pk == self.pk or above.translation_key == self.translation_key:
                return True
            seen.add(above.pk)
            above = above.parent
        return above is not None


class AuthorityIdentifier(Orderable):
    """A number by which registers know the authority, such as an OIN or an ATU code."""

    authority = ParentalKey(
        CompetentAuthority, on_delete=models.CASCADE, related_name="identifiers"
    )
    scheme = models.CharField(
        _("scheme"), max_length=32, help_text=_("The register, such as OIN or ATU.")
    )
    value = models.CharField(_("value"), max_length=255)

    panels: ClassVar[list] = [FieldPanel("scheme"), FieldPanel("value")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class TeamSnippet(PublishedSnippet):
    """A snippet that belongs to the team which made it."""

    team = models.ForeignKey(
        Group,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("team"),
    )

    kept_across_revisions = (*PublishedContent.kept_across_revisions, "team_id")

    class Meta(PublishedSnippet.Meta):
        abstract = True


class ContactPoint(TeamSnippet):
    """Where people get help with a service (Articles 9(1)(e), 10(1)(b) and 11(1)(b))."""

    name = models.CharField(_("name"), max_length=255)
    description = models.TextField(
        _("what it helps with"), blank=True, help_text=_("One sentence: who helps with what.")
    )
    opening_hours = models.TextField(_("opening hours"), blank=True)
    telephone = models.CharField(
        _("telephone"),
        max_length=32,
        blank=True,
        help_text=_("With the country code, for callers from abroad: +31 20 555 01 23."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    form_url = models.URLField(
        _("online enquiry form"), max_length=2000, blank=True, validators=[safe_url]
    )
    address = models.TextField(_("address"), blank=True)
    languages = models.JSONField(
        _("languages served"), default=list, blank=True, validators=[language_codes]
    )

    word_fields = ("name", "description", "opening_hours")
    translatable_fields: ClassVar[list] = [*words(*word_fields), SynchronizedField("form_url")]
    fact_fields = ("telephone", "email", "form_url", "address", "languages")

    panels: ClassVar[list] = [
        FieldPanel("name"),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldPanel("telephone"),
                FieldPanel("email"),
                FieldPanel("form_url"),
                FieldPanel("address"),
            ],
            heading=_("How to reach it"),
            help_text=_("Stored once, the same in every language."),
        ),
        FieldPanel(
            "opening_hours",
            help_text=_("Say also when it is closed: nobody should call or come in vain."),
        ),
        FieldPanel(
            "languages",
            help_text=_("People from abroad choose by it whom to ask (Article 11(1)(e))."),
        ),
    ]

    class Meta(TeamSnippet.Meta):
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")

    def __str__(self) -> str:
        return self.name


class LegalReference(TeamSnippet):
    """A legal act, technical specification or guideline (Article 9(1)(c))."""

    class Kind(models.TextChoices):
        LEGAL_ACT = "legal_act", _("legal act")
        TECHNICAL_SPECIFICATION = "technical_specification", _("technical specification")
        GUIDELINE = "guideline", _("guideline")

    title = models.CharField(_("title"), max_length=500)
    url = models.URLField(
        _("address"),
        max_length=2000,
        validators=[safe_url],
        help_text=_("A translator may set the address of the same act in another language."),
    )
    kind = models.CharField(_("kind"), max_length=32, choices=Kind, default=Kind.LEGAL_ACT)

    word_fields = ("title",)
    translatable_fields: ClassVar[list] = [*words(*word_fields), SynchronizedField("url")]
    fact_fields = ("url", "kind")

    panels: ClassVar[list] = [FieldPanel("title"), FieldPanel("url"), FieldPanel("kind")]

    class Meta(TeamSnippet.Meta):
        verbose_name = _("legal reference")
        verbose_name_plural = _("legal references")

    def __str__(self) -> str:
        return self.title
