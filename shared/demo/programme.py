"""The demo programme: twenty fictional regions over six years, built by the same rules as a real one.

The totals follow what the Mongolian programme has reported: more than 100 measures, more than 3,500 persons trained,
288 jobs, about 1,500 persons with higher income, more than nine in ten of the verified measures still effective. Every
total is the sum of its measures; which measure gives what is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from shared.domain.register.checks import TIMES, answered, due, first_due_by
from shared.domain.register.entries import Entry, begin, end, move, release
from shared.domain.register.quarters import to_freeze
from shared.domain.register.states import OFFICE
from shared.domain.sustainability import ANSWERED, EFFECTIVE, ENDED, PARTLY
from shared.store import heads, people, quarters, register, results
from shared.store.results import Place
from shared.store.store import Store

from .day import demo_data
from .money import DemoFund

REGIONS = (
    *("Altan-Ovoo", "Khar-Us", "Naran", "Bayan-Tal", "Sumber", "Tsagaan-Gol", "Ulaan-Uul", "Khongor", "Erdene-Bulag"),
    *("Delger-Khan", "Mandal-Tolgoi", "Bulgan-Nuur", "Zuun-Mod", "Ikh-Tamir", "Nogoon-Khotol", "Shar-Bulag"),
    *("Khuren-Tal", "Tsenkher-Gol", "Mogoi-Nuruu", "Bor-Khangai"),
)
YEARS = 6
TRAINED, JOBS, INCOME = 3540, 288, 1496
_WAY = ("outlined", "drafting", "submitted", "in_check", "in_rating", "selected", "contracted", "running", "completed")
_THIS_YEAR = ("running", "running", "selected", "in_rating", "drafting")  # how far the newest have come, by turns
_NOT_YET_CHECKED, _PARTLY, _ENDED = 10, 4, 3
_WHO = "Programme office"
_MILESTONES = ("Contract and own part", "Half of the activities, with receipts", "Final report")
_FORM: dict[str, Any] = {  # what all demo applications say alike
    "registration": "demo",
    "champion": _WHO,
    "champion_post": "Officer",
    "champion_phone": "demo",
    "champion_consent": True,
    "experience": "Invented for the demo.",
    "obstacle": "One of the obstacles that the planning workshop ranked first.",
    "causes": "As found in the workshop.",
    "evidence": "Vote of the planning workshop.",
    "gains": [{"group": "Producers of the region", "side": "gains"}],
    "goal": "The measure runs by itself after its end.",
    "effect": "People see it at work.",
    "outputs": [{"output": "As planned", "quantity": "1"}],
    "further": "Others copy it.",
    "activities": [{"what": "Set it up", "who": _WHO}],
    "indicators": [{"common": "trained", "name": "Trained"}, {"common": "jobs", "name": "Jobs"}],
    "jobs_women": 0,
    "jobs_youth": 0,
    "training_days": 5,
    "certificate": "yes",
    "income_unit": "persons",
    "income_how": "Own statement with a book.",
    "account": "The lead",
    "purchase": "Three offers",
    "owner_after": "The group",
    "runs_after": "The group",
    "running_cost": 500,
    "running_payer": "Users",
    "maintenance": "By the group",
    "half_income": "It goes on with fewer days.",
    "work": ["no_child_labour", "safe", "fair"],
    "environment": ["none"],
    "environment_how": "Nothing is touched.",
    "permits": "In place",
    "inclusion": "Open to all",
    "risks": [{"risk": "Drought", "answer": "Start later"}],
    "declaration": ["true", "no_double", "consent"],
    "publish": "yes",
}
_DAY = 24 * 3600 * 1000


@dataclass(frozen=True)
class _Plan:
    """One measure of the programme, before it is entered."""

    region: str
    year: int
    theme: dict[str, Any]
    start: date
    ended: date | None
    state: str


def build(store: Store, now: int) -> None:
    """Enter regions, measures, figures and checks, as they would have been by ``now`` (ms since 1970, UTC)."""
    today = date.fromisoformat(day_of(now))
    plans = _plans(today)
    ended = [plan for plan in plans if plan.ended is not None]
    shares = {
        "trained": split(TRAINED, [plan.theme["trained"] for plan in ended]),
        "jobs": split(JOBS, [plan.theme["jobs_fte"] for plan in ended]),
        "income": split(INCOME, [plan.theme["higher_income"] for plan in ended]),
    }
    verdicts = iter(_verdicts(sum(_is_due(plan, today) for plan in ended)))

    def work(connection: Any) -> None:
        there = {region.name: region.id for region in people.regions(connection)}
        for name in REGIONS:
            there.setdefault(name, "")
            there[name] = there[name] or people.add_region(connection, name, "mn")
        given = {code: iter(share) for code, share in shares.items()}
        fund = DemoFund(connection, _WHO)
        for plan in plans:
            made = _enter(connection, plan, there[plan.region])
            id = made.id
            fund.pays(made, plan.year, plan.start, plan.ended, today)
            if plan.ended is not None:
                _report(connection, id, plan, {code: next(share) for code, share in given.items()})
                if _is_due(plan, today):
                    _check(connection, id, plan, next(verdicts), today)
        frozen = [one.name for one in quarters.frozen(connection)]
        for name in to_freeze(today.isoformat(), frozen)[:1]:
            quarters.freeze(connection, name, now, _WHO)

    store.write(work)


def is_built(store: Store) -> bool:
    """Say whether these data have the demo programme already."""
    with store.read() as connection:
        there = {region.id for region in people.regions(connection) if region.name in REGIONS}
        return bool(register.every(connection, there))


def day_of(now: int) -> str:
    """Give the day (ISO) of a time in ms since 1970, UTC."""
    return date.fromordinal(date(1970, 1, 1).toordinal() + now // _DAY).isoformat()


def told(store: Store, today: str) -> dict[str, Any]:
    """Tell what the dashboard of the umbrella organisation shows, by its own reckoning."""
    with store.read() as connection:
        found = results.places(connection, None, first_due_by(today))
        names = {region.id: region.name for region in people.regions(connection)}
        _, whole = heads.once(connection, found)
    return {
        "regions": sum(names[id] in REGIONS for id in found),
        "measures": whole.begun,
        **{name: _people(whole, code) for name, code in _TOLD.items()},
        "still_effective_percent": _percent(whole),
    }


_TOLD = {"trained": "trained", "jobs": "jobs", "higher_income": "income"}


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Share a whole number out by weights, so that the shares add up to it: largest remainders first."""
    each = [Fraction(total * weight, sum(weights)) for weight in weights]
    shares = [int(one) for one in each]
    order = sorted(range(len(each)), key=lambda n: (shares[n] - each[n], n))
    for n in order[: total - sum(shares)]:
        shares[n] += 1
    return shares


