"""Annexes: who may be named as present, the count of the ballots, what was opened again, how minutes are made."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity

from ..sections.vote import revealed
from ..sheet import Sheet
from ..tree import Block, Heading, Item, Items, Paragraph, Part, Run, Table
from .common import step_link
from .participants import named_of, ways_of


def annex(sheet: Sheet) -> Part:
    counted, sheet_of_counts = _ballots(sheet)
    reopened, told = _reopened(sheet)
    blocks: list[Block] = [Heading(2, sheet.say("minutes.annex"), "annex"), *_attendance(sheet), *counted]
    if reopened:
        blocks += [Paragraph(sheet.say("minutes.reopened_votes")), Items(reopened)]
    blocks.append(Heading(3, sheet.say("minutes.method"), "method"))
    blocks += [Paragraph(sheet.say(f"minutes.method_{key}"), role="hint") for key in ("cards", "votes", "own")]
    return Part(tuple(blocks), {"annex": told, "ballots": sheet_of_counts})


def _attendance(sheet: Sheet) -> list[Block]:
    """List by name who said that they may be named, and how many more were there."""
    named = named_of(sheet)
    if not named:
        return []
    columns = [sheet.say(f"minutes.{key}") for key in ("name", "organisation", "sector")]
    rows = [
        [seat.name, seat.organisation, sheet.say(f"common.sector.{seat.sector}") if seat.sector else ""]
        for seat in named
    ]
    people = sum(n for numbers in ways_of(sheet).values() for n in numbers.values())
    others = people - len(named)
    blocks: list[Block] = [
        Heading(3, sheet.say("minutes.attendance"), "attendance"),
        Table(sheet.say("minutes.attendance"), columns, rows),
        Paragraph(sheet.say("minutes.attendance_why"), role="hint"),
    ]
    return [*blocks, Paragraph(sheet.say("minutes.not_named", n=others))] if others else blocks


def _ballots(sheet: Sheet) -> tuple[list[Block], list[dict[str, Any]]]:
    """Count for each vote that was shown how many could vote and did, how many ballots came on paper and were blank."""
    rows: list[list[Run]] = []
    data = []
    shown = [(step, result) for step in sheet.find(Activity) if (result := revealed(step)) is not None]
    counted = [(step, result) for step, result in shown if {"cast", "seats"} <= result.keys()]
    by_paper = any("on_paper" in result for _, result in counted)
    for step, result in counted:
        blank, on_paper = result.get("blank"), result.get("on_paper", 0)
        secret = "vote.minutes.secret" if step.settings.get("secret", True) else "vote.minutes.not_secret"
        counts = [str(result["seats"]), str(result["cast"]), *([str(on_paper)] if by_paper else [])]
        rows.append([step_link(sheet, step), *counts, "" if blank is None else str(blank), sheet.say(secret)])
        told = {"activity": step.id, "seats": result["seats"], "cast": result["cast"], "blank": blank}
        data.append({**told, "on_paper": on_paper})
    if not rows:
        return [], data
    paper = ("ballots_paper",) if by_paper else ()
    keys = ("step", "ballots_issued", "ballots_cast", *paper, "ballots_blank", "how")
    columns = [sheet.say(f"minutes.{key}") for key in keys]
    heading = Heading(3, sheet.say("minutes.ballots"), "ballots")
    return [heading, Table(sheet.say("minutes.ballots"), columns, rows, frozenset(range(1, len(keys) - 1)))], data


def _reopened(sheet: Sheet) -> tuple[list[Item], list[dict[str, Any]]]:
    """List what was opened again and why, and what was taken back after it was shown."""
    items = []
    data = []
    for act in sheet.acts:
        back = act["verb"] == "activity.revealed" and act.get("undoes")
        if act["verb"] == "activity.reopened" or back:
            key = "minutes.reveal_undone" if back else "minutes.reopened"
            clock = sheet.words.clock(act["at"])
            step = next((one for one in sheet.find(Activity) if act["subject"] == one.title), None)
            title = [step_link(sheet, step)] if step else act["subject"]
            items.append(Item(sheet.woven(key, clock=clock, title=title, reason=act.get("reason") or "")))
            data.append({"verb": act["verb"], "subject": act["subject"], "reason": act.get("reason"), "at": act["at"]})
    return items, data
