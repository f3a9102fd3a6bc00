"""Where a record stands among its fellows: a number between its neighbours', so that a move touches one record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .changes import Edit, edit

_STEP = 1024.0
_LEAST_GAP = 1e-6  # below this, halving again and again would run out of digits


def last(fellows: Sequence[Any]) -> float:
    """Give the place behind all fellows."""
    return max((f.position for f in fellows), default=0.0) + _STEP


def before(fellows: Sequence[Any], neighbour: Any | None) -> tuple[float, list[Edit]]:
    """Give the place before a neighbour (None: at the end), and the edits that make room where there is none.

    ``fellows`` are in order and without the record that moves.
    """
    if neighbour is None or neighbour not in fellows:
        return last(fellows), []
    at = fellows.index(neighbour)
    lower = fellows[at - 1].position if at else neighbour.position - 2 * _STEP
    if neighbour.position - lower > _LEAST_GAP:
        return (lower + neighbour.position) / 2, []
    spread = {f.id: (i + 1) * _STEP for i, f in enumerate(fellows)}
    edits = [edit(f, position=spread[f.id]) for f in fellows if f.position != spread[f.id]]
    return spread[neighbour.id] - _STEP / 2, edits
