"""Measures from a list that an office kept before: each line told as the entry it would become, or with what is wrong.

Nothing is written here. What is in the register already stays as it is; a list given out by the register, and taken in
again, therefore changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..changes import Refused
from ..text import line
from .entries import Entry, Event, begin, end
from .form import FIELDS, filled
from .states import OFFICE

COLUMNS = (
    *("number", "region", "state", "ended_on"),
    *(asked.name for asked in FIELDS.values() if asked.kind not in ("table", "tick", "ticks")),
)
MOST = 1000  # measures at once
_HEAD_WITHIN = 10  # rows, in which the names of the columns stand
NEW, THERE, WRONG = "new", "there", "wrong"


@dataclass(frozen=True)
class Line:
    """A line of a list: its number in the sheet, and what stands in it by column, as it was typed."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Laid:
    """A list whose columns are known; ``unknown``: names of those that nothing is taken from."""

    columns: list[str]
    unknown: list[str]
    lines: list[Line]


@dataclass(frozen=True)
class Known:
    """What words in a list mean: ``regions`` and, by column, ``words``, all by ``plain`` names."""

    regions: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    region: str  # where a line names none; "": it must


@dataclass(frozen=True)
class Told:
    """What becomes of a line: ``new``, ``there`` (the id of the entry that it is) or ``wrong`` (why, by column)."""

    line: Line
    fate: str
    title: str = ""
    region: str = ""
    state: str = ""  # "" where the line tells none
    ended_on: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    there: str = ""
    wrong: list[tuple[str, Refused]] = field(default_factory=list)


def plain(words: str) -> str:
    """Bring a name to the form in which two are the same: by its letters and figures alone."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))


def laid_out(rows: Sequence[tuple[int, Sequence[str]]], names: Mapping[str, str]) -> Laid:
    """Find the row that names the columns, by ``plain`` names, and read the rows below it."""
    read = [[names.get(plain(cell), "") for cell in cells] for _, cells in rows[:_HEAD_WITHIN]]
    at = next((at for at, heads in enumerate(read) if "title" in heads), None)
    if at is None:
        raise Refused("invalid", "list_no_title")
    heads, cells = read[at], rows[at][1]
    known = [head for head in heads if head]
    if twice := next((cells[n] for n, head in enumerate(heads) if head and head in heads[:n]), ""):
        raise Refused("invalid", "list_column_twice", name=line(twice[:80], 80))
    lines = []
    for number, row in rows[at + 1 :]:
        told = {head: cell.strip() for head, cell in zip(heads, row, strict=False) if head and cell.strip()}
        if told:
            lines.append(Line(number, told))
    if not lines:
        raise Refused("invalid", "list_empty")
    if len(lines) > MOST:
        raise Refused("limit", "list_too_many", most=MOST)
    unknown = [line(cell[:80], 80) for cell, head in zip(cells, heads, strict=True) if cell.strip() and not head]
    return Laid(known, unknown, lines)


def look_through(lines: Iterable[Line], known: Known, there: Iterable[Entry], today: str) -> list[Told]:
    """Tell of each line what becomes of it, beside the entries that are ``there`` in the same regions."""
    numbers: dict[str, str] = {}
    titles: dict[tuple[str, str], str] = {}
    for entry in there:
        numbers[entry.number.casefold()] = entry.id
        titles[entry.region, plain(entry.title)] = entry.id
    seen: dict[tuple[str, str], int] = {}
    found = []
    for one in lines:
        told = _read(one, known, today)
        same = numbers.get(one.cells.get("number", "").casefold()) or titles.get((told.region, plain(told.title)))
        first = seen.setdefault((told.region, plain(told.title)), one.number)
        if same:
            told = replace(told, fate=THERE, there=same, wrong=[])
        elif first != one.number and not told.wrong:
            twice = Refused("invalid", "list_twice", row=first)
            told = replace(told, fate=WRONG, wrong=[("title", twice)])
        found.append(told)
    return found


def entered(told: Told, by: str, source: str, today: str) -> Callable[[Entry], tuple[Entry, Event]]:
    """Make the entry of a new line, in the state that the list tells; the history names the list (``source``)."""

    def step(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, by, told.title, told.answers)
        changes = {}
        if told.state:
            made = replace(made, state=told.state)
        if told.ended_on:
            made, ended = end(made, by, told.ended_on, today)
            changes = ended.changes if ended else {}
        number = told.line.cells.get("number", "")
        reason = line(f"{source}: {number}" if number else source, 300)
        return made, replace(event, to=made.state, party=OFFICE, reason=reason, changes=changes)

    return step


def _read(one: Line, known: Known, today: str) -> Told:
    wrong: list[tuple[str, Refused]] = []
    answers: dict[str, Any] = {}
    for name, text in one.cells.items():
        if name not in FIELDS:
            continue
        try:
            answers |= filled({}, {name: _as_written(name, text, known.words)})
        except Refused as refusal:
            wrong.append((name, refusal))
    title = str(answers.pop("title", ""))
    if not title and not any(name == "title" for name, _ in wrong):
        wrong.append(("title", Refused("invalid", "text_empty", least=1)))
    region = known.region
    if named := one.cells.get("region", ""):
        region = known.regions.get(plain(named), "")
    if not region:
        wrong.append(("region", Refused("invalid", "list_region")))
    state = one.cells.get("state", "")
    if state and not (state := known.words["state"].get(plain(state), "")):
        wrong.append(("state", Refused("invalid", "list_state")))
    ended_on = iso_day(one.cells.get("ended_on", ""))
    if ended_on and not wrong:
        try:
            end(Entry("", region, "", title, state or "idea"), "", ended_on, today)
        except Refused as refusal:
            wrong.append(("ended_on", refusal))
    return Told(one, WRONG if wrong else NEW, title, region, state, ended_on, answers, wrong=wrong)


def _as_written(name: str, text: str, words: Mapping[str, Mapping[str, str]]) -> str:
    """Bring what people write for a number, a day or a choice to what the form reads; else it stays."""
    kind = FIELDS[name].kind
    if kind in ("number", "month"):
        return whole(text)
    if kind == "decimal":
        return decimal(text)
    if kind == "date":
        return iso_day(text)
    if kind == "choice":
        return words.get(name, {}).get(plain(text), text)
    return text


def whole(text: str) -> str:
    """Write a whole number bare: ``1 200``, ``1.200``, ``1,200.00``, ``1’200``, figures of any script."""
    bare = re.sub(r"[.,]0{1,2}$", "", _figures(text))
    return re.sub(r"[.,]", "", bare) if re.fullmatch(r"\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)", bare) else bare


def decimal(text: str) -> str:
    """Write a number with one sign for its places: of two signs, the last one is that."""
    bare = _figures(text)
    if "," in bare and "." in bare:
        bare = bare.replace("." if bare.rindex(",") > bare.rindex(".") else ",", "")
    return bare


def iso_day(text: str) -> str:
    """Write a day as ISO: year first, or day first and never the month; a preview shows it in words."""
    bare = re.sub(r"[T ]00:00(?::00(?:\.0+)?)?$", "", _digits(text).strip())
    if found := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?", bare):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{4})\.?", bare):
        day, _, month, year = found.groups()
    else:
        return text
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return text


def _figures(text: str) -> str:
    return re.sub(r"[\s'’٬]", "", _digits(text)).replace("٫", ",")


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
