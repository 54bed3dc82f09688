"""Lines of an interchange file: an authority, its page, and one service of few words."""

from __future__ import annotations

from typing import Any

SERVICE = "2f1e2f5e-0d53-4f0a-9d39-111111111111"
AUTHORITY = "2f1e2f5e-0d53-4f0a-9d39-222222222222"
AUTHORITY_PAGE = "2f1e2f5e-0d53-4f0a-9d39-333333333333"
FEE = "2f1e2f5e-0d53-4f0a-9d39-444444444444"
HEADER = {"format": "portolan", "version": 1}


def authority() -> dict[str, Any]:
    names = {"nl": "Gemeente", "en": "Municipality"}
    return {
        "type": "authority",
        "id": AUTHORITY,
        "source": "nl",
        "words": {code: {"name": name} for code, name in names.items()},
        "identifiers": [{"scheme": "OIN", "value": "0001"}],
    }


def authority_page() -> dict[str, Any]:
    titles = {"nl": "Gemeente", "en": "Municipality"}
    return {
        "type": "authority_page",
        "id": AUTHORITY_PAGE,
        "source": "nl",
        "authority": AUTHORITY,
        "words": {code: {"title": t, "slug": t.lower()} for code, t in titles.items()},
    }


def service(**changes: Any) -> dict[str, Any]:
    """An information page of few words, with one translation."""
    line = {
        "type": "service",
        "kind": "assistance",
        "id": SERVICE,
        "source": "nl",
        "authority_page": AUTHORITY_PAGE,
        "policy_codes": ["III(1)"],
        "additional_languages": ["en"],
        "fees": [
            {
                "id": FEE,
                "amount": "0.00",
                "currency": "EUR",
                "words": {"nl": {"label": "Iedereen"}, "en": {"label": "Everybody"}},
            }
        ],
        "words": {
            "nl": words("Loket", "<p>Eerste.</p><p>Tweede.</p>"),
            "en": words("Desk", "<p>First.</p><p>Second.</p>"),
        },
    }
    return {**line, **changes}


def words(title: str, text: str) -> dict[str, str]:
    return {
        "title": title,
        "slug": title.lower(),
        "summary": f"{title}.",
        "assistance_type": text,
        "purpose": f"<p>{title} 1</p>",
        "expected_results": f"<p>{title} 2</p>",
        "contacts_not_applicable": f"{title} 3",
        "periods_not_applicable": f"{title} 4",
    }


def complete(**changes: Any) -> list[dict[str, Any]]:
    return [authority(), authority_page(), service(**changes)]
