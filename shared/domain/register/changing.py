"""Changes to a measure under contract: money between the lines of its budget, and a later end. Who may allow which.

What is reckoned is how far a wish lies from the contract, and not from the change before it: many small steps do not
slip by. Amounts are in hundredths.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..changes import Refused
from ..evaluations import figure
from ..text import block
from .entries import CHANGES, Entry, Event
from .form import budget_total
from .indicators import amount
from .states import CHAMPION, COMMITTEE, OFFICE, STAGES

FREE, ASKED, AGREED, REFUSED = "free", "asked", "agreed", "refused"
FREE_SHARE, OFFICE_SHARE = 10, 20  # per cent of the contract that may move between lines
FREE_MONTHS = 2  # that the end may move
MOST_WHY = 300
_OPEN = frozenset(STAGES["going"]) - {"selected"}  # states in which something can still be changed

Step = tuple[Entry, Event | None]


@dataclass(frozen=True)
class Plan:
    """The amounts of the budget's lines, in their order, and the ISO day on which the measure ends ("": not known)."""

    amounts: tuple[int, ...]
    end: str


@dataclass(frozen=True)
class Wish:
    """A change as it was asked for; ``who`` may allow it, how it stands, and the word that was said to it."""

    id: str
    plan: Plan
    who: str
    stand: str
    why: str
    by: str
    party: str
    day: str
    word: str


def lines(entry: Entry) -> list[tuple[str, str]]:
    """List the lines of the budget: item and payer."""
    return [(str(row.get("item", "")), str(row.get("payer", ""))) for row in _priced(entry)]


def contract(entry: Entry) -> Plan:
    """Give what was agreed on at first."""
    amounts = tuple(round(100 * budget_total({"budget": [row]})) for row in _priced(entry))
    start, months = entry.form.get("start", ""), entry.form.get("months", 0)
    return Plan(amounts, _later(start, months) if start and months else "")


def wishes(entry: Entry) -> list[Wish]:
    """List what was asked for of this contract, the oldest first; a measure that came round again has another one."""
    first = _kept(contract(entry).amounts)
    every = sorted(entry.course.get(CHANGES, {}).items(), key=lambda item: int(item[1]["n"]))
    told = [(id, row) for id, row in every if row["first"] == first]
    return [
        Wish(
            id,
            Plan(tuple(int(n) for n in row["amounts"].split(",")), row.get("end", "")),
            *(row.get(name, "") for name in ("who", "stand", "why", "by", "party", "day", "word")),
        )
        for id, row in told
    ]


def standing(entry: Entry) -> Plan:
    """Give what holds now: the newest change that was allowed, else the contract."""
    allowed = [wish.plan for wish in wishes(entry) if wish.stand == AGREED]
    return allowed[-1] if allowed else contract(entry)


def waiting(entry: Entry) -> Wish | None:
    return next((wish for wish in wishes(entry) if wish.stand == ASKED), None)


def who_allows(first: Plan, wished: Plan, payers: Sequence[str] = ()) -> str:
    """Say who may allow a change of the contract ``first``: nobody needs to (``free``), the office, or the committee.

    Up to 10 % of the whole moved is free, up to 20 % the office's; so is an end more than two months later, and less of
    the lead's own part. A cut moves as much as a rise. Refuses more money than the contract has, in all or of the fund.
    """
    whole = sum(first.amounts)
    if len(wished.amounts) != len(first.amounts):
        raise Refused("invalid", "form_choice")
    if sum(wished.amounts) > whole:
        raise Refused("limit", "change_more", most=figure(whole))
    pairs = list(zip(first.amounts, wished.amounts, strict=True))
    fund, own = (
        [pair for pair, payer in zip(pairs, payers, strict=False) if payer == name] for name in ("fund", "own")
    )
    if sum(after for _, after in fund) > sum(before for before, _ in fund):
        raise Refused("limit", "change_fund", most=figure(sum(before for before, _ in fund)))
    less_own = sum(after for _, after in own) < sum(before for before, _ in own)
    moved = max(sum(max(0, b - a) for a, b in pairs), sum(max(0, a - b) for a, b in pairs))
    if 100 * moved > OFFICE_SHARE * whole:
        return COMMITTEE
    late = wished.end != first.end and (not first.end or wished.end > _later(first.end, FREE_MONTHS))
    return OFFICE if late or less_own or 100 * moved > FREE_SHARE * whole else FREE


