"""The reports of search editors: one page each, filtered by language and period, and exported."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView

from search.counting.folding import KEPT_FOR
from search.models import AskedQuery
from search.models.languages import content_languages
from search.reports import questions
from search.reports.columns import QuestionColumn, as_text
from search.reports.periods import until

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from search.reports.periods import Period

LENGTHS = {7: _("One week"), 28: _("Four weeks"), 90: _("90 days")}
USUAL_LENGTH = 28
QUESTION = QuestionColumn("text", label=_("Question"))
ASKED = NumberColumn("asked", label=_("Asked"), sort_key="asked")
CLICKED = NumberColumn("clicked", label=_("Results chosen"), sort_key="clicked")
RATE = Column("rate", label=_("Chosen for 100 searches"), sort_key="rate")


class PeriodFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=content_languages, empty_label=None
    )
    days = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=list(LENGTHS.items()),
        empty_label=None,
    )

    class Meta:
        model = AskedQuery
        fields: ClassVar[list[str]] = []


class ComparedPeriodFilterSet(PeriodFilterSet):
    """Offers the periods that are kept together with as many days before."""

    days = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=[each for each in LENGTHS.items() if 2 * each[0] <= KEPT_FOR.days],
        empty_label=None,
    )


class SearchReport(ReportView):
    """What is common to the reports; `search.access` says who may see them."""

    model = AskedQuery
    any_permission_required: ClassVar[list[str]] = ["view"]
    filterset_class = PeriodFilterSet
    header_icon = "search"
    explanation: StrOrPromise = ""
    results_template_name = "search/reports/results.html"
    # What readers type is not to be taken for a formula by who opens the file.
    custom_field_preprocess: ClassVar[dict] = {
        "text": {ReportView.FORMAT_CSV: as_text},
        "examples": {ReportView.FORMAT_CSV: as_text},
    }

    @property
    def list_export(self) -> list[str]:
        """What is shown is exported."""
        return [column.name for column in self.columns]

    @property
    def export_headings(self) -> dict[str, StrOrPromise]:
        return {column.name: column.label for column in self.columns}

    def get_filterset_kwargs(self) -> dict[str, Any]:
        usual = {"language": content_languages()[0][0], "days": str(USUAL_LENGTH)}
        asked = {name: value for name, value in self.request.GET.items() if value}
        return {"data": usual | asked, "request": self.request}

    def filter_queryset(self, queryset: Any) -> Any:
        """The filters choose what is counted, which `get_base_queryset` does."""
        return queryset

    @cached_property
    def chosen(self) -> dict[str, Any]:
        return self.filters.form.cleaned_data if self.filters.is_valid() else {}

    @property
    def language(self) -> str:
        return self.chosen.get("language") or content_languages()[0][0]

    @property
    def period(self) -> Period:
        days = int(self.chosen.get("days") or USUAL_LENGTH)
        return until(timezone.localdate(), days=days)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, explanation=self.explanation, period=self.period)


class MostAsked(SearchReport):
    page_title = _("Questions of readers")
    explanation = _("What readers asked, if it was asked five times or on three days.")
    index_url_name = "search_reports:most_asked"
    index_results_url_name = "search_reports:most_asked_results"
    default_ordering = ("-asked", "text", "pk")
    columns: ClassVar[list] = [
        QUESTION,
        ASKED,
        NumberColumn("without_results", label=_("Nothing found"), sort_key="without_results"),
        CLICKED,
        RATE,
    ]
    export_filename = "search-questions"

    def get_base_queryset(self) -> Any:
        return questions.most_asked(self.language, self.period)


class WithoutResults(SearchReport):
    page_title = _("Questions that found nothing")
    explanation = _(
        "Questions with the same words, in whatever form and order, stand together. A synonym "
        "helps where pages use another word; where no page exists, somebody may have to write it."
    )
    index_url_name = "search_reports:without_results"
    index_results_url_name = "search_reports:without_results_results"
    default_ordering = ("-without_results", "terms")
    columns: ClassVar[list] = [
        QuestionColumn("examples", label=_("Questions")),
        NumberColumn("without_results", label=_("Nothing found"), sort_key="without_results"),
        NumberColumn("questions", label=_("Different questions"), sort_key="questions"),
    ]
    export_filename = "search-nothing-found"

    def get_base_queryset(self) -> Any:
        return questions.without_results(self.language, self.period)

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Add the questions of the clusters that are shown to what the table holds already."""
        terms = [cluster["terms"] for cluster in object_list]
        texts = questions.examples(self.language, self.period, terms)
        for cluster in object_list:
            cluster["examples"] = texts.get(cluster["terms"], [])
        return object_list


class Positions(SearchReport):
    page_title = _("Results chosen by position")
    explanation = _(
        "Of 100 searches that found something, how many led to the result at each position. If "
        "many readers choose a low one, what they look for stands too far down."
    )
    index_url_name = "search_reports:positions"
    index_results_url_name = "search_reports:positions_results"
    columns: ClassVar[list] = [
        Column("position", label=_("Position"), accessor=lambda row: row["position"] or _("below")),
        NumberColumn("clicked", label=_("Results chosen")),
        Column("rate", label=_("Chosen for 100 searches")),
    ]
    export_filename = "search-positions"

    def get_queryset(self) -> Any:
        return questions.positions(self.language, self.period)


class Falling(SearchReport):
    page_title = _("Falling questions")
    explanation = _(
        "What was asked at least 10 times in the period before, and is asked at most half as "
        "often now, or leads to at least 20 choices fewer for 100 searches."
    )
    index_url_name = "search_reports:falling"
    index_results_url_name = "search_reports:falling_results"
    filterset_class = ComparedPeriodFilterSet
    default_ordering = ("-lost", "-asked_before", "text", "pk")
    columns: ClassVar[list] = [
        QUESTION,
        NumberColumn("asked_before", label=_("Asked before"), sort_key="asked_before"),
        ASKED,
        Column("rate_before", label=_("Chosen for 100 searches before")),
        RATE,
    ]
    export_filename = "search-falling-questions"

    def get_base_queryset(self) -> Any:
        return questions.falling(self.language, self.period)
