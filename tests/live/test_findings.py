"""What was found in confidence, and how a room rates, on every path: sockets, HTTP, pages, minutes, history."""

from __future__ import annotations

from typing import Any

from tests.harness.server import until
from tests.live.test_secret import canary, everything, page, sees_over_http

LAKE = {"factors": ["1.5"], "sign": "+", "statement": "Clean lake two hours from the airport"}


def told_of(workshop: Any, wall: Any, phones: Any) -> str:
    """All that phones and wall have heard and would get with a fresh page."""
    fresh = page(f"{workshop.server.url}/projector/{workshop.key}")
    history = page(f"{workshop.server.url}/w/{workshop.code}/history", f"seat_{workshop.code}={phones[0].token}")
    heard = "".join(everything(screen) for screen in (wall, *phones))
    return heard + fresh + history + sees_over_http(workshop, phones[0])


def minutes(workshop: Any) -> str:
    urls = [f"{workshop.server.url}/facilitator/workshops/{workshop.id}/minutes.{format}" for format in ("md", "json")]
    return "".join(page(url, bearer=workshop.token) for url in urls)


def test_confidential_findings_and_sources_reach_no_phone_no_wall_and_no_minutes(workshop):
    console, wall, ann = workshop.console(), workshop.wall(), workshop.phone()
    source, place, hidden, later = canary(), canary(), canary(), canary()
    told = {**LAKE, "quote": (quote := canary()), "source_ref": source, "place": place, "sector": "private"}
    console.does("finding.write", finding="open", **told)
    console.does("finding.write", finding="hush", **{**LAKE, "statement": hidden}, confidential=True)
    console.does("finding.write", finding="late", **{**LAKE, "statement": later})
    wall.reaches(console.version)
    assert not any(
        word in told_of(workshop, wall, [ann]) for word in (quote, hidden, later, source, place, "Clean lake")
    )
    console.does("finding.show", shown=True, findings=["open"])
    console.does("activity.add", activity="r", kind="reading", title="Reading")
    console.does("activity.add", activity="m", kind="matrix", title="Factors")
    for step, acts in (("r", ("open", "confirm")), ("m", ("open", "close", "reveal"))):
        if step == "r":
            console.does("finding.write", finding="late", **{**LAKE, "statement": later}, confidential=True)
        for act in acts:
            console.does(f"activity.{act}", activity=step)
    for screen in (wall, ann):
        screen.reaches(console.version)
    late = workshop.phone()
    seen = told_of(workshop, wall, [ann, late]) + minutes(workshop)
    assert quote in seen and quote in everything(wall)
    assert not any(word in seen for word in (hidden, later, source, place))
    assert all(word in everything(console) for word in (hidden, later, source, place))


def test_no_rating_leaves_before_the_reveal_and_corrections_neither(workshop):
    console, wall = workshop.console(), workshop.wall()
    phones = [workshop.phone(sector) for sector in ("private", "public", "semi-public", "private")]
    console.does("activity.add", activity="m", kind="matrix", title="Factors", settings={"factors": ["2.1", "4.1"]})
    console.does("activity.open", activity="m")
    paper = {"2.1": {"rating": -3, "importance": 3}, "4.1": {"rating": None}}
    assert all(phone.votes("m", paper)["ok"] for phone in phones)
    console.does("activity.close", activity="m")
    until(lambda: wall.tallies.get("m", {}).get("cast") == 4, "the exact turnout after closing")
    seen = told_of(workshop, wall, phones) + everything(console) + minutes(workshop)
    assert [word for word in ('"-3.0"', '"9.00"', '"ratings":') if word in seen] == []
    refused = console.command("matrix.correct", activity="m", amendment="a", factor="2.1", rating=1, reason=canary())
    assert refused["code"] == "phase_closed"
    console.does("activity.reveal", activity="m")
    console.does("matrix.correct", activity="m", amendment="a", factor="2.1", rating=1, reason=(why := canary()))
    for screen in (wall, *phones):
        screen.reaches(console.version)
        road = screen.all("activity")["m"]["result"]["items"][0]
        assert (road["id"], road["median"], road["priority"], road["n"]) == ("2.1", "-3.0", "9.00", 4)
        assert screen.all("amendment")["a"]["reason"] == why
    assert why in minutes(workshop)


def test_marks_are_open_and_nobody_is_told_whose_they_are(workshop):
    console, wall, ann, bat = workshop.console(), workshop.wall(), workshop.phone(), workshop.phone()
    console.does("finding.write", finding="f", **LAKE)
    console.does("activity.add", activity="r", kind="reading", title="Reading")
    console.does("activity.open", activity="r")
    bat.reaches(console.version)
    mark = "a" * 32
    assert ann.command("reading.mark", activity="r", mark=mark, finding="f", marked=True)["ok"]
    until(lambda: wall.all("finding")["f"]["marks"] == 1, "the mark on the wall")
    until(lambda: bat.all("finding")["f"]["marks"] == 1, "the mark on the other phone")
    until(lambda: mark in ann.own["records"]["mark"], "that it is one's own")
    assert mark not in everything(bat) + everything(wall)
    assert ann.seat not in everything(bat) + everything(wall)
