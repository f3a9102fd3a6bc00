"""The practice vote: a real choice, so that everybody has voted once before it counts."""

from __future__ import annotations

import pytest

from shared.domain.agenda import plan
from shared.domain.changes import Paper
from shared.domain.records import Activity
from shared.web.language import words
from tests.domain.room import MemoryBoard, Room


def first_vote(template: str, language: str) -> Activity:
    ids = iter(range(100))
    records = plan(
        template,
        id="w",
        code="K7M4PX",
        title="Day",
        region="r",
        language=language,
        date="2026-11-23",
        words=lambda key: words(language, f"templates.{key}"),
        new_id=lambda: f"n{next(ids)}",
    )
    return next(a for a in MemoryBoard(records).find(Activity) if a.kind == "choice")


@pytest.mark.parametrize(
    ("template", "language", "choices"),
    [
        ("led-planning", "en", ["Spring", "Summer", "Autumn", "Winter"]),
        ("mini", "mn", ["Хавар", "Зун", "Намар", "Өвөл"]),
    ],
)
def test_its_choices_stand_in_the_workshops_language(template: str, language: str, choices: list[str]) -> None:
    vote = first_vote(template, language)
    assert vote.settings["choices"] == choices
    assert vote.settings["about"] == "own" and vote.question


def test_a_kick_off_asks_who_is_here() -> None:
    assert len(first_vote("kick-off", "en").settings["choices"]) == 6


def test_it_opens_without_anything_before_it_and_is_counted(room: Room) -> None:
    vote = room.step("choice")
    room.does("activity.open", activity=vote.id)
    room.board.ballots[vote.id] = [Paper(["own-2"])]
    room.does("activity.close", activity=vote.id)
    assert room.board.records["activity", vote.id].result["majority"] == "own-2"
