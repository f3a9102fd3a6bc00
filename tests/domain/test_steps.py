from __future__ import annotations

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.dots import suggested
from shared.domain.changes import Paper


@pytest.fixture
def vote(room):
    """Eight people, three groups, a vote of three dots that is open."""
    room.people = [room.joins(sector) for sector in ("private",) * 4 + ("public",) * 2 + ("semi-public",) * 2]
    room.options = room.groups("A", "B", "C")
    room.does("activity.confirm", activity=room.step("cluster").id)
    room.does("activity.open", activity=room.step("dots").id)
    return room


def check(room, person, paper):
    activity = room.step("dots")
    return KINDS_OF_ACTIVITY["dots"].check_paper(room.board, activity, person.id, paper)


def test_entering_a_step_makes_it_the_running_one_and_notes_the_times(room):
    first, second = room.step("discussion"), room.step("discussion", 1)
    room.does("activity.enter", activity=first.id)
    assert room.workshop.now == first.id and room.workshop.started_at == room.now
    room.does("activity.enter", activity=second.id)
    assert room.step("discussion").ended_at == room.now == room.step("discussion", 1).started_at
    room.does("activity.enter", activity=None)
    assert room.workshop.now is None


def test_opening_a_step_that_does_not_run_enters_it(room):
    room.does("activity.open", activity=room.obstacles.id)
    assert room.workshop.now == room.obstacles.id


def test_each_kind_walks_its_own_phases_and_no_other(room, refused):
    walks = {"brainstorm": ["open", "close", "reveal"], "discussion": ["open", "confirm"]}
    for kind, acts in walks.items():
        for act in acts:
            room.does(f"activity.{act}", activity=room.step(kind).id)
        assert room.step(kind).phase == KINDS_OF_ACTIVITY[kind].phases[-1]
        for act in ("open", "reveal", "confirm"):
            with refused("phase_closed"):
                room.does(f"activity.{act}", activity=room.step(kind).id)


def test_closing_freezes_the_result_that_the_ballots_give(vote):
    a, b, _ = vote.options
    vote.board.ballots[vote.step("dots").id] = [Paper({a: 1, b: 1}, "private"), Paper({a: 1}, "public")]
    vote.does("activity.close", activity=vote.step("dots").id)
    result = vote.step("dots").result
    assert [(item["title"], item["dots"], item["place"]) for item in result["items"]] == [
        ("A", 2, 1),
        ("B", 1, 2),
        ("C", 0, 3),
    ]
    assert (result["cast"], result["unused"], result["seats"]) == (2, 3, 8)
    assert "sectors" not in result, "two sectors of one ballot each must not be told apart"


def test_a_paper_keeps_to_the_rules_of_the_vote(vote, refused):
    a, b, c = vote.options
    ann = vote.people[0]
    assert check(vote, ann, {a: 1, b: 1, c: 0}) == {a: 1, b: 1}
    with refused("limit", "paper_most"):
        check(vote, ann, {a: 2})
    with refused("limit", "paper_minus"):
        check(vote, ann, {a: -1})
    with refused("invalid", "paper_option"):
        check(vote, ann, {"elsewhere": 1})
    for nonsense in ([a], "A", {a: True}, {a: 1.0}, {a: "1"}, None):
        with refused("invalid", "paper_wrong"):
            check(vote, ann, nonsense)


def test_no_more_dots_than_one_has(room, refused):
    room.joins()
    room.options = room.groups("A", "B", "C", "D")
    room.does("activity.open", activity=room.step("dots").id)
    with refused("limit", "paper_dots"):
        check(room, room.joins(), dict.fromkeys(room.options, 1))


def test_one_does_not_vote_on_ones_own_card_where_that_is_the_rule(room, refused):
    ann, bat = room.joins(), room.joins()
    findings = room.step("brainstorm")
    room.does(
        "activity.add", activity="v", kind="dots", title="Cards", before=room.obstacles.id, settings={"own": False}
    )
    room.does("activity.open", activity=findings.id)
    cards = [room.writes(who, "x", findings.id) for who in (ann, bat)]
    room.does("activity.close", activity=findings.id)
    with refused("phase_closed", "turn_the_cards_first"):
        room.does("activity.open", activity="v")
    room.does("activity.reveal", activity=findings.id)
    room.does("activity.open", activity="v")
    paper = KINDS_OF_ACTIVITY["dots"].check_paper
    activity = room.board.records["activity", "v"]
    assert paper(room.board, activity, ann.id, {cards[1]: 1}) == {cards[1]: 1}
    with refused("not_allowed", "paper_own"):
        paper(room.board, activity, ann.id, {cards[0]: 1})


def test_a_vote_of_very_few_is_not_called_secret(room):
    people = [room.joins() for _ in range(3)]
    room.groups("A", "B")
    room.does("activity.open", activity=room.step("dots").id)
    assert len(people) < 4 and room.step("dots").settings["secret"] is False


def test_a_vote_needs_two_options_and_not_those_set_aside(room, refused):
    room.joins()
    one, two = room.groups("A", "B")
    room.does("cluster.set_aside", cluster=two, aside=True)
    with refused("invalid", "too_few_options"):
        room.does("activity.open", activity=room.step("dots").id)
    room.does("cluster.set_aside", cluster=two, aside=False)
    room.does("activity.open", activity=room.step("dots").id)
    assert room.step("dots").options == [one, two]


def test_a_vote_opens_again_with_a_reason_until_its_result_was_seen(vote, refused):
    dots = vote.step("dots").id
    vote.does("activity.close", activity=dots)
    with refused("invalid", "text_empty"):
        vote.does("activity.reopen", activity=dots, reason=" ")
    vote.does("activity.reopen", activity=dots, reason="Two phones had no network")
    assert vote.step("dots").phase == "open" and vote.step("dots").result is None
    vote.does("activity.close", activity=dots)
    vote.does("activity.reveal", activity=dots)
    with refused("phase_closed", "vote_was_seen"):
        vote.does("activity.reopen", activity=dots, reason="again")


def test_the_rules_of_a_vote_are_fixed_when_it_opens(vote, refused):
    dots = vote.step("dots").id
    for args in ({"settings": {"dots": 5}}, {"question": "Another question?"}):
        with refused("phase_closed", "vote_is_fixed"):
            vote.does("activity.edit", activity=dots, **args)
    vote.does("activity.edit", activity=dots, title="Weigh them", minutes=5)


def test_settings_are_of_the_kind_and_go_together(room, refused):
    dots = room.step("dots").id
    for settings, key in (
        ({"colour": "red"}, "setting_unknown"),
        ({"secret": False}, "setting_unknown"),
        ({"dots": 0}, "setting_wrong"),
        ({"dots": True}, "setting_wrong"),
        ({"most": 4}, "dots_most_over_dots"),
    ):
        with refused("invalid", key):
            room.does("activity.edit", activity=dots, settings=settings)
    room.does("activity.edit", activity=dots, settings={"dots": 5, "most": 4})
    assert room.step("dots").settings["dots"] == 5


@pytest.mark.parametrize(("options", "dots"), [(2, 2), (7, 2), (9, 3), (12, 4), (30, 10), (60, 10)])
def test_dots_are_suggested_by_a_third_of_the_options(options, dots):
    assert suggested(options) == dots
