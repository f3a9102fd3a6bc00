"""The hand-out: given out under an address of its own, read without an account, and closed again."""

from __future__ import annotations

import re

from shared.domain.records import Workshop
from shared.store import archive
from tests.web.conftest import Visitor, code_of, house_of
from tests.web.test_workshops import records


def given(app, facilitator, workshop) -> str:
    """Give it out, and tell the path of its address."""
    page = workshop + "handout"
    assert facilitator.sends(page, {"act": "give"}, page=page).status_code == 303
    found = re.search(r'href="[^"]*(/handout/[^"]+)"', facilitator.opens(page).text)
    assert found is not None
    return found[1]


def writes(facilitator, workshop, type: str, text: str, **fields: str) -> None:
    words = {"note": "new", "type": type, "text": text, **{f"{name}-new": value for name, value in fields.items()}}
    assert facilitator.sends(workshop + "minutes/words", words, page=workshop + "minutes").status_code == 303


def test_it_is_read_without_an_account_while_it_is_given_out(app, facilitator, workshop):
    writes(facilitator, workshop, "decision", "We mend <b>the road</b>")
    assert "We mend" in facilitator.opens(workshop + "handout").text
    address = given(app, facilitator, workshop)
    anybody = Visitor(app)
    page = anybody.opens(address)
    assert "We mend" in page.text and "<b>the road" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    file = anybody.opens(address + ".pdf")
    assert file.mimetype == "application/pdf" and file.data.startswith(b"%PDF")
    facilitator.sends(workshop + "handout", {"act": "take_back"}, page=workshop + "handout")
    assert anybody.opens(address).status_code == anybody.opens(address + ".pdf").status_code == 404
    again = given(app, facilitator, workshop)
    assert again != address
    assert anybody.opens(address).status_code == 404


def test_it_leads_to_the_minutes_whoever_may_read_them(app, facilitator, workshop):
    writes(facilitator, workshop, "decision", "We mend the road")
    address, minutes = given(app, facilitator, workshop), f"{workshop}minutes#decisions"
    for path in (workshop + "handout", address):
        assert minutes in facilitator.opens(path).text
    anybody = Visitor(app)
    assert "/facilitator/" not in anybody.opens(address).text
    assert b"/facilitator/" not in anybody.opens(address + ".pdf").data
    facilitator.sends(workshop + "minutes/versions", {"note": ""}, page=workshop + "minutes")
    facilitator.sends(workshop + "minutes/1/seal", {}, page=workshop + "minutes")
    found = re.search(r'href="[^"]*(/minutes/verify[^"]+)"', anybody.opens(address).text)
    assert found is not None
    assert "sealed" in anybody.opens(found[1]).text


def test_whoever_has_no_right_address_learns_nothing(app, facilitator, workshop):
    code = code_of(app, workshop)
    anybody = Visitor(app)
    before = anybody.opens(f"/handout/{code}/{'0' * 32}")
    address = given(app, facilitator, workshop)
    nowhere = anybody.opens(f"/handout/ABCDEF/{'0' * 32}")
    for wrong in (address[:-1], address + "0", f"/handout/{code}/é", address.replace(code, "ABCDEF")):
        told = anybody.opens(wrong)
        assert told.status_code == before.status_code == nowhere.status_code == 404, wrong
        assert told.text == before.text == nowhere.text


def test_it_is_given_out_once(app, facilitator, workshop):
    given(app, facilitator, workshop)
    again = facilitator.sends(workshop + "handout", {"act": "give"}, page=workshop + "handout")
    assert again.status_code == 409
    assert "The hand-out is given out already." in again.text


def test_the_wall_has_its_code_while_it_is_given_out(app, facilitator, workshop):
    wall = re.search(r'href="[^"]*(/projector/[^"]+)"', facilitator.opens(workshop).text)
    assert wall is not None
    picture = f"{wall[1]}/qr/handout.svg"
    assert Visitor(app).opens(picture).status_code == 404
    given(app, facilitator, workshop)
    assert Visitor(app).opens(picture).mimetype == "image/svg+xml"


def test_it_does_not_go_along_in_an_archive(app, facilitator, workshop):
    address = given(app, facilitator, workshop)
    key = address.rpartition("/")[2]
    (told,) = records(app, workshop, Workshop)
    assert told.handout == key
    document = archive.export_workshop(house_of(app).store, told.id)
    assert key not in repr(document)
    assert archive.read(document).workshop.handout == ""


