"""Corrections of saved minutes: the link, its window, remarks and answers, and what attackers try."""

from __future__ import annotations

import json
import re

import pytest

from shared.store import corrections, people
from tests.web.conftest import Facilitator, Visitor, form_token, house_of
from tests.web.test_signing import add_person, signs_in

DAY = 24 * 3600 * 1000


@pytest.fixture
def clock(app):
    """The house's clock, to be set ahead."""

    class Clock:
        ahead = 0

    desk, real = house_of(app).desk, house_of(app).desk.now
    desk.now = lambda: real() + Clock.ahead
    return Clock


@pytest.fixture
def version(facilitator, workshop) -> str:
    """The page of a saved version's corrections."""
    page = workshop + "minutes"
    facilitator.sends(page + "/words", {"note": "new", "type": "decision", "text": "Plant trees"}, page=page)
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    return page + "/1/corrections"


def opens(facilitator: Facilitator, version: str, days: str = "5") -> str:
    """Open the version and give the address behind its link."""
    answer = facilitator.sends(version, {"act": "open", "days": days})
    assert answer.status_code == 200, answer.text
    return re.search(r'value="http://[^/"]+(/minutes/correct/[\w-]{43})"', answer.text)[1]


def remarks(visitor: Visitor, link: str, text: str, passage: int | None = None, **more: str):
    at = int(re.search(r"\?at=(\d+)&amp;[^>]*Decisions", visitor.opens(link).text)[1]) if passage is None else passage
    return visitor.sends(link, {"passage": at, "text": text, **more}, page=f"{link}?at={at}")


def kept(app, version):
    with house_of(app).store.read() as connection:
        return corrections.remarks(connection, version.split("/")[3], 1)


