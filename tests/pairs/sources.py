"""From which dictionary do the pairs of a language come, and what of it is inflection?

Flags of a dictionary inflect or derive; those named here inflect ("" stands for all). What they
derive all the same, and what their words are if not lemmas, is told by how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.pairs import restoring

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tests.pairs.hunspell import Dictionary

NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Source:
    """A dictionary of hunspell, and how its inflected forms are told from other words."""

    package: str
    stem: str
    flags: str = ""
    without_flags: str = ""
    no_lemma: str = NOTHING
    derived: str = NOTHING
    any_form: bool = False  # Where few texts are at hand, only lemmas are everyday words.
    restored: Callable[[Dictionary, Collection[str]], restoring.Inflections] | None = None

    def inflects(self, flag: str) -> bool:
        if self.flags:
            return flag in self.flags.split()
        return flag not in self.without_flags.split()


# Finnish is not here: its forms are analysed by Voikko.
SOURCES = {
    "bg": Source("hunspell-bg", "bg_BG"),
    "cs": Source("hunspell-cs", "cs_CZ", without_flags="R O N E W F", derived="ost"),
    "da": Source("hunspell-da", "da_DK", without_flags="79 30 37 54"),
    "de": Source("hunspell-de-de-frami", "de_DE_frami", flags="A I X Y N P S E C T p"),
    "el": Source("hunspell-el", "el_GR", restored=restoring.greek),
    "en": Source("hunspell-en-gb", "en_GB", flags="S D G d T"),
    "es": Source("hunspell-es", "es_ES", flags="S R E G D X I"),
    "et": Source("myspell-et", "et_EE", flags="none", restored=restoring.estonian, any_form=True),
    "fr": Source("hunspell-fr-comprehensive", "fr", flags="a0 S. p+ F. F+ W. f0 tA c0 i0 q+"),
    "ga": Source("myspell-ga", "ga_IE", flags="none", restored=restoring.irish, any_form=True),
    "hr": Source("hunspell-hr", "hr_HR", without_flags="UA UR UB", derived="nost"),
    "hu": Source("hunspell-hu", "hu_HU", without_flags='X I ² ³ ¼ » Ç È r h b a D " !'),
    "it": Source("hunspell-it", "it_IT", flags="A E o S B Q O L C t p m R"),
    "lt": Source("hunspell-lt", "lt_LT", flags="D B Q T M", derived="um(as|o|ui|ą|u|e|ai|ų)$"),
    "lv": Source("hunspell-lv", "lv_LV", without_flags="J f ( - ] ["),
    "nl": Source(
        "hunspell-nl", "nl", flags="Za Zb Zf Ze Zh Zi Cd Aa Al Ar Ae", restored=restoring.dutch
    ),
    "pl": Source("hunspell-pl", "pl_PL", without_flags="b i j k v y K"),
    "pt": Source("hunspell-pt-pt", "pt_PT", flags="Y X p f K"),
    "ro": Source(
        "hunspell-ro", "ro_RO", flags="A Q L P C F S f", no_lemma="(ată|ută|ită|ală|ică)$"
    ),
    "sk": Source("hunspell-sk", "sk_SK", without_flags="N F"),
    "sl": Source(
        "hunspell-sl",
        "sl_SI",
        flags="P M S L K J Z",
        no_lemma="(ega|emu|imi|[kjm]o)$",
        restored=restoring.slovenian,
    ),
    "sv": Source("hunspell-sv", "sv_SE", without_flags="T"),
}
