"""A list of measures taken in on its page: looked through first, entered in one piece, the same list again nothing."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook

from shared.domain.register.entries import Entry
from shared.domain.register.form import FIELDS
from shared.domain.register.lists import plain
from shared.domain.register.states import STATES
from shared.minutes.register import LISTED
from shared.store import people, register
from shared.web import language as speech
from tests.domain.test_register import WHOLE
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_register import enters, writes

PAGE = "/facilitator/measures/import"


def book(*lines: list[Any]) -> bytes:
    made = Workbook()
    for line in lines:
        made.active.append(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def looks_through(facilitator: Facilitator, content: bytes, name: str = "list.xlsx", **more: str) -> Any:
    return facilitator.sends(PAGE, {"act": "preview", "file": (io.BytesIO(content), name), **more})


def takes_in(facilitator: Facilitator, shown: Any) -> Any:
    packed = re.search(r'name="packed" value="([^"]+)"', shown.text)
    assert packed, shown.text
    return facilitator.sends(PAGE, {"act": "take_in", "packed": packed[1]})


def counts(shown: Any) -> tuple[int, ...]:
    found = re.search(r"New: (\d+). There already: (\d+). Wrong: (\d+).", shown.text)
    assert found, shown.text
    return tuple(map(int, found.groups()))


def kept(app: Flask) -> list[Entry]:
    with house_of(app).store.read() as connection:
        return register.every(connection)


HEAD = ["Measure", "Region", "State", "Start", "Total", "Lead organisation"]


def test_a_list_is_looked_through_and_then_entered_with_its_history(app: Flask, facilitator: Facilitator):
    lines = [
        HEAD,
        ["Felt workshop", "Altan-Ovoo", "Running", "1.3.2025", "14 000", "Felt makers"],
        ["Cellar", "", "", "", 9800, ""],
        ["Signs", "Moon", "Running", "soon", "", ""],
    ]
    shown = looks_through(facilitator, book(*lines))
    assert shown.status_code == 200
    assert counts(shown) == (1, 0, 2), "no region was chosen"
    region = re.search(r'value="([0-9a-f]{32})"', shown.text)
    assert region
    shown = looks_through(facilitator, book(*lines), region=region[1])
    assert counts(shown) == (2, 0, 1)
    assert "Start: March 1, 2025" in shown.text
    assert '“<span class="tx">soon</span>”: Write a day as 2027-03-31.' in shown.text
    assert kept(app) == [], "nothing is written before it is confirmed"
    assert takes_in(facilitator, shown).headers["Location"].endswith("entered=2")
    felt, cellar = kept(app)
    assert (felt.title, felt.state, felt.form["total"], felt.form["lead"]) == (
        "Felt workshop",
        "running",
        14000,
        "Felt makers",
    )
    assert (cellar.number, cellar.state) == (felt.number[:-2] + "02", "idea")
    assert "list.xlsx" in facilitator.opens(f"/facilitator/measures/{felt.id}").text
    assert takes_in(facilitator, shown).headers["Location"].endswith("entered=0"), "sent twice, it is one list"
    assert counts(looks_through(facilitator, book(*lines), region=region[1])) == (0, 2, 1)


@pytest.mark.parametrize("format", ["xlsx", "csv"])
@pytest.mark.parametrize("spoken", ["en", "mn", "ar", "fr"])
def test_a_list_given_out_and_taken_in_again_changes_nothing(
    app: Flask, facilitator: Facilitator, format: str, spoken: str
):
    entry = enters(facilitator, "Felt workshop")
    writes(facilitator, f"{entry}/form", {**WHOLE, "title": "=Felt; workshop"})
    enters(facilitator, "-1 Эсгий “урлал”")
    before = kept(app)
    given = facilitator.opens(f"/facilitator/measures.{format}?language={spoken}").data
    assert counts(looks_through(facilitator, given, f"list.{format}")) == (0, 2, 0)

    def gone(connection: Any) -> None:
        from shared.store.tables import entry

        connection.execute(entry.delete())

    house_of(app).store.write(gone)
    shown = looks_through(facilitator, given, f"list.{format}")
    assert counts(shown) == (2, 0, 0), "into an empty register it all goes in again"
    takes_in(facilitator, shown)
    again = kept(app)
    assert [one.title for one in again] == [one.title for one in before]
    listed = {name: before[0].form[name] for name in LISTED}
    assert {name: again[0].form[name] for name in LISTED} == listed


def test_the_blank_list_has_the_columns_of_the_one_that_is_given_out(facilitator: Facilitator):
    enters(facilitator, "Cellar")
    blank, given = (
        load_workbook(io.BytesIO(facilitator.opens(f"/facilitator/measures{name}.xlsx?language=de").data))
        for name in ("/import", "")
    )
    heads = [[cell.value for cell in sheet.worksheets[0][1]] for sheet in (blank, given)]
    assert heads[0] == heads[1]
    assert "Läuft" in str([[c.value for c in row] for row in blank.worksheets[1]])
    refused = looks_through(facilitator, facilitator.opens("/facilitator/measures/import.xlsx").data)
    assert refused.status_code == 400
    assert "no measure below" in refused.text


def test_no_line_reaches_a_region_that_is_not_theirs(app: Flask, facilitator: Facilitator):
    enters(facilitator, "Felt workshop")

    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="f@example.org", name="F", role="facilitator", password_hash="x")
        people.set_regions(connection, id, [people.add_region(connection, "Elsewhere", "en")])
        return people.add_token(connection, id, 0)

    token = house_of(app).store.write(settle)
    how = {"headers": {"Authorization": f"Bearer {token}"}, "base_url": "http://localhost"}
    number = kept(app)[0].number
    content = book([*HEAD[:2], "Number"], ["Felt workshop", "Altan-Ovoo", ""], ["Felt workshop", "Elsewhere", number])
    data = {"act": "preview", "file": (io.BytesIO(content), "list.xlsx")}
    shown = Visitor(app).client.post(PAGE, data=data, **how)
    assert counts(shown) == (1, 0, 1), "what is there elsewhere is not told"
    assert "Altan-Ovoo</option>" not in shown.text
    packed = re.search(r'name="packed" value="([^"]+)"', shown.text)
    assert packed
    Visitor(app).client.post(PAGE, data={"act": "take_in", "packed": packed[1]}, **how)
    assert sorted(entry.number[:3] for entry in kept(app)) == ["ALT", "ELS"]


@pytest.mark.parametrize("packed", ["", "AAAA", "eJyLjgUAARUAuQ==", "x" * 500_000])
def test_what_a_page_did_not_carry_is_refused(app: Flask, facilitator: Facilitator, packed: str):
    assert facilitator.sends(PAGE, {"act": "take_in", "packed": packed}).status_code == 400
    assert kept(app) == []


def test_a_file_that_is_none_is_refused_in_words(facilitator: Facilitator):
    assert "Choose a file first" in facilitator.sends(PAGE, {"act": "preview"}).text
    refused = looks_through(facilitator, b"\x89PNG\x00")
    assert refused.status_code == 400
    assert "cannot be read as a table" in refused.text


def test_a_thousand_measures_go_in_at_once(app: Flask, facilitator: Facilitator):
    lines = [["Measure", "Region", "Further effects"]] + [
        [f"Measure {n}", "Altan-Ovoo", f"Үр дүн {n} " * 20] for n in range(1000)
    ]
    assert takes_in(facilitator, looks_through(facilitator, book(*lines))).headers["Location"].endswith("entered=1000")
    assert len({entry.number for entry in kept(app)}) == 1000


def test_no_two_columns_or_states_have_one_name():
    for names, area in ((STATES, "state"), *((f.choices, "choice") for f in FIELDS.values() if f.kind == "choice")):
        meant: dict[str, set[str]] = {}
        for spoken in speech.languages():
            for name in names:
                meant.setdefault(plain(speech.t(spoken, f"register.{area}.{name}")), set()).add(name)
        assert [words for words, what in meant.items() if len(what) > 1] == []
    columns: dict[str, set[str]] = {}
    for spoken in speech.languages():
        for column in ("number", "region", "title", "state", "ended_on"):
            columns.setdefault(plain(speech.t(spoken, f"register.list.{column}")), set()).add(column)
        for column in LISTED:
            columns.setdefault(plain(speech.t(spoken, f"register.field.{column}")), set()).add(column)
    assert [words for words, what in columns.items() if len(what) > 1] == []
