"""Evaluation in the minutes: plan beside what was reached; the check with its rate; the worth; the next days."""

from __future__ import annotations

from typing import Any

from shared.domain.activities.evaluation import champion_planned
from shared.domain.budgets import Money, money
from shared.domain.conclusions import WORTH
from shared.domain.evaluations import COMMON, LINES, Total, figure, totals
from shared.domain.records import Activity, Measure, Pledge
from shared.domain.sustainability import NOT_VERIFIED, QUESTIONS, Rate, rate, verified

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part, Run, Strong, Table, strong
from .cards import measure_link
from .worth import worth_of

_COLUMNS = ("planned", "reached", "proof", "remark", "status")


def evaluation(sheet: Sheet, activity: Activity) -> Part:
    measures = sheet.find(Measure)
    part = activity.settings["part"]
    if not measures:
        return Part((Paragraph(sheet.say("evaluation.minutes.none"), role="hint"),), {"part": part, "measures": []})
    if part == WORTH:
        return worth_of(sheet, measures)
    return {"facts": _facts, "check": _check, "dates": _dates}[part](sheet, activity, measures)


def _facts(sheet: Sheet, activity: Activity, measures: list[Measure]) -> Part:
    blocks: list[Block] = []
    data = []
    for measure in measures:
        lines, spent = _lines(sheet, activity, measure), money(measure)
        title = measure.title
        blocks.append(Paragraph(strong(measure_link(measure))))
        if origin := measure.origin:
            date = sheet.words.day(origin["date"])
            blocks.append(Paragraph(sheet.say("evaluation.words.from", title=origin["title"], date=date), role="fact"))
        if lines:
            columns = [sheet.say("evaluation.minutes.line")]
            columns += [
                sheet.say(f"evaluation.words.{key}") for key in ("planned", "reached", "proof", "remark", "status")
            ]
            rows = [_row(sheet, line) for line in lines]
            if spent is not None:
                rows.append(_sum(sheet, spent))
            blocks.append(Table(sheet.say("evaluation.minutes.table", title=title), columns, rows))
        else:
            blocks.append(Paragraph(sheet.say("evaluation.minutes.nothing", title=title), role="hint"))
        former = sheet.find(Pledge, measure=measure.id)
        former = [pledge for pledge in former if pledge.former]
        if former:
            blocks.append(_former(sheet, measure, former))
        said = [
            {name: getattr(p, name) for name in ("former", "who", "what", "due", "means", "champion")} for p in former
        ]
        told = {"id": measure.id, "title": title, "origin": measure.origin, "lines": lines, "former": said}
        data.append(told if spent is None else {**told, "budget": _summed(spent)})
    together = totals(measures)
    if together:
        blocks += _together(sheet, together, len(measures))
    common = [{"line": one.line, "value": figure(one.value), "known": one.known} for one in together]
    return Part(tuple(blocks), {"part": "facts", "measures": data, "common": common})


_NONE = "–"  # in a table of ten columns no language has room for words that say that nothing counts


def _together(sheet: Sheet, together: list[Total], measures: int) -> tuple[Block, ...]:
    """Tell the common figures of all measures, and by how many of them each is told."""
    columns = [sheet.say("evaluation.minutes.line"), sheet.say("evaluation.words.reached")]
    columns.append(sheet.say("evaluation.words.known_head"))
    rows: list[list[Run]] = [
        [
            sheet.say(f"evaluation.words.line.{one.line}"),
            Strong(figure(one.value)),
            sheet.say("evaluation.words.known", n=one.known, of=measures),
        ]
        for one in together
    ]
    heading = sheet.say("evaluation.words.all_measures")
    table = Table(f"{sheet.say('evaluation.words.common')}: {heading}", columns, rows, frozenset({1}))
    note = Paragraph(sheet.say("evaluation.words.total_note"), role="hint")
    return Paragraph(Strong(heading)), table, note


