"""The Schulze method: who is put before whom, and by which way through others most strongly.

M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
method, Social Choice and Welfare 36, 2011. A way is as strong as its weakest step; a step from a to b counts only
where more ballots put a before b than b before a, and is as strong as the number of those ballots ("winning votes").
An option beats another where its strongest way to it is stronger than the strongest way back: a transitive relation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

Weighed = tuple[Sequence[str], Fraction]
Matrix = Mapping[str, Mapping[str, Fraction]]


def pairs(options: Sequence[str], ballots: Iterable[Weighed]) -> dict[str, dict[str, Fraction]]:
    """Sum the weight of the ballots that put one option before another; ranked ones stand before all that are not."""
    before = {a: dict.fromkeys((b for b in options if b != a), Fraction(0)) for a in options}
    for ranked, weight in ballots:
        rest = [option for option in options if option not in ranked]
        for n, a in enumerate(ranked):
            for b in [*ranked[n + 1 :], *rest]:
                before[a][b] += weight
    return before


def strengths(before: Matrix) -> dict[str, dict[str, Fraction]]:
    """Give the strength of the strongest way between any two options; 0 where there is none."""
    strong = {a: {b: _step(before, a, b) for b in row} for a, row in before.items()}
    for via in strong:
        for a in strong:
            for b in strong:
                if via not in (a, b) and a != b:
                    strong[a][b] = max(strong[a][b], min(strong[a][via], strong[via][b]))
    return strong


def beaten_by(strong: Matrix) -> dict[str, list[str]]:
    """List for each option those that beat it, in the order of the options."""
    return {b: [a for a in strong if a != b and strong[a][b] > strong[b][a]] for b in strong}


def way(before: Matrix, strong: Matrix, start: str, end: str) -> list[str]:
    """Find the shortest of the strongest ways from one option to another; of equally short ones the first in order."""
    reached: list[list[str]] = [[start]]
    seen = {start}
    for path in reached:
        if path[-1] == end:
            return path
        for b in before:
            if b not in seen and _step(before, path[-1], b) >= strong[start][end]:
                seen.add(b)
                reached.append([*path, b])
    raise ValueError("there is no way")


def first_of_all(before: Matrix) -> str | None:
    """Name the option that beats every other in direct comparison (the Condorcet winner), None where there is none."""
    return next((a for a, row in before.items() if all(n > before[b][a] for b, n in row.items())), None)


def _step(before: Matrix, a: str, b: str) -> Fraction:
    return before[a][b] if before[a][b] > before[b][a] else Fraction(0)
