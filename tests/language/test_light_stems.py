"""Endings are cut in languages that have no Snowball stemmer."""

from __future__ import annotations

import pytest

from services.language.light_stems import LIGHT_STEMMERS
from services.language.normal_form import normal_form
from services.language.stems import stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("bulgarian", "геометрия геометрията геометрии"),
        ("bulgarian", "допълнителен допълнителна допълнителните"),
        ("bulgarian", "въпрос въпросът въпроса въпроси"),
        ("croatian", "dozvola dozvole dozvolu dozvolama"),
        ("croatian", "predsjednik predsjednika predsjednikom"),
        ("latvian", "apgabals apgabalu apgabalā apgabaliem"),
        ("latvian", "līmenis līmeņa līmeņus"),
        ("latvian", "atkarīgs atkarīgas atkarīgākajiem"),
        ("latvian", "atbalstīt atbalstījis atbalstu"),
        ("slovak", "autor autora autorov autormi"),
        ("slovak", "kúpeľný kúpeľnej kúpeľného"),
        ("slovenian", "granata granate granatami"),
        ("slovenian", "dolžnost dolžnosti dolžnostih"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, f"{language} light") for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("bulgarian", "паспорт", "пасаж"),
        ("latvian", "maksa", "maksla"),
        ("croatian", "kosa", "kost"),
        ("slovak", "banka", "baník"),
        ("slovenian", "pošta", "postaja"),
    ],
)
def test_other_words_have_another(language: str, one: str, other: str) -> None:
    assert stem(one, f"{language} light") != stem(other, f"{language} light")


@pytest.mark.parametrize("word", ["visums", "atļaujām", "līmeņa", "pilsētā"])
def test_words_without_diacritics_lose_the_same_ending(word: str) -> None:
    stemmer = LIGHT_STEMMERS["latvian light"]

    assert normal_form(stemmer.stem(word)) == normal_form(stemmer.stem(normal_form(word)))


@pytest.mark.parametrize("algorithm", sorted(LIGHT_STEMMERS))
@pytest.mark.parametrize("word", ["", "a", "на", "aaa", "šššš", "str"])
def test_short_words_stay_words(algorithm: str, word: str) -> None:
    assert len(stem(word, algorithm)) >= min(len(word), 2)


def test_a_portuguese_word_in_ao_is_not_cut() -> None:
    assert stem("missão", "portuguese") != stem("missa", "portuguese")
