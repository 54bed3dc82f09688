"""Which address leads to the list of gateway pages, and to the sitemap."""

from __future__ import annotations

from django.urls import path

from services.gateway.sitemap_views import sitemap_file, sitemap_index
from services.gateway.views import index

app_name = "gateway"

# Below the language.
urlpatterns = [
    path("", index, name="index"),
    path("<int:number>/", index, name="index_page"),
]

# At the root, where crawlers look.
sitemap_patterns = [
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<str:language>-<int:number>.xml", sitemap_file, name="sitemap_file"),
]
