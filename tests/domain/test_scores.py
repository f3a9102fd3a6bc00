"""Scores: what opens, which papers are taken, what closing freezes; and measures that the room sets aside."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.scored import means_of, rated_before
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity, Measure
from tests.domain.room import Room

MEASURES = ["Felt workshop", "Permit guide", "Cold store"]


def scores(room: Room, open: bool = True, **settings: Any) -> Activity:
    for n, title in enumerate(MEASURES, start=1):
        if room.board.get(Measure, f"m{n}") is None:
            room.does("measure.adopt", measure=f"m{n}", title=title)
    room.does("activity.add", activity="s", kind="scores", title="Score", question="How far?")
    room.does("activity.edit", activity="s", settings={"about": "measures", **settings})
    if open:
        room.does("activity.open", activity="s")
    return room.board.get(Activity, "s")


def paper(room: Room, given: Any) -> Any:
    check = KINDS_OF_ACTIVITY["scores"].check_paper
    assert check is not None
    return check(room.board, room.board.get(Activity, "s"), "seat", given)


def given(**answers: Any) -> dict[str, Any]:
    return {"answers": {id: one if isinstance(one, str | dict) else {"1": one} for id, one in answers.items()}}


def result(room: Room, papers: list[Any], activity: str = "s") -> dict[str, Any]:
    room.board.ballots[activity] = [Paper(one) for one in papers]
    room.does("activity.close", activity=activity)
    return dict(room.board.records["activity", activity].result)


def groups_with_dots(room: Room, *dots: int) -> list[str]:
    groups = room.groups(*"ABCDE"[: len(dots)])
    room.does("activity.confirm", activity=room.step("cluster").id)
    weigh = room.step("dots").id
    room.does("activity.open", activity=weigh)
    room.board.ballots[weigh] = [Paper({group: 1}) for group, n in zip(groups, dots, strict=True) for _ in range(n)]
    room.does("activity.close", activity=weigh)
    room.does("activity.reveal", activity=weigh)
    return groups


def test_a_half_filled_paper_is_kept_in_the_order_of_the_board(room: Room):
    scores(room, scale="lights", questions=["Local?", "Good for many?"])
    kept = paper(room, {"answers": {"m2": {"2": "no", "1": "yes"}, "m1": {"1": "unsure"}, "m3": {}}})
    assert list(kept["answers"].items()) == [("m1", {"1": "unsure"}), ("m2", {"1": "yes", "2": "no"})]
    assert paper(room, {}) == {}
    assert paper(room, {"answers": {}}) == {}


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ([], "paper_wrong"),
        (None, "paper_wrong"),
        ({"answers": []}, "paper_wrong"),
        ({"more": 1}, "paper_wrong"),
        (given(m9=3), "paper_option"),
        (given(m1=6), "paper_wrong"),
        (given(m1=-1), "paper_wrong"),
        (given(m1=True), "paper_wrong"),
        (given(m1=2.0), "paper_wrong"),
        (given(m1={"2": 3}), "paper_wrong"),
        (given(m1={"1": [3]}), "paper_wrong"),
        (given(m1={"1": "unknown"}), "paper_wrong"),
        (given(m1="recused"), "paper_wrong"),
        ({"role": "user"}, "paper_wrong"),
    ],
)
def test_what_is_no_score_is_refused(room: Room, wrong: Any, key: str):
    scores(room, scale="stars")
    with pytest.raises(Refused) as refused:
        paper(room, wrong)
    assert refused.value.key == key


def test_roles_and_not_knowing_are_taken_where_the_step_asks_for_them(room: Room):
    scores(room, scale="agreement", unknown=True, roles=True)
    whole = {"role": "implementer", **given(m1="recused", m2={"1": "unknown"}, m3=5)}
    assert paper(room, whole) == whole
    with pytest.raises(Refused):
        paper(room, {"role": "governor"})
    with pytest.raises(Refused):
        paper(room, {"role": ["user"]})


def test_stars_put_measures_in_order_and_tell_exact_means(room: Room):
    scores(room, scale="stars", goes_on=1)
    told = result(room, [given(m1=5, m2=3), given(m1=4, m2=3), given(m1=4)])
    assert [(i["title"], i.get("place")) for i in told["items"]] == [
        ("Felt workshop", 1),
        ("Permit guide", 2),
        ("Cold store", None),
    ]
    assert (told["goes_on"], told["questions"], told["seats"]) == (["m1"], ["How far?"], 0)
    assert means_of(room.board, room.board.get(Activity, "s")) == {}
    room.does("activity.reveal", activity="s")
    assert {id: str(mean) for id, mean in means_of(room.board, room.board.get(Activity, "s")).items()} == {
        "m1": "13/3",
        "m2": "3",
    }


def test_reach_is_asked_of_the_first_groups_of_the_vote_before_and_of_those_level_with_the_last(room: Room):
    groups = groups_with_dots(room, 4, 1, 3, 3, 2)
    reach = next(step for step in room.board.find(Activity) if step.kind == "scores")
    assert (reach.settings["scale"], reach.settings["top"]) == ("reach", 4)
    room.does("activity.edit", activity=reach.id, settings={"top": 2})
    room.does("activity.open", activity=reach.id)
    opened = room.board.get(Activity, reach.id)
    assert opened.options == [groups[0], groups[2], groups[3]]
    told = result(room, [given(**{groups[0]: 4, groups[2]: 2})], reach.id)
    assert told["items"][0]["weight"] == {"place": 1, "dots": 4, "high": "100.00"}
    assert told["items"][1]["weight"] == {"place": 2, "dots": 3, "high": "75.00"}
    assert (told["work"], told["advocacy"]) == ([groups[0]], [groups[2]])


def test_without_a_vote_before_reach_is_asked_of_all_groups(room: Room):
    groups = room.groups("A", "B", "C")
    reach = next(step for step in room.board.find(Activity) if step.kind == "scores")
    room.does("activity.edit", activity=reach.id, settings={"top": 1})
    room.does("activity.open", activity=reach.id)
    assert room.board.get(Activity, reach.id).options == groups
    assert "weight" not in result(room, [], reach.id)["items"][0]


def test_a_vote_that_is_not_shown_yet_chooses_nothing(room: Room):
    groups = room.groups("A", "B")
    weigh = room.step("dots").id
    room.does("activity.open", activity=weigh)
    room.board.ballots[weigh] = [Paper({groups[0]: 1})]
    room.does("activity.close", activity=weigh)
    reach = next(step for step in room.board.find(Activity) if step.kind == "scores")
    room.does("activity.edit", activity=reach.id, settings={"top": 1})
    room.does("activity.open", activity=reach.id)
    assert room.board.get(Activity, reach.id).options == groups
    room.does("activity.reveal", activity=weigh)
    assert "weight" not in result(room, [], reach.id)["items"][0]


def test_lights_are_asked_of_the_cards_of_the_nearest_brainstorm():
    room = Room("mini")
    groups = room.groups("A", "B")
    proposals = room.step("brainstorm", 2).id
    room.does("activity.open", activity=proposals)
    person = room.joins()
    cards = [room.writes(person, text, proposals) for text in ("Join our cars", "One price list")]
    lights = room.step("scores").id
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity=lights)
    assert refused.value.key == "turn_the_cards_first"
    room.does("activity.close", activity=proposals)
    room.does("activity.reveal", activity=proposals)
    room.does("activity.open", activity=lights)
    assert room.board.get(Activity, lights).options == cards and not set(cards) & set(groups)


def test_there_must_be_something_to_score_and_a_question(room: Room):
    reach = next(step for step in room.board.find(Activity) if step.kind == "scores")
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity=reach.id)
    assert refused.value.key == "scores_nothing"
    scores(room, open=False)
    room.does("activity.edit", activity="s", question="")
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="s")
    assert refused.value.key == "scores_no_question"


@pytest.mark.parametrize("scale", ["reach", "stars", "future"])
def test_scales_of_one_question_take_one(room: Room, scale: str):
    with pytest.raises(Refused) as refused:
        scores(room, open=False, scale=scale, questions=["One?", "Two?"])
    assert refused.value.key == "scores_one_question"


def test_a_second_look_asks_the_same_and_tells_what_was_before():
    room = Room("led-evaluation")
    rate, talk = room.step("scores", 0), room.step("scores", 1)
    assert talk.source == rate.id and talk.settings == rate.settings
    room.does("measure.adopt", measure="m1", title="Felt workshop")
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity=talk.id)
    assert refused.value.key == "scores_first_round_missing"
    room.does("activity.open", activity=rate.id)
    result(room, [given(m1={"1": 2, "3": 4})], rate.id)
    room.does("activity.reveal", activity=rate.id)
    room.does("measure.adopt", measure="m2", title="Permit guide")
    room.does("activity.edit", activity=talk.id, settings={"scale": "lights"})
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity=talk.id)
    assert refused.value.key == "scores_first_round_other"
    room.does("activity.edit", activity=talk.id, settings={"scale": "agreement"})
    room.does("activity.open", activity=talk.id)
    assert room.board.get(Activity, talk.id).options == ["m1"]
    told = result(room, [given(m1={"1": 3})], talk.id)
    assert [cell.get("before") for cell in told["items"][0]["cells"]] == ["2.0", None, "4.0", None]


def test_a_second_look_may_ask_of_the_disputed_lines_alone():
    room = Room("led-evaluation")
    rate, talk = room.step("scores", 0), room.step("scores", 1)
    for id, title in (("m1", "Felt workshop"), ("m2", "Permit guide")):
        room.does("measure.adopt", measure=id, title=title)
    room.does("activity.edit", activity=talk.id, settings={"disputed": True})
    room.does("activity.open", activity=rate.id)
    users = [{"role": "user", **given(m1={"1": 2, "3": 4}, m2={"1": 3, "2": 3})} for _ in range(5)]
    others = [{"role": "other", **given(m1={"1": 5, "3": 4}, m2={"1": 3, "2": 3})} for _ in range(5)]
    first = result(room, [*users, *others], rate.id)
    assert [(gap["id"], gap["question"]) for gap in first["gaps"]] == [("m1", 1)]
    room.does("activity.reveal", activity=rate.id)
    room.does("activity.open", activity=talk.id)
    step = room.board.get(Activity, talk.id)
    assert (step.options, step.settings["lines"]) == (["m1"], {"m1": ["1"]})
    check = KINDS_OF_ACTIVITY["scores"].check_paper
    assert check(room.board, step, "s", given(m1={"1": 4})) == given(m1={"1": 4})
    for wrong, key in ((given(m1={"3": 4}), "paper_wrong"), (given(m2={"1": 4}), "paper_option")):
        with pytest.raises(Refused) as refused:
            check(room.board, step, "s", wrong)
        assert refused.value.key == key
    told = result(room, [given(m1={"1": 4})], talk.id)
    (item,) = told["items"]
    assert [(cell["n"], cell.get("before")) for cell in item["cells"]][:2] == [(1, "3.5"), (0, None)]
    assert (room.board.get(Activity, rate.id).result or {})["items"][0]["cells"][2]["n"] == 10, "both are kept"


def test_where_nothing_is_disputed_a_second_look_of_that_does_not_open():
    room = Room("led-evaluation")
    rate, talk = room.step("scores", 0), room.step("scores", 1)
    room.does("measure.adopt", measure="m1", title="Felt workshop")
    room.does("activity.edit", activity=talk.id, settings={"disputed": True})
    room.does("activity.open", activity=rate.id)
    result(room, [given(m1={"1": 2})], rate.id)
    room.does("activity.reveal", activity=rate.id)
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity=talk.id)
    assert refused.value.key == "scores_nothing_disputed"
    room.does("activity.edit", activity=talk.id, settings={"disputed": False})
    room.does("activity.open", activity=talk.id)


def test_a_measure_set_aside_is_kept_with_its_reason_and_left_out_of_later_votes(room: Room):
    scores(room, open=False)
    version = room.does("measure.park", measure="m2", reason="Needs the ministry")
    parked = room.board.get(Measure, "m2")
    assert parked.parked == "Needs the ministry"
    room.does("activity.open", activity="s")
    assert room.board.get(Activity, "s").options == ["m1", "m3"]
    room.does("undo", version=version)
    assert room.board.get(Measure, "m2").parked == ""
    room.does("measure.park", measure="m2", reason="Too dear")
    room.does("measure.unpark", measure="m2")
    assert room.board.get(Measure, "m2").parked == ""
    assert room.does("measure.unpark", measure="m2")


def test_a_measure_is_not_set_aside_without_a_reason_or_while_it_is_voted_on(room: Room):
    scores(room)
    for measure, reason, key in (("m1", " ", None), ("m1", "Too dear", "voted_on"), ("m9", "x", "gone_measure")):
        with pytest.raises(Refused) as refused:
            room.does("measure.park", measure=measure, reason=reason)
        assert key is None or refused.value.key == key
    with pytest.raises(Refused) as refused:
        room.does("measure.park", measure="m1", reason="x", by=room.joins())
    assert refused.value.code == "not_allowed"


def test_a_fund_behind_it_may_go_by_the_order_of_the_stars(room: Room):
    scores(room, scale="stars")
    result(room, [given(m1=2, m2=5), given(m1=3, m2=4, m3=1)])
    room.does("activity.reveal", activity="s")
    room.does("activity.add", activity="f", kind="fund", title="Fund")
    room.does("activity.edit", activity="f", settings={"budget": 100, "rule": "score"})
    for n in (1, 2, 3):
        room.does("measure.edit", measure=f"m{n}", sheet={"asked": 50})
    room.does("activity.open", activity="f")
    assert rated_before(room.board, room.board.get(Activity, "f")) == {"m1": 2.5, "m2": 4.5, "m3": 1}
    assert result(room, [], "f")["chosen"] == ["m2", "m1"]


def test_what_was_set_aside_is_not_rated(room: Room):
    scores(room, open=False)
    room.does("measure.park", measure="m2", reason="Too dear")
    room.does("activity.add", activity="r", kind="rating", title="Rate")
    room.does("activity.edit", activity="r", settings={"gate": False})
    room.does("activity.open", activity="r")
    assert room.board.get(Activity, "r").options == ["m1", "m3"]
