"""The five principles of LED, held against what is known of a measure: which hold, and why another does not yet.

Nothing is forbidden here: whoever applies, and whoever selects, sees in time what is still open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LOCAL, SECTORS, BREADTH, COMMITTED, SOON = "local", "sectors", "breadth", "committed", "soon"
PRINCIPLES = (LOCAL, SECTORS, BREADTH, COMMITTED, SOON)
LEAST_SECTORS, LEAST_EFFECTS = 2, 2
SOON_MONTHS = 12


@dataclass(frozen=True)
class Held:
    """One principle; ``open``: the key of what is missing, "" where it holds."""

    principle: str
    open: str = ""


def held(form: Mapping[str, Any]) -> list[Held]:
    """Hold an application (answers by ``register.form.FIELDS``) against the five, in their order."""
    return [
        Held(LOCAL, "" if form.get("places") else "no_place"),
        Held(SECTORS, _sectors(form)),
        Held(BREADTH, "" if _effects(form) >= LEAST_EFFECTS else "one_effect"),
        Held(COMMITTED, _champion(form)),
        Held(SOON, "" if 1 <= form.get("effect_month", 0) <= SOON_MONTHS else "no_month"),
    ]


def _sectors(form: Mapping[str, Any]) -> str:
    """Two sectors carry it, and a partner of another sector than the lead's has confirmed that."""
    partners = [row for row in form.get("partners", []) if row.get("sector")]
    sectors = {row["sector"] for row in partners} | {form.get("lead_sector")} - {None}
    if len(sectors) < LEAST_SECTORS:
        return "one_sector"
    confirmed = {row["sector"] for row in partners if row.get("confirmed")} | {form.get("lead_sector")} - {None}
    return "" if len(confirmed) >= LEAST_SECTORS else "unconfirmed"


def _champion(form: Mapping[str, Any]) -> str:
    if not form.get("champion"):
        return "no_champion"
    return "" if form.get("champion_consent") else "no_consent"


def _effects(form: Mapping[str, Any]) -> int:
    """Count effects of different kinds: jobs, training, income, a second group that gains, and what is told beyond."""
    groups = [row for row in form.get("gains", []) if row.get("side", "gains") == "gains"]
    numbers = sum(form.get(name, 0) > 0 for name in ("jobs", "trained", "income"))
    return int(numbers) + (len(groups) > 1) + bool(form.get("further"))
