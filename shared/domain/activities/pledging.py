"""Steps in which people say what they will do: the plan of action, and commitments before all."""

from __future__ import annotations

from ..records import Phase
from .base import Kind

_PHASES = (Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED)

PLAN = Kind(name="plan", phases=_PHASES, pledges=True)
COMMIT = Kind(name="commit", phases=_PHASES, pledges=True)
