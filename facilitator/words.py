"""One's own words in the minutes: kept as they are typed, previewed, never laid over somebody else's."""

from __future__ import annotations

from typing import Any

from flask import g, jsonify, render_template
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.notes import BESIDE, MOST_TEXT, fingerprint
from shared.domain.records import Note
from shared.domain.text import block
from shared.minutes.difference import between
from shared.minutes.own_words import to_html
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.bodies import json_body
from shared.web.errors import STATUS, say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house

from .pages import for_facilitators, pages, person

_FIELDS = ("note", "type", "text", "activity", *BESIDE, "base")


@pages.post("/facilitator/workshops/<id>/minutes/words/preview")
@for_facilitators
def preview_words(id: str) -> Answer:
    """Show Markdown as the minutes will; nothing is stored."""
    own_workshop(person(), id)
    text = block(_text(json_body(), "text"), MOST_TEXT)
    return jsonify(ok=True, html=aside(lambda: to_html(text)))


@pages.post("/facilitator/workshops/<id>/minutes/words/typed")
@for_facilitators
def keep_typed(id: str) -> Answer:
    """Keep words as they are typed. Where somebody else wrote meanwhile, show both and change nothing."""
    workshop, body = own_workshop(person(), id), json_body()
    args: dict[str, Any] = {name: _text(body, name) for name in _FIELDS}
    args["activity"] = args["activity"] or None
    try:
        done = house().desk.perform(workshop.id, actor_of(person()), _text(body, "id"), "note.write", args)
    except Refused as refusal:
        if refusal.key != "note_changed":
            raise
        theirs = told(note_of(workshop.id, args["note"]))
        if _same(theirs, args):  # sent again after its answer was lost, or two wrote the same
            return jsonify(ok=True, base=theirs["base"], at=speech.clock(house().desk.now()))
        clash = conflict(theirs, args["text"])
        message = say_refusal(g.language, refusal)
        answer = jsonify(ok=False, code=refusal.code, message=message, theirs=theirs, html=clash)
        answer.status_code = STATUS[refusal.code]
        return answer
    return jsonify(ok=True, base=done.data["base"], at=speech.clock(house().desk.now()))


def note_of(workshop: str, id: str | None) -> Note | None:
    """Find one's own words by their id; private notes are none of the minutes'."""
    _, records = board_of(workshop)
    return next((r for r in records if isinstance(r, Note) and r.id == id and r.type != "private"), None)


def told(note: Note | None) -> dict[str, Any]:
    """Give a note's fields and its fingerprint; of one that is gone empty ones."""
    fields = ("type", "text", "activity", *BESIDE)
    return {**{name: (getattr(note, name) or "") if note else "" for name in fields}, "base": fingerprint(note)}


def conflict(theirs: dict[str, Any], mine: str) -> str:
    """Show what stands there and what was typed side by side, with the choice between them."""
    bits = aside(lambda: between(theirs["text"], mine))
    return render_template("facilitator/conflict.html", theirs=theirs, bits=bits)


def _same(theirs: dict[str, Any], args: dict[str, Any]) -> bool:
    written = {**args, "text": block(args["text"], MOST_TEXT), "activity": args["activity"] or ""}
    return all(theirs[name] == written[name] for name in theirs if name != "base")


def _text(body: Any, name: str) -> str:
    value = body.get(name, "") if isinstance(body, dict) else None
    if not isinstance(value, str):
        raise Refused("invalid", "argument_wrong", name=name)
    return value
