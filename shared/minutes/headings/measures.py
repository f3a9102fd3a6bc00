"""The measures: what became of each, who stands up for it, who takes part, and its first step."""

from __future__ import annotations

from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.joined import counts_as
from shared.domain.records import Activity, Cluster, Measure, Pledge, Sector

from ..sections.vote import revealed
from ..sheet import Sheet
from ..tree import Link, Part, Place, Run
from .common import day, plan_lines, steps_of, table, under

_Votes = dict[str, tuple[int, Activity]]  # by what was voted on: its figure, and the vote


def measures(sheet: Sheet) -> Part:
    dots, ballots = _votes(sheet, "dots"), _votes(sheet, "choice")
    rows: list[list[Run | list[Run]]] = []
    data = []
    for number, measure in enumerate(sheet.find(Measure), start=1):
        (state, settled), first = _settled(sheet, measure), _first_step(sheet, measure)
        partners = _partners(sheet, measure)
        rows.append(
            [
                str(number),
                _title(sheet, measure, dots, ballots),
                _state(sheet, measure, state, settled),
                measure.champion,
                " · ".join(f"{sheet.say(f'common.sector.{sector}')}: {who}" for sector, who in partners.items()),
                first.what if first else "",
                day(sheet, first.due) if first else "",
            ]
        )
        told = {name: getattr(measure, name) for name in ("id", "title", "champion", "cluster", "parked")}
        step = {"what": first.what, "who": first.who, "due": first.due} if first else None
        told |= {
            "dots": dots[measure.cluster][0] if measure.cluster in dots else None,
            "state": state,
            "partners": partners,
            "first_step": step,
        }
        data.append(told)
    keys = ("number_short", "measure", "state", "champion", "partners", "first_step", "due")
    told_in = table(sheet, "minutes.measures", keys, rows, _WHERE_ANY)
    return under(sheet, "measures", (told_in,) if rows else (), data)


def state_of(sheet: Sheet, measure: Measure) -> str:
    """Say how far a measure came this day: parked, funded, reserve, unfunded, chosen, or proposed."""
    return _settled(sheet, measure)[0]


def _settled(sheet: Sheet, measure: Measure) -> tuple[str, Activity | None]:
    """Say how far a measure came, and by which vote."""
    if measure.parked:
        return "parked", None
    for step in reversed(sheet.find(Activity)):
        result = revealed(step)
        if result is None or measure.id not in {item["id"] for item in result.get("items", ())}:
            continue
        if step.kind == "fund":
            return next((state for name, state in _FUND.items() if measure.id in result[name]), "unfunded"), step
        if step.kind == "scores" and measure.id in result.get("goes_on", ()):
            return "chosen", step
    return "proposed", _rated(sheet, measure)


def _rated(sheet: Sheet, measure: Measure) -> Activity | None:
    """Find the last rating that tells of a measure."""
    told = [step for step in steps_of(sheet, "rating") if revealed(step)]
    of_it = (s for s in reversed(told) if any(item["id"] == measure.id for item in (revealed(s) or {})["items"]))
    return next(of_it, None)


_WHERE_ANY = ("partners", "first_step", "due")  # columns that stand only where one measure at least has them
_FUND = {"chosen": "funded", "reserve": "reserve"}


def _state(sheet: Sheet, measure: Measure, state: str, settled: Activity | None) -> Run:
    """Say how far a measure came; the words lead to the vote that they come from."""
    said = sheet.say(f"minutes.state_{state}", reason=measure.parked)
    return Link(said, f"step-{settled.id}") if settled is not None else said


def _title(sheet: Sheet, measure: Measure, dots: _Votes, ballots: _Votes) -> list[Run]:
    """Name a measure, lead to the group from which it came, and to the votes on either."""
    group = sheet.get(Cluster, measure.cluster)
    told: list[Run] = [Link(group.title, f"group-{group.id}")] if group is not None else []
    for id in filter(None, (measure.cluster, measure.id)):
        if id in dots:
            n, step = dots[id]
            told.append(Link(f"{sheet.say('minutes.dots')}: {n}", f"step-{step.id}"))
        if id in ballots:
            n, step = ballots[id]
            told.append(Link(f"{sheet.say('choice.minutes.ballots')}: {n}", f"step-{step.id}"))
    place = Place(measure.title, f"measure-{measure.id}")
    return [place, *((" (", *_between(told), ")") if told else ())]


def _between(told: list[Run]) -> list[Run]:
    return [part for run in told for part in (" · ", run)][1:]


def _votes(sheet: Sheet, kind: str) -> _Votes:
    """Give the figures of what was voted on, and the vote that they come from: the last one of this kind.

    What counts as another thing by now has that one's figure.
    """
    found: _Votes = {}
    figure = KINDS_OF_ACTIVITY[kind].figure
    for step in steps_of(sheet, kind):
        told = {item["id"]: item[figure] for item in (revealed(step) or {}).get("items", ())}
        told |= {gone: told[into] for gone, into in counts_as(step).items() if into in told}
        found |= {id: (n, step) for id, n in told.items()}
    return found


def _partners(sheet: Sheet, measure: Measure) -> dict[str, Any]:
    return {str(sector): measure.sheet[sector] for sector in Sector if measure.sheet.get(sector)}


def _first_step(sheet: Sheet, measure: Measure) -> Pledge | None:
    """Find the line of the plan that comes first; one without a day comes after those that have one."""
    lines = plan_lines(sheet, measure=measure.id)
    return min(lines, key=lambda line: (not line.due, line.due, line.position), default=None)