def wish(entry: Entry, by: str, party: str, id: str, given: Mapping[str, str], today: str) -> Step:
    """Ask for a change: ``amount-N`` of each line, ``end``, ``why``. What is free, or the office's own, holds at once.

    ``word`` names the committee's meeting, where the office writes down what that has allowed. None where it changes
    nothing.
    """
    if not may_ask(entry, party):
        raise Refused("phase_closed", "change_closed")
    if waiting(entry) is not None:
        raise Refused("conflict", "change_waits")
    now, first = standing(entry), contract(entry)
    wished = _read(now, given)
    if wished == now:
        return entry, None
    why, word = block(given.get("why", ""), MOST_WHY, least=1), block(given.get("word", ""), MOST_WHY)
    if wished.end != now.end and wished.end < max(today, entry.form.get("start", "")):
        raise Refused("invalid", "change_end")
    who = who_allows(first, wished, [payer for _, payer in lines(entry)])
    holds = who == FREE or (party == OFFICE and (who == OFFICE or bool(word)))
    row = {
        **{"n": str(len(entry.course.get(CHANGES, {})) + 1), "first": _kept(first.amounts)},
        **{"amounts": _kept(wished.amounts)},
        **{"end": wished.end, "who": who, "stand": AGREED if holds else ASKED},
        **{"why": why, "by": by, "party": party, "day": today, "word": word if party == OFFICE else ""},
    }
    told = Event("changed" if holds else "change_asked", by, party, reason=why, changes=_changes(now, wished))
    return _with(entry, id, row), told


def answer(entry: Entry, by: str, allowed: bool, word: str) -> Step:
    """Allow what waits, or refuse it. A refusal needs a ``word``; what the committee decides, which meeting it was."""
    there = waiting(entry)
    if there is None:
        raise Refused("not_found", "change_gone")
    if allowed and entry.state not in _OPEN:
        raise Refused("phase_closed", "change_closed")
    said = block(word, MOST_WHY)
    if not said and (not allowed or there.who == COMMITTEE):
        raise Refused("invalid", "reason_needed")
    row = {**entry.course[CHANGES][there.id], "stand": AGREED if allowed else REFUSED, "word": said}
    party = COMMITTEE if there.who == COMMITTEE else OFFICE
    changes = _changes(standing(entry), there.plan) if allowed else {}
    event = Event("changed" if allowed else "change_refused", by, party, reason=said or there.why, changes=changes)
    return _with(entry, there.id, row), event


def may_ask(entry: Entry, party: str) -> bool:
    return entry.state in _OPEN and bool(_priced(entry)) and party in (CHAMPION, OFFICE)


def _read(now: Plan, given: Mapping[str, str]) -> Plan:
    amounts = tuple(
        amount(given[f"amount-{n}"]) if given.get(f"amount-{n}", "").strip() else there
        for n, there in enumerate(now.amounts)
    )
    try:
        end = date.fromisoformat(given["end"]).isoformat() if given.get("end") else now.end
    except ValueError:
        raise Refused("invalid", "form_date") from None
    return Plan(amounts, end)


def _changes(before: Plan, after: Plan) -> dict[str, list[Any]]:
    changed: dict[str, list[Any]] = {}
    if before.amounts != after.amounts:
        changed["amounts"] = [_told(before.amounts), _told(after.amounts)]
    if before.end != after.end:
        changed["end"] = [before.end, after.end]
    return changed


def _kept(amounts: Sequence[int]) -> str:
    return ",".join(map(str, amounts))


def _told(amounts: Sequence[int]) -> list[str]:
    return [figure(amount) for amount in amounts]


def _with(entry: Entry, id: str, row: dict[str, str]) -> Entry:
    return replace(entry, course={**entry.course, CHANGES: {**entry.course.get(CHANGES, {}), id: row}})


def _priced(entry: Entry) -> list[dict[str, Any]]:
    return [row for row in entry.form.get("budget", []) if row.get("item") and row.get("unit_price")]


def _later(day: str, months: int) -> str:
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1])).isoformat()
