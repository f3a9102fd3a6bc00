"""Read findings from pasted text: a table with a line of headings, or a line a finding ("4.1 -2 Loans take months").

Nothing is taken in here: each line is told as what it would become, or with what is wrong with it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from .changes import Refused
from .findings import DETAILS, WriteFinding, values_of
from .records import Sector
from .shape import command_of

MOST_TEXT = 300_000  # characters
MOST_LINES = 500
DETAIL_NAMES = tuple(name for names in DETAILS.values() for name in names)
COLUMNS = (*(f.name for f in fields(WriteFinding) if f.name not in ("finding", "details")), *DETAIL_NAMES)
NEEDED = ("factors", "sign", "statement")

_CODE = r"\d\.\d+"
_LINE = re.compile(rf"\s*({_CODE}(?:[\s,;/+]+{_CODE})*)\s*[:\t]?\s*([+\-−–])\s*([0-3]?)\s+(\S.*)", re.DOTALL)
_DASHES = str.maketrans("−–", "--")
_SECTORS = {"p": Sector.PRIVATE, "a": Sector.PUBLIC, "s": Sector.SEMI_PUBLIC}  # as the matrix abbreviates them


@dataclass(frozen=True)
class Line:
    """A line of the text: the finding that it gives, or why it gives none."""

    number: int
    text: str
    finding: dict[str, Any] | None = None  # the arguments of finding.write but the id
    refused: Refused | None = None


def read(text: str, words: Mapping[str, str] | None = None) -> list[Line]:
    """Read findings. ``words`` gives the name of a column or value for what people call it, in small letters."""
    if len(text) > MOST_TEXT:
        raise Refused("too_large", "text_long", most=MOST_TEXT)
    said = {**{name: name for name in COLUMNS}, **(words or {})}
    text = text.lstrip("\ufeff")
    columns, separator = _headings(text, said)
    lines = list(_rows(text, columns, separator, said) if columns else _plain_lines(text))
    if not lines:
        raise Refused("invalid", "findings_none")
    if len(lines) > MOST_LINES:
        raise Refused("limit", "findings_full", most=MOST_LINES)
    return lines


def _headings(text: str, said: Mapping[str, str]) -> tuple[list[str], str]:
    """Find the columns that the first line names, and what separates them; no columns where it names none."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max("\t;,", key=first.count)
    heads = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=separator), [])]
    if not any(said.get(head) in NEEDED for head in heads):
        return [], separator
    for head in heads:
        if said.get(head) not in COLUMNS:
            raise Refused("invalid", "import_column_unknown", name=head[:40])
    columns = [said[head] for head in heads]
    for name in NEEDED:
        if name not in columns:
            raise Refused("invalid", "import_column_missing", name=name)
    return columns, separator


def _rows(text: str, columns: list[str], separator: str, said: Mapping[str, str]) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    headed = False
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not headed:
                headed = True
                continue
            told = separator.join(cells)
            if any(cell.strip() for cell in cells[len(columns) :]):
                yield Line(reader.line_num, told, refused=Refused("invalid", "import_cells", most=len(columns)))
                continue
            row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
            yield _checked(reader.line_num, told, lambda row=row: _from_row(row, said))
    except csv.Error:
        yield Line(reader.line_num, "", refused=Refused("invalid", "import_broken"))


def _plain_lines(text: str) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield _checked(number, line, lambda line=line: _from_line(line))


def _checked(number: int, text: str, read: Any) -> Line:
    try:
        finding = read()
        values_of(command_of(WriteFinding, {"finding": "new", **finding}))
    except Refused as refused:
        return Line(number, text, refused=refused)
    return Line(number, text, finding)


def _from_line(line: str) -> dict[str, Any]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise Refused("invalid", "import_line")
    sign = found[2].translate(_DASHES)
    rating = {"rating": int(sign + found[3])} if found[3] else {}
    return {"factors": re.findall(_CODE, found[1]), "sign": sign, "statement": found[4].strip(), **rating}


def _from_row(row: Mapping[str, str], said: Mapping[str, str]) -> dict[str, Any]:
    finding: dict[str, Any] = {"details": {}}
    for name, cell in row.items():
        value = said.get(cell.casefold(), cell)
        if name == "factors":
            finding[name] = re.findall(r"[^\s,;/+]+", cell)
        elif name == "sign":
            finding[name] = value.translate(_DASHES)
        elif name in DETAIL_NAMES:
            finding["details"][name] = cell
        elif name == "confidential":
            finding[name] = _yes(value)
        elif not cell:
            continue
        elif name == "rating":
            finding[name] = _rating(cell)
        elif name == "sector":
            finding[name] = str(_SECTORS.get(cell.casefold(), value))
        else:
            finding[name] = value if name == "source_kind" else cell
    return finding


def _yes(value: str) -> bool:
    if value.casefold() not in ("yes", "x", "1", "true", "", "no", "0", "false"):
        raise Refused("invalid", "argument_wrong", name="confidential")  # better nothing than a secret let out
    return value.casefold() in ("yes", "x", "1", "true")


def _rating(cell: str) -> int:
    if not re.fullmatch(r"[+-]?\d", cell.translate(_DASHES), re.ASCII):
        raise Refused("invalid", "finding_rating")
    return int(cell.translate(_DASHES))
