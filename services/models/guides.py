"""Pages that lead to services: authorities, topics and life events."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField

from services.models.rows import TEXT_FEATURES, Row, words
from services.models.service_page import PublishedPage, ServicePage
from services.models.validators import safe_url

if TYPE_CHECKING:
    from services.models.authorities import CompetentAuthority
    from services.models.service_page import ServicePageQuerySet


class GuidePage(PublishedPage):
    """What pages that lead to services share."""

    summary = models.CharField(_("summary"), max_length=160, blank=True)
    introduction = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)

    guide_words: ClassVar[tuple[str, ...]] = (
        "title",
        "summary",
        "introduction",
        "seo_title",
        "search_description",
    )
    word_rows: ClassVar[tuple[str, ...]] = ()

    guide_panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel(
            "summary",
            help_text=_(
                "Search results and lists show it: say in one sentence what is found here."
            ),
        ),
        FieldPanel(
            "introduction",
            help_text=_(
                "A few sentences before the list: help readers see whether they are in the right "
                "place."
            ),
        ),
    ]

    class Meta:
        abstract = True


class AuthorityPage(GuidePage):
    """An authority with its contacts and services; the services of its team live below it."""

    authority = models.ForeignKey(
        "services.CompetentAuthority",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=_("competent authority"),
        help_text=_("It answers for every service below this page."),
    )
    team = models.ForeignKey(
        Group,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("team"),
    )

    kept_across_revisions = (*GuidePage.kept_across_revisions, "team_id")
    word_fields = GuidePage.guide_words
    translatable_fields: ClassVar[list] = words(*word_fields)
    fact_fields = ("authority", "contacts")
    kind = "authority"
    naming_permission = "services.add_competentauthority"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = [
        "services.InformationPage",
        "services.ProcedurePage",
        "services.AssistancePage",
    ]
    content_panels: ClassVar[list[Panel]] = [
        *GuidePage.guide_panels,
        FieldPanel("authority", permission=naming_permission),
        InlinePanel("contacts", label=_("contact point"), heading=_("Contact")),
    ]
    template = "services/authority_page.html"

    class Meta:
        verbose_name = _("authority page")
        verbose_name_plural = _("authority pages")

    @property
    def answering_authority(self) -> CompetentAuthority | None:
        """The authority of the services below it: a fact, so the source page names it."""
        return self.source.authority if self.source else None

    def services(self) -> ServicePageQuerySet:
        """The services below it in all its languages, each in the language of its page above."""
        below = models.Q(pk__in=[])
        for page in AuthorityPage.objects.filter(translation_key=self.translation_key):
            below |= models.Q(path__startswith=page.path, depth=page.depth + 1)
        return ServicePage.objects.filter(below)


class TopicPage(GuidePage):
    """A topic that groups services."""

    word_fields = GuidePage.guide_words
    translatable_fields: ClassVar[list] = words(*word_fields)
    kind = "topic"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *GuidePage.guide_panels,
    ]
    template = "services/topic_page.html"

    class Meta:
        verbose_name = _("topic page")
        verbose_name_plural = _("topic pages")


class LifeEventPage(GuidePage):
    """A life event: ordered steps that link to pages."""

    word_fields = GuidePage.guide_words
    word_rows = ("steps",)
    translatable_fields: ClassVar[list] = words(*GuidePage.guide_words, "steps")
    fact_fields = ("steps", "topics")
    kind = "life_event"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *GuidePage.guide_panels,
        InlinePanel("steps", label=_("step"), heading=_("Steps, in order")),
        InlinePanel("topics", label=_("topic"), heading=_("Topics")),
    ]
    template = "services/life_event_page.html"

    class Meta:
        verbose_name = _("life event page")
        verbose_name_plural = _("life event pages")


class LifeEventStep(Row):
    """One step of a life event, with the page where it is done."""

    page = ParentalKey(LifeEventPage, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("what to do"), max_length=150)
    text = RichTextField(_("explanation"), blank=True, features=TEXT_FEATURES)
    target = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
    )
    url = models.URLField(
        _("or: address elsewhere"), max_length=2000, blank=True, validators=[safe_url]
    )

    word_fields = ("title", "text")
    fact_fields = ("target", "url")
    translatable_fields: ClassVar[list] = [*words(*word_fields), SynchronizedField("url")]
    panels: ClassVar[list] = [
        FieldPanel("title"),
        FieldPanel("text"),
        PageChooserPanel("target"),
        FieldPanel("url"),
    ]

    def __str__(self) -> str:
        return self.title


class LifeEventTopic(Orderable):
    """A topic of the life event."""

    page = ParentalKey(LifeEventPage, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(
        TopicPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("topic")
    )

    panels: ClassVar[list] = [PageChooserPanel("topic", "services.TopicPage")]
