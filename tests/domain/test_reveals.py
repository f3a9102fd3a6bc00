"""A result is shown at once or in steps; what a step does not tell is in no record that any audience gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from shared.domain.changes import Paper
from shared.domain.records import Activity
from shared.domain.showing import STEPS, told, without_sectors
from shared.domain.visibility import AUDIENCES, view
from shared.voting.lot import drawn
from tests.domain.room import Room

TITLES = ["Road", "Bridge", "School", "Market"]


def vote(room: Room, kind: str = "dots", papers: list[Any] | None = None, **settings: Any) -> None:
    """Hold a vote of twelve seats, up to its closing."""
    for sector in ("private", "public") * 6:
        room.joins(sector)
    room.does("activity.add", activity="v", kind=kind, title="What first?")
    room.does("activity.edit", activity="v", settings={"about": "own", "choices": TITLES, **settings})
    room.does("activity.open", activity="v")
    given = [{"own-1": 1}] * 4 + [{"own-2": 1}] * 3 + [{"own-3": 1}] * 2 + [{"own-4": 1}] if papers is None else papers
    room.board.ballots["v"] = [Paper(paper, ("private", "public")[n % 2]) for n, paper in enumerate(given)]
    room.does("activity.close", activity="v")


def step(room: Room) -> Activity:
    found: Activity = room.board.records["activity", "v"]
    return found


def leaves(room: Room) -> str:
    """All that leaves the server of the vote, to whatever audience; the words of its choices aside."""
    seen = [view(step(room), step(room), audience) or {} for audience in AUDIENCES]
    assert seen[0].get("result") == seen[1].get("result") == seen[2].get("result")
    return json.dumps([{name: value for name, value in one.items() if name != "settings"} for one in seen])


def test_each_step_shows_more_and_nothing_that_comes_later(room: Room) -> None:
    vote(room)
    assert '"result"' not in leaves(room)
    room.does("activity.reveal", activity="v", step="turnout")
    assert step(room).phase == "closed" and '"cast": 10' in leaves(room)
    assert not any(word in leaves(room) for word in ('"items"', "Road", "Market", "by_sector", '"dots": 4'))
    room.does("activity.reveal", activity="v", step="top")
    assert step(room).phase == "closed"
    assert all(word in leaves(room) for word in ("Road", "Bridge", "School", '"figure": 4'))
    assert not any(word in leaves(room) for word in ("Market", 'own-4", "title', "by_sector", "balanced", "unused"))
    room.does("activity.reveal", activity="v", step="totals")
    assert step(room).phase == "revealed"
    assert "Market" in leaves(room) and "unused" in leaves(room)
    assert not any(word in leaves(room) for word in ("by_sector", "balanced", "sectors", "order_differs"))
    room.does("activity.reveal", activity="v", step="all")
    assert "by_sector" in leaves(room) and "balanced" in leaves(room)


def test_all_at_once_is_the_usual_way(room: Room) -> None:
    vote(room)
    room.does("activity.reveal", activity="v")
    assert (step(room).phase, step(room).revealed) == ("revealed", "all")
    assert told(step(room)) == step(room).result


@pytest.mark.parametrize("kind", ["dots", "choice", "ranking"])
def test_the_first_places_are_told_with_all_that_share_them(room: Room, kind: str) -> None:
    papers: dict[str, list[Any]] = {
        "dots": [{"own-2": 1}, {"own-2": 1}, {"own-1": 1}, {"own-3": 1}],
        "choice": [["own-2"], ["own-2"], ["own-1"], ["own-3"]],
        "ranking": [["own-2", "own-1"], ["own-2", "own-3"], ["own-2"], ["own-2"]],
    }
    vote(room, kind, papers[kind])
    room.does("activity.reveal", activity="v", step="top")
    shown = told(step(room))
    assert shown is not None and shown["rule"] == "top"
    found = {item["title"]: item["place"] for item in shown["items"]}
    assert found == {"Bridge": 1, "Road": 2, "School": 2}


def test_steps_are_taken_forwards_only_and_only_those_of_the_kind(room: Room, refused: Callable[..., Any]) -> None:
    vote(room)
    with refused("invalid", "argument_wrong"):
        room.does("activity.reveal", activity="v", step="everything")
    room.does("activity.reveal", activity="v", step="top")
    for earlier in ("turnout", "top"):
        with refused("conflict", "revealed_already"):
            room.does("activity.reveal", activity="v", step=earlier)
    room.does("activity.reveal", activity="v")
    with refused("phase_closed", "not_in_phase"):
        room.does("activity.reveal", activity="v")
    room.does("activity.open", activity=room.obstacles.id)
    room.does("activity.close", activity=room.obstacles.id)
    for one in STEPS[:-1]:
        with refused("invalid", "reveals_at_once"):
            room.does("activity.reveal", activity=room.obstacles.id, step=one)


def test_a_step_can_be_taken_back_for_ten_seconds(room: Room, refused: Callable[..., Any]) -> None:
    vote(room)
    version = room.does("activity.reveal", activity="v", step="top")
    room.does("undo", version=version)
    assert step(room).revealed == "" and '"result"' not in leaves(room)
    version = room.does("activity.reveal", activity="v", step="totals")
    room.now += 10_000
    with refused("phase_closed", "vote_was_seen"):
        room.does("undo", version=version)


def test_a_vote_that_was_seen_in_part_is_not_opened_again(room: Room, refused: Callable[..., Any]) -> None:
    vote(room)
    closing = len(room.board.log)
    room.does("activity.reveal", activity="v", step="turnout")
    with refused("conflict", "changed_since"):
        room.does("undo", version=closing)
    room.does("activity.reopen", activity="v", reason="two were late")
    assert (step(room).phase, step(room).revealed, step(room).result) == ("open", "", None)
    room.does("activity.close", activity="v")
    room.does("activity.reveal", activity="v", step="top")
    with refused("phase_closed", "vote_was_seen"):
        room.does("activity.reopen", activity="v", reason="once more")
    with refused("phase_closed", "not_in_phase"):
        room.does("activity.confirm", activity="v")


def test_without_sectors_nothing_of_them_is_left_however_deep() -> None:
    result = {"a": [{"by_sector": {"x": 1}, "n": 2, "in": {"balanced": "1", "m": 3}}], "sectors": {}, "apart": []}
    assert without_sectors(result) == {"a": [{"n": 2, "in": {"m": 3}}]}


LEVEL = [{"own-1": 1}, {"own-2": 1}, {"own-3": 1, "own-4": 1}, {"own-4": 1}]


def test_a_lot_orders_what_is_level_by_a_number_that_the_server_made(room: Room, refused: Callable[..., Any]) -> None:
    vote(room, papers=LEVEL)
    with refused("phase_closed", "not_in_phase"):
        room.does("activity.lot", activity="v", place=2)
    seed = step(room).seed
    assert str(seed) not in leaves(room), "nobody knows the number before the draw"
    room.does("activity.reveal", activity="v")
    assert str(seed) not in leaves(room)
    with refused("invalid", "lot_nothing_level"):
        room.does("activity.lot", activity="v", place=1)
    room.does("activity.lot", activity="v", place=2)
    lot = step(room).lots[0]
    assert lot["number"] == seed and lot["place"] == 2
    assert lot["order"] == sorted(["own-1", "own-2", "own-3"], key=lambda id: drawn(seed, id))
    assert str(seed) in leaves(room)


def test_a_lot_is_never_drawn_twice(room: Room, refused: Callable[..., Any]) -> None:
    vote(room, papers=LEVEL)
    room.does("activity.reveal", activity="v")
    version = room.does("activity.lot", activity="v", place=2)
    first = step(room).lots[0]["order"]
    with refused("conflict", "lot_drawn_already"):
        room.does("activity.lot", activity="v", place=2)
    room.does("undo", version=version)
    assert step(room).lots == []
    version = room.does("activity.lot", activity="v", place=2)
    assert step(room).lots[0]["order"] == first, "who takes it back and draws again gets the same lot"
    room.now += 10_000
    with refused("phase_closed", "vote_was_seen"):
        room.does("undo", version=version)


def test_where_the_rule_has_no_lot_none_is_drawn(room: Room, refused: Callable[..., Any]) -> None:
    vote(room, papers=LEVEL, ties="level")
    room.does("activity.reveal", activity="v")
    with refused("invalid", "no_lot_here"):
        room.does("activity.lot", activity="v", place=2)
    with refused("invalid", "no_lot_here"):
        room.does("activity.lot", activity=room.obstacles.id, place=1)


@pytest.mark.parametrize(
    ("quorum", "as_", "need", "reached"),
    [(10, "ballots", 10, True), (11, "ballots", 11, False), (83, "percent", 10, True), (84, "percent", 11, False)],
)
def test_a_quorum_is_of_ballots_or_of_a_share_of_the_seats_rounded_up(
    room: Room, quorum: int, as_: str, need: int, reached: bool
) -> None:
    vote(room, quorum=quorum, quorum_as=as_)
    assert step(room).result is not None
    assert (step(room).result or {})["quorum"] == {"need": need, "reached": reached}


def test_without_its_quorum_a_result_is_agreed_on_only_with_a_reason(room: Room, refused: Callable[..., Any]) -> None:
    vote(room, quorum=11)
    room.does("activity.reveal", activity="v")
    for reason in ("", "  "):
        with refused("phase_closed", "no_quorum"):
            room.does("activity.confirm", activity="v", reason=reason)
    room.does("activity.confirm", activity="v", reason="the bus was late")
    assert (step(room).phase, step(room).agreed_because) == ("confirmed", "the bus was late")
    assert room.board.log[-1].reason == "the bus was late"


def test_with_its_quorum_no_reason_is_kept(room: Room) -> None:
    vote(room, quorum=10)
    room.does("activity.reveal", activity="v")
    room.does("activity.confirm", activity="v", reason="no need")
    assert step(room).agreed_because == ""


def test_the_rules_are_fixed_once_the_vote_is_open(room: Room, refused: Callable[..., Any]) -> None:
    vote(room)
    for settings in ({"quorum": 1}, {"quorum_as": "percent"}, {"ties": "level"}):
        with refused("phase_closed", "vote_is_fixed"):
            room.does("activity.edit", activity="v", settings=settings)
