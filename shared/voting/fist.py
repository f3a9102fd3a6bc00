"""Count fists of five: how many showed each number of fingers, the lowest, and whether there is consent. Exact.

There is consent where somebody showed fingers and nobody showed fewer than asked for: one fist is enough to stop it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

FINGERS = range(6)


def count(shown: Iterable[int | None], least: int) -> dict[str, Any]:
    """Count fingers, None for a blank ballot; ``least`` is the number below which there is no consent."""
    shown = list(shown)
    values = [fingers for fingers in shown if fingers is not None]
    below = sum(fingers < least for fingers in values)
    return {
        "rule": "fist",
        "cast": len(shown),
        "blank": len(shown) - len(values),
        "n": len(values),
        "steps": [{"value": fingers, "n": values.count(fingers)} for fingers in FINGERS],
        "asked": least,
        "below": below,
        "consent": bool(values) and not below,
        **({"lowest": min(values)} if values else {}),
    }
