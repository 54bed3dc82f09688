"""Is every way of getting the tags wrong reported, each in words of its own?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.gateway.selfcheck.comparison import Fault, faults_of
from services.gateway.selfcheck.expected import ExpectedPage
from services.gateway.selfcheck.served_page import read_page

URL = "https://overheid.example/nl/lindewoude/bedrijf-starten/"
SERVED = f"""<!doctype html>
<html lang="nl">
<head>
<link rel="canonical" href="{URL}">
<meta name="sdg-tag" content="sdg">
<meta name="DC.ISO3166" content="NL">
<meta name="DC.Location" content="NL32;GM0363">
<meta name="DC.Service" content="information;procedure">
<meta name="policy-code" content="J1;X1">
<meta name="DC.Policy" content="registering a business;notification of business activity">
</head>
<body>
</body>
</html>
"""
EXPECTED = ExpectedPage(
    url=URL,
    language="nl",
    identifier="5b1f0c9e-0000-4000-8000-000000000001",
    title="Een bedrijf starten",
    country="NL",
    kinds=("information", "procedure"),
    codes=(("J1", "registering a business"), ("X1", "notification of business activity")),
    areas=("NL32", "GM0363"),
)
OFFICIAL = frozenset({"J1", "J2", "X1", "Points of single contact"})


def faults(html: str, expected: ExpectedPage = EXPECTED) -> list[Fault]:
    return list(faults_of(read_page(html), expected, OFFICIAL))


MUTILATIONS = {
    "no sdg-tag": ('<meta name="sdg-tag" content="sdg">\n', "", "missing"),
    "value of sdg-tag in capitals": ('content="sdg"', 'content="SDG"', "value-case"),
    "value of sdg-tag": ('content="sdg"', 'content="yes"', "not-of-page"),
    "name in lower case": ('name="DC.Service"', 'name="dc.service"', "case"),
    "name in capitals": ('name="policy-code"', 'name="Policy-Code"', "case"),
    "known misprint": ("DC.ISO3166", "DC.ISO03166", "misspelt"),
    "prefix where none belongs": ('name="policy-code"', 'name="DC.policy-code"', "misspelt"),
    "property for name": ('name="DC.Service"', 'property="DC.Service"', "property"),
    "space after the semicolon": ("J1;X1", "J1; X1", "space"),
    "space at the end": ('content="NL"', 'content="NL "', "space"),
    "semicolon at the end": ("J1;X1", "J1;X1;", "separator"),
    "comma for semicolon": ("J1;X1", "J1,X1", "code-unknown"),
    "empty tag": ('content="NL"', 'content=""', "empty"),
    "kind with a capital": ("information;procedure", "Information;procedure", "value-case"),
    "kind that does not exist": ("information;procedure", "information;business", "kind"),
    "kind that the page is not": ("information;procedure", "information;assistance", "not-of-page"),
    "one kind is missing": ("information;procedure", "procedure", "value-missing"),
    "kinds in the wrong order": ("information;procedure", "procedure;information", "order"),
    "code that does not exist": ("J1;X1", "J1;X99", "code-unknown"),
    "code that the page has not": ("J1;X1", "J2;X1", "not-of-page"),
    "code in lower case": ("J1;X1", "j1;X1", "value-case"),
    "codes in the wrong order": ("J1;X1", "X1;J1", "order"),
    "code named twice": ("J1;X1", "J1;J1;X1", "twice"),
    "wrong country": ('content="NL"', 'content="BE"', "country"),
    "language for country": ('content="NL"', 'content="nl"', "value-case"),
    "no area": ('<meta name="DC.Location" content="NL32;GM0363">\n', "", "missing"),
    "wrong area": ("NL32;GM0363", "NL32;GM0364", "not-of-page"),
    "areas in the wrong order": ("NL32;GM0363", "GM0363;NL32", "order"),
    "title of another code": ("registering a business", "moving a business", "not-of-page"),
    "no lang": ('<html lang="nl">', "<html>", "no-lang"),
    "lang of another language": ('<html lang="nl">', '<html lang="en">', "lang"),
    "language in a tag": (
        "</head>",
        '<meta name="DC.Language" content="nl"></head>',
        "superfluous",
    ),
    "canonical of another host": ("https://overheid", "https://www.overheid", "canonical"),
    "canonical of another page": ("bedrijf-starten", "bedrijf-stoppen", "canonical"),
    "no canonical": (f'<link rel="canonical" href="{URL}">\n', "", "no-canonical"),
    "two canonicals": ("<meta", f'<link rel="canonical" href="{URL}"><meta', "canonicals"),
}
REPEATED = '<meta name="DC.Service" content="information">\n</head>'


def test_page_as_it_must_be_has_no_fault() -> None:
    assert faults(SERVED) == []


def test_wrong_canonical_is_told_beside_the_right_one() -> None:
    (fault,) = faults(SERVED.replace("https://overheid", "https://www.overheid"))

    assert fault.message.endswith(f", and should be {URL}")


@pytest.mark.parametrize("name", MUTILATIONS)
def test_mutilated_page_is_reported(name: str) -> None:
    old, new, rule = MUTILATIONS[name]

    found = faults(SERVED.replace(old, new))

    assert rule in [fault.rule for fault in found]


def test_repeated_tag_is_reported() -> None:
    found = faults(SERVED.replace("</head>", REPEATED))

    assert [fault.message for fault in found] == ["DC.Service stands 2 times; join values by “;”"]


def test_tag_in_the_body_is_reported() -> None:
    tag = '<meta name="DC.ISO3166" content="NL">\n'
    moved = SERVED.replace(tag, "").replace("<body>\n", f"<body>\n{tag}")

    assert [fault.rule for fault in faults(moved)] == ["in-body"]


def test_location_on_a_national_page_is_reported() -> None:
    found = faults(SERVED, replace(EXPECTED, areas=()))

    assert [fault.rule for fault in found] == ["national"]


def test_national_page_needs_no_location() -> None:
    national = SERVED.replace('<meta name="DC.Location" content="NL32;GM0363">\n', "")

    assert faults(national, replace(EXPECTED, areas=())) == []


def test_service_of_annex_iii_is_known_by_its_title() -> None:
    title = "Points of single contact"
    expected = replace(EXPECTED, codes=((title, title),), kinds=("assistance",))
    served = (
        SERVED.replace("J1;X1", title)
        .replace("registering a business;notification of business activity", title)
        .replace("information;procedure", "assistance")
    )

    assert faults(served, expected) == []


def test_every_mutilation_has_a_message_of_its_own() -> None:
    messages = {
        name: tuple(fault.message for fault in faults(SERVED.replace(old, new)))
        for name, (old, new, _rule) in MUTILATIONS.items()
    }

    assert all(messages.values())
    assert len(set(messages.values())) == len(MUTILATIONS)


@pytest.mark.parametrize("name", ["no sdg-tag", "known misprint", "wrong country", "no lang"])
def test_one_mistake_is_reported_once(name: str) -> None:
    old, new, _rule = MUTILATIONS[name]

    assert len(faults(SERVED.replace(old, new))) == 1
