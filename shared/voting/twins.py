"""Same or different? Pairs dealt to seats, and what the room says of each. Exact.

A pair counts as the same to the room from four answers on, of which three quarters say so; "not sure" is an answer. Of
a pair with fewer answers nothing but their number is told: it would show what single people said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

ANSWERS = ("same", "different", "unsure")
LEAST = 4  # answers from which a pair is told, and may count as the same
ENOUGH = Fraction(3, 4)
_ANSWERERS = 6  # who are asked about a pair, so that four of them answer


def asked(seats: int, each: int) -> int:
    """Say about how many pairs so many seats can be asked, at ``each`` pairs a seat; at least one."""
    return max(1, seats * each // _ANSWERERS)


def hand(pairs: Sequence[str], number: int, each: int) -> list[str]:
    """Deal the pairs that the seat of a number is asked about: hands lie end to end, round and round the pairs."""
    return [pairs[(number * each + i) % len(pairs)] for i in range(min(each, len(pairs)))]


def count(pairs: Sequence[str], papers: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """Count {pair: answer} papers: of each pair ``n`` and from four answers on each answer's; the surest come first."""
    papers = list(papers)
    told = []
    for pair in pairs:
        said = [paper[pair] for paper in papers if pair in paper]
        item: dict[str, Any] = {"id": pair, "n": len(said), "alike": False}
        if len(said) >= LEAST:
            item |= {answer: said.count(answer) for answer in ANSWERS}
            item["alike"] = Fraction(item["same"], len(said)) >= ENOUGH
        told.append(item)
    return {
        "rule": "twins",
        "cast": len(papers),
        "blank": sum(not paper for paper in papers),
        "pairs": sorted(told, key=_surest),
    }


def _surest(item: Mapping[str, Any]) -> tuple[Fraction, int, str]:
    share = Fraction(item["same"], item["n"]) if "same" in item else Fraction(-1)
    return -share, -item["n"], item["id"]
