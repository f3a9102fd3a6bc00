"""Measures from a list: a file is looked through line by line, then all its good lines are entered at once."""

from __future__ import annotations

import base64
import json
import zlib
from datetime import UTC, datetime
from typing import Any

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.form import FIELDS
from shared.domain.register.lists import (
    COLUMNS,
    NEW,
    THERE,
    WRONG,
    Known,
    Line,
    Told,
    entered,
    laid_out,
    look_through,
    plain,
)
from shared.domain.register.states import STATES
from shared.domain.register.words import answer
from shared.domain.text import line
from shared.minutes.register import blank_list
from shared.minutes.render import written
from shared.store import register
from shared.tabled.rows import MOST_BYTES, rows
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.bodies import takes_more
from shared.web.checking import today
from shared.web.errors import STATUS, say_refusal
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .pages import back, for_office, page, pages, person

_BESIDE = 64 * 1024  # bytes of a form beside its file
_MOST_PACKED = 900 * 1024  # characters, as a form's field takes them
_MOST_UNPACKED = 16 * 1024 * 1024  # bytes
takes_more("facilitator.import_measures", MOST_BYTES + _BESIDE)


@pages.get("/facilitator/measures/import")
@for_office
def import_page() -> str:
    return _page()


@pages.post("/facilitator/measures/import")
@for_office
def import_measures() -> Answer:
    """Look a file through; or enter what was looked through (``act=take_in``), all in one piece."""
    try:
        if request.form.get("act") == "take_in":
            return back("measures", entered=_take_in())
        return make_response(_look_through())
    except Refused as refusal:
        return make_response(_page(refused=say_refusal(g.language, refusal)), STATUS.get(refusal.code, 400))


@pages.get("/facilitator/measures/import.xlsx")
@for_office
def import_template() -> Answer:
    document = blank_list(_offices().values(), Speech(g.language))
    return file_of("measures-list", aside(lambda: written(document, "xlsx")), "xlsx")


def _look_through() -> str:
    file = request.files.get("file")
    content = file.read(MOST_BYTES + 1) if file is not None else b""
    if file is None or not content:
        raise Refused("invalid", "table_missing")
    laid = laid_out([(row.number, row.cells) for row in rows(content, g.language)], _names())
    known, now = _known(request.form.get("region", "")), today()
    with house().store.read() as connection:
        told = look_through(laid.lines, known, register.every(connection, list(_offices())), now)
    name = line((file.filename or "").replace("\\", "/").rpartition("/")[2][-80:], 80)
    good = [one.line for one in told if one.fate == NEW]
    return _page(told=told, unknown=laid.unknown, packed=_packed(known.region, name, good), name=name)


def _take_in() -> int:
    """Enter what is still new among the lines that were looked through; say how many."""
    region, name, lines = _unpacked(request.form.get("packed", ""))
    known, now, offices = _known(region), today(), list(_offices())
    at, by, source = house().desk.now(), person().name, name or say("import.title")
    year = datetime.fromtimestamp(at / 1000, UTC).year

    def work(connection: Any) -> int:
        told = look_through(lines, known, register.every(connection, offices), now)
        fresh = [one for one in told if one.fate == NEW]
        made = 0
        for place in dict.fromkeys(one.region for one in fresh):
            begun = [entered(one, by, source, now) for one in fresh if one.region == place]
            made += len(register.add_all(connection, region_id=place, year=year, at=at, begun=begun))
        return made

    made: int = house().store.write(work)
    return made


def _offices() -> dict[str, str]:
    return house().identity.regions(person(), "office")


def _known(region: str) -> Known:
    offices = _offices()
    states = {plain(speech.t(spoken, f"register.state.{state}")): state for spoken, state in _spoken(STATES)}
    words: dict[str, dict[str, str]] = {"state": {**states, **{plain(state): state for state in STATES}}}
    for name, field in FIELDS.items():
        if field.kind == "choice":
            told = {plain(speech.t(spoken, f"register.choice.{c}")): c for spoken, c in _spoken(field.choices)}
            words[name] = {**told, **{plain(choice): choice for choice in field.choices}}
    return Known({plain(name): id for id, name in offices.items()}, words, region if region in offices else "")


def _names() -> dict[str, str]:
    """Know the columns by their names in every language, and by those of the fields."""
    names: dict[str, str] = {}
    for spoken, column in _spoken(COLUMNS):
        for area in ("list", "field"):
            if said := speech.words(spoken, f"register.{area}.{column}"):
                names[plain(said)] = column
    return {**names, **{plain(column): column for column in COLUMNS}}


def _spoken(names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(spoken, name) for spoken in speech.languages() for name in names]


def _packed(region: str, name: str, lines: list[Line]) -> str:
    """Carry lines along in a page, so that nothing is kept here before it is confirmed."""
    told = json.dumps([region, name, [[one.number, one.cells] for one in lines]], ensure_ascii=False)
    packed = base64.b64encode(zlib.compress(told.encode())).decode()
    if len(packed) > _MOST_PACKED:
        raise Refused("too_large", "table_too_much")
    return packed


def _unpacked(packed: str) -> tuple[str, str, list[Line]]:
    """Read what a page carried along: it comes from outside, and is looked through once more."""
    try:
        reader = zlib.decompressobj()
        told = reader.decompress(base64.b64decode(packed, validate=True), _MOST_UNPACKED)
        region, name, found = json.loads(told)
        lines = [
            Line(int(number), {str(c): str(t) for c, t in cells.items() if c in COLUMNS}) for number, cells in found
        ]
    except (ValueError, TypeError, AttributeError, zlib.error, RecursionError) as error:
        raise Refused("invalid", "malformed") from error
    return str(region), line(str(name), 80), lines


def _page(
    told: list[Told] | None = None,
    unknown: list[str] | None = None,
    packed: str = "",
    name: str = "",
    refused: str = "",
) -> str:
    offices = _offices()
    counts = {fate: sum(one.fate == fate for one in told or ()) for fate in (NEW, THERE, WRONG)}
    chosen = request.form.get("region", "")
    return page(
        "import.html",
        regions=[*([("", "–")] if len(offices) != 1 else []), *offices.items()],
        region=chosen if chosen in offices else "",
        most_size=MOST_BYTES // 2**20,
        lines=[_line(one, offices) for one in told or ()],
        counts=counts,
        unknown=unknown or [],
        packed=packed,
        name=name,
        refused=refused,
    )


def _line(told: Told, offices: dict[str, str]) -> dict[str, Any]:
    """Tell a line as it would stand in the register; what is wrong with it, beside what was typed."""
    spoken = Speech(g.language)
    answers = [f"{_named(name)}: {answer(FIELDS[name], value, spoken)}" for name, value in told.answers.items()]
    if told.state:
        answers.insert(0, say(f"register.state.{told.state}"))
    if told.ended_on:
        answers.append(f"{_named('ended_on')}: {speech.day(g.language, told.ended_on)}")
    return {
        "number": told.line.number,
        "fate": told.fate,
        "title": told.title or told.line.cells.get("title", ""),
        "region": offices.get(told.region, told.line.cells.get("region", "")),
        "there": told.there,
        "answers": answers,
        "wrong": [
            {
                "column": _named(column),
                "typed": told.line.cells.get(column, "")[:80],
                "why": say_refusal(g.language, refusal),
            }
            for column, refusal in told.wrong
        ],
    }


def _named(column: str) -> str:
    area = "list" if column in ("number", "region", "title", "state", "ended_on") else "field"
    return say(f"register.{area}.{column}")
