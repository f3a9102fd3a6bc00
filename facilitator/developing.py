"""What the office of a region reports of itself, and its meetings and proposals with offices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.development import ASKED, CAPABLE, NO, YES, Report, report
from shared.domain.dialogue import MEETING, SECTORS, STEPS, Talk, talk
from shared.store import development as kept
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.checking import today
from shared.web.errors import STATUS, say_refusal
from shared.web.house import house
from shared.web.site import say

from .pages import back, for_office, page, pages, person


@pages.get("/facilitator/regions/<id>/development")
@for_office
def development_of(id: str) -> str:
    return _page(id, _name(id))


@pages.post("/facilitator/regions/<id>/development")
@for_office
def report_development(id: str) -> Answer:
    """Keep a report of a day or take one back, keep a meeting or proposal or take one out."""
    name, act = _name(id), request.form.get("act", "")
    if act not in _ACTS:
        abort(400)
    try:
        _ACTS[act](id)
    except Refused as refusal:
        field = str(refusal.params.get("field", ""))
        said = say_refusal(g.language, refusal)
        told = f"{_label(field)}: {said}" if field else said
        return make_response(_page(id, name, told, act), STATUS.get(refusal.code, 400))
    return back("development_of", id=id, said=act)


def _report(region: str) -> None:
    made = report(region, request.form.to_dict(), today(), person().name, house().desk.now())
    house().store.write(lambda c: kept.keep_report(c, made))


def _take_back(region: str) -> None:
    day = request.form.get("day", "")
    if not house().store.write(lambda c: kept.remove_report(c, region, day)):
        raise Refused("not_found", "not_found")


def _talk(region: str) -> None:
    """Keep a new meeting or proposal, or one of this region's that is there, under its own name."""
    given: dict[str, Any] = {**request.form.to_dict(), "sectors": request.form.getlist("sectors")}
    id, kind, at = request.form.get("item", ""), request.form.get("kind", ""), house().desk.now()
    if id and id not in {one.id for one in _talks(region)}:
        raise Refused("not_found", "gone_line")  # somebody took it out meanwhile
    made = talk(id or new_id(), region, kind, given, today(), person().name, at)
    house().store.write(lambda c: kept.keep_talk(c, made))


def _drop(region: str) -> None:
    id = request.form.get("item", "")
    if not house().store.write(lambda c: kept.remove_talk(c, region, id)):
        raise Refused("not_found", "gone_line")


_ACTS: dict[str, Callable[[str], None]] = {"report": _report, "take_back": _take_back, "talk": _talk, "drop": _drop}


def _name(id: str) -> str:
    """Give the name of a region that the person keeps; what is not theirs is not there."""
    return house().identity.regions(person(), "office").get(id) or abort(404)


def _talks(region: str) -> list[Talk]:
    with house().store.read() as connection:
        return kept.talks(connection, [region])


def _label(field: str) -> str:
    if field in ("raised", "answered", "adopted", "in_force") and request.form.get("act") == "talk":
        return say(f"development.step.{field}")
    return say(f"development.ask.{field}")


def _page(id: str, name: str, refused: str = "", act: str = "") -> str:
    said = request.args.get("said", "")
    with house().store.read() as connection:
        reports = kept.reports(connection, [id])[::-1]
        talks = kept.talks(connection, [id])
    typed = request.form.to_dict() if act == "report" else {}
    told = request.form.to_dict() if act == "talk" else {}
    return page(
        "developing.html",
        region=id,
        name=name,
        parts=[(part, [(code, say(f"development.ask.{code}")) for code in codes]) for part, codes in ASKED.items()],
        points=[(point, say(f"development.can.{point}")) for point in CAPABLE],
        answers=[("", say("development.unknown")), (YES, say("register.choice.yes")), (NO, say("register.choice.no"))],
        reports=[_told(one) for one in reports],
        typed={"day": today(), "currency": reports[0].currency if reports else "", **typed},
        talks=talks,
        sectors=[(sector, say(f"register.choice.{sector}")) for sector in SECTORS],
        steps=[(step, say(f"development.step.{step}")) for step in STEPS],
        told={"kind": MEETING, "item": "", **told},
        told_sectors=request.form.getlist("sectors") if told else [],
        said=say("common.saved") if said in _ACTS else "",
        refused=refused,
    )


def _told(one: Report) -> dict[str, Any]:
    values = [
        f"{say(f'development.ask.{code}')}: {speech.figure(g.language, n)}" for code, n in sorted(one.values.items())
    ]
    score = say("development.score_of", n=one.score, known=len(one.capable), all=len(CAPABLE)) if one.capable else ""
    return {
        "iso": one.day,
        "day": speech.day(g.language, one.day),
        "told": " · ".join(values),
        "currency": one.currency,
        "score": score,
        "proof": one.proof,
        "by": one.by,
    }
