"""Where translations of a page or snippet are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.apps import apps
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Locale, Page

from services.language.formats import format_language_name
from services.models.authorities import PublishedSnippet
from services.models.publication import PublishedContent
from services.translation.addresses import admin_url, editor_url
from services.translation.requesting import (
    RequestRefused,
    languages_to_request,
    may_edit,
    may_request,
    may_translate,
    request_translations,
)
from services.translation.views.access import show_reasons

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class LanguagesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Locale) -> str:
        return capfirst(format_language_name(obj.language_code))


class RequestForm(forms.Form):
    """The languages into which an object shall be translated."""

    locales = LanguagesField(
        label=gettext_lazy("Languages"),
        queryset=Locale.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, languages: QuerySet[Locale], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locales"].queryset = languages  # type: ignore[attr-defined]


def request_page(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, PublishedContent):
        raise Http404
    return _request(request, page)


def request_snippet(request: HttpRequest, app_label: str, model_name: str, pk: str) -> HttpResponse:
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(model, PublishedSnippet):
        raise Http404
    return _request(request, get_object_or_404(model, pk=unquote(pk)))


def _request(request: HttpRequest, source: PublishedContent) -> HttpResponse:
    if not may_request(request.user, source):
        raise PermissionDenied
    languages = languages_to_request(request.user, source)
    form = RequestForm(languages, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            translations = request_translations(source, form.cleaned_data["locales"])
        except RequestRefused as refusal:
            show_reasons(request, _("Nothing was asked for."), refusal.reasons)
        else:
            messages.success(request, _("The translation was asked for. Nothing is live yet."))
            mine = [row for row in translations if may_translate(request.user, row)]
            return redirect(_next(request, source, editor_url(mine[0]) if mine else ""))
    context = {"form": form, "source": source, "languages": languages}
    return render(request, "translation/request.html", context)


def _next(request: HttpRequest, source: PublishedContent, editor: str) -> str:
    if editor or not may_edit(request.user, source):
        return editor or "wagtailadmin_home"
    return admin_url(source) or "wagtailadmin_home"
