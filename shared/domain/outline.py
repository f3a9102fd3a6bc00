"""An outline: an agenda by itself, to be kept as an own template, put into a file, or planned as another workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .changes import Refused
from .records import Activity, Record, Workshop
from .room import iso_day, time_of_day
from .templates import GUIDES, TEMPLATES
from .text import block, line
from .times import BEGINS
from .translations import translated

MOST_STEPS = 60


@dataclass(frozen=True)
class Step:
    """One step; ``source`` is the place (from 0) of the step that it takes from, None for the nearest."""

    kind: str
    title: str
    question: str
    minutes: int
    settings: dict[str, Any]
    source: int | None = None
    guide: str = ""
    translations: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Outline:
    """``template`` is the agenda that it was made of: what kind of workshop it is."""

    template: str
    begins: str
    ends: str
    steps: tuple[Step, ...]


def outline_of(workshop: Workshop, activities: Iterable[Activity]) -> Outline:
    """Draw an agenda from a workshop, without anything that happened in it."""
    ordered = sorted(activities, key=lambda activity: activity.position)
    places = {activity.id: place for place, activity in enumerate(ordered)}
    steps = tuple(
        Step(
            activity.kind,
            activity.title,
            activity.question,
            activity.minutes,
            planned_settings(activity),
            places.get(activity.source or ""),
            activity.guide,
            activity.translations,
        )
        for activity in ordered
    )
    return Outline(workshop.template, workshop.begins or BEGINS, workshop.ends, steps)


def planned_settings(activity: Activity) -> dict[str, Any]:
    """Give a step's settings without what its opening fixed."""
    kind = KINDS_OF_ACTIVITY[activity.kind]
    return kind.complete({name: value for name, value in activity.settings.items() if name in kind.allowed})


def to_data(outline: Outline) -> dict[str, Any]:
    return {**asdict(outline), "steps": [asdict(step) for step in outline.steps]}


def from_data(data: Any) -> Outline:
    """Read an outline that somebody else wrote, or refuse it; settings that it does not know get their defaults."""
    if not isinstance(data, dict) or not isinstance(data.get("steps"), list):
        raise Refused("invalid", "no_outline")
    if len(data["steps"]) > MOST_STEPS:
        raise Refused("limit", "steps_full", most=MOST_STEPS)
    template, begins, ends = (data.get(name, "") for name in ("template", "begins", "ends"))
    if template not in TEMPLATES or not isinstance(begins, str) or not isinstance(ends, str):
        raise Refused("invalid", "no_outline")
    steps = tuple(_step(place, step) for place, step in enumerate(data["steps"]))
    return Outline(template, time_of_day(begins, "begins"), ends and time_of_day(ends, "ends"), steps)


def _step(place: int, data: Any) -> Step:
    wanted = {"kind": str, "title": str, "question": str, "minutes": int, "settings": dict}
    if not isinstance(data, dict) or any(type(data.get(name)) is not kind for name, kind in wanted.items()):
        raise Refused("invalid", "no_outline")
    kind = KINDS_OF_ACTIVITY.get(data["kind"])
    if kind is None:
        raise Refused("invalid", "kind_unknown", names=", ".join(KINDS_OF_ACTIVITY))
    source, translations = data.get("source"), data.get("translations", {})
    if not isinstance(translations, dict):
        raise Refused("invalid", "no_outline")
    if not 0 <= data["minutes"] <= 600 or not (source is None or (type(source) is int and 0 <= source < place)):
        raise Refused("invalid", "no_outline")
    return Step(
        kind.name,
        line(data["title"], 120, least=1),
        block(data["question"], 300),
        data["minutes"],
        kind.complete(data["settings"]),
        source,
        str(data.get("guide")) if str(data.get("guide")) in GUIDES else "",
        translated(translations, {}),
    )


def planned(
    outline: Outline,
    *,
    id: str,
    code: str,
    title: str,
    region: str,
    language: str,
    date: str,
    new_id: Callable[[], str],
) -> list[Record]:
    """Make the records of a new workshop with this agenda."""
    workshop = Workshop(
        id=id,
        workshop=id,
        code=code,
        title=line(title, 120, least=1),
        region=region,
        template=outline.template,
        language=language,
        languages=list(dict.fromkeys([language, "en"])),
        date=iso_day(date),
        begins=outline.begins,
        ends=outline.ends,
    )
    ids = [new_id() for _ in outline.steps]
    steps = [
        Activity(
            kind=step.kind,
            id=ids[place],
            workshop=id,
            title=step.title,
            question=step.question,
            position=place + 1,
            minutes=step.minutes,
            settings=step.settings,
            source=None if step.source is None else ids[step.source],
            guide=step.guide,
            translations=step.translations,
        )
        for place, step in enumerate(outline.steps)
    ]
    return [workshop, *steps]
