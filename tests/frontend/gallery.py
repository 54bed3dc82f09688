"""Every component with realistic words, for the tests and for looking at.

    python -m tests.frontend.gallery DIRECTORY

writes the pages as files beside a link to the static files; serve the directory to look at them.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.template import engines
from django.utils import translation

from services.presentation.language_links import LanguageLink
from tests.frontend.gallery_content import Foreign, link, lists, results, service

HERE = Path(__file__).parent
STATIC = HERE.parents[1] / "site" / "static"
PAGES = ("service", "results", "home", "notices")
LANGUAGES = ("nl", "ar")


def frame(language: str) -> dict[str, Any]:
    """Return what base.html expects."""
    return {
        "site_name": "Overheidswijzer",
        "tagline": "Informatie over diensten van de overheid",
        "home_url": "/nl/",
        "search_url": "/nl/search/",
        "description": "Verhuizing doorgeven: hoe het werkt, wat het kost en wie u helpt.",
        "canonical_url": "https://overheid.example/nl/verhuizen/",
        "x_default_url": "https://overheid.example/en/verhuizen/",
        "alternates": [
            {"language": code, "url": f"https://overheid.example/{code}/verhuizen/"}
            for code in ("nl", "en", "de")
        ],
        "languages": [
            LanguageLink(code, name, f"/{code}/", way, is_current=code == "nl")
            for code, name, way in (
                ("nl", "Nederlands", "ltr"),
                ("en", "English", "ltr"),
                ("de", "Deutsch", "ltr"),
            )
        ],
        "main_navigation": [
            link("Onderwerpen", is_current=True),
            link("Levensgebeurtenissen"),
            link("A tot Z"),
            link("Contact"),
        ],
        "breadcrumbs": [
            link("Home"),
            link("Wonen"),
            link(Foreign("Moving house", "en")),
            link("Verhuizing doorgeven"),
        ],
        "footer_columns": [
            {
                "heading": "Over deze website",
                "links": [
                    link("Wie wij zijn"),
                    link("Toegankelijkheidsverklaring"),
                    link("Privacy en cookies"),
                    link("Colofon en open data"),
                ],
            },
            {
                "heading": "Hulp en contact",
                "links": [
                    link("Contact met de overheid"),
                    link("Iets werkt niet of klopt niet"),
                    link("Hulp bij problemen over de grens (SOLVIT)"),
                ],
            },
            {
                "heading": "Your Europe",
                "links": [
                    link("Your Europe portal", lang="en"),
                    link("Rechten en procedures in andere EU-landen"),
                ],
            },
        ],
        "demo_notice": True,
        "confirmed_on": date(2026, 11, 12),
        "changed_on": date(2026, 10, 3),
        "foreign": Foreign("إبلاغ عن تغيير العنوان", "ar", "rtl"),
        "language": language,
    }


def context(page: str, language: str) -> dict[str, Any]:
    own = {"service": service, "results": results}.get(page, lists)()
    return {**frame(language), **own}


def render(page: str, language: str = "nl") -> str:
    """Return one page of the gallery, its interface in the given language."""
    template = engines["django"].from_string((HERE / "templates" / f"{page}.html").read_text())
    with translation.override(language):
        return template.render(context(page, language))


def write(directory: Path) -> None:
    """Write all pages into the directory, with the static files beside them."""
    directory.mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        for language in LANGUAGES:
            (directory / f"{page}-{language}.html").write_text(render(page, language))
    for name in ("404", "500"):
        html = engines["django"].get_template(f"{name}.html").render({})
        (directory / f"{name}.html").write_text(html)
    if not (directory / "static").exists():
        (directory / "static").symlink_to(STATIC)


if __name__ == "__main__":
    import django

    django.setup()
    write(Path(sys.argv[1]))
