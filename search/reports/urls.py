"""Where the reports of search editors are, below the admin's reports."""

from __future__ import annotations

from django.urls import path

from search.reports.views import Falling, MostAsked, Positions, WithoutResults

app_name = "search_reports"
urlpatterns = [
    path("questions/", MostAsked.as_view(), name="most_asked"),
    path("questions/results/", MostAsked.as_view(results_only=True), name="most_asked_results"),
    path("nothing-found/", WithoutResults.as_view(), name="without_results"),
    path(
        "nothing-found/results/",
        WithoutResults.as_view(results_only=True),
        name="without_results_results",
    ),
    path("positions/", Positions.as_view(), name="positions"),
    path("positions/results/", Positions.as_view(results_only=True), name="positions_results"),
    path("falling/", Falling.as_view(), name="falling"),
    path("falling/results/", Falling.as_view(results_only=True), name="falling_results"),
]
