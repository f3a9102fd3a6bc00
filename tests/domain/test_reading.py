"""The reading walk: opening shows findings, people mark what surprises, counts are open and names are not."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Actor, Refused
from shared.domain.records import Finding, Mark
from shared.domain.visibility import AUDIENCES, mine, owner, view
from tests.domain.room import Room


@pytest.fixture
def reading(room: Room) -> Room:
    room.does("activity.add", activity="r", kind="reading", title="Reading", settings={"marks": 2})
    for n in range(4):
        room.does("finding.write", finding=f"f{n}", factors=["1.1"], sign="+", statement=f"Wool {n}")
    room.does("finding.write", finding="secret", factors=["1.1"], sign="+", statement="Hush", confidential=True)
    room.does("activity.open", activity="r")
    return room


def marks(room: Room, by: Actor, finding: str, marked: bool = True) -> int:
    return room.does("reading.mark", activity="r", mark=room.new_id(), finding=finding, marked=marked, by=by)


def refused(call: Any) -> str:
    with pytest.raises(Refused) as raised:
        call()
    return raised.value.key


def counts(room: Room) -> list[int]:
    return [finding.marks for finding in room.board.find(Finding)]


def test_opening_shows_all_that_is_not_confidential_and_undoing_it_hides_them_again(reading: Room):
    assert [f.shown for f in reading.board.find(Finding)] == [True] * 4 + [False]
    opened = next(n for n, change in enumerate(reading.board.log, 1) if change.verb == "activity.opened")
    reading.does("undo", version=opened)
    assert not any(f.shown for f in reading.board.find(Finding))


def test_there_must_be_something_to_read(room: Room):
    room.does("activity.add", activity="r", kind="reading", title="Reading")
    room.does("finding.write", finding="f", factors=["1.1"], sign="+", statement="Hush", confidential=True)
    assert refused(lambda: room.does("activity.open", activity="r")) == "reading_none"


def test_marks_are_counted_once_a_person_and_taken_back(reading: Room):
    ann, bat = reading.joins(), reading.joins()
    marks(reading, ann, "f0")
    marks(reading, ann, "f0")
    marks(reading, bat, "f0")
    marks(reading, bat, "f1")
    assert counts(reading) == [2, 1, 0, 0, 0]
    marks(reading, ann, "f0", marked=False)
    marks(reading, ann, "f0", marked=False)
    assert counts(reading) == [1, 1, 0, 0, 0]
    assert len(reading.board.find(Mark)) == 2


def test_a_person_has_so_many_marks(reading: Room):
    ann = reading.joins()
    marks(reading, ann, "f0")
    marks(reading, ann, "f1")
    assert refused(lambda: marks(reading, ann, "f2")) == "marks_all_given"
    marks(reading, ann, "f0", marked=False)
    marks(reading, ann, "f2")
    assert counts(reading) == [0, 1, 1, 0, 0]


def test_only_what_is_shown_can_be_marked_and_only_while_it_is_read(reading: Room):
    ann = reading.joins()
    for finding in ("secret", "nowhere"):
        assert refused(lambda finding=finding: marks(reading, ann, finding)) == "gone_finding"
    reading.does("activity.confirm", activity="r")
    assert refused(lambda: marks(reading, ann, "f0")) == "reading_over"


def test_whose_a_mark_is_nobody_is_told(reading: Room):
    ann = reading.joins()
    marks(reading, ann, "f0")
    [mark] = reading.board.find(Mark)
    assert owner(mark) == ann.id and mine(mark) == {"id": mark.id, "activity": "r", "finding": "f0"}
    assert all("author" not in (view(mark, None, audience) or {}) for audience in AUDIENCES)
    assert view(mark, None, "room") is view(mark, None, "wall") is None
    assert view(reading.board.get(Finding, "f0"), None, "room")["marks"] == 1


def test_a_finding_goes_with_its_marks_and_comes_back_with_them(reading: Room):
    ann = reading.joins()
    marks(reading, ann, "f0")
    version = reading.does("finding.drop", finding="f0")
    assert reading.board.find(Mark) == []
    reading.does("undo", version=version)
    assert len(reading.board.find(Mark)) == 1 and reading.board.get(Finding, "f0").marks == 1
