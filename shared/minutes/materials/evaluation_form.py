"""How a measure is evaluated on paper: twelve blocks at its end, and the check whether it lasts."""

from __future__ import annotations

from typing import Any

from shared.domain.conclusions import BY, COSTS, EFFECTS, END, JUDGED, LESSONS
from shared.domain.register.checks import TIMES, WAYS, due
from shared.domain.register.course import MILESTONES, rows
from shared.domain.register.entries import Entry
from shared.domain.register.form import budget_total
from shared.domain.register.indicators import INDICATORS
from shared.domain.sustainability import ANSWERS, QUESTIONS

from ..sheet import Words
from ..tree import Block, Document, Heading, Paragraph, Table
from .paper import CELL, fields, lines, more, paper, ticks

_BLOCKS = (
    *("identity", "outputs", "indicators", "common", "money", "judged"),
    *("unplanned", "stories", "partners", "lessons", "check", "end"),
)
TIMES_OF_FORM = ("Tm", "Te")
_PLANNED = {"trained": "trained", "jobs": "jobs", "fte": "jobs_fte", "income": "income"}  # indicator: field of the form


def evaluation_form(entry: Entry | None, region: str, speech: Words) -> Document:
    """Lay out the evaluation with what was planned, in the words of the application."""
    say, form = speech.say, entry.form if entry else {}
    title = say("materials.evaluation")
    numbered: list[list[Block]] = [
        [Paragraph(say("materials.evaluation_when"), "hint"), _identity(entry, region, speech)],
        [_table("outputs", ("output", "planned", "reached", "proof", "remark"), _outputs(form), speech)],
        [_table("indicators", ("name", "unit", "base", "target", *TIMES_OF_FORM, "proof"), _indicators(form), speech)],
        [_table("common", ("name", "planned", *TIMES_OF_FORM, "proof"), _common(form, speech), speech, least=0)],
        _money(form, speech),
        [Paragraph(say("evaluation.words.judged_how"), "hint"), _judged(speech)],
        [fields(say("materials.unplanned"), [(say(f"evaluation.words.effect.{one}"), "") for one in EFFECTS], speech)],
        [Paragraph(say("materials.story_how"), "hint"), Paragraph(lines(6, 80))],
        [_table("partners", ("organisation", "sector", "task", "did", "again"), _partners(form, speech), speech)],
        [fields(say("materials.lessons"), [(say(f"evaluation.words.lesson.{one}"), "") for one in LESSONS], speech)],
        [Paragraph(say("materials.check_apart"))],
        [fields(say("materials.end"), [(say(f"evaluation.words.end.{one}"), "") for one in END], speech)],
    ]
    blocks: list[Block] = [Heading(1, title)]
    for n, (name, part) in enumerate(zip(_BLOCKS, numbered, strict=True), start=1):
        blocks += [Heading(2, f"{n}. {say(f'materials.{name}')}"), *part]
    return paper(title, blocks, speech)


def check_form(entry: Entry | None, region: str, speech: Words) -> Document:
    """Lay out the check 6, 12 and 24 months after the end: eight questions, each with a word of proof."""
    say, form = speech.say, entry.form if entry else {}
    title = say("materials.check")
    ended = entry.ended_on if entry else ""
    times = [
        f"{say(f'evaluation.words.time.{time}')}{f' ({speech.day(due(ended, time))})' if ended else ''}"
        for time in TIMES
    ]
    ways = [say(f"materials.way.{way}") for way in WAYS if way != "link"]
    asked = [
        *_named(entry, region, speech),
        (say("materials.check_time"), ticks(times)),
        (say("materials.way"), ticks(ways)),
        (say("materials.checker"), ""),
        (say("materials.day"), ""),
    ]
    planned = [[name, plan] for name, plan, *_ in _common(form, speech) if plan]
    options = [say(f"evaluation.words.answer.{answer}") for answer in (*ANSWERS, "")]
    rows = []
    for q in QUESTIONS:
        number = "\n".join(f"{say(f'evaluation.words.{one}')}: {CELL}" for one in ("jobs", "firms"))
        rows.append([f"{q}. {say(f'evaluation.words.{q}')}", number if q == "Q5" else ticks(options), lines(2, 24)])
    columns = [say(f"materials.{name}") for name in ("question", "answer", "proof")]
    blocks: list[Block] = [
        Heading(1, title),
        Paragraph(say("materials.check_how"), "hint"),
        fields(say("materials.identity"), asked, speech),
    ]
    if planned:
        label = say("materials.promised")
        blocks += [Heading(2, label), Table(label, [say("materials.name"), say("materials.planned")], planned)]
    blocks += [
        Heading(2, say("materials.questions")),
        Table(say("materials.questions"), columns, rows),
        Paragraph(say("materials.verdict_rule"), "hint"),
    ]
    return paper(title, blocks, speech)


