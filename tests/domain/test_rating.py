"""Rating as a step: knock-outs before it, two rounds, and what each of them tells."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.knockouts import QUESTIONS
from shared.domain.activities.rating import first_round_of
from shared.domain.activities.scored import totals_of
from shared.domain.changes import Actor, Paper, Refused
from shared.domain.visibility import AUDIENCES, view

from .room import Room

DEMO = json.loads((Path(__file__).parents[2] / "shared/demo/led_demo.json").read_text("utf-8"))
SCORES = DEMO["rating"]["base_scores"]
COMMITTEE = ("private",) * 3 + ("public",) * 2 + ("semi-public",) * 2
PASSED = dict.fromkeys(QUESTIONS, "yes")
OWN_PART = {"K6": "no", "K6_word": "20 % of own part, the larger window asks for 30 %"}


@pytest.fixture
def committee(room):
    """Seven members and the eight applications of the demo; all pass but M2, whose own part is too small."""
    room.people = [room.joins(sector) for sector in COMMITTEE]
    for measure in DEMO["measures"]:
        id = measure["id"]
        room.does("measure.adopt", measure=id, title=measure["title"])
        answers = {**PASSED, **OWN_PART} if id == "M2" else PASSED
        room.does("measure.edit", measure=id, sheet={"asked": measure["fund_eur"], **answers})
    return room


def adds(room, id="r", **settings):
    room.does("activity.add", activity=id, kind="rating", title="Score", settings=settings)


def at(room, id="r"):
    return room.board.records["activity", id]


def opens(room, id="r", **settings):
    adds(room, id, **settings)
    room.does("activity.open", activity=id)
    return at(room, id)


def rates(room, id="r", papers=None):
    """Everybody scores, the vote is closed and shown."""
    paper = {m: s for m, s in SCORES.items() if m in at(room, id).options}
    room.board.ballots[id] = [Paper(p, s) for p, s in zip(papers or [paper] * 7, COMMITTEE, strict=True)]
    room.does("activity.close", activity=id)
    room.does("activity.reveal", activity=id)
    return at(room, id).result


def repaired(room):
    room.does("measure.edit", measure="M2", sheet={"K6": "repaired", "K6_word": "1,786 EUR of own work added"})


def test_what_is_knocked_out_is_not_put_up_and_the_reason_is_told(committee):
    step = opens(committee)
    assert step.options == ["M1", "M3", "M4", "M5", "M6", "M7", "M8"]
    assert step.settings["checks"] == [
        {
            "id": "M2",
            "title": "Solar greenhouses run by trained young people",
            "failed": [{"k": "K6", "word": OWN_PART["K6_word"]}],
            "repaired": [],
        }
    ]
    assert rates(committee)["checks"] == step.settings["checks"]


def test_what_was_repaired_is_rated_and_the_demo_comes_out_as_its_vector_says(committee):
    repaired(committee)
    step = opens(committee)
    assert step.options == ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"]
    assert step.settings["checks"][0]["repaired"] == [{"k": "K6", "word": "1,786 EUR of own work added"}]
    result = rates(committee)
    told = [(i["id"], i["total"], i.get("place"), i["verdict"]) for i in result["items"]]
    assert told == [
        ("M1", "83.00", 1, "stands"),
        ("M3", "79.00", 2, "stands"),
        ("M4", "77.00", 3, "stands"),
        ("M5", "76.00", 4, "stands"),
        ("M2", "76.00", 5, "stands"),
        ("M6", "71.00", 6, "stands"),
        ("M7", "71.00", 7, "stands"),
        ("M8", "61.00", None, "minimum"),
    ]
    assert (result["cast"], result["seats"], result["line"]) == (7, 7, 60)
    assert "sectors" not in result, "three, two and two members are too few to be told apart"
    assert totals_of(committee.board, at(committee)) == {
        id: Fraction(DEMO["rating"]["totals"][id]) for id in ("M1", "M2", "M3", "M4", "M5", "M6", "M7")
    }


def test_totals_are_told_to_a_later_step_once_they_are_revealed(committee):
    opens(committee)
    assert totals_of(committee.board, at(committee)) == {}
    committee.board.ballots["r"] = [Paper({"M1": SCORES["M1"]})]
    committee.does("activity.close", activity="r")
    assert totals_of(committee.board, at(committee)) == {}
    committee.does("activity.reveal", activity="r")
    assert totals_of(committee.board, at(committee)) == {"M1": 83}
    committee.does("measure.drop", measure="M1")
    assert totals_of(committee.board, at(committee)) == {}
    assert totals_of(committee.board, committee.step("dots")) == {}


def test_a_rating_waits_until_every_knock_out_is_settled(committee, refused):
    committee.does("measure.edit", measure="M3", sheet={"K9": None})
    adds(committee)
    with refused("invalid", "rating_unsettled"):
        committee.does("activity.open", activity="r")
    committee.does("measure.edit", measure="M3", sheet={"K9": "repaired"})
    with refused("invalid", "rating_unsettled"):
        committee.does("activity.open", activity="r")
    committee.does("measure.edit", measure="M3", sheet={"K9_word": "Letter came"})
    committee.does("activity.open", activity="r")


def test_without_the_gate_open_questions_do_not_hold_it_up_but_a_no_still_does(committee, refused):
    committee.does("measure.edit", measure="M3", sheet={"K9": None})
    assert "M3" in opens(committee, gate=False).options
    assert "M2" not in at(committee).options
    for measure in DEMO["measures"]:
        committee.does("measure.edit", measure=measure["id"], sheet={"K1": "no", "K1_word": "Elsewhere"})
    adds(committee, "s")
    with refused("invalid", "rating_none"):
        committee.does("activity.open", activity="s")


@pytest.mark.parametrize("wrong", [{"K1": "maybe"}, {"K1": 1}, {"K1_word": "x" * 161}, {"K10": "yes"}, {"K1_word": 3}])
def test_answers_that_are_none_are_refused(committee, wrong):
    with pytest.raises(Refused):
        committee.does("measure.edit", measure="M1", sheet=wrong)


def test_phones_do_not_answer_the_knock_outs(room, refused):
    ann = room.joins()
    sheet = room.step("sheet").id
    room.does("activity.open", activity=sheet)
    with refused("invalid", "argument_wrong"):
        room.does("measure.sketch", activity=sheet, measure="x", title="Ours", sheet={"K1": "yes"}, by=ann)


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"weights": [10] * 9}, "rating_weights_sum"),
        ({"weights": [50, 50]}, "rating_nine"),
        ({"minimums": [2]}, "rating_nine"),
        ({"minimums": [6] * 9}, "setting_wrong"),
        ({"weights": [4, 15, 15, 15, 15, 10, 10, 10, 6]}, "rating_weights_shift"),
        ({"round": "third"}, "setting_wrong"),
    ],
)
def test_weights_make_a_hundred_and_keep_near_the_usual_ones(room, refused, settings, key):
    with refused("invalid", key):
        adds(room, **settings)


def test_weights_may_be_moved_a_little(committee):
    opens(committee, weights=[5, 20, 15, 15, 10, 10, 10, 10, 5])
    result = rates(committee)
    assert result["items"][0]["total"] == "83.00", "M1 has five points on both"
    assert result["weights"] == [5, 20, 15, 15, 10, 10, 10, 10, 5]


def test_a_paper_holds_scores_of_what_is_rated_or_a_word_that_one_stands_aside(committee, refused):
    step = opens(committee)
    check = KINDS_OF_ACTIVITY["rating"].check_paper
    ann = committee.people[0].id

    def checked(paper):
        return check(committee.board, step, ann, paper)

    assert checked({"M1": {"C1": 0, "C9": 5}, "M3": "recused", "M4": {}}) == {"M1": {"C1": 0, "C9": 5}, "M3": "recused"}
    for stranger in ("M2", "elsewhere"):
        with refused("invalid", "paper_option"):
            checked({stranger: {"C1": 3}})
    for nonsense in ({"C1": 6}, {"C1": -1}, {"C1": True}, {"C1": 2.0}, {"C1": "2"}, {"C10": 2}, "no", [3], None, 3):
        with refused("invalid", "paper_wrong"):
            checked({"M1": nonsense})
    for nonsense in ([], "M1", None):
        with refused("invalid", "paper_wrong"):
            checked(nonsense)


def test_reasons_stand_beside_low_and_high_scores_and_nowhere_else(committee, refused):
    step = opens(committee)
    ann = committee.people[0].id

    def checked(sheet):
        return KINDS_OF_ACTIVITY["rating"].check_paper(committee.board, step, ann, {"M1": sheet})

    sheet = {"C1": 5, "C2": 3, "C3": 1, "C4": 0}
    lines = {"C1": "  all of\n them ", "C2": "a middling one", "C3": "\u200b ", "C9": "not scored"}
    assert checked({**sheet, "reasons": lines}) == {"M1": {**sheet, "reasons": {"C1": "all of them"}}}
    assert checked({"reasons": {"C1": "nothing scored"}}) == {}
    for nonsense in ("why", ["C1"], {"C1": 5}, {"C1": None}):
        with refused("invalid", "paper_wrong"):
            checked({**sheet, "reasons": nonsense})
    with refused("limit"):
        checked({**sheet, "reasons": {"C1": "x" * 121}})


def test_a_paper_is_filled_in_once_each_measure_is_scored_with_its_reasons_or_left_to_others(committee):
    step = opens(committee)
    filled = KINDS_OF_ACTIVITY["rating"].filled
    full = {
        m: {**SCORES[m], "reasons": {c: "why" for c, n in SCORES[m].items() if n in (0, 1, 5)}} for m in step.options
    }
    assert filled(step, full)
    assert filled(step, {**full, "M1": "recused"})
    assert filled(step, {**full, "M1": dict.fromkeys(SCORES["M1"], 3)})
    for extreme in (0, 1, 5):
        unsaid = {**dict.fromkeys(SCORES["M1"], 3), "C4": extreme}
        assert not filled(step, {**full, "M1": unsaid})
        assert filled(step, {**full, "M1": {**unsaid, "reasons": {"C4": "why"}}})
    assert not filled(step, {**full, "M1": {c: 3 for c in SCORES["M1"] if c != "C9"}})
    assert not filled(step, {m: s for m, s in full.items() if m != "M8"})
    assert not filled(step, {})


def test_nothing_of_the_scores_is_seen_before_the_reveal(committee):
    opens(committee)
    committee.board.ballots["r"] = [Paper({"M1": SCORES["M1"]})]
    for act in (None, "close"):
        if act:
            committee.does(f"activity.{act}", activity="r")
        assert all("result" not in view(at(committee), None, audience) for audience in AUDIENCES)


def test_a_first_round_tells_flags_and_no_score(committee):
    opens(committee, round="first")
    papers = [{"M1": SCORES["M1"]}] * 5 + [{"M1": {**SCORES["M1"], "C8": 1}}, {"M1": "recused"}]
    result = rates(committee, papers=papers)
    item = next(i for i in result["items"] if i["id"] == "M1")
    assert item == {
        "id": "M1",
        "n": 6,
        "recused": 1,
        "flags": ["C8"],
        "title": "Felt workshop with a common quality mark",
        "short": "",
    }
    assert totals_of(committee.board, at(committee)) == {}


def test_a_second_round_follows_the_first_and_tells_both(committee, refused):
    repaired(committee)
    adds(committee, "first", round="first", line=55)
    adds(committee, "second", round="second")
    with refused("phase_closed", "rating_first_round_missing"):
        committee.does("activity.open", activity="second")
    committee.does("activity.open", activity="first")
    scores = {m: SCORES[m] for m in SCORES}
    low = {**scores, "M3": {**SCORES["M3"], "C8": 1}}
    rates(committee, "first", [scores] * 6 + [low])
    committee.does("measure.edit", measure="M7", sheet={"K4": "no", "K4_word": "Withdrew"})
    committee.does("measure.adopt", measure="late", title="Too late")
    committee.does("measure.edit", measure="late", sheet=PASSED)
    committee.does("activity.open", activity="second")
    assert at(committee, "second").source == "first"
    assert at(committee, "second").options == ["M1", "M2", "M3", "M4", "M5", "M6", "M8"]
    result = rates(committee, "second")
    m3 = next(item for item in result["items"] if item["id"] == "M3")
    assert (m3["total"], m3["first"]["total"], m3["shift"]) == ("79.00", "78.14", "0.86")
    assert m3["flags"] == []
    assert m3["first"]["flags"] == ["C8"]
    assert (result["round"], result["line"]) == ("second", 55)
    assert totals_of(committee.board, at(committee, "second"))["M3"] == 79


def test_a_second_round_without_a_first_does_not_open(committee, refused):
    adds(committee, "other", round="only")
    adds(committee, "second", round="second")
    with refused("phase_closed", "rating_first_round_missing"):
        committee.does("activity.open", activity="second")


def test_who_has_declared_an_interest_stands_aside_whatever_the_paper_says(committee):
    committee.does("activity.add", activity="i", kind="interests", title="Interests")
    committee.does("activity.open", activity="i")
    aya, bat = (Actor("seat", person.id) for person in committee.people[:2])
    declared = {"activity": "i", "voice": "x", "who": "Aya", "answer": "interest", "measure": "M1"}
    committee.does("voice.give", declared, by=aya)
    step = opens(committee)
    taken = KINDS_OF_ACTIVITY["rating"].check_paper
    paper = {"M1": SCORES["M1"], "M3": SCORES["M3"]}
    assert taken(committee.board, step, aya.id, paper) == {"M1": "recused", "M3": SCORES["M3"]}
    assert taken(committee.board, step, bat.id, paper) == paper


def test_a_fund_by_score_takes_the_committees_totals_and_the_demo_comes_out_as_its_vector_says(committee):
    repaired(committee)
    opens(committee)
    rates(committee)
    committee.does(
        "activity.add", activity="f", kind="fund", title="Fund", settings={"budget": 30_000, "rule": "score"}
    )
    committee.does("activity.open", activity="f")
    committee.does("activity.close", activity="f")
    result = at(committee, "f").result
    assert (result["chosen"], result["spent"], result["left"]) == (["M1", "M3", "M4", "M5"], 29_800, 200)
    assert result["reserve"] == ["M2", "M6", "M7"]
    assert {step["id"]: step["why"] for step in result["steps"]}["M8"] == "barred"
    committee.does("activity.reveal", activity="f")
    committee.does("activity.add", activity="d", kind="resolution", title="Decision")
    committee.does("activity.open", activity="d")
    assert at(committee, "d").options == ["M1", "M3", "M4", "M5"]


def test_the_committees_agenda_has_both_rounds_and_the_second_follows_the_first():
    room = Room("measure-selection")
    first, second = room.step("rating"), room.step("rating", 1)
    assert [step.settings["round"] for step in (first, second)] == ["first", "second"]
    assert first.position < second.position
    assert first_round_of(room.board, second) == first
    room.does("measure.adopt", measure="M1", title="Felt workshop")
    room.does("measure.edit", measure="M1", sheet=PASSED)
    for step in (first, second):
        for act in ("open", "close", "reveal"):
            room.does(f"activity.{act}", activity=step.id)
    assert at(room, second.id).source == first.id
