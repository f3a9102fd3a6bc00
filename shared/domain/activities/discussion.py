"""Discussion: people talk, the wall shows question and time. Also a break, and a step whose kind comes later."""

from __future__ import annotations

from ..records import Phase
from .base import Kind, flag

DISCUSSION = Kind(
    name="discussion",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"pause": False},
    allowed={"pause": flag},
)
