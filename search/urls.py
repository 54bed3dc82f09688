"""Where the search and its suggestions are, below each language's prefix."""

from __future__ import annotations

from django.urls import path

from search import views
from search.counting.views import click

app_name = "search"
urlpatterns = [
    path("search/", views.results, name="results"),
    path("search/click/", click, name="click"),
    path("suggest/", views.suggestions, name="suggestions"),
]
