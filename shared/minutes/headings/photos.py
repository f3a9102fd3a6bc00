"""The photo protocol: pictures of the boards, step by step."""

from __future__ import annotations

from itertools import groupby

from shared.domain.records import Activity

from ..sheet import Photographed, Sheet
from ..tree import Block, Heading, Part, Photo
from .common import under


def photos(sheet: Sheet) -> Part:
    """Show photos in the order of the agenda, last those that belong to no step."""
    order = {step.id: place for place, step in enumerate(sheet.find(Activity))}
    titles: dict[str, str] = {step.id: step.title for step in sheet.find(Activity)}

    def place(photo: Photographed) -> int:
        return order.get(photo.activity, len(order))

    told = sorted(sheet.photos, key=place)  # a stable sort: within a step as they came
    blocks: list[Block] = []
    for _, some in groupby(told, key=place):
        shown = list(some)
        if blocks or shown[0].activity in titles:
            blocks.append(Heading(3, titles.get(shown[0].activity) or sheet.say("minutes.photos_of_no_step")))
        blocks += [Photo(one.id, one.caption, one.digest, one.width, one.height, one.jpeg) for one in shown]
    data = [{"step": one.activity, "caption": one.caption, "sha256": one.digest} for one in told]
    return under(sheet, "photos", blocks, data)
