"""The plain HTTP way for phones on networks that let no socket through: the same commands, the same answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request

from shared.domain.activities.ideas import ideas_for
from shared.domain.activities.shares import hand_of
from shared.domain.changes import Actor, Refused
from shared.domain.records import Activity, Seat
from shared.domain.shape import Id, fits
from shared.live.presence import Client
from shared.live.signals import FIELDS, read
from shared.live.wire import exactly, refusal
from shared.store import seats, workshops
from shared.store.board import Board
from shared.web.bodies import json_body
from shared.web.cookies import read_cookie
from shared.web.house import house

api = Blueprint("api", __name__)

_STATUS = {"not_joined": 401, "not_allowed": 403, "not_found": 404, "rate": 429, "busy": 503, "too_large": 413}


@api.post("/w/<code>/api/command")
def command(code: str) -> Response:
    return _answered(code, _command)


@api.post("/w/<code>/api/ballot")
def ballot(code: str) -> Response:
    return _answered(code, _ballot)


@api.post("/w/<code>/api/signal")
def signal(code: str) -> Response:
    return _answered(code, _signal)


@api.post("/w/<code>/api/hand")
def hand(code: str) -> Response:
    """Deal a seat the cards that it is to judge."""
    return _answered(code, _hand)


@api.post("/w/<code>/api/ideas")
def ideas(code: str) -> Response:
    """Offer a seat a few of the others' cards, where the step is suggestive."""
    return _answered(code, _ideas)


@api.get("/w/<code>/api/board")
def board(code: str) -> Response:
    return _answered(code, _board)


def _command(client: Client) -> dict[str, Any]:
    said = exactly(json_body(), ("id", "verb", "args"))
    _pace(client, said["verb"])
    answer = house().desk.perform(client.workshop, client.actor, said["id"], said["verb"], said["args"])
    return {"version": answer.version, **answer.data}


def _ballot(client: Client) -> dict[str, Any]:
    said = exactly(json_body(), ("activity", "key", "revision", "paper"))
    _pace(client)
    answer = house().desk.cast(
        client.workshop, client.actor, said["activity"], said["key"], said["revision"], said["paper"]
    )
    return {"version": answer.version, **answer.data}


def _signal(client: Client) -> dict[str, Any]:
    said = exactly(json_body(), FIELDS)
    _pace(client)
    house().hub.signalled(client, read(said))
    return {}


def _hand(client: Client) -> dict[str, Any]:
    _pace(client)
    said = exactly(json_body(), ("activity", "without"))
    if not (isinstance(said["activity"], str) and fits(said["without"], list[Id])):
        raise Refused("invalid", "argument_wrong", name="without")

    def deal(board: Board) -> list[str]:
        step = board.get(Activity, said["activity"])
        if step is None or "hands" not in step.settings:
            raise Refused("not_found", "gone_activity")
        return hand_of(board, step, client.actor.id, said["without"])

    return {"cards": house().store.look(client.workshop, deal)}


def _ideas(client: Client) -> dict[str, Any]:
    _pace(client)
    asked = exactly(json_body(), ("activity",))["activity"]

    def offer(board: Board) -> list[dict[str, str]]:
        step = board.get(Activity, asked) if isinstance(asked, str) else None
        seat = board.get(Seat, client.actor.id)
        if step is None or seat is None:
            raise Refused("not_found", "gone_activity")
        return [{"id": card.id, "text": card.text} for card in ideas_for(board, step, seat, house().desk.now())]

    return {"cards": house().store.look(client.workshop, offer)}


def _board(client: Client) -> dict[str, Any]:
    _pace(client)
    since = request.args.get("since", "")
    return house().hub.sync(client, int(since) if since.isascii() and since.isdigit() and len(since) < 16 else None)


def _answered(code: str, act: Callable[[Client], dict[str, Any]]) -> Response:
    language = "en"
    try:
        client = _client(code.upper())
        language = client.actor.language
        answer, status = {"ok": True, **act(client)}, 200
    except Refused as refused:
        answer, status = refusal(refused, language, house().say), _STATUS.get(refused.code, 409)
    response = house().json(answer)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def _client(code: str) -> Client:
    """Find whose request it is: a token in the header, or this browser's seat where our own page asks."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer":
        token = ""
        if request.headers.get("X-Requested-With") == "led":
            token = read_cookie(request.cookies, f"seat_{code}", house().https)
    with house().store.read() as connection:
        seat = seats.by_token(connection, token) if token else None
        workshop = workshops.by_code(connection, code)
    if seat is None or seat.removed or workshop is None or workshop.id != seat.workshop:
        raise Refused("not_joined", "not_joined")
    return Client("", "room", seat.workshop, Actor("seat", seat.seat, language=seat.language), str)


def _pace(client: Client, verb: object = None) -> None:
    if wait := house().paces.of("seat", client.actor.id).wait(verb):
        raise Refused("rate", "rate", retry=True, retry_after=round(wait, 2))
