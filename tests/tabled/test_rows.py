"""Tables that people send are read by a process of its own; what is no table, or too much of one, harms nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from shared.domain.changes import Refused
from shared.tabled.rows import MOST_BYTES, Row, rows


def book(*lines: list[Any], empty_first: bool = False) -> bytes:
    made = Workbook()
    sheet = made.active
    if empty_first:
        sheet = made.create_sheet("second")
    for line in lines:
        sheet.append(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_csv", ".csv"), content)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook with another part in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for info in before.infolist():
            made.writestr(info.filename, part if info.filename == name else before.read(info))
    return file.getvalue()


def test_cells_of_a_workbook_are_text_days_and_whole_numbers():
    made = book(["Title", None, "Day"], [], ["Felt", 1200.0, datetime(2027, 3, 1)], [None, 1.5, date(2027, 3, 2), None])
    assert rows(made, "en") == [
        Row(1, ["Title", "", "Day"]),
        Row(3, ["Felt", "1200", "2027-03-01"]),
        Row(4, ["", "1.5", "2027-03-02"]),
    ]


def test_a_formula_is_the_text_that_it_is():
    made = book(["Title"], ['=HYPERLINK("http://evil.example","x")'], ["=1+1"])
    assert [row.cells for row in rows(made, "en")[1:]] == [['=HYPERLINK("http://evil.example","x")'], ["=1+1"]]


def test_the_first_sheet_that_has_anything_is_read():
    assert rows(book(["Title"], empty_first=True), "en") == [Row(1, ["Title"])]


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (b"Title,Total\nFelt,5\n", "en"),
        ("\ufeffTitle;Total\r\nFelt;5\r\n".encode(), "en"),
        (b"sep=|\nTitle|Total\nFelt|5", "en"),
        ("Title\tTotal\nFelt\t5".encode("utf-16"), "en"),
    ],
)
def test_separated_values_are_read_by_the_sign_that_parts_them(content: bytes, language: str):
    assert [row.cells for row in rows(content, language)] == [["Title", "Total"], ["Felt", "5"]]


def test_old_letters_are_read_by_the_language():
    assert rows("Нэр\nЭсгий".encode("cp1251"), "mn")[1].cells == ["Эсгий"]
    assert rows("Título\nNiño".encode("cp1252"), "es")[1].cells == ["Niño"]


def test_the_apostrophe_of_our_own_lists_goes_and_no_other():
    assert [row.cells[0] for row in rows(b"Title\n'=1+1\n'tis\n", "en")] == ["Title", "=1+1", "'tis"]


def test_an_archive_of_separated_values_is_one():
    assert rows(archive(a_csv=b"Title\nFelt"), "en")[1].cells == ["Felt"]


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>"
SHEET = "xl/worksheets/sheet1.xml"
NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CELL = b'<c r="A1" t="inlineStr"><is><t>%s</t></is></c></row></sheetData></worksheet>'
STRINGS = b"<worksheet " + NS + b'><sheetData><row r="1">' + CELL % b"&l9;"
FAR = b"<worksheet " + NS + b'><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "table_not_read"),
        (b"PK\x03\x04 no archive", "table_not_read"),
        (archive(other_xml=b"<a/>"), "table_not_read"),
        (archive(xl__workbook_xml=b"<a/>"), "table_not_read"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "table_not_read"),
        (b'Title\n"never closed', "table_not_read"),
        (with_part(book(["Title"]), SHEET, BOMB + STRINGS), "table_not_read"),
        (with_part(book(["Title"]), SHEET, b" " * 68_000_000), "table_too_much"),
        (archive(a_csv=b"Title\n" + b" " * 68_000_000), "table_too_much"),
        (with_part(book(["Title"]), SHEET, FAR + b"</sheetData></worksheet>"), "table_too_much"),
        (b"Title\n" + b"a\n" * 2500, "table_too_much"),
        (b"," * 200 + b"x", "table_too_much"),
        (b"x" * (MOST_BYTES + 1), "table_too_large"),
    ],
    ids=[
        "empty",
        "cut",
        "archive",
        "hollow",
        "picture",
        "open",
        "laughs",
        "bomb",
        "csv bomb",
        "far",
        "long",
        "wide",
        "large",
    ],
)
def test_what_is_no_table_or_too_much_of_one_is_refused(content: bytes, key: str):
    with pytest.raises(Refused) as refused:
        rows(content, "en")
    assert refused.value.key == key
