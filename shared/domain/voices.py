"""Voices: answers given openly and by name, on a phone or by the facilitator for whoever has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import places
from .activities import KINDS_OF_ACTIVITY
from .activities.base import Named
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Measure, Phase, Seat, Sector, Voice
from .registry import ANYONE, Asked, rule
from .shape import Id
from .text import line

MOST_VOICES = 1000


@dataclass(frozen=True)
class GiveVoice:
    activity: Id
    voice: Id
    who: str
    answer: str
    measure: Id | None = None
    word: str = ""
    sector: str = ""


@dataclass(frozen=True)
class OneVoice:
    voice: Id


@rule("voice.give", GiveVoice, ANYONE)
def give(asked: Asked, command: GiveVoice) -> Change:
    """Answer by name, or answer anew; a phone answers once, or once about each measure, in its own sector."""
    activity, named = _open(asked, command.activity)
    if command.answer not in named.answers:
        raise Refused("invalid", "argument_wrong", name="answer")
    if (command.measure is not None) != named.about_measure:
        raise Refused("invalid", "argument_wrong", name="measure")
    values: dict[str, Any] = {
        "who": line(command.who, 120, least=1),
        "answer": command.answer,
        "measure": asked.one(Measure, command.measure).id if command.measure is not None else None,
        "word": line(command.word, 160, least=1 if command.answer in named.reasoned else 0),
        "sector": _sector(asked, command.sector),
    }
    before = asked.board.get(Voice, command.voice)
    if before is not None:
        _may_change(asked, before)
        if (before.activity, before.measure) != (activity.id, values["measure"]):
            raise Refused("conflict", "id_taken")
        if not asked.by_facilitator:
            given: Edit = edit(before, **values)
        else:
            given = edit(before, **{**values, "sector": values["sector"] or before.sector})
        return Change("voice.given", (given,), values["who"])
    author = None if asked.by_facilitator else asked.actor.id
    if author is not None and _given(asked, activity, author, values["measure"]):
        raise Refused("conflict", "voice_given")
    fellows = asked.board.find(Voice)
    if len(fellows) >= MOST_VOICES:
        raise Refused("limit", "voices_full", most=MOST_VOICES)
    voice = Voice(
        id=command.voice,
        workshop=asked.workshop.id,
        activity=activity.id,
        position=places.last(fellows),
        author=author,
        **values,
    )
    return Change("voice.given", (add(voice),), voice.who)


@rule("voice.take_back", OneVoice, ANYONE)
def take_back(asked: Asked, command: OneVoice) -> Change:
    voice = asked.one(Voice, command.voice)
    _may_change(asked, voice)
    _open(asked, voice.activity)
    return Change("voice.taken_back", (remove(voice),), voice.who)


def _open(asked: Asked, id: str) -> tuple[Activity, Named]:
    activity = asked.one(Activity, id)
    named = KINDS_OF_ACTIVITY[activity.kind].named
    if named is None:
        raise Refused("invalid", "takes_no_voices")
    if activity.phase != Phase.OPEN:
        raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")
    return activity, named


def _sector(asked: Asked, given: str) -> str:
    """Take a phone's sector from its seat, never from what it says; the facilitator says whose voice it is."""
    if not asked.by_facilitator:
        return asked.one(Seat, asked.actor.id).sector
    if given not in ("", *Sector):
        raise Refused("invalid", "argument_wrong", name="sector")
    return given


def _may_change(asked: Asked, voice: Voice) -> None:
    """Refuse to change another's word; who it is nobody is told, so to others it is not there."""
    if not asked.by_facilitator and voice.author != asked.actor.id:
        raise Refused("not_found", "gone_voice")


def _given(asked: Asked, activity: Activity, author: str, measure: str | None) -> bool:
    own = asked.board.find(Voice, author=author)
    return any(voice.activity == activity.id and voice.measure == measure for voice in own)
