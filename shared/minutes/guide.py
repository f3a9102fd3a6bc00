"""The guide of a round of interviews on paper: what is read out, the questions, and room to note. Pure."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity
from shared.domain.specimen import ASKED

from .materials.paper import RULE, paper
from .sheet import Words
from .tree import Block, Document, Heading, Paragraph, Run, Strong, Table

ROOM = " ".join([RULE * 46] * 5)
ABOUT = ("group", "line_of_work", "place", "date")


def guide(activity: Activity, words: Words) -> Document:
    """Lay out a step's own guide in a language, group by group, for those who note on paper."""
    say = words.say
    consent = activity.settings["consent"] or say("interview.words.consent")
    blocks: list[Block] = [
        Heading(1, activity.title),
        Paragraph(say("interview.paper.hint"), role="hint"),
        Paragraph([Strong(say("interview.paper.read_out")), f" {consent}"]),
        Table(
            say("interview.paper.about"),
            [say(f"interview.paper.{name}") for name in ABOUT],
            [[RULE * 20] * len(ABOUT)],
        ),
    ]
    questions = activity.settings["guide"]
    numbers = {question["key"]: n for n, question in enumerate(questions, start=1)}
    for asked in (*ASKED[1:], ASKED[0]):  # what everybody is asked comes last
        of = [question for question in questions if question["asks"] == asked]
        if of:
            blocks.append(Heading(2, say(f"interview.words.group.{asked}")))
            blocks.append(_questions(words, of, numbers))
    return paper(activity.title, blocks, words)


def _questions(words: Words, questions: list[dict[str, Any]], numbers: dict[str, int]) -> Table:
    rows: list[list[Run]] = []
    for question in questions:
        asked = question["text"] or words.say("interview.words." + question["key"])
        factors = f" ({' '.join(question['factors'])})" if question["factors"] else ""
        rows.append([f"{numbers[question['key']]}. {asked}{factors}", ROOM])
    columns = [words.say(f"interview.paper.{name}") for name in ("question", "told")]
    return Table(words.say("interview.paper.questions"), columns, rows)
