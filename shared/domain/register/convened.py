"""What goes from the register into a workshop, in the words of its application, and what a workshop decided of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..conclusions import WORTH, costs
from ..evaluations import figure
from ..measures import BUDGET_ITEM, INDICATOR, MOST_INDICATORS, SHEET_NUMBERS, SHEET_TEXTS
from ..records import Activity, Measure, Phase, Voice
from ..showing import told
from .changing import lines, standing
from .checks import TIMES, Check
from .entries import Entry
from .indicators import MOST_AMOUNT
from .states import FOLLOWS, REASONED

MOST_LINES = 15  # of a plan


@dataclass(frozen=True)
class Outcome:
    """What a workshop came to about one measure. ``to``: the state it speaks for, "" where it speaks for none.

    ``reasons`` name why, for sentences of the catalogue; ``checks``: by time, the answers that were given there.
    """

    measure: str
    to: str = ""
    place: int | None = None
    total: str = ""
    means: dict[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    word: str = ""  # the room's own, where it set the measure aside
    recused: tuple[str, ...] = ()  # who had an interest in it, by name
    checks: dict[str, dict[str, str]] = field(default_factory=dict)
    worth: dict[str, str] = field(default_factory=dict)  # what was told of its worth, and the money reckoned from it


def taken_along(
    entries: Iterable[tuple[Entry, str, Mapping[str, Check]]], new_id: Callable[[], str], named: Callable[[str], str]
) -> dict[str, Any]:
    """Make what ``measure.carry`` takes of entries, each with the ISO day of its origin and its checks.

    ``named`` puts the code of a common indicator into words.
    """
    measures, pledges = [], []
    for entry, day, checks in entries:
        id = new_id()
        measures.append(
            {
                "id": id,
                "title": entry.title,
                "champion": entry.form.get("champion", ""),
                "sheet": _sheet(entry.form),
                "indicators": _indicators(entry.form, new_id, named),
                "budget": _budget(entry, new_id),
                "checks": {time: {**check.answers, "verdict": check.verdict} for time, check in checks.items()},
                "origin": {"title": entry.number, "date": day, "measure": entry.measure or entry.id, "entry": entry.id},
            }
        )
        for row in entry.form.get("activities", [])[:MOST_LINES]:
            said = {"what": row.get("what", ""), "who": row.get("who", ""), "due": row.get("to", "")}
            if said["what"]:
                rest = {"means": row.get("cost_line", ""), "champion": False, "former": "plan"}
                pledges.append({"id": new_id(), "measure": id, **said, **rest})
    return {"title": "", "measures": measures, "pledges": pledges}


def outcomes(records: Iterable[Any]) -> dict[str, Outcome]:
    """Tell by measure what was decided, as far as the room has seen it."""
    found = list(records)
    seen = [r for r in found if isinstance(r, Activity) and r.phase in (Phase.REVEALED, Phase.CONFIRMED)]
    results = [(step.kind, told(step) or {}) for step in sorted(seen, key=lambda step: (step.position, step.id))]
    fund = next((result for kind, result in reversed(results) if kind == "fund"), None)
    rating = next((r for kind, r in reversed(results) if kind == "rating" and r.get("round") == "second"), None)
    rated = {item["id"]: item for item in (rating or {}).get("items", ())}
    failed = {check["id"]: check["failed"] for check in (rating or {}).get("checks", ())}
    interests: dict[str, list[str]] = {}
    for voice in (r for r in found if isinstance(r, Voice) and r.answer == "interest" and r.measure):
        interests.setdefault(str(voice.measure), []).append(voice.who)
    return {
        measure.id: _outcome(measure, fund, rated.get(measure.id), bool(failed.get(measure.id)), interests)
        for measure in found
        if isinstance(measure, Measure)
    }


def way(state: str, to: str) -> list[str]:
    """List the states through which a measure comes into another, none of them for a reason; [] if there is no way."""
    paths = deque([[state]])
    been = {state}
    while paths:
        path = paths.popleft()
        if path[-1] == to:
            return path[1:]
        for then in FOLLOWS[path[-1]]:
            if then not in been and (then == to or then not in REASONED | {"idea"}):
                been.add(then)
                paths.append([*path, then])
    return []


def _outcome(
    measure: Measure,
    fund: Mapping[str, Any] | None,
    item: Mapping[str, Any] | None,
    failed: bool,
    interests: Mapping[str, list[str]],
) -> Outcome:
    checks = {time: dict(said) for time, said in measure.checks.items() if time in TIMES and said.get("verdict")}
    out: dict[str, Any] = {"recused": tuple(sorted(set(interests.get(measure.id, ())))), "checks": checks}
    out["worth"] = _worth(measure)
    if item is not None:
        out |= {"place": item.get("place"), "total": str(item.get("total", "")), "means": dict(item.get("means", {}))}
    if measure.parked:
        return Outcome(measure.id, "rejected", reasons=("parked",), word=measure.parked, **out)
    if failed:
        return Outcome(measure.id, "rejected", reasons=("knockout",), **out)
    if item is not None and item.get("verdict") in ("minimum", "line"):
        return Outcome(measure.id, "rejected", reasons=(item["verdict"],), **out)
    if fund is not None:
        for name, to in (("chosen", "selected"), ("reserve", "reserve")):
            if measure.id in fund.get(name, ()):
                return Outcome(measure.id, to, reasons=(name,), **out)
        if any(option["id"] == measure.id for option in fund.get("items", ())):
            return Outcome(measure.id, "rejected", reasons=("no_money",), **out)
    return Outcome(measure.id, "evaluated" if checks else "", **out)


def _worth(measure: Measure) -> dict[str, str]:
    said = dict(measure.checks.get(WORTH, {}))
    if not said:
        return {}
    money = {"own_delivered": measure.reached.get("own", {}).get("value", "")}
    return said | {name: str(value) for name, value in {**money, **costs(measure)}.items() if value}


def _sheet(form: Mapping[str, Any]) -> dict[str, Any]:
    partners: dict[str, list[str]] = {}
    for row in form.get("partners", []):
        said = ": ".join(text for text in (row.get("organisation", ""), row.get("role", "")) if text)
        if row.get("sector") and said:
            partners.setdefault(row["sector"], []).append(said)
    told_ = {
        "obstacle": form.get("obstacle", ""),
        "what": form.get("goal", ""),
        "gains": form.get("further", ""),
        "effect": form.get("effect", ""),
        "deputy": form.get("deputy", ""),
        **{sector: "; ".join(said) for sector, said in partners.items()},
    }
    texts = {name: text[: SHEET_TEXTS[name]] for name, text in told_.items() if text}
    own = form.get("own_cash", 0) + form.get("own_kind", 0)
    numbers = {"month": form.get("effect_month"), "total": form.get("total"), "asked": form.get("asked"), "own": own}
    return texts | {n: v for n, v in numbers.items() if type(v) is int and 0 < v <= SHEET_NUMBERS[n]}


def _budget(entry: Entry, new_id: Callable[[], str]) -> list[dict[str, str]]:
    """Take the lines of the budget along, as they stand with the changes that were allowed."""
    return [
        {"id": new_id(), "item": item[:BUDGET_ITEM], "planned": figure(amount), "payer": payer}
        for (item, payer), amount in zip(lines(entry), standing(entry).amounts, strict=True)
        if amount <= MOST_AMOUNT
    ]


def _indicators(
    form: Mapping[str, Any], new_id: Callable[[], str], named: Callable[[str], str]
) -> list[dict[str, str]]:
    lines = []
    for row in form.get("indicators", [])[:MOST_INDICATORS]:
        name = row.get("name") or (named(row["common"]) if row.get("common") else "")
        if name:
            said = {"name": name, **{key: str(row.get(key, "")) for key in ("unit", "base", "target")}}
            lines.append({"id": new_id(), **{key: said[key][:most] for key, most in INDICATOR.items()}})
    return lines
