"""Learning to lead: modules of cards and a quiz, one's logbook, one's level; and for managers who has which level."""

from __future__ import annotations

from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.permissions import Scope, scope
from shared.domain.training import (
    CARDS,
    CONFIRMED,
    ENOUGH,
    MODULES,
    OBSERVED,
    PARTS,
    QUESTIONS,
    RIGHT,
    WAITING,
    Line,
    Progress,
    answered,
    answers,
    entered,
    level,
    marked,
    tried,
)
from shared.store import people
from shared.store import training as kept
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.errors import say_refusal
from shared.web.here import own_workshop
from shared.web.house import house
from shared.web.site import say

from .pages import back, for_managers, for_people, page, pages, person

_LETTERS = "abc"
_MODULE = f"<any({', '.join(MODULES)}):module>"


@pages.get("/facilitator/training")
@for_people
def training() -> str:
    return _page()


@pages.get(f"/facilitator/training/{_MODULE}")
@for_people
def training_module(module: str) -> str:
    return _module(module)


@pages.post(f"/facilitator/training/{_MODULE}")
@for_people
def try_module(module: str) -> Answer:
    """Mark a try of the quiz, keep it, and explain each answer."""
    given = {n: _meant(module, n, request.form.get(f"q{n}", "")) for n in range(1, QUESTIONS + 1)}
    try:
        right = marked(module, given)
    except Refused as refusal:
        return make_response(_module(module, given, refused=say_refusal(g.language, refusal)), 400)
    me, at = person().id, house().desk.now()
    house().store.write(lambda c: kept.keep(c, me, lambda before: tried(before, right, at), module))
    return make_response(_module(module, given, right))


@pages.post("/facilitator/training/logbook")
@for_people
def write_logbook() -> Answer:
    """Enter a workshop into one's logbook, take a line out, or answer for somebody else's."""
    act, line = request.form.get("act", ""), request.form.get("line", "")
    try:
        if act == "enter":
            _enter(request.form.get("workshop", ""), request.form.get("part", ""), request.form.get("confirmer", ""))
        elif act in ("confirm", "decline"):
            _answer(line, act == "confirm")
        elif act == "drop":
            me = person().id
            if not house().store.write(lambda c: kept.drop(c, me, line)):
                raise Refused("not_found", "gone_line")
        else:
            abort(400)
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal)), 404 if refusal.code == "not_found" else 400)
    return back("training")


@pages.get("/facilitator/training/people")
@for_managers
def trained_people() -> str:
    """Tell who has which level, region by region; whoever belongs to none stands last."""
    with house().store.read() as connection:
        everybody = [one for one in people.persons(connection) if not one.disabled]
        regions = [(region.id, region.name) for region in people.regions(connection)]
        belongs = {one.id: people.regions_of(connection, one.id) for one in everybody}
        progress, lines = kept.progress_of_all(connection), kept.lines(connection)
    rows = {one.id: _row(one, progress.get(one.id, []), lines) for one in everybody}
    told = [(name, [rows[one.id] for one in everybody if id in belongs[one.id]]) for id, name in regions]
    told.append((say("training.no_region"), [rows[one.id] for one in everybody if not belongs[one.id]]))
    return page("trained_people.html", regions=[(name, of) for name, of in told if of], modules=len(MODULES))


def _meant(module: str, question: int, letter: str) -> str:
    """Name the answer that stands at a letter, "" where none does: the page tells nobody which one is right."""
    return dict(zip(_LETTERS, answers(module, question), strict=True)).get(letter, "")


def _enter(workshop: str, part: str, confirmer: str) -> None:
    found = own_workshop(person(), workshop, "drafts")
    me, at = person().id, house().desk.now()
    with house().store.read() as connection:
        may = {me, *(one.id for one in _others(connection))}  # oneself is refused with a sentence
    if confirmer not in may:
        raise Refused("invalid", "form_choice")
    line = Line(new_id(), me, found.id, found.title, found.date, found.region, part, confirmer, at=at)

    def write(connection: Any) -> None:
        own = [one for one in kept.about(connection, me) if one.person == me]
        kept.add(connection, entered(line, found, own))

    house().store.write(write)


def _answer(line: str, yes: bool) -> None:
    me = person().id

    def step(before: Line) -> Line:
        if before.confirmer != me:  # nobody learns of a line that does not ask them
            raise Refused("not_found", "gone_line")
        return answered(before, me, yes)

    house().store.write(lambda c: kept.change(c, line, step))


