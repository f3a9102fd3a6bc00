"""Count a vote anew in which options were found to be the same: each person once, never the totals added. Exact.

Who chose both counts once. Of dots a person's own on both are added, up to what one option may take: at one dot an
option that is the number of different people (domain 4.3). What was left unused or blank stays as it was cast.

A joined figure tells how many chose both, which no result told before. Where that could tell what single people chose
beside, it is not made: wherever one of the two was chosen, or left out, by one or two people. In a sector that hides
the figures by sector; in all, ``tells_singles`` says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from . import choice, dots

Joins = Sequence[tuple[str, str]]  # (gone, into), in the order in which they were made
FEWEST = 3  # people who chose an option, or did not, so that nothing is told of single ones

_OF_SECTORS = ("by_sector", "balanced", "balanced_place")


def count_dots(
    options: Sequence[str],
    ballots: Iterable[dots.Ballot],
    given: int,
    most: int,
    floor: int,
    joins: Joins = (),
    guarded: bool = True,
) -> dict[str, Any]:
    """Count ballots of ``given`` dots, at most ``most`` on an option, over what is left of ``options``.

    Of what others were joined into, ``voters`` tells how many people put a dot on it. ``guarded``: single ballots are
    to stay unknown.
    """
    ballots = list(ballots)
    cast = dots.count(options, ballots, given, floor)
    if not joins:
        return cast
    into = into_of(joins)
    papers = [(_summed(paper, into, most), sector) for paper, sector in ballots]
    result = dots.count(_left(options, into), papers, given, floor) | {name: cast[name] for name in ("blank", "unused")}
    for item in result["items"]:
        if item["id"] in into.values():
            item["voters"] = sum(bool(paper.get(item["id"])) for paper, _ in papers)
    chosen = [({option for option, n in paper.items() if n}, sector) for paper, sector in ballots]
    return _told(result, cast, guarded and _small_in_sectors(chosen, joins))


def count_choice(
    options: Sequence[str],
    ballots: Iterable[choice.Ballot],
    least: int,
    floor: int,
    joins: Joins = (),
    guarded: bool = True,
) -> dict[str, Any]:
    """Count ballots over what is left of ``options``. Whether one chose enough is asked of what was cast."""
    ballots = list(ballots)
    cast = choice.count(options, ballots, least, floor)
    if not joins:
        return cast
    into = into_of(joins)
    known = set(options)
    chosen = [(set(paper) & known, sector) for paper, sector in ballots]
    counted = [(some if len(some) >= least else set[str](), sector) for some, sector in chosen]
    papers = [([*dict.fromkeys(into.get(o, o) for o in sorted(some))], sector) for some, sector in counted]
    result = choice.count(_left(options, into), papers, 0, floor) | {name: cast[name] for name in ("blank", "short")}
    return _told(result, cast, guarded and _small_in_sectors(counted, joins))


def tells_singles(chosen: Iterable[Collection[str]], members: Sequence[Collection[str]]) -> bool:
    """Say whether of two sets of ``members`` one was chosen, or left out, by one or two people only.

    ``chosen`` are the options of each ballot. What nobody or everybody chose tells nothing new.
    """
    papers = [set(paper) for paper in chosen]
    return any(_small(sum(bool(paper & set(some)) for paper in papers), len(papers)) for some in members)


def members_of(option: str, joins: Joins) -> set[str]:
    """List what an option stands for: itself, and all that were joined into it."""
    return {option, *(gone for gone, kept in into_of(joins).items() if kept == option)}


def into_of(joins: Joins) -> dict[str, str]:
    """Say of all that is gone what it counts as now, by however many steps."""
    into: dict[str, str] = {}
    for gone, kept in joins:
        into = {one: kept if target == gone else target for one, target in into.items()} | {gone: kept}
    return into


def _left(options: Sequence[str], into: Mapping[str, str]) -> list[str]:
    return [option for option in options if option not in into]


def _summed(paper: Mapping[str, int], into: Mapping[str, str], most: int) -> dict[str, int]:
    summed: dict[str, int] = {}
    for option, n in paper.items():
        kept = into.get(option, option)
        summed[kept] = summed.get(kept, 0) + n
    return {option: max(-most, min(most, n)) for option, n in summed.items()}


def _small_in_sectors(chosen: Sequence[tuple[set[str], str | None]], joins: Joins) -> bool:
    """Say whether any of the joins would tell of single people in a sector."""
    sectors = {sector for _, sector in chosen}
    return any(
        tells_singles([some for some, of in chosen if of == sector], members)
        for members in _each_join(joins)
        for sector in sectors
    )


def _each_join(joins: Joins) -> Iterator[list[set[str]]]:
    for n, (gone, kept) in enumerate(joins):
        yield [members_of(option, joins[:n]) for option in (gone, kept)]


def _small(n: int, of: int) -> bool:
    return 0 < n < FEWEST or 0 < of - n < FEWEST


def _told(result: dict[str, Any], cast: Mapping[str, Any], hidden: bool) -> dict[str, Any]:
    """Leave out what tells sectors apart where it must stay unknown, or was not told before either."""
    if "sectors" in cast and not hidden:
        return result
    items = [{name: value for name, value in item.items() if name not in _OF_SECTORS} for item in result["items"]]
    kept = {name: value for name, value in result.items() if name != "sectors"}
    return {**kept, "order_differs": False, "items": items}
