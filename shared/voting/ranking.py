"""Count orders of preference by Borda and by Schulze, each ballot weighing the same and each sector weighing the same.

Both methods always count, one of them decides; the result says whether the other would have given other places. With
sectors weighing the same each ballot weighs 1 / (ballots of its sector that rank something). Blank ballots count as
cast and rank nothing. Places: by points (Borda), by the number of options that beat one (Schulze: those that nobody
beats are first). Level ones stay level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from . import borda, schulze
from .sectors import decimal, levels, mean, places, told

Ballot = tuple[Sequence[str], str | None]
Weighed = list[tuple[Sequence[str], Fraction]]
METHODS = ("schulze", "borda")


def count(options: Sequence[str], ballots: Iterable[Ballot], method: str, floor: int) -> dict[str, Any]:
    """Count ballots, each (ranked options, best first; sector or None), over ``options`` in board order.

    ``floor`` is the number of ballots that each present sector needs before anything is told by sector. Points are
    decimal strings with two digits; "pairs" and "paths" are {a: {b: n}}; a way is {"over": options from the one that
    beats to the beaten one, "strength", "back"}.
    """
    papers = [([option for option in ranked if option in options], sector) for ranked, sector in ballots]
    filled = [(ranked, sector) for ranked, sector in papers if ranked]
    weighed = [(ranked, Fraction(1)) for ranked, _ in filled]
    before = schulze.pairs(options, weighed)
    strong = schulze.strengths(before)
    sums = borda.points(options, weighed)
    found = _places(before, sums)
    spots = borda.spots(options, [ranked for ranked, _ in filled])
    beaten = schulze.beaten_by(strong)
    items: list[dict[str, Any]] = [
        {
            "id": option,
            "place": found[method][option],
            **{f"{name}_place": found[name][option] for name in METHODS},
            "points": decimal(sums[option]),
            "spots": spots[option],
            "beaten_by": beaten[option],
        }
        for option in options
    ]
    result: dict[str, Any] = {
        "rule": "ranking",
        "method": method,
        "cast": len(papers),
        "blank": len(papers) - len(filled),
        "methods_differ": _order(found["schulze"]) != _order(found["borda"]),
        "condorcet": schulze.first_of_all(before) if filled else None,
        "pairs": _whole(before),
        "paths": _whole(strong),
        "order_differs": False,
    }
    voters = told(papers, floor)
    if voters:
        result["sectors"] = voters
        balanced = _balance(options, items, filled, method)
        result["order_differs"] = bool(balanced) and _order(found[method]) != _order(balanced)
    result["items"] = sorted(items, key=lambda item: item["place"])
    result["ways"] = _ways(result["items"], before, strong)
    return result


def _places(before: schulze.Matrix, sums: dict[str, Fraction]) -> dict[str, dict[str, int]]:
    beaten = schulze.beaten_by(schulze.strengths(before))
    return {"schulze": places({option: -len(by) for option, by in beaten.items()}), "borda": places(sums)}


def _order(found: dict[str, int]) -> list[list[str]]:
    return levels({option: -place for option, place in found.items()})


def _balance(
    options: Sequence[str], items: list[dict[str, Any]], filled: list[tuple[list[str], str | None]], method: str
) -> dict[str, int]:
    """Lay mean points by sector and balanced points and places over the items; give the places, none of one sector."""
    ranked_in = Counter(sector for _, sector in filled if sector is not None)
    by_sector = {
        sector: borda.points(options, [(ranked, Fraction(1, n)) for ranked, own in filled if own == sector])
        for sector, n in sorted(ranked_in.items())
    }
    for item in items:
        item["by_sector"] = {sector: decimal(sums[item["id"]]) for sector, sums in by_sector.items()}
    if len(by_sector) < 2:
        return {}
    equal = [(ranked, Fraction(1, ranked_in[sector])) for ranked, sector in filled if sector is not None]
    sums = {option: mean([given[option] for given in by_sector.values()]) for option in options}
    found = _places(schulze.pairs(options, equal), sums)
    for item in items:
        item["balanced"] = decimal(sums[item["id"]])
        item["balanced_place"] = found[method][item["id"]]
    return found[method]


def _ways(items: Sequence[dict[str, Any]], before: schulze.Matrix, strong: schulze.Matrix) -> list[dict[str, Any]]:
    """Tell by which way each option beats another, in the order of the items."""
    return [
        {
            "over": schulze.way(before, strong, a["id"], b["id"]),
            "strength": int(strong[a["id"]][b["id"]]),
            "back": int(strong[b["id"]][a["id"]]),
        }
        for a in items
        for b in items
        if a["id"] in b["beaten_by"]
    ]


def _whole(matrix: schulze.Matrix) -> dict[str, dict[str, int]]:
    return {a: {b: int(n) for b, n in row.items()} for a, row in matrix.items()}
