"""Does the import let through only the HTML that the editor writes?"""

from __future__ import annotations

import pytest

from services.interchange.rich_text import html_faults

FEATURES = ["bold", "ol", "ul", "link", "h2"]
KEY = "2f1e2f5e-0d53-4f0a-9d39-111111111111"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain & simple, 1 &lt; 2 > 0",
        "<h2>a</h2><p>b<br/>c<br>d <b>e</b> <strong>f</strong></p>",
        "<ul><li>a<ol><li>b</li></ol></li></ul>",
        '<p><a href="https://a.example/?b=1&amp;c=2">x</a></p>',
        '<p><a href="http://a.example">x</a> <a href="ftp://a.example">y</a></p>',
        '<p><a href="mailto:a@b.example?subject=c">x</a> <a href="tel:+31201234567">y</a></p>',
        '<p><a href="/nl/x/">x</a> <a href="#x">y</a> <a>z</a></p>',
        f'<p><a linktype="page" page="{KEY}">x</a></p>',
    ],
)
def test_what_the_editor_writes_is_let_through(text: str) -> None:
    assert list(html_faults(text, FEATURES)) == []


@pytest.mark.parametrize(
    "text",
    [
        '<a href="javascript:alert(1)" href="https://ok.example">x</a>',
        "<p>x</p><img src=x onerror=alert(1)",
        "<p>x</p><p",
        "<p>1 < 2</p>",
        "<p<b>x</b></p>",
        "<a href='https://ok.example'>x</a>",
        "<a href=https://ok.example>x</a>",
        '<A href="https://ok.example">x</A>',
        '<a  href="https://ok.example">x</a>',
        '<a href="https://ok.example" >x</a>',
        '<a href="https://ok.example" onclick="x">x</a>',
        '<p class="x">x</p>',
        "<p/>x</p>",
        "<!--x-->",
        "<p>x<![foo]></p>",
        "<?x?>",
        "<script>x</script>",
        '<a linktype="page" id="1">x</a>',
        f'<a  linktype="page"  page="{KEY}">x</a>',
        f'<a linktype="page" page="{"-" * 36}">x</a>',
    ],
)
def test_tag_that_the_editor_writes_otherwise_is_refused(text: str) -> None:
    assert "is not allowed" in next(html_faults(text, FEATURES))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript&colon;alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_address_that_runs_a_script_is_refused(address: str) -> None:
    assert "is not allowed" in next(html_faults(f'<a href="{address}">x</a>', FEATURES))


@pytest.mark.parametrize("text", ["<p>x", "<p>x</p></p>", "<p><b>x</p></b>", "</p>", "<ul><li>x"])
def test_tags_that_do_not_balance_are_refused(text: str) -> None:
    assert list(html_faults(text, FEATURES)) != []


def test_tag_that_the_field_does_not_offer_is_refused() -> None:
    assert list(html_faults("<h2>x</h2>", ["bold"])) == ["“<h2>” is not allowed"]
