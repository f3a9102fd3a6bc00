"""Energiser: a few minutes that wake up bodies and heads. The wall tells how it goes, and the clock runs."""

from __future__ import annotations

from ..records import Phase
from .base import Kind, one_of, whole

ENERGISERS = ("stretch", "rain", "line", "count", "common", "clap", "draw", "thanks")

ENERGISER = Kind(
    name="energiser",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"which": "stretch", "lasts": 3},
    allowed={"which": one_of(*ENERGISERS), "lasts": whole(2, 5)},
    seconds=lambda activity: activity.settings["lasts"] * 60,
)
