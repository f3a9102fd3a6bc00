"""The sheet on which one member rates measures: an interest, nine knock-outs, nine weighted criteria, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shared.domain.activities.knockouts import QUESTIONS, word
from shared.domain.activities.rating import MINIMUMS, WEIGHTS
from shared.domain.records import Measure
from shared.domain.register.entries import Entry

from ..sheet import Words
from ..tree import Block, Document, Heading, Paragraph, Strong, Table
from .paper import BOX, CELL, LONG, SHORT, fields, lines, paper

_ANCHORS = (0, 3, 5)
_ANSWERS = ("yes", "no", "repaired")
_FACTS = ("lead", "champion", "asked", "own", "effect", "effect_month")


@dataclass(frozen=True)
class Rated:
    """A measure as the sheet shows it: its facts by ``_FACTS``, and what the office answered to the knock-outs."""

    title: str
    facts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


def of_entry(entry: Entry) -> Rated:
    """Take what the sheet shows of a measure from its application."""
    form = entry.form
    own = form.get("own_cash", 0) + form.get("own_kind", 0)
    told = {name: str(form.get(name, "")) for name in _FACTS} | {"own": str(own) if own else ""}
    return Rated(f"{entry.number} {entry.title}", told)


def of_measure(measure: Measure) -> Rated:
    """Take what the sheet shows of a measure from its sketch."""
    sketch = measure.sheet
    told = {name: str(sketch.get(name, "")) for name in ("asked", "own", "effect")}
    told |= {"champion": measure.champion, "effect_month": str(sketch.get("month", ""))}
    answers = {name: str(sketch.get(name, "")) for k in QUESTIONS for name in (k, word(k))}
    return Rated(measure.title, told, answers)


def rating_sheet(
    measures: Iterable[Rated],
    speech: Words,
    weights: Sequence[int] = WEIGHTS,
    minimums: Sequence[int] = MINIMUMS,
    line: int = 60,
) -> Document:
    """Lay the sheet out for each of the measures; without any it is the blank one for a single measure."""
    say = speech.say
    title = say("materials.rating")
    member = [(say(f"materials.{name}"), "") for name in ("member", "day", "round")]
    blocks: list[Block] = [
        Heading(1, title),
        Paragraph(say("materials.rating_how", line=line), "hint"),
        fields(say("materials.member"), member, speech),
    ]
    for measure in list(measures) or [Rated("")]:
        blocks += _measure(measure, speech, weights, minimums)
    return paper(title, blocks, speech)


def _measure(measure: Rated, speech: Words, weights: Sequence[int], minimums: Sequence[int]) -> list[Block]:
    say = speech.say
    facts = [(say(f"materials.fact.{name}"), measure.facts.get(name, "")) for name in _FACTS]
    conflict = f"{BOX} {say('register.choice.no')}   {BOX} {say('register.choice.yes')}: {LONG}"
    return [
        Heading(2, measure.title or f"{say('register.list.title')}: {LONG}"),
        fields(say("materials.facts"), facts, speech),
        Paragraph([Strong(say("materials.conflict")), f" {conflict}"]),
        Heading(3, say("materials.knockouts")),
        Paragraph(say("materials.knockouts_how"), "hint"),
        _knockouts(measure.answers, speech),
        Heading(3, say("materials.criteria")),
        _criteria(speech, weights, minimums),
        Paragraph([Strong(say("materials.overall")), f" {lines(2, 60)}"]),
    ]


def _knockouts(answers: Mapping[str, str], speech: Words) -> Table:
    say = speech.say
    columns = [say("materials.question"), *(say(f"materials.answer.{one}") for one in _ANSWERS), say("materials.word")]
    rows = [
        [
            f"{k}. {say(f'rating.words.{k}')}",
            *("[ X ]" if answers.get(k) == one else BOX for one in _ANSWERS),
            answers.get(word(k)) or CELL,
        ]
        for k in QUESTIONS
    ]
    return Table(say("materials.knockouts"), columns, rows)


def _criteria(speech: Words, weights: Sequence[int], minimums: Sequence[int]) -> Table:
    say = speech.say
    heads = [say(f"materials.{name}") for name in ("criterion", "weight")]
    columns = [*heads, *map(str, _ANCHORS), say("materials.score"), say("materials.why")]
    rows = []
    for n, (weight, least) in enumerate(zip(weights, minimums, strict=True), start=1):
        name = f"C{n}. {say(f'rating.words.C{n}')}"
        named = f"{name} ({say('materials.least', n=least)})" if least else name
        anchors = [say(f"rating.words.C{n}.{anchor}") for anchor in _ANCHORS]
        rows.append([named, str(weight), *anchors, SHORT, CELL])
    return Table(say("materials.criteria"), columns, rows, frozenset({1}))
