"""Where translators work in the admin, and what stands at wagtail-localize's addresses.

The second list replaces wagtail-localize's, under its names and paths: what is safe is answered,
what bypasses the review is refused with an explanation. A name that a newer release adds is
missing here, and so stays closed until somebody has looked at it (a test compares the two).
"""

from __future__ import annotations

from django.urls import path
from django.views.i18n import JavaScriptCatalog
from wagtail_localize.views.snippets_api import SnippetViewSet

from services.translation.views import closed, editor, exchange, report, requests, review, texts

own = [
    path("<uuid:uuid>/", editor.edit, name="edit"),
    path("<uuid:uuid>/publish-again/", review.again, name="publish_again"),
    path("review/<int:pk>/", review.review, name="review"),
]

replaced = [
    path(
        "jsi18n/",
        JavaScriptCatalog.as_view(packages=["wagtail_localize"]),
        name="javascript_catalog",
    ),
    path("submit/page/<int:page_id>/", requests.request_page, name="submit_page_translation"),
    path(
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        requests.request_snippet,
        name="submit_snippet_translation",
    ),
    path("update/<int:translation_source_id>/", closed.synchronise, name="update_translations"),
    path(
        "translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
        texts.edit_text,
        name="edit_string_translation",
    ),
    path(
        "translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        texts.edit_address,
        name="edit_override",
    ),
    path(
        "translate/<int:translation_id>/pofile/download/",
        exchange.download,
        name="download_pofile",
    ),
    path("translate/<int:translation_id>/pofile/upload/", exchange.upload, name="upload_pofile"),
    path(
        "translate/<int:translation_id>/machine_translate/",
        closed.machine,
        name="machine_translate",
    ),
    path("translate/<int:translation_id>/preview/", exchange.preview, name="preview_translation"),
    path(
        "translate/<int:translation_id>/preview/<str:mode>/",
        exchange.preview,
        name="preview_translation",
    ),
    path("translate/<int:translation_id>/disable/", closed.stop, name="stop_translation"),
    path("page/<int:page_id>/convert_to_alias/", closed.alias, name="convert_to_alias"),
    path(
        "reports/translations/",
        report.TranslationsReport.as_view(),
        name="translations_report",
    ),
    path(
        "reports/translations/results/",
        report.TranslationsReport.as_view(results_only=True),
        name="translations_report_results",
    ),
    path(
        "api/snippets/<slug:app_label>/<slug:model_name>/",
        SnippetViewSet.as_view({"get": "list"}),
        name="snippets_api_listing",
    ),
    path(
        "api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
        SnippetViewSet.as_view({"get": "retrieve"}),
        name="snippets_api_detail",
    ),
]
