"""What measures bring, on pages: reported by the office, checked by link once, added up, followed down to measures."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from shared.demo.programme import build
from shared.domain.changes import Refused
from shared.domain.register.checks import answered
from shared.domain.register.entries import Entry, Event, begin
from shared.domain.register.states import CHAMPION
from shared.store import people, register
from shared.web.checking import make_check
from tests.web.conftest import Facilitator, Visitor, house_of

GOOD = {q: "yes" for q in ("Q1", "Q2", "Q3", "Q4", "Q6")} | {f"Q{n}_word": "seen" for n in (1, 2, 3, 4, 6)}


def enters(app: Flask, title: str, state: str = "completed", ended_on: str = "2025-01-31", region: str = "") -> str:
    with house_of(app).store.read() as connection:
        place = region or people.regions(connection)[0].id

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", title)
        return replace(made, state=state, ended_on=ended_on), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=place, year=2025, at=1, begun=begun))
    return f"/facilitator/measures/{made.id}"


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    assert facilitator
    return enters(app, "Felt workshop")


def reports(facilitator: Facilitator, entry: str, **values: str) -> Any:
    read = {"act": "read", "code": "jobs", "value": "7", "day": "2025-06-30", "proof": "Pay list", **values}
    return facilitator.sends(f"{entry}/results", read)


def headline(text: str, name: str) -> str:
    found = re.search(rf"<b>([^<]*)</b> <span>{name}</span>", text)
    assert found, name
    return found[1]


def test_a_figure_is_reported_added_up_and_taken_back(facilitator: Facilitator, entry: str):
    assert reports(facilitator, entry, women="5").status_code == 303
    assert reports(facilitator, entry, value="6", day="2025-12-31").status_code == 303
    shown = facilitator.opens("/facilitator/programme").text
    assert headline(shown, "new jobs, people") == "6"
    assert "Known of 1 of 1 measures begun." in shown
    assert headline(shown, "persons trained") == "–", "what nobody reported is not nought"
    newest = re.search(r'name="reading" value="(\w+)"', facilitator.opens(f"{entry}/results").text)
    assert newest
    facilitator.sends(f"{entry}/results", {"act": "take_back", "reading": newest[1]})
    shown = facilitator.opens("/facilitator/programme").text
    assert headline(shown, "new jobs, people") == "7"
    assert "Women 71 %" in shown
    assert "Figure taken back" in facilitator.opens(entry).text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"value": "many"}, "Write a number in figures"),
        ({"day": "2999-01-01"}, "has not come yet"),
        ({"women": "9"}, "larger than the whole"),
        ({"proof": ""}, "write something first"),
    ],
)
def test_a_figure_that_cannot_be_stays_in_its_form(
    facilitator: Facilitator, entry: str, wrong: dict[str, str], said: str
):
    refused = reports(facilitator, entry, **wrong)
    assert refused.status_code == 400
    assert said in refused.text
    assert 'value="7"' in refused.text or "value" in wrong
    assert headline(facilitator.opens("/facilitator/programme").text, "new jobs, people") == "–"


def test_nothing_is_reported_of_what_has_not_begun(app: Flask, facilitator: Facilitator):
    idea = enters(app, "Idea", "idea", "")
    assert "under contract" in facilitator.opens(f"{idea}/results").text
    assert reports(facilitator, idea).status_code == 400


def test_a_check_is_made_by_link_once_and_makes_the_rate(app: Flask, facilitator: Facilitator, entry: str):
    beside = enters(app, "Cellar")
    shown = facilitator.opens("/facilitator/programme").text
    assert headline(shown, "of the checked measures still work") == "–", "not verified is never effective"
    made = facilitator.sends(f"{entry}/results", {"act": "link", "time": "T6"}).text
    link = re.search(r'value="http://localhost(/check/[^"]+)"', made)
    assert link
    oyun = Visitor(app)
    assert "Felt workshop" in oyun.opens(link[1]).text
    assert oyun.sends(link[1], {"name": "Oyun"}).status_code == 400, "nothing was answered"
    assert oyun.sends(link[1], {**GOOD, "name": ""}).status_code == 400, "nobody answered"
    assert oyun.sends(link[1], {**GOOD, "name": "Oyun"}).headers["Location"] == "/checked"
    assert "Thank you" in oyun.opens("/checked").text
    assert oyun.opens(link[1]).status_code == 404
    shown = facilitator.opens("/facilitator/programme").text
    assert headline(shown, "of the checked measures still work") == "100 %"
    assert "1 of 1; checked 1 of 2 due. 1 more is not yet checked, so not counted." in shown
    listed = facilitator.opens("/facilitator/programme/effective").text
    assert "not verified" in listed
    assert beside in listed
    told = facilitator.opens(f"{entry}/results").text
    assert "by link" in told
    assert "Oyun" in told


def test_of_two_who_use_a_link_at_once_the_later_is_told(app: Flask, facilitator: Facilitator, entry: str):
    made = facilitator.sends(f"{entry}/results", {"act": "link", "time": "T6"}).text
    found = re.search(r"/check/([^\"]+)\"", made)
    assert found
    id = entry.rsplit("/", 1)[1]
    with app.app_context():
        first = answered(id, "T6", GOOD, "Oyun", "link", "2026-11-27", 1)
        second = answered(id, "T6", {"Q1": "no", "Q1_word": "closed"}, "Zorig", "link", "2026-11-27", 2)
        make_check(first, CHAMPION, link=found[1])
        with pytest.raises(Refused, match="not_found"):
            make_check(second, CHAMPION, link=found[1])
    told = facilitator.opens(f"{entry}/results").text
    assert "Oyun" in told
    assert "Zorig" not in told
    assert "Zorig" not in facilitator.opens(entry).text, "nor in the history"


def test_the_office_makes_and_corrects_a_check(facilitator: Facilitator, entry: str):
    page = f"{entry}/checks/T6"
    stopped = {"Q1": "no", "Q1_word": "closed", "way": "visit", "day": "2025-08-01"}
    assert facilitator.sends(page, stopped).status_code == 303
    assert headline(facilitator.opens("/facilitator/programme").text, "of the checked measures still work") == "0 %"
    assert 'value="closed"' in facilitator.opens(page).text
    assert facilitator.sends(page, {**GOOD, "way": "call", "day": "2025-08-02"}).status_code == 303
    assert headline(facilitator.opens("/facilitator/programme").text, "of the checked measures still work") == "100 %"
    assert facilitator.opens(f"{entry}/checks/T18").status_code == 404
    assert facilitator.sends(page, {**GOOD, "way": "guess"}).status_code == 400


def test_every_figure_of_the_demo_adds_up_from_its_measures(app: Flask, facilitator: Facilitator):
    build(house_of(app).store, house_of(app).desk.now())
    shown = facilitator.opens("/facilitator/programme").text
    assert "20 of 20 regions have reported" in shown
    for code, name, total in (("trained", "persons trained", 3540), ("jobs", "new jobs, people", 288)):
        assert headline(shown, name) == f"{total:,}"
        listed = facilitator.opens(f"/facilitator/programme/{code}").text
        values = [int(n.replace(",", "")) for n in re.findall(r'<td class="n">([\d,]+)</td></tr>(?!</tfoot)', listed)]
        assert sum(values) == total
        assert f"<b>{total:,}</b>" in listed
    with house_of(app).store.read() as connection:
        everywhere = [region.id for region in people.regions(connection)]
    apart = [facilitator.opens(f"/facilitator/programme?region={id}").text for id in everywhere]
    assert sum(int(headline(text, "new jobs, people").replace("–", "0")) for text in apart) == 288


def test_a_viewer_sees_figures_and_the_names_of_what_is_public(app: Flask, facilitator: Facilitator, entry: str):
    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="v@example.org", name="V", role="viewer")
        people.set_regions(connection, id, [people.regions(connection)[0].id])
        return people.add_token(connection, id, 0)

    viewer = {"headers": {"Authorization": f"Bearer {house_of(app).store.write(settle)}"}}
    reports(facilitator, entry)
    elsewhere = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    reports(facilitator, enters(app, "Far away", region=elsewhere), value="50")
    shown = Visitor(app).opens("/facilitator/programme", **viewer).text
    assert headline(shown, "new jobs, people") == "7"
    assert "Elsewhere" not in shown
    listed = Visitor(app).opens("/facilitator/programme/jobs", **viewer).text
    assert "Felt workshop" not in listed
    assert "1 measure in this figure is not public." in listed
    assert Visitor(app).opens(f"/facilitator/programme?region={elsewhere}", **viewer).status_code == 404
    assert Visitor(app).opens(f"{entry}/results", **viewer).status_code == 404


def test_the_dashboard_is_given_out_with_bare_numbers(facilitator: Facilitator, entry: str):
    reports(facilitator, entry, value="1 250", women="5")
    reports(facilitator, entry, code="fte", value="2.5")
    book = load_workbook(io.BytesIO(facilitator.opens("/facilitator/programme.xlsx").data))
    told = {row[0]: row[1] for row in book.worksheets[0].values}
    assert (told["new jobs, people"], told["new jobs, full-time equivalents"]) == (1250, 2.5)
    assert told["persons trained"] == "", "what nobody reported is not nought"
    assert "Altan-Ovoo" in [row[0] for row in book.worksheets[1].values]
    assert "2025" in [str(row[0]) for row in book.worksheets[2].values]
    for format in ("csv", "pdf"):
        assert facilitator.opens(f"/facilitator/programme.{format}").status_code == 200


def test_people_told_by_lists_count_once_and_no_name_is_kept(app: Flask, facilitator: Facilitator):
    first, second = enters(app, "Felt"), enters(app, "Wool")
    typed = {"act": "list", "code": "trained", "day": "2025-05-01", "proof": "Signed list"}
    wrong = facilitator.sends(f"{first}/results", {**typed, "people": "Oyunaa; 1988; f\nBat; 1990"})
    assert wrong.status_code == 400 and "Line 2: write name, year of birth and sex" in wrong.text
    assert "Oyunaa; 1988; f" in wrong.text, "what was typed stays"
    done = facilitator.sends(f"{first}/results", {**typed, "people": "Oyunaa; 1988; f\nBat; 1990; male"})
    assert "2 persons from 2 lines" in facilitator.opens(done.headers["Location"]).text
    people_there = "Name\tBorn\tSex\nБат\t1990\tэр\nBAT\t1990\tm\nNara\t2001\tженщина"
    done = facilitator.sends(f"{second}/results", {**typed, "people": people_there})
    shown = facilitator.opens(done.headers["Location"]).text
    assert "3 persons from 3 lines; counted in other measures too: 1." in shown
    figure = facilitator.opens("/facilitator/programme/trained").text
    assert "Counted in several measures" in figure and "−1" in figure and "<b>4</b>" in figure
    assert "<b>4</b>" in facilitator.opens("/facilitator/programme").text
    for page in (shown, figure, facilitator.opens(first).text):
        assert "Oyunaa" not in page


def test_firms_told_by_lists_count_once_and_no_number_is_kept(app: Flask, facilitator: Facilitator):
    first, second = enters(app, "Felt"), enters(app, "Wool")
    typed = {"act": "list", "code": "firms", "day": "2025-05-01", "proof": "Books seen"}
    wrong = facilitator.sends(f"{first}/results", {**typed, "firms": "Loom Hall; none"})
    assert wrong.status_code == 400 and "Line 1: a registration number has digits" in wrong.text
    assert "Loom Hall; none" in wrong.text, "what was typed stays"
    done = facilitator.sends(f"{first}/results", {**typed, "firms": "Loom Hall; 7654321\nShop"})
    assert "2 firms from 2 lines" in facilitator.opens(done.headers["Location"]).text
    done = facilitator.sends(f"{second}/results", {**typed, "firms": "Loom Hall Ltd; 7654321"})
    shown = facilitator.opens(done.headers["Location"]).text
    assert "1 firm from 1 lines; counted in other measures too: 1." in shown
    assert "<b>2</b>" in facilitator.opens("/facilitator/programme/firms").text
    assert "7654321" not in shown and "Loom Hall" not in shown
    assert (
        facilitator.sends(f"{first}/results", {**typed, "code": "products", "people": "A; 1988; f"}).status_code == 400
    )


def test_a_measure_of_several_regions_counts_once_and_is_shown_as_shared(app: Flask, facilitator: Facilitator):
    other: str = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    page = enters(app, "Road for both")
    facilitator.sends(
        f"{page}/results", {"act": "read", "code": "jobs", "day": "2025-01-01", "value": "7", "proof": "L"}
    )
    here = f"/facilitator/programme?region={other}"
    assert "Road for both" not in facilitator.opens(here).text
    assert facilitator.sends(page, {"act": "join", "joint": [other, "nobody"]}).status_code == 303
    assert "Shared with" in facilitator.opens(page).text
    shown = facilitator.opens(here).text
    assert "Road for both" in shown and "counts in Altan-Ovoo" in shown and page in shown
    assert "<b>7</b>" not in shown and "<b>7</b>" in facilitator.opens("/facilitator/programme").text

    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="v@example.org", name="V", role="viewer", password_hash="x")
        people.set_regions(connection, id, [other])
        return people.add_token(connection, id, 0)

    how = {"headers": {"Authorization": f"Bearer {house_of(app).store.write(settle)}"}}
    assert "Road for both" not in Visitor(app).opens(here, **how).text, "it is not public"
    id, event = page.split("/")[3], Event("released", "Aya", "office")
    house_of(app).store.write(lambda c: register.change(c, id, 9, lambda e: (replace(e, released=True), event)))
    seen = Visitor(app).opens(here, **how).text
    assert "Road for both" in seen and page not in seen, "told, and not opened"
    facilitator.sends(page, {"act": "join"})
    assert "Road for both" not in facilitator.opens(here).text
