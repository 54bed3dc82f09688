"""How are the words of each language analysed? (Data; `analysis` cooks by it.)

A recipe names the language's dictionary and stemmer and

- `prefix`: what stands before a word and is none of it: an article that has lost its vowel
  ("l'école"), or that a hyphen ties to the word ("l-iskola");
- `spellings`, which count as one in the normal form of every word;
- `respellings`, to try in the dictionary for a word that is not in it: what a keyboard without
  umlauts types, or a word without its mutation;
- `links`: where the language writes words together, the letters that may stand between them;
- `romanisation`: how words of another script are typed in Latin letters. Both then meet in the
  Latin form, in which all that people type for one letter is one.

All 24 official languages of the EU have one. Another language is analysed by normal forms alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from services.language.normal_form import normal_form
from services.language.stop_words import STOP_WORDS

Replacements: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the analysis of one language is made of."""

    language: str
    dictionary: str | None = None
    stemmer: str | None = None
    prefix: re.Pattern[str] | None = None
    spellings: Replacements = ()
    respellings: Replacements = ()
    romanisation: Replacements = ()
    links: tuple[str, ...] = ()

    def written_form(self, word: str) -> str:
        """The normal form of what is written, without a prefix, in Latin letters if need be."""
        return self.romanised(normal_form(self.without_prefix(word), self.spellings))

    def without_prefix(self, word: str) -> str:
        return self.prefix.sub("", word, count=1) if self.prefix else word

    def romanised(self, folded: str) -> str:
        return replaced(folded, self.romanisation)

    def stop_words(self) -> frozenset[str]:
        """The words of a question that say nothing about its subject, in normal form."""
        return _stop_words(self.language)


def replaced(text: str, replacements: Replacements) -> str:
    """Replace one after the other."""
    for pattern, replacement in replacements:
        text = pattern.sub(replacement, text)
    return text


def _each(*pairs: str) -> Replacements:
    """Read "pattern>replacement"."""
    split = (pair.partition(">") for pair in pairs)
    return tuple((re.compile(pattern), replacement) for pattern, _, replacement in split)