def _named(entry: Entry | None, region: str, speech: Words) -> list[tuple[str, str]]:
    form = entry.form if entry else {}
    number, title = (entry.number, entry.title) if entry else ("", "")
    told = {"number": number, "region": region, "title": title}
    asked = [(speech.say(f"register.list.{name}"), text) for name, text in told.items()]
    return [*asked, *((speech.say(f"register.field.{name}"), str(form.get(name, ""))) for name in ("lead", "champion"))]


def _identity(entry: Entry | None, region: str, speech: Words) -> Table:
    say, form = speech.say, entry.form if entry else {}
    start, ended = form.get("start", ""), entry.ended_on if entry else ""
    planned = [m.get("planned", "") for m in rows(entry, MILESTONES)] if entry else []
    last = max(filter(None, planned), default="")
    told = {
        "start_planned": speech.day(start) if start else "",
        "end_planned": speech.day(last) if last else "",
        "start_actual": "",
        "end_actual": speech.day(ended) if ended else "",
        "checker": "",
    }
    asked = [*_named(entry, region, speech), *((say(f"materials.{name}"), text) for name, text in told.items())]
    ways = (say("materials.way"), ticks(say(f"materials.way.{way}") for way in WAYS if way != "link"))
    return fields(say("materials.identity"), [*asked, ways], speech)


def _table(name: str, columns: tuple[str, ...], known: list[list[str]], speech: Words, least: int = 3) -> Table:
    heads = [speech.say(f"materials.{column}") for column in columns]
    return Table(speech.say(f"materials.{name}"), heads, more(known, len(columns), least))


def _outputs(form: dict[str, Any]) -> list[list[str]]:
    return [[str(row.get("output", "")), str(row.get("quantity", "")), "", "", ""] for row in form.get("outputs", [])]


def _indicators(form: dict[str, Any]) -> list[list[str]]:
    names = ("name", "unit", "base", "target")
    return [[*(str(row.get(name, "")) for name in names), "", "", ""] for row in form.get("indicators", [])]


def _common(form: dict[str, Any], speech: Words) -> list[list[str]]:
    told = []
    for code in INDICATORS:
        planned = form.get(_PLANNED.get(code, ""), "")
        told.append([speech.say(f"evaluation.words.line.common-{code}"), str(planned), "", "", ""])
    return told


def _money(form: dict[str, Any], speech: Words) -> list[Block]:
    say = speech.say
    lines_ = [
        [str(row.get("item", "")), _sum(row), say(f"register.choice.{row['payer']}") if row.get("payer") else "", ""]
        for row in form.get("budget", [])
    ]
    total = budget_total(form)
    total_row = [[say("register.field.total"), f"{total:f}" if total else str(form.get("total", "")), "", ""]]
    known = [*more(lines_, 4, 3), *more(total_row, 4, 1)]
    heads = [say(f"materials.{name}") for name in ("item", "budget", "payer", "actual")]
    own = [(say(f"register.field.{name}"), str(form.get(name, ""))) for name in ("own_cash", "own_kind")]
    asked = [*own, *((say(f"evaluation.words.{name}"), "") for name in ("own_delivered", *COSTS))]
    return [Table(say("materials.money"), heads, known), fields(say("materials.money"), asked, speech)]


def _sum(row: dict[str, Any]) -> str:
    return f"{budget_total({'budget': [row]}).normalize():f}" if row.get("unit_price") else ""


def _judged(speech: Words) -> Table:
    say = speech.say
    heads = [say("materials.question"), *(say(f"evaluation.words.by.{who}") for who in BY), say("materials.why")]
    asked = [[say(f"evaluation.words.judge.{one}"), *["1  2  3  4  5"] * len(BY), CELL] for one in JUDGED]
    return Table(say("materials.judged"), heads, asked)


def _partners(form: dict[str, Any], speech: Words) -> list[list[str]]:
    return [
        [
            str(row.get("organisation", "")),
            speech.say(f"register.choice.{row['sector']}") if row.get("sector") else "",
            str(row.get("role", "")),
            *("", ""),
        ]
        for row in form.get("partners", [])
    ]
