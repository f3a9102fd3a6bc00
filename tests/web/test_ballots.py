"""Sheets to print for a vote on paper: by whoever leads the workshop, for its own votes, in the room's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shared.domain.changes import Actor
from shared.domain.records import Activity
from shared.store.keys import new_id
from tests.web.conftest import Visitor, house_of
from tests.web.test_inviting import asks, text_of
from tests.web.test_workshops import records


def with_votes(app: Any, workshop: str) -> str:
    """Add a vote about choices of its own as “v” and one about groups as “g”; give the address of the sheets."""
    id = workshop.split("/")[3]

    def does(verb: str, **args: Any) -> None:
        house_of(app).desk.perform(id, Actor("facilitator", "p", "Tuya"), new_id(), verb, args)

    for step in ("v", "g"):
        does("activity.add", activity=step, kind="dots", title=f"Weigh up {step}")
    own = {"about": "own", "choices": ["A market day", "A bus line"], "dots": 4, "most": 2}
    does("activity.edit", activity="v", question="What comes first?", settings=own)
    return f"{workshop}sheets/"


def test_sheets_are_printed_before_the_vote_opens(app, facilitator, workshop, tmp_path: Path):
    sheets = with_votes(app, workshop)
    told = text_of(asks(facilitator, f"{sheets}v/ballots.pdf?count=3"), tmp_path)
    assert told.count("A market day") == told.count("What comes first?") == 3
    assert "3 (1–3)" in told and "Sheet 3 – Weigh up v" in told and "Sheet 4" not in told
    assert "at most 2 on one choice" in told
    room = text_of(asks(facilitator, f"{sheets}g/ballots.pdf?count=1"), tmp_path)
    assert "Sheet 1 – Weigh up g" in room and "____" in room
    assert text_of(asks(facilitator, f"{sheets}v/ballots.pdf"), tmp_path).count("A market day") == 20
    assert "Лист 1" in text_of(asks(facilitator, f"{sheets}v/ballots.pdf?count=1&language=ru"), tmp_path)
    for format in ("docx", "odt"):
        assert asks(facilitator, f"{sheets}v/ballots.{format}?count=1")


def test_there_are_no_sheets_of_what_is_no_vote_or_too_many_to_enter(app, facilitator, workshop):
    sheets = with_votes(app, workshop)
    talk = next(step.id for step in records(app, workshop, Activity) if step.kind == "discussion")
    for step in (talk, "nothing"):
        assert facilitator.opens(f"{sheets}{step}/ballots.pdf").status_code == 404
    for count in ("0", "301", "-1", "x", ""):
        assert facilitator.opens(f"{sheets}v/ballots.pdf?count={count}").status_code == 400, count
    assert Visitor(app).opens(f"{sheets}v/ballots.pdf").status_code in (302, 303)


def test_materials_list_the_sheets_of_each_vote(app, facilitator, workshop):
    with_votes(app, workshop)
    page = facilitator.opens(f"{workshop}materials").text
    for step in ("v", "g"):
        assert f"Ballots on paper: Weigh up {step}" in page
        assert f"sheets/{step}/ballots.pdf" in page
