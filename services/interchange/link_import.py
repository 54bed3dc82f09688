"""Makes a draft of each link in a register: the start of a site that takes over existing pages."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from services.interchange.lines import canonical
from services.interchange.links import (
    Link,
    RegisterReader,
    RowRefusedError,
    read_register,
)
from services.models import (
    AuthorityPage,
    ImportRecord,
    InformationPage,
    PolicyCode,
    ProcedurePage,
    ServicePage,
    ServicePolicyCode,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODELS: dict[str, type[ServicePage]] = {"information": InformationPage, "procedure": ProcedurePage}
IMPORTED_LINKS = "Imported links"
MAX_SLUG = 80


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one row: created, changed, unchanged or rejected, and why."""

    row: int
    outcome: str
    identifier: str
    reason: str


def import_links(path: Path, *, parent: AuthorityPage | None = None) -> Iterator[RowOutcome]:
    """Import each row by itself; raises RegisterRefusedError before the first row."""
    places = _Places(parent)
    reader = RegisterReader()
    codes = {code.code: code for code in PolicyCode.objects.exclude(code="")}
    for number, row in list(read_register(path)):
        try:
            link = reader.understand(number, row)
            with transaction.atomic():
                page, outcome, note = _import(link, places, codes)
            reasons = [*([note] if note else []), *link.assumed]
            yield RowOutcome(number, outcome, str(page.translation_key), "; ".join(reasons))
        except RowRefusedError as refused:
            yield RowOutcome(number, "rejected", "", str(refused))


def _import(
    link: Link, places: _Places, codes: dict[str, PolicyCode]
) -> tuple[ServicePage, str, str]:
    page = _existing(link)
    digest = _digest(link)
    if page is None:
        page = _create(link, places.of(link.language), codes)
        _remember(page, digest)
        return page, "created", ""
    record = ImportRecord.objects.filter(identifier=page.translation_key).first()
    if record and record.digest == digest:
        return page, "unchanged", ""
    revisions = {link.language: page.latest_revision_id}
    if record is None or record.revisions != revisions:
        return page, "unchanged", "edited since its import; left alone"
    if not isinstance(page, MODELS[link.kind]):
        return page, "unchanged", "the kind of a page cannot change; left alone"
    _set(page, link, codes)
    page.save_revision()
    _remember(page, digest)
    return page, "changed", ""


def _existing(link: Link) -> Any:
    key = _key(link.language, link.url)
    found = ServicePage.objects.filter(translation_key=key, locale__language_code=link.language)
    page = found.first()
    return page.specific.get_latest_revision_as_object() if page else None


def _key(language: str, name: str) -> uuid.UUID:
    """The same at every run: nothing that editors change tells which page a row has made."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{language} {name}")


def _create(link: Link, parent: Page, codes: dict[str, PolicyCode]) -> ServicePage:
    key = _key(link.language, link.url)
    page = _set(MODELS[link.kind](live=False, translation_key=key), link, codes)
    page.slug = _free_slug(parent, link.title)
    with disable_reference_index_auto_update():  # Its first version saves it once more.
        parent.add_child(instance=page)
    page.save_revision(clean=False)  # It was looked at when it was added.
    return page


def _set(page: Any, link: Link, codes: dict[str, PolicyCode]) -> Any:
    page.title = page.draft_title = link.title
    page.replaces_url = link.url
    page.for_citizens = "citizens" in link.audience
    page.for_businesses = "businesses" in link.audience
    page.policy_codes = [
        ServicePolicyCode(policy_code=codes[code], sort_order=position)
        for position, code in enumerate(link.codes)
    ]
    if link.kind == "procedure":
        page.also_explains_rules = link.also_explains_rules
    return page


def _remember(page: ServicePage, digest: str) -> None:
    revisions = {page.locale.language_code: page.latest_revision_id}
    ImportRecord.objects.update_or_create(
        identifier=page.translation_key, defaults={"digest": digest, "revisions": revisions}
    )


def _digest(link: Link) -> str:
    values = {**asdict(link), "audience": sorted(link.audience)}
    del values["number"], values["assumed"]
    return hashlib.sha256(canonical(values).encode()).hexdigest()


def _free_slug(parent: Page, title: str) -> str:
    base = slugify(title)[:MAX_SLUG].strip("-") or "page"
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


class _Places:
    """Below which page the links of each language go; found once a language."""

    def __init__(self, parent: AuthorityPage | None) -> None:
        self._parent = parent
        self._found: dict[str, Page] = {}

    def of(self, language: str) -> Page:
        """The page to add below; raises RowRefusedError where the language has none."""
        if language not in self._found:
            self._found[language] = self._find(language)
        return self._found[language]

    def _find(self, language: str) -> Page:
        locale = Locale.objects.filter(language_code=language).first()
        if locale is None:
            raise RowRefusedError(f"the site has no language “{language}”")
        if self._parent is None:
            return self._imported_links(locale)
        twin = (
            self._parent
            if self._parent.locale_id == locale.pk
            else self._parent.get_translation_or_none(locale)
        )
        if twin is None:
            raise RowRefusedError(f"“{self._parent.title}” has no page in “{language}”")
        return twin

    @staticmethod
    def _imported_links(locale: Locale) -> Page:
        """The draft authority page for what has no place yet, made at need."""
        key = _key(locale.language_code, IMPORTED_LINKS)
        page = AuthorityPage.objects.filter(locale=locale, translation_key=key).first()
        if page is not None:
            return page
        front_page = AuthorityPage.allowed_parent_page_models()[0]
        home = front_page.objects.filter(locale=locale).first()
        if home is None:
            raise RowRefusedError(f"the site has no front page in “{locale.language_code}”")
        slug = _free_slug(home, IMPORTED_LINKS)
        page = AuthorityPage(title=IMPORTED_LINKS, slug=slug, translation_key=key, live=False)
        home.add_child(instance=page)
        page.save_revision()
        return page
