"""What a measure is promised and paid, as a journal: nothing is overwritten, a mistake is booked back.

Committed at the contract, paid in tranches as their proofs come in, accounted for with receipts; what is not needed is
released, what was paid too much comes back. Every sum of the fund, at any day, is a sum over these lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..changes import Refused
from ..register.states import STAGES, STARTED
from ..text import line
from .calls import Call, iso_day, whole

KINDS = ("committed", "paid", "accounted", "returned", "released")
PROVED = KINDS[1:]  # each of these needs a word of proof or of reason
ENOUGH = 80  # per cent of what was paid must be accounted for before more is paid
LEAST_OFFER = 80  # per cent of what was asked, where a committee offers less
FINISHED = frozenset(STAGES["done"])


@dataclass(frozen=True)
class Booking:
    """One line of a measure's journal. ``amount`` in whole units; below nought where it books ``back`` another."""

    id: str
    entry: str
    envelope: str
    kind: str
    amount: int
    day: str  # ISO
    tranche: int = 0  # of a payment, from 1
    proof: str = ""
    back: str = ""  # the booking that this one takes back
    by: str = ""
    at: int = 0


@dataclass(frozen=True)
class Books:
    """Where the money of a measure, a region or a giver stands, in whole units of one currency."""

    committed: int = 0
    paid: int = 0
    accounted: int = 0

    def __add__(self, other: Books) -> Books:
        return Books(self.committed + other.committed, self.paid + other.paid, self.accounted + other.accounted)


def books(sums: Mapping[str, int]) -> Books:
    """Tell how money stands from sums by kind: what is released is no longer committed, what came back not paid."""
    of = {kind: sums.get(kind, 0) for kind in KINDS}
    return Books(of["committed"] - of["released"], of["paid"] - of["returned"], of["accounted"])


def standing(journal: Iterable[Booking]) -> Books:
    sums: dict[str, int] = {}
    for one in journal:
        sums[one.kind] = sums.get(one.kind, 0) + one.amount
    return books(sums)


def tranches(amount: int, call: Call) -> tuple[int, ...]:
    """Split a contract: 40, 40 and 20 per cent, below the call's limit 70 and 30; the last one takes the rest."""
    first = [70] if amount < call.two_below else [40, 40]
    parts = [amount * percent // 100 for percent in first]
    return (*parts, amount - sum(parts))


def promised(journal: Iterable[Booking]) -> int:
    """Give the sum of the contract that stands, before anything of it was released."""
    return sum(one.amount for one in journal if one.kind == "committed")


def paid_tranches(journal: Iterable[Booking]) -> int:
    """Count the tranches that are paid."""
    return sum((one.amount > 0) - (one.amount < 0) for one in journal if one.kind == "paid")


def contract(
    given: Mapping[str, str], today: str, state: str, asked: int | None, journal: Sequence[Booking]
) -> Booking:
    """Promise money to a measure that was selected: ``amount`` and ``day``; where it is less than asked, see ``offer``.

    Or to one that has begun without a contract in these books. Whether the envelope holds it, ``fits`` says.
    """
    if state != "selected" and state not in STARTED:
        raise Refused("phase_closed", "contract_selected")
    amount = whole(given.get("amount", ""))
    if asked is None or amount > asked:
        raise Refused("limit", "contract_asked", asked=asked or 0)
    if state == "selected":
        offer(amount, asked, given)
    if standing(journal).committed:
        raise Refused("conflict", "contract_there")
    return _booking("committed", amount, given, today)


def offer(amount: int, asked: int, given: Mapping[str, str]) -> str:
    """Judge a sum below what was asked: at most a fifth less, the goal still ``stands``, the champion has ``agreed``.

    Give the name of who agreed; "" where all that was asked is offered.
    """
    if amount >= asked:
        return ""
    if 100 * amount < LEAST_OFFER * asked:
        least = (LEAST_OFFER * asked + 99) // 100
        raise Refused("limit", "contract_low", percent=100 - LEAST_OFFER, least=least)
    if given.get("stands") != "yes":
        raise Refused("invalid", "contract_goal")
    agreed = line(given.get("agreed", ""), 120)
    if not agreed:
        raise Refused("invalid", "contract_agreed")
    return agreed


def fits(amount: int, free: int) -> None:
    """Refuse a promise that an envelope does not hold any more."""
    if amount > free:
        raise Refused("limit", "envelope_short", free=free)


def booking(given: Mapping[str, str], today: str, state: str, journal: Sequence[Booking], call: Call) -> Booking:
    """Read and judge a line after the contract: ``kind``, ``amount``, ``day`` and ``proof``."""
    kind = given.get("kind", "")
    if kind not in PROVED:
        raise Refused("invalid", "form_choice")
    stands = standing(journal)
    if not stands.committed:
        raise Refused("phase_closed", "contract_first")
    amount = whole(given.get("amount", ""))
    made = _booking(kind, amount, given, today)
    if not made.proof:
        raise Refused("invalid", "booking_proof")
    if made.day < max(one.day for one in journal if one.kind == "committed"):
        raise Refused("invalid", "booking_before")
    room = {
        "paid": stands.committed - stands.paid,
        "accounted": stands.paid - stands.accounted,
        "returned": stands.paid - stands.accounted,
        "released": stands.committed - stands.paid,
    }[kind]
    if amount > room:
        raise Refused("limit", f"booking_{kind}", most=room)
    if kind == "paid":
        return replace(made, tranche=_payable(amount, state, journal, call))
    return made


def back(id: str, journal: Sequence[Booking], today: str) -> Booking:
    """Take back the newest line that still stands, as one that was written by mistake."""
    gone = {one.back for one in journal}
    left = [one for one in journal if not one.back and one.id not in gone]
    if not left or left[-1].id != id:
        raise Refused("conflict", "booking_newest")
    last = left[-1]
    return replace(last, id="", amount=-last.amount, day=max(today, last.day), back=last.id, proof="", by="", at=0)


def _payable(amount: int, state: str, journal: Sequence[Booking], call: Call) -> int:
    """Give the number of the tranche that is paid now, once what it waits for is there."""
    if state not in STARTED:
        raise Refused("phase_closed", "not_begun")
    if state == "on_hold":
        raise Refused("phase_closed", "booking_on_hold")
    stands, plan, number = standing(journal), tranches(promised(journal), call), paid_tranches(journal) + 1
    if number > len(plan):
        raise Refused("limit", "booking_tranches")
    if number == len(plan) and state not in FINISHED:
        raise Refused("phase_closed", "booking_report")
    if 100 * stands.accounted < ENOUGH * stands.paid:
        raise Refused("phase_closed", "booking_receipts", percent=ENOUGH)
    if number < len(plan) and amount > plan[number - 1]:
        raise Refused("limit", "booking_tranche", most=plan[number - 1])
    return number


def _booking(kind: str, amount: int, given: Mapping[str, str], today: str) -> Booking:
    day = iso_day(given.get("day", ""))
    if day > today:
        raise Refused("invalid", "reading_future")
    return Booking("", "", "", kind, amount, day, proof=line(given.get("proof", ""), 200))
