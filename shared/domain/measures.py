"""Measures: what the room wants done. A measure keeps the group that it came from, and so its cards and its dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import places
from .activities import KINDS_OF_ACTIVITY, knockouts
from .changes import Change, Refused, add, edit, remove
from .evaluations import COMMON, LINES, plan_stays
from .records import Activity, Cluster, Measure, Phase, Pledge
from .registry import SEAT, Asked, rule
from .shape import Id, fits
from .text import block, line

MOST_MEASURES = 60
SHEET_TEXTS = {  # the sketch of a measure, and how many characters each answer takes
    "obstacle": 300,
    "what": 300,
    "gains": 200,
    "private": 160,  # partners by sector
    "public": 160,
    "semi-public": 160,
    "effect": 120,  # the first visible effect
    "deputy": 120,
}
INDICATOR = {"name": 120, "unit": 40, "base": 40, "target": 40}  # a line of what is to be reached, in characters
MOST_INDICATORS = 6
BUDGET_ITEM = 160  # characters
SHEET_NUMBERS = {"month": 18, "total": 10**9, "own": 10**9, "asked": 10**9}  # month of the first effect; whole money


@dataclass(frozen=True)
class Adopt:
    measure: Id
    title: str
    cluster: Id | None = None


@dataclass(frozen=True)
class EditMeasure:
    measure: Id
    title: str | None = None
    champion: str | None = None
    sheet: dict[str, Any] | None = None
    indicators: list[dict[str, str]] | None = None


@dataclass(frozen=True)
class OneMeasure:
    measure: Id


@dataclass(frozen=True)
class Park:
    measure: Id
    reason: str


@dataclass(frozen=True)
class Sketch:
    activity: Id
    measure: Id
    title: str | None = None
    cluster: Id | None = None
    champion: str | None = None
    sheet: dict[str, Any] | None = None
    indicators: list[dict[str, str]] | None = None


@dataclass(frozen=True)
class TakeSketch:
    activity: Id
    measure: Id


@rule("measure.adopt", Adopt)
def adopt(asked: Asked, command: Adopt) -> Change:
    cluster = asked.one(Cluster, command.cluster) if command.cluster is not None else None
    fellows = asked.board.find(Measure)
    if len(fellows) >= MOST_MEASURES:
        raise Refused("limit", "measures_full", most=MOST_MEASURES)
    title = line(command.title, 160, least=1)
    measure = Measure(
        id=asked.fresh(Measure, command.measure),
        workshop=asked.workshop.id,
        title=title,
        cluster=cluster.id if cluster else None,
        position=places.last(fellows),
    )
    return Change("measure.adopted", (add(measure),), title)


@rule("measure.edit", EditMeasure)
def edit_measure(asked: Asked, command: EditMeasure) -> Change:
    measure = asked.one(Measure, command.measure)
    values: dict[str, Any] = {}
    if command.title is not None:
        _unvoted(asked, measure)
        plan_stays(asked)
        values["title"] = line(command.title, 160, least=1)
    if command.champion is not None:
        values["champion"] = line(command.champion, 120)
    if command.sheet is not None:
        if command.sheet.keys() - knockouts.FIELDS.keys():
            plan_stays(asked)
        values["sheet"] = sheet_of(command.sheet, measure.sheet, office=True)
    if command.indicators is not None:
        plan_stays(asked)
        values["indicators"] = indicators_of(command.indicators)
    return Change("measure.edited", (edit(measure, **values),), values.get("title", measure.title))


@rule("measure.drop", OneMeasure)
def drop(asked: Asked, command: OneMeasure) -> Change:
    measure = asked.one(Measure, command.measure)
    _unvoted(asked, measure)
    lines = [
        remove(pledge) if pledge.former else edit(pledge, measure=None)
        for pledge in asked.board.find(Pledge, measure=measure.id)
    ]
    return Change("measure.dropped", (*lines, remove(measure)), measure.title)


@rule("measure.park", Park)
def park(asked: Asked, command: Park) -> Change:
    """Set a measure aside by the room's decision, with its reason; it is kept, and later votes leave it out."""
    measure = asked.one(Measure, command.measure)
    _unvoted(asked, measure)
    reason = line(command.reason, 200, least=1)
    return Change("measure.parked", (edit(measure, parked=reason),), measure.title, reason)


@rule("measure.unpark", OneMeasure)
def unpark(asked: Asked, command: OneMeasure) -> Change:
    """Take a measure back among those that stand."""
    measure = asked.one(Measure, command.measure)
    return Change("measure.unparked", (edit(measure, parked=""),) if measure.parked else (), measure.title)


