"""Cards from a list: pasted or in a file, looked through line by line, taken in at once."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain import listed
from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Refused
from shared.domain.records import Activity, Card, Workshop
from shared.store.board import Board
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.asked import asked_number
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person


@pages.route("/facilitator/workshops/<id>/cards", methods=["GET", "POST"])
@for_facilitators
def listed_cards(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    version, records = board_of(workshop.id)
    board = Board(version, records)
    steps = [a for a in board.find(Activity) if KINDS_OF_ACTIVITY[a.kind].makes == "cards"]
    step = next((a for a in steps if a.id == request.values.get("step")), next(iter(steps), None))
    if request.method == "GET" or step is None:
        return make_response(_page(workshop, steps, step))
    try:
        return _done(workshop, board, steps, step)
    except Refused as refusal:
        return make_response(_page(workshop, steps, step, refused=say_refusal(g.language, refusal)), 400)


def _done(workshop: Workshop, board: Board, steps: list[Activity], step: Activity) -> Answer:
    form = request.form
    texts = _texts(workshop)
    read = listed.read(texts, step.settings["length"], [c.text for c in board.find(Card, activity=step.id)])
    if form.get("act") != "take_in":
        return make_response(
            _page(workshop, steps, step, read=read, lines="\n".join(" ".join(t.split()) for t in texts))
        )
    taken = set(form.getlist("take"))
    good = [line for line in read if line.refused is None and str(line.number) in taken]
    batch = form.get("batch", "")
    cards = [{"card": f"{batch[:32]}-{line.number}", "text": line.text} for line in good]
    args = {"activity": step.id, "cards": cards}
    house().desk.perform(workshop.id, actor_of(person()), batch, "card.import", args)  # sent twice, it is one batch
    return back("listed_cards", id=workshop.id, step=step.id, taken=len(good))


def _texts(workshop: Workshop) -> list[str]:
    """Take the texts of a file where one was sent, else of the box."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return listed.lines(request.form.get("lines", ""))
    text = listed.decoded(file.read(), workshop.language)
    heads = [speech.t(spoken, f"listed.head_{name}") for spoken in speech.languages() for name in ("card", "text")]
    return listed.cells(text, ["card", "text", "idea", *heads])


def _page(
    workshop: Workshop,
    steps: list[Activity],
    step: Activity | None,
    read: list[listed.Line] | None = None,
    lines: str = "",
    refused: str = "",
) -> str:
    taken = asked_number("taken")
    return page(
        "listed.html",
        workshop=workshop,
        steps=[(a.id, a.title) for a in steps],
        step=step,
        most=listed.MOST_LINES,
        lines=lines or request.form.get("lines", ""),
        read=[_told(line) for line in read or ()],
        good=sum(line.refused is None for line in read or ()),
        fresh=new_id(),
        refused=refused,
        said="" if taken is None else say("listed.taken_in", n=taken),
    )


def _told(line: listed.Line) -> dict[str, Any]:
    told = {"number": line.number, "text": line.text, "twin": line.twin}
    return {**told, "refused": say_refusal(g.language, line.refused) if line.refused else ""}
