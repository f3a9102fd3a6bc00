"""What the register gives out on paper and as tables: the application, blank or filled in, and the list of measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shared.domain.register.attached import Attached
from shared.domain.register.entries import Entry
from shared.domain.register.form import FIELDS, SECTIONS, Field
from shared.domain.register.states import STATES
from shared.domain.register.words import answer

from .course import Note, course
from .sheet import Words
from .tree import Block, Document, Heading, Paragraph, Photo, Strong, Table

_BLANK = "." * 64  # room to write by hand
_BLANK_CELL = "." * 14
_BLANK_ROWS = 4
_LINES = 3  # of a longer answer
_HINTS = {"line": "line", "date": "date", "number": "number_field"}
LISTED = ("lead", "champion", "start", "months", "total", "asked", "own_cash", "own_kind", "jobs", "trained", "income")
_FIGURES = frozenset(range(7, 15))


def application(
    entry: Entry | None,
    region: str,
    speech: Words,
    notes: Iterable[Note] = (),
    photos: Iterable[Photo] = (),
    files: Iterable[Attached] = (),
) -> Document:
    """Write an application out, section by section, and how the measure goes; without an entry it is the blank form."""
    say = speech.say
    title = entry.title if entry else say("register.application")
    blocks: list[Block] = [Heading(1, title)]
    if entry is None:
        blocks.append(Paragraph(say("register.blank_hint"), "hint"))
    else:
        state = say(f"register.state.{entry.state}")
        blocks.append(Paragraph(" · ".join([entry.number, region, state]), "fact"))
    form = entry.form if entry else {}
    for name, fields in SECTIONS.items():
        blocks.append(Heading(2, say(f"register.section.{name}"), name))
        plain = [field for field in fields if field.kind != "table"]
        rows = [
            [say(f"register.field.{f.name}"), answer(f, form.get(f.name), speech) or _blank(f, speech)] for f in plain
        ]
        if rows:
            columns = [say("register.asked"), say("register.answered")]
            blocks.append(Table(say(f"register.section.{name}"), columns, rows))
        for field in fields:
            if field.kind == "table":
                blocks += _rows(field, form.get(field.name, []), speech, blank=entry is None)
    if told := [[say(f"register.choice.{one.kind}"), one.name] for one in files]:
        columns = [say("attached.kind"), say("attached.file")]
        blocks += [Heading(2, say("attached.title"), "files"), Table(say("attached.title"), columns, told)]
    if entry is not None:
        blocks += course(entry, notes, photos, speech)
    return Document(speech.language, title, tuple(blocks), words=words(speech))


def listed(entries: Iterable[Entry], regions: Mapping[str, str], speech: Words) -> Document:
    """List entries as one table, a line each, as a workbook or a data sheet takes it."""
    columns = _columns(speech)
    rows = [
        [
            *(entry.number, regions.get(entry.region, ""), entry.title, speech.say(f"register.state.{entry.state}")),
            *(str(entry.form.get(name, "")) for name in LISTED),
            entry.ended_on,
        ]
        for entry in entries
    ]
    title = speech.say("register.title")
    blocks: list[Block] = [Heading(1, title), Heading(2, title, "measures"), Table(title, columns, rows, _FIGURES)]
    return Document(speech.language, title, tuple(blocks), words=words(speech))


def blank_list(regions: Iterable[str], speech: Words) -> Document:
    """Give the columns of ``listed`` to be filled in, and on a second sheet what goes into each."""
    say = speech.say
    title, hints = say("register.title"), say("import.columns")
    told = {name: say(f"import.hint_{name}") for name in ("number", "region", "title", "state")}
    told["region"] = " ".join([told["region"], ", ".join(regions)])
    told["state"] = " ".join([told["state"], ", ".join(say(f"register.state.{state}") for state in STATES)])
    kinds = [FIELDS[name].kind for name in LISTED] + ["date"]
    texts = [*told.values(), *(say(f"import.hint_{_HINTS[kind]}") for kind in kinds)]
    rows = list(zip(_columns(speech), texts, strict=True))
    columns = [say("import.column"), say("import.goes_there")]
    blocks: list[Block] = [
        *(
            Heading(1, title),
            Heading(2, title, "measures"),
            Table(title, _columns(speech), [[""] * len(_columns(speech))]),
        ),
        *(Heading(2, hints, "columns"), Table(hints, columns, rows)),
    ]
    return Document(speech.language, title, tuple(blocks), words=words(speech))


def _columns(speech: Words) -> list[str]:
    columns = [speech.say(f"register.list.{name}") for name in ("number", "region", "title", "state")]
    columns += [speech.say(f"register.field.{name}") for name in LISTED]
    return [*columns, speech.say("register.list.ended_on")]


def _blank(field: Field, speech: Words) -> str:
    """Leave room to write, or to tick."""
    if field.kind in ("choice", "ticks"):
        return "\n".join(f"[   ] {speech.say(f'register.choice.{one}')}" for one in field.choices)
    if field.kind == "tick":
        return "[   ]"
    return "\n".join([_BLANK] * (_LINES if field.kind == "text" else 1))


def _rows(field: Field, value: list[dict[str, Any]], speech: Words, blank: bool) -> list[Block]:
    label = speech.say(f"register.field.{field.name}")
    columns = [speech.say(f"register.column.{column.name}") for column in field.columns]
    rows = [[answer(column, row.get(column.name), speech) for column in field.columns] for row in value]
    if blank:
        rows = [[_BLANK_CELL for _ in columns] for _ in range(min(field.most, _BLANK_ROWS))]
    told: list[Block] = [Paragraph([Strong(label)])]
    return [*told, Table(label, columns, rows)] if rows else [*told, Paragraph(speech.say("register.none"), "hint")]


def words(speech: Words) -> dict[str, str]:
    """Say what files put around a document."""
    return {
        "contents": speech.say("minutes.contents"),
        "page": speech.say("minutes.page", n="{n}", of="{of}"),
        "missing": speech.say("minutes.missing", n="{n}"),
    }
