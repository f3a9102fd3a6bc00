"""The photo protocol: pictures of the boards, step by step, those on paper and those of the tool."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity, Phase

from ..charts.board import WIDTH, boards
from ..sections.cluster import hung_in
from ..sheet import Photographed, Sheet
from ..tree import Block, Figure, Heading, Paragraph, Part, Photo
from .common import under


def photos(sheet: Sheet) -> Part:
    """Show what hung in the order of the agenda: for each step its board, then its photos; last those of no step."""
    steps = sheet.find(Activity)
    known = {step.id for step in steps}
    blocks: list[Block] = []
    for step in steps:
        shown = [*_boards(sheet, step), *_pictures(photo for photo in sheet.photos if photo.activity == step.id)]
        if shown:
            blocks += [Heading(3, step.title), *shown]
    loose = _pictures(photo for photo in sheet.photos if photo.activity not in known)
    if loose:
        blocks += [*([Heading(3, sheet.say("minutes.photos_of_no_step"))] if blocks else []), *loose]
    order = {step.id: place for place, step in enumerate(steps)}
    told = sorted(sheet.photos, key=lambda photo: order.get(photo.activity, len(order)))
    data = [{"step": one.activity, "caption": one.caption, "sha256": one.digest} for one in told]
    return under(sheet, "photos", blocks, data)


def _pictures(photos: Iterable[Photographed]) -> list[Block]:
    return [Photo(one.id, one.caption, one.digest, one.width, one.height, one.jpeg) for one in photos]


def _boards(sheet: Sheet, step: Activity) -> list[Block]:
    """Draw the groups that a step has made, with every card that hangs in them."""
    makes = KINDS_OF_ACTIVITY[step.kind].makes == "clusters"
    groups = hung_in(sheet, step) if makes and step.phase != Phase.DRAFT else []
    if not groups:
        return []
    said = sheet.dotted(g.name if g.counted else f"{g.name}: {len(g.cards)}" for g in groups)
    alt = sheet.say("minutes.board", title=step.title, said=said)
    where = sheet.dotted((sheet.region or sheet.workshop.region, sheet.words.day(sheet.workshop.date)))
    drawn = boards(groups, f"{step.position}. {step.title}", where, alt, rtl=sheet.workshop.language == "ar")
    caption = [Paragraph(step.question, "hint")] if step.question else []
    return [*(Figure(one, alt, WIDTH) for one in drawn), *caption]
