"""The talk between firms and offices: meetings, proposals and how far they came, sectors in votes and in measures.

What several regions hold or raise together bears one name (``shared``) and counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import Any

from .changes import Refused
from .records import Sector
from .text import line

MEETING, PROPOSAL = "meeting", "proposal"
SECTORS = tuple(str(sector) for sector in Sector)
STEPS = ("raised", "answered", "adopted", "in_force")  # of a proposal; its place is how far it came, 0 to 3
MOST_TITLE, MOST_NAME = 160, 60


@dataclass(frozen=True)
class Talk:
    """A meeting (``days["held"]``, ``sectors``) or a proposal (``days`` by step, ``office`` that it is put to)."""

    id: str
    region: str
    kind: str
    title: str
    shared: str = ""
    days: dict[str, str] = field(default_factory=dict)  # ISO
    sectors: list[str] = field(default_factory=list)
    office: str = ""
    by: str = ""
    at: int = 0

    @property
    def one(self) -> str:
        """Name what counts once."""
        return f"shared:{self.shared.casefold()}" if self.shared else self.id

    @property
    def step(self) -> int:
        return max((n for n, step in enumerate(STEPS) if self.days.get(step)), default=0)


@dataclass(frozen=True)
class Dialogue:
    """What the talks of some regions come to."""

    meetings: int  # with all three sectors
    meetings_all: int
    steps: tuple[int, int, int, int]  # proposals by the highest step that they reached
    first_answer: Fraction | None  # median days
    answered: int

    @property
    def proposals(self) -> int:
        return sum(self.steps)


def talk(id: str, region: str, kind: str, given: Mapping[str, Any], today: str, by: str, at: int) -> Talk:
    """Read a meeting or a proposal as it was typed; ``given["sectors"]`` is a list."""
    if kind not in (MEETING, PROPOSAL):
        raise Refused("invalid", "form_choice")
    names = ("held",) if kind == MEETING else STEPS
    days = {name: told for name in names if (told := _day(given.get(name, ""), name, today))}
    if names[0] not in days:
        raise Refused("invalid", "form_date", field=names[0])
    for earlier, later in pairwise(names):
        if later in days and days[later] < days.get(earlier, days[names[0]]):
            raise Refused("invalid", "steps_order", field=later)
    title = line(given.get("title", ""), MOST_TITLE, least=1)
    shared, office = line(given.get("shared", ""), MOST_NAME), line(given.get("office", ""), MOST_TITLE)
    sectors = [sector for sector in SECTORS if sector in given.get("sectors", [])] if kind == MEETING else []
    return Talk(id, region, kind, title, shared, days, sectors, office if kind == PROPOSAL else "", by, at)


def dialogue(talks: Iterable[Talk], year: str = "") -> Dialogue:
    """Count talks, each once: meetings of a year (all where ""), proposals that were raised in it."""
    meetings: dict[str, set[str]] = {}
    proposals: dict[str, list[Talk]] = {}
    for one in talks:
        if one.kind == MEETING and one.days["held"].startswith(year):
            meetings.setdefault(one.one, set()).update(one.sectors)
        elif one.kind == PROPOSAL:
            proposals.setdefault(one.one, []).append(one)
    counted = [told for told in proposals.values() if min(t.days["raised"] for t in told).startswith(year)]
    steps = [max(t.step for t in told) for told in counted]
    waits = [days for told in counted if (days := _wait(told)) is not None]
    return Dialogue(
        meetings=sum(len(sectors) == len(SECTORS) for sectors in meetings.values()),
        meetings_all=len(meetings),
        steps=(steps.count(0), steps.count(1), steps.count(2), steps.count(3)),
        first_answer=Fraction(median(waits)) if waits else None,
        answered=len(waits),
    )


def smallest_share(votes: Collection[Mapping[str, int]]) -> Fraction | None:
    """Give the smallest sector's share of all ballots, of votes whose ballots are told by sector."""
    sums = [sum(vote.get(sector, 0) for vote in votes) for sector in SECTORS]
    return Fraction(min(sums), sum(sums)) if sum(sums) else None


@dataclass(frozen=True)
class Trust:
    """What the rooms answer to the question about trust, 1 to 5. ``sectors``: means where a vote told sectors."""

    mean: Fraction | None
    answers: int
    votes: int
    sectors: dict[str, Fraction]


def trust(votes: Collection[Mapping[str, Any]]) -> Trust:
    """Put the answers of several votes together (results of a scale), each answer weighing the same."""
    steps = [(step["value"], step["n"], step.get("by_sector", {})) for vote in votes for step in vote.get("steps", [])]
    answers = sum(n for _, n, _ in steps)
    sectors = {}
    for sector in SECTORS:
        of = sum(by.get(sector, 0) for _, _, by in steps)
        if of:
            sectors[sector] = Fraction(sum(value * by.get(sector, 0) for value, _, by in steps), of)
    mean = Fraction(sum(value * n for value, n, _ in steps), answers) if answers else None
    return Trust(mean, answers, len(votes), sectors)


def has_three_sectors(form: Mapping[str, Any]) -> bool:
    """Say whether all three sectors have a real task in a measure: as its lead, or with a role or contribution."""
    told = {row.get("sector") for row in form.get("partners", []) if row.get("role") or row.get("contribution")}
    return set(SECTORS) <= told | {form.get("lead_sector")}


def _wait(told: list[Talk]) -> int | None:
    """Count the days from the first raising of a proposal to its first answer; any later step is one, too."""
    answers = [t.days[step] for t in told for step in STEPS[1:] if step in t.days]
    if not answers:
        return None
    return (date.fromisoformat(min(answers)) - date.fromisoformat(min(t.days["raised"] for t in told))).days


def _day(text: str, name: str, today: str) -> str:
    try:
        day = date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Refused("invalid", "form_date", field=name) from None
    if day > today:
        raise Refused("invalid", "reading_future", field=name)
    return day
