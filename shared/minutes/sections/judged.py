"""Who settled what where cards were sorted by shares, the room or the facilitator, and what was wished. No names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from shared.domain.records import Card

from ..sheet import Sheet
from ..tree import Block, Heading, Item, Items, Link, Paragraph

_LEFT = ("contested", "none", "unclear")


def judged(sheet: Sheet, cards: Iterable[Card], titles: Mapping[str, str]) -> list[Block]:
    """Count who settled how many, and list the cards that people did not see alike, with all wishes."""
    seen = [card for card in cards if "state" in card.verdict]
    if not seen:
        return []
    by = Counter(card.verdict["by"] for card in seen if card.verdict["state"] == "settled")
    told = [sheet.say(f"cluster.minutes.settled_{who}", n=by[who]) for who in ("room", "facilitator") if by[who]]
    left = Counter(card.verdict["state"] for card in seen)
    told += [sheet.say(f"cluster.minutes.left_{state}", n=left[state]) for state in _LEFT if left[state]]
    blocks: list[Block] = [Paragraph(" ".join(told), role="fact")]
    unlike = [card for card in seen if len(card.verdict.get("wishes", {})) > 1]
    if unlike:
        blocks.append(Heading(4, sheet.say("cluster.minutes.unlike", n=len(unlike))))
        blocks.append(Items([_item(sheet, card, titles) for card in unlike]))
    return blocks


def _item(sheet: Sheet, card: Card, titles: Mapping[str, str]) -> Item:
    known = {**titles, "": sheet.say("cluster.minutes.none_fits"), "?": sheet.say("cluster.minutes.not_understood")}
    gone = sheet.say("cluster.minutes.group_gone")
    wishes = sheet.listed(f"{known.get(id, gone)} {n}" for id, n in card.verdict["wishes"].items())
    name = Link(card.text, f"card-{card.id}")
    state = card.verdict["state"]
    end = f"settled_by_{card.verdict['by']}" if state == "settled" else f"ended_{state}"
    group = titles.get(card.cluster or "", "")
    return Item([name, f": {wishes}. {sheet.say(f'cluster.minutes.{end}', group=group)}"])
