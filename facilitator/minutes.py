"""The minutes: always the current draft, one's own words to be written in place, saved versions, downloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from flask import Response, abort, g, make_response, request
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Activity, Note, Workshop
from shared.domain.text import line
from shared.minutes.as_html import article
from shared.minutes.difference import differences
from shared.minutes.kept import unpack
from shared.minutes.render import ENDINGS, TYPES, written
from shared.minutes.seal import grouped
from shared.minutes.tree import Document, Heading, Own
from shared.store import revisions
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.asked import asked_number, number_of
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.recording import minutes_of, save_version
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person
from .sealing import sealed_document

_FORMATS = f"any({', '.join(TYPES)})"
_GROUPS = {"read": ("pdf", "html"), "edit": ("docx", "odt", "md"), "data": ("xlsx", "csv", "json")}
_KEPT_AS_TEXT = ("md", "html", "json")


@pages.get("/facilitator/workshops/<id>/minutes")
@for_facilitators
def minutes(id: str) -> str:
    workshop = own_workshop(person(), id)
    saved, sealed = asked_number("version"), asked_number("sealed")
    said = say("common.saved") if "saved" in request.args else ""
    if saved or sealed:
        said = say("pages.version_saved" if saved else "pages.version_sealed", n=saved or sealed)
    return _page(workshop, said=said)


@pages.post("/facilitator/workshops/<id>/minutes/words")
@for_facilitators
def write_minutes(id: str) -> Answer:
    """Write one's own words, anew or for the first time."""
    workshop, form = own_workshop(person(), id), request.form
    box = form.get("note", "new")
    note = new_id() if box == "new" else box
    args: dict[str, Any] = {"note": note}
    if form.get("act") != "remove":
        args |= {
            "type": form.get("type", ""),
            "text": form.get("text", ""),
            "activity": form.get("activity") or None,
            "who": form.get(f"who-{box}", ""),
            "due": form.get(f"due-{box}", ""),
        }
    verb = "note.remove" if form.get("act") == "remove" else "note.write"
    try:
        house().desk.perform(workshop.id, actor_of(person()), new_id(), verb, args)
    except Refused as refusal:
        return make_response(_page(workshop, refused=say_refusal(g.language, refusal), typed=(box, args)), 400)
    return back("minutes", id=id, saved=1)


