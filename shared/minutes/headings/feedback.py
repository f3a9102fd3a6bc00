"""What people said of the day: the mean, how many answered, and what they would change."""

from __future__ import annotations

from shared.domain.records import Activity

from ..sections.polls import answers_of
from ..sections.vote import revealed
from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, strong
from .common import step_link, under


def feedback(sheet: Sheet) -> Part:
    blocks: list[Block] = []
    data = []
    for activity in sheet.find(Activity):
        result = revealed(activity) if activity.kind == "feedback" else None
        if result is not None:
            blocks += [Paragraph(strong(step_link(sheet, activity))), *answers_of(sheet, activity, result)]
            told = {name: result.get(name) for name in ("n", "mean", "exact")}
            data.append({"activity": activity.id, **told, "remarks": [one["text"] for one in result["remarks"]]})
    return under(sheet, "feedback", blocks, data, "feedback.minutes.heading")
