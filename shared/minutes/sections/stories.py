"""Stories in the minutes: what changed and why it matters, as far as it may be told; the others are a number only."""

from __future__ import annotations

from shared.domain.records import Activity, Card, Phase

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part, Place, Run, Table, strong
from .cards import put_aside


def stories(sheet: Sheet, activity: Activity) -> Part:
    every = sheet.find(Card, activity=activity.id)
    blocks: list[Block] = [
        Paragraph(sheet.say("stories.minutes.asked"), role="fact"),
        Paragraph(sheet.say("stories.minutes.written", n=len(every))),
    ]
    if activity.phase not in (Phase.REVEALED, Phase.CONFIRMED):
        blocks.append(Paragraph(sheet.say("stories.minutes.later"), role="hint"))
        return Part(tuple(blocks), {"written": len(every), "kept_in_the_room": 0, "picked": None, "stories": []})
    shown = sheet.cards(activity=activity.id)
    told = [card for card in shown if card.story.get("consent") in ("internal", "public")]
    kept = len(shown) - len(told)
    if kept:
        blocks.append(Paragraph(sheet.say("stories.minutes.kept", n=kept), role="hint"))
    picked = next((card for card in shown if card.pinned), None)
    if picked is not None:
        link = Link(picked.text, f"card-{picked.id}")
        key = "picked" if picked in told else "picked_kept"
        blocks.append(Paragraph(strong(sheet.woven(f"stories.minutes.{key}", title=[link]))))
    for card in told:
        title = sheet.say("stories.minutes.story", title=card.text)
        columns = (sheet.say("stories.minutes.field"), sheet.say("stories.minutes.answer"))
        blocks.append(Table(title, columns, _rows(sheet, card)))
    blocks += put_aside(sheet, activity)
    data = {
        "written": len(every),
        "kept_in_the_room": kept,
        "picked": picked.id if picked in told and picked is not None else None,
        "stories": [{"id": card.id, "title": card.text, **card.story} for card in told],
    }
    return Part(tuple(blocks), data)


def _rows(sheet: Sheet, card: Card) -> list[list[Run]]:
    story = card.story
    rows: list[list[Run]] = [[sheet.say("stories.words.title"), Place(card.text, f"card-{card.id}", strong=True)]]
    rows += [[sheet.say(f"stories.words.{name}"), str(story[name])] for name in ("what", "whom", "why") if story[name]]
    rows.append([sheet.say("stories.minutes.consent"), sheet.say(f"stories.words.short.{story['consent']}")])
    if story["verify"]:
        rows.append([sheet.say("stories.minutes.verify"), sheet.say("stories.minutes.verify_yes")])
    if "hands" in story:
        hands = sheet.say("stories.minutes.hands", n=story["hands"])
        rows.append([sheet.say("stories.console.hands"), hands])
    return rows
