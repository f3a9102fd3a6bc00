"""Answers by name: who is here, who has an interest, who objects, who is for it."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities.knockouts import QUESTIONS
from shared.domain.activities.named import aside
from shared.domain.changes import Actor
from shared.domain.visibility import AUDIENCES, mine, view
from tests.domain.room import Room

PASSED = dict.fromkeys(QUESTIONS, "yes")


@pytest.fixture
def committee(room: Room) -> Room:
    for id, title in (("m", "Felt workshop"), ("n", "Winter cellar")):
        room.does("measure.adopt", measure=id, title=title)
    for kind in ("roll", "interests", "gate", "resolution"):
        room.does("activity.add", activity=kind, kind=kind, title=kind.title())
        room.does("activity.open", activity=kind)
    return room


def member(room: Room, sector: str = "private") -> Actor:
    return Actor("seat", room.joins(sector).id)


def says(room: Room, kind: str, voice: str, answer: str, by: Actor | None = None, **more: Any) -> None:
    given = {"activity": kind, "voice": voice, "answer": answer, "who": more.pop("who", f"Member {voice}"), **more}
    room.does("voice.give", given, **({"by": by} if by else {}))


def result(room: Room, kind: str) -> dict[str, Any]:
    room.does("activity.confirm", activity=kind)
    return dict(room.board.records["activity", kind].result)


def test_a_member_answers_once_and_may_change_the_answer(committee, refused):
    aya = member(committee)
    says(committee, "resolution", "x", "yes", aya, who="Aya")
    with refused("conflict", "voice_given"):
        says(committee, "resolution", "y", "no", aya, who="Aya")
    says(committee, "resolution", "x", "no", aya, who="Aya", word="too dear")
    voice = committee.board.records["voice", "x"]
    assert (voice.answer, voice.word, voice.author, voice.sector) == ("no", "too dear", aya.id, "private")
    committee.does("voice.take_back", {"voice": "x"}, by=aya)
    says(committee, "resolution", "y", "abstain", aya, who="Aya")
    assert committee.board.records["voice", "y"].answer == "abstain"


def test_a_phone_speaks_in_the_sector_of_its_seat_whatever_it_says(committee):
    says(committee, "roll", "x", "here", member(committee, "public"), sector="private")
    assert committee.board.records["voice", "x"].sector == "public"


def test_nobody_changes_anothers_answer_but_the_facilitator(committee, refused):
    says(committee, "roll", "x", "here", member(committee))
    with refused("not_found", "gone_voice"):
        says(committee, "roll", "x", "here", member(committee))
    with refused("not_found", "gone_voice"):
        committee.does("voice.take_back", {"voice": "x"}, by=member(committee))
    says(committee, "roll", "x", "here", who="Bat")
    voice = committee.board.records["voice", "x"]
    assert (voice.who, voice.sector) == ("Bat", "private")


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": "maybe"},
        {"who": "  "},
        {"measure": "m"},
        {"sector": "church"},
    ],
)
def test_what_is_no_answer_is_refused(committee, refused, wrong):
    with refused("invalid"):
        committee.does("voice.give", {"activity": "resolution", "voice": "x", "who": "Aya", "answer": "yes", **wrong})
    assert ("voice", "x") not in committee.board.records


def test_an_interest_is_about_a_measure_and_an_objection_says_why(committee, refused):
    with refused("invalid", "argument_wrong"):
        says(committee, "interests", "x", "interest")
    with refused("invalid", "text_empty"):
        says(committee, "gate", "x", "objection", measure="m")
    says(committee, "gate", "x", "objection", measure="m", word="The bank has not signed")
    aya = member(committee)
    says(committee, "interests", "a", "interest", aya, measure="m")
    says(committee, "interests", "b", "interest", aya, measure="n", word="my brother's firm")
    assert aside(committee.board, aya.id) == {"m", "n"}
    told = result(committee, "interests")["measures"]
    assert [(m["id"], [v["word"] for v in m["said"]]) for m in told] == [("m", [""]), ("n", ["my brother's firm"])]


def test_nobody_answers_before_the_step_opens_or_after_it(committee, refused):
    committee.does("activity.add", activity="later", kind="roll", title="Later")
    with refused("phase_closed", "writing_not_open"):
        says(committee, "later", "x", "here")
    committee.does("activity.confirm", activity="roll")
    with refused("phase_closed", "writing_closed"):
        says(committee, "roll", "x", "here")
    with refused("invalid", "takes_no_voices"):
        says(committee, committee.obstacles.id, "x", "here")


@pytest.mark.parametrize(
    ("here", "quorum", "lacking", "heavy"),
    [
        ({"private": 2, "public": 1, "semi-public": 1}, True, [], ["private"]),
        ({"private": 3, "public": 2, "semi-public": 2}, True, [], []),
        ({"private": 1, "public": 1, "semi-public": 1}, False, [], []),
        ({"private": 3, "public": 2, "semi-public": 0}, False, ["semi-public"], ["private"]),
        ({"private": 0, "public": 0, "semi-public": 0}, False, ["private", "public", "semi-public"], []),
    ],
)
def test_a_quorum_is_half_of_the_members_and_one_of_each_sector(committee, here, quorum, lacking, heavy):
    for sector, n in here.items():
        for i in range(n):
            says(committee, "roll", f"{sector}{i}", "here", sector=sector)
    told = result(committee, "roll")
    assert (told["present"], told["needed"]) == (here, 4)
    assert (told["quorate"], told["lacking"], told["heavy"]) == (quorum, lacking, heavy)


def test_two_thirds_are_rounded_up_and_members_must_be_told(committee, refused):
    committee.does("activity.add", activity="r", kind="roll", title="R", settings={"members": [0, 0, 0]})
    with refused("invalid", "roll_no_members"):
        committee.does("activity.open", activity="r")
    committee.does("activity.edit", activity="r", settings={"members": [4, 2, 2], "needs": "two_thirds"})
    committee.does("activity.open", activity="r")
    assert result(committee, "r")["needed"] == 6
    with refused("invalid", "setting_wrong"):
        committee.does("activity.add", activity="q", kind="roll", title="Q", settings={"members": [4, 2]})


@pytest.mark.parametrize(
    ("majority", "votes", "adopted"),
    [
        ("simple", {"yes": 2, "no": 1, "abstain": 4}, True),
        ("simple", {"yes": 2, "no": 2, "abstain": 0}, False),
        ("simple", {"yes": 0, "no": 0, "abstain": 3}, False),
        ("two_thirds", {"yes": 4, "no": 2, "abstain": 1}, True),
        ("two_thirds", {"yes": 3, "no": 2, "abstain": 0}, False),
    ],
)
def test_a_resolution_is_adopted_by_its_majority_of_yes_and_no(room, majority, votes, adopted):
    room.does("activity.add", activity="resolution", kind="resolution", title="R", settings={"majority": majority})
    room.does("activity.open", activity="resolution")
    for answer, n in votes.items():
        for i in range(n):
            says(room, "resolution", f"{answer}{i}", answer)
    told = result(room, "resolution")
    assert (told["counts"], told["adopted"]) == (votes, adopted)


def test_the_gate_tells_what_is_in_out_and_open(committee):
    committee.does("measure.edit", measure="m", sheet=PASSED)
    committee.does("measure.edit", measure="n", sheet={**PASSED, "K4": "no", "K4_word": "nobody"})
    committee.does("measure.adopt", measure="o", title="Label")
    told = result(committee, "gate")
    assert {item["id"]: item["stands"] for item in told["items"]} == {"m": "in", "n": "out", "o": "open"}
    assert told["checks"][0]["failed"] == [{"k": "K4", "word": "nobody"}]


def test_all_hear_a_voice_and_nobody_whose_phone_it_was(committee):
    aya = member(committee)
    says(committee, "resolution", "x", "no", aya, who="Aya", word="too dear")
    voice = committee.board.records["voice", "x"]
    for audience in AUDIENCES:
        shown = view(voice, committee.board.records["activity", "resolution"], audience)
        assert shown is not None and shown["who"] == "Aya" and aya.id not in shown.values()
    assert mine(voice) == {"id": "x"}


def test_undo_takes_a_voice_back_and_not_a_measure_that_it_is_about(committee, refused):
    made = committee.does("measure.adopt", measure="o", title="Label")
    version = committee.does("voice.give", activity="interests", voice="x", who="Aya", answer="interest", measure="o")
    with refused("conflict", "changed_since"):
        committee.does("undo", version=made)
    committee.does("undo", version=version)
    assert ("voice", "x") not in committee.board.records
