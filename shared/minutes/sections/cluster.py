"""Cluster in the minutes: each group with all its original cards, then what was set aside and what hangs free."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from shared.domain.activities.sources import source_of
from shared.domain.records import Activity, Card, Cluster

from ..charts.board import Hung
from ..sheet import Sheet
from ..tree import Block, Heading, Paragraph, Part
from .cards import card_data, card_list
from .judged import judged


def cluster(sheet: Sheet, activity: Activity) -> Part:
    source = source_of(sheet, activity)
    groups = sorted(sheet.find(Cluster, activity=activity.id), key=lambda group: group.aside)
    letters = {group.id: letter_of(place) for place, group in enumerate(groups)}
    free = [c for c in sheet.cards(activity=source.id) if c.cluster is None] if source else []
    kept = [group for group in groups if not group.aside]
    parked = [group for group in groups if group.aside]
    hands = sheet.say(f"cluster.minutes.hands_{activity.settings['hands']}")
    blocks: list[Block] = [
        Paragraph(hands, role="fact"),
        Paragraph(sheet.say("cluster.minutes.groups_made", n=len(groups))),
    ]
    cards = sheet.cards(activity=source.id) if source else []
    blocks += judged(sheet, cards, {group.id: group.title for group in groups})
    for group in kept:
        blocks += _group(sheet, group, letters[group.id])
    if parked:
        blocks.append(Heading(4, sheet.say("cluster.minutes.set_aside")))
        for group in parked:
            blocks += _group(sheet, group, letters[group.id], level=5)
    if free:
        blocks += [Heading(4, sheet.say("cluster.minutes.not_in_a_group", n=len(free))), card_list(sheet, free)]
    data = {
        "groups": [_data(sheet, group, letters[group.id]) for group in groups],
        "unsorted": card_data(sheet, free),
    }
    return Part(tuple(blocks), data)


def hung_in(sheet: Sheet, activity: Activity) -> list[Hung]:
    """Give the groups with their cards as they hang, then the cards in no group; nothing where there is no group."""
    groups = sorted(sheet.find(Cluster, activity=activity.id), key=lambda group: group.aside)
    hung = [
        Hung(f"{letter_of(place)} {group.title}", _on_cards(sheet, _cards(sheet, group)), group.aside)
        for place, group in enumerate(groups)
    ]
    source = source_of(sheet, activity)
    free = [c for c in sheet.cards(activity=source.id) if c.cluster is None] if source else []
    loose = Hung(
        sheet.say("cluster.minutes.not_in_a_group", n=len(free)), _on_cards(sheet, free), loose=True, counted=True
    )
    return [*hung, *([loose] if free else [])] if groups else []


def _on_cards(sheet: Sheet, cards: list[Card]) -> list[str]:
    """Say what stands on cards; how many more are stacked on one stands behind its words."""
    return [f"{card.text} (+{n})" if (n := len(sheet.merged(card))) else card.text for card in cards]


def letter_of(place: int) -> str:
    """Name a group as wall and phones do: A to Z, then AA, AB ... by its place, those set aside last."""
    last = chr(65 + place % 26)
    return last if place < 26 else letter_of(place // 26 - 1) + last


def _cards(sheet: Sheet, group: Cluster) -> list[Card]:
    return sheet.cards(cluster=group.id)


def _group(sheet: Sheet, group: Cluster, letter: str, level: int = 4) -> list[Block]:
    cards = _cards(sheet, group)
    n = len(cards) + sum(len(sheet.merged(card)) for card in cards)
    words = sheet.say("cluster.minutes.group", letter=letter, title=group.title, n=n)
    hung = card_list(sheet, cards) if cards else Paragraph(sheet.say("cluster.minutes.group_empty"), role="hint")
    return [Heading(level, words, f"group-{group.id}"), *_sorted_by(sheet, group), hung]


def _sorted_by(sheet: Sheet, group: Cluster) -> list[Block]:
    """Tell where a group comes from everybody's own sorting, with how many people and how far they agreed."""
    if not group.sorted_by:
        return []
    n, percent = group.sorted_by["people"], round(100 * Fraction(group.sorted_by["agreement"]))
    return [Paragraph(sheet.say("cluster.minutes.sorted_by", n=n, percent=percent), role="fact")]


def _data(sheet: Sheet, group: Cluster, letter: str) -> dict[str, Any]:
    told = {name: getattr(group, name) for name in ("id", "title", "short", "aside", "sorted_by")}
    return {**told, "letter": letter, "cards": card_data(sheet, _cards(sheet, group))}
