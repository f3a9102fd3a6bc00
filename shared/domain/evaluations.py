"""What became of a measure: what was reached, whether that is agreed, how it does later, who looks next and when.

The plan stays as it was: nothing here changes its words, and a correction is a remark beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .activities.evaluation import TIMES
from .changes import Change, Refused, edit
from .conclusions import WORTH
from .conclusions import told as concluded
from .records import Activity, Measure, Phase
from .register.indicators import INDICATORS, amount, hundredths
from .registry import ANYONE, Asked, rule
from .room import iso_day
from .shape import Id
from .sustainability import ANSWERED, ANSWERS, QUESTIONS, verdict, verified
from .text import line

LINES = ("effect", "month", "total", "own", "champion")  # of every plan; a measure's indicators follow
COMMON = {f"common-{code}": one for code, one in INDICATORS.items()}  # of all measures, in the same units
WAYS = ("visit", "call", "paper")  # in which somebody looks again
PROOFS = ("list", "photo", "book", "statement", "none")
STATES = ("confirmed", "disputed")
VALUE, REMARK, WORD, PROOF_WORD, CHECKER = 120, 160, 160, 160, 120  # characters
FIGURES = ("Q5_jobs", "Q5_firms")
_FIGURE = re.compile(r"\d{1,6}(\.\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class Report:
    activity: Id
    measure: Id
    line: Id
    value: str | None = None
    proof: str | None = None
    remark: str | None = None


@dataclass(frozen=True)
class Judge:
    activity: Id
    measure: Id
    line: Id
    state: str
    word: str = ""


@dataclass(frozen=True)
class Check:
    activity: Id
    measure: Id
    answers: dict[str, str]


@dataclass(frozen=True)
class Schedule:
    measure: Id
    time: str
    due: str | None = None
    checker: str | None = None
    way: str | None = None


@rule("measure.report", Report, ANYONE)
def report(asked: Asked, command: Report) -> Change:
    """Tell what was reached in one line of the plan. What is told anew is no longer agreed on."""
    measure, told = _evaluated(asked, command.activity, command.measure), {}
    _line_of(measure, command.line)
    if command.value is not None:
        told["value"] = line(command.value, VALUE)
        if told["value"] and command.line in COMMON:
            told["value"] = figure(hundredths(told["value"], COMMON[command.line].whole))
        elif told["value"] and command.line in {row["id"] for row in measure.budget}:
            told["value"] = figure(amount(told["value"]))
    if command.proof is not None:
        if command.proof not in ("", *PROOFS):
            raise Refused("invalid", "argument_wrong", name="proof")
        told["proof"] = command.proof
    if command.remark is not None:
        told["remark"] = line(command.remark, REMARK)
    before = measure.reached.get(command.line, {})
    if any(told.get(name, before.get(name, "")) != before.get(name, "") for name in ("value", "proof")):
        told |= {"state": "", "word": ""}
    return _laid(measure, "reached", command.line, told, "measure.reported")


@rule("measure.judge", Judge)
def judge(asked: Asked, command: Judge) -> Change:
    """Note what the room says to a value: agreed, or disputed with a word; "" takes it back."""
    measure = _evaluated(asked, command.activity, command.measure)
    _line_of(measure, command.line)
    if command.state not in ("", *STATES):
        raise Refused("invalid", "argument_wrong", name="state")
    if command.state and not measure.reached.get(command.line, {}).get("value"):
        raise Refused("invalid", "nothing_reached")
    word = line(command.word, WORD, least=1 if command.state == "disputed" else 0)
    judged = {"state": command.state, "word": word if command.state else ""}
    return _laid(measure, "reached", command.line, judged, "measure.judged")


@rule("measure.check", Check, ANYONE)
def check(asked: Asked, command: Check) -> Change:
    """Answer questions of the check that the step is about; "" takes an answer back. The verdict follows by itself.

    In a step about what a measure was worth the answers are those of conclusions.py, of which none follows.
    """
    measure = _evaluated(asked, command.activity, command.measure)
    settings = asked.one(Activity, command.activity).settings
    if settings["part"] == WORTH:
        said = {name: concluded(name, value, asked.by_facilitator) for name, value in command.answers.items()}
        return _laid(measure, "checks", WORTH, said, "measure.concluded")
    time = str(settings["time"])
    answers = {name: _answer(name, value) for name, value in command.answers.items()}
    found = {**measure.checks.get(time, {}), **answers}
    return _laid(measure, "checks", time, {**answers, "verdict": verdict(verified(found))}, "measure.checked")


@rule("measure.schedule", Schedule)
def schedule(asked: Asked, command: Schedule) -> Change:
    """Say who looks at a measure again, by which day and in which way; a day has a name beside it."""
    measure = asked.one(Measure, command.measure)
    if command.time not in TIMES:
        raise Refused("invalid", "argument_wrong", name="time")
    before = measure.checks.get(command.time, {})
    due, checker = (
        before.get(name, "") if given is None else given
        for name, given in (("due", command.due), ("checker", command.checker))
    )
    due = iso_day(due) if due else ""
    checker = line(checker, CHECKER)
    if due and not checker:
        raise Refused("invalid", "who_looks")
    if command.way not in (None, "", *WAYS):
        raise Refused("invalid", "argument_wrong", name="way")
    way = {} if command.way is None else {"way": command.way}
    return _laid(measure, "checks", command.time, {"due": due, "checker": checker, **way}, "measure.scheduled")


def plan_stays(asked: Asked) -> None:
    """Refuse to change a plan once its evaluation has been opened."""
    for activity in asked.board.find(Activity):
        if KINDS_OF_ACTIVITY[activity.kind].evaluates and activity.phase != Phase.DRAFT:
            raise Refused("phase_closed", "plan_stays")


def _evaluated(asked: Asked, id: str, measure_id: str) -> Measure:
    """Find a measure for whoever fills it in while the step is open, for the facilitator afterwards as well."""
    activity = asked.one(Activity, id)
    if not KINDS_OF_ACTIVITY[activity.kind].evaluates:
        raise Refused("invalid", "evaluates_nothing")
    measure = asked.one(Measure, measure_id)
    if not asked.by_facilitator and measure.author != asked.actor.id:
        raise Refused("not_allowed", "measure_elsewhere")
    if activity.phase == Phase.OPEN or (asked.by_facilitator and activity.phase != Phase.DRAFT):
        return measure
    raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")


@dataclass(frozen=True)
class Total:
    """A common figure of several measures: in hundredths, and by how many of them it is told."""

    line: str
    value: int
    known: int


def totals(measures: Iterable[Measure]) -> list[Total]:
    """Add the common figures up, each over the measures that tell it; what is disputed is left out."""
    told: dict[str, list[int]] = {}
    for measure in measures:
        for name, indicator in COMMON.items():
            reached = measure.reached.get(name, {})
            if reached.get("value") and reached.get("state") != "disputed":
                told.setdefault(name, []).append(hundredths(reached["value"], indicator.whole))
    return [Total(name, sum(told[name]), len(told[name])) for name in COMMON if name in told]


def figure(value: int) -> str:
    """Write hundredths as a figure: 450 -> "4.5"."""
    return f"{value // 100}.{value % 100:02d}".rstrip("0").rstrip(".")


def _line_of(measure: Measure, name: str) -> None:
    own = {row["id"] for row in (*measure.indicators, *measure.budget)}
    if name not in LINES and name not in COMMON and name not in own:
        raise Refused("invalid", "argument_wrong", name="line")


def _answer(name: str, value: str) -> str:
    question, _, about = name.partition("_")
    if name in FIGURES:
        if value and not _FIGURE.fullmatch(value):
            raise Refused("invalid", "argument_wrong", name=name)
        return value
    if question in QUESTIONS and about == "word":
        return line(value, PROOF_WORD)
    if name not in ANSWERED or value not in ("", *ANSWERS):
        raise Refused("invalid", "argument_wrong", name=name[:40])
    return value


def _laid(measure: Measure, where: str, key: str, values: dict[str, Any], verb: str) -> Change:
    """Lay values over one entry of a measure; what is empty is not kept."""
    entries: dict[str, dict[str, str]] = getattr(measure, where)
    laid = {name: value for name, value in {**entries.get(key, {}), **values}.items() if value}
    rest = {name: entry for name, entry in entries.items() if name != key}
    return Change(verb, (edit(measure, **{where: {**rest, key: laid} if laid else rest}),), measure.title)
