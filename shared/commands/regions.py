"""Regions by name, for commands: people and scripts name them, the store numbers them."""

from __future__ import annotations

from typing import Any

from shared.store import people
from shared.store.store import Store

FIRST = "Region"  # for those who never name one


def region_named(store: Store, name: str | None, language: str = "en") -> str:
    """Give the id of a region: the one of this name, made where there is none; without a name the first of all."""

    def find(connection: Any) -> str:
        known = people.regions(connection)
        wanted = name.strip()[:80] if name else (known[0].name if known else FIRST)
        found = next((region.id for region in known if region.name == wanted), None)
        return found or people.add_region(connection, wanted, language)

    id: str = store.write(find)
    return id


def every_region(store: Store) -> list[str]:
    """List all regions; where there is none yet, the first is made."""
    with store.read() as connection:
        known = [region.id for region in people.regions(connection)]
    return known or [region_named(store, None)]
