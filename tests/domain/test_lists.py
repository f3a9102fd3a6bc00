"""Measures from a list, line by line: new, there, or wrong and why; numbers and days as people write them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.register.entries import Entry
from shared.domain.register.lists import (
    MOST,
    NEW,
    THERE,
    WRONG,
    Known,
    Laid,
    Told,
    entered,
    iso_day,
    laid_out,
    look_through,
    plain,
    whole,
)

NAMES = {plain(name): column for name, column in {"Measure": "title", "Region": "region", "Total": "total"}.items()}
NAMES |= {column: column for column in ("number", "state", "ended_on", "start", "lead_sector", "months")}
WORDS = {"state": {"running": "running", "läuft": "running"}, "lead_sector": {"privat": "private"}}
KNOWN = Known({"altan ovoo": "r1", "tsagaan nuur": "r2"}, WORDS, "")
FELT = Entry("e1", "r1", "ALTOVO-2027-01", "Felt workshop", "running")


def told(*cells: dict[str, str], there: tuple[Entry, ...] = (FELT,), known: Known = KNOWN) -> list[Told]:
    heads = list(dict.fromkeys(name for row in cells for name in row))
    rows = [(1, heads)] + [(n, [row.get(head, "") for head in heads]) for n, row in enumerate(cells, 2)]
    laid = laid_out(rows, {**NAMES, **{head: head for head in heads}})
    return look_through(laid.lines, known, there, "2027-06-01")


def line(**cells: str) -> dict[str, str]:
    return {"title": "Cellar", "region": "Altan-Ovoo", **cells}


def test_a_new_line_becomes_what_it_says():
    (cellar,) = told(line(total="12 000", start="1.3.2027", state="läuft", lead_sector="Privat", ended_on="2027/05/31"))
    assert (cellar.fate, cellar.region, cellar.state, cellar.ended_on) == (NEW, "r1", "running", "2027-05-31")
    assert cellar.answers == {"total": 12000, "start": "2027-03-01", "lead_sector": "private"}
    made, event = entered(cellar, "Aya", "list.xlsx", "2027-06-01")(Entry("n", "r1", "N", "", "idea"))
    assert (made.title, made.state, made.ended_on, made.form["total"]) == ("Cellar", "running", "2027-05-31", 12000)
    assert (event.verb, event.by, event.to, event.reason) == ("begun", "Aya", "running", "list.xlsx")
    assert event.changes == {"ended_on": ["", "2027-05-31"]}


def test_what_is_there_by_number_or_by_title_in_its_region_stays():
    by_number, by_title, elsewhere = told(
        line(number="altovo-2027-01"), line(title="felt  WORKSHOP"), line(title="Felt workshop", region="Tsagaan-Nuur")
    )
    assert (by_number.fate, by_number.there) == (THERE, "e1")
    assert by_title.fate == THERE
    assert elsewhere.fate == NEW


def test_all_that_is_wrong_with_a_line_is_told_by_its_column():
    (one,) = told(line(title="", total="a lot", start="31.2.2027", region="Moon", state="flying", months="99"))
    assert one.fate == WRONG
    why = {column: refused.key for column, refused in one.wrong}
    assert why == {
        "title": "text_empty",
        "total": "form_number",
        "start": "form_date",
        "months": "form_range",
        "region": "list_region",
        "state": "list_state",
    }


def test_an_end_needs_a_beginning_and_no_tomorrow():
    early, late = told(line(ended_on="2027-05-01"), line(title="B", state="running", ended_on="2027-07-01"))
    assert [one.wrong[0][1].key for one in (early, late)] == ["not_begun", "reading_future"]


def test_the_same_measure_twice_in_a_list_counts_once():
    first, second, third = told(line(), line(title="CELLAR"), line(region="Tsagaan-Nuur"))
    assert [one.fate for one in (first, second, third)] == [NEW, WRONG, NEW]
    assert second.wrong[0][1].params == {"row": 2}


def test_a_line_that_names_no_region_falls_to_the_one_that_was_chosen():
    assert told(line(region=""))[0].fate == WRONG
    assert told(line(region=""), known=replace(KNOWN, region="r2"))[0].region == "r2"
    assert told(line(region="Moon"), known=replace(KNOWN, region="r2"))[0].fate == WRONG, (
        "a wrong name is no missing one"
    )


def test_a_number_of_another_house_stays_in_the_history():
    (one,) = told(line(number="OLD-7"))
    _, event = entered(one, "Aya", "list.xlsx", "2027-06-01")(Entry("n", "r1", "N", "", "idea"))
    assert event.reason == "list.xlsx: OLD-7"


def test_titles_above_the_columns_and_columns_of_others_do_no_harm():
    rows: list[tuple[int, list[str]]] = [(1, ["Our measures"]), (3, ["", "MEASURE ", "Budget", "Region:"])]
    laid: Laid = laid_out([*rows, (5, ["1", "Cellar", "9", "Altan-Ovoo"])], NAMES)
    assert laid.unknown == ["Budget"]
    assert [(one.number, one.cells) for one in laid.lines] == [(5, {"title": "Cellar", "region": "Altan-Ovoo"})]


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([(1, ["Region"]), (2, ["Altan-Ovoo"])], "list_no_title"),
        ([(1, ["Measure", "title"])], "list_column_twice"),
        ([(1, ["Measure"])], "list_empty"),
        ([(1, ["Measure"]), *((n, [f"M{n}"]) for n in range(2, MOST + 3))], "list_too_many"),
    ],
)
def test_a_list_that_cannot_be_one_is_refused(rows: Any, key: str):
    with pytest.raises(Refused) as refused:
        laid_out(rows, {**NAMES, "title": "title"})
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *((text, "1200") for text in ("1200", "1 200", "1\u202f200", "1.200", "1,200", "1’200", "1200,00", "1.200,00")),
        *(("١٢٠٠", "1200"), ("١٬٢٠٠", "1200"), ("1,200,000.0", "1200000"), ("0", "0"), ("100.000", "100000")),
        *((text, text) for text in ("1.20", "1,2", "12.00.000", "-5", "1e3", "=1+1")),
    ],
)
def test_whole_numbers_are_read_as_people_write_them(typed: str, read: str):
    assert whole(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(
            (text, "2027-03-04")
            for text in ("2027-03-04", "2027.3.4.", "2027/03/04", "4.3.2027", "04/03/2027", "4. 3. 2027")
        ),
        *(("٢٠٢٧-٠٣-٠٤", "2027-03-04"), ("2027-03-04 00:00:00", "2027-03-04")),
        *((text, text) for text in ("3/14/2027", "31.2.2027", "4.3.27", "46000", "March 2027", "4.3-2027")),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, read: str):
    assert iso_day(typed) == read
