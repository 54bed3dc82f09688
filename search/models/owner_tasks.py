"""What should those who keep a page do, because of what readers ask?"""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from search.phrases import LONGEST_PHRASE


class OwnerTaskQuerySet(models.QuerySet["OwnerTask"]):
    def open(self) -> Self:
        return self.filter(done_at__isnull=True)

    def of(self, user: Any) -> Self:
        """Return the tasks at pages that the user may change."""
        pages = page_permission_policy.instances_user_has_permission_for(user, "change")
        return self.filter(page__in=pages.order_by().values("pk"))


class OwnerTask(models.Model):
    """A note of a search editor to those who may change a page: its team, or its translators.

    It stands on their first page in the admin until one of them says that it is done.
    """

    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=gettext_lazy("page"),
        help_text=gettext_lazy(
            "The page that should answer the question; where there is none, the page of the "
            "authority that should write it. Its team is told."
        ),
    )
    page.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    query = models.CharField(gettext_lazy("question"), max_length=LONGEST_PHRASE)
    note = models.CharField(
        gettext_lazy("what is to be done"),
        max_length=500,
        help_text=gettext_lazy("For example: add the word to the keywords, or explain it."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=gettext_lazy("made by"),
    )
    made_at = models.DateTimeField(gettext_lazy("made at"), default=timezone.now, editable=False)
    done_at = models.DateTimeField(gettext_lazy("done at"), null=True, editable=False)

    objects = OwnerTaskQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("task for an owner")
        verbose_name_plural = gettext_lazy("tasks for owners")

    def __str__(self) -> str:
        return f"{self.query} → {self.page}"

    def clean(self) -> None:
        """A draft is its team's secret, so only what readers can open is chosen."""
        if self.page_id and not Page.objects.live().public().filter(pk=self.page_id).exists():
            said = _("Readers cannot open this page: choose one that is live.")
            raise ValidationError({"page": said})

    def finish(self) -> None:
        self.done_at = timezone.now()
        self.save(update_fields=["done_at"])
