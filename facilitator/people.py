"""People and regions, for administrators: invite, remove, let back, add a region."""

from __future__ import annotations

from typing import Any

from flask import abort, make_response, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.permissions import ROLES
from shared.domain.text import line
from shared.store import people as kept
from shared.web.house import house
from shared.web.identity import check_person
from shared.web.passwords import Unfit
from shared.web.site import say

from .pages import back, for_administrators, page, pages, person


@pages.get("/facilitator/people")
@for_administrators
def people() -> str:
    return _page()


@pages.post("/facilitator/people")
@for_administrators
def add_person() -> Answer:
    """Add somebody and make the link with which they choose a password."""
    typed: dict[str, Any] = {name: request.form.get(name, "") for name in ("name", "email", "role")}
    typed["regions"] = request.form.getlist("regions")
    role = typed["role"] if typed["role"] in ROLES else "facilitator"
    try:
        email, name, language = check_person(typed["email"], typed["name"], person().language)
    except Unfit as unfit:
        return make_response(_page(typed, say(unfit.key, **unfit.params)), 400)
    except Refused as refusal:
        return make_response(_page(typed, say(f"refused.{refusal.key}", **refusal.params)), 400)
    known = set(house().identity.regions(person()))

    def add(connection: Any) -> str | None:
        if kept.by_email(connection, email) is not None:
            return None
        id = kept.add_person(connection, email=email, name=name, role=role, language=language)
        kept.set_regions(connection, id, [region for region in typed["regions"] if region in known])
        return id

    id: str | None = house().store.write(add)
    if id is None:
        return make_response(_page(typed, say("pages.email_taken")), 400)
    return make_response(_page(link=_link(id), invited=name))


@pages.post("/facilitator/people/<id>")
@for_administrators
def change_person(id: str) -> Answer:
    """Remove somebody (effective at once), let them back in, or make a new link."""
    with house().store.read() as connection:
        them = kept.by_id(connection, id)
    if them is None:
        abort(404)
    act = request.form.get("act")
    if act == "invite" and not them.disabled:
        return make_response(_page(link=_link(id), invited=them.name))
    if act == "rights" and not them.disabled:
        return _change_rights(them)
    if act == "remove" and id != person().id:

        def remove(connection: Any) -> None:
            kept.change_person(connection, id, disabled=True)
            kept.end_sessions_of(connection, id)
            kept.revoke_tokens_of(connection, id)

        house().store.write(remove)
    elif act == "restore":
        house().store.write(lambda c: kept.change_person(c, id, disabled=False))
    return back("people")


@pages.post("/facilitator/regions")
@for_administrators
def add_region() -> Answer:
    name = line(request.form.get("region", ""), 80)
    if name:
        house().store.write(lambda c: kept.add_region(c, name, person().language))
    return back("people")


def _change_rights(them: kept.Person) -> Answer:
    """Give somebody another role or other regions, effective at once; the last administrator stays one."""
    role = request.form.get("role", "")
    known = set(house().identity.regions(person()))
    regions = [region for region in request.form.getlist("regions") if region in known]

    def change(connection: Any) -> bool:
        others = [p for p in kept.persons(connection) if p.role == "administrator" and not p.disabled and p != them]
        if role not in ROLES or (role != "administrator" and not others):
            return False
        kept.change_person(connection, them.id, role=role)
        kept.set_regions(connection, them.id, regions)
        return True

    if not house().store.write(change):
        return make_response(_page(refused=say("pages.last_administrator")), 400)
    return back("people") if person().id != them.id or role == "administrator" else back("workshops")


def _link(person_id: str) -> str:
    token = house().identity.invite(person_id)
    path = url_for("facilitator.welcome", token=token)
    return (house().public_url or request.host_url).rstrip("/") + path


def _page(typed: dict[str, Any] | None = None, refused: str = "", link: str = "", invited: str = "") -> str:
    with house().store.read() as connection:
        names = {region.id: region.name for region in kept.regions(connection)}
        rows = [
            {
                **{name: getattr(them, name) for name in ("id", "name", "email", "role")},
                "removed": them.disabled,
                "waits": them.password_hash is None,
                "region_ids": (ids := kept.regions_of(connection, them.id)),
                "regions": sorted(names[id] for id in ids),
            }
            for them in kept.persons(connection)
        ]
    known: dict[str, Any] = {
        "name": "",
        "email": "",
        "role": "facilitator",
        "regions": list(names)[:1],
        **(typed or {}),
    }
    return page(
        "people.html",
        people=rows,
        regions=list(names.items()),
        roles=[(role, say(f"pages.role_{role}")) for role in ROLES],
        typed=known,
        refused=refused,
        link=link,
        invited=invited,
    )
