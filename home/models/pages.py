"""The front page of each language, and the standard pages that every site must have."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from services.models.rows import TEXT_FEATURES, words
from services.models.service_page import BODY_FEATURES, PublishedPage


class HomePage(PublishedPage):
    """The front page of one language; its title is the name of the site."""

    tagline = models.CharField(_("tagline"), max_length=150, blank=True)
    introduction = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)

    word_fields = ("title", "tagline", "introduction", "seo_title", "search_description")
    word_rows: ClassVar[tuple[str, ...]] = ()
    fact_fields = ("top_tasks",)
    translatable_fields: ClassVar[list] = words(*word_fields)

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.StandardPage",
        "services.AuthorityPage",
        "services.TopicPage",
        "services.LifeEventPage",
    ]
    content_panels: ClassVar[list[Panel]] = [
        FieldPanel("title", help_text=_("The name of the site, in every page's header.")),
        FieldPanel("tagline"),
        FieldPanel("introduction"),
        InlinePanel("top_tasks", label=_("page"), heading=_("Top tasks")),
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class TopTask(Orderable):
    """A page that many people come for."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="top_tasks")
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels: ClassVar[list] = [PageChooserPanel("target")]


class StandardPage(PublishedPage):
    """A page about the site itself, such as its accessibility statement."""

    class Role(models.TextChoices):
        ABOUT = "about", _("about this website")
        ACCESSIBILITY = "accessibility", _("accessibility statement")
        PRIVACY = "privacy", _("privacy")
        CONTACT = "contact", _("contact")
        RIGHTS = "rights", _("your rights")
        OTHER = "other", _("other")

    role = models.CharField(
        _("role"),
        max_length=16,
        choices=Role,
        default=Role.OTHER,
        help_text=_("Decides where in the footer the page is linked."),
    )
    summary = models.CharField(_("summary"), max_length=160, blank=True)
    body = RichTextField(_("text"), blank=True, features=BODY_FEATURES)

    word_fields = ("title", "summary", "body", "seo_title", "search_description")
    word_rows: ClassVar[tuple[str, ...]] = ()
    fact_fields = ("role",)
    translatable_fields: ClassVar[list] = words(*word_fields)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("role"),
    ]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
