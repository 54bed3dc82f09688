"""Lets those who keep a page say that a task is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from search.models import OwnerTask

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a task is done; what is another team's is not found."""
    get_object_or_404(OwnerTask.objects.open().of(request.user), pk=pk).finish()
    messages.success(request, _("The task is done."))
    return redirect("wagtailadmin_home")
