"""Coming in: the code, the door, the tap on a sector; by hand and by script."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Visitor, boot, code_of, house_of

MONGOLIAN = {"Accept-Language": "mn,en;q=0.5"}


@pytest.fixture
def code(app, workshop):
    return code_of(app, workshop)


def perform(app, workshop, verb, **args):
    from shared.desk import SYSTEM
    from shared.store.keys import new_id

    return house_of(app).desk.perform(workshop.split("/")[3], SYSTEM, new_id(), verb, args)


def named_buttons(page):
    return re.findall(r'<button name="sector"[^>]*>([^<]+)</button>', page.text)


def test_the_code_page_names_what_checks_rely_on(visitor):
    page = visitor.opens("/")
    assert '<label for="code">Workshop code</label>' in page.text
    assert re.search(r'<button class="btn go">Go on</button>', page.text)


@pytest.mark.parametrize("change", [str.lower, lambda c: f" {c[:3]} {c[3:]} ", lambda c: f"{c[:3]}-{c[3:]}"])
def test_a_code_is_read_as_people_type_it(visitor, code, change):
    went = visitor.sends("/", {"code": change(code)})
    assert (went.status_code, went.headers["Location"]) == (303, f"/join/{code}")


def test_a_wrong_code_is_said_and_stays_in_the_box(visitor):
    page = visitor.sends("/", {"code": "abc 123"})
    assert page.status_code == 404
    assert "No workshop has this code." in page.text
    assert 'value="abc 123"' in page.text
    assert 'aria-describedby="wrong hint"' in page.text


@pytest.mark.parametrize("path", ["/join/{}", "/JOIN/{}"])
def test_one_tap_and_one_is_in(app, visitor, code, path):
    page = visitor.opens(path.format(code))
    assert named_buttons(page) == ["Private", "Public", "Semi-public"]
    joined = visitor.sends(f"/join/{code}", {"sector": "semi-public", "language": "en"})
    assert (joined.status_code, joined.headers["Location"]) == (303, f"/w/{code}")
    told = boot(visitor.opens(f"/w/{code}"))
    assert told["surface"] == "phone"
    assert told["code"] == code
    assert len(told["return_code"]) == 4
    (seat,) = told["mine"]["records"]["seat"].values()
    assert seat["sector"] == "semi-public"
    assert seat["number"] == 1
    again = visitor.opens(f"/join/{code}")
    assert (again.status_code, again.headers["Location"]) == (303, f"/w/{code}")


def test_the_page_speaks_the_phones_language_where_the_workshop_offers_it(app, facilitator, workshop, code):
    perform(app, workshop, "workshop.edit", languages=["en", "mn"])
    page = Visitor(app).opens(f"/join/{code}", headers=MONGOLIAN)
    assert '<html lang="mn"' in page.text
    assert "Хувийн хэвшил" in page.text
    assert 'value="en" lang="en" aria-pressed="false">English' in page.text
    guest = Visitor(app)
    guest.sends(f"/join/{code}", {"sector": "public", "language": "mn"})
    assert boot(guest.opens(f"/w/{code}"))["language"] == "mn"


def test_a_script_joins_with_json(app, code):
    script = Visitor(app)
    made = script.client.post(
        f"/join/{code}", json={"sector": "private", "language": "mn"}, headers={"Accept": "application/json"}
    )
    assert made.status_code == 200
    assert set(made.json) == {"seat", "token", "return_code", "workshop"}
    refused = script.client.post(f"/join/{code}", json={"sector": "army"}, headers={"Accept": "application/json"})
    assert refused.status_code == 400
    assert refused.json["code"] == "invalid"
    assert refused.json["ok"] is False


@pytest.mark.parametrize("body", [b"[]", b"nonsense", b'{"seat": "mine", "sector": "private", "role": "facilitator"}'])
def test_what_a_script_may_not_say_is_refused(app, code, body):
    sent = Visitor(app).client.post(f"/join/{code}", data=body, content_type="application/json")
    assert sent.status_code == 400


def test_a_name_is_asked_only_where_the_workshop_asks(app, workshop, code):
    assert 'name="name"' not in Visitor(app).opens(f"/join/{code}").text
    perform(app, workshop, "workshop.edit", asks={"name": "must", "organisation": "may"})
    guest = Visitor(app)
    page = guest.opens(f"/join/{code}")
    assert "required" in re.search(r"<input[^>]*name=\"name\"[^>]*>", page.text)[0]
    assert "required" not in re.search(r"<input[^>]*name=\"organisation\"[^>]*>", page.text)[0]
    refused = guest.sends(f"/join/{code}", {"sector": "private", "language": "en"})
    assert refused.status_code == 409
    assert "Please write" in refused.text
    assert guest.sends(f"/join/{code}", {"sector": "private", "name": "Bold"}).status_code == 303


@pytest.mark.parametrize(
    ("verb", "args", "words"),
    [
        ("room.lock", {"locked": True}, "The door is closed"),
        ("workshop.edit", {"capacity": 1}, "The room is full"),
        ("workshop.end", {}, "The workshop has ended"),
    ],
)
def test_a_closed_door_says_why(app, workshop, code, verb, args, words):
    Visitor(app).sends(f"/join/{code}", {"sector": "private"})
    late = Visitor(app)
    early = late.opens(f"/join/{code}")
    assert "For whom are you here?" in early.text
    perform(app, workshop, verb, **args)
    assert words in late.opens(f"/join/{code}").text


def test_a_removed_seat_does_not_come_back_by_the_same_browser(app, workshop, code):
    guest = Visitor(app)
    guest.sends(f"/join/{code}", {"sector": "private"})
    (seat,) = boot(guest.opens(f"/w/{code}"))["mine"]["records"]["seat"]
    perform(app, workshop, "seat.remove", seat=seat)
    assert guest.opens(f"/w/{code}").status_code == 303
    page = guest.opens(f"/join/{code}")
    assert page.status_code == 403
    assert "The facilitator has taken this seat out" in page.text


def test_a_return_code_moves_the_seat_and_kills_the_old_phone(app, code):
    old, new = Visitor(app), Visitor(app)
    old.sends(f"/join/{code}", {"sector": "public"})
    told = boot(old.opens(f"/w/{code}"))
    wrong = new.sends(f"/join/{code}/return", {"return_code": "XXXX"})
    assert wrong.status_code == 404
    assert "No seat here has this return code." in wrong.text
    assert new.sends(f"/join/{code}/return", {"return_code": told["return_code"].lower()}).status_code == 303
    moved = boot(new.opens(f"/w/{code}"))
    assert moved["mine"]["records"]["seat"].keys() == told["mine"]["records"]["seat"].keys()
    assert old.opens(f"/w/{code}").status_code == 303


def test_guessing_codes_gets_slow_and_the_room_does_not(app, code):
    guesser = Visitor(app, address="10.0.0.66", base="http://10.0.0.1:8000")
    answers = [guesser.opens("/join/ABCDEF").status_code for _ in range(40)]
    assert answers[:10] == [404] * 10
    assert answers.count(429) > 20
    honest = Visitor(app, address="10.0.0.7", base="http://10.0.0.1:8000")
    assert honest.opens(f"/join/{code}").status_code == 200


def test_guessing_return_codes_stops(app, code):
    guesser = Visitor(app)
    tries = [guesser.sends(f"/join/{code}/return", {"return_code": f"AA{i:02}"}).status_code for i in range(12)]
    assert tries[:10] == [404] * 10
    assert tries[10] == 429


def test_a_card_is_pinned_without_any_script(app, workshop, code):
    guest = Visitor(app)
    guest.sends(f"/join/{code}", {"sector": "private"})
    boards = boot(guest.opens(f"/w/{code}"))["snapshot"]["records"]["activity"]
    step = next(a["id"] for a in boards.values() if a["kind"] == "brainstorm")
    assert 'name="text"' not in guest.opens(f"/w/{code}").text
    perform(app, workshop, "activity.open", activity=step)
    page = guest.opens(f"/w/{code}")
    assert '<label for="text">Your idea</label>' in page.text
    assert "Pin it</button>" in page.text
    pinned = guest.sends(f"/w/{code}/card", {"activity": step, "text": "Grow <b>trees</b>"}, page=f"/w/{code}")
    assert pinned.status_code == 303
    after = guest.opens(pinned.headers["Location"])
    assert "Your card is pinned." in after.text
    assert "Grow &lt;b&gt;trees&lt;/b&gt;" in after.text
    too_long = guest.sends(f"/w/{code}/card", {"activity": step, "text": "x" * 200}, page=f"/w/{code}")
    assert too_long.status_code == 409
    assert "x" * 200 in too_long.text


def test_the_history_tells_the_room_no_hidden_words(app, workshop, code):
    guest = Visitor(app)
    guest.sends(f"/join/{code}", {"sector": "private"})
    steps = boot(guest.opens(f"/w/{code}"))["snapshot"]["records"]["activity"]
    step = next(a["id"] for a in steps.values() if a["kind"] == "brainstorm")
    perform(app, workshop, "activity.open", activity=step)
    guest.sends(f"/w/{code}/card", {"activity": step, "text": "A secret so far"}, page=f"/w/{code}")
    story = guest.opens(f"/w/{code}/history")
    assert "pinned a card" in story.text
    assert "opened the step" in story.text
    assert "A secret" not in story.text
    assert Visitor(app).opens(f"/w/{code}/history").status_code == 303


def test_what_is_kept_is_said_in_one_screen(visitor, code):
    page = visitor.opens(f"/join/{code}/kept")
    assert page.status_code == 200
    assert "not encrypted" in page.text
    assert "must" not in page.text.lower().split("h1")[0]
