"""Compose the minutes: from records and the facilitator's own words to one document. Pure.

The headings are those of a good record: who, when, what was asked and how, what came out, what was decided, who does
what by when. A heading that has nothing to tell is left out. Numbers come from the frozen results, never counted anew.
"""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity, Cluster, Measure, Note, Phase, Pledge, Seat, Sector
from shared.domain.times import planned_times

from .sections import SECTIONS
from .sections.evaluation import next_dates
from .sections.pledging import told
from .sections.polls import answers_of
from .sections.vote import lots, quorum, receipts, revealed, shift
from .sheet import Sheet
from .tree import Block, Document, Heading, Item, Items, Link, Own, Paragraph, Part, Run, Table, Words

SCHEMA = "led-workshop/minutes/1"


def compose(sheet: Sheet) -> Document:
    """Compose the minutes of a workshop as its records stand now."""
    workshop = sheet.workshop
    parts = {
        "header": _header(sheet),
        "summary": _own(sheet, "summary", "minutes.summary"),
        "participants": _participants(sheet),
        "agenda": _agenda(sheet),
        "steps": _steps(sheet),
        "decisions": _decisions(sheet),
        "measures": _measures(sheet),
        "tasks": _tasks(sheet),
        "next_dates": _next_dates(sheet),
        "notes": _own(sheet, "note", "minutes.notes"),
        "feedback": _feedback(sheet),
        "annex": _annex(sheet),
    }
    data: dict[str, Any] = {"schema": SCHEMA, **parts["header"].data}
    for name, part in parts.items():
        if name != "header":
            data[name] = part.data.get(name, [])
    blocks = tuple(block for part in parts.values() for block in part.blocks)
    words = {
        "contents": sheet.say("minutes.contents"),
        "page": sheet.say("minutes.page", n="{n}", of="{of}"),
        "missing": sheet.say("minutes.missing", n="{n}"),
        **{name: sheet.say(f"minutes.sheet_{name}") for name in ("cards", "step", "group", "card", "stacked")},
    }
    return Document(workshop.language, workshop.title, blocks, data, words)


def _header(sheet: Sheet) -> Part:
    w, say = sheet.workshop, sheet.say
    status = "ended" if w.ended_at else "running" if w.started_at else "planned"
    facts = [
        ("minutes.kind", say(f"templates.{w.template}.name")),
        ("minutes.region", sheet.region or w.region),
        ("minutes.place", w.place),
        ("minutes.date", sheet.words.day(w.date)),
        ("minutes.time_planned", f"{w.begins}–{w.ends}" if w.begins else ""),
        ("minutes.time", _span(sheet, w.started_at, w.ended_at)),
        ("minutes.host", w.host),
        ("minutes.facilitators", w.facilitators),
        ("minutes.language", say(f"minutes.languages.{w.language}")),
        ("minutes.status", say(f"minutes.status_{status}")),
    ]
    rows = [(say(key), value) for key, value in facts if value]
    data = {
        "workshop": {
            **{name: getattr(w, name) for name in ("id", "code", "title", "template", "language", "date")},
            "region": sheet.region or w.region,
            **{
                name: getattr(w, name)
                for name in ("place", "host", "facilitators", "begins", "ends", "started_at", "ended_at")
            },
            "status": status,
        }
    }
    return Part((Heading(1, w.title), Table(say("minutes.facts"), (), rows)), data)


def _participants(sheet: Sheet) -> Part:
    seats = sheet.find(Seat, removed=False)
    counts = {str(sector): sum(seat.sector == sector for seat in seats) for sector in Sector}
    data = {"participants": {"total": len(seats), "by_sector": counts}}
    if not seats:
        return Part((), data)
    rows: list[list[Run]] = [[sheet.say(f"common.sector.{sector}"), str(n)] for sector, n in counts.items()]
    rows.append([sheet.say("minutes.total"), str(len(seats))])
    columns = (sheet.say("minutes.sector"), sheet.say("minutes.number"))
    table = Table(sheet.say("minutes.participants"), columns, rows, frozenset({1}))
    return Part((Heading(2, sheet.say("minutes.participants"), "participants"), table), data)


