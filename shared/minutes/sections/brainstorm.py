"""Brainstorm in the minutes: how it was asked, how many answered; the cards where no later step sorted them."""

from __future__ import annotations

from shared.domain.records import Activity, Card

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part
from .cards import by_measure, card_data, card_list, put_aside, sorted_in


def brainstorm(sheet: Sheet, activity: Activity) -> Part:
    every = sheet.find(Card, activity=activity.id)
    shown = sheet.cards(activity=activity.id)
    typed = sum(card.channel == "console" for card in every)
    stacked = sum(card.merged_into is not None for card in every)
    settings = activity.settings
    how = [sheet.say(f"brainstorm.minutes.asked_{settings['mode']}")]
    if settings["limit"]:
        how.append(sheet.say("brainstorm.minutes.asked_limit", n=settings["limit"]))
    if settings["review"]:
        how.append(sheet.say("brainstorm.minutes.asked_review"))
    if settings["until"]:
        how.append(sheet.say("brainstorm.minutes.collected", day=settings["until"]))
    blocks: list[Block] = [
        Paragraph(" · ".join(how), role="fact"),
        Paragraph(sheet.say("brainstorm.minutes.cards_written", n=len(every))),
    ]
    if typed:
        blocks.append(Paragraph(sheet.say("brainstorm.minutes.cards_typed", n=typed), role="hint"))
    sorting = sorted_in(sheet, activity)
    if sorting is not None:
        link = Link(sorting.title, f"step-{sorting.id}")
        blocks.append(Paragraph([sheet.say("brainstorm.minutes.cards_by_group"), " ", link]))
    elif shown and settings["by_measure"]:
        blocks += by_measure(sheet, shown)
    elif shown:
        blocks.append(card_list(sheet, shown))
    blocks += put_aside(sheet, activity)
    data = {
        "mode": settings["mode"],
        "limit": settings["limit"],
        "cards_written": len(every),
        "cards_typed": typed,
        "cards_merged": stacked,
        "cards_put_aside": len(every) - stacked - len(shown),
        "cards": card_data(sheet, shown),
    }
    return Part(tuple(blocks), data)
