"""Quarters on their page: frozen once, beside what is known now; a difference leads to its measure."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from flask import Flask

from shared.domain.register.quarters import quarter_of, to_freeze
from shared.store import quarters
from shared.web.checking import today
from tests.web.conftest import Facilitator, house_of
from tests.web.test_programme import enters, reports

PAGE = "/facilitator/programme/quarters"


@pytest.fixture
def quarter(app: Flask, facilitator: Facilitator) -> str:
    """The quarter that ended last, named as its page has it."""
    with app.app_context():
        return to_freeze(today(), [])[0]


def freezes(facilitator: Facilitator, quarter: str, status: int = 303) -> str:
    answer = facilitator.sends("/facilitator/programme/freeze", {"quarter": quarter}, page=PAGE)
    assert answer.status_code == status
    return answer.text if status != 303 else facilitator.opens(answer.headers["Location"]).text


def row(text: str, name: str) -> list[str]:
    found = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', text)
    assert found, name
    return [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", found[1])]


def test_later_corrections_stand_beside_what_was_frozen(app: Flask, facilitator: Facilitator, quarter: str):
    assert "No quarter has been frozen yet." in facilitator.opens(PAGE).text
    assert "Frozen quarters" in facilitator.opens("/facilitator/programme").text
    felt, wool = enters(app, "Felt workshop"), enters(app, "Wool washing")
    reports(facilitator, felt, value="7")
    reports(facilitator, wool, code="trained", value="20")
    shown = freezes(facilitator, quarter)
    assert "The quarter is frozen." in shown and "Nothing was corrected since." in shown
    assert row(shown, "new jobs, people") == ["7", "7", "0"]
    reports(facilitator, felt, value="5", day="2025-07-31")
    shown = facilitator.opens(PAGE).text
    assert row(shown, "new jobs, people") == ["7", "5", "−2"]
    assert row(shown, "persons trained") == ["20", "20", "0"]
    changes = shown.split('id="h-changes"')[1]
    assert felt in changes and wool not in changes and "Tuya Bat" in changes
    assert row(facilitator.opens(f"{PAGE}?region=").text, "new jobs, people") == ["7", "5", "−2"]


def test_a_quarter_is_frozen_once_and_only_when_it_has_ended(app: Flask, facilitator: Facilitator, quarter: str):
    freezes(facilitator, quarter)
    assert "This quarter is frozen already." in freezes(facilitator, quarter, 400)
    with app.app_context():
        going = quarter_of(today())
    assert "has ended can be frozen" in freezes(facilitator, going, 400)
    for name in ("2001-Q1", "2026-Q9", "", "x" * 5000):
        freezes(facilitator, name, 400)
    with house_of(app).store.read() as connection:
        assert [one.name for one in quarters.frozen(connection)] == [quarter]


def test_the_tables_hold_bare_numbers(app: Flask, facilitator: Facilitator, quarter: str):
    assert facilitator.opens(f"{PAGE}.csv").status_code == 404, "nothing is frozen"
    felt = enters(app, "Felt workshop")
    reports(facilitator, felt, value="1200")
    freezes(facilitator, quarter)
    reports(facilitator, felt, value="1250", day="2025-07-31")
    content = facilitator.opens(f"{PAGE}.csv?quarter={quarter}").data
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        tables = [list(csv.reader(io.StringIO(files.read(name).decode("utf-8-sig")))) for name in files.namelist()]
    lines = [line for table in tables for line in table]
    assert any(line[1:4] == ["1200", "1250", "50"] for line in lines), lines
    assert any(line[0] == "Felt workshop" and line[3:6] == ["1200", "1250", "50"] for line in lines)
    assert facilitator.opens(f"{PAGE}.csv?quarter=1999-Q1").status_code == 404
    for format in ("xlsx", "pdf"):
        assert facilitator.opens(f"{PAGE}.{format}").status_code == 200


def test_what_was_published_before_stands_apart_and_is_never_added(app: Flask, facilitator: Facilitator):
    felt = enters(app, "Felt workshop")
    reports(facilitator, felt, value="7")
    told = {"act": "add", "region": "", "what": "New <b>jobs</b>", "period": "2006–2012", "value": "288"}
    keep = "/facilitator/programme/published"
    wrong = facilitator.sends(keep, {**told, "source": "", "day": "2013-05-01"}, page=PAGE)
    assert wrong.status_code == 400 and "New &lt;b&gt;jobs" in wrong.text, "what was typed stays"
    for day in ("2100-01-01", "soon"):
        assert facilitator.sends(keep, {**told, "source": "Report", "day": day}, page=PAGE).status_code == 400
    assert facilitator.sends(keep, {**told, "source": "Report", "day": "2013-05-01"}, page=PAGE).status_code == 303
    shown = facilitator.opens(PAGE).text
    assert "New &lt;b&gt;jobs&lt;/b&gt;" in shown and "288" in shown and "Report, May 1, 2013" in shown
    programme = facilitator.opens("/facilitator/programme").text
    assert (
        "1 figure from before these records" in programme and "<b>7</b>" in programme and "<b>295</b>" not in programme
    )
    id = re.search(r'name="figure" value="(\w+)"', shown)
    assert id
    facilitator.sends(keep, {"act": "drop", "figure": id[1]}, page=PAGE)
    assert "Nothing is written down." in facilitator.opens(PAGE).text
    assert facilitator.sends(keep, {"act": "add", "region": "nowhere"}, page=PAGE).status_code == 404
