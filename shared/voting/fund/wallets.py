"""What voters have left while they buy, in whole numbers of an ever smaller unit: exact, and quick enough to repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from .growing import Watch

Number = tuple[int, int]  # now, and what it grows by for each unit that all shares are raised


@dataclass(frozen=True)
class Bought:
    """One measure that was paid: the dearest payment, and what each person of each block of like ballots pays."""

    id: str
    price: Fraction
    paid: tuple[Fraction, ...]
    tie: str  # what told it apart from others as strong, "" where none was


@dataclass(frozen=True)
class _Price:
    """The dearest payment: a number of units over the people who pay it."""

    now: int
    slope: int
    people: int


class Wallets:
    """The wallets of all voters. Voters who have the same left share one entry; the unit is 1 / ``unit`` of money."""

    def __init__(self, costs: Mapping[str, int], blocks: Sequence[tuple[frozenset[str], int]], share: Fraction) -> None:
        self.watch = Watch()
        self._costs, self._blocks = costs, blocks
        self._unit = share.denominator
        self._rests: list[Number] = [(share.numerator, share.denominator)]
        self._of = [0] * len(blocks)  # the wallet of each block
        self._open = [id for id in sorted(costs) if any(id in likes for likes, _ in blocks)]
        self._prices: dict[str, _Price] = {}

    def strongest(self) -> list[str]:
        """Name the measures, level ones together, that can be paid and are the strongest now."""
        holders: dict[str, dict[int, int]] = {id: {} for id in self._open}  # people a wallet behind each measure
        for (likes, n), wallet in zip(self._blocks, self._of, strict=True):
            for id in likes & holders.keys():
                holders[id][wallet] = holders[id].get(wallet, 0) + n
        self._prices = {}
        best: list[str] = []
        for id in self._open:
            price = self._price(self._costs[id], list(holders[id].items()))
            if price is not None:
                self._prices[id] = price
                weaker = self._weaker(id, best[0]) if best else -1
                best = [id] if weaker < 0 else [*best, id] if weaker == 0 else best
        self._open = list(self._prices)  # nobody gets richer: what cannot be paid now never can
        return best

    def buy(self, id: str, tie: str) -> Bought:
        """Let the supporters of a measure pay it, each the price or all that is left."""
        price = self._prices[id]
        self._unit *= price.people
        rests = [(now * price.people, slope * price.people) for now, slope in self._rests]
        payments: list[Number] = [(0, 0)] * len(self._blocks)
        poorer: dict[int, int] = {}  # the wallet after the payment, by the one before
        for i, (likes, _) in enumerate(self._blocks):
            if id in likes:
                old = self._of[i]
                now, slope = rests[old]
                rich = self.watch.not_below(now - price.now, slope - price.slope)
                payments[i] = (price.now, price.slope) if rich else (now, slope)
                if old not in poorer:
                    poorer[old] = len(rests)
                    rests.append((now - price.now, slope - price.slope) if rich else (0, 0))
                self._of[i] = poorer[old]
        paid = tuple(Fraction(now, self._unit) for now, _ in payments)
        bought = Bought(id, Fraction(price.now, self._unit), paid, tie)
        self._open.remove(id)
        self._keep(rests)
        return bought

    def rests(self) -> tuple[Fraction, ...]:
        """Tell what a person of each block has left."""
        return tuple(Fraction(self._rests[wallet][0], self._unit) for wallet in self._of)

    def _price(self, cost: int, holders: list[tuple[int, int]]) -> _Price | None:
        """Split a cost as equally as the rests allow; None where they do not suffice."""
        now = sum(self._rests[wallet][0] * n for wallet, n in holders)
        slope = sum(self._rests[wallet][1] * n for wallet, n in holders)
        if not self.watch.not_below(now - cost * self._unit, slope):
            return None
        missing, growing, people = cost * self._unit, 0, sum(n for _, n in holders)
        while True:
            payers = []
            poor = False
            for wallet, n in holders:
                now, slope = self._rests[wallet]
                if self.watch.not_below(now * people - missing, slope * people - growing):
                    payers.append((wallet, n))
                else:
                    poor = True
            if not poor:
                return _Price(missing, growing, people)
            kept = {wallet for wallet, _ in payers}
            for wallet, n in holders:
                if wallet not in kept:
                    now, slope = self._rests[wallet]
                    missing, growing, people = missing - now * n, growing - slope * n, people - n
            holders = payers

    def _weaker(self, one: str, other: str) -> int:
        """Compare two measures by price over cost: below zero where ``one`` is stronger, zero where they are level."""
        a, b = self._prices[one], self._prices[other]
        mine, theirs = b.people * self._costs[other], a.people * self._costs[one]
        return self.watch.sign(a.now * mine - b.now * theirs, a.slope * mine - b.slope * theirs)

    def _keep(self, rests: list[Number]) -> None:
        """Drop wallets that nobody has any more, put like ones together, and take the largest unit that holds them."""
        merged: dict[Number, int] = {}
        self._of = [merged.setdefault(rests[wallet], len(merged)) for wallet in self._of]
        common = gcd(self._unit, *(part for number in merged for part in number))
        self._unit //= common
        self._rests = [(now // common, slope // common) for now, slope in merged]
