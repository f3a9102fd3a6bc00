"""A region at a glance: where it is in its cycle, who came, what hinders and helps it, its measures, money, talks."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flask import abort, g

from shared.domain.attendance import OTHERWISE, SEX, SEXES
from shared.domain.dialogue import STEPS, dialogue
from shared.domain.permissions import Scope, scope
from shared.domain.records import Sector, Workshop
from shared.domain.register.checks import first_due_by, waiting
from shared.domain.register.states import STAGES
from shared.domain.standing import Standing, cycle, reached, top
from shared.minutes.financing import MONEY
from shared.store import development, financing, regional, reminders, results
from shared.store.results import Place
from shared.voting.sectors import decimal
from shared.web import language as speech
from shared.web.checking import today
from shared.web.house import house
from shared.web.site import say

from .financing import sums
from .measures import only_released
from .pages import for_results, page, pages, person


@pages.get("/facilitator/regions/<id>")
@for_results
def region_page(id: str) -> str:
    regions = house().identity.regions(person(), "results")
    if id not in regions:
        abort(404)
    now, office = today(), id in house().identity.regions(person(), "office")
    with house().store.read() as connection:
        held = regional.held(connection, [id], only_released())
        phones = regional.phones(connection, [one.id for one in held])
        factors = regional.factors(connection, held).get(id, {})
        place = results.places(connection, [id], first_due_by(now)).get(id, Place())
        talks = dialogue(development.talks(connection, [id]))
        stands = financing.stands(connection, [id], now) if office else []
        ended = reminders.ended(connection, [id]) if office else []
    steps = cycle((one.template, one.date) for one in held)
    return page(
        "region.html",
        id=id,
        name=regions[id],
        as_of=speech.day(g.language, now),
        steps=[(step, n, _day(day)) for step, (n, day) in steps.items()],
        reached=reached(steps),
        held=[_held(one, phones.get(one.id, {})) for one in held],
        sectors=[(str(sector), say(f"common.sector.{sector}")) for sector in Sector],
        factors=[(kind, [factor_told(one) for one in top(factors, sign)]) for kind, sign in _KINDS.items()],
        stages=[
            (stage, say(f"register.stage.{stage}"), sum(place.states[state] for state in states))
            for stage, states in STAGES.items()
        ],
        talks=[
            (say(f"development.step.{step}"), speech.number(g.language, talks.steps[n])) for n, step in enumerate(STEPS)
        ],
        meetings=talks.meetings,
        office=office,
        money=sums(stands, lambda s: regions[id]),
        heads=[say(f"financing.{name}") for name in MONEY],
        due=sum(len(waiting(entry.ended_on, made, now)) for entry, made in ended),
        reads=scope(person().role, "read") is not Scope.NOWHERE,
    )


_KINDS = {"obstacles": -1, "advantages": 1}


def factor_told(one: Standing) -> dict[str, Any]:
    """Put a factor into words: rating, and by how much it changed since when."""
    told = {
        "name": say(f"factors.words.{one.now.factor}"),
        "rating": signed(one.now.rating),
        "day": _day(one.now.day),
        "reach": say(f"regional.reach.{one.now.reach}"),
    }
    if one.before is None or one.change is None:
        return {**told, "change": say("regional.first_time")}
    way = "better" if one.change > 0 else "worse" if one.change < 0 else "same"
    since = _day(one.before.day)
    return {**told, "change": say(f"regional.{way}", before=signed(one.before.rating), day=since)}


def signed(rating: Fraction) -> str:
    """Write a rating with its sign, and without places that say nothing."""
    written = decimal(abs(rating), 1).removesuffix(".0")
    return f"{'+' if rating > 0 else '−' if rating < 0 else ''}{written}"


def _held(workshop: Workshop, phones: dict[str, int]) -> dict[str, Any]:
    """Tell who came to a workshop: by sector whatever way they took part, and women and men where they were counted."""
    ways = [phones, *(workshop.attendance.get(way, {}) for way in OTHERWISE)]
    sectors = {str(sector): sum(way.get(sector, 0) for way in ways) for sector in Sector}
    sexes = workshop.attendance.get(SEX, {})
    return {
        "id": workshop.id,
        "title": workshop.title,
        "day": _day(workshop.date),
        "all": sum(sum(way.values()) for way in ways),
        "sectors": sectors,
        "sexes": ", ".join(f"{say(f'minutes.{sex}')} {sexes[sex]}" for sex in SEXES if sex in sexes),
    }


def _day(iso: str) -> str:
    return speech.day(g.language, iso, "medium") if iso else ""
