"""The Method of Equal Shares with ballots of support, counted exactly.

Every voter has the same share of the money. A measure can be paid when its supporters together hold its cost; they pay
as equally as what each has left allows. Bought is, one after the other, the measure whose dearest payment is the
smallest part of its cost (its strength, cost / dearest payment, is the number of supporters it would have if all paid
alike). Rule and completion by raising every share by one unit: D. Peters, G. Pierczynski, P. Skowron, "Proportional
Participatory Budgeting with Additive Utilities" (NeurIPS 2021), and equalshares.net.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction

from .ties import Ties
from .wallets import Bought, Wallets


@dataclass(frozen=True)
class Run:
    """What one share buys, in this order."""

    share: Fraction
    bought: tuple[Bought, ...]
    rests: tuple[Fraction, ...]  # what a person of each block keeps
    holds_for: int | None  # so many more units a share buy the same; None: any number

    @property
    def ids(self) -> list[str]:
        return [bought.id for bought in self.bought]


@dataclass(frozen=True)
class Outcome:
    """The plain run, and the last one within the budget after ``raised`` units were added to each share."""

    blocks: tuple[tuple[frozenset[str], int], ...]  # like ballots and how many they are
    plain: Run
    final: Run
    raised: int
    step: int  # units by which the shares were raised at a time


MOST_STEPS = 2000  # steps in a plain share: a count must not keep the room waiting


def step_of(share: Fraction) -> int:
    """Choose by how much shares are raised at a time: one unit; ten, a hundred ... where a share is thousands of them.

    A unit of some currencies is next to nothing: 1 of 2,000,000 tugrik.
    """
    step = 1
    while share > MOST_STEPS * step:
        step *= 10
    return step


def equal_shares(ties: Ties, ballots: Iterable[Collection[str]], budget: int, raising: bool = True) -> Outcome:
    """Spend a budget on what each ballot supports; a blank ballot holds no share.

    With ``raising`` every share grows by one step after the other as long as all that is bought costs no more than the
    budget, and until nothing that has supporters would fit any more.
    """
    likes = Counter(frozenset(ties.costs.keys() & supports) for supports in ballots)
    del likes[frozenset()]
    blocks = tuple(sorted(likes.items(), key=lambda block: sorted(block[0])))
    people = sum(likes.values())
    if not people:
        nothing = Run(Fraction(0), (), (), None)
        return Outcome((), nothing, nothing, 0, 1)
    share = Fraction(budget, people)
    step = step_of(share)
    plain = run = _run(ties, blocks, share)
    raised = 0
    while raising and _more_would_fit(ties, run, budget) and run.holds_for is not None:
        following = raised + step * (run.holds_for // step + 1)
        richer = _run(ties, blocks, share + following)
        if sum(ties.costs[id] for id in richer.ids) > budget:
            raised = following - step
            run = _run(ties, blocks, share + raised)
            break
        raised, run = following, richer
    return Outcome(blocks, plain, run, raised, step)


def _more_would_fit(ties: Ties, run: Run, budget: int) -> bool:
    left = budget - sum(ties.costs[id] for id in run.ids)
    return any(n and id not in run.ids and ties.costs[id] <= left for id, n in ties.supporters.items())


def _run(ties: Ties, blocks: tuple[tuple[frozenset[str], int], ...], share: Fraction) -> Run:
    wallets = Wallets(ties.costs, blocks, share)
    bought: list[Bought] = []
    while level := wallets.strongest():
        first = min(level, key=ties.key)
        bought.append(wallets.buy(first, ties.reason(level)))
    return Run(share, tuple(bought), wallets.rests(), wallets.watch.holds_for)
