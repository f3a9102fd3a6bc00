"""Lists of cards as people have them: pasted lines and Excel files in many forms; what is wrong is told by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.listed import MOST_LINES, cells, decoded, lines, read


def texts(found):
    return [line.text for line in found]


def test_pasted_lines_lose_bullets_numbers_and_empty_ones():
    pasted = "- No roads\n\n• Loans, too dear\r\n3. Power cuts\n   12) Зээл өндөр\n2025 was a bad year\n"
    found = read(lines(pasted), 90)
    assert texts(found) == ["No roads", "Loans, too dear", "Power cuts", "Зээл өндөр", "2025 was a bad year"]
    assert [line.number for line in found] == [1, 3, 4, 5, 6]


def test_cells_of_a_spreadsheet_keep_their_line_breaks_as_spaces():
    assert texts(read(lines('No roads\tx\n"Two\nlines; and ""quotes"""\ty\n'), 90)) == [
        "No roads",
        'Two lines; and "quotes"',
    ]


@pytest.mark.parametrize(
    ("raw", "language"),
    [
        ("Card;Sector\r\nЗээл өндөр;private\r\n".encode("utf-8-sig"), "mn"),
        ("Card;Sector\r\nЗээл өндөр;private\r\n".encode(), "mn"),
        ("Card\tSector\r\nЗээл өндөр\tprivate\r\n".encode("utf-16"), "en"),
        ("Card;Sector\r\nЗээл өндөр;private\r\n".encode("cp1251", "replace"), "mn"),
        ("sep=;\r\nNr;Card\r\n1;Зээл өндөр\r\n".encode("utf-8-sig"), "mn"),
        ('Nr,Card\n1,"Зээл өндөр"\n'.encode(), "mn"),
    ],
)
def test_files_as_excel_writes_them(raw, language):
    found = cells(decoded(raw, language), ["card"])
    assert [text.replace("?", "ө") for text in found] == ["Зээл өндөр"]


def test_commas_in_sentences_separate_nothing():
    assert cells("No collateral, so no loan\nRoads\nPower, water, heat\n") == [
        "No collateral, so no loan",
        "Roads",
        "Power, water, heat",
    ]
    assert cells('"No collateral, so no loan"\n"Roads"\n') == ["No collateral, so no loan", "Roads"]


def test_quoted_separators_and_line_breaks_stay_in_their_cell():
    assert cells('a;"one; two\nthree"\nb;"say ""yes"""\n', []) == ["a", "b"]
    assert cells('Text;n\n"one; two\nthree";1\n', ["text"]) == ["one; two\nthree"]


def test_what_is_too_long_is_told_by_its_line_and_twins_by_their_words():
    found = read(["Roads", "x" * 91, "roads!", "ROADS", "Power"], 90, ["power."])
    assert [(line.number, line.refused.key if line.refused else "", line.twin) for line in found] == [
        (1, "", ""),
        (2, "text_long", ""),
        (3, "", "Roads"),
        (4, "", "Roads"),
        (5, "", "power."),
    ]


@pytest.mark.parametrize(
    ("given_", "key"), [([], "cards_none"), (["", " - "], "cards_none"), (["x"] * 501, "list_too_long")]
)
def test_nothing_and_too_much_are_refused(given_, key):
    assert MOST_LINES == 500
    with pytest.raises(Refused) as refused:
        read(given_, 90)
    assert refused.value.key == key
    with pytest.raises(Refused):
        lines("x" * 300_001)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        found = read(cells(text), 90) + read(lines(text), 90)
    except Refused:
        return
    assert all(len(line.text) > 0 for line in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_as_letters(raw):
    decoded(raw, "mn")
    decoded(raw, "en")
