"""Scales in the minutes: how many answered with each step, the middle, the mean and how far answers lie apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.activities.scale import steps_of
from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Strong, Table
from . import vote
from .polls import reasons


def scale(sheet: Sheet, activity: Activity) -> Part:
    """Tell the frozen result; means with one decimal, as exact fractions in the data."""
    asked = _asked(sheet, activity.settings)
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result)]
    if result["unsure"]:
        blocks.append(Paragraph(sheet.say("poll.words.unsure", n=result["unsure"])))
    blocks.append(_table(sheet, activity.settings, result))
    bars = [vote.bar(_said(activity.settings, step["value"]), step["n"], result, step) for step in result["steps"]]
    blocks += vote.chart(sheet, sheet.say("poll.words.answers_table"), bars)
    if result["n"]:
        blocks.append(Paragraph(Strong(_summed_up(sheet, result))))
        if result["divided"]:
            blocks.append(Paragraph(sheet.say("poll.words.apart")))
    if before := result.get("before", {}).get("mean"):
        blocks.append(Paragraph(sheet.say("poll.words.mean_before", mean=before)))
    blocks.append(Paragraph(sheet.say("scale.minutes.note"), role="hint"))
    blocks += vote.by_sector(sheet, result, _means(sheet, result))
    return Part((*blocks, *reasons(sheet, activity, result)), {"result": result})


def scale_paper(sheet: Sheet, activity: Activity, paper: Any) -> str:
    """Say an answer by its number and its name; "" for none."""
    if "value" not in paper:
        return ""
    if paper["value"] is None:
        return sheet.say("scale.phone.unsure")
    return _said(activity.settings, paper["value"])


def _said(settings: Mapping[str, Any], step: int) -> str:
    """Say a step by its number and its name."""
    return " · ".join(filter(None, (str(step), name_of(settings, step))))


def name_of(settings: Mapping[str, Any], step: int) -> str:
    """Give the name of a step, "" where it has none but its number; all have one, or only both ends, or none."""
    steps, names = steps_of(settings), settings["names"]
    named = dict(zip(steps if len(names) == len(steps) else (steps[0], steps[-1]), names, strict=False))
    name = named.get(step, "")
    return "" if name == str(step) else name


def _asked(sheet: Sheet, settings: Mapping[str, Any]) -> str:
    steps = steps_of(settings)
    ends = [f"{step} ({name})" if (name := name_of(settings, step)) else str(step) for step in (steps[0], steps[-1])]
    return sheet.say("scale.minutes.asked", **dict(zip(("from", "to"), ends, strict=True)))


def _summed_up(sheet: Sheet, result: Mapping[str, Any]) -> str:
    low, high = result["median"]
    middle = str(low) if low == high else sheet.say("poll.words.between", low=str(low), high=str(high))
    said = {"n": result["n"], "median": middle, "mean": result["mean"], "from": result["half"][0]}
    return sheet.say("scale.minutes.summed_up", **said, to=result["half"][1])


def _means(sheet: Sheet, result: Mapping[str, Any]) -> str:
    if "balanced" not in result:
        return ""
    means = sheet.listed(f"{sheet.say(f'common.sector.{s}')} {result['by_sector'][s]}" for s in vote.present(result))
    return sheet.say("scale.minutes.balanced", means=means, balanced=result["balanced"])


def _table(sheet: Sheet, settings: Mapping[str, Any], result: Mapping[str, Any]) -> Table:
    sectors = vote.present(result)
    columns = [sheet.say("poll.words.answer"), sheet.say("poll.words.how_many")]
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    rows: list[list[Run]] = []
    for step in result["steps"]:
        rows.append(
            [
                _said(settings, step["value"]),
                Strong(str(step["n"])),
                *(str(step["by_sector"][sector]) for sector in sectors),
            ]
        )
    return Table(sheet.say("poll.words.answers_table"), columns, rows, frozenset(range(1, len(columns))))
