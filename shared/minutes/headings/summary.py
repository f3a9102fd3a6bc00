"""The summary: in the facilitator's words, or as the results propose it until somebody has written one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shared.domain.records import Activity, Measure, Note, Sector

from ..sections.cards import measure_link
from ..sections.vote import named, revealed
from ..sheet import Sheet
from ..tree import Block, Heading, Item, Items, Link, Own, Paragraph, Part, Run, text_of
from .common import day, plan_lines, step_link
from .measures import state_of
from .participants import ways_of

MOST_LINES = 10
_FIRST = 3  # of an order


def summary(sheet: Sheet) -> Part:
    notes = sheet.find(Note, type="summary", activity=None)
    lines = proposed(sheet) if not notes else []
    head = Heading(2, sheet.say("minutes.summary"), "summary")
    blocks: list[Block] = [Own(note.text, sheet.say("minutes.own_words"), note.id) for note in notes]
    if lines:
        blocks = [Paragraph(sheet.say("minutes.proposed"), role="hint"), Items([Item(line) for line in lines])]
    elif not notes:
        blocks = [Paragraph(sheet.say("minutes.none_summary"), role="hint")]
    data = {
        "summary": [{"id": note.id, "text": note.text} for note in notes],
        "proposed_summary": [text_of(line) for line in lines],
    }
    return Part((head, *blocks), data)


def proposed(sheet: Sheet) -> list[Sequence[Run]]:
    """Tell in at most ``MOST_LINES`` lines who was there, what weighs most, what was decided and what comes next.

    Each leads to where it is told in full.
    """
    lines = [*people(sheet), *weighed(sheet), *_measures(sheet), *_decided(sheet), *_next(sheet)]
    return lines[:MOST_LINES]


def people(sheet: Sheet) -> Iterator[Sequence[Run]]:
    """Say how many were there, by sector."""
    ways = ways_of(sheet).values()
    counts = {sector: sum(way.get(sector, 0) for way in ways) for sector in Sector}
    if n := sum(counts.values()):
        sectors = " · ".join(f"{sheet.say(f'common.sector.{sector}')} {k}" for sector, k in counts.items() if k)
        yield [sheet.say("minutes.sum_people", n=n, sectors=sectors)]


def weighed(sheet: Sheet) -> Iterator[Sequence[Run]]:
    """Name the first ones of the last order that dots or ranks have made."""
    for step in reversed(sheet.find(Activity)):
        result = revealed(step)
        if result and step.kind in ("dots", "ranking"):
            first = [item for item in result["items"] if item["place"] <= _FIRST]
            names: list[Run] = []
            for item in first[: 2 * _FIRST]:
                names += [*([" · "] if names else []), named(sheet, item)]
                names += [f" ({item['dots']})"] if "dots" in item else []
            if names:
                yield sheet.woven("minutes.sum_weighed", title=[step_link(sheet, step)], names=names)
            return


def _measures(sheet: Sheet) -> Iterator[Sequence[Run]]:
    for state in ("funded", "chosen"):
        names = [measure_link(measure) for measure in sheet.find(Measure) if state_of(sheet, measure) == state]
        if names:
            yield sheet.woven(f"minutes.sum_{state}", names=sheet.joined(names, " · "))


def _decided(sheet: Sheet) -> Iterator[Sequence[Run]]:
    for note in sheet.find(Note, type="decision")[:_FIRST]:
        yield sheet.woven("minutes.sum_decided", text=[Link(" ".join(note.text.split()), "decisions")])


def _next(sheet: Sheet) -> Iterator[Sequence[Run]]:
    for due, what, who in tasks_by_day(sheet)[:_FIRST]:
        line = sheet.dotted((what, who, day(sheet, due)))
        yield sheet.woven("minutes.sum_next", line=[Link(line, "tasks")])


def tasks_by_day(sheet: Sheet) -> list[tuple[str, str, str]]:
    """List the lines of the plans and the tasks as (ISO day or "", what, who), the next first, in one line each."""
    lines = [(line.due, line.what, line.who) for line in plan_lines(sheet)]
    lines += [(note.due, " ".join(note.text.split()), note.who) for note in sheet.find(Note, type="task")]
    return sorted(lines, key=lambda line: (not line[0], line[0]))
