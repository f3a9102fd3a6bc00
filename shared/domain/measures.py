"""Measures: what the room wants done. A measure keeps the group that it came from, and so its cards and its dots."""

from __future__ import annotations

from dataclasses import dataclass

from . import places
from .changes import Change, Refused, add, edit, remove
from .records import Cluster, Measure
from .registry import Asked, rule
from .shape import Id
from .text import line

MOST_MEASURES = 60


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


@dataclass(frozen=True)
class OneMeasure:
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
    values: dict[str, str] = {}
    if command.title is not None:
        values["title"] = line(command.title, 160, least=1)
    if command.champion is not None:
        values["champion"] = line(command.champion, 120)
    return Change("measure.edited", (edit(measure, **values),), values.get("title", measure.title))


@rule("measure.drop", OneMeasure)
def drop(asked: Asked, command: OneMeasure) -> Change:
    measure = asked.one(Measure, command.measure)
    return Change("measure.dropped", (remove(measure),), measure.title)
