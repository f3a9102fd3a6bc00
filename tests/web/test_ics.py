"""Calendar files, read as a calendar reads them: unfolded, unescaped, line by line."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from shared.web.ics import Day, calendar

TITLE = "Felt; workshop, \\ with a common quality mark for the makers\nof Altan-Ovoo — Эсгий урлал 🐑 العربية"


def lines(made: bytes) -> list[str]:
    assert made.endswith(b"\r\n")
    raw = made.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in raw)
    return [line.decode() for line in re.sub(rb"\r\n ", b"", made).split(b"\r\n")[:-1]]


def meant(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def values(made: bytes) -> dict[str, str]:
    return dict(line.split(":", 1) for line in lines(made) if line.split(":")[0] in ("SUMMARY", "UID", "DESCRIPTION"))


def test_a_day_is_whole_named_and_alarmed():
    told = lines(calendar("Altan", [Day("e-T6@led", "2027-12-31", 0, TITLE, "a", "http://x/y;z,1", (14, 3))]))
    assert told[0] == "BEGIN:VCALENDAR" and told[-1] == "END:VCALENDAR"
    for line in (
        *("VERSION:2.0", "UID:e-T6@led", "DTSTAMP:19700101T000000Z", "DTSTART;VALUE=DATE:20271231"),
        *("DTEND;VALUE=DATE:20280101", "TRIGGER:-P14D", "TRIGGER:-P3D", "URL:http://x/y;z,1"),
    ):
        assert line in told, line
    assert sum(line.startswith("BEGIN:") for line in told) == sum(line.startswith("END:") for line in told) == 4


def test_an_empty_calendar_is_one():
    assert lines(calendar("Altan", []))[-1] == "END:VCALENDAR"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_every_title_comes_back_and_no_line_is_too_long(title: str):
    assert meant(values(calendar("A", [Day("u", "2027-01-01", 0, title)]))["SUMMARY"]) == title


def test_no_letter_is_broken_where_a_line_is_folded():
    for begin in range(8):
        title = "x" * begin + "Ө🐑" * 40
        assert values(calendar("A", [Day("u", "2027-01-01", 0, title)]))["SUMMARY"] == title


def test_nothing_in_a_title_is_a_line_of_its_own():
    made = calendar("A", [Day("u", "2027-01-01", 0, "x\r\nEND:VCALENDAR\x00\r\nATTACH:http://evil")])
    assert "END:VCALENDAR" in lines(made)[-1:] and sum(line == "END:VCALENDAR" for line in lines(made)) == 1
    assert meant(values(made)["SUMMARY"]) == "x\nEND:VCALENDAR\nATTACH:http://evil"
