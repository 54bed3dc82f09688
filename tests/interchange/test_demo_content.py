"""Does the demo hold what it promises: services of substance, in three languages?"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import Any

import pytest

from services.interchange.demo import DEMO

LANGUAGES = ("nl", "en", "de")
ROWS = ("steps", "channels", "identification", "evidence", "fees", "periods")
MIN_WORDS = 250
SENTENCE_WORDS = 4


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in DEMO.read_text(encoding="utf-8").splitlines()[1:]]


def services() -> list[dict[str, Any]]:
    return [line for line in lines() if line["type"] == "service"]


def texts(service: dict[str, Any], language: str) -> list[str]:
    """Every text of a service in one language, rows among them."""
    words = [text for name, text in service["words"][language].items() if name != "slug"]
    rows = [row for relation in ROWS for row in service.get(relation, [])]
    return words + [text for row in rows for text in row["words"].get(language, {}).values()]


def sentences(service: dict[str, Any], language: str) -> set[str]:
    parts = [re.split(r"(?<=[.?!:;])\s+|<[^>]+>", text) for text in texts(service, language)]
    plain = {re.sub(r"\W+", " ", part).strip().casefold() for text in parts for part in text}
    return {sentence for sentence in plain if len(sentence.split()) >= SENTENCE_WORDS}


def title(service: dict[str, Any]) -> str:
    return service["words"]["nl"]["title"]


def test_demo_has_what_it_promises() -> None:
    kinds = Counter(line["type"] for line in lines())

    assert kinds["service"] >= 24
    assert (kinds["topic"], kinds["life_event"], kinds["authority"]) == (10, 3, 8)
    assert Counter(s["kind"] for s in services())["assistance"] == 4


@pytest.mark.parametrize("service", services(), ids=title)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_service_has_substance(service: dict[str, Any], language: str) -> None:
    words = re.findall(r"\w+", re.sub(r"<[^>]+>", " ", " ".join(texts(service, language))))

    assert len(words) >= MIN_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_two_services(language: str) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for service in services():
        for sentence in sentences(service, language):
            found[sentence].add(title(service))

    assert {sentence: where for sentence, where in found.items() if len(where) > 1} == {}


def test_every_row_is_translated() -> None:
    rows = [row for service in services() for name in ROWS for row in service.get(name, [])]

    assert {frozenset(row["words"]) for row in rows} == {frozenset(LANGUAGES)}


def test_every_language_has_the_same_words() -> None:
    rows = [row for line in lines() for name in ROWS for row in line.get(name, [])]
    worded = [line["words"] for line in [*lines(), *rows] if "words" in line]

    kinds = [{frozenset(texts) for texts in words.values()} for words in worded]

    assert {frozenset(words) for words in worded} == {frozenset(LANGUAGES)}
    assert [found for found in kinds if len(found) > 1] == []


def test_services_of_the_municipality_show_an_area() -> None:
    areas = {title(service): service["territories"] for service in services()}

    assert {name for name, codes in areas.items() if codes == ["NL32B"]} == {
        "Bewijs van uw adres aanvragen (uittreksel BRP)",
        "Een uittreksel of afschrift van een geboorteakte aanvragen",
        "Een verhuizing doorgeven",
    }


def test_enough_services_have_fees_and_periods_of_different_kinds() -> None:
    with_fees = [s for s in services() if any(float(f["amount"]) for f in s.get("fees", []))]
    kinds = [{period["kind"] for period in s.get("periods", [])} for s in services()]

    assert len(with_fees) >= 10
    assert len([found for found in kinds if len(found) > 1]) >= 12


def test_services_spread_over_both_annexes() -> None:
    codes = {code for service in services() for code in service["policy_codes"]}

    assert {code[0] for code in codes if not code.startswith("III")} >= set("ABCDEFGHIJKLMNOPQ")
    assert {"R1", "S1", "T1", "T2", "T3", "U1", "U2", "U3", "U4", "V1", "V2", "W1", "W2"} <= codes
