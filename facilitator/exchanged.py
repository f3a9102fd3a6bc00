"""What travelled between two houses, put into words: named, and laid side by side where both have it otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import g

from shared.domain.exchange import ENTRY, REPORT, WORKSHOP, Item
from shared.domain.register.form import FIELDS
from shared.domain.register.words import answer
from shared.store.exchange import Met
from shared.web import language as speech
from shared.web.language import Speech
from shared.web.site import say

_NOT_TOLD = {"kind", "entry", "width", "height", "digest", "jpeg"}  # of a meeting or proposal, and of a photo


def called(item: Item) -> str:
    kind = say(f"exchange.kind.{item.kind}")
    title = speech.day(g.language, item.id) if item.kind == REPORT else item.title
    return f"{kind}: {title}"


def clash(met: Met) -> dict[str, Any]:
    """Lay two states of a thing side by side, where they differ; or tell whose number it is."""
    ours, theirs = _told(met.here) if met.here else {}, _told(met.item)
    names = list(dict.fromkeys([*theirs, *ours]))
    return {
        "name": f"{met.item.kind}:{met.item.id}",
        "called": called(met.item),
        "number": met.item.content.get("number", ""),
        "taken": met.fate == "taken",
        "rows": [(n, ours.get(n, "–"), theirs.get(n, "–")) for n in names if ours.get(n) != theirs.get(n)],
    }


def _told(item: Item) -> dict[str, str]:
    """Put what is in an item into words, line by line."""
    content, spoken = item.content, Speech(g.language)
    if item.kind == WORKSHOP:
        found = content["records"]["workshop"][0]
        told = {"title": found["title"], "date": speech.day(g.language, found["date"])}
        told |= {"changes": str(len(content["log"])), "versions": str(len(content["minutes"]))}
        return {say(f"exchange.line.{name}"): text for name, text in told.items()}
    if item.kind != ENTRY:
        lines: dict[str, Callable[[Any], str]] = {
            "days": lambda days: " · ".join(speech.day(g.language, day) for day in days.values()),
            "sectors": lambda sectors: ", ".join(say(f"register.choice.{one}") for one in sectors),
            "values": lambda values: " · ".join(
                f"{say(f'development.ask.{code}')}: {speech.figure(g.language, n)}"
                for code, n in sorted(values.items())
            ),
            "capable": lambda capable: " · ".join(
                say(f"development.can.{p}") for p, a in capable.items() if a == "yes"
            ),
        }
        shown = {name: value for name, value in content.items() if value and name not in _NOT_TOLD}
        told = {name: lines.get(name, str)(value) for name, value in shown.items()}
        return {say(f"exchange.line.{name}"): text for name, text in told.items()}
    answers = {
        say(f"register.field.{name}"): answer(FIELDS[name], value, spoken) for name, value in content["form"].items()
    }
    values = {
        f"{say('programme.indicator.' + one['code'])}, {speech.day(g.language, one['day'])}": speech.figure(
            g.language, one["value"]
        )
        for one in content["readings"]
    }
    checks = {
        say(f"evaluation.words.time.{one['time']}"): say(f"evaluation.words.verdict.{one['verdict']}")
        for one in content["checks"]
    }
    state = {say("register.list.state"): say(f"register.state.{content['state']}")}
    ended = {say("register.list.ended_on"): speech.day(g.language, content["ended_on"])} if content["ended_on"] else {}
    return {**state, **ended, **answers, **values, **checks}


def _value(words: str, code: str, hundredths: int) -> str:
    return f"{say(f'{words}.{code}')}: {speech.figure(g.language, hundredths)}"
