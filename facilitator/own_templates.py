"""Using a workshop again: a clone of it, or its agenda kept as a template; the templates that one may use."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, abort, g, make_response, request
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Workshop
from shared.store import people, templates
from shared.store.templates import SHARED, Template
from shared.web.errors import say_refusal
from shared.web.here import own_workshop
from shared.web.house import house
from shared.web.making import OWN, clone_workshop
from shared.web.own_templates import as_file, checked, from_file, keep_agenda
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person

_SAID = {"kept": "pages.template_kept", "changed": "common.saved", "removed": "pages.template_removed"}


@pages.route("/facilitator/workshops/<id>/again", methods=["GET", "POST"])
@for_facilitators
def use_again(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    if request.method == "GET":
        return make_response(_again(workshop))
    form = request.form
    try:
        if form.get("act") == "clone":
            made = clone_workshop(
                house().desk,
                id,
                title=form.get("title", ""),
                date=form.get("date", ""),
                measures=form.get("measures") == "yes",
            )
            return back("prepare", id=made.id)
        keep_agenda(house().store, workshop, person(), house().desk.now(), **_told())
    except Refused as refusal:
        return make_response(_again(workshop, say_refusal(g.language, refusal)), 400)
    return back("own_templates", said="kept")


@pages.route("/facilitator/templates", methods=["GET", "POST"])
@for_facilitators
def own_templates() -> Answer:
    """List the own templates, or take one out of a file."""
    if request.method == "GET":
        said = _SAID.get(request.args.get("said", ""))
        return make_response(_listed(say(said) if said else ""))
    file, region = request.files.get("file"), request.form.get("region", "")
    if file is None or region not in house().identity.regions(person()):
        return make_response(_listed(refused=say("pages.region_needed" if file else "pages.file_needed")), 400)
    try:
        from_file(house().store, file.read(), person(), region, house().desk.now())
    except Refused as refusal:
        return make_response(_listed(refused=say_refusal(g.language, refusal)), 400)
    return back("own_templates", said="kept")


@pages.post("/facilitator/templates/<id>")
@for_facilitators
def change_template(id: str) -> Answer:
    """Rename a template, share it otherwise, or delete it."""
    template = _template(id)
    if not house().identity.may_change(person(), template):
        abort(404)
    if request.form.get("act") == "remove":
        house().store.write(lambda connection: templates.remove(connection, id))
        return back("own_templates", said="removed")
    try:
        values: dict[str, Any] = {**checked(**_told()), "changed_at": house().desk.now()}
    except Refused as refusal:
        return make_response(_listed(refused=say_refusal(g.language, refusal), open_template=id), 400)
    house().store.write(lambda connection: templates.change(connection, id, **values))
    return back("own_templates", said="changed")


@pages.get("/facilitator/templates/<id>.json")
@for_facilitators
def template_file(id: str) -> Response:
    template = _template(id)
    answer = Response(as_file(template), mimetype="application/json")
    name = secure_filename(template.name) or "template"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


def _template(id: str) -> Template:
    return house().identity.template(person(), id) or abort(404)


def _told() -> dict[str, str]:
    return {name: request.form.get(name, "") for name in ("name", "description", "shared")}


def _again(workshop: Workshop, refused: str = "") -> str:
    typed = {"title": workshop.title, "date": date.today().isoformat(), "name": workshop.title, "shared": "no"}
    return page(
        "again.html",
        workshop=workshop,
        typed={**typed, **request.form.to_dict()} if refused else typed,
        refused=refused,
        sharings=_sharings(),
    )


def _listed(said: str = "", refused: str = "", open_template: str = "") -> str:
    identity = house().identity
    regions = identity.regions(person())
    with house().store.read() as connection:
        names = {one.id: one.name for one in people.persons(connection)}
    rows = [
        {
            **{name: getattr(template, name) for name in ("id", "name", "description", "shared")},
            "use": OWN + template.id,
            "owner": "" if template.owner == person().id else names.get(template.owner, ""),
            "region": regions.get(template.region, ""),
            "steps": len(template.outline["steps"]),
            "minutes": sum(step["minutes"] for step in template.outline["steps"]),
            "mine": identity.may_change(person(), template),
        }
        for template in identity.templates(person())
    ]
    return page(
        "templates.html",
        templates=rows,
        sharings=_sharings(),
        regions=list(regions.items()),
        said=said,
        refused=refused,
        open_template=open_template,
    )


def _sharings() -> list[tuple[str, str]]:
    return [(sharing, say(f"pages.shared_{sharing}")) for sharing in SHARED]
