"""A component that is the same in many pages is made once, and never shown where it differs."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from services.models.reading import Words
from services.presentation import kept
from services.templatetags import kept as kept_tag

BRAND = '{% load kept %}{% kept "components/brand.html" name=name tagline=tagline %}'


def shown(name: Any, tagline: str = "") -> str:
    return Template(BRAND).render(Context({"name": name, "tagline": tagline}))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Notes what is made of the component's template."""
    made = Mock(wraps=kept_tag.render_to_string)
    monkeypatch.setattr(kept_tag, "render_to_string", made)
    return made


def test_a_component_is_made_once(made: Mock) -> None:
    assert shown("Portolan") == shown("Portolan")
    assert made.call_count == 1


def test_a_component_is_made_anew_after_a_change(made: Mock) -> None:
    shown("Portolan")
    kept.forget()
    shown("Portolan")

    assert made.call_count == 2


def test_each_language_has_its_own(made: Mock) -> None:
    with translation.override("nl"):
        shown("Portolan")
    with translation.override("de"):
        shown("Portolan")

    assert made.call_count == 2


def test_what_is_given_is_shown() -> None:
    assert "for all" in shown("Portolan", "for all")
    assert "for all" not in shown("Portolan", "for some")


def test_a_text_is_never_taken_for_html() -> None:
    assert "<b>Portolan</b>" in shown(mark_safe("<b>Portolan</b>"))
    assert "<b>Portolan</b>" not in shown("<b>Portolan</b>")


def test_words_in_a_language_are_never_taken_for_html() -> None:
    assert "<b>Portolan</b>" in shown(Words(mark_safe("<b>Portolan</b>"), "en"))
    assert "<b>Portolan</b>" not in shown(Words("<b>Portolan</b>", "en"))


def test_lists_and_dictionaries_may_be_given(made: Mock) -> None:
    menu = Template('{% load kept %}{% kept "components/main_navigation.html" entries=entries %}')

    menus = [menu.render(Context({"entries": [{"title": title}]})) for title in ("A", "B", "A")]

    assert menus[0] == menus[2] != menus[1]
    assert made.call_count == 2
