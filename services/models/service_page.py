"""What all pages that explain public services share: fields, panels, queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from services.models.choices import language_codes
from services.models.previews import PreviewedInOwnLanguage
from services.models.publication import PublishedContent
from services.models.rows import TEXT_FEATURES
from services.models.validators import safe_url

if TYPE_CHECKING:
    from datetime import date

    from services.models.elements import Element

BODY_FEATURES = ["h2", "h3", *TEXT_FEATURES]
WORD_ROWS = ("steps", "channels", "identification", "evidence", "fees", "periods")
RELATIONS = (
    "contacts",
    "legal_references",
    "policy_codes",
    "territories",
    "topics",
    "related_pages",
)


def not_applicable(help_text: Any = None) -> models.TextField:
    """The field that says why an element of the law does not apply."""
    return models.TextField(
        _("not applicable, because"),
        blank=True,
        help_text=help_text
        or _("Only if the element does not apply: readers see this reason in its place."),
    )


def element_panel(name: str, heading: Any, *panels: Panel, help_text: Any = "") -> MultiFieldPanel:
    """The panels of one element with its reason for not applying."""
    return MultiFieldPanel(
        [*panels, FieldPanel(f"{name}_not_applicable")], heading=heading, help_text=help_text
    )


class PublishedPage(PreviewedInOwnLanguage, PublishedContent, Page):
    """A page of this site: written in one language, translated, and published by the gate."""

    # A copy was never published: nothing of it can have changed since.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        "words_digest",
        "facts_digest",
        "words_changed_on",
        "facts_changed_on",
    ]

    class Meta:
        abstract = True

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tell the frame around the page, which knows the request only, what it surrounds."""
        request.served_page = self
        return super().get_context(request, *args, **kwargs)


class ServicePageQuerySet(PageQuerySet):
    def sources(self) -> Self:
        return self.filter(locale_id=models.F("source_locale_id"))

    def due_for_review(self, *, on: date | None = None) -> Self:
        """Return the published pages whose owner must confirm them by the given day."""
        return self.live().filter(review_due_on__lte=on or timezone.localdate())


