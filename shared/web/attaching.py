"""Files of an application as pages take them in and give them out; the same for office and champion."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from flask import Response, abort, g, render_template, request

from shared.domain.changes import Refused
from shared.domain.register import attached as rules
from shared.domain.register.attached import JPEG, KINDS, MOST, MOST_BYTES, PDF, Attached
from shared.domain.register.entries import Entry, Event
from shared.photos.bare import bare
from shared.store import attached, register
from shared.store.keys import new_id

from . import language as speech
from .aside import aside
from .bodies import takes_more
from .house import house
from .site import say

_BESIDE = 64 * 1024  # bytes of a form beside its file
_TYPES = {PDF: "application/pdf", JPEG: "image/jpeg"}


def takes_files(endpoint: str, *, anybody: bool = False) -> None:
    """Let an endpoint take a form with a file."""
    takes_more(endpoint, MOST_BYTES + _BESIDE, anybody=anybody)


def attached_of(entry: Entry) -> list[Attached]:
    """List the files of an application."""
    with house().store.read() as connection:
        return attached.all_of(connection, entry.id)


def act_on_files(entry: Entry, by: str, party: str) -> str:
    """Take a file in or out, as the form asks; say which (``add``, ``remove``)."""
    act = request.form.get("act", "")
    if act == "add":
        _add(entry, by, party)
    elif act == "remove":
        _remove(entry, request.form.get("file_id", ""), by, party)
    else:
        abort(400)
    return act


def files_page(
    entry: Entry, party: str, frame: str, address: Callable[[str], str], refused: str = "", **more: Any
) -> str:
    """Render the list of files; ``address`` leads to a file or, for "", to the measure."""
    there = attached_of(entry)
    said = request.args.get("said", "")
    return render_template(
        "attached.html",
        frame=frame,
        entry=entry,
        files=[
            {
                "one": one,
                "kind": say(f"register.choice.{one.kind}"),
                "size": speech.size(g.language, one.size),
                "at": speech.moment(g.language, one.at),
                "takes": _may_remove(entry, party, one),
                "address": address(one.id),
            }
            for one in there
        ],
        open=rules.may_attach(entry, party),
        full=len(there) >= MOST,
        kinds=[(kind, say(f"register.choice.{kind}")) for kind in KINDS],
        typed=request.form.get("kind", ""),
        most=MOST,
        most_size=MOST_BYTES // 2**20,
        back=address(""),
        said=say(f"attached.{said}") if said in ("add", "remove") else "",
        refused=refused,
        **more,
    )


def file_answer(entry: Entry, id: str) -> Response:
    """Give a file out to be saved; it is never opened within a page of this site."""
    with house().store.read() as connection:
        found = attached.content(connection, entry.id, id)
    if found is None:
        abort(404)
    told, content = found
    answer = Response(content, content_type=_TYPES[told.type])
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(told.name)}"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _add(entry: Entry, by: str, party: str) -> None:
    kind, file = rules.kind_of(request.form.get("kind", "")), request.files.get("file")
    content = file.read(MOST_BYTES + 1) if file is not None else b""
    if not content:
        raise Refused("invalid", "attached_missing")
    if len(content) > MOST_BYTES:
        raise Refused("too_large", "attached_too_large", most=MOST_BYTES // 2**20)
    named, at = (file.filename or "") if file is not None else "", house().desk.now()
    made, type = _sound(content)
    digest = hashlib.sha256(made).hexdigest()
    told = Attached(new_id(), kind, rules.name_of(named, type), type, len(made), digest, by, party, at)

    def work(connection: Any) -> None:
        def step(here: Entry) -> Any:
            there = attached.all_of(connection, entry.id)
            if any((one.kind, one.digest) == (kind, digest) for one in there):
                return here, None  # sent again after its answer was lost
            rules.one_more(here, party, there, told.size)
            attached.add(connection, entry.id, told, made)
            return here, Event("attached", by, party, reason=told.name)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def _sound(content: bytes) -> tuple[bytes, str]:
    """Give what is kept of a file, and its type: a PDF as it is, a picture made small and bare."""
    if rules.is_pdf(content):
        aside(lambda: rules.sound_pdf(content))
        return content, PDF
    try:
        return bare(content).jpeg, JPEG  # by another process, for which no thread beside the loop can wait
    except Refused as refused:
        raise Refused("invalid", "attached_type") if refused.key == "photo_not_read" else refused from refused


def _remove(entry: Entry, id: str, by: str, party: str) -> None:
    at = house().desk.now()

    def work(connection: Any) -> None:
        def step(here: Entry) -> Any:
            gone = next((one for one in attached.all_of(connection, entry.id) if one.id == id), None)
            if gone is None:
                raise Refused("not_found", "attached_gone")
            rules.may_remove(here, party, gone)
            attached.remove(connection, entry.id, id)
            return here, Event("detached", by, party, reason=gone.name)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def _may_remove(entry: Entry, party: str, one: Attached) -> bool:
    try:
        rules.may_remove(entry, party, one)
    except Refused:
        return False
    return True
