"""The shells of the console and of the projector, and the QR codes that both show."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, g, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.records import Activity, Workshop
from shared.store import workshops
from shared.web.addresses import base_url
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import languages, messages
from shared.web.picture import snapshot
from shared.web.qr import join_payload, svg, wifi_payload
from shared.web.site import say, shell, speak

from .handout import handout_qr
from .pages import back, for_facilitators, pages, person


@pages.get("/facilitator/workshops/<id>/console")
@for_facilitators
def console(id: str) -> str:
    workshop = own_workshop(person(), id)
    g.frames = "frames"  # it shows the wall within itself
    me = person()
    urls = {
        "home": url_for("facilitator.workshops"),
        "prepare": url_for("facilitator.prepare", id=id),
        "settings": url_for("facilitator.settings", id=id),
        "minutes": url_for("facilitator.minutes", id=id),
        "findings": url_for("facilitator.findings", id=id),
        "history": url_for("facilitator.history", id=id),
        "list": url_for("facilitator.listed_cards", id=id),
        "groups": url_for("facilitator.suggested_groups", id=id),
        "twins": url_for("facilitator.suggested_twins", id=id),
        "former": url_for("facilitator.former", id=id),
        "sheet": url_for("facilitator.sheet_of_step", id=id, step="STEP"),
        "ballots": url_for("facilitator.ballots_to_print", id=id, step="STEP", format="pdf"),
        "guide": url_for("facilitator.guide_file", id=id, step="STEP", format="pdf"),
        "projector": projector_url(workshop) or "",
        "join": join_url(workshop),
        "join_qr": url_for("facilitator.join_qr", id=id),
        "wifi_qr": url_for("facilitator.wifi_qr", id=id),
    }
    boot: dict[str, Any] = {
        "workshop": id,
        "code": workshop.code,
        "name": me.name,
        "person": me.id,
        "urls": urls,
        "guides": _guides(id),
    }
    return shell("console", workshop.title, languages=_offered(workshop), **boot)


@pages.get("/projector/<key>")
def projector(key: str) -> str:
    workshop = _behind(key)
    g.frames = "framed"
    speak(workshop.language)
    version, records = board_of(workshop.id)
    urls = {
        "join": join_url(workshop),
        "join_qr": url_for("facilitator.projector_qr", key=key, name="join"),
        "wifi_qr": url_for("facilitator.projector_qr", key=key, name="wifi"),
        "handout_qr": url_for("facilitator.projector_qr", key=key, name="handout"),
    }
    picture = snapshot(version, records, "wall", house().desk.now())
    boot: dict[str, Any] = {
        "workshop": workshop.id,
        "code": workshop.code,
        "key": key,
        "urls": urls,
        "snapshot": picture,
    }
    return shell("wall", workshop.title, languages=_offered(workshop), **boot)


@pages.get("/projector/<key>/qr/<name>.svg")
def projector_qr(key: str, name: str) -> Answer:
    workshop = _behind(key)
    drawn = {"join": _join_qr, "wifi": _wifi_qr, "handout": handout_qr}.get(name)
    return drawn(workshop) if drawn else abort(404)


@pages.get("/facilitator/workshops/<id>/qr/join.svg")
@for_facilitators
def join_qr(id: str) -> Answer:
    return _join_qr(own_workshop(person(), id))


@pages.get("/facilitator/workshops/<id>/qr/wifi.svg")
@for_facilitators
def wifi_qr(id: str) -> Answer:
    return _wifi_qr(own_workshop(person(), id))


@pages.post("/facilitator/workshops/<id>/projector")
@for_facilitators
def projector_key(id: str) -> Answer:
    """Give the wall a new address, or take its address back."""
    workshop = own_workshop(person(), id)
    if request.form.get("act") == "renew":
        house().store.write(lambda c: workshops.renew_door(c, workshop.id, "projector"))
        return back("settings", id=id, said="wall_renewed")
    house().store.write(lambda c: workshops.close_doors(c, workshop.id, "projector"))
    return back("settings", id=id, said="wall_revoked")


def join_url(workshop: Workshop) -> str:
    """Give the address under which phones come in."""
    base = base_url(house().public_url, house().settings.port, request.host_url)
    return f"{base}/join/{workshop.code}"


def projector_url(workshop: Workshop) -> str | None:
    with house().store.read() as connection:
        key = workshops.door_of(connection, workshop.id, "projector")
    return url_for("facilitator.projector", key=key) if key else None


def _guides(workshop: str) -> dict[str, str]:
    """Give the words that guide through the steps of this agenda."""
    _, records = board_of(workshop)
    steps = {record.guide for record in records if isinstance(record, Activity)} - {""}
    return messages(g.language, [f"guides.{name}." for name in ("kind", *sorted(steps))])


def _behind(key: str) -> Workshop:
    with house().store.read() as connection:
        id = workshops.behind_door(connection, key, "projector")
        found = workshops.by_id(connection, id) if id else None
    return found or abort(404)


def _offered(workshop: Workshop) -> list[str]:
    return [code for code in workshop.languages if code in languages()]


def _join_qr(workshop: Workshop) -> Answer:
    base = join_url(workshop).rpartition("/join/")[0]
    return _picture(svg(join_payload(base, workshop.code), say("pages.join_qr")))


def _wifi_qr(workshop: Workshop) -> Answer:
    wifi: dict[str, Any] = workshop.wifi
    if not wifi.get("name"):
        abort(404)
    return _picture(svg(wifi_payload(wifi["name"], wifi.get("password", "")), say("pages.wifi_qr", name=wifi["name"])))


def _picture(drawn: str) -> Answer:
    return Response(drawn, mimetype="image/svg+xml")
