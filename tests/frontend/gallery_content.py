"""What the pages of the gallery say, as presenters hand it to the components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe

from services.templatetags.words import tag


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the page, as presenters hand them to components."""

    text: str
    lang: str
    dir: str = "ltr"

    def __str__(self) -> str:
        return self.text


def link(title: str | Foreign, url: str = "/nl/", **more: Any) -> dict[str, Any]:
    return {"title": title, "url": url, **more}


def service() -> dict[str, Any]:
    return {
        "page": {"title": "Verhuizing doorgeven"},
        "lead": (
            "Gaat u verhuizen binnen Nederland of komt u vanuit een ander land in Nederland wonen? "
            "Geef uw nieuwe adres door aan de gemeente waar u gaat wonen. U kunt dit doen vanaf "
            "4 weken vóór uw verhuizing tot 5 dagen erna."
        ),
        "start_text": "Verhuizing doorgeven bij uw gemeente",
        "start_next": mark_safe(
            "<p>U gaat naar de website van uw gemeente. U logt in met DigiD of met een "
            '<a href="/nl/eidas/">erkend Europees inlogmiddel (eIDAS)</a>.</p>'
        ),
        "facts": [
            {"icon": "cost", "label": "Kosten", "value": "Gratis"},
            {
                "icon": "time",
                "label": "Wanneer",
                "value": "4 weken vóór tot 5 dagen na de verhuizing",
            },
            {"icon": "how", "label": "Hoe", "lines": ["Online", Foreign("At the desk", "en")]},
            {"icon": "login", "label": "Inloggen", "value": "DigiD of eIDAS"},
            {
                "icon": "authority",
                "label": "Verantwoordelijk",
                "value": "De gemeente waar u gaat wonen",
            },
        ],
        "sections": [
            {"anchor": "wie", "title": "Voor wie"},
            {"anchor": "nodig", "title": "Wat u nodig hebt"},
            {"anchor": "stappen", "title": "Zo geeft u uw verhuizing door"},
            {"anchor": "kosten", "title": "Kosten"},
            {"anchor": "termijnen", "title": "Termijnen"},
            {"anchor": "bezwaar", "title": "Niet eens met de beslissing"},
            {"anchor": "contact", "title": "Wie is verantwoordelijk en contact"},
        ],
        "audience": mark_safe(
            "<p>U geeft uw verhuizing door als u:</p><ul><li>binnen Nederland verhuist, ook binnen "
            "dezelfde gemeente;</li><li>vanuit het buitenland in Nederland komt wonen en hier "
            "langer dan 4 maanden blijft;</li><li>voor iemand anders aangifte mag doen.</li></ul>"
        ),
        "abroad": mark_safe(
            '<p>Dan gelden andere regels. Lees <a href="/nl/uitschrijven/">hoe u zich uitschrijft '
            "bij de gemeente</a>.</p>"
        ),
        "evidence": [
            "een geldig identiteitsbewijs;",
            Foreign("a copy of your lease, if the municipality asks for it;", "en"),
            "gaat u bij iemand inwonen: schriftelijke toestemming van de hoofdbewoner.",
        ],
        "once_only": [
            {
                "summary": "Documenten uit een ander EU-land",
                "text": "Voor een geboorteakte uit een EU-land hebt u geen legalisatie nodig.",
            },
            {
                "summary": "U kunt uw documenten automatisch laten opvragen",
                "text": "U ziet het bewijs eerst zelf, en beslist daarna of u het verstuurt.",
            },
        ],
        "steps": [
            {
                "title": "Log in bij uw nieuwe gemeente",
                "text": "Gebruik DigiD of uw Europese inlogmiddel. Kunt u niet inloggen? Maak dan "
                "een afspraak aan de balie of stuur een brief.",
            },
            {
                "title": "Vul uw nieuwe adres en de verhuisdatum in",
                "html": mark_safe("<p>Geef ook aan wie er met u mee verhuist.</p>"),
                "url": "/nl/formulier/",
                "link_text": "Naar het formulier",
            },
            {
                "title": Foreign("Show your documents", "en"),
                "text": Foreign("Only if the municipality asks for it.", "en"),
                "note": "U moet zelf komen: de ambtenaar vergelijkt u met de foto.",
            },
            {
                "title": "Verstuur uw aangifte",
                "text": "Binnen 5 werkdagen krijgt u bericht dat uw adres is gewijzigd.",
            },
        ],
        "costs": mark_safe(
            "<p>Een verhuizing doorgeven is <strong>gratis</strong>. Een uittreksel kost extra; "
            "het bedrag verschilt per gemeente.</p>"
        ),
        "period_headings": ["Wat", "Wanneer"],
        "periods": [
            {"heading": "Vroegste moment", "cells": ["4 weken vóór de verhuizing"]},
            {"heading": "Uiterste moment", "cells": ["5 dagen na de verhuizing"]},
            {
                "heading": "Beslissing van de gemeente",
                "cells": ["Binnen 5 werkdagen; bij onderzoek binnen 4 weken"],
            },
            {
                "heading": "Als u niets hoort",
                "cells": ["Uw aangifte is dan niet automatisch goedgekeurd."],
                "note": Foreign("Contact the municipality.", "en"),
            },
        ],
        "redress": "de gemeente neemt hier geen besluit.",
        "channels": [
            {"icon": "phone", "text": "14 000", "url": "tel:14000", "note": "lokaal tarief"},
            {"icon": "mail", "text": "Stuur een bericht", "url": "/nl/contact/"},
            {"icon": "place", "text": "Marktplein 1, 1234 AB Voorbeeldstad"},
        ],
        "hours": ["Maandag tot en met vrijdag: 9.00–17.00 uur"],
        "served": ["Nederlands", "Engels"],
        "pairs": [
            {"term": "Talen van de procedure", "value": "Nederlands, Engels"},
            {"term": "Wat u krijgt", "lines": ["een bevestiging", "een nieuw adres in de BRP"]},
        ],
        "laws": [
            {"title": "Wet basisregistratie personen", "url": "/wet/", "note": "artikel 2.39"},
            {"title": "Besluit basisregistratie personen"},
        ],
    }