def _plans(today: date) -> list[_Plan]:
    """Plan a measure a region and year, with the eight themes of the demo by turns."""
    themes = demo_data()["measures"]
    plans = []
    for r, region in enumerate(REGIONS):
        for y in range(YEARS):
            theme = themes[(r + 3 * y) % len(themes)]
            start = date(today.year - YEARS + 1 + y, 1 + (r + y) % 4, 1 + r)
            ended = start + timedelta(days=30 * theme["months"])
            newest = y == YEARS - 1
            state = _THIS_YEAR[r % len(_THIS_YEAR)] if newest or ended > today else "completed"
            plans.append(_Plan(region, start.year, theme, start, ended if state == "completed" else None, state))
    return plans


def _is_due(plan: _Plan, today: date) -> bool:
    return plan.ended is not None and plan.ended.isoformat() <= first_due_by(today.isoformat())


def _verdicts(number: int) -> list[str]:
    """Spread the verdicts of so many measures: a few partly effective, ended and not yet checked among them."""
    other = [PARTLY] * _PARTLY + [ENDED] * _ENDED + [""] * _NOT_YET_CHECKED
    step = number // len(other)
    spread = [EFFECTIVE] * number
    for n, verdict in enumerate(other):
        spread[n * step + step // 2] = verdict
    return spread


def _enter(connection: Any, plan: _Plan, region: str) -> Entry:
    at = _ms(plan.start) - 90 * _DAY
    theme = plan.theme
    form = _FORM | {
        "places": plan.region,
        "lead": theme["lead"],
        "lead_sector": theme["owner_sector"],
        "partners": [{"organisation": "Chamber of the region", "sector": _partner(theme["owner_sector"])}],
        "effect_month": theme["first_effect_month"],
        "budget": [{"item": theme["title"][:60], "quantity": "1", "unit_price": theme["total_eur"], "payer": "fund"}],
        "total": theme["total_eur"],
        "asked": theme["fund_eur"],
        "own_cash": theme["own_eur"],
        "own_kind": 0,
        "tranches": [
            {"sum": n, "milestone": milestone}
            for n, milestone in zip(split(theme["fund_eur"], (40, 40, 20)), _MILESTONES, strict=True)
        ],
        "start": plan.start.isoformat(),
        "months": theme["months"],
        "jobs": theme["jobs_fte"],
        "jobs_fte": theme["jobs_fte"],
        "trained": theme["trained"],
        "income": theme["higher_income"],
    }
    made = register.add(
        connection,
        region_id=region,
        year=plan.year,
        at=at,
        begun=lambda blank: begin(blank, _WHO, theme["title"], form),
    )
    here = made
    for n, state in enumerate(_WAY[1 : _WAY.index(plan.state) + 1], 1):
        here = register.change(connection, made.id, at + n * _DAY, _to(state))
    if here.state in ("running", "completed"):
        register.change(connection, made.id, here.changed_at + _DAY, lambda e: release(e, _WHO, True))
    if plan.ended is not None:
        day = plan.ended.isoformat()
        register.change(connection, made.id, _ms(plan.ended), lambda e: end(e, _WHO, day, day))
    return here


def _partner(lead: str) -> str:
    return "public" if lead == "semi-public" else "semi-public"


def _to(state: str) -> register.Step:
    return lambda here: move(here, _WHO, OFFICE, state)


def _report(connection: Any, id: str, plan: _Plan, shares: dict[str, int]) -> None:
    assert plan.ended is not None
    day, at = plan.ended.isoformat(), _ms(plan.ended)
    values = {**shares, "fte": 0, "participations": shares["trained"] * 6 // 5}
    for code, n in values.items():
        value = 80 * shares["jobs"] if code == "fte" else 100 * n
        parts = {"women": n * 3 // 5} if code in ("trained", "jobs", "income") and plan.year % 3 else {}
        told = {"code": code, "day": day, "value": value, "parts": parts, "proof": "List of the region"}
        results.add_reading(connection, id, told, _WHO, at)


def _check(connection: Any, id: str, plan: _Plan, verdict: str, today: date) -> None:
    """Make the checks that are due; where one shall be missing still, none is made."""
    assert plan.ended is not None
    answers = {
        EFFECTIVE: dict.fromkeys(ANSWERED, "yes"),
        PARTLY: {**dict.fromkeys(ANSWERED, "yes"), "Q3": "no"},
        ENDED: {"Q1": "no"},
    }.get(verdict)
    for time in TIMES if answers else ():
        day = due(plan.ended.isoformat(), time)
        if day <= today.isoformat():
            proofs = {f"{question}_word": "Seen on the spot" for question in answers or {}}
            check = answered(id, time, {**(answers or {}), **proofs}, _WHO, "visit", day, _ms(date.fromisoformat(day)))
            results.keep_check(connection, check)


def _people(place: Place, code: str) -> int:
    return place.lines[code].value // 100 if code in place.lines else 0


def _percent(place: Place) -> int | None:
    share = place.rate.share
    return None if share is None else int(100 * share + Fraction(1, 2))


def _ms(day: date) -> int:
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * _DAY
