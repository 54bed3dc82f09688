"""The page of results, as a reader's browser takes it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from django.test import Client

RESULTS = "[aria-labelledby=results] .hit h3 a"


def page_of(client: Client, address: str, language: str = "nl") -> Any:
    response = client.get(f"/{language}/search/{address}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page: Any) -> list[str]:
    return [link.get_text(strip=True) for link in page.select(RESULTS)]
