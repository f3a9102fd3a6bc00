"""The head: what workshop this is, where, when, led by whom, and how far it has come."""

from __future__ import annotations

from ..sheet import Sheet
from ..tree import Heading, Part, Table
from .common import span


def header(sheet: Sheet) -> Part:
    w, say = sheet.workshop, sheet.say
    status = "ended" if w.ended_at else "running" if w.started_at else "planned"
    facts = [
        ("minutes.kind", say(f"templates.{w.template}.name")),
        ("minutes.region", sheet.region or w.region),
        ("minutes.place", w.place),
        ("minutes.date", sheet.words.day(w.date)),
        ("minutes.time_planned", f"{w.begins}–{w.ends}" if w.begins and w.ends else w.begins),
        ("minutes.time", span(sheet, w.started_at, w.ended_at)),
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