class ServicePage(PublishedPage):
    """What the three kinds of service pages share; only its subclasses are created."""

    summary = models.CharField(
        _("summary"),
        max_length=160,
        blank=True,
        help_text=_("Who it is for and what it gives, in at most 160 characters."),
    )
    keywords = models.TextField(
        _("search words"),
        blank=True,
        help_text=_("The words that citizens use, separated by commas. They are searched."),
    )
    for_citizens = models.BooleanField(_("for citizens"), default=True)
    for_businesses = models.BooleanField(_("for businesses"), default=False)
    contacts_not_applicable = not_applicable()
    additional_languages = models.JSONField(
        _("languages in which it can be carried out"),
        default=list,
        blank=True,
        validators=[language_codes],
    )
    additional_languages_not_applicable = not_applicable()
    fees_not_applicable = not_applicable()
    payment = RichTextField(
        _("how to pay"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Name the online methods of payment, and what people abroad can use."),
    )
    periods_not_applicable = not_applicable()
    start_url = models.URLField(
        _("address where it starts"),
        max_length=2000,
        blank=True,
        validators=[safe_url],
        help_text=_("A translator may set the form in another language."),
    )
    start_label = models.CharField(
        _("text of the start button"),
        max_length=100,
        blank=True,
        help_text=_("Say what the user does: “Report your move”."),
    )
    confirmed_on = models.DateField(
        _("last confirmed on"),
        null=True,
        blank=True,
        help_text=_("The day on which you last checked that everything here is true."),
    )
    review_due_on = models.DateField(_("next review"), null=True, blank=True)
    is_gateway_page = models.BooleanField(
        _("part of the Single Digital Gateway"),
        default=False,
        help_text=_("The European search service is told about this page."),
    )
    replaces_url = models.URLField(
        _("replaces the page at"), max_length=2000, blank=True, validators=[safe_url]
    )

    elements: ClassVar[tuple[Element, ...]] = ()
    base_words: ClassVar[tuple[str, ...]] = (
        "title",
        "summary",
        "keywords",
        "contacts_not_applicable",
        "seo_title",
        "search_description",
    )
    offer_words: ClassVar[tuple[str, ...]] = (
        "additional_languages_not_applicable",
        "fees_not_applicable",
        "payment",
        "periods_not_applicable",
        "start_label",
    )
    base_facts: ClassVar[tuple[str, ...]] = (
        "for_citizens",
        "for_businesses",
        *RELATIONS,
        "confirmed_on",
        "review_due_on",
        "is_gateway_page",
        "replaces_url",
    )
    offer_facts: ClassVar[tuple[str, ...]] = (
        "additional_languages",
        "start_url",
        "channels",
        "fees",
        "periods",
    )

    objects = PageManager.from_queryset(ServicePageQuerySet)()

    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["services.AuthorityPage"]
    subpage_types: ClassVar[list[str]] = []

    title_panels: ClassVar[list[Panel]] = [
        FieldPanel("title", help_text=_("The task in the user's words: “Report a move”.")),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("for_citizens"), FieldPanel("for_businesses")], heading=_("Audience")
        ),
    ]
    offer_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("start_url"), FieldPanel("start_label")],
            heading=_("Start"),
            help_text=_("One start button a page: readers must not have to choose."),
        ),
        InlinePanel(
            "channels",
            label=_("channel"),
            heading=_("Ways to use it"),
            help_text=_("Name at least one way for people who cannot use it online."),
        ),
    ]
    fee_panels: ClassVar[list[Panel]] = [
        element_panel(
            "fees",
            _("Fees"),
            InlinePanel("fees", label=_("fee")),
            FieldPanel("payment"),
            help_text=_("Amounts stand once and are shown in every language. Free is 0."),
        ),
        element_panel(
            "periods",
            _("Periods"),
            InlinePanel("periods", label=_("period")),
            help_text=_("By when the user must act, and how long the authority takes."),
        ),
        element_panel(
            "additional_languages",
            _("Languages in which it can be carried out"),
            FieldPanel("additional_languages"),
            help_text=_(
                "Beside the language of this page: in forms, by telephone, at the counter."
            ),
        ),
    ]
    contact_panels: ClassVar[list[Panel]] = [
        element_panel(
            "contacts",
            _("Who helps"),
            InlinePanel("contacts", label=_("contact point")),
            help_text=_("The responsible authority is that of the page above this one."),
        ),
    ]
    reference_panels: ClassVar[list[Panel]] = [
        InlinePanel("legal_references", label=_("legal reference"), heading=_("Laws and rules")),
    ]
    related_panels: ClassVar[list[Panel]] = [
        InlinePanel(
            "related_pages",
            label=_("page"),
            heading=_("Related pages"),
            help_text=_("What readers of this page may want next."),
        ),
    ]
    classification_panels: ClassVar[list[Panel]] = [
        InlinePanel(
            "topics",
            label=_("topic"),
            heading=_("Topics"),
            help_text=_("The first is the main one: it leads readers here."),
        ),
        FieldPanel("keywords"),
        InlinePanel(
            "policy_codes",
            label=_("policy code"),
            heading=_("Policy codes"),
            help_text=_(
                "The European search service finds the page by them: at least one of Annex I, "
                "and for a procedure of Annex II its own code, too."
            ),
        ),
        InlinePanel(
            "territories",
            label=_("area"),
            heading=_("Where it holds"),
            help_text=_("Leave it empty if it holds in the whole country."),
        ),
        FieldPanel("is_gateway_page"),
        MultiFieldPanel(
            [FieldPanel("confirmed_on"), FieldPanel("review_due_on")],
            heading=_("Kept up to date"),
            help_text=_("Readers see when you last confirmed the page."),
        ),
        FieldPanel("replaces_url"),
    ]

    class Meta:
        verbose_name = _("service page")

    @property
    def audience(self) -> list[str]:
        chosen = {"citizens": self.for_citizens, "businesses": self.for_businesses}
        return [name for name, holds in chosen.items() if holds]
