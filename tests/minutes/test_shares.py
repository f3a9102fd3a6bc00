"""Sorting by shares in the minutes: who settled what, and what people did not see alike, without names."""

from __future__ import annotations

from shared.minutes.as_markdown import markdown
from tests.harness.readers import unlinked
from tests.minutes.records import Desk


def told(*verdicts: tuple[str, dict[str, object]]) -> str:
    desk = Desk()
    writing = desk.step("brainstorm")
    sorting = desk.step("cluster", "confirmed", source=writing.id, settings={"hands": "shares"})
    roads, power = desk.cluster(sorting, "Roads"), desk.cluster(sorting, "Energy")
    ids = {"R": roads.id, "E": power.id, "": "", "?": "?"}
    for text, verdict in verdicts:
        wishes = {ids[who]: n for who, n in verdict.pop("wishes", {}).items()}  # type: ignore[attr-defined]
        cluster = roads.id if verdict.get("state") == "settled" else None
        desk.card(writing, text, cluster=cluster, verdict={**verdict, "wishes": wishes} if verdict else {})
    return unlinked(markdown(desk.minutes()))


def test_who_settled_what_is_counted_and_wishes_are_told():
    text = told(
        ("Bad roads", {"state": "settled", "by": "room", "wishes": {"R": 2}}),
        ("No bridge", {"state": "settled", "by": "facilitator", "wishes": {"R": 1, "E": 1, "": 1}}),
        ("Dark streets", {"state": "contested", "by": "room", "wishes": {"R": 1, "E": 1, "": 1}}),
    )
    assert "each phone judged a few cards" in text
    assert "1 card was settled by the room. 1 card was settled by the facilitator, after talk. 1 card stayed" in text
    assert "No bridge: Roads 1, Energy 1, none fits 1. Settled by the facilitator: Roads" in text
    assert "Dark streets: Roads 1, Energy 1, none fits 1. Not settled." in text
    assert "Bad roads: " not in text


def test_where_nothing_was_judged_nothing_is_told():
    assert "settled" not in told(("Bad roads", {})).split("two that said the same settled one")[1]
