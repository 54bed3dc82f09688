from __future__ import annotations

from home.models.pages import HomePage, StandardPage, TopTask

__all__ = ["HomePage", "StandardPage", "TopTask"]
