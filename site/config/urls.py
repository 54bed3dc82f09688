"""Which address leads where."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.health import health
from config.openapi import openapi
from config.robots import robots
from home import views
from home.routing import serve
from services.gateway.urls import sitemap_patterns

# Wagtail's own addresses, but for the pages themselves, which home.routing finds faster.
wagtail_forms = [entry for entry in wagtail_urls.urlpatterns if entry.name != "wagtail_serve"]

handler404 = "home.missing.not_found"
handler500 = "config.faults.failed"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("health/", health, name="health"),
    path("api/v1/openapi.json", openapi, name="openapi"),
    path("robots.txt", robots, name="robots"),
    *sitemap_patterns,
    path("", views.root, name="root"),
    path("id/service/<uuid:key>", views.identity, name="identity"),
    *i18n_patterns(
        path("", include("search.urls")),
        path("gateway/", include("services.gateway.urls")),
        path("", include("home.urls")),
        path("", include(wagtail_forms)),
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    ),
]