def _agenda(sheet: Sheet) -> Part:
    rows: list[list[Run]] = []
    data = []
    activities = sheet.find(Activity)
    begins = sheet.workshop.begins
    times = planned_times(begins, [activity.minutes for activity in activities]) if begins else []
    for place, activity in enumerate(activities):
        began, ended = activity.started_at, activity.ended_at
        took = round((ended - began) / 60_000) if began and ended else None
        title: Run = Link(activity.title, f"step-{activity.id}") if _told(sheet, activity) else activity.title
        planned = [f"{times[place]}–{times[place + 1]}"] if times else []
        rows.append(
            [str(activity.position), title, *planned, str(activity.minutes), _span(sheet, began, ended), _text(took)]
        )
        data.append(
            {
                **{name: getattr(activity, name) for name in ("id", "kind", "title", "position", "phase", "minutes")},
                "planned_at": times[place] if times else None,
                "started_at": began,
                "ended_at": ended,
                "minutes_taken": took,
            }
        )
    keys = ("number_short", "step", *(["planned"] if times else []), "minutes_planned", "when", "minutes_taken")
    figures = frozenset(place for place, key in enumerate(keys) if key not in ("step", "planned", "when"))
    table = Table(sheet.say("minutes.agenda"), [sheet.say(f"minutes.{key}") for key in keys], rows, figures)
    return Part((Heading(2, sheet.say("minutes.agenda"), "agenda"), table), {"agenda": data})


def _steps(sheet: Sheet) -> Part:
    blocks: list[Block] = []
    data = []
    for activity in sheet.find(Activity):
        if not _told(sheet, activity):
            continue
        section = SECTIONS[activity.kind](sheet, activity) if activity.phase != Phase.DRAFT else Part()
        blocks.append(Heading(3, f"{activity.position}. {activity.title}", f"step-{activity.id}"))
        if activity.question:
            blocks.append(Paragraph(sheet.say("minutes.question", question=activity.question), role="fact"))
        blocks += section.blocks
        shown = revealed(activity) or {}
        blocks += [*quorum(sheet, activity, shown), *lots(sheet, activity, shown)]
        blocks += [*shift(sheet, shown), *receipts(sheet, shown)]
        notes = sheet.find(Note, type="note", activity=activity.id)
        blocks += [Own(note.text, sheet.say("minutes.main_points"), note.id) for note in notes]
        data.append(
            {
                **{name: getattr(activity, name) for name in ("id", "kind", "title", "question", "phase")},
                **section.data,
                "notes": [note.text for note in notes],
            }
        )
    if blocks:
        blocks.insert(0, Heading(2, sheet.say("minutes.results"), "results"))
    return Part(tuple(blocks), {"steps": data})


def _decisions(sheet: Sheet) -> Part:
    notes = sheet.find(Note, type="decision")
    items = [Item([Words(note.text), *_at_step(sheet, note)]) for note in notes]
    data = [{"id": note.id, "text": note.text, "activity": note.activity} for note in notes]
    return _listed(sheet, "decisions", items, data)


def _measures(sheet: Sheet) -> Part:
    measures = sheet.find(Measure)
    dots = {
        item["id"]: item["dots"]
        for activity in sheet.find(Activity)
        if activity.kind == "dots" and activity.phase in (Phase.REVEALED, Phase.CONFIRMED) and activity.result
        for item in activity.result["items"]
    }
    rows: list[list[Run]] = []
    for number, measure in enumerate(measures, start=1):
        group = sheet.get(Cluster, measure.cluster)
        source: Run = Link(group.title, f"group-{group.id}") if group else ""
        parked = [measure.parked] if any(other.parked for other in measures) else []
        rows.append(
            [str(number), measure.title, measure.champion, source, _text(dots.get(measure.cluster or "")), *parked]
        )
    data = [
        {name: getattr(measure, name) for name in ("id", "title", "champion", "cluster", "parked")}
        | {"dots": dots.get(measure.cluster or "")}
        for measure in measures
    ]
    if not rows:
        return Part((), {"measures": data})
    keys = ["number_short", "measure", "champion", "from_group", "dots"]
    keys += ["parked"] * any(measure.parked for measure in measures)
    table = Table(sheet.say("minutes.measures"), [sheet.say(f"minutes.{key}") for key in keys], rows, frozenset({0, 4}))
    return Part((Heading(2, sheet.say("minutes.measures"), "measures"), table), {"measures": data})


def _tasks(sheet: Sheet) -> Part:
    """Gather what is to be done: the lines of the plans, then the facilitator's own tasks."""
    plans = {step.id for step in sheet.find(Activity) if step.kind == "plan"}
    lines = [pledge for pledge in sheet.find(Pledge) if pledge.activity in plans]
    tasks = sheet.find(Note, type="task")
    data: list[dict[str, Any]] = [{**told(line), "text": line.what} for line in lines]
    data += [{"id": task.id, "text": task.text, "who": task.who, "due": task.due} for task in tasks]
    if not data:
        return Part((), {"tasks": data})
    rows: list[list[Run]] = []
    for line in lines:
        measure = sheet.get(Measure, line.measure)
        rows.append([line.what, line.who, line.due, line.means, measure.title if measure else ""])
    rows += [[Words(task.text), task.who, task.due, "", ""] for task in tasks]
    for number, row in enumerate(rows, start=1):
        row[2] = sheet.words.day(str(row[2])) if row[2] else ""
        row.insert(0, str(number))
    keys = ["number_short", "task", "who", "due", "means", "measure"]
    if not lines:
        keys, rows = keys[:4], [row[:4] for row in rows]
    columns = [sheet.say(f"minutes.{key}") for key in keys]
    table = Table(sheet.say("minutes.tasks"), columns, rows, frozenset({0}))
    return Part((Heading(2, sheet.say("minutes.tasks"), "tasks"), table), {"tasks": data})


