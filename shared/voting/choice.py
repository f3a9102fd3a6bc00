"""Count a choice: how many ballots chose each option, by sector, and with the sectors weighing the same. Exact.

Percentages are of all ballots cast, blank ones included. balanced(o) = the mean over the sectors that cast a ballot of
the share of their ballots that chose o. With any number of options a ballot this is approval voting (S. Brams and
P. Fishburn, Approval voting, American Political Science Review 72, 1978). No tie is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from .sectors import levels, mean, percent, places, told

Ballot = tuple[Sequence[str], str | None]


def count(options: Sequence[str], ballots: Iterable[Ballot], least: int, floor: int) -> dict[str, Any]:
    """Count ballots, each (chosen options, sector or None), over ``options`` in board order.

    A ballot with choices, but fewer than ``least``, counts as cast and chooses nothing; "short" tells how many there
    were. ``floor`` is the number of ballots that each present sector needs before anything is told by sector.
    "majority" names the option that more than half of all ballots chose, where it is the only one.
    """
    papers = [({option for option in chosen if option in options}, sector) for chosen, sector in ballots]
    counted = [(chosen if len(chosen) >= least else set[str](), sector) for chosen, sector in papers]
    total = {option: sum(option in chosen for chosen, _ in counted) for option in options}
    place = places(total)
    items: list[dict[str, Any]] = [
        {
            "id": option,
            "place": place[option],
            "n": total[option],
            "percent": percent(Fraction(total[option], max(1, len(papers)))),
        }
        for option in options
    ]
    over_half = [option for option in options if 2 * total[option] > len(papers)]
    result: dict[str, Any] = {
        "rule": "choice",
        "cast": len(papers),
        "blank": sum(not chosen for chosen, _ in papers),
        "short": sum(0 < len(chosen) < least for chosen, _ in papers),
        "majority": over_half[0] if len(over_half) == 1 else None,
        "order_differs": False,
    }
    voters = told(papers, floor)
    if voters:
        result["sectors"] = voters
        rates = _balance(items, counted, voters)
        result["order_differs"] = bool(rates) and levels(total) != levels(rates)
    result["items"] = sorted(items, key=lambda item: item["place"])
    return result


def _balance(
    items: list[dict[str, Any]], counted: list[tuple[set[str], str | None]], voters: dict[str, int]
) -> dict[str, Fraction]:
    """Lay each item's ballots by sector, balanced rate and place over it; give the rates, none of a single sector."""
    given = Counter((sector, option) for chosen, sector in counted for option in chosen)
    for item in items:
        item["by_sector"] = {sector: given[sector, item["id"]] for sector in voters}
    if len(voters) < 2:
        return {}
    rates = {
        item["id"]: mean([Fraction(given[sector, item["id"]], n) for sector, n in voters.items()]) for item in items
    }
    place = places(rates)
    for item in items:
        item["balanced"], item["balanced_place"] = percent(rates[item["id"]]), place[item["id"]]
    return rates
