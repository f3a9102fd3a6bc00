"""A step as a phone will show it: tried on a copy of the board, with examples for what only the day will bring.

Nothing is stored, nobody gets a seat, and nothing that this phone sends is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.sources import items_of, source_of
from shared.domain.changes import Refused, add, edit
from shared.domain.records import Activity, Card, Cluster, Measure, Phase, Record, Seat, Workshop
from shared.store.board import Board, Memory
from shared.web.picture import own_picture, snapshot

SEAT = "preview"
_ROOM = 12  # people who seem to be there: enough for a vote to be secret
_EXAMPLES = 4


def tried(
    version: int, records: Iterable[Any], step: Activity, phase: str, say: Callable[..., str], now: int
) -> tuple[dict[str, Any], Refused | None]:
    """Give what a phone would show of a step, and why it could not be opened as it is planned now."""
    board = _board(version, _as_on_the_day(records, step))
    board.apply(version, [add(record) for record in _examples(board, step, say)])
    workshop = board.find(Workshop)[0]
    refused = _opened(board, workshop, step, phase)
    shown = board.records()
    return {"snapshot": snapshot(version, shown, "room", now), "mine": own_picture(version, shown, SEAT)}, refused


def suggested(version: int, records: Iterable[Any], step: Activity) -> dict[str, Any]:
    """Give the numbers that fit the people expected and what is there to vote on."""
    board = _board(version, records)
    return KINDS_OF_ACTIVITY[step.kind].suggested(board, board.find(Workshop)[0], step)


def _board(version: int, records: Iterable[Record]) -> Board:
    """Make a board of its own, that knows of no ballots and no history."""
    board = Board(version, records)
    board.memory = Memory(papers=lambda activity: [], change=lambda version: None, undone=lambda version: False)
    return board


def _as_on_the_day(records: Iterable[Any], step: Activity) -> Iterator[Record]:
    """Give the records as if the room had come to this step, and all before it but the votes had been done."""
    for record in records:
        if isinstance(record, Workshop):
            yield replace(
                record, now=step.id, paused=False, timer=None, started_at=record.started_at or 1, ended_at=None
            )
        elif isinstance(record, Activity) and record.id == step.id:
            yield replace(record, phase=Phase.DRAFT, options=[], result=None, started_at=None, ended_at=None)
        elif isinstance(record, Activity) and record.position < step.position and not _votes(record):
            yield replace(record, phase=KINDS_OF_ACTIVITY[record.kind].phases[-1])
        elif not isinstance(record, Seat):
            yield record


def _examples(board: Board, step: Activity, say: Callable[..., str]) -> Iterator[Record]:
    """Make what the step will work on where there is none yet: cards, groups, measures, people."""
    workshop, source = step.workshop, source_of(board, step)
    numbers = range(1, _EXAMPLES + 1)
    lacking = [source] if source and not items_of(board, source) else []
    if KINDS_OF_ACTIVITY[step.kind].makes == "clusters" and not items_of(board, step):
        lacking.append(step)
    for maker in lacking:
        for n in numbers:
            if KINDS_OF_ACTIVITY[maker.kind].makes == "clusters":
                yield Cluster(f"group-{n}", workshop, maker.id, say("prepare.example.group", n=n), float(n))
            else:
                yield Card(f"card-{n}", workshop, maker.id, say("prepare.example.card", n=n), float(n))
    if not board.find(Measure):
        for n in numbers:
            title = say("prepare.example.measure", n=n)
            yield Measure(f"measure-{n}", workshop, title, None, float(n), sheet={"asked": 1000 * n})
    for n in range(_ROOM):
        language = board.find(Workshop)[0].language
        yield Seat(SEAT if n == 0 else f"{SEAT}-{n}", workshop, n + 1, "private", language)


def _opened(board: Board, workshop: Workshop, step: Activity, phase: str) -> Refused | None:
    """Open the step on this board, also where the rules would not let it yet: one wants to see it all the same."""
    kind = KINDS_OF_ACTIVITY[step.kind]
    refused = None
    try:
        board.apply(board.version, kind.opening(board, _here(board, step)))
    except Refused as why:
        refused = why
    if phase == Phase.OPEN:
        activity = _here(board, step)
        try:
            fields = kind.opened(board, workshop, activity)
        except Refused as why:
            return why
        board.apply(board.version, [edit(activity, phase=Phase.OPEN, started_at=workshop.started_at, **fields)])
    return refused


def _here(board: Board, step: Activity) -> Activity:
    found = board.get(Activity, step.id)
    assert found is not None
    return found


def _votes(activity: Activity) -> bool:
    return KINDS_OF_ACTIVITY[activity.kind].votes
