"""The agenda: plan a workshop from a template, and add, move and take out steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .changes import Change, Edit, Refused, add, edit, remove
from .outline import MOST_STEPS, Outline, planned, planned_settings
from .outline import Step as Planned
from .records import Activity, Card, Cluster, Interview, Note, Phase, Pledge, Record, Voice
from .registry import Asked, rule
from .shape import Id
from .templates import TEMPLATES, Step
from .text import block, line
from .times import BEGINS, ends_of


@dataclass(frozen=True)
class AddActivity:
    activity: Id
    kind: str
    title: str
    question: str = ""
    minutes: int = 15
    settings: dict[str, Any] = field(default_factory=dict)
    before: Id | None = None


@dataclass(frozen=True)
class CopyActivity:
    activity: Id
    copy: Id


@dataclass(frozen=True)
class MoveActivity:
    activity: Id
    before: Id | None = None


@dataclass(frozen=True)
class OneActivity:
    activity: Id


def plan(
    template: str,
    *,
    id: str,
    code: str,
    title: str,
    region: str,
    language: str,
    date: str,
    words: Callable[[str], str],
    new_id: Callable[[], str],
) -> list[Record]:
    """Make the records of a new workshop. ``words`` finds a text by its key under ``templates.``, "" where none is."""
    if template not in TEMPLATES:
        raise Refused("invalid", "template_unknown", names=", ".join(TEMPLATES))
    places = {step.key: place for place, step in enumerate(TEMPLATES[template])}
    steps = tuple(
        Planned(
            step.kind,
            words(f"{template}.{step.key}.title"),
            words(f"{template}.{step.key}.question"),
            step.minutes,
            KINDS_OF_ACTIVITY[step.kind].complete(_settings(step, template, words)),
            source=places.get(step.second),
            guide=f"{template}.{step.key}",
        )
        for step in TEMPLATES[template]
    )
    ends = ends_of(sum(step.minutes for step in steps))
    outline = Outline(template, BEGINS, ends, steps)
    return planned(outline, id=id, code=code, title=title, region=region, language=language, date=date, new_id=new_id)


def _settings(step: Step, template: str, words: Callable[[str], str]) -> dict[str, Any]:
    """Put the choices, short questions and tags that a template offers into the workshop's language."""
    settings = dict(step.settings)
    # As somebody would have typed them: a language may set a wide blank before its question mark.
    if step.choices:
        settings["choices"] = [_typed(words(f"{template}.{step.key}.choice{n}")) for n in range(1, step.choices + 1)]
    if step.asks:
        settings["questions"] = [_typed(words(f"{template}.{step.second or step.key}.{name}")) for name in step.asks]
    if "tags" in settings:
        say = _tag_words(words)
        settings["tags"] = {say(name): [say(word) for word in offered] for name, offered in settings["tags"].items()}
    return settings


def _typed(text: str) -> str:
    return " ".join(text.split())


def _tag_words(words: Callable[[str], str]) -> Callable[[str], str]:
    """Give what says a tag; one that the catalogue does not know says itself."""
    return lambda word: words(f"tags.{word}") or word


@rule("activity.add", AddActivity)
def add_activity(asked: Asked, command: AddActivity) -> Change:
    kind = KINDS_OF_ACTIVITY.get(command.kind)
    if kind is None:
        raise Refused("invalid", "kind_unknown", names=", ".join(KINDS_OF_ACTIVITY))
    steps = asked.board.find(Activity)
    if len(steps) >= MOST_STEPS:
        raise Refused("limit", "steps_full", most=MOST_STEPS)
    if not 0 <= command.minutes <= 600:
        raise Refused("invalid", "argument_wrong", name="minutes")
    activity = Activity(
        kind=command.kind,
        id=asked.fresh(Activity, command.activity),
        workshop=asked.workshop.id,
        title=line(command.title, 120, least=1),
        question=block(command.question, 300),
        position=0,
        minutes=command.minutes,
        settings=kind.complete(command.settings),
    )
    return Change("activity.added", put_in(asked, steps, activity, command.before), activity.title)


@rule("activity.copy", CopyActivity)
def copy_activity(asked: Asked, command: CopyActivity) -> Change:
    """Put a step like this one right behind it, as it was before it ran."""
    activity = asked.one(Activity, command.activity)
    steps = asked.board.find(Activity)
    if len(steps) >= MOST_STEPS:
        raise Refused("limit", "steps_full", most=MOST_STEPS)
    behind = next((step.id for step in steps if step.position > activity.position), None)
    copy = Activity(
        kind=activity.kind,
        id=asked.fresh(Activity, command.copy),
        workshop=activity.workshop,
        title=activity.title,
        question=activity.question,
        position=0,
        minutes=activity.minutes,
        settings=planned_settings(activity),
        source=activity.source,
        guide=activity.guide,
        translations=activity.translations,
    )
    return Change("activity.copied", put_in(asked, steps, copy, behind), copy.title)


@rule("activity.move", MoveActivity)
def move_activity(asked: Asked, command: MoveActivity) -> Change:
    activity = asked.one(Activity, command.activity)
    if command.before == activity.id:
        return Change("activity.moved", (), activity.title)
    others = [a for a in asked.board.find(Activity) if a.id != activity.id]
    return Change("activity.moved", put_in(asked, others, activity, command.before), activity.title)


@rule("activity.remove", OneActivity)
def remove_activity(asked: Asked, command: OneActivity) -> Change:
    """Take a step out of the agenda; one that has run, or holds anything, stays."""
    activity = asked.one(Activity, command.activity)
    notes = asked.board.find(Note, activity=activity.id)
    holds = any(asked.board.find(kind, activity=activity.id) for kind in (Card, Cluster, Pledge, Voice, Interview))
    holds = holds or any(note.type != "private" for note in notes)
    if activity.phase != Phase.DRAFT or holds or asked.workshop.now == activity.id:
        raise Refused("phase_closed", "step_has_run")
    edits: list[Edit] = [*(remove(note) for note in notes), remove(activity)]
    rest = [a for a in asked.board.find(Activity) if a.id != activity.id]
    for number, step in enumerate(rest, start=1):
        source = None if step.source == activity.id else step.source
        if (step.position, step.source) != (number, source):
            edits.append(edit(step, position=number, source=source))
    return Change("activity.removed", tuple(edits), activity.title)


def put_in(asked: Asked, others: list[Activity], activity: Activity, before: str | None) -> tuple[Edit, ...]:
    """Put a step before another (None: last) and number all steps 1, 2, 3 ... anew."""
    order = list(others)
    at = next((i for i, a in enumerate(order) if a.id == before), None)
    if before is not None and at is None:
        raise Refused("not_found", "gone_activity")
    order.insert(len(order) if at is None else at, activity)
    edits: list[Edit] = []
    for number, step in enumerate(order, start=1):
        numbered = edit(step, position=number)
        if asked.board.get(Activity, step.id) is None:
            assert numbered.after is not None
            edits.append(add(numbered.after))
        elif step.position != number:
            edits.append(numbered)
    return tuple(edits)