def _lines(sheet: Sheet, activity: Activity, measure: Measure) -> list[dict[str, Any]]:
    """Tell the lines that were planned or told of: {"id", "name", "planned", "base", "reached"}."""
    planned = {name: str(measure.sheet.get(name, "")) for name in LINES}
    planned["champion"] = champion_planned(activity, measure)
    fixed = [
        {"id": name, "name": sheet.say(f"evaluation.words.line.{name}"), "planned": planned[name], "base": ""}
        for name in LINES
    ]
    own = [
        {
            **{name: one[name] for name in ("id", "name", "base")},
            "planned": " ".join(filter(None, (one["target"], one["target"] and one["unit"]))),
        }
        for one in measure.indicators
    ]
    common = [
        {"id": name, "name": sheet.say(f"evaluation.words.line.{name}"), "planned": "", "base": ""} for name in COMMON
    ]
    budget = [
        {"id": row["id"], "name": _item(sheet, row), "planned": row["planned"], "base": ""} for row in measure.budget
    ]
    told = [{**line, "reached": measure.reached.get(line["id"], {})} for line in fixed + own + budget + common]
    standing = {*LINES, *COMMON}  # told only where there is something to tell
    return [line for line in told if line["planned"] or line["reached"] or line["id"] not in standing]


def _item(sheet: Sheet, row: dict[str, str]) -> str:
    payer = sheet.say(f"evaluation.words.payer.{row['payer']}") if row.get("payer") else ""
    return f"{row['item']} ({payer})" if payer else row["item"]


def _sum(sheet: Sheet, spent: Money) -> list[Run]:
    """Add the lines of the budget up, as far as they are told."""
    remark = sheet.say("evaluation.words.lines_told", n=spent.known, of=spent.lines)
    if spent.difference is not None:
        sign = "+" if spent.difference > 0 else "−" if spent.difference < 0 else ""
        remark = sheet.say("evaluation.words.difference", n=f"{sign}{figure(abs(spent.difference))}")
    name = sheet.say("evaluation.words.line.budget")
    return [Strong(name), figure(spent.planned), Strong(figure(spent.spent) if spent.known else ""), "", remark, ""]


def _summed(spent: Money) -> dict[str, Any]:
    difference = None if spent.difference is None else spent.difference
    told = {"planned": figure(spent.planned), "spent": figure(spent.spent), "known": spent.known, "of": spent.lines}
    if difference is None:
        return told
    return {**told, "difference": f"{'-' if difference < 0 else ''}{figure(abs(difference))}"}


def _row(sheet: Sheet, line: dict[str, Any]) -> list[Run]:
    reached = line["reached"]
    base = sheet.say("evaluation.words.from_base", base=line["base"]) if line["base"] else ""
    proof = sheet.say(f"evaluation.words.proof.{reached['proof']}") if reached.get("proof") else ""
    state = sheet.say(f"evaluation.words.state.{reached['state']}") if reached.get("state") else ""
    agreed = ": ".join(filter(None, (state, reached.get("word", ""))))
    earlier = sheet.say("evaluation.words.earlier", value=reached["earlier"]) if reached.get("earlier") else ""
    planned = "; ".join(filter(None, (line["planned"], base, earlier)))
    return [line["name"], planned, Strong(reached.get("value", "")), proof, reached.get("remark", ""), agreed]


def _former(sheet: Sheet, measure: Measure, former: list[Pledge]) -> Table:
    columns = [sheet.say(f"evaluation.minutes.{key}") for key in ("said", "who", "what", "due", "means")]
    rows: list[list[Run]] = []
    for pledge in former:
        kind = "commit" if pledge.former == "commit" else "plan"
        stands = sheet.say("evaluation.minutes.champion") if pledge.champion else ""
        what = "; ".join(filter(None, (stands, pledge.what)))
        due = sheet.words.day(pledge.due) if pledge.due else ""
        rows.append([sheet.say(f"evaluation.words.former.{kind}"), pledge.who, what, due, pledge.means])
    return Table(sheet.say("evaluation.minutes.former", title=measure.title), columns, rows)


