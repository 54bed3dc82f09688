"""Rich text is read without its mark-up."""

from __future__ import annotations

import pytest

from search.plain_text import headings, plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Gewone tekst ", "Gewone tekst"),
        ("<p>Eén</p><p>Twee</p>", "Eén\nTwee"),
        ("<p>Een <b>vet</b>te\n  letter</p>", "Een vette\nletter"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("A<br/>B", "A\nB"),
        ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
        ("<p> \xa0 </p>", ""),
        ("<p>Een   lange\t\tspatie \r\n\n</p>", "Een lange spatie"),
        ("<p>€\xa0100</p>", "€\xa0100"),
        ("", ""),
    ],
)
def test_mark_up_is_left_out(html: str, text: str) -> None:
    assert plain(html) == text


def test_headings_are_found() -> None:
    html = '<h2 data-block-key="a">Wat <b>u</b> moet</h2><p>x</p><H3>Doen</H3>'

    assert headings(html) == ["Wat u moet", "Doen"]
