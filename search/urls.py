"""Where the search is, below each language's prefix."""

from __future__ import annotations

from django.urls import path

from search import views
from search.counting.views import click

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("click/", click, name="click"),
]