def _others(connection: Any) -> list[people.Person]:
    """List who may be asked to confirm: whoever sees workshops of one's own regions while they are led."""
    me, mine = person(), set(house().identity.regions(person(), "drafts"))
    return [
        one
        for one in people.persons(connection)
        if not one.disabled
        and one.id != me.id
        and (
            scope(one.role, "drafts") is Scope.ALL
            or (scope(one.role, "drafts") is Scope.OWN and mine & people.regions_of(connection, one.id))
        )
    ]


def _page(refused: str = "") -> str:
    me = person()
    with house().store.read() as connection:
        everybody = people.persons(connection)
        progress, lines = kept.progress(connection, me.id), kept.about(connection, me.id)
        others = [(one.id, one.name) for one in _others(connection)]
    names = {one.id: one.name for one in everybody}
    reached, asked = level(me.id, progress.values(), lines)
    own = [line for line in lines if line.person == me.id]
    there = {line.workshop for line in own}
    held = [w for w in house().identity.workshops(me, "drafts") if w.started_at is not None and w.id not in there]
    return page(
        "training.html",
        refused=refused,
        level=say(f"training.level.{reached}"),
        asked=[(say(f"training.need.{count.what}"), count) for count in asked],
        modules=[_state(module, progress.get(module, Progress(module))) for module in MODULES],
        own=[_told(line, names) for line in own],
        waiting=[_told(line, names) for line in lines if line.confirmer == me.id and line.state == WAITING],
        held=[(w.id, f"{w.title} · {speech.day(g.language, w.date)}") for w in held],
        parts=[(part, say(f"training.part.{part}")) for part in PARTS],
        others=others,
    )


def _state(module: str, progress: Progress) -> dict[str, Any]:
    return {
        "name": module,
        "title": say(f"training.{module}.title"),
        "passed": progress.passed,
        "told": say("training.best", n=progress.best, of=QUESTIONS, tries=progress.tries) if progress.tries else "",
    }


def _told(line: Line, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": line.id,
        "title": line.title,
        "day": speech.day(g.language, line.day),
        "part": say(f"training.part.{line.part}"),
        "person": names.get(line.person, ""),
        "confirmer": names.get(line.confirmer, ""),
        "state": line.state,
        "said": say(f"training.state.{line.state}", name=names.get(line.confirmer, "")),
    }


def _module(module: str, given: dict[int, str] | None = None, right: int | None = None, refused: str = "") -> str:
    def word(key: str) -> str:
        return say(f"training.{module}.{key}")

    questions = [
        {
            "n": n,
            "text": word(f"q{n}"),
            "answers": [
                {
                    "value": letter,
                    "text": word(f"q{n}.{one}"),
                    "why": word(f"q{n}.{one}.why"),
                    "right": one == RIGHT,
                    "given": one == (given or {}).get(n),
                }
                for letter, one in zip(_LETTERS, answers(module, n), strict=True)
            ],
        }
        for n in range(1, QUESTIONS + 1)
    ]
    with house().store.read() as connection:
        before = kept.progress(connection, person().id).get(module, Progress(module))
    following = MODULES.index(module) + 1
    return page(
        "training_module.html",
        title=word("title"),
        cards=[(word(f"c{n}"), word(f"c{n}.text")) for n in range(1, CARDS + 1)],
        questions=questions,
        marked=right is not None,
        result="" if right is None else say("training.result", n=right, of=QUESTIONS),
        passed=right is not None and right >= ENOUGH,
        enough=say("training.enough", n=ENOUGH, of=QUESTIONS),
        state=_state(module, before),
        following=MODULES[following] if following < len(MODULES) else "",
        refused=refused,
    )


def _row(one: people.Person, progress: list[Progress], lines: list[Line]) -> dict[str, Any]:
    mine = [line for line in lines if line.person == one.id and line.state == CONFIRMED]
    reached, _ = level(one.id, progress, lines)
    counts = {part: len({line.workshop for line in mine if line.part == part}) for part in PARTS}
    return {
        "name": one.name,
        "level": say(f"training.level.{reached}"),
        "passed": sum(module.passed for module in progress),
        "led": counts["led"],
        "co_led": counts["co_led"],
        "observed": counts[OBSERVED],
    }
