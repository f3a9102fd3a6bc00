"""Count sticky dots: raw, by sector, and with the three sectors weighing the same. Exact integers and fractions.

Sector balance: share(s, o) = dots(s, o) / sum of dots(s, ·); balanced(o) = the mean of the shares over the sectors
that gave at least one dot. The LEADER rule that no sector may have the majority of votes rests on the same idea.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from .sectors import levels, mean, percent, places, told

Ballot = tuple[Mapping[str, int], str | None]


def count(options: Sequence[str], ballots: Iterable[Ballot], dots: int, floor: int) -> dict[str, Any]:
    """Count ballots of ``dots`` dots each over ``options``, in board order.

    A ballot is (dots by option, sector or None). ``floor`` is the number of ballots that each present sector needs
    before anything is told by sector: below it the sectors' columns are left out altogether, for what is not there
    cannot be worked out. Items come by dots, highest first, level ones in board order, each with its place
    (1, 2, 2, 4).
    """
    ballots = list(ballots)
    total, minus, unused = Counter(dict.fromkeys(options, 0)), Counter[str](), 0
    by_sector: dict[str, Counter[str]] = {}
    for paper, sector in ballots:
        kept = {option: n for option, n in paper.items() if option in total and n}
        total.update(kept)
        minus.update({option: -n for option, n in kept.items() if n < 0})
        unused += max(0, dots - sum(n for n in kept.values() if n > 0))
        if sector is not None:
            by_sector.setdefault(sector, Counter()).update(kept)
    place = places(total)
    items: list[dict[str, Any]] = [{"id": option, "dots": total[option]} for option in options]
    for item in items:
        item["place"] = place[item["id"]]
        if any(minus.values()):
            item["minus"] = minus[item["id"]]
    result: dict[str, Any] = {
        "rule": "dots",
        "dots": dots,
        "cast": len(ballots),
        "blank": sum(not any(paper.get(option) for option in options) for paper, _ in ballots),
        "unused": unused,
        "order_differs": False,
    }
    voters = told(ballots, floor)
    if voters and not any(minus.values()):
        result["sectors"] = voters
        shares = _balance(items, by_sector)
        result["order_differs"] = bool(shares) and levels(total) != levels(shares)
    result["items"] = sorted(items, key=lambda item: item["place"])
    return result


def _balance(items: list[dict[str, Any]], by_sector: dict[str, Counter[str]]) -> dict[str, Fraction]:
    """Lay each item's dots by sector, balanced share and place over it; give the shares, none of a single sector."""
    sums = {sector: sum(given.values()) for sector, given in by_sector.items()}
    present = [sector for sector, given in sums.items() if given]
    for item in items:
        item["by_sector"] = {sector: by_sector[sector][item["id"]] for sector in sorted(by_sector)}
    if len(present) < 2:
        return {}
    shares = {
        item["id"]: mean([Fraction(by_sector[sector][item["id"]], sums[sector]) for sector in present])
        for item in items
    }
    place = places(shares)
    for item in items:
        item["balanced"], item["balanced_place"] = percent(shares[item["id"]]), place[item["id"]]
    return shares
