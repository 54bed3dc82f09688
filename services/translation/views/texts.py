"""Where the editor saves a translated text or address.

Stock asks for rights on the target, which need not exist yet and whose rights are not those of
the language's translators; the answers to the editor are the same. What is saved again unchanged
keeps its author.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from rest_framework import status
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)
from wagtail_localize.views.edit_translation import (
    SegmentOverrideSerializer,
    StringTranslationSerializer,
)

from services.models.validators import safe_url
from services.translation.models import Writer
from services.translation.views.access import translation_for

if TYPE_CHECKING:
    from rest_framework.request import Request
    from wagtail_localize.models import Translation


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit_text(request: Request, translation_id: int, string_segment_id: int) -> Response:
    """Save or delete the translation of one text."""
    translation = translation_for(request, pk=translation_id)
    segment = get_object_or_404(StringSegment, pk=string_segment_id, source=translation.source)
    place = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale_id": translation.target_locale_id,
    }
    row = StringTranslation.objects.filter(**place).first()
    if request.method == "DELETE":
        return _delete(request, translation, row)
    value = _value(request)
    if value is None:
        return Response(status=status.HTTP_400_BAD_REQUEST)
    if row is not None and row.data == value:
        return _answer(translation, row)
    row, is_new = StringTranslation.objects.update_or_create(
        **place,
        defaults={
            "data": value,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": request.user,
            "has_error": False,
            "field_error": "",
        },
    )
    return _answer(translation, row, is_new=is_new)


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit_address(request: Request, translation_id: int, overridable_segment_id: int) -> Response:
    """Save or delete the address that a translator sets for the language."""
    translation = translation_for(request, pk=translation_id)
    segment = get_object_or_404(
        OverridableSegment, pk=overridable_segment_id, source=translation.source
    )
    place = {"context_id": segment.context_id, "locale_id": translation.target_locale_id}
    row = SegmentOverride.objects.filter(**place).first()
    if request.method == "DELETE":
        return _delete(request, translation, row)
    value = _value(request)
    if value is None:
        return Response(status=status.HTTP_400_BAD_REQUEST)
    if row is not None and row.data == value:
        return _answer(translation, row)
    row, is_new = SegmentOverride.objects.update_or_create(
        **place,
        defaults={
            "data_json": json.dumps(value),
            "last_translated_by": request.user,
            "has_error": bool(error := _error(value)),
            "field_error": error,
        },
    )
    return _answer(translation, row, is_new=is_new)


def _delete(request: Request, translation: Translation, row: Any) -> Response:
    """To delete is to write: whoever takes a text or an address away answers for the gap."""
    if row is None:
        return Response(status=status.HTTP_404_NOT_FOUND)
    row.delete()
    Writer.objects.note(translation.source.object_id, translation.target_locale_id, request.user.pk)
    return _answer(translation, row)


def _answer(translation: Translation, row: Any, *, is_new: bool = False) -> Response:
    is_text = isinstance(row, StringTranslation)
    serializer = StringTranslationSerializer if is_text else SegmentOverrideSerializer
    return Response(
        serializer(row, context={"translation_source": translation.source}).data,
        status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK,
    )


def _value(request: Request) -> str | None:
    """The text that was sent, without what no database keeps; nothing if it is not a text."""
    value = request.data.get("value") if isinstance(request.data, dict) else None
    if not isinstance(value, str):
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value.replace("\x00", "")


def _error(value: str) -> str:
    try:
        safe_url(value)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
