"""What a workshop decided about measures, written into the register: looked through by a person, then all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.principles import held
from shared.domain.records import Measure, Workshop
from shared.domain.register.checks import Check, answered
from shared.domain.register.concluded import conclude
from shared.domain.register.convened import Outcome, outcomes, way
from shared.domain.register.entries import Entry, Event, decide, move, report
from shared.domain.register.states import COMMITTEE, OFFICE, REASONED, STARTED, STATES
from shared.store import register, results
from shared.web import language as speech
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person


@pages.get("/facilitator/workshops/<id>/decisions")
@for_facilitators
def decisions(id: str) -> str:
    return _page(own_workshop(person(), id))


@pages.post("/facilitator/workshops/<id>/decisions")
@for_facilitators
def write_decisions(id: str) -> Answer:
    """Write back what stands in the form, for all measures or none: ``to-ID``, ``reason-``, ``checks-``, ``worth-``."""
    workshop, form = own_workshop(person(), id), request.form.to_dict()
    lines = [line for line in _lines(workshop) if line[1] is not None]
    by, at, day = person().name, house().desk.now(), today()
    here = lines[0][1] if lines else None
    try:
        work: list[Line] = []
        for _, here, outcome in lines:
            assert here is not None
            to, reason = form.get(f"to-{here.id}", ""), form.get(f"reason-{here.id}", "")
            if to and (to not in STATES or not way(here.state, to)):
                raise Refused("conflict", "state_unreachable")
            made = _checks(here, outcome, workshop, by, at, day) if form.get(f"checks-{here.id}") else []
            work.append(Line(here, outcome, to, reason, made, bool(form.get(f"worth-{here.id}"))))
        house().store.write(lambda c: _keep(c, work, workshop, by, at))
    except Refused as refusal:
        number = str(refusal.params.get("number", "")) or (here.number if here else "")
        return make_response(_page(workshop, f"{number}: {say_refusal(g.language, refusal)}", form), 400)
    return back("measures", workshop=workshop.id, decided=sum(bool(one.to or one.made or one.worth) for one in work))


@dataclass(frozen=True)
class Line:
    """What is to be written back of one measure."""

    here: Entry
    outcome: Outcome
    to: str
    reason: str
    made: list[Check]
    worth: bool


def _keep(connection: Any, work: list[Line], workshop: Workshop, by: str, at: int) -> None:
    for one in work:
        here = one.here
        try:
            for check in one.made:
                register.change(connection, here.id, at, _checked(by, check.time))
                results.keep_check(connection, check)
            if one.worth and one.outcome.worth:
                register.change(connection, here.id, at, _concluded(by, one.outcome, workshop))
            for state in way(here.state, one.to) if one.to else []:
                step = _decided(by, one.to, one.reason, one.outcome) if state == one.to else _moved(by, state)
                register.change(connection, here.id, at, step)
        except Refused as refusal:
            raise Refused(refusal.code, refusal.key, **refusal.params, number=here.number) from None


def _concluded(by: str, outcome: Outcome, workshop: Workshop) -> register.Step:
    return lambda entry: conclude(entry, by, outcome.worth, workshop.title, workshop.date)


def _checked(by: str, time: str) -> register.Step:
    return lambda entry: report(entry, by, COMMITTEE, "checked", time)


def _moved(by: str, state: str) -> register.Step:
    return lambda entry: move(entry, by, OFFICE, state)


def _decided(by: str, to: str, reason: str, outcome: Outcome) -> register.Step:
    rating = {"total": outcome.total, "place": outcome.place, "means": outcome.means} if outcome.total else {}

    def step(entry: Entry) -> tuple[Entry, Event]:
        return decide(entry, by, to, reason, rating)

    return step


def _checks(entry: Entry, outcome: Outcome, workshop: Workshop, by: str, at: int, day: str) -> list[Check]:
    if entry.state not in STARTED:
        return []
    when = min(workshop.date or day, day)
    return [answered(entry.id, time, said, by, "visit", when, at) for time, said in sorted(outcome.checks.items())]


def _lines(workshop: Workshop) -> list[tuple[Measure, Entry | None, Outcome]]:
    """Find a workshop's measures, each with its entry in the register, if it has one, and what was decided of it."""
    _, records = board_of(workshop.id)
    told = outcomes(records)
    measures = sorted((r for r in records if isinstance(r, Measure)), key=lambda m: (m.position, m.id))
    if workshop.region not in house().identity.regions(person(), "office"):
        abort(404)
    with house().store.read() as connection:
        mine = register.of_workshop(connection, workshop.id)
        lines = []
        for measure in measures:
            origin = measure.origin
            found = register.one(connection, origin["entry"]) if origin.get("entry") else mine.get(measure.id)
            if found is None and origin.get("workshop"):
                found = register.of_workshop(connection, origin["workshop"]).get(origin.get("measure", ""))
            lines.append((measure, found if found and found.region == workshop.region else None, told[measure.id]))
    return lines


def _page(workshop: Workshop, refused: str = "", typed: dict[str, str] | None = None) -> str:
    lines = _lines(workshop)
    return page(
        "decisions.html",
        workshop=workshop,
        rows=[_row(workshop, entry, outcome, typed) for _, entry, outcome in lines if entry is not None],
        without=[measure.title for measure, entry, _ in lines if entry is None],
        refused=refused,
    )


def _row(workshop: Workshop, entry: Entry, outcome: Outcome, typed: dict[str, str] | None) -> dict[str, Any]:
    there = [state for state in STATES if way(entry.state, state)]
    ended = "evaluated" if outcome.worth and entry.state == "completed" else ""  # what still runs is not closed by it
    proposed = next((to for to in (outcome.to, ended) if to in there), "")
    why = _why(workshop, outcome)
    return {
        "entry": entry,
        "told": _told(outcome),
        "held": held(entry.form),
        "states": [("", say("register.decide_nothing")), *((state, say(f"register.state.{state}")) for state in there)],
        "to": typed.get(f"to-{entry.id}", "") if typed is not None else proposed,
        "reason": typed.get(f"reason-{entry.id}", "") if typed is not None else why,
        "asks": sorted(REASONED & set(there)),
        "checks": [_named_check(time, said) for time, said in sorted(outcome.checks.items())]
        if entry.state in STARTED
        else [],
        "worth": len(outcome.worth) if entry.state in STARTED else 0,
        "keep_worth": bool(typed.get(f"worth-{entry.id}")) if typed is not None else True,
        "keep_checks": bool(typed.get(f"checks-{entry.id}")) if typed is not None else True,
    }


def _named_check(time: str, said: dict[str, str]) -> str:
    verdict = say(f"evaluation.words.verdict.{said['verdict']}")
    return f"{say(f'evaluation.words.time.{time}')}: {verdict}"


def _told(outcome: Outcome) -> list[str]:
    told = []
    if outcome.total:
        told.append(say("register.decide_total", total=outcome.total))
    if outcome.place:
        told.append(say("register.decide_place", place=outcome.place))
    told += [say(f"register.decided_by.{reason}") for reason in outcome.reasons]
    if outcome.recused:
        told.append(say("register.decide_recused", names=", ".join(outcome.recused)))
    return told


def _why(workshop: Workshop, outcome: Outcome) -> str:
    """Propose the reason that goes into the history: which meeting, what it found, who stood aside."""
    if not (outcome.to or outcome.total):
        return ""
    meeting = f"{workshop.title}, {speech.day(g.language, workshop.date)}" if workshop.date else workshop.title
    return "; ".join([meeting, *_told(outcome), *([outcome.word] if outcome.word else [])])[:300]