def hit(title: str, snippet: str, kind: str, **more: Any) -> dict[str, Any]:
    return {
        "title": title,
        "url": "/nl/verhuizen/",
        "snippet": mark_safe(snippet),  # noqa: S308 # Our own words.
        "facts": [
            *([tag("Aanbevolen", "accent")] if more.get("is_best") else ()),
            tag(kind),
            "Wonen en verhuizen",
            "Gemeenten",
            mark_safe('Gecontroleerd op <time datetime="2026-11-12">12 november 2026</time>'),
        ],
        **more,
    }


def results() -> dict[str, Any]:
    return {
        "page_title": "Zoekresultaten voor ‘verhuizen’ (31)",
        "suggest_url": "/suggest",
        "hidden": [{"name": "q", "value": "verhuizen"}],
        "facets": [
            {
                "legend": "Voor wie",
                "name": "audience",
                "options": [
                    {
                        "value": "citizens",
                        "label": "Burgers",
                        "count": 31,
                        "noun": "resultaten",
                        "is_chosen": True,
                    },
                    {
                        "value": "businesses",
                        "label": "Ondernemers",
                        "count": 16,
                        "noun": "resultaten",
                    },
                ],
            },
            {
                "legend": "Soort pagina",
                "name": "kind",
                "options": [
                    {"value": "procedure", "label": "Dienst", "count": 9, "noun": "resultaten"},
                    {"value": "information", "label": "Uitleg", "count": 1, "noun": "resultaat"},
                    {
                        "value": "life-event",
                        "label": Foreign("Life event", "en"),
                        "count": 2,
                        "noun": "resultaten",
                    },
                ],
            },
            {
                "legend": "Waar het geldt",
                "name": "area",
                "asks_place": True,
                "options": [
                    {"value": "NL-GM0344", "label": "Utrecht", "count": 3, "noun": "resultaten"}
                ],
                "more": [
                    {"value": "NL-GM0373", "label": "Bergen (NH.)", "count": 1, "noun": "resultaat"}
                ],
            },
        ],
        "sorts": [
            {"value": "relevance", "label": "Beste resultaat", "is_chosen": True},
            {"value": "title", "label": "A tot Z"},
        ],
        "place": {"text": "bergen", "choices": [link("Bergen (L.)"), link("Bergen (NH.)")]},
        "chosen": [{"label": "Voor wie: Burgers", "url": "/nl/search/?q=verhuizen"}],
        "hits": [
            hit(
                "Verhuizing doorgeven",
                "Gaat u <mark>verhuizen</mark>? Geef uw nieuwe adres door aan uw gemeente.",
                "Dienst",
                is_best=True,
            ),
            hit(
                "Verhuizen: alles wat u moet regelen",
                "Stap voor stap <mark>verhuizen</mark>: adres, verzekeringen, energie en school.",
                "Levensgebeurtenis",
            ),
            hit(
                "Aansprakelijkheidsverzekeringsverplichtingen bij inwoning",
                "Wat verandert er aan uw verzekeringen als u gaat <mark>verhuizen</mark>?",
                "Uitleg",
            ),
        ],
        "pages": PAGE_LINKS,
    }


PAGE_LINKS = [
    {"number": 1, "url": "?page=1", "is_current": True},
    {"number": 2, "url": "?page=2"},
    {"number": None},
    {"number": 7, "url": "?page=7"},
]


def lists() -> dict[str, Any]:
    return {
        "page_title": "Van A tot Z",
        "tasks": [link("Verhuizing doorgeven"), link("Paspoort aanvragen"), link("DigiD")],
        "cards": [
            link("Wonen en verhuizen", description="Adres, huur en inschrijving."),
            link(
                Foreign("Work and business", "en"),
                description=Foreign("Starting, hiring, taxes.", "en"),
            ),
            link("Gezondheid", count_text="7 diensten"),
            link("Onderwijs", description="Studiefinanciering en diploma’s."),
        ],
        "entries": [
            link("Aangifte van geboorte", description="Binnen 3 dagen bij de gemeente."),
            link(Foreign("A child is born", "en"), tag="Levensgebeurtenis"),
            link("Arbeidsvoorwaarden bij detachering"),
        ],
        "letters": [
            {"letter": "A", "url": "#a", "is_current": True},
            {"letter": "B", "url": "#b"},
            {"letter": "É", "url": "#e"},
        ],
        "rich": mark_safe(
            "<h2>Kop</h2><p>Tekst met <a href='/nl/'>een link</a>.</p><h3>Onderkop</h3>"
            "<ol><li>een</li><li>twee</li></ol>"
        ),
        "pages": PAGE_LINKS,
    }
