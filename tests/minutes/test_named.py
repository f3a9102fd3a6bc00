"""Answers by name in the minutes: the roll, interests, conditions and a resolution, as records came to be."""

from __future__ import annotations

from shared.domain.activities.knockouts import QUESTIONS
from shared.minutes.document import compose
from shared.minutes.render import render
from shared.minutes.sheet import lay_out
from shared.web.language import Speech
from tests.domain.room import Room
from tests.harness.readers import unlinked


def committee() -> Room:
    room = Room("measure-selection")
    for id, title in (("m", "Felt workshop"), ("n", "Winter cellar")):
        room.does("measure.adopt", measure=id, title=title)
    room.does("measure.edit", measure="m", sheet=dict.fromkeys(QUESTIONS, "yes"))
    room.does("measure.edit", measure="n", sheet={**dict.fromkeys(QUESTIONS, "yes"), "K4": "no", "K4_word": "nobody"})
    said = {
        "roll": [{"who": "Aya", "answer": "here", "sector": "private"}],
        "interests": [{"who": "Bat", "answer": "interest", "measure": "m", "word": "my sister's firm"}],
        "gate": [{"who": "Tuul", "answer": "objection", "measure": "n", "word": "I stand for it"}],
        "resolution": [
            {"who": "Aya", "answer": "yes"},
            {"who": "Bat", "answer": "no", "word": "too dear | *now*"},
        ],
    }
    for kind, voices in said.items():
        step = room.step(kind).id
        room.does("activity.open", activity=step)
        for n, voice in enumerate(voices):
            room.does("voice.give", activity=step, voice=f"{kind}{n}", **voice)
        if kind != "resolution":
            room.does("activity.confirm", activity=step)
    return room


def told(room: Room, form: str = "md", language: str = "en") -> str:
    laid = lay_out(list(room.board.records.values()), Speech(language), [], False, "Khentii")
    return unlinked(render(compose(laid), form))


def test_names_reasons_and_outcomes_are_told():
    room = committee()
    room.does("activity.confirm", activity=room.step("resolution").id)
    text = told(room)
    assert "There was no quorum: 1 were here; 4 were needed, and one of each sector." in text
    assert "Nobody was here of: Public, Semi-public." in text
    assert "| Felt workshop | Bat |  | my sister's firm |" in text
    assert "| Winter cellar | ✓ | ✓ | ✓ | ✗ | ✓ | ✓ | ✓ | ✓ | ✓ | not admitted |" in text
    assert "Winter cellar, K4: no. nobody" in text
    assert "| Winter cellar | Tuul |  | I stand for it |" in text
    assert "The resolution was not adopted." in text and "1 yes, 1 no, 0 abstained." in text
    assert "too dear" in text and "<em>now" not in told(room, "html")


def test_while_a_vote_by_name_runs_its_number_is_told_and_no_outcome():
    text = told(committee())
    assert "2 answers by name so far." in text
    assert "adopted" not in text


def test_it_is_told_in_mongolian_without_english_left_over():
    text = told(committee(), language="mn")
    assert "Ирц хүрээгүй" in text and "There was" not in text
