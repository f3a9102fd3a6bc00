"""Ballots on paper: numbered sheets on which a vote is filled in by hand, and a sheet to count them by.

Before a vote has opened nobody knows what groups or measures it will be about: there is room to write them in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity, Sector, Workshop
from shared.voting.rating import CRITERIA
from shared.voting.scores import ROLES, SCALES, UNKNOWN

from ..sheet import Words
from ..tree import Block, Document, Heading, Paragraph, Runs, Strong, Table
from .paper import BOX, CELL, LONG, SHORT, fields, lines, paper, ticks

_BLANK = 10  # lines for what a vote will be about
_BLANK_PARTS = 3  # of what takes a table of its own
_CIRCLE = "(   )"
_MOST_CIRCLES = 6  # in one line; more are written as a number


@dataclass(frozen=True)
class Ballot:
    """A vote as its sheets show it: ``options`` by id with their titles, none where they are not fixed yet."""

    step: Activity
    options: Mapping[str, str]
    speech: Words

    def say(self, key: str, **values: object) -> str:
        return self.speech.say(f"ballots.{key}", **values)

    @property
    def titles(self) -> Sequence[str]:
        return list(self.options.values()) or [LONG] * _BLANK

    @property
    def parts(self) -> Sequence[str]:
        """Name what is answered one by one."""
        return list(self.options.values()) or [f"{self.choice}: {LONG}"] * _BLANK_PARTS

    @property
    def choice(self) -> str:
        return self.speech.say("vote.minutes.choice")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Runs]]) -> Table:
        return Table(self.step.title, columns, rows)


Form = Callable[[Ballot], list[Block]]


def ballots(workshop: Workshop, ballot: Ballot, numbers: range, there: int) -> Document:
    """Lay out one sheet for each number; ``there``: how many people were counted without a phone, 0: not counted."""
    step, say = ballot.step, ballot.say
    title = say("title", step=step.title)
    form = FORMS.get(step.kind, _plain)(ballot)
    blocks: list[Block] = [Heading(1, f"{workshop.title}: {title}"), *_count(ballot, numbers, there)]
    for n in numbers:
        blocks += [Heading(2, f"{say('sheet', n=n)} – {step.title}", fresh=True), *_asked(ballot), *form]
        blocks.append(Paragraph(say("box"), "hint"))
    return paper(title, blocks, ballot.speech)


def _asked(ballot: Ballot) -> list[Block]:
    step = ballot.step
    blocks: list[Block] = [Paragraph(Strong(step.question))] if step.question else []
    if step.settings.get("by_sector"):
        sectors = "   ".join(f"{BOX} {ballot.speech.say(f'common.sector.{sector}')}" for sector in Sector)
        blocks.append(Paragraph(f"{ballot.say('sector')}  {sectors}"))
    return blocks


def _count(ballot: Ballot, numbers: range, there: int) -> list[Block]:
    """Give the sheet by which all sheets are found again: printed, given out, come back, entered."""
    say = ballot.say
    known = {
        "printed": say("printed_which", n=len(numbers), first=numbers[0], last=numbers[-1]),
        "people": str(there) if there else "",
    }
    asked = ("printed", "people", "given", "left", "back", "blank", "spoiled", "entered", "difference")
    label = say("count")
    return [
        Heading(2, label),
        Paragraph(say("count_how"), "hint"),
        fields(label, [(say(f"count.{name}"), known.get(name, "")) for name in asked], ballot.speech),
        Paragraph(f"{say('counted_by')} {lines(2, 30)}"),
    ]


def _plain(ballot: Ballot) -> list[Block]:
    """Leave room for an answer, or for one beside each choice."""
    label = ballot.speech.say("poll.words.answer")
    if ballot.options:
        return [ballot.table([ballot.choice, label], [[title, CELL] for title in ballot.titles])]
    return [Paragraph(f"{label}: {lines(2)}")]


def _dots(ballot: Ballot) -> list[Block]:
    dots, most, minus = (ballot.step.settings[name] for name in ("dots", "most", "minus"))
    rule = ballot.say("dots", n=dots, most=min(dots, most))
    columns, cells = [ballot.choice, ballot.say("dots_column")], [_circles(min(dots, most))]
    if minus:
        rule += " " + ballot.say("minus", n=minus)
        columns, cells = [*columns, ballot.say("minus_column")], [*cells, _circles(minus)]
    return [Paragraph(rule), ballot.table(columns, [[title, *cells] for title in ballot.titles])]


def _circles(n: int) -> str:
    return " ".join([_CIRCLE] * n) if n <= _MOST_CIRCLES else SHORT


def _choice(ballot: Ballot) -> list[Block]:
    least, most = (ballot.step.settings[name] for name in ("least", "most"))
    rule = ballot.say("tick_one") if most == 1 else ballot.say("tick_most", n=most) if most else ballot.say("tick_any")
    if least:
        rule += " " + ballot.say("tick_least", n=least)
    return [Paragraph(rule), Paragraph(ticks(ballot.titles)), *_reason(ballot)]


def _ranking(ballot: Ballot) -> list[Block]:
    places = ballot.step.settings["places"]
    rule = ballot.say("rank") + (" " + ballot.say("rank_most", n=places) if places else "")
    columns = [ballot.choice, ballot.speech.say("vote.minutes.place")]
    return [Paragraph(rule), ballot.table(columns, [[title, SHORT] for title in ballot.titles])]


def _fund(ballot: Ballot) -> list[Block]:
    settings = ballot.step.settings
    points = settings["ballot"] == "points"
    rule = ballot.say("points", n=settings["points"]) if points else ballot.say("tick_any")
    costs = [f"{cost} {settings['currency']}" for cost in settings["costs"]] if ballot.options else []
    rows = [
        [title, costs[n] if n < len(costs) else SHORT, SHORT if points else BOX]
        for n, title in enumerate(ballot.titles)
    ]
    yours = ballot.say("points_column" if points else "support_column")
    return [Paragraph(rule), ballot.table([ballot.choice, ballot.say("cost"), yours], rows)]


def _scale(ballot: Ballot) -> list[Block]:
    settings = ballot.step.settings
    steps, names = list(range(settings["from"], settings["to"] + 1)), settings["names"]
    if len(names) == 2:
        names = [names[0], *[""] * (len(steps) - 2), names[1]]
    told = [f"{n} – {names[at]}" if names and names[at] else str(n) for at, n in enumerate(steps)]
    told += [ballot.speech.say("scale.phone.unsure")] if settings["unsure"] else []
    return [Paragraph(ballot.say("tick_one")), Paragraph(ticks(told)), *_reason(ballot)]


def _number(ballot: Ballot) -> list[Block]:
    settings = ballot.step.settings
    say = ballot.speech.say
    both = settings["least"] and settings["most"]
    limits = f" ({settings['least']} – {settings['most']})" if both else ""
    asked = f"{say('number.phone.your_number')}{limits}: {CELL} {settings['unit']}"
    return [Paragraph(asked), *_reason(ballot)]


def _fist(ballot: Ballot) -> list[Block]:
    told = [f"{n} – {ballot.speech.say(f'fist.words.finger.{n}')}" for n in range(6)]
    return [Paragraph(ballot.say("tick_one")), Paragraph(ticks(told)), *_reason(ballot)]


def _reason(ballot: Ballot) -> list[Block]:
    if not ballot.step.settings.get("reasons"):
        return []
    return [Paragraph(f"{ballot.speech.say('poll.words.your_reason')}: {lines(2)}")]


def _wordcloud(ballot: Ballot) -> list[Block]:
    words = ballot.step.settings["words"]
    return [Paragraph(ballot.say("words", n=words)), *(Paragraph(f"{n}. {LONG}") for n in range(1, words + 1))]


def _feedback(ballot: Ballot) -> list[Block]:
    say = ballot.speech.say
    ends = {1: say("feedback.words.low"), 5: say("feedback.words.high")}
    told = [f"{n} – {ends[n]}" if n in ends else str(n) for n in range(1, 6)]
    change = Paragraph(f"{say('feedback.words.change')}: {lines(3)}")
    return [Paragraph(ballot.say("tick_one")), Paragraph(ticks(told)), change]


def _rating(ballot: Ballot) -> list[Block]:
    say = ballot.speech.say
    columns = [say(f"materials.{name}") for name in ("criterion", "score", "why")]
    rows = [[f"{c}. {say(f'rating.words.{c}')}", SHORT, CELL] for c in CRITERIA]
    blocks: list[Block] = [Paragraph(ballot.say("rate"))]
    for part in ballot.parts:
        aside = Paragraph(f"{BOX} {say('rating.phone.aside')}")
        blocks += [Heading(3, part), aside, Table(part, columns, rows)]
    return blocks


def _scores(ballot: Ballot) -> list[Block]:
    step, say = ballot.step, ballot.speech.say
    scale = step.settings["scale"]
    answers = [_answer(ballot, scale, answer) for answer in SCALES[scale].answers]
    answers += [say(f"scores.words.{UNKNOWN}")] if step.settings["unknown"] else []
    questions = list(step.settings["questions"]) or [step.question]
    blocks: list[Block] = [Paragraph(ballot.say("tick_line"))]
    if step.settings["roles"]:
        roles = "   ".join(f"{BOX} {say(f'scores.words.role.{role}')}" for role in ROLES)
        blocks.append(Paragraph(f"{say('scores.phone.role')}  {roles}"))
    boxes = "   ".join(f"{BOX} {answer}" for answer in answers)
    lines_of = step.settings.get("lines")
    for id, part in ballot.options.items() or enumerate(ballot.parts):
        asked = [q for n, q in enumerate(questions, 1) if lines_of is None or str(n) in lines_of.get(id, ())]
        blocks.append(Heading(3, part))
        blocks += [Paragraph(f"{BOX} {say('scores.phone.mine')}")] if step.settings["roles"] else []
        blocks.append(Table(part, [say("materials.question"), say("poll.words.answer")], [[q, boxes] for q in asked]))
    return blocks


def _answer(ballot: Ballot, scale: str, answer: int | str) -> str:
    """Say an answer: a number with its word where it has one, else its word."""
    key = f"scores.words.{scale}.{answer}"
    if isinstance(answer, str):
        return ballot.speech.say(key)
    worded = scale == "reach" or answer in (SCALES[scale].answers[0], SCALES[scale].answers[-1])
    return f"{answer} – {ballot.speech.say(key)}" if worded else str(answer)


def _matrix(ballot: Ballot) -> list[Block]:
    say, trend = ballot.speech.say, ballot.step.settings["trend"]
    counts = ", ".join(f"{n} {say(f'matrix.phone.importance.{n}')}" for n in (1, 2, 3))
    rule = f"{say('materials.matrix_scale')} {say('matrix.phone.importance')} {counts}."
    columns = [ballot.say("factor"), ballot.say("rating_column"), say("materials.matrix_importance")]
    cells = [SHORT, SHORT]
    if trend:
        turns = ", ".join(f"{n} {say(f'matrix.words.trend.{n}')}" for n in (-1, 0, 1))
        rule += f" {say('matrix.phone.trend')} {turns}."
        columns, cells = [*columns, say("materials.matrix_trend")], [*cells, SHORT]
    factors = list(ballot.options) or ballot.step.settings["factors"]
    rows = [[f"{code} {say(f'factors.words.{code}')}", *cells] for code in factors]
    return [Paragraph(rule, "hint"), ballot.table(columns, rows)]


FORMS: Mapping[str, Form] = {
    "dots": _dots,
    "choice": _choice,
    "ranking": _ranking,
    "fund": _fund,
    "scale": _scale,
    "number": _number,
    "fist": _fist,
    "wordcloud": _wordcloud,
    "feedback": _feedback,
    "rating": _rating,
    "scores": _scores,
    "matrix": _matrix,
}
"""What stands on a sheet, by kind of vote; a kind that is not here has room to answer."""
_DEALT = frozenset({"twins"})  # to each phone by itself


def printable(kind: str) -> bool:
    """Say whether a step of this kind can be answered on a sheet."""
    found = KINDS_OF_ACTIVITY.get(kind)
    return found is not None and found.votes and found.check_paper is not None and kind not in _DEALT
