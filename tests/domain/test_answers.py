"""Polls of numbers, fingers, words and feedback: which papers are taken, what is hidden of what people wrote."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity
from shared.domain.recount import recount
from shared.domain.visibility import view
from tests.domain.room import Room


def poll(room: Room, kind: str, **settings: Any) -> Activity:
    room.does("activity.add", activity="p", kind=kind, title="What do you say?")
    room.does("activity.edit", activity="p", settings=settings)
    room.does("activity.open", activity="p")
    return room.board.get(Activity, "p")


def paper(room: Room, given: Any) -> Any:
    activity = room.board.get(Activity, "p")
    check = KINDS_OF_ACTIVITY[activity.kind].check_paper
    assert check is not None
    return check(room.board, activity, "seat", given)


def refusal(room: Room, given: Any) -> str:
    with pytest.raises(Refused) as refused:
        paper(room, given)
    return refused.value.key


def closes(room: Room, *papers: Any) -> dict[str, Any]:
    room.board.ballots["p"] = [Paper(given) for given in papers]
    room.does("activity.close", activity="p")
    return room.board.records["activity", "p"].result


def seen(room: Room, audience: str = "room") -> dict[str, Any]:
    return view(room.board.get(Activity, "p"), None, audience) or {}


# --- number


@pytest.mark.parametrize(
    ("given", "kept"),
    [(12, "12.0"), ("12", "12.0"), (12.5, "12.5"), ("12.5", "12.5"), ("0.10", "0.1"), (0.1, "0.1"), ("-0", "0.0")],
)
def test_a_number_travels_exactly(room: Room, given: Any, kept: str) -> None:
    poll(room, "number", decimals=1, most="365")
    assert paper(room, {"value": given}) == {"value": kept}


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("12.55", "paper_number"),
        (0.1 + 0.2, "paper_number"),
        ("1e3", "paper_number"),
        (1e30, "paper_number"),
        (10**4000, "paper_number"),
        (float("nan"), "paper_number"),
        (float("inf"), "paper_number"),
        ("١٢", "paper_number"),
        (" 12", "paper_number"),
        ("", "paper_number"),
        ("365.1", "paper_range"),
        (-1, "paper_range"),
        (True, "paper_wrong"),
        (None, "paper_wrong"),
        ([1], "paper_wrong"),
    ],
)
def test_what_is_no_such_number_is_refused(room: Room, given: Any, key: str) -> None:
    poll(room, "number", decimals=1, most="365")
    assert refusal(room, {"value": given}) == key


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"least": "5", "most": "5"}, "number_limits"),
        ({"least": "0.5"}, "number_decimals"),
        ({"least": "five"}, "setting_wrong"),
        ({"decimals": 4}, "setting_wrong"),
        ({"unit": "x" * 21}, "setting_wrong"),
    ],
)
def test_limits_that_hold_nothing_are_refused(room: Room, settings: dict[str, Any], key: str) -> None:
    with pytest.raises(Refused) as refused:
        poll(room, "number", **settings)
    assert refused.value.key == key


def test_numbers_are_counted_when_they_close_and_again(room: Room) -> None:
    poll(room, "number", decimals=1, unit="days")
    result = closes(room, {"value": "2.5"}, {"value": "3.0"}, {})
    assert (result["n"], result["median"], result["unit"], result["blank"]) == (2, "2.75", "days", 1)
    room.does("activity.reveal", activity="p")
    room.does("activity.again", activity="p", again="q")
    room.does("activity.open", activity="q")
    room.board.ballots["q"] = [Paper({"value": "9.0"})]
    room.does("activity.close", activity="q")
    assert room.board.records["activity", "q"].result["before"] == {"n": 2, "median": "2.75"}


# --- fist


def test_a_fist_has_reasons_only_where_they_are_asked(room: Room) -> None:
    poll(room, "fist")
    assert paper(room, {"value": 0}) == {"value": 0} and paper(room, {}) == {}
    assert refusal(room, {"value": 6}) == "paper_scale"
    assert refusal(room, {"value": 0, "text": "no road"}) == "paper_wrong"


def test_reasons_come_without_names_and_apart_from_fingers(room: Room) -> None:
    poll(room, "fist", reasons=True, least=2)
    assert paper(room, {"value": 0, "text": " no\x00 \u202eroad "}) == {"value": 0, "text": "no \u202eroad \u202c"}
    assert paper(room, {"text": " \n "}) == {}
    assert refusal(room, {"value": 1, "text": "x" * 201}) == "text_long"
    assert refusal(room, {"value": 1, "text": ["x"]}) == "paper_wrong"
    papers = [{"value": 5}, {"value": 1, "text": "Too dear"}, {"value": 4, "text": "But who pays?"}]
    result = closes(room, *papers)
    assert (result["consent"], result["below"], result["lowest"], result["asked"]) == (False, 1, 1, 2)
    assert sorted(one["text"] for one in result["remarks"]) == ["But who pays?", "Too dear"]
    assert all(one.keys() == {"text"} for one in result["remarks"])
    assert "sectors" not in result
    room.board.ballots["p"].reverse()
    assert [told.equal for told in recount(room.board)] == [True]


# --- reasons beside numbers and steps of a scale


@pytest.mark.parametrize(("kind", "kept"), [("number", "3"), ("scale", 3)])
def test_reasons_stand_beside_any_answer_where_they_are_asked(room: Room, kind: str, kept: Any) -> None:
    poll(room, kind)
    assert refusal(room, {"value": 3, "text": "why"}) == "paper_wrong"
    room.does("activity.close", activity="p")
    room.does("activity.reopen", activity="p", reason="ask for reasons")
    asked = {"activity": "q", "kind": kind, "title": "And why?", "settings": {"reasons": True, "receipts": True}}
    room.does("activity.add", **asked)
    room.does("activity.open", activity="q")
    check = KINDS_OF_ACTIVITY[kind].check_paper
    assert check is not None
    step = room.board.get(Activity, "q")
    assert check(room.board, step, "seat", {"value": 3, "text": " Roads "}) == {"value": kept, "text": "Roads"}
    assert check(room.board, step, "seat", {"text": "Roads"}) == {"text": "Roads"}
    with pytest.raises(Refused):
        check(room.board, step, "seat", {"value": 3, "text": "x" * 201})
    given = [{"value": kept, "text": "Canary"}, {"value": kept}, {"text": "Only words"}]
    room.board.ballots["q"] = [Paper(one, receipt=f"R{n}") for n, one in enumerate(given)]
    room.does("activity.close", activity="q")
    result = room.board.get(Activity, "q").result
    assert (result["n"], result["blank"]) == (2, 1)
    assert sorted(one["text"] for one in result["remarks"]) == ["Canary", "Only words"]
    assert [told["paper"] for told in result["receipts"]] == [{"value": kept}, {"value": kept}, {}]
    assert "Canary" not in repr(view(room.board.get(Activity, "q"), None, "room"))
    room.does("activity.reveal", activity="q")
    room.does("answer.hide", activity="q", text="canary")
    assert "Canary" not in repr(view(room.board.get(Activity, "q"), None, "room"))
    assert "Only words" in repr(view(room.board.get(Activity, "q"), None, "room"))


# --- words


def test_a_cloud_takes_a_few_short_words(room: Room) -> None:
    poll(room, "wordcloud", words=2)
    assert paper(room, ["Road ", "ROAD"]) == ["ROAD"]
    assert paper(room, []) == []
    assert paper(room, ["two\nwords", "ноос"]) == ["two words", "ноос"]
    assert refusal(room, ["a", "b", "c"]) == "paper_words"
    assert refusal(room, ["x" * 26]) == "text_long"
    assert refusal(room, [" "]) == "text_empty"
    assert refusal(room, ["\u200b"]) == "text_empty"
    assert refusal(room, {"road": 1}) == "paper_wrong" and refusal(room, [1]) == "paper_wrong"


# --- feedback


def test_feedback_is_a_number_and_one_thing_to_change_or_either(room: Room) -> None:
    poll(room, "feedback")
    assert paper(room, {"value": 5, "text": "More breaks"}) == {"value": 5, "text": "More breaks"}
    assert paper(room, {"text": "More breaks"}) == {"text": "More breaks"}
    assert refusal(room, {"value": 0}) == "paper_scale"
    result = closes(room, {"value": 5, "text": "b"}, {"value": 4}, {"text": "a"}, {})
    assert (result["n"], result["mean"], result["cast"], result["blank"]) == (2, "4.5", 4, 1)
    assert sorted(one["text"] for one in result["remarks"]) == ["a", "b"]


# --- hiding


def test_a_word_is_hidden_before_the_reveal_by_whoever_has_not_seen_it(room: Room) -> None:
    poll(room, "wordcloud")
    room.does("answer.hide", activity="p", text=" r O a d ")
    closes(room, ["Road"], ["wool"])
    assert "hidden" not in seen(room) and seen(room, "console")["hidden"] == ["road"]
    assert "result" not in seen(room, "console")
    room.does("activity.reveal", activity="p")
    for audience in ("room", "wall", "console"):
        assert [word["text"] for word in seen(room, audience)["result"]["words"]] == ["wool"]
    assert seen(room)["result"]["n"] == 2
    assert [told.equal for told in recount(room.board)] == [True]


def test_a_text_is_hidden_after_the_reveal_and_shown_again(room: Room) -> None:
    poll(room, "feedback")
    closes(room, {"text": "Bat is a fool"}, {"text": "More breaks"})
    room.does("activity.reveal", activity="p")
    version = room.does("answer.hide", activity="p", text="Bat is a fool")
    assert [one["text"] for one in seen(room)["result"]["remarks"]] == ["More breaks"]
    room.does("undo", version=version)
    assert len(seen(room)["result"]["remarks"]) == 2
    room.does("answer.hide", activity="p", text="Bat is a fool")
    room.does("answer.hide", activity="p", text="More breaks")
    room.does("answer.restore", activity="p", text="batisafool")
    assert [one["text"] for one in seen(room)["result"]["remarks"]] == ["Bat is a fool"]


def test_only_the_facilitator_hides_and_only_words(room: Room, refused: Any) -> None:
    ann = room.joins()
    poll(room, "wordcloud")
    with refused("not_allowed"):
        room.does("answer.hide", activity="p", text="road", by=ann)
    with refused("conflict", "answer_not_hidden"):
        room.does("answer.restore", activity="p", text="road")
    with refused("invalid", "text_empty"):
        room.does("answer.hide", activity="p", text="\u200b")
    with refused("invalid", "answers_without_words"):
        room.does("answer.hide", activity=room.step("dots").id, text="road")
    for n in range(200):
        room.does("answer.hide", activity="p", text=f"word {n}")
    with refused("limit", "answers_hidden_full"):
        room.does("answer.hide", activity="p", text="one more")
