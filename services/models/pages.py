"""Pages that explain public services to citizens and businesses: one class for each article."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from services.models.elements import Element
from services.models.rows import TEXT_FEATURES, words
from services.models.service_page import (
    BODY_FEATURES,
    WORD_ROWS,
    ServicePage,
    element_panel,
    not_applicable,
)


class InformationPage(ServicePage):
    """Information on rights, obligations and rules (Regulation (EU) 2018/1724, Article 9(1))."""

    situation = RichTextField(
        _("for whom it is relevant"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Let readers see at once which parts concern their situation."),
    )
    body = RichTextField(
        _("explanation"),
        blank=True,
        features=BODY_FEATURES,
        help_text=_("Complete enough to use the right; the answer first, headings for each part."),
    )
    situation_not_applicable = not_applicable()
    body_not_applicable = not_applicable()
    legal_references_not_applicable = not_applicable()

    elements = (
        Element("Article 9(1)(a)", "situation", _("For whom it is relevant")),
        Element("Article 9(1)(b)", "body", _("Explanation")),
        Element("Article 9(1)(c)", "legal_references", _("Laws and rules")),
        Element("Article 9(1)(e)", "contacts", _("Who helps")),
    )
    own_words: ClassVar[tuple[str, ...]] = (
        "situation",
        "situation_not_applicable",
        "body",
        "body_not_applicable",
        "legal_references_not_applicable",
    )
    translatable_fields: ClassVar[list] = words(*ServicePage.base_words, *own_words)
    word_fields = (*ServicePage.base_words, *own_words)
    word_rows: ClassVar[tuple[str, ...]] = ()
    fact_fields = ServicePage.base_facts
    kind = "information"

    content_panels: ClassVar[list[Panel]] = [
        *ServicePage.title_panels,
        element_panel("situation", _("For whom it is relevant"), FieldPanel("situation")),
        element_panel("body", _("Explanation"), FieldPanel("body")),
        element_panel(
            "legal_references",
            _("Laws and rules"),
            InlinePanel("legal_references", label=_("legal reference")),
            help_text=_("Readers who must rely on a rule look it up where it stands."),
        ),
        *ServicePage.contact_panels,
        *ServicePage.related_panels,
        *ServicePage.classification_panels,
    ]
    parent_page_types = ServicePage.parent_page_types
    template = "services/information_page.html"

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")


class ProcedurePage(ServicePage):
    """How to carry out one procedure (Regulation (EU) 2018/1724, Article 10(1))."""

    who_can_apply = RichTextField(_("who can apply"), blank=True, features=TEXT_FEATURES)
    result = RichTextField(_("what the user gets"), blank=True, features=TEXT_FEATURES)
    steps_not_applicable = not_applicable()
    identification_not_applicable = not_applicable()
    evidence_not_applicable = not_applicable()
    redress = RichTextField(
        _("redress and appeal"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("How a decision can be appealed, where and until when."),
    )
    redress_not_applicable = not_applicable()
    silence = RichTextField(
        _("if the authority does not reply"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Say whether silence means yes, no or nothing, and what to do then."),
    )
    silence_not_applicable = not_applicable()
    also_explains_rules = models.BooleanField(
        _("also explains the rules"),
        default=False,
        help_text=_("The European search service then lists it as information, too."),
    )

    elements = (
        Element("Article 10(1)(a)", "steps", _("Steps")),
        Element("Article 10(1)(b)", "contacts", _("Contact details of the authority")),
        Element("Article 10(1)(c)", "identification", _("Identification and signature")),
        Element("Article 10(1)(d)", "evidence", _("Evidence")),
        Element("Article 10(1)(e)", "redress", _("Redress and appeal")),
        Element("Article 10(1)(f)", "fees", _("Fees")),
        Element("Article 10(1)(g)", "periods", _("Periods")),
        Element("Article 10(1)(h)", "silence", _("If the authority does not reply")),
        Element("Article 10(1)(i)", "additional_languages", _("Languages")),
    )
    own_words: ClassVar[tuple[str, ...]] = (
        *ServicePage.offer_words,
        "who_can_apply",
        "result",
        "steps_not_applicable",
        "identification_not_applicable",
        "evidence_not_applicable",
        "redress",
        "redress_not_applicable",
        "silence",
        "silence_not_applicable",
    )
    word_fields = (*ServicePage.base_words, *own_words)
    word_rows = WORD_ROWS
    translatable_fields: ClassVar[list] = [
        *words(*ServicePage.base_words, *own_words, *WORD_ROWS),
        SynchronizedField("start_url"),
    ]
    fact_fields = (
        *ServicePage.base_facts,
        *ServicePage.offer_facts,
        "steps",
        "identification",
        "evidence",
        "also_explains_rules",
    )
    kind = "procedure"

    content_panels: ClassVar[list[Panel]] = [
        *ServicePage.title_panels,
        *ServicePage.offer_panels,
        FieldPanel(
            "who_can_apply",
            help_text=_(
                "People see before they begin whether it is open to them, also from abroad "
                "(Article 10(1))."
            ),
        ),
        element_panel(
            "evidence",
            _("What the user needs"),
            InlinePanel("evidence", label=_("document")),
            help_text=_("What is missing here costs people a second visit."),
        ),
        element_panel(
            "identification",
            _("Identification and signature"),
            InlinePanel("identification", label=_("means")),
            help_text=_("Name what people from other member states can use."),
        ),
        element_panel(
            "steps",
            _("Steps"),
            InlinePanel("steps", label=_("step")),
            help_text=_("What the user does, in order, one action a step."),
        ),
        *ServicePage.fee_panels,
        element_panel("silence", _("If the authority does not reply"), FieldPanel("silence")),
        FieldPanel(
            "result",
            help_text=_(
                "Name the decision or document that people receive: they know when they are done."
            ),
        ),
        element_panel("redress", _("Redress and appeal"), FieldPanel("redress")),
        *ServicePage.contact_panels,
        *ServicePage.reference_panels,
        *ServicePage.related_panels,
        *ServicePage.classification_panels,
        FieldPanel("also_explains_rules"),
    ]
    parent_page_types = ServicePage.parent_page_types
    template = "services/procedure_page.html"

    class Meta:
        verbose_name = _("procedure page")
        verbose_name_plural = _("procedure pages")


class AssistancePage(ServicePage):
    """A service that helps people and firms (Regulation (EU) 2018/1724, Article 11(1))."""

    assistance_type = RichTextField(_("kind of help"), blank=True, features=TEXT_FEATURES)
    purpose = RichTextField(_("purpose"), blank=True, features=TEXT_FEATURES)
    expected_results = RichTextField(_("what to expect"), blank=True, features=TEXT_FEATURES)
    assistance_type_not_applicable = not_applicable()
    purpose_not_applicable = not_applicable()
    expected_results_not_applicable = not_applicable()

    elements = (
        Element("Article 11(1)(a)", "assistance_type", _("Kind of help")),
        Element("Article 11(1)(a)", "purpose", _("Purpose")),
        Element("Article 11(1)(a)", "expected_results", _("What to expect")),
        Element("Article 11(1)(b)", "contacts", _("Contact details")),
        Element("Article 11(1)(c)", "fees", _("Fees")),
        Element("Article 11(1)(d)", "periods", _("Periods")),
        Element("Article 11(1)(e)", "additional_languages", _("Languages")),
    )
    own_words: ClassVar[tuple[str, ...]] = (
        *ServicePage.offer_words,
        "assistance_type",
        "assistance_type_not_applicable",
        "purpose",
        "purpose_not_applicable",
        "expected_results",
        "expected_results_not_applicable",
    )
    word_fields = (*ServicePage.base_words, *own_words)
    word_rows: ClassVar[tuple[str, ...]] = ("channels", "fees", "periods")
    translatable_fields: ClassVar[list] = [
        *words(*ServicePage.base_words, *own_words, *word_rows),
        SynchronizedField("start_url"),
    ]
    fact_fields = (*ServicePage.base_facts, *ServicePage.offer_facts)
    kind = "assistance"

    content_panels: ClassVar[list[Panel]] = [
        *ServicePage.title_panels,
        *ServicePage.offer_panels,
        element_panel(
            "assistance_type",
            _("Kind of help"),
            FieldPanel("assistance_type"),
            help_text=_(
                "Article 11(1)(a): advice, mediation or problem-solving, so that nobody asks in "
                "vain."
            ),
        ),
        element_panel(
            "purpose",
            _("Purpose"),
            FieldPanel("purpose"),
            help_text=_(
                "Article 11(1)(a): for which questions the service is there, and for which it is "
                "not."
            ),
        ),
        element_panel(
            "expected_results",
            _("What to expect"),
            FieldPanel("expected_results"),
            help_text=_(
                "Article 11(1)(a): what people have in hand afterwards, and what it cannot do "
                "for them."
            ),
        ),
        *ServicePage.fee_panels,
        *ServicePage.contact_panels,
        *ServicePage.reference_panels,
        *ServicePage.related_panels,
        *ServicePage.classification_panels,
    ]
    parent_page_types = ServicePage.parent_page_types
    template = "services/assistance_page.html"

    class Meta:
        verbose_name = _("assistance page")
        verbose_name_plural = _("assistance pages")
