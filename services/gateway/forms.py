"""The form in which an administrator says that a page is registered: page and day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from services.gateway.models import Registration
from services.models import ServicePage


class RegistrationForm(WagtailAdminModelForm):
    """The page is chosen in the language that is registered; its key and language are kept."""

    page: forms.ModelChoiceField = forms.ModelChoiceField(
        ServicePage.objects.all(),
        label=_("Page"),
        widget=AdminPageChooser(target_models=[ServicePage]),
        help_text=_("Choose the page in the language that is registered."),
    )

    class Meta:
        model = Registration
        fields = ("registered_on",)
        widgets = {"registered_on": AdminDateInput()}  # noqa: RUF012  # Django's own way.

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["page", "registered_on"])
        if self.instance.pk is not None:
            self.fields["page"].initial = ServicePage.objects.filter(
                translation_key=self.instance.translation_key, locale_id=self.instance.locale_id
            ).first()

    def clean_page(self) -> ServicePage:
        page: ServicePage = self.cleaned_data["page"]
        others = Registration.objects.of(page).exclude(pk=self.instance.pk)
        if others.exists():
            raise ValidationError(_("This page is registered in this language already."))
        return page

    def save(self, commit: bool = True) -> Registration:
        page = self.cleaned_data["page"]
        self.instance.translation_key = page.translation_key
        self.instance.locale_id = page.locale_id
        return super().save(commit)
