"""What the search adds to Wagtail's admin."""

from __future__ import annotations

from wagtail import hooks

from search.admin import SearchGroup


@hooks.register("register_admin_viewset")
def register_search() -> SearchGroup:
    return SearchGroup()
