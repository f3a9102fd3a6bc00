"""Later corrections: what was remarked on earlier versions, passage by passage, and what the facilitator answered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..sheet import Corrected, Sheet
from ..tree import Block, Heading, Item, Items, Link, Paragraph, Part, Run, Strong


def remarks(sheet: Sheet, anchors: Collection[str]) -> Part:
    """Tell the remarks that are shown to all; the others are counted only. Nothing where there are none.

    ``anchors`` are those of the document: a passage that is gone since is named without leading anywhere.
    """
    shown = [remark for remark in sheet.remarks if remark.shown]
    blocks: list[Block] = [Heading(3, sheet.say("minutes.remarks"), "remarks")] if sheet.remarks else []
    if shown:
        blocks.append(Items([_item(sheet, remark, anchors) for remark in shown], ordered=True))
    if hidden := len(sheet.remarks) - len(shown):
        blocks.append(Paragraph(sheet.say("minutes.remarks_not_shown", n=hidden), role="hint"))
    return Part(tuple(blocks), {"remarks": [_told(remark) for remark in shown]})


def _item(sheet: Sheet, remark: Corrected, anchors: Collection[str]) -> Item:
    name = remark.name or sheet.say("minutes.remark_nameless")
    where: Run = Link(remark.excerpt, remark.anchor) if remark.anchor in anchors else remark.excerpt
    runs: list[Run] = [
        sheet.say("minutes.remark_on", n=remark.number),
        " ",
        where,
        ". ",
        Strong(name),
        f": {remark.text} ({sheet.say(f'minutes.remark_{remark.state}')})",
    ]
    answer = [Item(sheet.say("minutes.remark_answer", answer=remark.answer))] if remark.answer else []
    return Item(runs, answer)


def _told(remark: Corrected) -> dict[str, Any]:
    return {
        "version": remark.number,
        **{name: getattr(remark, name) for name in ("anchor", "excerpt", "name", "text", "at", "state", "answer")},
    }