@pages.post("/facilitator/workshops/<id>/minutes/versions")
@for_facilitators
def save_minutes(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    remark = line(request.form.get("remark", ""), 200)
    document = _document(workshop)
    number = save_version(house().store, workshop, document, at=house().desk.now(), by=person().name, remark=remark)
    return back("minutes", id=id, version=number)


@pages.get(f"/facilitator/workshops/<id>/minutes.<{_FORMATS}:format>")
@for_facilitators
def minutes_file(id: str, format: str) -> Answer:
    workshop = own_workshop(person(), id)
    document = _document(workshop)
    return _file(workshop, aside(lambda: written(document, format)), format)


@pages.get(f"/facilitator/workshops/<id>/minutes/<number>.<{_FORMATS}:format>")
@for_facilitators
def saved_minutes(id: str, number: str, format: str) -> Answer:
    workshop = own_workshop(person(), id)
    asked = number_of(number)
    if asked is None:
        abort(404)
    with house().store.read() as connection:
        kept = revisions.one(connection, workshop.id, asked)
    if kept is None:
        abort(404)
    return _file(workshop, _written_once(workshop, kept, format), format, f"-{number}")


def _written_once(workshop: Workshop, kept: revisions.Revision, format: str) -> bytes:
    """Give a saved version in a format: what was read then is kept as it was, the rest is made from what is kept."""
    if kept.sealed_at is not None:
        sealed = sealed_document(workshop, kept, _again(kept))
        return aside(lambda: written(sealed, format))
    if format == "json":
        return (json.dumps(kept.data, ensure_ascii=False, indent=2) + "\n").encode()
    if format in _KEPT_AS_TEXT:
        return {"md": kept.markdown, "html": kept.html}[format].encode()
    if kept.tree is None:
        abort(404)
    document = _again(kept)
    return aside(lambda: written(document, format))


@pages.get("/facilitator/workshops/<id>/minutes/compare")
@for_facilitators
def compare_minutes(id: str) -> str:
    """Show what differs between two saved versions, or between one and the draft as it stands."""
    workshop = own_workshop(person(), id)
    with house().store.read() as connection:
        saved = {kept.number: kept for kept in revisions.all_of(connection, workshop.id)}
    numbers = [asked_number(name) for name in ("older", "newer")]
    if not saved or any(number and number not in saved for number in numbers):
        abort(404)
    older, newer = numbers[0] or max(saved), numbers[1]
    comparable = all(saved[number].tree for number in (older, newer) if number)
    passages = []
    if comparable:
        documents = [_document(workshop) if not n else _again(saved[n]) for n in (older, newer)]
        passages = aside(lambda: differences(*documents))
    bits = [bit.what for passage in passages for line in passage.lines for bit in line]
    return page(
        "compare.html",
        workshop=workshop,
        doc_direction=speech.direction(workshop.language),
        older=older,
        newer=newer,
        saved=sorted(saved),
        comparable=comparable,
        passages=passages,
        put_in=bits.count("in"),
        taken_out=bits.count("out"),
    )


def _again(kept: revisions.Revision) -> Document:
    assert kept.tree is not None
    return unpack(kept.tree, kept.data)


def _document(workshop: Workshop) -> Document:
    return minutes_of(house().store, workshop, house().https)


def _file(workshop: Workshop, content: bytes, format: str, suffix: str = "") -> Answer:
    """Send a file under a name of our own making."""
    name = f"minutes-{re.sub(r'[^A-Za-z0-9-]', '', workshop.date)}-{workshop.code}{suffix}.{ENDINGS[format]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=TYPES[format], headers=headers)


def _page(
    workshop: Workshop, said: str = "", refused: str = "", typed: tuple[str, dict[str, Any]] | None = None
) -> str:
    _, records = board_of(workshop.id)
    written = (r for r in records if isinstance(r, Note) and r.type != "private")
    notes = [_box(note) for note in sorted(written, key=lambda n: n.position)]
    blank: dict[str, Any] = {
        "id": "new",
        "type": "note",
        "text": "",
        "activity": request.args.get("write"),
        "who": "",
        "due": "",
    }
    if typed is not None:  # what was refused stands in its box still
        box, args = typed
        for shown in (*notes, blank):
            if shown["id"] == box:
                shown.update({name: value for name, value in args.items() if name != "note"})
    with house().store.read() as connection:
        saved = revisions.all_of(connection, workshop.id)
    steps = sorted((r for r in records if isinstance(r, Activity)), key=lambda a: a.position)
    open_note = typed[0] if typed else "new" if request.args.get("write") else ""
    document = _document(workshop)
    values: dict[str, Any] = {"workshop": workshop, "steps": steps, "open_note": open_note}

    def beside(block: Own | Heading) -> Markup:
        """Put a form beside one's own words, and beside each step a way to write some."""
        if isinstance(block, Own):
            note = next(note for note in notes if note["id"] == block.note)
            return Markup(page("words_beside.html", note=note, **values))
        activity = next((step for step in steps if block.id == f"step-{step.id}"), None)
        return Markup(page("write_here.html", activity=activity, **values)) if activity else Markup("")

    return page(
        "minutes.html",
        article=article(document, beside),
        shown={block.note for block in document.blocks if isinstance(block, Own)},
        doc_direction=speech.direction(workshop.language),
        notes=notes,
        blank=blank,
        revisions=[_revision(revision) for revision in saved],
        formats={group: _named(formats) for group, formats in _GROUPS.items()},
        said=said,
        refused=refused,
        **values,
    )


def _box(note: Note) -> dict[str, Any]:
    return {name: getattr(note, name) for name in ("id", "type", "text", "activity", "who", "due")}


def _revision(revision: revisions.Revision) -> dict[str, Any]:
    at = speech.moment(g.language, revision.at)
    formats = [format for formats in _GROUPS.values() for format in formats if revision.tree or format in _KEPT_AS_TEXT]
    told = {"number": revision.number, "at": at, "by": revision.by, "remark": revision.note}
    if revision.sealed_at is not None:
        when = speech.moment(g.language, revision.sealed_at)
        told |= {"sealed": when, "sealed_by": revision.sealed_by, "checksum": grouped(revision.checksum or "")}
    return {**told, "formats": _named(formats), "can_seal": bool(revision.tree)}


def _named(formats: Iterable[str]) -> list[tuple[str, str]]:
    return [(format, say(f"pages.format_{format}")) for format in formats]
