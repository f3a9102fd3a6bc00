"""How regions stand: location factors as workshops rated them one after the other, and where a region is in its cycle.

Ratings are medians of a room, from -3 to +3. They are laid side by side and counted, never averaged over regions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from shared.clustering.twins import near_duplicates

from .factors import CORE, FACTORS

CYCLE = {  # by step of the cycle the agendas in which it is taken
    "start": ("kick-off",),
    "analysis": ("interviews", "led-findings"),
    "planning": ("led-planning", "mini"),
    "selection": ("measure-selection",),
    "evaluation": ("led-evaluation",),
}
TOP = 5
NATIONAL = 5  # regions in which a matter is one of the whole country
ALIKE = 60  # of 100: how alike two titles are that mean the same matter
_MOST_PAIRS = 20_000


@dataclass(frozen=True)
class Rated:
    """A factor as a workshop rated it on an ISO day; ``reach``: L, R or N, who could change it."""

    factor: str
    rating: Fraction
    day: str
    importance: Fraction | None = None
    reach: str = ""

    @property
    def weight(self) -> Fraction:
        """Sorts a list, and decides nothing: importance x |rating|, where importance was asked."""
        return (self.importance or Fraction(1)) * abs(self.rating)


@dataclass(frozen=True)
class Standing:
    """A factor as it was rated last, and before that."""

    now: Rated
    before: Rated | None = None

    @property
    def change(self) -> Fraction | None:
        return None if self.before is None else self.now.rating - self.before.rating


@dataclass(frozen=True)
class Compared:
    """A factor over regions: the rating of each that has one."""

    factor: str
    ratings: dict[str, Fraction]

    @property
    def obstacles(self) -> int:
        return sum(rating < 0 for rating in self.ratings.values())

    @property
    def advantages(self) -> int:
        return sum(rating > 0 for rating in self.ratings.values())


@dataclass(frozen=True)
class Title:
    """What a room called a group of cards, or a matter to be carried to an office."""

    id: str
    region: str
    text: str


@dataclass(frozen=True)
class Matter:
    """Titles of several regions that mean the same; ``text`` is the one that was given most."""

    text: str
    regions: tuple[str, ...]
    titles: tuple[Title, ...]


def rated(result: Mapping[str, Any], settled: Iterable[tuple[str, int | None, str]], day: str) -> list[Rated]:
    """Read a matrix as it was counted, with what the room settled beside it (factor, corrected rating, reach)."""
    beside = {factor: (rating, reach) for factor, rating, reach in settled}
    found = []
    for item in result["items"]:
        factor = item["id"]
        rating, reach = beside.get(factor, (None, ""))
        told = Fraction(rating) if rating is not None else Fraction(item["median"]) if "median" in item else None
        if told is not None and factor in FACTORS:
            importance = Fraction(item["importance"]) if "importance" in item else None
            found.append(Rated(factor, told, day, importance, reach or FACTORS[factor].reach))
    return found


def standing(every: Iterable[Rated]) -> dict[str, Standing]:
    """Say how each factor was rated last, and on the newest day before."""
    found: dict[str, Standing] = {}
    for one in sorted(every, key=lambda r: r.day):
        last = found.get(one.factor)
        if last is None:
            found[one.factor] = Standing(one)
        else:
            before = last.before if last.now.day == one.day else last.now
            found[one.factor] = Standing(one, before)
    return found


def top(found: Mapping[str, Standing], sign: int) -> list[Standing]:
    """List the weightiest obstacles (``sign`` -1) or advantages (1)."""
    chosen = [one for one in found.values() if one.now.rating * sign > 0]
    order = list(FACTORS)
    return sorted(chosen, key=lambda one: (-one.now.weight, order.index(one.now.factor)))[:TOP]


def across(regions: Mapping[str, Mapping[str, Standing]], core: bool = True) -> list[Compared]:
    """Lay factors side by side, what is an obstacle in most regions first; the ``core`` alone, or all."""
    found = []
    for factor in CORE if core else FACTORS:
        ratings = {id: of[factor].now.rating for id, of in regions.items() if factor in of}
        if ratings:
            found.append(Compared(factor, ratings))
    return sorted(found, key=lambda row: (-row.obstacles, row.advantages))


def matters(titles: Collection[Title], least: int = NATIONAL) -> list[Matter]:
    """Find what rooms in at least so many regions have named alike; what occurs in most regions first."""
    by_id = {title.id: title for title in titles}
    group = {id: id for id in by_id}

    def first(id: str) -> str:
        while group[id] != id:
            group[id] = group[group[id]]
            id = group[id]
        return id

    for pair in near_duplicates(list(titles), _MOST_PAIRS):
        if pair.likeness >= ALIKE:
            one, other = sorted((first(pair.one), first(pair.other)))
            group[other] = one
    together: dict[str, list[Title]] = {}
    for id in sorted(by_id):
        together.setdefault(first(id), []).append(by_id[id])
    found = [_matter(of) for of in together.values()]
    wide = [matter for matter in found if len(matter.regions) >= least]
    return sorted(wide, key=lambda matter: (-len(matter.regions), matter.text))


def _matter(of: list[Title]) -> Matter:
    texts = [title.text for title in of]
    said = min(texts, key=lambda text: (-texts.count(text), len(text), text))
    return Matter(said, tuple(sorted({title.region for title in of})), tuple(of))


def cycle(held: Iterable[tuple[str, str]]) -> dict[str, tuple[int, str]]:
    """Tell each step of the cycle from workshops (agenda, ISO day): how often it was taken, and last when."""
    days = list(held)
    found = {}
    for step, agendas in CYCLE.items():
        of = [day for agenda, day in days if agenda in agendas]
        found[step] = (len(of), max(of, default=""))
    return found


def reached(found: Mapping[str, tuple[int, str]]) -> str:
    """Name the step that was taken last, the later one of a day; "" where none was."""
    taken = [(day, n, step) for n, (step, (_, day)) in enumerate(found.items()) if day]
    return max(taken)[2] if taken else ""
