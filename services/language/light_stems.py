"""What is left of a word without its ending, in languages that have no Snowball stemmer?

For each language stand here the endings that inflect, of which the longest is cut if at least three
letters with a vowel among them are left; and then what changes at the end of what is left, so that
it is the same for all forms ("допълнителен" and "допълнителн-и", "brāļ-a" and "brāl-is").
Each list is our own, by the grammar of the language.

A word may come with its diacritics or without; most endings are known in both spellings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from services.language.normal_form import normal_form

SHORTEST = 3
_VOWEL = re.compile("[aeiouyаеиоуъюяāēīūáéíóúýäô]")


@dataclass(frozen=True, slots=True)
class LightStemmer:
    """The endings of a language, and what changes at the end of a stem."""

    endings: frozenset[str]
    changes: tuple[tuple[re.Pattern[str], str], ...] = ()

    def stem(self, word: str) -> str:
        longest = min(max(map(len, self.endings)), len(word) - SHORTEST)
        for length in range(longest, 0, -1):
            if word[-length:] in self.endings and _VOWEL.search(word[:-length]):
                return self._changed(word[:-length])
        return self._changed(word)

    def _changed(self, stem: str) -> str:
        for pattern, replacement in self.changes:
            changed = pattern.sub(replacement, stem)
            if changed != stem:
                return changed
        return stem


def _stemmer(endings: str, *changes: str, exact: str = "") -> LightStemmer:
    """Read endings, each also without diacritics, and changes as "pattern>replacement".

    Those that are `exact` would look like a part of the stem without their diacritics.
    """
    written = endings.split()
    split = (change.partition(">") for change in changes)
    return LightStemmer(
        frozenset((*written, *map(normal_form, written), *exact.split())),
        tuple((re.compile(f"{pattern}$"), replacement) for pattern, _, replacement in split),
    )


def _joined(first: str, second: str) -> str:
    """All endings of a first part ("-" for none) and a second."""
    pairs = product(first.split(), second.split())
    return " ".join((one + other).replace("-", "") for one, other in pairs)


# A vowel that comes and goes before the last consonant.
_BULGARIAN = _stemmer(
    "а я о е и у ю ът ят та то те ата ята ото ето ите ият ия ии ие ията иите ието "
    "ове еве овете евете ища ищата ета етата",
    "([^аеиоуъюя])[еъ]([нцкрлм])>\\1\\2",
)
_LATVIAN_NOUNS = (
    "s š a u am ā i us iem os is ī im as ai ām ās e es ei ē ēm ēs ij īm īs ie o ais ajam ajā ajos "
    "ajiem ajai ajām ajās ajo"
)
_LATVIAN_VERBS = (
    "t ties ju ji ja jam jat jām jāt jas jos jās šu si s sim siet jis jusi juši jot šot "
    "ts to tie tos tiem"
)
_LATVIAN_PARTICIPLES = "s a as i u ā o ie ais ajā ās iem os"
_LATVIAN = _stemmer(
    " ".join(
        (
            _LATVIAN_NOUNS,
            _joined("āk", f"{_LATVIAN_NOUNS} -"),
            _joined("oš", _LATVIAN_PARTICIPLES),
            "t ties šu sim siet am at āt iet ot",
        )
    ),
    *("šņ>sn", "žņ>zn", "ļļ>ll", "ļn>ln", "pj>p", "bj>b", "mj>m", "vj>v", "dž>dz"),
    *("ļ>l", "ņ>n", "š>s", "ž>z", "č>c"),
    exact=_joined("ā ē ī o", _LATVIAN_VERBS),
)
_CROATIAN = _stemmer(
    "a e i o u om em ama ima im ih og oga omu emu eg ega oj me mu "
    "ovi ova ove ovima ev evi eva eve evima",
    "([^aeiou])a([nckljr])>\\1\\2",
)
# Plurals that keep the word; "ktieb" and "kotba" no list of endings can join.
_MALTESE = _stemmer("a i u ijiet jiet iet ijja in ien at ajn", "(għ)l>\\1ol")
_SLOVAK = _stemmer(
    "a e i o u y ou om em ám am iam ách och iach mi ami iami ov ovi ia ie í ý á é ú ého ému ej ých "
    "ým ými ieho iemu ích ím ími iu",
    "([^aeiouyáéíóúý])[eo]([nckr])>\\1\\2",
)
_SLOVENIAN = _stemmer(
    "a e i o u om em am ah ih ema oma ama ami imi ima im ega emu ov ev jo ju ja je ij",
    "([^aeiou])e([nckr])>\\1\\2",
)

LIGHT_STEMMERS = {
    "bulgarian light": _BULGARIAN,
    "croatian light": _CROATIAN,
    "latvian light": _LATVIAN,
    "maltese light": _MALTESE,
    "slovak light": _SLOVAK,
    "slovenian light": _SLOVENIAN,
}