def _next_dates(sheet: Sheet) -> Part:
    """Tell by which day who looks at which measure again, as far as an evaluation has set it."""
    days = next_dates(sheet.find(Measure))
    if not days:
        return Part((), {"next_dates": days})
    rows: list[list[Run]] = [
        [sheet.words.day(day["due"]), day["title"], sheet.say(f"evaluation.words.time.{day['time']}"), day["checker"]]
        for day in days
    ]
    columns = [sheet.say(f"minutes.{key}") for key in ("date", "measure", "check", "checker")]
    table = Table(sheet.say("minutes.next_dates"), columns, rows)
    return Part((Heading(2, sheet.say("minutes.next_dates"), "next-dates"), table), {"next_dates": days})


def _own(sheet: Sheet, type: str, key: str) -> Part:
    """The facilitator's own words that belong to no step."""
    notes = sheet.find(Note, type=type, activity=None)
    name = "summary" if type == "summary" else "notes"
    data = {name: [{"id": note.id, "text": note.text} for note in notes]}
    if not notes:
        return Part((), data)
    words = [Own(note.text, sheet.say("minutes.own_words"), note.id) for note in notes]
    return Part((Heading(2, sheet.say(key), name), *words), data)


def _feedback(sheet: Sheet) -> Part:
    """Gather what people said of the day: the mean, how many answered, and what they would change."""
    blocks: list[Block] = []
    data = []
    for activity in sheet.find(Activity):
        result = revealed(activity) if activity.kind == "feedback" else None
        if result is not None:
            blocks += answers_of(sheet, activity, result)
            told = {name: result.get(name) for name in ("n", "mean", "exact")}
            data.append({"activity": activity.id, **told, "remarks": [one["text"] for one in result["remarks"]]})
    if blocks:
        blocks.insert(0, Heading(2, sheet.say("feedback.minutes.heading"), "feedback"))
    return Part(tuple(blocks), {"feedback": data})


def _annex(sheet: Sheet) -> Part:
    """Say how the figures came about: what was opened again and why, what was taken back after it was shown."""
    told = []
    data = []
    for act in sheet.acts:
        back = act["verb"] == "activity.revealed" and act.get("undoes")
        if act["verb"] == "activity.reopened" or back:
            key = "minutes.reveal_undone" if back else "minutes.reopened"
            clock = sheet.words.clock(act["at"])
            told.append(Item(sheet.say(key, clock=clock, title=act["subject"], reason=act.get("reason") or "")))
            data.append({"verb": act["verb"], "subject": act["subject"], "reason": act.get("reason"), "at": act["at"]})
    blocks: list[Block] = [Heading(2, sheet.say("minutes.method"), "method")]
    if told:
        blocks += [Paragraph(sheet.say("minutes.reopened_votes")), Items(told)]
    blocks += [Paragraph(sheet.say(f"minutes.method_{key}"), role="hint") for key in ("cards", "votes", "own")]
    return Part(tuple(blocks), {"annex": data})


def _told(sheet: Sheet, activity: Activity) -> bool:
    """Say whether a step has anything to tell beyond its line in the agenda."""
    if sheet.find(Note, type="note", activity=activity.id):
        return True
    return activity.phase != Phase.DRAFT and (
        activity.kind not in ("discussion", "energiser") or bool(activity.question)
    )


def _listed(sheet: Sheet, name: str, items: list[Item], data: list[dict[str, Any]]) -> Part:
    blocks = (Heading(2, sheet.say(f"minutes.{name}"), name), Items(items, ordered=True)) if items else ()
    return Part(blocks, {name: data})


def _at_step(sheet: Sheet, note: Note) -> list[Run]:
    activity = sheet.get(Activity, note.activity)
    if activity is None:
        return []
    target: Run = Link(activity.title, f"step-{activity.id}") if _told(sheet, activity) else activity.title
    return [" (", target, ")"]


def _span(sheet: Sheet, began: int | None, ended: int | None) -> str:
    if began is None:
        return ""
    return f"{sheet.words.clock(began)}–{sheet.words.clock(ended) if ended else ''}"


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
