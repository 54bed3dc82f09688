"""Municipalities with the areas of NUTS that they lie in."""

from __future__ import annotations

from services.models import Territory


def territory(
    code: str, name: str = "", parent: Territory | None = None, kind: str = "lau"
) -> Territory:
    return Territory.objects.create(
        country="NL", kind=kind, code=code, name=name or code, parent=parent
    )


def utrecht() -> Territory:
    """The municipality of Utrecht in its region."""
    nuts1 = territory("NL3", kind="nuts1")
    nuts2 = territory("NL31", parent=nuts1, kind="nuts2")
    return territory("GM0344", "Utrecht", territory("NL310", "Utrecht", nuts2, "nuts3"))