def _check(sheet: Sheet, activity: Activity, measures: list[Measure]) -> Part:
    time = activity.settings["time"]
    checks = {measure.id: measure.checks.get(time, {}) for measure in measures}
    verdicts = {id: check.get("verdict", NOT_VERIFIED) for id, check in checks.items()}
    counted = rate(verdicts.values())
    columns = [sheet.say("evaluation.minutes.measure"), *(sheet.say(f"evaluation.words.Q.{q}") for q in QUESTIONS)]
    columns.append(sheet.say("evaluation.minutes.verdict"))
    rows: list[list[Run]] = []
    for measure in measures:
        answers = [_answer(sheet, checks[measure.id], q) for q in QUESTIONS]
        rows.append(
            [measure_link(measure), *answers, Strong(sheet.say(f"evaluation.words.verdict.{verdicts[measure.id]}"))]
        )
    name = sheet.say(f"evaluation.words.time.{time}")
    blocks: list[Block] = [
        Table(sheet.say("evaluation.minutes.check_table", time=name), columns, rows),
        Paragraph(Strong(_rate(sheet, counted))),
        Paragraph(
            f"{_NONE}: {sheet.say('evaluation.words.answer.')}. {sheet.say('evaluation.minutes.not_due')}", "hint"
        ),
    ]
    blocks += [_proofs(sheet, measure, checks[measure.id]) for measure in measures if _words(checks[measure.id])]
    data = {
        "part": "check",
        "time": time,
        "rate": {name: getattr(counted, name) for name in ("effective", "partly", "ended", "checked", "due")},
        "measures": [
            {"id": m.id, "title": m.title, "check": checks[m.id], "verdict": verdicts[m.id]} for m in measures
        ],
    }
    return Part(tuple(blocks), data)


def _answer(sheet: Sheet, check: dict[str, str], question: str) -> str:
    if question == "Q5":
        figures = {"jobs": check.get("Q5_jobs"), "firms": check.get("Q5_firms")}
        told = [f"{sheet.say(f'evaluation.words.{name}')}: {n}" for name, n in figures.items() if n]
        return "; ".join(told) or _NONE
    given = verified(check).get(question, "")
    return sheet.say(f"evaluation.words.answer.{given}") if given else _NONE


def _words(check: dict[str, str]) -> list[str]:
    return [question for question in QUESTIONS if check.get(f"{question}_word")]


def _proofs(sheet: Sheet, measure: Measure, check: dict[str, str]) -> Table:
    columns = [sheet.say(f"evaluation.minutes.{key}") for key in ("question", "answer", "proof")]
    rows: list[list[Run]] = [
        [sheet.say(f"evaluation.words.{q}"), _answer(sheet, check, q), check[f"{q}_word"]] for q in _words(check)
    ]
    return Table(sheet.say("evaluation.minutes.proofs", title=measure.title), columns, rows)


def _rate(sheet: Sheet, counted: Rate) -> str:
    share = counted.share
    told = sheet.say("evaluation.words.no_rate")
    if share is not None:
        percent = int(100 * share + share.__class__(1, 2))  # to the nearest whole, a half upwards
        told = sheet.say("evaluation.words.rate", n=counted.effective, of=counted.checked, percent=percent)
    return f"{told} · {sheet.say('evaluation.words.checked', n=counted.checked, of=counted.due)}"


def _dates(sheet: Sheet, activity: Activity, measures: list[Measure]) -> Part:
    """Say where the days stand: with all the next dates."""
    days = next_dates(measures)
    heading = sheet.say("minutes.next_dates")
    there = [Link(heading, "next-dates")]
    said = sheet.woven("evaluation.minutes.dates", heading=there) if days else sheet.say("evaluation.minutes.no_dates")
    return Part((Paragraph(said, role="hint"),), {"part": "dates", "dates": len(days)})


def next_dates(measures: list[Measure]) -> list[dict[str, str]]:
    """List by day who looks at which measure again: {"due", "measure", "title", "time", "checker", "way"}."""
    days = [
        {
            **{"due": check["due"], "measure": m.id, "title": m.title, "time": time},
            **{name: check.get(name, "") for name in ("checker", "way")},
        }
        for m in measures
        for time, check in m.checks.items()
        if check.get("due")
    ]
    return sorted(days, key=lambda day: (day["due"], day["title"], day["time"]))
