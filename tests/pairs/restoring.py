"""Which lemma has a form, where the dictionary joins words to something else than their lemma?

Each function yields (form, lemma, kind) for what the words of a dictionary show by themselves.

- Estonian: all forms hang on the comitative ("linnaga") or on a participle ("elanud").
- Irish: verbs hang on their first person ("brostaím"), nouns stand without their plurals, and any
  of them may be mutated ("gcárta").
- Greek: every form stands by itself; the regular paradigms find those that belong together.
- Dutch: verbs hang on their stem ("maak").
- Slovenian: nouns in -a hang on their genitive plural ("delegacij").
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from tests.pairs.choosing import Inflection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tests.pairs.hunspell import Dictionary

Inflections: TypeAlias = "Iterator[Inflection]"

ESTONIAN_CASES = (
    "sse s st le l lt ks ni na ta ga d te tele tes test teks tega de dele des dest deks dega"
)
ESTONIAN_TENSES = "n b me te vad s sin sid ti takse tud nud ks ksid da"
IRISH_PLURALS = (
    ("óir", "óirí"),
    ("éir", "éirí"),
    ("ín", "íní"),
    ("a", "aí"),
    ("e", "í"),
    ("lann", "lanna lainne"),
    ("as", "ais"),
    ("án", "áin"),
    ("acht", "achta"),
    ("ú", "uithe aithe"),
    ("í", "ithe"),
    ("", "anna eanna acha eacha"),
)
IRISH_VERBS = (("aím", "aigh"), ("ím", "igh"), ("aim", ""), ("im", ""))
GREEK_PARADIGMS = (
    # The ending of the lemma, and those of its forms; the first of them must be a word, too;
    # what would be the form of another paradigm has none.
    ("ικος", "ικης ικη ικο ικοι ικες ικα ικων ικους"),
    ("μενος", "μενης μενη μενο μενοι μενες μενα μενων μενους"),
    ("ος", "ου ο οι ων ους"),
    ("μα", "ματος ματα ματων"),
    ("α", "ας ες ων"),
    ("ση", "σης σεις σεων σεως"),
    ("τη", "-"),
    ("ικη", "-"),
    ("τερη", "-"),
    ("η", "ης ες ων"),
    ("τητα", "τητας τητες τητων"),
    ("ικο", "-"),
    ("τερο", "-"),
    ("μενο", "-"),
    ("ο", "ου α ων"),
    ("ι", "ιου ια ιων"),
    ("ης", "ες η ων"),
    ("εας", "εα εις εων"),
    ("ιζω", "ιζει ιζουν ιζουμε ιζετε ισει ισουν ισα ισε ισαν"),
    ("ωνω", "ωνει ωνουν ωνουμε ωνετε ωσει ωσουν ωσα ωσε ωσαν"),
    ("ευω", "ευει ευουν ευουμε ευετε"),
    ("ομαι", "εται ονται ομαστε"),
)
DUTCH_INFINITIVES = (
    # How a stem ends, and what stands there in the infinitive.
    ("", "en"),
    ("([aeiou])([bdfgklmnprst])", r"\1\2\2en"),
    ("([aeou])\\1([bdfgklmnprst])", r"\1\2en"),
    ("f", "ven"),
    ("s", "zen"),
    ("([aeou])\\1f", r"\1ven"),
    ("([aeou])\\1s", r"\1zen"),
)


def estonian(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    words = dictionary.words
    for word in words:
        if (
            word.endswith("nud")
            and f"{word[:-3]}ma" in everyday
            and f"{word[:-3]}ma" in _all_forms(dictionary, word)
        ):
            for ending in ESTONIAN_TENSES.split():
                yield Inflection(word[:-3] + ending, f"{word[:-3]}ma", "verb")
        elif (
            word.endswith("ga")
            and (nominative := _estonian_nominative(word[:-2], words))
            and nominative in everyday
        ):
            yield Inflection(word[:-2], nominative, "noun")
            forms = {word, *_all_forms(dictionary, word)}
            cases = (word[:-2] + ending for ending in ESTONIAN_CASES.split())
            yield from (Inflection(form, nominative, "noun") for form in cases if form in forms)


def _estonian_nominative(genitive: str, words: dict[str, list[str]]) -> str | None:
    if genitive.endswith("se") and f"{genitive[:-2]}ne" in words:
        return f"{genitive[:-2]}ne"
    if re.search("[aeiu]$", genitive) and "a" in words.get(genitive[:-1], ()):
        return genitive[:-1]
    return genitive if re.search("(ja|la|lane|tlus)$", genitive) else None


def _all_forms(dictionary: Dictionary, word: str) -> set[str]:
    return {form for form, _ in dictionary.forms(word)}


def irish(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    for form, lemma, kind in _unmutated_irish(dictionary, everyday):
        yield Inflection(form, lemma, kind)
        if form in dictionary.words:
            mutated = (pair for pair in dictionary.forms(form) if pair[1] in "SU")
            yield from (Inflection(each, lemma, kind) for each, _ in mutated)


def _unmutated_irish(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    words = dictionary.words
    for word in words:
        for ending, imperative in IRISH_VERBS:
            lemma = word.removesuffix(ending) + imperative
            if (
                word.endswith(ending)
                and lemma in everyday
                and not set("ACEF").isdisjoint(words[word])
            ):
                yield from (
                    Inflection(form, lemma, "verb")
                    for form, flag in dictionary.forms(word)
                    if flag in "AC"
                )
                break
        for singular, plurals in IRISH_PLURALS:
            for form in (word.removesuffix(singular) + plural for plural in plurals.split()):
                genitive = singular in ("a", "e") and word[:-1] in words
                if word.endswith(singular) and form in words and word in everyday and not genitive:
                    yield from (Inflection(each, word, "noun") for each in (form, word))


def greek(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    plain = {_without_accents(word): word for word in dictionary.words}
    for bare, word in plain.items():
        for ending, forms in GREEK_PARADIGMS:
            if bare.endswith(ending):
                found = [plain.get(bare.removesuffix(ending) + form) for form in forms.split()]
                accusative = f"{word}ς" in dictionary.words and ending in ("ο", "ι", "ος")
                if found[0] and not accusative:
                    yield from (Inflection(form, word, ending) for form in found if form)
                break


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def dutch(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    for word, flags in dictionary.words.items():
        if {"V3", "Vp", "Vq"}.isdisjoint(flags):
            continue
        infinitives = [
            found for found in _dutch_infinitives(word) if "Vi" in dictionary.words.get(found, ())
        ]
        forms = [form for form, flag in dictionary.forms(word) if flag in ("V3", "Vp", "Vq")]
        if len(infinitives) == 1 and infinitives[0] in everyday:
            yield from (Inflection(form, infinitives[0], "verb") for form in forms)


def _dutch_infinitives(stem: str) -> Iterator[str]:
    for ending, infinitive in DUTCH_INFINITIVES:
        if re.search(f"{ending}$", stem):
            yield re.sub(f"{ending}$", infinitive, stem)


def slovenian(dictionary: Dictionary, everyday: Collection[str]) -> Inflections:
    for word, flags in dictionary.words.items():
        if "A" in flags and f"{word}am" in dictionary.words and f"{word}a" in everyday:
            forms = [form for form, flag in dictionary.forms(word) if flag == "A"]
            more = (f"{word}{ending}" for ending in ("am", "ah", "ami"))
            yield from (Inflection(form, f"{word}a", "A") for form in (word, *forms, *more))
