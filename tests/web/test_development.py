"""What regions report of themselves, on pages: entered by the office, added up, with rule and gaps at each figure."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from shared.domain.development import ASKED, CAPABLE, figures
from shared.domain.dialogue import STEPS
from shared.store import people
from shared.web.language import languages, own_words
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_programme import enters

DASHBOARD = "/facilitator/development"


@pytest.fixture
def region(app: Flask, facilitator: Facilitator) -> str:
    assert facilitator
    with house_of(app).store.read() as connection:
        return f"/facilitator/regions/{people.regions(connection)[0].id}/development"


def beside(app: Flask) -> str:
    id = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    return f"/facilitator/regions/{id}/development"


def reports(facilitator: Facilitator, region: str, **given: str) -> Any:
    return facilitator.sends(region, {"act": "report", "day": "2026-03-31", "proof": "Books", **given})


def shown(facilitator: Facilitator, name: str, of: str = "") -> tuple[str, str]:
    text = facilitator.opens(DASHBOARD + of).text
    found = re.search(rf"<b>([^<]*)</b> <span>{name}</span></p>\s*<p[^>]*>([^<]*)</p>", text)
    assert found, name
    return found[1], found[2]


def test_a_region_reports_and_all_regions_add_up(app: Flask, facilitator: Facilitator, region: str):
    other = beside(app)
    assert shown(facilitator, "members")[0] == "–"
    sent = {"members": "1 030", "members_new": "30", "members_before": "1000", "can_person": "yes", "can_budget": "no"}
    assert reports(facilitator, region, **sent).status_code == 303
    assert reports(facilitator, other, members="20", members_new="10", members_before="20").status_code == 303
    value, told = shown(facilitator, "members")
    assert value == "1,050" and "Known of 2 of 2 regions." in told
    assert shown(facilitator, "renewal rate")[0] == "99 %"
    assert shown(facilitator, "reach") == ("–", shown(facilitator, "reach")[1])
    assert "Known of 0 of 2 regions." in shown(facilitator, "reach")[1]
    assert shown(facilitator, "capability in place")[0] == "50 %"
    one = f"?region={other.split('/')[3]}"
    assert shown(facilitator, "renewal rate", one)[0] == "50 %"
    assert "1 of 7 (2 known)" in facilitator.opens(DASHBOARD).text
    assert facilitator.opens(f"{DASHBOARD}?region={'f' * 32}").status_code == 404


def test_a_report_of_the_same_day_takes_the_place_and_is_taken_back(facilitator: Facilitator, region: str):
    reports(facilitator, region, members="10")
    reports(facilitator, region, members="12", uses="3")
    reports(facilitator, region, members="9", day="2025-12-31")
    assert shown(facilitator, "members")[0] == "12"
    listed = facilitator.opens(region).text
    assert listed.count('value="take_back"') == 2
    assert "Members, paid up: 12 · Services used, times: 3" in listed
    facilitator.sends(region, {"act": "take_back", "day": "2026-03-31"})
    assert shown(facilitator, "members")[0] == "9"
    assert facilitator.sends(region, {"act": "take_back", "day": "2026-03-31"}).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"members": "many"}, "Members, paid up: Write a number in figures"),
        ({"dues": "100"}, "Currency (three letters, such as MNT): Write the currency"),
        ({"members": "1", "members_new": "2"}, "of these, new: A part cannot be larger"),
        ({}, "Report at least one number"),
    ],
)
def test_what_cannot_be_stays_in_its_form(facilitator: Facilitator, region: str, wrong: dict[str, str], said: str):
    refused = reports(facilitator, region, proof="My own books", **wrong)
    assert refused.status_code == 400
    assert said in refused.text
    assert 'value="My own books"' in refused.text
    assert shown(facilitator, "members")[0] == "–"


def test_meetings_and_proposals_are_entered_changed_and_counted_once(app: Flask, facilitator: Facilitator, region: str):
    other = beside(app)
    asked = {"act": "talk", "kind": "proposal", "title": "One <window>", "shared": "window", "raised": "2026-01-01"}
    for page in (region, other):
        assert facilitator.sends(page, asked).status_code == 303
    text = facilitator.opens(region).text
    assert "One &lt;window&gt;" in text
    item = re.search(r'name="item" value="(\w{32})"', text)
    assert item
    changed = facilitator.sends(region, {**asked, "item": item[1], "answered": "2026-01-11"})
    assert changed.status_code == 303
    assert shown(facilitator, "proposals")[0] == "1"
    assert shown(facilitator, "days to the first answer")[0] == "10"
    stolen = facilitator.sends(other, {**asked, "item": item[1], "title": "Mine"})
    assert stolen.status_code == 404, "a line of another region is not there"
    late = facilitator.sends(region, {**asked, "title": "Late", "answered": "2025-01-01"})
    assert late.status_code == 400 and "Answered: A later step" in late.text and 'value="Late"' in late.text
    assert facilitator.sends(region, {"act": "drop", "item": item[1]}).status_code == 303
    assert facilitator.sends(region, {"act": "drop", "item": item[1]}).status_code == 404


def test_a_region_that_is_not_theirs_is_not_there(app: Flask, facilitator: Facilitator, region: str):
    other = beside(app)
    reports(facilitator, other, members="77")

    def settle(connection: Any) -> list[str]:
        tokens = []
        for role in ("facilitator", "viewer"):
            id = people.add_person(connection, email=f"{role}@example.org", name="F", role=role, password_hash="x")
            people.set_regions(connection, id, [region.split("/")[3]])
            tokens.append(people.add_token(connection, id, 0))
        return tokens

    for token, own in zip(house_of(app).store.write(settle), (200, 404), strict=True):
        how = {"headers": {"Authorization": f"Bearer {token}"}}
        assert Visitor(app).opens(other, **how).status_code == 404
        assert Visitor(app).opens(region, **how).status_code == own
        seen = Visitor(app).opens(DASHBOARD, **how)
        assert seen.status_code == 200 and "77" not in re.sub(r"\w{20,}", "", seen.text)


def test_measures_that_go_on_tell_whether_all_sectors_have_a_task(app: Flask, facilitator: Facilitator, region: str):
    assert region
    assert shown(facilitator, "of the measures going on have all three sectors")[0] == "–"
    enters(app, "Felt", "running", "")
    enters(app, "Done", "completed")
    value, told = shown(facilitator, "of the measures going on have all three sectors")
    assert value == "0 %" and "0 of 1 going on." in told


def test_every_figure_has_its_words():
    wanted = {f"development.ask.{code}" for part in ASKED.values() for code in part}
    wanted |= {f"development.can.{point}" for point in CAPABLE} | {f"development.step.{step}" for step in STEPS}
    wanted |= {f"development.name.{figure.code}" for figure in figures([])}
    for spoken in languages():
        assert wanted <= own_words(spoken).keys(), spoken


def test_the_dashboard_is_given_out_with_bare_numbers(facilitator: Facilitator, region: str):
    sent = {"members": "1 234", "members_new": "234", "members_before": "1 100"}
    reports(facilitator, region, **sent, dues="2 500 000", currency="MNT")
    asked = {"act": "talk", "kind": "proposal", "title": "One window", "raised": "2022-01-01"}
    facilitator.sends(region, {**asked, "answered": "2025-12-31"})
    book = load_workbook(io.BytesIO(facilitator.opens(f"{DASHBOARD}.xlsx").data))
    told = {row[0]: (row[1], row[2]) for row in book.worksheets[0].values}
    assert told["members"] == (1234, "")
    assert told["renewal rate"] == (90.91, "%")
    assert told["income from dues"] == (2500000, "MNT")
    assert told["reach"] == ("", "%")
    assert told["days to the first answer"][0] == 1460
    assert ("Altan-Ovoo", "2026-03-31", 1234) in [row[:3] for row in book.worksheets[1].values]
    for format in ("csv", "pdf"):
        assert facilitator.opens(f"{DASHBOARD}.{format}").status_code == 200
    assert facilitator.opens(f"{DASHBOARD}.xlsx?region={'f' * 32}").status_code == 404
