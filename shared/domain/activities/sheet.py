"""Measure sheets: table groups sketch measures on one phone each, while the wall shows what comes."""

from __future__ import annotations

from ..records import Phase
from .base import Kind, whole

SHEET = Kind(
    name="sheet",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"sketches": 3},  # measures a phone
    allowed={"sketches": whole(1, 10)},
    sketches=True,
)
