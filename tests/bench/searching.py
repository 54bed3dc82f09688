"""How fast the index is built from the database, and how fast questions are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.http import urlencode

from search.answering import answer_to
from search.engines.embedded import embedded_engine
from search.operations import rebuild_index
from search.page_documents import searched_languages
from search.result_json import as_json
from services.language import analysis
from tests.bench.watch import Taken, percentile, watch

if TYPE_CHECKING:
    from tests.bench.results import Results

DOCUMENTS_A_SECOND = 500
MILLISECONDS = 15
ROUNDS = 5

# As people type them: inflected, misspelt, without accents, whole sentences, single words, nothing
# that is there.
QUESTIONS = {
    "nl": (
        "verhuizing doorgeven",
        "ik ben verhuisd",
        "rijbewijzen omwisselen",
        "rijbewijs verlengen kosten",
        "geboorteaangifte",
        "kind aangeven na de geboorte",
        "paspoorten aanvragen voor kinderen",
        "paspoort",
        "identitietskaart",
        "zorgverzekering in het buitenland",
        "europese ziekteverzekeringskaart",
        "diplomas erkennen",
        "buitenlands diploma laten waarderen",
        "btw nummer aanvragen",
        "bedrijf inschrijven",
        "ondernemer worden",
        "aow",
        "pensioen aanvragen vanuit duitsland",
        "kenteken",
        "auto uit het buitenland invoeren",
        "studiefinanciering voor eu studenten",
        "gedetacheerde werknemers melden",
        "belastingaangfite",
        "hoe lang duurt het en wat kost het",
        "huis kopen",
        "wat moet ik meenemen naar de gemeente als ik ga trouwen",
        "zeppelin",
    ),
    "en": (
        "moving house",
        "registering my address after I moved",
        "exchange driving licences",
        "driving license renewal cost",
        "birth registration",
        "registering the birth of a child",
        "passports for children",
        "passport",
        "identity crad",
        "health insurance abroad",
        "european health insurance card",
        "recognition of diplomas",
        "foreign diploma evaluated",
        "vat number",
        "register a business",
        "starting a company",
        "state pension",
        "applying for a pension from germany",
        "car registration",
        "importing a car from abroad",
        "student finance for eu students",
        "posted workers notification",
        "income tax retrun",
        "how long does it take and what does it cost",
        "buying a home",
        "what do I have to bring to the town hall to get married",
        "zeppelin",
    ),
    "de": (
        "umzug melden",
        "ich bin umgezogen",
        "führerscheine umtauschen",
        "fuehrerschein verlängern kosten",
        "geburtsanzeige",
        "geburt eines kindes anmelden",
        "reisepässe für kinder",
        "reisepass",
        "personalausweiss",
        "krankenversicherung im ausland",
        "europäische krankenversicherungskarte",
        "diplome anerkennen",
        "ausländischen abschluss bewerten lassen",
        "umsatzsteuer nummer",
        "unternehmen eintragen",
        "firma gründen",
        "altersrente",
        "rente aus deutschland beantragen",
        "kfz zulassung",
        "auto aus dem ausland einführen",
        "studienförderung für eu studierende",
        "entsandte arbeitnehmer melden",
        "einkommensteuererklaerung",
        "wie lange dauert es und was kostet es",
        "haus kaufen",
        "was muss ich zur gemeinde mitbringen wenn ich heiraten will",
        "zeppelin",
    ),
}
SELECTIONS = ("", "&kind=procedure")


def measure_index(results: Results) -> None:
    """Build the index anew, the reading of the database included.

    The dictionaries are compiled before it: that happens once on a host, not with every index.
    """
    with watch() as compiling:
        analysis.prepare(searched_languages())
    results.add("dictionaries compiled, once on a host", compiling.processor, "s")
    with watch() as taken:
        rebuilt = rebuild_index()
    count = sum(rebuilt.documents.values())
    results.add("documents in the index", count, "documents")
    results.add(
        "index rebuild, database included, by processor time",
        count / taken.processor,
        "documents/s",
        at_least=DOCUMENTS_A_SECOND,
    )
    results.add("index rebuild, database included", count / taken.wall, "documents/s")


def measure_queries(results: Results) -> None:
    """Ask every question, plain and filtered, with snippets and counts; the first round too."""
    _ask("nl", "", "")
    taken = [
        _ask(language, text, chosen)
        for _ in range(ROUNDS)
        for language, texts in QUESTIONS.items()
        for text in texts
        for chosen in SELECTIONS
    ]
    for name, seconds in (
        ("", [each.wall for each in taken]),
        (", by processor time", [each.processor for each in taken]),
    ):
        limit = None if name else MILLISECONDS
        results.add(f"search in process, median{name}", 1000 * percentile(seconds, 0.5), "ms")
        p95 = 1000 * percentile(seconds, 0.95)
        results.add(f"search in process, p95{name}", p95, "ms", at_most=limit)


def _ask(language: str, text: str, chosen: str) -> Taken:
    engine = embedded_engine()
    with watch() as taken:
        as_json(answer_to(QueryDict(f"{urlencode({'q': text})}{chosen}"), language, engine))
    return taken
