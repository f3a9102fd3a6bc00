"""Measures of an earlier workshop, taken over to be evaluated: copies that keep their words and tell their origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from . import places
from .activities import KINDS_OF_ACTIVITY
from .activities.evaluation import TIMES
from .changes import Change, Refused, add
from .measures import MOST_MEASURES
from .pledges import MOST_PLEDGES
from .records import Activity, Measure, Phase, Pledge, Record, Workshop
from .registry import SYSTEM, Asked, rule


@dataclass(frozen=True)
class Carry:
    measures: list[dict[str, Any]]
    pledges: list[dict[str, Any]]
    title: str


@rule("measure.carry", Carry, SYSTEM)
def carry(asked: Asked, command: Carry) -> Change:
    """Take measures over before anything about them opens; one that is here already is passed over.

    The plan lines and commitments that belong to them hang on the evaluation, where there is one to read them.
    """
    step = _first_about_measures(asked)
    fellows = asked.board.find(Measure)
    here = {measure.origin.get("measure") for measure in fellows}
    came = [measure for measure in command.measures if measure["origin"]["measure"] not in here]
    if not came:
        raise Refused("conflict", "carried_already" if command.measures else "carried_none")
    if len(fellows) + len(came) > MOST_MEASURES:
        raise Refused("limit", "measures_full", most=MOST_MEASURES)
    taken = {measure["id"] for measure in came}
    evaluates = KINDS_OF_ACTIVITY[step.kind].evaluates
    lines = [pledge for pledge in command.pledges if evaluates and pledge["measure"] in taken]
    promised = asked.board.find(Pledge)
    if len(promised) + len(lines) > MOST_PLEDGES:
        raise Refused("limit", "pledges_full", most=MOST_PLEDGES)
    here_too: dict[str, Any] = {"workshop": asked.workshop.id}
    first, first_line = places.last(fellows), places.last(promised)
    edits = [add(Measure(**measure, **here_too, cluster=None, position=first + n)) for n, measure in enumerate(came)]
    edits += [
        add(Pledge(**pledge, **here_too, activity=step.id, position=first_line + n)) for n, pledge in enumerate(lines)
    ]
    return Change("measure.carried", tuple(edits), command.title, answer={"measures": len(came)})


def carried(records: Iterable[Record], new_id: Callable[[], str]) -> dict[str, Any]:
    """Tell the measures of a workshop, and what was planned and promised for them, as ``measure.carry`` takes them."""
    found = list(records)
    workshop = next(record for record in found if isinstance(record, Workshop))
    kinds = {record.id: record.kind for record in found if isinstance(record, Activity)}
    ids: dict[str, str] = {}
    measures, pledges = [], []
    for measure in sorted((r for r in found if isinstance(r, Measure)), key=lambda m: (m.position, m.id)):
        ids[measure.id] = new_id()
        told = {name: getattr(measure, name) for name in ("title", "champion", "sheet", "indicators", "budget")}
        told["reached"] = _earlier(measure)
        told["checks"] = {time: said for time, said in measure.checks.items() if time in TIMES}
        origin = {"workshop": workshop.id, "title": workshop.title, "date": workshop.date, "measure": measure.id}
        measures.append({"id": ids[measure.id], **told, "origin": origin})
    for pledge in sorted((r for r in found if isinstance(r, Pledge)), key=lambda p: (p.position, p.id)):
        if pledge.measure in ids:
            told = {name: getattr(pledge, name) for name in ("what", "who", "due", "means", "champion")}
            former = pledge.former or kinds.get(pledge.activity, "")
            pledges.append({"id": new_id(), "measure": ids[pledge.measure], **told, "former": former})
    return {"title": workshop.title, "measures": measures, "pledges": pledges}


def _earlier(measure: Measure) -> dict[str, dict[str, str]]:
    """Give what was reached by then, at half time say, to stand beside what is told next; not what was disputed."""
    told = {id: one.get("value") or one.get("earlier", "") for id, one in measure.reached.items()}
    return {
        id: {"earlier": value} for id, value in told.items() if value and measure.reached[id].get("state") != "disputed"
    }


def _first_about_measures(asked: Asked) -> Activity:
    """Find the step that measures are taken over for: the first that evaluates, else the first that asks about them."""
    steps = asked.board.find(Activity)
    evaluating = [step for step in steps if KINDS_OF_ACTIVITY[step.kind].evaluates]
    asking = [step for step in steps if step.settings.get("about") == "measures"]
    if not evaluating and not asking:
        raise Refused("invalid", "no_evaluation_step")
    if any(step.phase != Phase.DRAFT for step in evaluating or asking):
        raise Refused("phase_closed", "carry_before_opening")
    return (evaluating or asking)[0]
