"""The site of the journey: one gateway service, live in Dutch and, reviewed, in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from services.models import ProcedurePage
from services.rights.operations import ensure_groups
from services.translation.models import TranslationVersion
from services.translation.reviewing import approve
from tests import factories
from tests.gateway import pages
from tests.translation.steps import ask, hand_in_now, person

if TYPE_CHECKING:
    from datetime import date

LANGUAGES = ("nl", "en", "de")
TRANSLATED = ("en", "de")
AUTHORITY = {"en": "Municipality of Lindewoude", "de": "Gemeinde Lindewoude"}
AGE = timedelta(days=40)  # So old is what the site says when the journey begins.
SUMMARY = "Geef uw nieuwe adres door aan de gemeente."
FEE = "Volwassenen"

# The Dutch words of the service, in English and in German.
WORDS = {
    "Verhuizing doorgeven": ("Report a move", "Umzug melden"),
    SUMMARY: (
        "Report your new address to the municipality.",
        "Teilen Sie der Gemeinde Ihre neue Anschrift mit.",
    ),
    "verhuizen, adreswijziging": ("move, change of address", "Umzug, Ummeldung"),
    "Betaal met iDEAL of creditcard.": (
        "Pay by iDEAL or credit card.",
        "Zahlen Sie mit iDEAL oder Kreditkarte.",
    ),
    "Maak bezwaar binnen zes weken.": (
        "Object within six weeks.",
        "Legen Sie innerhalb von sechs Wochen Widerspruch ein.",
    ),
    "Zonder antwoord is er nog niet beslist.": (
        "Without an answer nothing has been decided yet.",
        "Ohne Antwort ist noch nichts entschieden.",
    ),
    "De gemeente helpt u aan de balie.": (
        "The municipality helps you at its desk.",
        "Die Gemeinde hilft Ihnen am Schalter.",
    ),
    "Log in bij uw gemeente": (
        "Log in to your municipality",
        "Melden Sie sich bei Ihrer Gemeinde an",
    ),
    "Gebruik uw eigen inlogmiddel.": (
        "Use your own means of identification.",
        "Verwenden Sie Ihr eigenes Anmeldemittel.",
    ),
    "Vul uw nieuwe adres in": ("Fill in your new address", "Geben Sie Ihre neue Anschrift ein"),
    "Noem ook wie met u meegaat.": (
        "Also name those who move with you.",
        "Nennen Sie auch, wer mit Ihnen umzieht.",
    ),
    "DigiD": ("DigiD", "DigiD"),
    "Huurcontract": ("Rental contract", "Mietvertrag"),
    FEE: ("Adults", "Erwachsene"),
    "Uiterste moment": ("Last moment", "Spätester Zeitpunkt"),
    "Beslissing": ("Decision", "Entscheidung"),
}


@dataclass
class Example:
    """The service's pages by language, where the site is, and who works on it."""

    pages: dict[str, Any]
    origin: str
    editor: str = "editor"
    translator: str = "translator"
    reviewer: str = "reviewer"

    @property
    def paths(self) -> dict[str, str]:
        return {code: page.url for code, page in self.pages.items()}


def build(origin: str) -> Example:
    """Publish the service as if everything had been written and reviewed a while ago."""
    tree = factories.site_tree()
    authority = factories.authority_page(tree.home)
    for code, name in AUTHORITY.items():
        factories.translation(authority.authority, code, name=name)
        factories.translation(authority, code, title=name)
    draft = pages.procedure("D1", "V1", areas=("NL341", "GM0363"))
    service = factories.service(authority, draft)
    ensure_groups()
    authority.refresh_from_db()
    person(Example.editor, authority.team.name)
    translator = person(Example.translator, "Translators en")
    reviewer = person(Example.reviewer, "Translators en", "Translators de")
    translations = {
        "en": _translated(service, "en", by=translator, approved_by=reviewer),
        "de": _translated(
            service, "de", by=reviewer, approved_by=person("other", "Translators de")
        ),
    }
    _age(service.first_published_at.date() - AGE)
    return Example({"nl": service, **translations}, origin)


def _translated(source: ProcedurePage, code: str, *, by: Any, approved_by: Any) -> Any:
    translation = ask(source, code)
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context_id=segment.context_id,
            locale=translation.target_locale,
            data=WORDS[segment.string.data][TRANSLATED.index(code)],
            last_translated_by=by,
            translation_type="manual",
        )
    approve(hand_in_now(translation, by), user=approved_by)
    return translation.get_target_instance()


def _age(on: date) -> None:
    for page in Page.objects.exclude(last_published_at=None):
        Page.objects.filter(pk=page.pk).update(last_published_at=page.last_published_at - AGE)
    ProcedurePage.objects.update(words_changed_on=on, facts_changed_on=on)
    TranslationVersion.objects.update(source_changed_on=on)
