"""Measures to copy: what was made public and is done, in every region; one of them can become an idea of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.checks import first_due_by
from shared.domain.register.entries import Entry
from shared.domain.register.form import FIELDS
from shared.domain.register.public import withheld
from shared.domain.register.states import STAGES
from shared.domain.register.words import answer
from shared.domain.sustainability import EFFECTIVE
from shared.store import people, register, results
from shared.web import language as speech
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .measures import enter
from .pages import back, for_office, for_results, page, pages, person

_TOLD = ("lead", "obstacle", "goal", "effect", "outputs")
_TAKEN = ("title", "obstacle", "goal", "effect", "effect_month", "outputs", "months")  # into one's own idea
_FIGURES = ("trained", "jobs", "income")


@pages.get("/facilitator/programme/library")
@for_results
def library() -> str:
    """Show the public measures that are done, those first that still work; by ``words``."""
    return _page()


@pages.post("/facilitator/programme/copy")
@for_office
def copy_measure() -> Answer:
    """Make an idea in a ``region`` of one's own from a public measure (``entry``): what it does, not who does it."""
    region = request.form.get("region", "")
    if region not in house().identity.regions(person(), "office"):
        abort(404)
    with house().store.read() as connection:
        found = [one for one in _done(connection) if one.id == request.form.get("entry", "")]
    if not found:
        return make_response(_page(say_refusal(g.language, Refused("not_found", "not_found"))), 400)
    hidden = withheld(found[0], _said(found[0], _TAKEN))
    answers = {n: found[0].form[n] for n in _TAKEN if n in found[0].form and n not in hidden}
    made = enter(region, answers.get("title", found[0].number), {**answers, "evidence": _origin(found[0])})
    return back("measure", id=made.id)


def _done(connection: Any) -> list[Entry]:
    return [one for one in register.every(connection, None, released=True) if one.state in STAGES["done"]]


def _said(entry: Entry, names: tuple[str, ...]) -> dict[str, str]:
    spoken = Speech(g.language)
    return {name: answer(FIELDS[name], entry.form.get(name), spoken) for name in names}


def _origin(entry: Entry) -> str:
    return say("library.origin", number=entry.number)


def _page(refused: str = "") -> str:
    words = request.args.get("words", "").casefold().split()
    offices, own = house().identity.regions(person(), "office"), house().identity.regions(person(), "results")
    with house().store.read() as connection:
        found = _done(connection)
        names = {region.id: region.name for region in people.regions(connection)}
        verdicts = results.verdicts(connection, list(names), first_due_by(today()))
        brought = results.by_measure(connection)
    rows = [_row(one, names, verdicts.get(one.id, ""), brought.get(one.id, {}), one.region in own) for one in found]
    shown = [row for row in rows if all(word in row["text"] for word in words)]
    return page(
        "library.html",
        rows=sorted(shown, key=lambda row: (row["verdict"] != EFFECTIVE, row["title"].casefold())),
        words=request.args.get("words", ""),
        offices=list(offices.items()),
        refused=refused,
    )


def _row(
    entry: Entry, names: Mapping[str, str], verdict: str, brought: Mapping[str, int], opens: bool
) -> dict[str, Any]:
    said = _said(entry, ("title", *_TOLD))
    hidden = withheld(entry, said)
    title = said["title"] if said["title"] and "title" not in hidden else entry.number
    told = [(say(f"register.field.{n}"), said[n]) for n in _TOLD if said[n] and n not in hidden]
    return {
        "id": entry.id,
        "number": entry.number,
        "title": title,
        "region": names[entry.region],
        "told": told,
        "total": speech.number(g.language, entry.form["total"]) if entry.form.get("total") is not None else "",
        "brought": [
            (say(f"programme.short.{c}"), speech.figure(g.language, brought[c])) for c in _FIGURES if c in brought
        ],
        "verdict": verdict,
        "opens": opens,
        "text": " ".join([title, names[entry.region], *(text for _, text in told)]).casefold(),
    }
