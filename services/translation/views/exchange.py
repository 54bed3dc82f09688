"""Where a translation leaves and comes back as a PO file, and where it is previewed."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import polib
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import PreviewableMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override

from services.translation.addresses import editor_url
from services.translation.outstanding import pieces_of
from services.translation.views.access import translation_for

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest
    from wagtail_localize.models import Translation

LARGEST_FILE = 2 * 1024 * 1024
HEADER = "X-WagtailLocalize-TranslationID"


class FileRefused(Exception):  # noqa: N818  # It is an answer to the translator, not a fault.
    """A file that is not a translation of this object, in words."""


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The texts with their translations as a PO file."""
    translation = translation_for(request, pk=translation_id)
    response = HttpResponse(str(translation.export_po()), content_type="text/x-gettext-translation")
    name = f"{slugify(translation.source.object_repr)}-{translation.target_locale.language_code}.po"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the translations of a PO file over; nothing goes live by it."""
    translation = translation_for(request, pk=translation_id)
    try:
        po = _read(request.FILES.get("file"), translation)
    except FileRefused as refusal:
        messages.error(request, str(refusal))
    else:
        _take_over(request, translation, po)
    return redirect(editor_url(translation))


@xframe_options_sameorigin_override
def preview(request: HttpRequest, translation_id: int, mode: str = "") -> HttpResponse:
    """The page as translated so far, with the source's words where translations are missing."""
    translation = translation_for(request, pk=translation_id)
    if translation.source.object.get_instance_or_none(translation.target_locale) is None:
        raise Http404
    instance = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    mode = mode or getattr(instance, "default_preview_mode", "")
    if not isinstance(instance, PreviewableMixin) or mode not in dict(instance.preview_modes):
        raise Http404
    return instance.make_preview_request(request, mode)


def _take_over(request: HttpRequest, translation: Translation, po: polib.POFile) -> None:
    translation.import_po(po, user=request.user, tool_name="PO File")
    faulty = sum(piece.has_error for piece in pieces_of(translation))
    if faulty:
        message = ngettext(
            "The translations of the file were taken over; %(count)s has an error, see below.",
            "The translations of the file were taken over; %(count)s have an error, see below.",
            faulty,
        )
        messages.warning(request, message % {"count": faulty})
    else:
        messages.success(request, _("The translations of the file were taken over."))


def _read(file: UploadedFile | None, translation: Translation) -> polib.POFile:
    if file is None:
        raise FileRefused(_("Choose a PO file."))
    if file.size is None or file.size > LARGEST_FILE:
        raise FileRefused(_("The file is larger than 2 MB."))
    po = _parse(file.read())
    if po.metadata.get(HEADER) != str(translation.uuid):
        raise FileRefused(_("The file does not belong to this translation."))
    for entry in [entry for entry in po if entry.fuzzy or entry.obsolete]:
        po.remove(entry)
    return po


def _parse(content: bytes) -> polib.POFile:
    """Read from a file of ours: polib would take a short text for the name of a file."""
    if b"\x00" in content:
        raise FileRefused(_("This is not a PO file."))
    with tempfile.NamedTemporaryFile(suffix=".po", delete=False) as stored:
        stored.write(content)
    try:
        return polib.pofile(stored.name)
    except (OSError, ValueError, IndexError, LookupError) as error:
        raise FileRefused(_("This is not a PO file.")) from error
    finally:
        os.unlink(stored.name)
