"""Where the site's own lists are, below each language's prefix."""

from __future__ import annotations

from django.urls import path

from home import views

urlpatterns = [
    path("a-z/", views.a_to_z, name="a_to_z"),
    path("topics/", views.topics, name="topics"),
    path("life-events/", views.life_events, name="life_events"),
    path("untranslated/<uuid:key>/", views.untranslated, name="untranslated"),
]