def _before_apostrophe(words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(words.split())})['\u2019](?=\w)", re.IGNORECASE)


# Lenition ("bhaile") and eclipsis ("gcárta") at the beginning of Irish words.
_MUTATIONS = _each(
    "^bhf>f", "^mb>b", "^gc>c", "^nd>d", "^ng>g", "^bp>p", "^dt>t", "^ts>s", r"^([bcdfgmpst])h>\1"
)

_NO_DOUBLES = r"([^\W\d_])\1>\1"

# ELOT 743, and what people type besides: "ou" and "u", "h" for "η" and for "χ", "x" for "χ" and for
# "ξ", "w" and "o", "b" for "μπ", "d" for "ντ", "8" and "3" for letters that look like them.
_GREEK_IN_LATIN_LETTERS = _each(
    *("αυ|ευ>v", "ου>u", "αι>e", "ει|οι|υι>i", "γγ|γκ>g", "μπ>v", "ντ>d", "θ>th", "ψ>ps", "φ>f"),
    *("[ξχ]>x", "α>a", "β>v", "γ>g", "δ>d", "ε>e", "ζ>z", "[ηιυ]>i", "κ>k", "λ>l", "μ>m", "ν>n"),
    *("[οω]>o", "π>p", "ρ>r", "[σς]>s", "τ>t", "(?<=[a-z])8(?=[a-z])|^8(?=[a-z]{2})>th"),
    *("(?<=[a-z])3(?=[a-z])|^3(?=[a-z]{2})>x", "ph>f", "ch|kh|ks>x", "(?<!t)h(?![aeiouyw])>i"),
    *("(?<!t)h>x", "[ae][uvf]>v", "ou>u", "ai>e", "[eouy]i>i", "y>i", "w>o", "mp|b>v", "nt>d"),
    *("c|q>k", "j>z", "ng|gg|gk>g", _NO_DOUBLES),
)

# The streamlined system of 2009, and what people type besides: "w" and "v", "j" and "zh", "q", and
# "4" and "6" for the letters with which their names begin.
_BULGARIAN_IN_LATIN_LETTERS = _each(
    *("щ>sht", "ш>sh", "ч>ch", "ж>zh", "ц>ts", "ю>iu", "я>ia", "[ий]>i", "[аъ]>a", "ь>i"),
    *("б>b", "в>v", "г>g", "д>d", "е>e", "з>z", "к>k", "л>l", "м>m", "н>n", "о>o", "п>p", "р>r"),
    *("с>s", "т>t", "у>u", "ф>f", "х>h", "(?<=[a-z])6(?=[a-z])|^6(?=[a-z]{2})>sh"),
    *("(?<=[a-z])4(?=[a-z])|^4(?=[a-z]{2})>ch", "[yj]a|q>ia", "[yj]u>iu", "y>i", "w>v", "j>zh"),
    *("c(?!h)>ts", "x>h", _NO_DOUBLES),
)


RECIPES = {
    recipe.language: recipe
    for recipe in (
        Recipe("bg", "bg", "bulgarian light", romanisation=_BULGARIAN_IN_LATIN_LETTERS),
        Recipe("cs", "cs", "czech"),
        Recipe("da", "da", "danish", spellings=_each("aa>a"), links=("", "s", "e", "er")),
        Recipe(
            "de",
            "de",
            "german",
            # "ue" after a, e or q is no umlaut: Bauer, neue, Quelle.
            spellings=_each("ae>a", "oe>o", "(?<![aeq])ue>u"),
            respellings=_each("ae>ä", "oe>ö", "ue>ü", "ss>ß"),
            links=("", "s", "es", "n", "en", "er", "e"),
        ),
        Recipe("el", "el", "greek", romanisation=_GREEK_IN_LATIN_LETTERS),
        Recipe("en", "en", "english"),
        Recipe("es", "es", "spanish"),
        Recipe("et", "et", "estonian", links=("",)),
        Recipe("fi", "fi", "finnish", links=("",)),
        Recipe(
            "fr",
            "fr",
            "french",
            prefix=_before_apostrophe("c d j l m n s t qu jusqu lorsqu puisqu quoiqu"),
        ),
        Recipe(
            "ga",
            "ga",
            "irish",
            prefix=re.compile(r"^(?:[bdm]['\u2019]|[hnt]-)(?=[^\W\d_])", re.IGNORECASE),
            spellings=_MUTATIONS,
            respellings=_MUTATIONS,
        ),
        # simplemma files Croatian with its sisters.
        Recipe("hr", "hbs", "croatian light"),
        Recipe("hu", "hu", "hungarian", links=("",)),
        Recipe(
            "it",
            "it",
            "italian",
            prefix=_before_apostrophe(
                "l un d c s m t v n all dall dell nell sull coll quest quell sant bell anch dov com"
            ),
        ),
        Recipe("lt", "lt", "lithuanian"),
        Recipe("lv", "lv", "latvian light"),
        # Nobody has a dictionary of Maltese. Articles that are syllables are words of their own;
        # after one, a word takes an "i" before s, x or ż and a consonant (skola, l-iskola).
        Recipe(
            "mt",
            stemmer="maltese light",
            prefix=re.compile(
                r"^(?:[cdlnrstxzċż]-|[bfmx]['\u2019])?(?:i(?=[sxż][^\Waeiou\d_]))?(?=[^\W\d_])",
                re.IGNORECASE,
            ),
        ),
        Recipe("nl", "nl", "dutch", links=("", "s", "en", "e", "n", "er")),
        Recipe("pl", "pl", "polish"),
        Recipe("pt", "pt", "portuguese"),
        # The letters with cedilla are those of old keyboards.
        Recipe("ro", "ro", "romanian", respellings=_each("ş>ș", "ţ>ț")),
        Recipe("sk", "sk", "slovak light"),
        Recipe("sl", "sl", "slovenian light"),
        Recipe("sv", "sv", "swedish", links=("", "s", "e", "o", "u")),
    )
}


@lru_cache(maxsize=64)
def recipe_for(language: str) -> Recipe:
    """Return the recipe of a language ("nl-be" is analysed as "nl")."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    return RECIPES.get(primary) or Recipe(primary)


@lru_cache(maxsize=64)
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(map(recipe_for(language).written_form, STOP_WORDS.get(language, ())))
