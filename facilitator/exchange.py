"""Between region and umbrella: released data as a signed file; files that came, looked through and taken in."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from flask import Response, abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.exchange import ASKED, FOREIGN, NEW, NEWER, OURS, THEIRS, Parcel, written
from shared.domain.records import Workshop
from shared.photos.bare import look_at
from shared.store import arriving, people, workshops
from shared.store import exchange as kept
from shared.store.arriving import Arriving, TakeIn, compare, opened
from shared.store.signing import grouped, key_of, signed
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.bodies import takes_more
from shared.web.checking import today
from shared.web.errors import STATUS, say_refusal
from shared.web.here import own_workshop
from shared.web.house import house
from shared.web.site import say

from .exchanged import called, clash
from .pages import back, for_facilitators, for_mergers, for_office, page, pages, person

MOST_FILE = 32 * 1024 * 1024  # bytes
_BESIDE = 64 * 1024  # of a form beside its file
takes_more("facilitator.bring_file", MOST_FILE + _BESIDE)


@pages.get("/facilitator/exchange")
@for_office
def exchange() -> str:
    return _page()


@pages.get("/facilitator/exchange/<id>/region.json")
@for_office
def region_file(id: str) -> Response:
    """Give what a region has released as one signed file."""
    if id not in house().identity.regions(person(), "office"):
        abort(404)
    at, secret = house().desk.now(), house().secret
    with house().store.read() as connection:
        parcel = kept.pack(connection, id, at)
    return _signed_file(written(parcel), secret, f"region-{today()}.json")


@pages.get("/facilitator/workshops/<id>/signed.json")
@for_facilitators
def workshop_file(id: str) -> Response:
    """Give a workshop with all that is in it, ballots included, as one signed file."""
    workshop = own_workshop(person(), id)
    at, secret = house().desk.now(), house().secret
    with house().store.read() as connection:
        packed = arriving.pack(connection, workshop.id, at)
    return _signed_file(packed, secret, f"workshop-{workshop.code}.json")


@pages.post("/facilitator/exchange/keys")
@for_mergers
def stop_believing() -> Answer:
    """Believe a ``key`` no longer for a ``region``."""
    key, region = request.form.get("key", ""), request.form.get("region", "")
    house().store.write(lambda c: kept.distrust(c, key, region))
    return back("exchange")


@pages.post("/facilitator/exchange/files")
@for_mergers
def bring_file() -> Answer:
    """Keep a file that came, if its signature holds, and go to what becomes of it."""
    file = request.files.get("file")
    content, now = file.read(MOST_FILE + 1) if file is not None else b"", today()
    try:
        if not content:
            raise Refused("invalid", "parcel_missing")
        text, photos = aside(lambda: _sound(content, now))
        look_at(photos)  # other processes work on them, which a thread beside the loop could not wait for
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal)), STATUS.get(refusal.code, 400))
    by, at = person().name, house().desk.now()
    return back("arrival", id=house().store.write(lambda c: kept.keep_file(c, text, by, at)))


@pages.get("/facilitator/exchange/<id>")
@for_mergers
def arrival(id: str) -> str:
    return _arrival(id)


@pages.post("/facilitator/exchange/<id>")
@for_mergers
def take_in(id: str) -> Answer:
    """Take a file in, with what was settled; or put it away."""
    key, came = _waiting(id)
    if request.form.get("act") == "drop":
        house().store.write(lambda c: kept.drop_file(c, id))
        return back("exchange")
    into, by, at = request.form.get("into", ""), person().name, house().desk.now()
    choices = {
        (item.kind, item.id): request.form[f"{item.kind}:{item.id}"]
        for item in came.items
        if request.form.get(f"{item.kind}:{item.id}") in (OURS, THEIRS)
    }
    try:
        into, told = house().store.write(TakeIn(came, key, into, choices, "believe" in request.form, by, at))
    except Refused as refusal:
        return make_response(_arrival(id, say_refusal(g.language, refusal)), STATUS.get(refusal.code, 400))
    if any(told[fate] for fate in (*ASKED, FOREIGN)):
        return back("arrival", id=id, into=into, **{fate: n for fate, n in told.items() if n})
    house().store.write(lambda c: kept.drop_file(c, id))
    return back("exchange", **{fate: n for fate, n in told.items() if n})


def _signed_file(document: dict[str, Any], secret: bytes, name: str) -> Response:
    body = aside(lambda: json.dumps(signed(secret, document), ensure_ascii=False))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body + "\n", content_type="application/json", headers=headers)


def _sound(content: bytes, now: str) -> tuple[str, list[dict[str, Any]]]:
    """Read a file's signature and all that is in it; answer with its text and its photos, still unseen."""
    if len(content) > MOST_FILE:
        raise Refused("too_large", "parcel_too_large", most=MOST_FILE // 2**20)
    try:
        document = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", "parcel_other") from error
    _, came = opened(document, now)
    text = json.dumps(document, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refused("invalid", "parcel_damaged") from error
    return text, came.photos


def _waiting(id: str) -> tuple[str, Parcel | Arriving]:
    """Find a file that waits: who signed it, and what is in it."""
    with house().store.read() as connection:
        document = kept.file_of(connection, id)
    if document is None:
        abort(404)
    return opened(document, today())


def _page(refused: str = "") -> str:
    offices, led = house().identity.regions(person(), "office"), house().identity.regions(person(), "run")
    days: dict[str, list[Workshop]] = {}
    with house().store.read() as connection:
        for workshop in workshops.of_regions(connection, set(led)):
            days.setdefault(workshop.region, []).append(workshop)
        names = {region.id: region.name for region in people.regions(connection)}
        waiting, trusts = kept.files(connection), kept.trusts(connection)
    return page(
        "exchange.html",
        offices=[(id, name, days.get(id, [])) for id, name in offices.items()],
        key=grouped(key_of(house().secret)),
        waiting=[(one.id, speech.moment(g.language, one.at), one.by) for one in waiting],
        trusts=[
            (one, names.get(one.region, "–"), grouped(one.key), speech.moment(g.language, one.at)) for one in trusts
        ],
        said=_said(),
        most_size=MOST_FILE // 2**20,
        refused=refused,
    )


def _arrival(id: str, refused: str = "") -> str:
    key, parcel = _waiting(id)
    with house().store.read() as connection:
        names = {region.id: region.name for region in people.regions(connection)}
        into = _chosen(parcel, names)
        met = compare(connection, parcel, into)
        gone = kept.withdrawn(connection, parcel, into) if into and isinstance(parcel, Parcel) else []
        known = bool(into) and kept.trusted(connection, key, into)
    counts = Counter(one.fate for one in met)
    return page(
        "arrival.html",
        id=id,
        parcel=parcel,
        made=speech.moment(g.language, parcel.made_at),
        key=grouped(key),
        known=known,
        into=into,
        regions=[("", say("exchange.new_region", name=parcel.name)), *names.items()],
        counts=[(say(f"exchange.fate.{fate}"), n) for fate, n in counts.items()],
        fresh=[(called(one.item), say(f"exchange.fate.{one.fate}")) for one in met if one.fate in (NEW, NEWER)],
        asked=[clash(one) for one in met if one.fate in ASKED],
        foreign=[called(one.item) for one in met if one.fate == FOREIGN],
        gone=[called(item) for item in gone],
        said=_said(),
        refused=refused,
    )


def _chosen(parcel: Parcel | Arriving, names: dict[str, str]) -> str:
    """Say which region a file is for: as asked, by its id, by its name; "" for a new one. One key may sign for many."""
    if "into" in request.values:
        asked = request.values["into"]
        return asked if asked in names else ""
    if parcel.region in names:
        return parcel.region
    alike = [id for id, name in names.items() if name.casefold() == parcel.name.casefold()]
    return alike[0] if alike else ""


def _said() -> str:
    """Tell what was done with a file, from the address that led back here."""
    told = [(fate, request.args[fate]) for fate in _TOLD if request.args.get(fate, "").isdecimal()]
    return " ".join(f"{say(f'exchange.fate.{fate}')}: {int(n[:6])}." for fate, n in told)


_TOLD = ("new", "newer", "settled", "same", "older", "withdrawn", "clash", "taken", "foreign", "unsent")
