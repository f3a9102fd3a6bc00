"""A region at a glance, regions side by side, measures to copy: everybody sees what is theirs, nobody a name."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from shared.domain.changes import Actor
from shared.domain.records import Activity, Workshop
from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, register
from shared.store.keys import new_id
from shared.store.tables import RECORDS
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_programme import reports

AYA = Actor("facilitator", "p", "Aya")
FORM = {"goal": "A felt workshop", "obstacle": "Ask Oyuna Bat, 9911 2233", "champion": "Oyuna Bat", "total": 9000}


def region_of(app: Flask) -> str:
    with house_of(app).store.read() as connection:
        return people.regions(connection)[0].id


def rates(app: Flask, facilitator: Facilitator, rating: int, date: str, region: str = "") -> str:
    """Hold a day in whose matrix the room settles a rating of roads; give its page."""
    page = facilitator.makes_a_workshop("Findings", "led-findings")
    id, desk = page.split("/")[3], house_of(app).desk
    step = next(r.id for r in house_of(app).store.records(id)[1] if isinstance(r, Activity) and r.kind == "matrix")
    for verb in ("open", "close", "reveal"):
        desk.perform(id, AYA, new_id(), f"activity.{verb}", {"activity": step})
    args = {"activity": step, "amendment": new_id(), "factor": "2.1", "rating": rating, "reason": "Seen"}
    desk.perform(id, AYA, new_id(), "matrix.correct", args)
    values = {"date": date, **({"region": region} if region else {})}
    workshop = next(r for r in house_of(app).store.records(id)[1] if isinstance(r, Workshop))
    house_of(app).store.write(lambda c: _set(c, workshop.id, values))
    return page


def _set(connection: Any, id: str, values: dict[str, str]) -> None:
    table = RECORDS["workshop"]
    connection.execute(table.update().where(table.c.id == id).values(**values))


def test_a_region_tells_what_hinders_it_and_how_that_changed(app: Flask, facilitator: Facilitator):
    here = f"/facilitator/regions/{region_of(app)}"
    empty = facilitator.opens(here).text
    assert "No workshop has been held yet." in empty and "Nothing has been rated" in empty and "not yet" in empty
    rates(app, facilitator, -3, "2024-05-01")
    rates(app, facilitator, -1, "2026-05-01")
    shown = facilitator.opens(here).text
    assert "better than −3 on May 1, 2024" in shown
    assert "2 workshops, last on May 1, 2026" in shown and "last step" in shown
    assert shown.count(">Findings</a>") == 2
    assert here in facilitator.opens(f"/facilitator/programme?region={region_of(app)}").text


def test_a_region_s_viewer_sees_only_what_was_sealed(app: Flask, facilitator: Facilitator):
    page = rates(app, facilitator, -3, "2026-05-01")

    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="v@example.org", name="V", role="viewer", password_hash="x")
        people.set_regions(connection, id, [people.regions(connection)[0].id])
        return people.add_token(connection, id, 0)

    how = {"headers": {"Authorization": f"Bearer {house_of(app).store.write(settle)}"}}
    here = f"/facilitator/regions/{region_of(app)}"
    seen = Visitor(app).opens(here, **how).text
    assert "Findings" not in seen and "Nothing has been rated" in seen and "overdue" not in seen
    assert "Nothing has been rated" in Visitor(app).opens("/facilitator/programme/factors", **how).text
    facilitator.sends(page + "minutes/versions", {}, page=page + "minutes")
    assert facilitator.sends(page + "minutes/1/seal", {}, page=page + "minutes").status_code == 303
    seen = Visitor(app).opens(here, **how).text
    assert "Findings" in seen and "−3" in seen


def test_regions_lie_side_by_side_and_what_five_name_is_the_country_s(app: Flask, facilitator: Facilitator):
    names = [f"Region {letter}" for letter in "BCDE"]
    ids = [house_of(app).store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in names]
    for region in ["", *ids]:
        page = rates(app, facilitator, -2, "2026-05-01", region)
        args = {"note": new_id(), "type": "advocacy", "text": "Permits <i>take</i> months", "office": "Land office"}
        house_of(app).desk.perform(page.split("/")[3], AYA, new_id(), "note.write", args)
    shown = facilitator.opens("/facilitator/programme/factors").text
    national = r'<tr><th scope="row">[^<]*<span class="chip wait">a matter of the whole country</span>.*?</tr>'
    row = re.search(national, shown)
    assert row and row[0].count("−2") == 5
    assert "in 5 regions" in shown and "Permits &lt;i&gt;take&lt;/i&gt; months" in shown
    content = facilitator.opens("/facilitator/programme/factors.csv").data
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        lines = [r for n in files.namelist() for r in csv.reader(io.StringIO(files.read(n).decode("utf-8-sig")))]
    assert any(line[1:3] == ["5", "0"] and line[3:] == ["-2"] * 5 for line in lines), lines
    assert any(line[:2] == ["Permits <i>take</i> months", "5"] for line in lines)


def enters(app: Flask, title: str, region: str, *, released: bool = True, state: str = "completed") -> str:
    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", title, FORM)
        return replace(made, state=state, released=released), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=region, year=2025, at=1, begun=begun))
    return made.id


@pytest.fixture
def elsewhere(app: Flask, facilitator: Facilitator) -> str:
    assert facilitator
    id: str = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    return id


def test_public_measures_that_are_done_can_be_copied_without_who_did_them(
    app: Flask, facilitator: Facilitator, elsewhere: str
):
    felt = enters(app, "Felt workshop", elsewhere)
    reports(facilitator, f"/facilitator/measures/{felt}")
    enters(app, "Secret wool", elsewhere, released=False)
    enters(app, "Going honey", elsewhere, state="running")
    shown = facilitator.opens("/facilitator/programme/library").text
    assert "Felt workshop" in shown and "A felt workshop" in shown and "9,000" in shown and "7" in shown
    assert "Secret wool" not in shown and "Going honey" not in shown
    assert "Oyuna" not in shown and "9911" not in shown
    assert "Felt workshop" not in facilitator.opens("/facilitator/programme/library?words=honey").text
    assert "Felt workshop" in facilitator.opens("/facilitator/programme/library?words=FELT").text
    copies = {"entry": felt, "region": region_of(app)}
    made = facilitator.sends("/facilitator/programme/copy", copies, page="/facilitator/programme/library")
    assert made.status_code == 303
    idea = facilitator.opens(made.headers["Location"]).text
    assert "Felt workshop" in idea and "After measure ELS-2025-01." in idea
    assert "Oyuna" not in idea and "9911" not in idea
    with house_of(app).store.read() as connection:
        (own,) = register.every(connection, [region_of(app)])
    assert (own.state, own.form["goal"]) == ("idea", "A felt workshop")
    assert not {"champion", "obstacle", "total"} & own.form.keys()


def test_only_public_measures_and_into_one_s_own_regions(app: Flask, facilitator: Facilitator, elsewhere: str):
    secret = enters(app, "Secret wool", elsewhere, released=False)
    library = "/facilitator/programme/library"
    sent = {"entry": secret, "region": elsewhere}
    assert facilitator.sends("/facilitator/programme/copy", sent, page=library).status_code == 400
    public = enters(app, "Felt", elsewhere)

    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="f@example.org", name="F", role="facilitator", password_hash="x")
        people.set_regions(connection, id, [elsewhere])
        return people.add_token(connection, id, 0)

    how = {"headers": {"Authorization": f"Bearer {house_of(app).store.write(settle)}"}}
    for region, status in ((region_of(app), 404), ("nowhere", 404), (elsewhere, 303)):
        sent = {"entry": public, "region": region}
        answer = Visitor(app).client.post("/facilitator/programme/copy", data=sent, base_url="http://localhost", **how)
        assert answer.status_code == status, region


def test_regions_in_one_table_are_sorted_by_any_column(app: Flask, facilitator: Facilitator, elsewhere: str):
    for region, value in ((region_of(app), "7"), (elsewhere, "12")):
        reports(facilitator, f"/facilitator/measures/{enters(app, 'Felt', region)}", value=value)
    house_of(app).store.write(lambda c: people.add_region(c, "Zavkhan", "mn"))

    def order(query: str) -> list[str]:
        shown = facilitator.opens(f"/facilitator/programme/regions{query}").text
        return re.findall(r'<tr><th scope="row"><a href="[^"]*">([^<]*)</a>', shown)

    assert order("") == ["Altan-Ovoo", "Elsewhere", "Zavkhan"]
    assert order("?down=1") == ["Zavkhan", "Elsewhere", "Altan-Ovoo"]
    assert order("?by=jobs") == ["Altan-Ovoo", "Elsewhere", "Zavkhan"]
    assert order("?by=jobs&down=1") == ["Elsewhere", "Altan-Ovoo", "Zavkhan"], "what is not known comes last"
    assert order("?by=nonsense&down=1") == order("?down=1")
    shown = facilitator.opens("/facilitator/programme/regions?by=jobs&down=1").text
    assert 'aria-sort="descending"' in shown and "by=jobs" in shown
    content = facilitator.opens("/facilitator/programme/regions.csv").data
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        lines = [r for n in files.namelist() for r in csv.reader(io.StringIO(files.read(n).decode("utf-8-sig")))]
    assert any(line[0] == "Elsewhere" and "12" in line for line in lines)
