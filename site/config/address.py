"""How a browser on this machine writes the address of a server that listens here."""

from __future__ import annotations

WILDCARDS = {"0.0.0.0", "::"}  # noqa: S104 # Compared, not bound.


def name_in_address(host: str) -> str:
    """A wildcard has no name, and is reached by any; colons of IPv6 are not a port's."""
    if host in WILDCARDS:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
