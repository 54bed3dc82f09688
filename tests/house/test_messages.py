"""Interface texts are found in code and templates, and every catalogue is held to them."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

import pytest

from config.catalogues import compile_catalogues
from config.messages import add, catalogue_keys, check, extract_all, update

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy
title = _("Fees")
count = ngettext("%(count)s page", "%(count)s pages", 2)
letter = pgettext_lazy("post", "Letter")
"""
TEMPLATE = """{% load i18n %}
<main>
    {% if page %}
        <h1 title="{% translate 'Contents' %}">{{ page.title|default:_("Untitled") }}</h1>
        {% blocktranslate trimmed count days=days %}
            {{ days }} day's rest
        {% plural %}
            {{ days }} days' rest
        {% endblocktranslate %}
        {% translate "May" context "month" %}
    {% endif %}
</main>
"""
CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

{message}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay out a little project with a text in code and one in a template."""
    (tmp_path / "home" / "templates").mkdir(parents=True)
    (tmp_path / "home" / "models.py").write_text(CODE)
    (tmp_path / "home" / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


def catalogue(root: Path, language: str, message: str = "") -> Path:
    path = root / "locale" / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE.format(message=message))
    return path


def test_texts_of_code_are_found(root: Path) -> None:
    keys = catalogue_keys(extract_all(root))

    assert {(None, "Fees"), (None, "%(count)s page"), ("post", "Letter")} <= keys


def test_texts_of_templates_are_found(root: Path) -> None:
    keys = catalogue_keys(extract_all(root))

    assert {(None, "Contents"), (None, "Untitled"), ("month", "May")} <= keys
    assert (None, "%(days)s day's rest") in keys


def test_new_texts_enter_the_catalogue_without_a_guess(root: Path) -> None:
    path = catalogue(root, "nl", 'msgid "Fee"\nmsgstr "Bedrag"')

    update(path, extract_all(root))

    assert '"Fees"' in path.read_text()
    assert '"Fee"' not in path.read_text()
    assert "fuzzy" not in path.read_text()


def test_translations_survive_an_update(root: Path) -> None:
    path = catalogue(root, "nl", 'msgid "Fees"\nmsgstr "Kosten"')

    update(path, extract_all(root))

    assert 'msgid "Fees"\nmsgstr "Kosten"' in path.read_text()


def test_second_update_changes_nothing(root: Path) -> None:
    path = catalogue(root, "nl")
    update(path, extract_all(root))
    before = path.read_bytes()

    update(path, extract_all(root))

    assert path.read_bytes() == before


def test_english_catalogue_completes_itself(root: Path) -> None:
    path = catalogue(root, "en")

    update(path, extract_all(root))

    assert not list(check(path, extract_all(root)))


def test_english_words_stay_out_of_other_catalogues(root: Path) -> None:
    template = extract_all(root)
    english, dutch = catalogue(root, "en"), catalogue(root, "nl")

    update(english, template)
    update(dutch, template)

    assert "nl: not translated: 'Fees'" in list(check(dutch, template))


def test_catalogue_can_be_begun(root: Path) -> None:
    add("lv", root / "locale")

    assert (root / "locale" / "lv" / "LC_MESSAGES" / "django.po").exists()


@pytest.mark.parametrize(
    ("message", "finding"),
    [
        ("", "nl: missing, run `make messages`: 'Fees'"),
        ('msgid "Old"\nmsgstr "Oud"', "nl: no longer used, run `make messages`: 'Old'"),
        ('msgid "Fees"\nmsgstr ""', "nl: not translated: 'Fees'"),
        ('#, fuzzy\nmsgid "Fees"\nmsgstr "Kosten"', "nl: uncertain (fuzzy): 'Fees'"),
        (
            '#, python-format\nmsgid "%(a)s"\nmsgstr "%(b)s"',
            "nl: unknown named placeholder 'b': '%(a)s'",
        ),
    ],
)
def test_fault_of_a_catalogue_is_named(root: Path, message: str, finding: str) -> None:
    assert finding in list(check(catalogue(root, "nl", message), extract_all(root)))


def test_missing_compiled_catalogue_is_made(root: Path) -> None:
    path = catalogue(root, "nl", 'msgid "Fees"\nmsgstr "Kosten"')

    assert compile_catalogues(root / "locale") == [path.with_suffix(".mo")]
    texts = gettext.translation("django", root / "locale", ["nl"])
    assert texts.gettext("Fees") == "Kosten"


def test_compiled_catalogue_is_left_alone_while_it_is_newer(root: Path) -> None:
    catalogue(root, "nl")
    compile_catalogues(root / "locale")

    assert compile_catalogues(root / "locale") == []


def test_compiled_catalogue_is_made_again_after_a_change(root: Path) -> None:
    path = catalogue(root, "nl")
    (compiled,) = compile_catalogues(root / "locale")
    os.utime(compiled, (0, 0))

    assert compile_catalogues(root / "locale") == [path.with_suffix(".mo")]
