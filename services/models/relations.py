"""What a service is related to: facts without words, always those of the source page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

SERVICE = "services.ServicePage"


class SnippetRow(Orderable):
    """A row that only names a snippet: readers see it as long as the snippet is live."""

    snippet_field: ClassVar[str]

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def snippet(self) -> Any:
        return getattr(self, self.snippet_field)

    @property
    def is_shown(self) -> bool:
        return self.snippet.source_is_live


class ServiceContact(SnippetRow):
    """A contact point that helps with the service."""

    snippet_field = "contact"

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        "services.ContactPoint",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("contact point"),
    )

    panels: ClassVar[list] = [FieldPanel("contact")]


class ServiceLegalReference(SnippetRow):
    """A legal reference of the service."""

    snippet_field = "reference"

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="legal_references")
    reference = models.ForeignKey(
        "services.LegalReference",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("legal reference"),
    )

    panels: ClassVar[list] = [FieldPanel("reference")]


class ServicePolicyCode(Orderable):
    """A policy code of the service."""

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="policy_codes")
    policy_code = models.ForeignKey(
        "services.PolicyCode",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("policy code"),
    )

    panels: ClassVar[list] = [FieldPanel("policy_code")]


class ServiceTerritory(Orderable):
    """An area in which the service holds; none means the whole country."""

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="territories")
    territory = models.ForeignKey(
        "services.Territory",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("territory"),
    )

    panels: ClassVar[list] = [FieldPanel("territory")]


class ServiceTopic(Orderable):
    """A topic of the service; the first is the main one and gives the breadcrumb."""

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(
        "services.TopicPage",
        on_delete=models.CASCADE,
        related_name="service_topics",
        verbose_name=_("topic"),
    )

    panels: ClassVar[list] = [PageChooserPanel("topic", "services.TopicPage")]


class RelatedPage(Orderable):
    """A page that readers of the service may want next."""

    page = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="related_pages")
    related = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels: ClassVar[list] = [PageChooserPanel("related")]


class AuthorityPageContact(Orderable):
    """A contact point of the authority."""

    page = ParentalKey("services.AuthorityPage", on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        "services.ContactPoint",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("contact point"),
    )

    panels: ClassVar[list] = [FieldPanel("contact")]
