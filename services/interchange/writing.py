"""Writes one line: the source through the gate, its translations with their strings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_localize.segments.extract import extract_segments

from services.changes import segments_at_hand
from services.interchange.building import Builder
from services.interchange.codec import UnknownReferenceError, related_model
from services.interchange.faults import LineRefusedError, field_in_line
from services.interchange.line_types import LineType, line_type
from services.interchange.naming import late_references
from services.interchange.rows import take_rows, write_rows
from services.interchange.segments import (
    Segments,
    StructureDiffersError,
    pair_strings,
    write_segments,
)
from services.models.publication import PublicationRefused
from services.translation.operations import record_import

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from services.interchange.references import References

# What an action of Wagtail that publishes sets.
PUBLICATION = (
    *("live", "live_revision", "has_unpublished_changes", "expired"),
    *("first_published_at", "last_published_at"),
)
DATES = ("words_changed_on", "facts_changed_on")


class LineWriter:
    """Creates or changes the objects of one line; call it within a transaction."""

    def __init__(self, line: dict[str, Any], references: References) -> None:
        self.line, self.references = line, references
        kind = line_type(line["type"])
        assert isinstance(kind, LineType)  # noqa: S101  # Records are written by their own type.
        self.line_type = kind
        self.builder = Builder(kind, line, references)
        self.model = kind.model_of(line)

    def write(self) -> dict[str, Any]:
        """Write all languages; give back the objects by language code."""
        versions = self._existing()
        source_code = self.line["source"]
        locales = {code: self.references.locale(code) for code in self.line["words"]}
        objects = {
            code: self.builder.apply(
                versions.get(code) or self.model(live=False),
                code,
                locales[code],
                locales[source_code],
            )
            for code in [source_code, *(c for c in sorted(locales) if c != source_code)]
        }
        segments = {code: extract_segments(obj) for code, obj in objects.items()}
        pairs = self._pairs(segments, source_code)
        source = objects[source_code]
        self._place(source, source_code)
        self._publish(source, segments[source_code])
        self._keep_dates(source)
        texts = {locales[code]: texts for code, texts in pairs.items()}
        write_segments(source, segments[source_code], texts)
        for code in pairs:
            objects[code].source = source
            self._place(objects[code], code)
            self._publish(objects[code], segments[code], source)
        return objects

    def is_live(self) -> bool:
        """Whether every language of the line is live."""
        return self._live_languages() >= set(self.line["words"])

    def languages_left_out(self, existing: Iterable[str]) -> list[str]:
        """The languages that are live although the line has no words in them."""
        if set(existing) <= set(self.line["words"]):
            return []
        return sorted(self._live_languages() - set(self.line["words"]))

    def _live_languages(self) -> set[str]:
        live = self._rows().filter(live=True)
        return set(live.values_list("locale__language_code", flat=True))

    def delete(self) -> None:
        """Delete the object; its translations go with it."""
        for obj in self._rows():
            if obj.is_source:
                obj.delete()

    def brings_a_language(self, existing: Container[str]) -> bool:
        """Whether the object is not there yet in one of the line's languages."""
        return any(code not in existing for code in self.line["words"])

    def refuse_unless_consistent(self, arriving: Container[str]) -> bool:
        """Raise LineRefusedError where the line contradicts what is there or names nothing.

        Gives back whether it names something that is not there yet, but arrives.
        """
        missing = list(self._missing())
        unknown = [(place, f"{one} is unknown") for place, one in missing if one not in arriving]
        if problems := [*self._moves(), *unknown]:
            raise LineRefusedError(problems)
        return bool(missing)

    def _moves(self) -> Iterator[tuple[str, str]]:
        """What a line cannot change: the language of the source, and the page above."""
        for obj in self._rows().select_related("source_locale"):
            if obj.source_locale.language_code != self.line["source"]:
                yield "source", f"it was written in “{obj.source_locale.language_code}”"
                return
            if obj.is_source and self.line_type.parent in self.line:
                above = str(obj.get_parent().translation_key)
                if above != self.line[self.line_type.parent]:
                    yield self.line_type.parent, "a line moves no page: move it in the admin"

    def _missing(self) -> Iterator[tuple[str, str]]:
        """What the line names that is not there: (place, identifier)."""
        for place, model, identifier in late_references(self.line_type, self.line):
            try:
                self.references.get(model, identifier, place)
            except UnknownReferenceError:
                yield place, identifier

    def taken(self) -> list[tuple[str, str]]:
        """The identifiers in the line that belong to something else."""
        message = "is the identifier of another object"
        own = {obj.pk for obj in self._rows()}
        same = self.model.get_translation_model().objects.filter(translation_key=self.line["id"])
        problems = [("id", message)] if same.exclude(pk__in=own).exists() else []
        for name in self.model.word_rows:
            row_model, key = related_model(self.model, name), self.model._meta.get_field(name).field
            of_others = row_model._base_manager.exclude(**{f"{key.name}__in": own})
            for n, row in enumerate(self.line.get(name, [])):
                if of_others.filter(translation_key=row["id"]).exists():
                    problems.append((f"{name}.{n}.id", message))
        return problems

    def _rows(self) -> Any:
        return self.model._default_manager.filter(translation_key=self.line["id"])

    def existing_revisions(self) -> dict[str, Any]:
        """The latest revision's id of each language that is there, by language code."""
        pairs = self._rows().values_list("locale__language_code", "latest_revision_id")
        return dict(sorted(pairs))

    def _existing(self) -> dict[str, Any]:
        return {obj.locale.language_code: obj for obj in self._rows().select_related("locale")}

    def _pairs(self, segments: dict[str, Segments], source_code: str) -> dict[str, Any]:
        """The strings of each translation, paired before anything is written."""
        pairs = {}
        for code, values in segments.items():
            if code == source_code:
                continue
            try:
                pairs[code] = pair_strings(segments[source_code], values)
            except StructureDiffersError as error:
                message = f"{error.found} parts, but the source has {error.expected}"
                raise LineRefusedError([(f"words.{code}.{error.path}", message)]) from error
        return pairs

    def _place(self, obj: Any, code: str) -> None:
        """Save the object with its rows; its publication brings it into Wagtail's indices."""
        rows, is_new = take_rows(obj), obj.pk is None
        if is_new:
            obj._current_workflow_states = []  # As Wagtail itself keeps at hand what it knows.
        with disable_reference_index_auto_update():
            if is_new and self.line_type.is_page:
                self._add(obj, code)
            else:
                obj.save()
            write_rows(obj, rows, is_new=is_new)

    def _add(self, obj: Any, code: str) -> None:
        """Add a new page below its parent in its language."""
        # Else every saving asks whether it is one, to forget the addresses of the sites.
        obj._is_site_root = self.line_type.parent == "root"
        try:
            self._parent(code).add_child(instance=obj)
        except ValidationError as error:
            if "slug" not in getattr(error, "error_dict", {}):
                raise
            message = f"“{obj.slug}” is the address of another page there"
            raise LineRefusedError([(f"words.{code}.slug", message)]) from error

    def _parent(self, code: str) -> Page:
        if self.line_type.parent == "root":
            return Page.objects.get(depth=1)
        above = line_type(self.line_type.parent)
        assert isinstance(above, LineType)  # noqa: S101  # The types name each other.
        rows = Page.objects.type(next(iter(above.kinds.values())))
        rows = rows.filter(locale__language_code=code)
        if self.line_type.parent in self.line:
            rows = rows.filter(translation_key=self.line[self.line_type.parent])
        parent = rows.first()
        if parent is None:
            message = f"the page above has no version in “{code}”"
            raise LineRefusedError([(self.line_type.parent, message)])
        return parent

    def _publish(self, obj: Any, segments: Segments, source: Any = None) -> None:
        with disable_reference_index_auto_update():
            revision = obj.save_revision(clean=False)
        if source is not None:
            record_import(obj, revision, words_changed_on=source.words_changed_on)
        revision.as_object = lambda: obj  # What was just saved need not be read back.
        action = PublishPageRevisionAction if self.line_type.is_page else PublishRevisionAction
        # All else was saved just before, and the builder has validated all of a page.
        save = partial(obj.save, update_fields=PUBLICATION)
        save = partial(save, clean=False) if self.line_type.is_page else save
        obj.save = disable_reference_index_auto_update()(save)
        try:
            with segments_at_hand(obj, segments):
                action(revision, changed=True).execute(skip_permission_checks=True)
        except PublicationRefused as refused:
            problems = [
                (field_in_line(obj, reason.field), str(reason.message))
                for reason in refused.reasons
            ]
            raise LineRefusedError(problems) from refused
        # At once, which costs less than a background task to do it.
        ReferenceIndex.create_or_update_for_object(obj)

    def _keep_dates(self, source: Any) -> None:
        """The dates of the file are those of the content, not the day of the import."""
        given = {name: self.line[name] for name in DATES if self.line.get(name)}
        if given:
            type(source)._base_manager.filter(pk=source.pk).update(**given)
            source.refresh_from_db(fields=list(given))
