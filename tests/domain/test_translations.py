"""Steps in several languages: what is given, what falls back, and what a vote no longer lets change."""

from __future__ import annotations

import pytest

from shared.domain.changes import Refused
from shared.domain.outline import from_data, outline_of, to_data
from shared.domain.records import Activity
from shared.domain.translations import spoken


def says(room, step, **translations):
    room.does("activity.edit", activity=step.id, translations=translations)
    return room.board.get(Activity, step.id).translations


def test_words_of_a_language_are_laid_over_and_taken_back(room):
    step = room.obstacles
    assert says(room, step, mn={"title": " Саад  ", "question": "Юу саад болж байна?"}) == {
        "mn": {"title": "Саад", "question": "Юу саад болж байна?"}
    }
    assert says(room, step, de={"question": "Was hindert uns?"})["mn"]["title"] == "Саад"
    assert says(room, step, mn={"title": ""})["mn"] == {"question": "Юу саад болж байна?"}
    assert says(room, step, mn={"question": " "}) == {"de": {"question": "Was hindert uns?"}}
    room.does("undo", version=len(room.board.log))
    assert "mn" in room.board.get(Activity, step.id).translations


@pytest.mark.parametrize(
    "wrong",
    [
        {"xx": {"title": "A"}},
        {"mn": "A"},
        {"mn": {"settings": "A"}},
        {"mn": {"title": 5}},
        {"mn": {"title": "A" * 121}},
    ],
)
def test_what_is_no_translation_is_refused(room, wrong):
    with pytest.raises(Refused):
        says(room, room.obstacles, **wrong)


def test_who_speaks_a_language_reads_its_words_and_else_the_workshops(room):
    says(room, room.obstacles, mn={"question": "Юу саад болж байна?"})
    step = room.obstacles
    assert (spoken(step, "mn").question, spoken(step, "mn").title) == ("Юу саад болж байна?", step.title)
    assert spoken(step, "de") == step


def test_a_vote_that_is_open_keeps_its_question_in_every_language(room):
    room.groups("Roads", "Loans")
    dots = room.step("dots")
    says(room, dots, mn={"question": "Аль нь?"})
    room.does("activity.open", activity=dots.id)
    with pytest.raises(Refused) as refused:
        says(room, dots, mn={"question": "Өөр?"})
    assert refused.value.key == "vote_is_fixed"
    assert says(room, dots, mn={"title": "Жинлэх"})["mn"]["question"] == "Аль нь?"


def test_outlines_carry_them(room):
    says(room, room.obstacles, mn={"question": "Юу саад болж байна?"})
    outline = outline_of(room.workshop, room.board.find(Activity))
    data = to_data(outline)
    assert from_data(data) == outline
    data["steps"][0]["translations"] = {"mn": {"question": 5}}
    with pytest.raises(Refused):
        from_data(data)
