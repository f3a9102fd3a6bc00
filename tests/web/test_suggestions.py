"""What the machine points out over HTTP: to those who run the workshop alone, computed anew, nothing left behind."""

from __future__ import annotations

import pytest

from shared.domain.changes import Actor
from shared.store.keys import new_id
from tests.web.conftest import Visitor, house_of
from tests.web.test_workshops import Activity, records

TEXTS = ["zorble quixan road", "quixan road zorble", "fendal ostriv kabun", "ostriv kabun fendal!", "mirtok"]
ALIKE = {frozenset({"c0", "c1"}), frozenset({"c2", "c3"})}


@pytest.fixture
def sorting(app, facilitator):
    """A planning day with cards, its sorting open: (workshop, writing, sorting, act)."""
    page = facilitator.makes_a_workshop("A day", "led-planning")
    workshop = page.split("/")[3]
    steps = records(app, page, Activity)
    sort = next(s for s in steps if s.kind == "cluster")
    write = [s for s in steps if s.kind == "brainstorm" and s.position < sort.position][-1]

    def act(verb, **args):
        actor = Actor("facilitator", "p", "Aya")
        return house_of(app).desk.perform(workshop, actor, new_id(), verb, args)

    act("activity.open", activity=write.id)
    for n, text in enumerate(TEXTS):
        act("card.add", activity=write.id, card=f"c{n}", text=text)
    act("activity.open", activity=sort.id)
    return workshop, write.id, sort.id, act


def asks(visitor, workshop, what, step):
    return visitor.opens(f"/facilitator/workshops/{workshop}/suggestions/{what}?step={step}")


def test_groups_are_suggested_and_nothing_is_left_behind(app, facilitator, sorting):
    workshop, written, step, act = sorting
    before = house_of(app).store.version(workshop)
    found = asks(facilitator, workshop, "groups", step).get_json()
    assert found["of"] == 5
    assert {frozenset(group["cards"]) for group in found["groups"]} == {
        frozenset({"c0", "c1"}),
        frozenset({"c2", "c3"}),
    }
    assert house_of(app).store.version(workshop) == before
    act("cluster.accept", activity=step, groups=[{"cluster": "g", "title": "Roads", "cards": ["c0", "c1"]}])
    act("card.add", activity=written, card="c9", text="zorble road")
    again = asks(facilitator, workshop, "groups", step).get_json()
    assert {"into": "g", "title": "Roads", "cards": ["c9"]} in again["groups"]


def test_too_little_is_said_in_words(facilitator, sorting):
    workshop, _, step, act = sorting
    act("cluster.add", activity=step, cluster="g", title="All", cards=[f"c{n}" for n in range(5)])
    told = asks(facilitator, workshop, "groups", step).get_json()
    assert not told["ok"] and told["code"] == "limit" and "free cards" in told["message"]


def test_twins_are_listed_with_why_until_they_are_told_apart(facilitator, sorting):
    workshop, _, step, act = sorting
    pairs = asks(facilitator, workshop, "twins", step).get_json()["pairs"]
    assert {frozenset((p["one"], p["other"])) for p in pairs} == ALIKE
    assert all(p["why"] in ("text", "spelling", "words", "matter") and p["shared"] for p in pairs)
    act("card.tell_apart", card="c3", other="c2")
    assert len(asks(facilitator, workshop, "twins", step).get_json()["pairs"]) == 1
    act("card.merge", card="c1", into="c0")
    assert asks(facilitator, workshop, "twins", step).get_json()["pairs"] == []


def test_what_everybody_sorted_alone_is_offered_from_three_people_on(app, facilitator, sorting):
    workshop, _, step, act = sorting
    act("activity.edit", activity=step, settings={"hands": "own"})
    desk = house_of(app).desk
    for piles in ([["c0", "c4"], ["c1"]], [["c4", "c0", "c1"]], [["c0"], ["c4"], ["c1"]]):
        told = asks(facilitator, workshop, "groups", f"{step}&from=own").get_json()
        assert not told["ok"] and told["message"].startswith("At least 3 people")
        joined = desk.join(workshop, {"sector": "private"})
        desk.cast(workshop, Actor("seat", joined.seat), step, new_id(), 1, {"piles": piles})
    told = asks(facilitator, workshop, "groups", f"{step}&from=own").get_json()
    assert (told["of"], told["people"]) == (5, 3)
    assert told["groups"] == [{"into": None, "title": "Zorble quixan road", "cards": ["c0", "c4"], "agreement": 67}]
    act("cluster.add", activity=step, cluster="g", title="One", cards=["c0"])
    told = asks(facilitator, workshop, "groups", f"{step}&from=own").get_json()
    assert not told["ok"] and told["code"] == "limit"
    act("activity.confirm", activity=step)
    assert house_of(app).store.papers(workshop, step) == []


def test_asking_after_each_person_shows_nobodys_sort(app, facilitator, sorting):
    workshop, _, step, act = sorting
    act("activity.edit", activity=step, settings={"hands": "own"})
    desk, seats = house_of(app).desk, []

    def sorts(piles: list[list[str]], revision: int = 1, seat: int | None = None) -> None:
        if seat is None:
            seats.append((desk.join(workshop, {"sector": "private"}).seat, new_id()))
        who, key = seats[-1 if seat is None else seat]
        desk.cast(workshop, Actor("seat", who), step, key, revision, {"piles": piles})

    def offered() -> object:
        told = asks(facilitator, workshop, "groups", f"{step}&from=own").get_json()
        return told["groups"], told["people"]

    for _ in range(3):
        sorts([["c0", "c4"], ["c1"]])
    first = offered()
    assert first[1] == 3
    sorts([["c0"], ["c4", "c1"]])
    sorts([["c0"], ["c4", "c1"]])
    sorts([["c0"], ["c4", "c1"]], revision=2, seat=0)
    assert offered() == first, "two more, and one who changed, show nothing of themselves"
    sorts([["c0"], ["c4", "c1"]])
    assert offered() != first and offered()[1] == 6


def test_strangers_learn_nothing(app, facilitator, sorting):
    workshop, _, step, _ = sorting
    assert asks(Visitor(app), workshop, "twins", step).status_code == 303
    assert asks(facilitator, "f" * 32, "twins", step).status_code == 404
    assert asks(facilitator, workshop, "twins", "no-such-step").status_code == 404
