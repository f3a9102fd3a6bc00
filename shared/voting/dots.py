"""Count sticky dots: raw, by sector, and with the three sectors weighing the same. Exact integers and fractions.

Sector balance: share(s, o) = dots(s, o) / sum of dots(s, ·); balanced(o) = the mean of the shares over the sectors
that gave at least one dot. The LEADER rule that no sector may have the majority of votes rests on the same idea.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

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
    voters: Counter[str] = Counter()
    for paper, sector in ballots:
        kept = {option: n for option, n in paper.items() if option in total and n}
        total.update(kept)
        minus.update({option: -n for option, n in kept.items() if n < 0})
        unused += max(0, dots - sum(n for n in kept.values() if n > 0))
        if sector is not None:
            voters[sector] += 1
            by_sector.setdefault(sector, Counter()).update(kept)
    items: list[dict[str, Any]] = [{"id": option, "dots": total[option]} for option in options]
    for item in items:
        item["place"] = 1 + sum(other > item["dots"] for other in total.values())
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
    if voters and sum(voters.values()) == len(ballots) and min(voters.values()) >= floor and not any(minus.values()):
        result["sectors"] = dict(sorted(voters.items()))
        _balance(items, by_sector)
        if len(voters) > 1:
            result["order_differs"] = _order(items, "dots") != _order(items, "_share")
        for item in items:
            item.pop("_share", None)
    result["items"] = sorted(items, key=lambda item: item["place"])
    return result


def percent(share: Fraction, digits: int = 2) -> str:
    """Write a share as a percentage with ``digits`` decimals, halves rounded up: 1/8 -> "12.50"."""
    scaled = (share * 100 * 10**digits * 2 + 1) // 2
    whole, part = divmod(int(scaled), 10**digits)
    return f"{whole}.{part:0{digits}d}"


def _balance(items: list[dict[str, Any]], by_sector: dict[str, Counter[str]]) -> None:
    sums = {sector: sum(given.values()) for sector, given in by_sector.items()}
    present = [sector for sector, given in sums.items() if given]
    for item in items:
        item["by_sector"] = {sector: by_sector[sector][item["id"]] for sector in sorted(by_sector)}
        if len(present) > 1:
            shares = [Fraction(by_sector[sector][item["id"]], sums[sector]) for sector in present]
            item["_share"] = sum(shares, Fraction(0)) / len(present)
            item["balanced"] = percent(item["_share"])
    if len(present) > 1:
        for item in items:
            item["balanced_place"] = 1 + sum(other["_share"] > item["_share"] for other in items)


def _order(items: list[dict[str, Any]], field: str) -> list[Any]:
    """Which items stand on which level, so that level items in another sequence are no difference."""
    levels = sorted({item[field] for item in items if field in item}, reverse=True)
    return [sorted(item["id"] for item in items if item.get(field) == level) for level in levels]
