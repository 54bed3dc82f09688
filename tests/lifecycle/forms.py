"""What a browser would send for the form of a page or snippet as it was opened."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Fields(HTMLParser):
    """Collects the fields of the form that saves the object."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.data: dict[str, Any] = {}
        self.inside = False
        self.in_template = 0
        self.area = ""
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value if value is not None else "" for name, value in attrs}
        if tag == "template":
            self.in_template += 1
        if tag == "form":
            self.inside = values.get("id") == self.form_id
        if not self.inside or self.in_template:
            return
        name = values.get("name", "")
        if tag == "input" and name:
            self._input(name, values)
        elif tag == "textarea" and name:
            self.area = name
            self.data[name] = ""
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and "selected" in values:
            self.data[self.select] = values.get("value", "")

    def _input(self, name: str, values: dict[str, str]) -> None:
        kind = values.get("type", "text")
        if kind in {"checkbox", "radio"}:
            if "checked" in values:
                self.data.setdefault(name, []).append(values.get("value", "on"))
        elif kind not in {"submit", "file"}:
            self.data[name] = values.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.data[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.in_template -= 1
        if tag == "textarea":
            self.area = ""
        if tag == "select":
            self.select = ""
        if tag == "form":
            self.inside = False


def sent_by(client: Any, url: str, form_id: str, **changes: Any) -> dict[str, Any]:
    """Open the form and give back what it holds, with the changes."""
    response = client.get(url)
    assert response.status_code == 200, response
    parser = _Fields(form_id)
    parser.feed(response.content.decode())
    assert parser.data, "the form is not on the page"
    return {**parser.data, **changes}


def words_shown(client: Any, response: Any) -> str:
    """The page that follows a form, with its messages; it must open."""
    followed = client.get(response.url, follow=True)
    assert followed.status_code == 200
    return followed.content.decode()
