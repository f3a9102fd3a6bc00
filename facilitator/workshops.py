"""The workshops that a facilitator sees, and making a new one from a template."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.permissions import Scope, scope
from shared.domain.records import Workshop
from shared.domain.templates import TEMPLATES
from shared.web import language as speech
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.making import OWN, make_workshop
from shared.web.site import say

from .pages import back, for_facilitators, for_readers, page, pages, person


@pages.get("/facilitator/")
@for_readers
def workshops() -> str:
    identity = house().identity
    regions, led = identity.regions(person(), "read"), identity.regions(person())
    listed = [_row(workshop, regions, led) for workshop in identity.workshops(person(), "read")]
    return page("workshops.html", workshops=listed, leads=scope(person().role, "run") is not Scope.NOWHERE)


@pages.route("/facilitator/new", methods=["GET", "POST"])
@for_facilitators
def new_workshop() -> Answer:
    if request.method == "GET":
        first = {"date": date.today().isoformat(), "language": person().language}
        return make_response(_form({**first, "template": request.args.get("template", "")}))
    typed = {name: request.form.get(name, "") for name in ("template", "title", "region", "date", "language")}
    if typed["region"] not in house().identity.regions(person()) or typed["language"] not in speech.languages():
        return make_response(_form(typed, say("pages.region_needed")), 400)
    try:
        _may_use(typed["template"])
        made = make_workshop(house().desk, **typed)
    except Refused as refusal:
        return make_response(_form(typed, say_refusal(g.language, refusal)), 400)
    return back("prepare", id=made.id)


def _may_use(template: str) -> None:
    """Refuse a template that this person may not see, as one that is not there."""
    if template.startswith(OWN) and house().identity.template(person(), template.removeprefix(OWN)) is None:
        raise Refused("not_found", "gone_template")


def _form(typed: dict[str, str], refused: str = "") -> str:
    return page(
        "new.html",
        typed=typed,
        refused=refused,
        regions=list(house().identity.regions(person()).items()),
        templates=[(name, say(f"templates.{name}.name")) for name in TEMPLATES],
        own=[(OWN + template.id, template.name) for template in house().identity.templates(person())],
        offered=[(code, speech.NAMES[code]) for code in speech.languages()],
    )


def _row(workshop: Workshop, regions: dict[str, str], led: dict[str, str]) -> dict[str, Any]:
    return {
        **{name: getattr(workshop, name) for name in ("id", "code", "title", "date")},
        "region": regions.get(workshop.region, ""),
        "state": state_of(workshop),
        "led": workshop.region in led or scope(person().role, "run") is Scope.ALL,
    }


def state_of(workshop: Workshop) -> str:
    return "ended" if workshop.ended_at else "running" if workshop.started_at else "planned"