def test_whoever_has_the_link_remarks_and_finds_it_again_and_nobody_else_does(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    sent = remarks(visitor, link, "It was <b>Monday</b>", name="Dorj")
    assert sent.status_code == 303
    mine = visitor.opens(sent.headers["Location"]).text
    assert "Your remark has arrived" in mine
    assert "It was &lt;b&gt;Monday&lt;/b&gt;" in mine
    assert "Monday" not in Visitor(app).opens(link).text
    (one,) = kept(app, version)
    assert (one.anchor, one.excerpt, one.name, one.state) == ("decisions", "Decisions", "Dorj", "open")
    assert "Open remarks: 1" in facilitator.opens(version.replace("/1/corrections", "")).text
    assert "&lt;b&gt;Monday" in facilitator.opens(version).text


def test_an_answer_is_shown_to_all_only_where_the_facilitator_shows_it(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    for text in ("First one", "Second one"):
        remarks(visitor, link, text)
    first, second = sorted(kept(app, version), key=lambda one: one.text)
    answer = {"act": "answer", "state": "accepted", "answer": "Right, thank you"}
    facilitator.sends(version, {**answer, "remark": first.id, "shown": "on"})
    facilitator.sends(version, {**answer, "remark": second.id, "state": "declined", "answer": "Between us"})
    others = Visitor(app).opens(link).text
    assert "First one" in others
    assert "Right, thank you" in others
    assert "Second one" not in others
    assert "Between us" in visitor.opens(link).text
    assert facilitator.sends(version, {**answer, "remark": "f" * 32}).status_code == 400
    assert facilitator.sends(version, {**answer, "remark": first.id, "state": "gone"}).status_code == 400


def test_the_next_version_tells_remarks_and_answers_in_every_format(facilitator, visitor, version, app):
    link, page = opens(facilitator, version), version.replace("/1/corrections", "")
    for text in ("Oaks, not *birches*", "hidden"):
        remarks(visitor, link, text)
    one = next(one for one in kept(app, version) if one.text != "hidden")
    answer = {"act": "answer", "remark": one.id, "state": "accepted", "answer": "Oaks it is", "shown": "on"}
    facilitator.sends(version, answer)
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    assert "Oaks" not in facilitator.opens(page + "/1.md").text
    text = facilitator.opens(page + "/2.md").text
    assert "Oaks it is" in text
    assert "not printed here: 1" in text
    data = facilitator.opens(page + "/2.json").json["remarks"]
    assert [(told["version"], told["text"], told["answer"]) for told in data] == [(1, one.text, "Oaks it is")]
    assert "hidden" not in json.dumps(data)
    assert '<a href="#decisions">Decisions</a>' in facilitator.opens(page + "/2.html").text
    for format in ("pdf", "docx", "odt", "xlsx", "csv"):
        assert facilitator.opens(f"{page}/2.{format}").status_code == 200


def test_after_its_days_the_page_says_so_and_refuses(app, facilitator, visitor, version, clock):
    link = opens(facilitator, version, "2")
    at = re.search(r"\?at=(\d+)", visitor.opens(link).text)[1]
    clock.ahead = 2 * DAY - 60_000
    assert remarks(visitor, link, "In time").status_code == 303
    form = visitor.opens(f"{link}?at={at}")
    clock.ahead = 2 * DAY
    late = {"form_token": form_token(form), "passage": at, "text": "Too late"}
    answer = visitor.client.post(link, data=late, **visitor.how)
    assert answer.status_code == 400
    assert "The time for corrections is over" in answer.text
    assert "?at=" not in visitor.opens(link).text
    assert [one.text for one in kept(app, version)] == ["In time"]
    assert "In time" in visitor.opens(link).text


def test_a_window_is_closed_opened_anew_and_its_link_taken_back(facilitator, visitor, version):
    for days in ("0", "31", "-1", "x", "", "1e1", "٣"):
        assert facilitator.sends(version, {"act": "open", "days": days}).status_code == 400, days
    old = opens(facilitator, version, "30")
    facilitator.sends(version, {"act": "close"})
    assert "The time for corrections is over" in visitor.opens(old).text
    new = opens(facilitator, version)
    assert visitor.opens(old).status_code == 404
    assert visitor.opens(new).status_code == 200
    facilitator.sends(version, {"act": "revoke"})
    assert visitor.opens(new).status_code == 404
    assert facilitator.sends(version, {"act": "burn"}).status_code == 400


def test_a_sealed_version_takes_no_remark_and_no_answer(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    remarks(visitor, link, "Before")
    (one,) = kept(app, version)
    at = re.search(r"\?at=(\d+)", visitor.opens(link).text)[1]
    form = form_token(visitor.opens(f"{link}?at={at}"))
    facilitator.sends(version.replace("corrections", "seal"), {}, page=version.replace("/1/corrections", ""))
    late = visitor.client.post(link, data={"form_token": form, "passage": at, "text": "After"}, **visitor.how)
    assert late.status_code == 400
    assert "This version is sealed" in visitor.opens(link).text
    page = version.replace("/1/corrections", "")
    for act in ({"act": "open", "days": "5"}, {"act": "answer", "remark": one.id, "state": "accepted"}):
        assert facilitator.sends(version, act, page=page).status_code == 400
    assert kept(app, version) == [one]


def test_no_token_is_stored_and_no_other_opens(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    token = link.rpartition("/")[2]
    with house_of(app).store.read() as connection:
        dump = "\n".join(connection.connection.driver_connection.iterdump())
    assert token not in dump
    for wrong in (token[:-1], token.swapcase(), "%00", "..", token + "=", "f" * 32):
        assert visitor.opens(f"/minutes/correct/{wrong}").status_code == 404, wrong
    tries = [visitor.opens(f"/minutes/correct/{n}").status_code for n in range(40)]
    assert tries[-1] == 429
    assert visitor.opens(link).status_code == 200


def test_one_browser_is_slowed_down_and_may_not_fill_a_version(app, facilitator, visitor, version, monkeypatch):
    link = opens(facilitator, version)
    at = int(re.search(r"\?at=(\d+)", visitor.opens(link).text)[1])
    answers = [remarks(visitor, link, f"Remark {n}", at) for n in range(11)]
    assert [answer.status_code for answer in answers] == [303] * 10 + [400]
    assert "many remarks" in answers[-1].text
    assert ">Remark 10</textarea>" in answers[-1].text


def test_what_is_no_remark_is_refused(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    refused = remarks(visitor, link, "x" * 2001)
    assert refused.status_code == 400
    assert "x" * 2001 in refused.text
    assert remarks(visitor, link, " \u200b ").status_code == 400
    assert visitor.sends(link, {"passage": "99999", "text": "x"}, page=f"{link}?at=5").status_code == 404
    huge = visitor.client.post(link, data={"text": "x" * 10_000_000}, **visitor.how)
    assert huge.status_code == 413
    assert not kept(app, version)


def test_a_remark_sent_twice_from_one_form_is_kept_once(app, facilitator, visitor, version):
    link = opens(facilitator, version)
    for _ in range(2):
        assert remarks(visitor, link, "Once", once="a" * 32).status_code == 303
    assert len(kept(app, version)) == 1


def test_a_thousand_remarks_are_the_most_and_stand_on_pages(app, facilitator, visitor, version):
    link, id = opens(facilitator, version), version.split("/")[3]

    def fill(connection):
        for n in range(1000):
            where = {"number": 1, "passage": n % 7, "anchor": "", "excerpt": "Here"}
            told = {"text": f"=cmd() <script> {n:04}", "name": "", "writer": str(n), "at": n}
            corrections.add(connection, id, f"{n:032x}", **where, **told)

    house_of(app).store.write(fill)
    assert "too many remarks" in remarks(visitor, link, "One more").text
    shown = facilitator.opens(version).text
    assert "Remarks: 1,000; open: 1,000." in shown
    assert shown.count('class="remark"') == 50
    assert "<script> " not in shown
    assert facilitator.opens(f"{version}?page=20").text.count('class="remark"') == 50
    assert "not printed here: 1,000" in facilitator.opens(version.replace("/1/corrections", ".md")).text


def test_anothers_region_and_a_missing_version_answer_alike(app, facilitator, version):
    other = house_of(app).store.write(lambda c: people.add_region(c, "Khar-Us", "mn"))
    add_person(app, regions=[other])
    bold = Visitor(app)
    signs_in(bold, email="bold@example.org")
    nowhere = version.replace(version.split("/")[3], "f" * 32)
    assert bold.opens(version).text == bold.opens(nowhere).text
    for address in (version, nowhere, version.replace("/1/", "/2/")):
        assert bold.opens(address).status_code == 404
        for act in ({"act": "open", "days": "5"}, {"act": "answer", "remark": "f" * 32, "state": "accepted"}):
            assert bold.sends(address, act, page="/facilitator/new").status_code == 404
    assert facilitator.opens(version.replace("/1/", "/2/")).status_code == 404


@pytest.mark.parametrize(("spoken", "direction"), [("mn", "ltr"), ("ar", "rtl"), ("de", "ltr")])
def test_the_page_speaks_the_language_that_is_chosen(facilitator, visitor, version, spoken, direction):
    link = opens(facilitator, version)
    shown = visitor.opens(f"{link}?language={spoken}").text
    assert f'<html lang="{spoken}" dir="{direction}">' in shown
    assert '<div class="doc" lang="en" dir="ltr">' in shown
    at = re.search(r"\?at=(\d+)&amp;language=" + spoken, shown)[1]
    sent = visitor.sends(link, {"passage": at, "text": "ok", "language": spoken}, page=f"{link}?at={at}")
    assert f"language={spoken}" in sent.headers["Location"]
