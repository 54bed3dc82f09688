"""What may go live: every publication passes the gates that are registered here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Revision, TranslatableMixin

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a publication is refused: words for people, the address where it can be mended, and
    the name of the field where it is one field that does it."""

    message: str | Promise
    url: str = ""
    field: str = ""


class PublicationRefused(Exception):  # noqa: N818  # It is an answer to the editor, not a fault.
    """Raised before anything is written when a gate finds a reason against a publication."""

    def __init__(self, obj: models.Model, reasons: list[Reason]) -> None:
        self.object = obj
        self.reasons = reasons
        super().__init__("; ".join(str(reason.message) for reason in reasons))


Gate: TypeAlias = Callable[["PublishedContent", Revision, Any], Iterable[Reason]]
_gates: list[Gate] = []


def register_gate(gate: Gate) -> Gate:
    """Add a gate: a function from (object as it would be published, revision, user) to reasons."""
    if gate not in _gates:
        _gates.append(gate)
    return gate


class PublishedContent(models.Model):
    """Content that is written in one language, translated into others, and published by a gate.

    ``source_locale`` is the language in which it was created; the object of that language is the
    source, all others with its translation key are translations of it. The digests are those of
    the words and facts that are live; the dates say when each of them last changed.
    """

    kept_across_revisions: ClassVar[tuple[str, ...]] = (
        "source_locale_id",
        "words_digest",
        "facts_digest",
        "words_changed_on",
        "facts_changed_on",
    )
    word_fields: ClassVar[tuple[str, ...]] = ()
    word_rows: ClassVar[tuple[str, ...]] = ()
    fact_fields: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:  # What each page and snippet has from Wagtail, which carries no types.
        locale: Any
        locale_id: Any
        translation_key: UUID
        live: bool
        objects: Any
        save_revision: Any
        copy_for_translation: Any
        get_translations: Any
        get_translation_model: Any
        get_default_locale: Any

    source_locale = models.ForeignKey(
        Locale, on_delete=models.PROTECT, related_name="+", editable=False, blank=True
    )
    words_digest = models.CharField(max_length=64, blank=True, editable=False)
    facts_digest = models.CharField(max_length=64, blank=True, editable=False)
    words_changed_on = models.DateField(
        _("words last changed on"), null=True, blank=True, editable=False
    )
    facts_changed_on = models.DateField(
        _("facts last changed on"), null=True, blank=True, editable=False
    )
    own_addresses = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text=_("Addresses that a translator set for this language, by content path."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._settle_source_locale()
        if self._state.adding:
            # Wagtail's form saves a new page as live before it asks whether it may be published.
            self.live = False
        super().save(*args, **kwargs)

    @property
    def is_source(self) -> bool:
        return self.locale_id == self.source_locale_id

    @property
    def source(self) -> Self | None:
        """The object that this one was translated from; itself for a source; None if deleted."""
        if self.is_source:
            return self
        if "_source" not in self.__dict__:
            self.__dict__["_source"] = (
                type(self)
                .objects.filter(
                    translation_key=self.translation_key, locale_id=self.source_locale_id
                )
                .select_related("locale")
                .first()
            )
        return self.__dict__["_source"]

    @source.setter
    def source(self, source: Self | None) -> None:
        """Whoever has it at hand saves a query."""
        self.__dict__["_source"] = source

    @property
    def source_is_live(self) -> bool:
        """Whether readers see it at all: in the source's words where it is not translated."""
        return self.source is not None and self.source.live

    def reasons_against_publication(self, revision: Revision, user: Any = None) -> list[Reason]:
        return [reason for gate in _gates for reason in gate(self, revision, user)]

    def refuse_unless_publishable(self, revision: Revision, user: Any = None) -> None:
        """Raise PublicationRefused if a gate has a reason against publishing this revision."""
        if reasons := self.reasons_against_publication(revision, user):
            raise PublicationRefused(self, reasons)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        obj = super().with_content_json(content)  # type: ignore[misc]  # Wagtail's mixins have it.
        for name in self.kept_across_revisions:
            setattr(obj, name, getattr(self, name))
        return obj

    def _settle_source_locale(self) -> None:
        """A new object whose source is not there (a copy, an import) is a source of its own."""
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        if self.source_locale_id is None or (
            self._state.adding and not self.is_source and not self._has_source()
        ):
            self.source_locale_id = self.locale_id

    def _has_source(self) -> bool:
        if self.__dict__.get("_source"):
            return True
        model: type[TranslatableMixin] = self.get_translation_model()
        return model.objects.filter(
            translation_key=self.translation_key, locale_id=self.source_locale_id
        ).exists()
