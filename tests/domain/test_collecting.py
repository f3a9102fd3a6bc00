from __future__ import annotations

import pytest

from shared.domain.records import Card
from shared.domain.visibility import view


def test_who_comes_early_writes_before_the_day_and_nobody_reads_it(room, refused):
    version = room.does("activity.collect", activity=room.obstacles.id, until="2026-11-22")
    assert (room.obstacles.phase, room.obstacles.settings["until"]) == ("open", "2026-11-22")
    assert room.workshop.started_at is None and room.workshop.now is None and room.obstacles.started_at is None
    card = room.writes(room.joins(), "early bird")
    assert view(room.card(card), room.obstacles, "room") is None
    with refused("phase_closed", "open_already"):
        room.does("activity.collect", activity=room.obstacles.id, until="2026-11-22")
    room.does("activity.enter", activity=room.obstacles.id)
    assert room.obstacles.started_at == room.now
    room.does("activity.close", activity=room.obstacles.id)
    assert room.board.change(version).verb == "activity.collected"


def test_collecting_can_be_taken_back_and_is_for_before_the_day_only(room, refused):
    version = room.does("activity.collect", activity=room.obstacles.id, until="2026-11-22")
    room.does("undo", version=version)
    assert (room.obstacles.phase, room.obstacles.settings["until"]) == ("draft", "")
    with refused("invalid", "argument_wrong"):
        room.does("activity.collect", activity=room.obstacles.id, until="soon")
    with refused("invalid", "takes_no_cards"):
        room.does("activity.collect", activity=room.step("cluster").id, until="2026-11-22")
    with refused("not_allowed", "not_allowed"):
        room.does("activity.collect", activity=room.obstacles.id, until="2026-11-22", by=room.joins())
    room.does("activity.enter", activity=room.step("discussion").id)
    with refused("phase_closed", "collect_too_late"):
        room.does("activity.collect", activity=room.obstacles.id, until="2026-11-22")


def imports(room, *texts, **more):
    cards = [{"card": f"i{n}", "text": text} for n, text in enumerate(texts)]
    return room.does("card.import", activity=room.obstacles.id, cards=cards, **more)


def test_a_list_is_one_change_before_or_after_the_step_opens(room):
    version = imports(room, "roads", "power")
    found = room.board.find(Card, activity=room.obstacles.id)
    assert [(c.text, c.channel, c.author) for c in found] == [("roads", "console", None), ("power", "console", None)]
    assert room.board.change(version).subject == "2"
    room.does("undo", version=version)
    assert room.board.count(Card, activity=room.obstacles.id) == 0
    room.does("activity.open", activity=room.obstacles.id)
    imports(room, "loans")


@pytest.mark.parametrize(
    ("cards", "key"),
    [
        ([], "cards_none"),
        ([{"card": "a"}], "argument_missing"),
        ([{"card": "a", "text": 1}], "argument_wrong"),
        ([{"card": "a", "text": "x"}, {"card": "a", "text": "y"}], "id_taken"),
        ([{"card": "a", "text": "x"}, {"card": "b", "text": "y" * 91}], "text_long"),
        ([{"card": "a", "text": " "}], "text_empty"),
    ],
)
def test_a_list_is_taken_in_whole_or_not_at_all(room, refused, cards, key):
    with refused("conflict" if key == "id_taken" else "limit" if key == "text_long" else "invalid", key):
        room.does("card.import", activity=room.obstacles.id, cards=cards)
    assert room.board.count(Card, activity=room.obstacles.id) == 0
