"""Who may read the translations of a source that not everybody may read? The same people.

wagtail-localize copies a restriction only when a translation is approved: one that is set later
would leave the other languages public.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from services.lifecycle.followers import translations_of
from services.models.publication import PublishedContent

Terms: TypeAlias = tuple[str, str, frozenset[int]]


@transaction.atomic
def restrict_translations(page_id: int) -> None:
    """Give the translations of a source its restrictions, and take from them what it has not.

    A translation may be restricted by itself until its source's restrictions change.
    """
    source = Page.objects.filter(pk=page_id).specific().first()
    for translation in translations_of(source):
        _copy(source, translation)


def restrict_like_source(translation: Any) -> None:
    """Give a new translation the restrictions of its source, before it is ever live."""
    if isinstance(translation, PublishedContent) and not translation.is_source:
        source = translation.source
        if source is not None:
            _add(_terms_of(source), translation)


def _copy(source: Any, translation: Any) -> None:
    wanted = _terms_of(source)
    if _terms_of(translation) == wanted:
        return
    for restriction in translation.view_restrictions.all():
        restriction.delete()
    _add(wanted, translation)


def _add(wanted: set[Terms], translation: Any) -> None:
    for kind, password, groups in sorted(wanted, key=lambda terms: terms[:2]):
        copy = PageViewRestriction(page_id=translation.pk, restriction_type=kind, password=password)
        copy.save()
        copy.groups.set(groups)


def _terms_of(page: Any) -> set[Terms]:
    return {
        (row.restriction_type, row.password, frozenset(row.groups.values_list("pk", flat=True)))
        for row in PageViewRestriction.objects.filter(page_id=page.pk)
    }
