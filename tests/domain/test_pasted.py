"""Pasted findings: lines, tables from a spreadsheet, and what is wrong with them, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.pasted import read

# The six advantage cards of the demo data.
CARDS = """1.5 +3 Clean lake two hours from the airport
1.1 +2 Soft local sheep and camel wool
3.4 +1 School workshop stands empty in the evening

6.4 +1 Soum offers land beside the old boiler house
9.2 +2 Camp owners trust each other
7.3 +2 Women's felt group has met for five years"""


def test_a_line_a_finding():
    lines = read(CARDS)
    assert [line.number for line in lines] == [1, 2, 3, 5, 6, 7]
    assert [(f["factors"], f["sign"], f["rating"]) for f in (line.finding or {} for line in lines)] == [
        (["1.5"], "+", 3),
        (["1.1"], "+", 2),
        (["3.4"], "+", 1),
        (["6.4"], "+", 1),
        (["9.2"], "+", 2),
        (["7.3"], "+", 2),
    ]
    assert lines[5].finding and lines[5].finding["statement"] == "Women's felt group has met for five years"


def test_signs_and_codes_as_people_type_them():
    lines = read("3.2, 3.4 − No trained cooks\n4.1: –3 Banks want city property\n2.1/2.2 - 100 km of mud")
    assert [line.finding for line in lines] == [
        {"factors": ["3.2", "3.4"], "sign": "-", "statement": "No trained cooks"},
        {"factors": ["4.1"], "sign": "-", "statement": "Banks want city property", "rating": -3},
        {"factors": ["2.1", "2.2"], "sign": "-", "statement": "100 km of mud"},
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("No code at all", "import_line"),
        ("9.9 - No such factor", "factor_unknown"),
        ("1.1 1.2 1.3 1.4 + Too many", "finding_factors"),
        ("1.1 + " + "x" * 141, "text_long"),
    ],
)
def test_what_is_wrong_is_told_by_line(line: str, key: str):
    good, bad = read(f"1.1 + Wool\n{line}")
    assert good.finding and bad.number == 2 and bad.finding is None
    assert bad.refused and bad.refused.key == key


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_a_table_by_its_headings(separator: str):
    heads = ["factors", "sign", "statement", "Sector", "rating", "confidential", "hits", "source_ref", "date"]
    cells = ["4.1 4.2", "-", '"Loans late, after ""planting"""', "a", "−2", "x", "herders", "I-3", "2026-10-02"]
    lines = read("\ufeff" + separator.join(heads) + "\n\n" + separator.join(cells) + "\n")
    assert [line.finding for line in lines] == [
        {
            "factors": ["4.1", "4.2"],
            "sign": "-",
            "statement": 'Loans late, after "planting"',
            "sector": "public",
            "rating": -2,
            "confidential": True,
            "details": {"hits": "herders"},
            "source_ref": "I-3",
            "date": "2026-10-02",
        }
    ]
    assert lines[0].number == 3


def test_headings_and_values_in_ones_own_language():
    words = {
        "хүчин зүйл": "factors",
        "тэмдэг": "sign",
        "өгүүлбэр": "statement",
        "саад": "-",
        "тийм": "yes",
        "нууц": "confidential",
    }
    lines = read("Хүчин зүйл;Тэмдэг;Өгүүлбэр;Нууц\n4.1;Саад;Зээл удна;Тийм", words)
    assert lines[0].finding == {
        "factors": ["4.1"],
        "sign": "-",
        "statement": "Зээл удна",
        "confidential": True,
        "details": {},
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "findings_none"),
        ("factors;sign\n4.1;-", "import_column_missing"),
        ("factors;sign;statement;phone number\n", "import_column_unknown"),
        ("factors;sign;statement\n", "findings_none"),
        ("1.1 + Wool\n" * 501, "findings_full"),
        ("x" * 300_001, "text_long"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused(text: str, key: str):
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("4.1;-;Loans;perhaps", "argument_wrong"),
        ("4.1;-;Loans;;;;", "import_cells"),
        ("4.1;-;Loans;;2.5", "finding_rating"),
        ('4.1;-;"Loans', None),
    ],
)
def test_what_is_wrong_in_a_table(row: str, key: str | None):
    row = row.replace(";;;;", ";;;more")
    line = read(f"factors;sign;statement;confidential;rating\n{row}")[0]
    assert (line.refused.key if line.refused else None) == key


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str):
    try:
        lines = read("factors;sign;statement\n" + text) + read(text)
    except Refused:
        return
    assert all((line.finding is None) != (line.refused is None) for line in lines)
