"""Answers by name in the minutes: the roll, declared interests, the nine questions, resolutions."""

from __future__ import annotations

from typing import Any

from shared.domain.activities.knockouts import QUESTIONS
from shared.domain.records import Activity, Sector, Voice

from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table
from . import vote

SIGNS = {"yes": "✓", "no": "✗", "repaired": "↺", "": "–"}


def roll(sheet: Sheet, activity: Activity) -> Part:
    """Tell who is here by name, how many of how many members, and whether that is a quorum."""
    result = activity.result
    if result is None:
        return _running(sheet, activity)
    here = sum(result["present"].values())
    key = "quorum" if result["quorate"] else "no_quorum"
    rows: list[list[Run]] = [
        [sheet.say(f"common.sector.{sector}"), str(result["members"][sector]), str(result["present"][sector])]
        for sector in Sector
    ]
    columns = [sheet.say(f"named.minutes.{name}") for name in ("sector", "members", "present")]
    blocks: list[Block] = [
        Paragraph([Strong(sheet.say(f"named.minutes.{key}", here=here, needed=result["needed"]))]),
        Table(sheet.say("named.minutes.roll"), columns, rows, frozenset({1, 2})),
    ]
    for name in ("lacking", "heavy"):
        if result[name]:
            sectors = sheet.listed(sheet.say(f"common.sector.{sector}") for sector in result[name])
            blocks.append(Paragraph(sheet.say(f"named.minutes.{name}", sectors=sectors)))
    names = [voice.who for voice in sheet.find(Voice, activity=activity.id)]
    if names:
        blocks.append(Paragraph(sheet.say("named.minutes.names", names=" · ".join(names))))
    return Part(tuple(blocks), {"result": result, "voices": _voices(sheet, activity)})


def interests(sheet: Sheet, activity: Activity) -> Part:
    """Tell who stands aside for which measure, and why."""
    result = activity.result
    if result is None:
        return _running(sheet, activity)
    blocks = _about(sheet, result["measures"], "interests", "no_interests")
    return Part(tuple(blocks), {"result": result})


def gate(sheet: Sheet, activity: Activity) -> Part:
    """Tell the answers to the nine questions, with a word on each no and repair, and the objections."""
    result = activity.result
    if result is None:
        return _running(sheet, activity)
    rows: list[list[Run]] = [
        [
            vote.named(sheet, item),
            *(SIGNS.get(item["answers"][k], "–") for k in QUESTIONS),
            sheet.say(f"named.minutes.{item['stands']}"),
        ]
        for item in result["items"]
    ]
    columns = [sheet.say("named.minutes.measure"), *QUESTIONS, sheet.say("named.minutes.stands")]
    blocks: list[Block] = [
        Table(sheet.say("named.minutes.gate"), columns, rows),
        Paragraph(sheet.say("named.minutes.signs"), role="hint"),
        Items([Item(f"{k}: {sheet.say(f'rating.words.{k}')}") for k in QUESTIONS]),
    ]
    for check in result["checks"]:
        for answer in ("failed", "repaired"):
            for note in check[answer]:
                words = {"title": [vote.named(sheet, check)], "k": note["k"], "word": note["word"]}
                blocks.append(Paragraph(sheet.woven(f"named.minutes.{answer}", **words)))
    blocks += _about(sheet, result["objections"], "objections", "no_objections")
    return Part(tuple(blocks), {"result": result})


def resolution(sheet: Sheet, activity: Activity) -> Part:
    """Tell what was put to the vote, whether it was adopted, and how everybody answered, with reasons for dissent."""
    result = activity.result
    if result is None:
        return _running(sheet, activity)
    counts = result["counts"]
    blocks: list[Block] = []
    if result["measures"]:
        blocks += [
            Paragraph(sheet.say("named.minutes.put_to")),
            Items([Item(vote.named(sheet, measure)) for measure in result["measures"]], ordered=True),
        ]
    key = "adopted" if result["adopted"] else "not_adopted"
    told = sheet.say("named.minutes.counts", yes=counts["yes"], no=counts["no"], abstain=counts["abstain"])
    blocks += [
        Paragraph([Strong(sheet.say(f"named.minutes.{key}")), " ", told]),
        Paragraph(sheet.say(f"named.minutes.majority_{result['majority']}"), role="fact"),
    ]
    rows: list[list[Run]] = [
        [vote["who"], _sector(sheet, vote["sector"]), sheet.say(f"named.minutes.{vote['answer']}"), vote["word"]]
        for vote in result["votes"]
    ]
    if rows:
        columns = [sheet.say(f"named.minutes.{name}") for name in ("who", "sector", "answer", "reason")]
        blocks.append(Table(sheet.say("named.minutes.votes"), columns, rows))
    return Part(tuple(blocks), {"result": result})


def _running(sheet: Sheet, activity: Activity) -> Part:
    """Tell what has been said so far: it is open to all."""
    n = sheet.count(Voice, activity=activity.id)
    return Part((Paragraph(sheet.say("named.minutes.so_far", n=n), role="hint"),), {"voices": _voices(sheet, activity)})


def _about(sheet: Sheet, measures: list[dict[str, Any]], label: str, none: str) -> list[Block]:
    if not measures:
        return [Paragraph(sheet.say(f"named.minutes.{none}"), role="hint")]
    rows: list[list[Run]] = [
        [vote.named(sheet, measure), said["who"], _sector(sheet, said["sector"]), said["word"]]
        for measure in measures
        for said in measure["said"]
    ]
    columns = [sheet.say(f"named.minutes.{name}") for name in ("measure", "who", "sector", "reason")]
    return [Table(sheet.say(f"named.minutes.{label}"), columns, rows)]


def _sector(sheet: Sheet, sector: str) -> str:
    return sheet.say(f"common.sector.{sector}") if sector else ""


def _voices(sheet: Sheet, activity: Activity) -> list[dict[str, Any]]:
    names = ("id", "who", "sector", "answer", "measure", "word")
    return [{name: getattr(voice, name) for name in names} for voice in sheet.find(Voice, activity=activity.id)]