@rule("measure.sketch", Sketch, SEAT)
def sketch(asked: Asked, command: Sketch) -> Change:
    """Begin a measure from a phone, or fill in more of the one that this phone began or took over."""
    activity = _sketching(asked, command.activity)
    cluster = asked.one(Cluster, command.cluster).id if command.cluster is not None else None
    measure = asked.board.get(Measure, command.measure)
    values: dict[str, Any] = {}
    if command.title is not None or measure is None:
        values["title"] = line(command.title or "", 160, least=1)
    if cluster is not None:
        values["cluster"] = cluster
    if command.champion is not None:
        values["champion"] = line(command.champion, 120)
    if command.sheet is not None:
        values["sheet"] = sheet_of(command.sheet, measure.sheet if measure else {})
    if command.indicators is not None:
        values["indicators"] = indicators_of(command.indicators)
    if measure is None:
        fellows = asked.board.find(Measure)
        if len(fellows) >= MOST_MEASURES:
            raise Refused("limit", "measures_full", most=MOST_MEASURES)
        if asked.board.count(Measure, author=asked.actor.id) >= activity.settings["sketches"]:
            raise Refused("limit", "sketches_all_made", most=activity.settings["sketches"])
        values = {"cluster": None, **values, "author": asked.actor.id, "position": places.last(fellows)}
        begun = Measure(id=command.measure, workshop=asked.workshop.id, **values)
        return Change("measure.sketched", (add(begun),), begun.title)
    if measure.author != asked.actor.id:
        raise Refused("not_allowed", "sketch_elsewhere")
    if "title" in values:
        _unvoted(asked, measure)
    if values.keys() - {"champion", "cluster"}:
        plan_stays(asked)
    return Change("measure.sketched", (edit(measure, **values),), values.get("title", measure.title))


@rule("measure.take", TakeSketch, SEAT)
def take(asked: Asked, command: TakeSketch) -> Change:
    """Go on with a measure on another phone; the one before may only read it from then on."""
    _sketching(asked, command.activity, evaluating=True)
    measure = asked.one(Measure, command.measure)
    return Change("measure.taken", (edit(measure, author=asked.actor.id),), measure.title)


def _sketching(asked: Asked, id: str, evaluating: bool = False) -> Activity:
    activity = asked.one(Activity, id)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if not (kind.sketches or (evaluating and kind.evaluates)):
        raise Refused("invalid", "takes_no_sketches")
    if activity.phase != Phase.OPEN:
        raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")
    return activity


def _unvoted(asked: Asked, measure: Measure) -> None:
    """Refuse while a vote is about this measure: a result keeps the name that was voted on."""
    for activity in asked.board.find(Activity):
        if activity.phase in (Phase.OPEN, Phase.CLOSED) and measure.id in activity.options:
            raise Refused("phase_closed", "voted_on")


def sheet_of(given: dict[str, Any], base: dict[str, Any], office: bool = False) -> dict[str, Any]:
    """Lay answers over a sketch; an empty one ("" or None) takes an answer back. Refuses what no sketch asks.

    The answers to the knock-out questions stand in the same sheet; only the ``office`` gives them.
    """
    sheet = dict(base)
    for name, value in given.items():
        if office and name in knockouts.FIELDS:
            sheet[name] = _knockout(name, value)
        elif name in SHEET_TEXTS and isinstance(value, str):
            sheet[name] = block(value, SHEET_TEXTS[name])
        elif name in SHEET_NUMBERS and type(value) is int and 0 <= value <= SHEET_NUMBERS[name]:
            sheet[name] = value
        elif value is None and (name in SHEET_TEXTS or name in SHEET_NUMBERS):
            sheet[name] = ""
        else:
            raise Refused("invalid", "argument_wrong", name=str(name)[:40])
    return {name: value for name, value in sheet.items() if value != ""}


def indicators_of(given: list[dict[str, str]]) -> list[dict[str, str]]:
    """Bring the lines of what is to be reached into shape: a name each, and ids that no other line has."""
    if len(given) > MOST_INDICATORS:
        raise Refused("limit", "indicators_full", most=MOST_INDICATORS)
    taken = {*LINES, *COMMON}
    for indicator in given:
        id = indicator.get("id", "")
        if indicator.keys() - {"id", *INDICATOR} or not fits(id, Id) or id in taken:
            raise Refused("invalid", "argument_wrong", name="indicators")
        taken.add(id)
    return [
        {
            "id": one["id"],
            **{name: line(one.get(name, ""), most, least=name == "name") for name, most in INDICATOR.items()},
        }
        for one in given
    ]


def _knockout(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    allowed = knockouts.FIELDS[name]
    if isinstance(value, str) and isinstance(allowed, int):
        return line(value, allowed)
    if not isinstance(allowed, tuple) or value not in allowed:
        raise Refused("invalid", "argument_wrong", name=name)
    return str(value)