def opens_minutes(facilitator, workshop, number: str = "") -> None:
    page = workshop + "handout"
    assert facilitator.sends(page, {"act": "open_minutes", "number": number}, page=page).status_code == 303


def test_minutes_are_read_by_the_room_only_while_they_are_open(app, facilitator, workshop):
    writes(facilitator, workshop, "decision", "We mend the road")
    writes(facilitator, workshop, "private", "Between us: the mayor is late")
    address, anybody = given(app, facilitator, workshop), Visitor(app)
    ways = [address + end for end in ("/minutes", "/minutes.pdf", "/minutes.html")]
    assert [anybody.opens(way).status_code for way in ways] == [404] * 3
    assert "/minutes" not in anybody.opens(address).text
    opens_minutes(facilitator, workshop)
    writes(facilitator, workshop, "decision", "Written after it was opened")
    page, pdf, html = (anybody.opens(way) for way in ways)
    for text in (page.text, html.text):
        assert "We mend the road" in text
        assert "Between us" not in text and "Written after" not in text
    assert pdf.data.startswith(b"%PDF") and "attachment" in html.headers["Content-Disposition"]
    for answer in (page, pdf, html):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "/facilitator/" not in page.text + html.text
    assert f"{address}/minutes#decisions" in anybody.opens(address).text
    facilitator.sends(workshop + "handout", {"act": "close_minutes"}, page=workshop + "handout")
    assert [anybody.opens(way).status_code for way in ways] == [404] * 3
    assert "/minutes" not in anybody.opens(address).text
    assert anybody.opens(address).status_code == 200


def test_a_saved_version_is_opened_as_it_is_and_closes_with_the_hand_out(app, facilitator, workshop):
    address, anybody = given(app, facilitator, workshop), Visitor(app)
    writes(facilitator, workshop, "decision", "First words")
    facilitator.sends(workshop + "minutes/versions", {"note": ""}, page=workshop + "minutes")
    writes(facilitator, workshop, "decision", "Second words")
    facilitator.sends(workshop + "minutes/versions", {"note": ""}, page=workshop + "minutes")
    opens_minutes(facilitator, workshop, "1")
    facilitator.sends(workshop + "minutes/1/seal", {}, page=workshop + "minutes")
    told = anybody.opens(address + "/minutes").text
    assert "First words" in told and "Second words" not in told
    assert "SHA-256" in told  # the seal goes along
    page = workshop + "handout"
    facilitator.sends(page, {"act": "take_back"}, page=page)
    again = given(app, facilitator, workshop)
    assert anybody.opens(address + "/minutes").status_code == 404
    assert anybody.opens(again + "/minutes").status_code == 404


def test_only_a_version_of_its_own_is_opened_and_only_after_the_hand_out(app, facilitator, workshop):
    page = workshop + "handout"
    before = facilitator.sends(page, {"act": "open_minutes", "number": ""}, page=page)
    assert before.status_code == 409 and "not given out" in before.text
    given(app, facilitator, workshop)
    for number in ("1", "0", "-1", "x"):
        assert facilitator.sends(page, {"act": "open_minutes", "number": number}, page=page).status_code == 404
    assert facilitator.sends(page, {"act": "nothing"}, page=page).status_code == 400


def test_the_key_of_one_workshop_opens_no_minutes_of_another(app, facilitator, workshop):
    writes(facilitator, workshop, "decision", "Ours alone")
    ours, theirs = (given(app, facilitator, one) for one in (workshop, facilitator.makes_a_workshop()))
    opens_minutes(facilitator, workshop)
    anybody = Visitor(app)
    mixed = ours.rpartition("/")[0] + "/" + theirs.rpartition("/")[2]
    told = [anybody.opens(way + "/minutes") for way in (mixed, theirs)]
    assert [answer.status_code for answer in told] == [404, 404]
    assert not any("Ours alone" in answer.text for answer in told)


def test_open_minutes_are_closed_where_a_workshop_came_in(app, facilitator, workshop):
    given(app, facilitator, workshop)
    opens_minutes(facilitator, workshop)
    (told,) = records(app, workshop, Workshop)
    assert told.handout_minutes == 1
    document = archive.export_workshop(house_of(app).store, told.id)
    assert archive.read(document).workshop.handout_minutes == 0
