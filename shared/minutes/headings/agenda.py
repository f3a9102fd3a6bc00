"""The agenda: planned and actual times."""

from __future__ import annotations

from shared.domain.records import Activity
from shared.domain.times import planned_times

from ..sheet import Sheet
from ..tree import Part, Run
from .common import span, step_link, table, under


def agenda(sheet: Sheet) -> Part:
    rows: list[list[Run]] = []
    data = []
    activities = sheet.find(Activity)
    begins = sheet.workshop.begins
    times = planned_times(begins, [activity.minutes for activity in activities]) if begins else []
    for place, activity in enumerate(activities):
        began, ended = activity.started_at, activity.ended_at
        took = round((ended - began) / 60_000) if began and ended else None
        planned = [f"{times[place]}–{times[place + 1]}"] if times else []
        rows.append(
            [
                str(activity.position),
                step_link(sheet, activity),
                *planned,
                str(activity.minutes),
                span(sheet, began, ended),
                "" if took is None else str(took),
            ]
        )
        data.append(
            {
                **{name: getattr(activity, name) for name in ("id", "kind", "title", "position", "phase", "minutes")},
                "planned_at": times[place] if times else None,
                "started_at": began,
                "ended_at": ended,
                "minutes_taken": took,
            }
        )
    keys = ("number_short", "step", *(["planned"] if times else []), "minutes_planned", "when", "minutes_taken")
    told = table(sheet, "minutes.agenda", keys, rows, ("when", "minutes_taken"))
    return under(sheet, "agenda", (told,) if rows else (), data)
