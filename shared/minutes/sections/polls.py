"""Polls in the minutes: numbers, fists of five, word clouds and feedback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.records import Activity
from shared.voting.fist import FINGERS

from ..charts.bars import Bar
from ..sheet import Sheet
from ..tree import Block, Item, Items, Link, Paragraph, Part, Run, Strong, Table
from . import vote


def number(sheet: Sheet, activity: Activity) -> Part:
    """Tell how the numbers lie; the mean only as a note, for a few large numbers pull it away."""
    asked = _asked_number(sheet, activity.settings)
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result)]
    if result["n"]:
        rows = [(_bin_name(sheet, one), one["n"]) for one in result["bins"]]
        blocks += [_table(sheet, rows), *_chart(sheet, rows)]
        said = {name: result[name] for name in ("n", "median", "least", "most")}
        low, high = result["half"]
        blocks.append(Paragraph(Strong(sheet.say("number.minutes.summed_up", **said, **{"from": low, "to": high}))))
    if median := result.get("before", {}).get("median"):
        blocks.append(Paragraph(sheet.say("poll.words.median_before", median=median)))
    if result["n"]:
        blocks.append(Paragraph(sheet.say("number.minutes.mean", mean=result["mean"]), role="hint"))
    medians = sheet.listed(f"{sheet.say(f'common.sector.{s}')} {result['by_sector'][s]}" for s in vote.present(result))
    blocks += vote.by_sector(sheet, result, sheet.say("number.minutes.medians", medians=medians) if medians else "")
    return Part((*blocks, *reasons(sheet, activity, result)), {"result": result})


def number_paper(sheet: Sheet, activity: Activity, paper: Any) -> str:
    return " ".join(filter(None, (str(paper.get("value", "")), activity.settings["unit"]))) if "value" in paper else ""


def fist(sheet: Sheet, activity: Activity) -> Part:
    """Tell the fingers with their meaning, whether there is consent, and the reasons without names."""
    asked = sheet.say("fist.minutes.asked", least=activity.settings["least"])
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    names = [f"{fingers} · {sheet.say(f'fist.words.finger.{fingers}')}" for fingers in FINGERS]
    rows = [(name, step["n"]) for name, step in zip(names, result["steps"], strict=True)]
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result), _table(sheet, rows)]
    blocks += _chart(sheet, rows)
    if result["n"]:
        key = "consent" if result["consent"] else "no_consent"
        blocks.append(Paragraph(Strong(sheet.say(f"fist.words.{key}", n=result["below"], least=result["asked"]))))
        blocks.append(Paragraph(sheet.say("fist.minutes.lowest", answer=names[result["lowest"]])))
    if before := result.get("before"):
        blocks.append(Paragraph(sheet.say("fist.words.before", n=before["below"], least=result["asked"])))
    return Part((*blocks, *reasons(sheet, activity, result)), {"result": result})


def wordcloud(sheet: Sheet, activity: Activity) -> Part:
    """Tell each word with the number of people who wrote it."""
    asked = sheet.say("wordcloud.minutes.asked", n=activity.settings["words"])
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result)]
    if result["words"]:
        rows: list[list[Run]] = [[word["text"], str(word["n"])] for word in result["words"]]
        columns = [sheet.say("wordcloud.minutes.word"), sheet.say("wordcloud.minutes.people")]
        blocks.append(Table(sheet.say("wordcloud.minutes.table"), columns, rows, frozenset({1})))
        blocks.append(Paragraph(sheet.say("wordcloud.minutes.note"), role="hint"))
    else:
        blocks.append(Paragraph(sheet.say("wordcloud.words.none")))
    return Part((*blocks, *_hidden(sheet, activity)), {"result": result})


def feedback(sheet: Sheet, activity: Activity) -> Part:
    """Tell how it was asked; what people answered has a heading of its own."""
    asked = sheet.say("feedback.minutes.asked")
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    below = Link(sheet.say("feedback.minutes.told_below"), "feedback")
    return Part((vote.how(sheet, activity, asked), vote.turnout(sheet, result), Paragraph(below)), {"result": result})


def answers_of(sheet: Sheet, activity: Activity, result: Mapping[str, Any]) -> list[Block]:
    """Tell what a feedback came to: the mean, how many answered, and what they would change."""
    blocks: list[Block] = []
    if result["n"]:
        said = sheet.say("feedback.minutes.mean", n=result["n"], mean=result["mean"])
        blocks += [Paragraph(Strong(said)), _table(sheet, [(str(s["value"]), s["n"]) for s in result["steps"]])]
    if result["remarks"]:
        blocks += [Paragraph(sheet.say("feedback.words.change")), _remarks(result)]
    if not blocks:
        blocks.append(Paragraph(sheet.say("poll.words.no_answers")))
    return [*blocks, *_hidden(sheet, activity)]


def _asked_number(sheet: Sheet, settings: Mapping[str, Any]) -> str:
    unit, least, most = settings["unit"], settings["least"], settings["most"]
    asked = sheet.say("number.minutes.asked_unit", unit=unit) if unit else sheet.say("number.minutes.asked")
    limit = "range" if least and most else "least" if least else "most" if most else ""
    return f"{asked}, {sheet.say(f'number.minutes.{limit}', least=least, most=most)}" if limit else asked


def _bin_name(sheet: Sheet, one: Mapping[str, Any]) -> str:
    if "least" not in one:
        return sheet.say("poll.words.up_to", n=one["most"])
    if "most" not in one:
        return sheet.say("poll.words.and_more", n=one["least"])
    return str(one["least"]) if one["least"] == one["most"] else f"{one['least']}–{one['most']}"


def _table(sheet: Sheet, rows: list[tuple[str, int]]) -> Table:
    columns = [sheet.say("poll.words.answer"), sheet.say("poll.words.how_many")]
    told: list[list[Run]] = [[name, Strong(str(n))] for name, n in rows]
    return Table(sheet.say("poll.words.answers_table"), columns, told, frozenset({1}))


def _chart(sheet: Sheet, rows: list[tuple[str, int]]) -> list[Block]:
    return vote.chart(sheet, sheet.say("poll.words.answers_table"), [Bar(name, n) for name, n in rows])


def reasons(sheet: Sheet, activity: Activity, result: Mapping[str, Any]) -> list[Block]:
    """List the reasons that stood beside answers, without names, and say how many are hidden."""
    told: list[Block] = []
    if result.get("remarks"):
        told += [Paragraph(sheet.say("poll.words.reasons")), _remarks(result)]
    return [*told, *_hidden(sheet, activity)]


def _remarks(result: Mapping[str, Any]) -> Items:
    return Items([Item(one["text"]) for one in result["remarks"]], cards=True)


def _hidden(sheet: Sheet, activity: Activity) -> list[Block]:
    """Say how many texts that people wrote are hidden, and not which."""
    whole = activity.result or {}
    shown = vote.revealed(activity) or {}
    n = sum(len(whole.get(name, ())) - len(shown.get(name, ())) for name in ("words", "remarks"))
    return [Paragraph(sheet.say("poll.words.hidden", n=n), role="hint")] if n else []
