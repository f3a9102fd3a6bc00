"""What each measure was worth, in the minutes: money, six questions by three, then in words what it taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shared.domain.conclusions import BY, EFFECTS, END, JUDGED, LESSONS, SECTORS, WORTH, costs
from shared.domain.records import Measure

from ..sheet import Sheet, Words
from ..tree import Block, Paragraph, Part, Run, Strong, Table, strong
from .cards import measure_link


def worth_of(sheet: Sheet, measures: list[Measure]) -> Part:
    """Tell measure by measure what was told of it; where nothing was, that alone."""
    blocks: list[Block] = []
    data = []
    for measure in measures:
        said = measure.checks.get(WORTH, {})
        money = _money(sheet, measure)
        blocks.append(Paragraph(strong(measure_link(measure))))
        if money:
            blocks.append(Paragraph("; ".join(f"{label}: {value}" for label, value in money)))
        if any(f"{question}_{who}" in said for question in JUDGED for who in BY):
            name = f"{_title(sheet, measure)}: {sheet.say('evaluation.words.judged')}"
            blocks += [
                rated_table(sheet.words, name, said),
                Paragraph(sheet.say("evaluation.words.judged_how"), role="hint"),
            ]
        if rows := [
            [f"{heading} – {asked}", answer] for heading, asked, answer in answers(sheet.words, said) if answer
        ]:
            columns = [sheet.say("evaluation.minutes.question"), sheet.say("evaluation.minutes.answer")]
            blocks.append(Table(_title(sheet, measure), columns, rows))
        if not money and not said:
            blocks.append(Paragraph(sheet.say("evaluation.minutes.nothing", title=measure.title), role="hint"))
        data.append({"id": measure.id, "title": measure.title, "worth": said, **costs(measure)})
    return Part(tuple(blocks), {"part": WORTH, "measures": data})


def _title(sheet: Sheet, measure: Measure) -> str:
    return sheet.say("evaluation.minutes.worth_table", title=measure.title)


def _money(sheet: Sheet, measure: Measure) -> list[tuple[str, str]]:
    told = {"own_delivered": measure.reached.get("own", {}).get("value", ""), **costs(measure)}
    return [(sheet.say(f"evaluation.words.{name}"), str(value)) for name, value in told.items() if value]


def rated_table(speech: Words, name: str, said: Mapping[str, str]) -> Table:
    """Lay out the six questions as champion, office and users rated them."""
    columns = [speech.say("evaluation.minutes.question"), *(speech.say(f"evaluation.words.by.{who}") for who in BY)]
    rows: list[list[Run]] = [
        [speech.say(f"evaluation.words.judge.{question}"), *(Strong(said.get(f"{question}_{who}", "")) for who in BY)]
        for question in JUDGED
    ]
    return Table(name, columns, rows, frozenset({1, 2, 3}))


def answers(speech: Words, said: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give the answers in words under their headings: heading, question, answer."""

    def say(key: str) -> str:
        return speech.say(f"evaluation.words.{key}")

    for name in EFFECTS:
        yield say("unplanned"), say(f"effect.{name}"), said.get(f"effect_{name}", "")
    for sector in SECTORS:
        who, again = speech.say(f"common.sector.{sector}"), said.get(f"again_{sector}", "")
        yield say("partners"), f"{who}: {say('did')}", said.get(f"did_{sector}", "")
        yield say("partners"), f"{who}: {say('again')}", say(f"answer.{again}") if again else ""
    for name in LESSONS:
        yield say("lessons"), say(f"lesson.{name}"), said.get(f"lesson_{name}", "")
    for name in END:
        answer = said.get(f"end_{name}", "")
        yield say("end"), say(f"end.{name}"), speech.day(answer) if name == "when" and answer else answer
