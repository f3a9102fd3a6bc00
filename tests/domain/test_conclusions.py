"""What a measure was worth: told by who stands for it and by the office, apart from the check and its verdict."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.carrying import carried
from shared.domain.changes import Actor, Paper, Refused
from shared.domain.conclusions import BY, JUDGED, WORDS, costs
from shared.domain.records import Measure
from shared.domain.register.convened import outcomes
from tests.domain.room import Room


@pytest.fixture
def ending(room: Room) -> Room:
    room.does("activity.add", activity="e", kind="evaluation", title="Worth")
    room.does("activity.edit", activity="e", settings={"part": "worth"})
    room.does("measure.adopt", measure="m", title="Craft centre")
    room.does("activity.open", activity="e")
    return room


def tells(room: Room, by: Actor | None = None, **answers: str) -> None:
    args = {"activity": "e", "measure": "m", "answers": answers}
    room.does("measure.check", args, **({"by": by} if by else {}))


def worth(room: Room) -> dict[str, str]:
    return room.board.get(Measure, "m").checks.get("worth", {})


def test_every_answer_of_the_form_is_kept_and_taken_back_by_an_empty_one(ending: Room):
    scores = {f"{question}_{who}": "4" for question in JUDGED for who in BY}
    words = dict.fromkeys(WORDS, "as it was")
    others = {"again_private": "yes", "again_public": "no", "end_when": "2027-03-01"}
    tells(ending, **scores, **words, **others)
    assert worth(ending) == {**scores, **words, **others}
    tells(ending, **dict.fromkeys({**scores, **words}, ""))
    assert worth(ending) == others


@pytest.mark.parametrize(
    "answers",
    [
        {"right_champion": "0"},
        {"right_champion": "6"},
        {"right_champion": "3.5"},
        {"right_users": "3.25"},
        {"right_nobody": "3"},
        {"right": "3"},
        {"again_private": "partly"},
        {"again_nobody": "yes"},
        {"again_nobody": ""},
        {"Q1": "yes"},
        {"end_when": "tomorrow"},
        {"lesson_helped": "x" * 241},
    ],
)
def test_what_is_no_answer_is_refused(ending: Room, answers: dict[str, str]):
    with pytest.raises(Refused):
        tells(ending, **answers)
    assert worth(ending) == {}


def test_the_median_of_users_may_lie_between_two_numbers(ending: Room):
    tells(ending, goals_users="3.5")
    assert worth(ending) == {"goals_users": "3.5"}


def test_a_phone_fills_in_its_own_measure_but_not_what_the_office_says(ending: Room):
    phone, other = (Actor("seat", ending.joins().id) for _ in range(2))
    ending.does("measure.take", {"activity": "e", "measure": "m"}, by=phone)
    tells(ending, by=phone, right_champion="5", right_users="2.5", lesson_helped="The hall was free")
    with pytest.raises(Refused) as refused:
        tells(ending, by=phone, right_office="5")
    assert refused.value.key == "not_allowed"
    with pytest.raises(Refused) as refused:
        tells(ending, by=other, right_champion="1")
    assert refused.value.key == "measure_elsewhere"
    tells(ending, right_office="3")
    assert {worth(ending)[f"right_{who}"] for who in BY} == {"5", "3", "2.5"}


def test_it_is_no_check_nothing_goes_back_as_one_and_a_later_workshop_begins_anew(ending: Room):
    tells(ending, right_champion="5", end_state="Runs well")
    assert set(ending.board.get(Measure, "m").checks) == {"worth"}
    ending.does("activity.confirm", activity="e")
    assert [outcome.checks for outcome in outcomes(list(ending.board.records.values())).values()] == [{}]
    taken = carried(ending.board.records.values(), lambda: "new")
    assert taken["measures"][0]["checks"] == {}


def test_it_is_undone_like_any_change(ending: Room):
    tells(ending, right_champion="5")
    version = ending.does("measure.check", {"activity": "e", "measure": "m", "answers": {"right_champion": "2"}})
    assert worth(ending)["right_champion"] == "2"
    ending.does("undo", version=version)
    assert worth(ending)["right_champion"] == "5"


def reached(**lines: Any) -> dict[str, int]:
    told = {
        line.replace("_", "-"): value if isinstance(value, dict) else {"value": value} for line, value in lines.items()
    }
    return costs(Measure("m", "w", "M", None, 1.0, reached=told))


def test_costs_are_reckoned_where_both_figures_are_told():
    assert reached(total="9000", common_jobs="4", common_trained="70") == {"cost_job": 2250, "cost_trained": 129}
    assert reached(total="9 000", common_jobs="4") == reached(total="9,000", common_jobs="4") == {"cost_job": 2250}
    assert reached(total="5", common_jobs="2") == {"cost_job": 3}, "a half goes up"


@pytest.mark.parametrize(
    "lines",
    [
        {"total": "about 9000", "common_jobs": "4"},
        {"total": "9000", "common_jobs": "0"},
        {"total": "9000"},
        {"common_jobs": "4"},
        {"total": {"value": "9000", "state": "disputed"}, "common_jobs": "4"},
        {"total": "9000", "common_jobs": {"value": "4", "state": "disputed"}},
        {"total": "90.00", "common_jobs": "4"},
    ],
)
def test_what_is_not_known_has_no_cost(lines: dict[str, Any]):
    assert reached(**lines) == {}


SIX = [f"Question {n}" for n in range(1, 7)]
ASKED = {"about": "measures", "scale": "agreement", "roles": True, "unknown": True, "judged": True, "questions": SIX}


def voted(room: Room, *papers: tuple[str, Any], reveal: bool = True) -> None:
    """Let a step ask the six questions before the evaluation: each paper a role and one answer to all of them."""
    room.does("measure.adopt", measure="m", title="Craft centre")
    room.does("activity.add", activity="s", kind="scores", title="Worth", question="What was it worth?")
    room.does("activity.edit", activity="s", settings=ASKED)
    room.does("activity.open", activity="s")
    room.board.ballots["s"] = [
        Paper({"role": role, "answers": {"m": {str(n): answer for n in range(1, 7)}}}) for role, answer in papers
    ]
    room.does("activity.close", activity="s")
    if reveal:
        room.does("activity.reveal", activity="s")
    room.does("activity.add", activity="e", kind="evaluation", title="Worth")
    room.does("activity.edit", activity="e", settings={"part": "worth"})


USERS = [("user", 3), ("user", 4), ("user", 4), ("user", 5), ("user", 3), ("user", 4)]


def test_users_medians_come_from_the_vote_before(room: Room):
    voted(room, *USERS, ("implementer", 1), ("user", "unknown"))
    room.does("activity.open", activity="e")
    assert worth(room) == {f"{question}_users": "4" for question in JUDGED}


def test_a_half_between_two_scores_is_kept(room: Room):
    voted(room, *[("user", 3)] * 3, *[("user", 4)] * 3)
    room.does("activity.open", activity="e")
    assert worth(room)["right_users"] == "3.5"


def test_what_was_typed_stands_and_too_few_users_tell_nothing(room: Room):
    voted(room, *USERS[:2])
    room.does("activity.open", activity="e")
    assert worth(room) == {}
    tells(room, right_users="2")
    assert worth(room) == {"right_users": "2"}


def test_a_vote_that_the_room_has_not_seen_tells_nothing(room: Room):
    voted(room, *USERS, reveal=False)
    room.does("activity.open", activity="e")
    assert worth(room) == {}


@pytest.mark.parametrize("wrong", [{"scale": "lights"}, {"roles": False}, {"about": "groups"}, {"questions": SIX[:5]}])
def test_the_six_questions_are_asked_as_they_are(room: Room, refused: Any, wrong: dict[str, Any]):
    room.does("activity.add", activity="s", kind="scores", title="Worth", question="What was it worth?")
    with refused("invalid", "scores_judged"):
        room.does("activity.edit", activity="s", settings={**ASKED, **wrong})
