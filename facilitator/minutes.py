"""The minutes: always the current draft, one's own words to be written in place, saved versions, downloads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from flask import abort, g, make_response, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.notes import BESIDE
from shared.domain.notes import TYPES as TYPES_OF_NOTES
from shared.domain.records import Activity, Note, Workshop
from shared.domain.text import line
from shared.minutes.as_html import article
from shared.minutes.difference import differences
from shared.minutes.render import TYPES, written
from shared.minutes.seal import grouped
from shared.minutes.tree import Document, Heading, Own, Photo
from shared.store import corrections, revisions
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.asked import asked_number, number_of
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.recording import minutes_of, save_version, signers_of, states_of
from shared.web.sealed import give_out
from shared.web.site import say

from .files import file_of
from .pages import back, for_drafts, for_facilitators, for_readers, page, pages, person
from .reading import let_read, read_minutes
from .sealing import signed_document
from .versions import document_of
from .words import conflict, note_of, told

_FORMATS = f"any({', '.join(TYPES)})"
_GROUPS = {"read": ("pdf", "html"), "edit": ("docx", "odt", "md"), "data": ("xlsx", "csv", "json")}
_TYPES = ("summary", *(type for type in TYPES_OF_NOTES if type not in ("summary", "private")))
_KEPT_AS_TEXT = ("md", "html", "json")


@pages.get("/facilitator/workshops/<id>/minutes")
@for_readers
def minutes(id: str) -> str:
    workshop = own_workshop(person(), id, "read")
    if house().identity.workshop(person(), id) is None:
        return read_minutes(workshop)
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
    box, act = form.get("note", "new"), form.get("act", "")
    note, base = new_id() if box == "new" else box, form.get("base")
    if act == "theirs":
        return back("minutes", id=id)
    args: dict[str, Any] = {"note": note, "base": base}
    if act != "remove":
        args |= {
            "type": form.get("type", ""),
            "text": form.get("text", ""),
            "activity": form.get("activity") or None,
            **{name: form.get(f"{name}-{box}", "") for name in BESIDE},
        }
    if act == "both" and (theirs := note_of(workshop.id, note)) is not None:
        args["text"] = f"{theirs.text}\n\n{args['text']}"
    verb = "note.remove" if act == "remove" else "note.write"
    try:
        house().desk.perform(workshop.id, actor_of(person()), new_id(), verb, args)
    except Refused as refusal:
        clash = {}
        if refusal.key == "note_changed":
            theirs_now = told(note_of(workshop.id, note))
            clash = {"conflict": Markup(conflict(theirs_now, args.get("text", ""))), "base": theirs_now["base"]}
        refused = say_refusal(g.language, refusal)
        return make_response(_page(workshop, refused=refused, typed=(box, {**args, **clash})), 400)
    return back("minutes", id=id, saved=1)


@pages.post("/facilitator/workshops/<id>/minutes/versions")
@for_facilitators
def save_minutes(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    remark = line(request.form.get("remark", ""), 200)
    document = _document(workshop, pictures=False)
    number = save_version(house().store, workshop, document, at=house().desk.now(), by=person().name, remark=remark)
    return back("minutes", id=id, version=number)


@pages.get(f"/facilitator/workshops/<id>/minutes.<{_FORMATS}:format>")
@for_drafts
def minutes_file(id: str, format: str) -> Answer:
    workshop = own_workshop(person(), id, "drafts")
    document = _document(workshop)
    return _file(workshop, aside(lambda: written(document, format)), format)


@pages.get(f"/facilitator/workshops/<id>/minutes/<number>.<{_FORMATS}:format>")
@for_readers
def saved_minutes(id: str, number: str, format: str) -> Answer:
    workshop = own_workshop(person(), id, "read")
    asked = number_of(number)
    if asked is None:
        abort(404)
    with house().store.read() as connection:
        kept = let_read(revisions.one(connection, workshop.id, asked), format)
    return _file(workshop, written_once(workshop, kept, format), format, f"-{number}")


def written_once(workshop: Workshop, kept: revisions.Revision, format: str) -> bytes:
    """Give a saved version in a format: what was read then is kept as it was, the rest is made from what is kept.

    With one that somebody is to sign, or that is sealed, goes how far it has come.
    """
    signers = signers_of(house().store, workshop, kept.number)
    if kept.sealed_at is not None or (signers and kept.tree is not None):
        signed = signed_document(workshop, kept, document_of(kept, workshop), signers)
        file = aside(lambda: written(signed, format))
        return give_out(house().store, workshop.id, kept, file) if kept.sealed_at is not None else file
    if format == "json":
        return (json.dumps(kept.data, ensure_ascii=False, indent=2) + "\n").encode()
    document = document_of(kept, workshop) if kept.tree is not None else None
    pictured = document is not None and any(isinstance(block, Photo) for block in document.blocks)
    if format == "md" or (format == "html" and not pictured):
        return {"md": kept.markdown, "html": kept.html}[format].encode()
    if document is None:
        abort(404)
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
        documents = [_document(workshop, pictures=False) if not n else document_of(saved[n]) for n in (older, newer)]
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


def _document(workshop: Workshop, pictures: bool = True) -> Document:
    return minutes_of(house().store, workshop, house().https, pictures)


def _file(workshop: Workshop, content: bytes, format: str, suffix: str = "") -> Answer:
    """Send a file under a name of our own making."""
    return file_of(f"minutes-{workshop.date}-{workshop.code}{suffix}", content, format)


def _page(
    workshop: Workshop, said: str = "", refused: str = "", typed: tuple[str, dict[str, Any]] | None = None
) -> str:
    _, records = board_of(workshop.id)
    written = (r for r in records if isinstance(r, Note) and r.type != "private")
    notes = [_box(note) for note in sorted(written, key=lambda n: n.position)]
    document = _document(workshop, pictures=False)
    wanted = request.args.get("write", "")
    blank: dict[str, Any] = {"id": "new", "type": "note", "text": "", "activity": wanted, "base": ""}
    blank |= dict.fromkeys(BESIDE, "")
    if wanted == "summary":
        lines = document.data["proposed_summary"]
        blank |= {"type": "summary", "text": "\n".join(f"- {line}" for line in lines), "activity": ""}
    if typed is not None:  # what was refused stands in its box still
        box, args = typed
        for shown in (*notes, blank):
            if shown["id"] == box:
                shown.update({name: value for name, value in args.items() if name != "note"})
    with house().store.read() as connection:
        saved = revisions.all_of(connection, workshop.id)
        remarks = corrections.open_remarks(connection, workshop.id)
    states = states_of(house().store, workshop, saved, house().desk.now())
    steps = sorted((r for r in records if isinstance(r, Activity)), key=lambda a: a.position)
    open_note = typed[0] if typed else "new" if wanted else ""
    values: dict[str, Any] = {"workshop": workshop, "steps": steps, "open_note": open_note, "note_types": _TYPES}

    def beside(block: Own | Heading) -> Markup:
        """Put a form beside one's own words, and beside each step a way to write some."""
        if isinstance(block, Own):
            note = next(note for note in notes if note["id"] == block.note)
            return Markup(page("words_beside.html", note=note, **values))
        if block.id == "summary" and document.data["proposed_summary"]:
            return Markup(page("take_over.html", **values))
        activity = next((step for step in steps if block.id == f"step-{step.id}"), None)
        return Markup(page("write_here.html", activity=activity, **values)) if activity else Markup("")

    return page(
        "minutes.html",
        article=article(document, beside, lambda photo: url_for("facilitator.photo", id=workshop.id, photo=photo.id)),
        shown={block.note for block in document.blocks if isinstance(block, Own)},
        doc_direction=speech.direction(workshop.language),
        notes=notes,
        blank=blank,
        revisions=[
            {**_revision(one), "waiting": remarks.get(one.number, 0), "state": states[one.number]} for one in saved
        ],
        formats={group: _named(formats) for group, formats in _GROUPS.items()},
        words=speech.messages(g.language, ("editor.",)),
        said=said,
        refused=refused,
        **values,
    )


def _box(note: Note) -> dict[str, Any]:
    return {"id": note.id, **told(note)}


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
