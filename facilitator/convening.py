"""A workshop with measures of the register: opened from its list, with what each application says as the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.principles import held
from shared.domain.register.convened import taken_along
from shared.domain.templates import ABOUT_MEASURES
from shared.store import register, results
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.carrying import bring
from shared.web.errors import say_refusal
from shared.web.here import actor_of
from shared.web.house import house
from shared.web.making import make_workshop
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person


@pages.route("/facilitator/measures/workshop", methods=["GET", "POST"])
@for_facilitators
def convene() -> Answer:
    """Open a workshop about the ticked measures (``entry``), all of one region that the person leads workshops in."""
    typed = {name: request.values.get(name, "") for name in ("template", "title", "date", "language")}
    ids = request.values.getlist("entry")
    with house().store.read() as connection:
        chosen = [entry for id in ids if (entry := register.one(connection, id)) is not None]
        checks = {entry.id: results.checks_of(connection, entry.id) for entry in chosen}
    regions, led = house().identity.regions(person(), "office"), house().identity.regions(person())
    if len(chosen) != len(ids) or any(entry.region not in regions or entry.region not in led for entry in chosen):
        abort(404)
    first = {"template": "led-evaluation", "date": date.today().isoformat(), "language": person().language}
    shown = {**first, **{name: value for name, value in typed.items() if value}}
    refused = ""
    if not chosen:
        refused = say("register.convene_none")
    elif len({entry.region for entry in chosen}) > 1:
        refused = say("register.convene_regions")
    elif request.method == "POST":
        try:
            if typed["template"] not in ABOUT_MEASURES or typed["language"] not in speech.languages():
                abort(400)
            made = make_workshop(house().desk, region=chosen[0].region, **typed)
            spoken = typed["language"]
            days = [datetime.fromtimestamp(entry.created_at / 1000, UTC).date().isoformat() for entry in chosen]
            told = [(entry, day, checks[entry.id]) for entry, day in zip(chosen, days, strict=True)]
            taken = taken_along(told, new_id, lambda code: speech.t(spoken, f"programme.indicator.{code}"))
            bring(house().desk, made, actor_of(person()), {**taken, "title": say("register.title")})
            return back("prepare", id=made.id)
        except Refused as refusal:
            refused = say_refusal(g.language, refusal)
    shown_page = page(
        "convene.html",
        entries=chosen,
        held={entry.id: held(entry.form) for entry in chosen},
        typed=shown,
        templates=[(name, say(f"templates.{name}.name")) for name in ABOUT_MEASURES],
        offered=[(code, speech.NAMES[code]) for code in speech.languages()],
        refused=refused,
    )
    return make_response(shown_page, 400 if refused else 200)
