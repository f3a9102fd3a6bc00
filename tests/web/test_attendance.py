"""Who was there: told on a page of its own, named only by leave."""

from __future__ import annotations

from shared.domain.records import Seat
from shared.web.house import House
from tests.web.conftest import Visitor, code_of, house_of


def seats(house: House, id: str) -> dict[str, Seat]:
    return {seat.name: seat for seat in house.store.records(id)[1] if isinstance(seat, Seat)}


def test_people_without_phones_and_those_invited_are_written_down(app, facilitator, workshop):
    page = workshop + "attendance"
    assert 'href="' + page in facilitator.opens(workshop + "minutes").text
    told = {"paper-public": "2", "hands-private": " 1 0", "invited-private": "40", "table-private": ""}
    saved = facilitator.sends(page, told, page=page)
    assert saved.status_code == 303
    shown = facilitator.opens(saved.headers["Location"]).text
    assert 'name="invited-private" value="40"' in shown
    assert 'name="table-private" value=""' in shown
    assert "Of 40 invited people 12 were present." in facilitator.opens(workshop + "minutes").text
    assert "Women" not in facilitator.opens(workshop + "minutes").text
    facilitator.sends(page, {**told, "sex-women": "7", "sex-men": "4"}, page=page)
    assert "Women 7 · Men 4 · not counted 1" in facilitator.opens(workshop + "minutes").text
    for wrong in ("many", "-1", "9999999"):
        refused = facilitator.sends(page, {**told, "paper-public": wrong}, page=page)
        assert refused.status_code == 400
        assert f'name="paper-public" value="{wrong}"' in refused.text


def test_a_name_stands_in_the_minutes_where_its_owner_ticked_it(app, facilitator, workshop):
    code = code_of(app, workshop)
    assert "My name may stand in the minutes" not in Visitor(app).opens(f"/join/{code}").text
    settings = {"title": "Day", "asks_name": "may", "capacity": "50", "language": "en", "languages": ["en"]}
    assert facilitator.sends(workshop, settings).status_code == 303
    for name, more in (("Aya", {"named": "yes"}), ("Bold", {})):
        phone = Visitor(app)
        assert "My name may stand in the minutes" in phone.opens(f"/join/{code}").text
        assert phone.sends(f"/join/{code}", {"name": name, "sector": "public", **more}).status_code == 303
    assert {name: seat.named for name, seat in seats(house_of(app), workshop.split("/")[3]).items()} == {
        "Aya": True,
        "Bold": False,
    }
    minutes = facilitator.opens(workshop + "minutes.md").text
    assert "Aya" in minutes
    assert "Bold" not in minutes
    assert "1 of 2 phones" in facilitator.opens(workshop + "attendance").text
    assert "only if you say so" in Visitor(app).opens(f"/join/{code}/kept").text
