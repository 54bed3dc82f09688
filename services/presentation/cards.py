"""How is an authority or a contact point shown to those who need it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from services.models.reading import NO_WORDS, Words
from services.presentation.phrases import lines_of
from services.presentation.values import languages_named, telephone_address

if TYPE_CHECKING:
    from services.models.reading import Reading


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody."""

    icon: str
    text: Words | str
    url: str = ""
    note: Words | str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What the component contact_card.html shows."""

    name: Words
    description: Words = NO_WORDS
    url: str = ""
    channels: list[Way] = field(default_factory=list)
    hours: list[Words] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Law:
    """What the component legal_references.html shows of one reference."""

    title: Words
    url: str
    note: str = ""


def contact_card(contact: Reading) -> Card:
    """A contact point: the numbers of the source, the words of the language."""
    ways = [
        _telephone(contact.fact("telephone")),
        _email(contact.fact("email")),
        _form(contact.address("form_url")),
        _place(contact.fact("address")),
    ]
    return Card(
        name=contact.words("name"),
        description=contact.words("description"),
        channels=[way for way in ways if way],
        hours=lines_of(contact.words("opening_hours")),
        languages=languages_named(contact.fact("languages"), contact.language),
    )


def authority_card(authority: Reading, url: str = "") -> Card:
    """An authority with its web site; ``url`` is its page here."""
    homepage = authority.address("homepage")
    return Card(
        name=authority.words("name"),
        description=authority.words("description"),
        url=url,
        channels=[Way("globe", _("Website"), homepage)] if homepage else [],
    )


def law_of(reference: Reading) -> Law:
    """A legal reference; anything but a law says what it is."""
    source = reference.source
    kind = "" if source.kind == source.Kind.LEGAL_ACT else f"({source.get_kind_display()})"
    return Law(reference.words("title"), reference.address("url"), kind)


def _telephone(number: str) -> Way | None:
    return Way("phone", number, telephone_address(number)) if number else None


def _email(address: str) -> Way | None:
    return Way("mail", address, f"mailto:{address}") if address else None


def _form(url: str) -> Way | None:
    return Way("form", _("Ask your question online"), url) if url else None


def _place(address: str) -> Way | None:
    lines = [line.strip(" ,") for line in address.splitlines()]
    return Way("place", ", ".join(filter(None, lines))) if address.strip() else None
