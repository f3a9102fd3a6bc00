"""Signing minutes off: who shall sign a saved version, who has, and how far a version has come. Pure rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from .changes import Refused
from .corrections import Window
from .room import iso_day
from .text import line

MOST_SIGNERS = 30
MOST_ROLE, MOST_NAME = 80, 120


class State(StrEnum):
    """How far a version of minutes has come."""

    PLANNED = "planned"  # the workshop has not begun
    DRAFT = "draft"
    CORRECTION = "correction"
    CONFIRMED = "confirmed"


def state_of(*, begun: bool, window: Window | None, signed: Sequence[bool], sealed: bool, now: int) -> State:
    """Say how far a version has come; ``signed`` tells of each who shall sign whether they have.

    It is confirmed once it is sealed, or all have signed and no remark is taken any more.
    """
    if sealed:
        return State.CONFIRMED
    if window is not None and window.takes(now):
        return State.CORRECTION
    if signed and all(signed):
        return State.CONFIRMED
    return State.DRAFT if begun else State.PLANNED


def named(role: str, name: str, *, sealed: bool, so_far: int) -> tuple[str, str]:
    """Take somebody who shall sign; give role and name."""
    _unsealed(sealed)
    if so_far >= MOST_SIGNERS:
        raise Refused("limit", "signers_full", most=MOST_SIGNERS)
    return line(role, MOST_ROLE, least=1), line(name, MOST_NAME, least=1)


def signs(*, sealed: bool, signed: bool) -> None:
    """Let somebody sign, once; nobody signs what is sealed."""
    _unsealed(sealed)
    if signed:
        raise Refused("conflict", "signed_already")


def signed_on(day: str, today: date) -> str:
    """Read the day on which somebody signed on paper, as YYYY-MM-DD: today at the latest."""
    read = iso_day(day)
    if date.fromisoformat(read) > today:
        raise Refused("invalid", "signed_later")
    return read


def struck(*, sealed: bool) -> None:
    """Let somebody be taken off the list of those who sign, with what they signed."""
    _unsealed(sealed)


def _unsealed(sealed: bool) -> None:
    if sealed:
        raise Refused("phase_closed", "version_sealed")
