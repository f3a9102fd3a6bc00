"""Levels come from passed modules and confirmed workshops alone; nobody confirms their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.changes import Refused
from shared.domain.records import Workshop
from shared.domain.training import (
    CARDS,
    CONFIRMED,
    DECLINED,
    LED,
    MODULES,
    OBSERVED,
    QUESTIONS,
    RIGHT,
    Line,
    Progress,
    answered,
    answers,
    entered,
    level,
    marked,
    tried,
)
from shared.web.language import languages, own_words

HELD = Workshop("w1", "w1", "ABC234", "Planning day", "r", "", "en", ["en"], "2027-03-01", started_at=1)
BLANK = Line("l1", "aya", "w1", "", "", "", OBSERVED, "bat")


def done(*modules: str) -> list[Progress]:
    return [Progress(module, 1, 3) for module in modules]


def sure(part: str, *workshops: str, person: str = "aya", confirmer: str = "bat") -> list[Line]:
    return [
        replace(BLANK, id=f"{part}{w}", person=person, confirmer=confirmer, workshop=w, part=part, state=CONFIRMED)
        for w in workshops
    ]


def test_the_ladder():
    first = done("method", "facilitation")
    seen, led = sure(OBSERVED, "a", "b"), sure(LED, "c", "d")
    watched = sure(LED, "e", "f", person="dulmaa", confirmer="aya")
    everything = done(*MODULES)
    for progress, lines, wanted in (
        ([], [], "trainee"),
        (first, [], "trainee"),
        ([], seen, "trainee"),
        (first, seen, "co_facilitator"),
        (first, seen + led, "co_facilitator"),
        (everything, seen, "co_facilitator"),
        (everything, seen + led, "expert"),
        (everything, led, "trainee"),
        (everything, seen + led + watched, "trainer"),
        (first, seen + watched, "co_facilitator"),
    ):
        assert level("aya", progress, lines)[0] == wanted, (progress, lines)


def test_only_what_was_confirmed_counts_and_each_workshop_once():
    first = done("method", "facilitation")
    waiting = [replace(line, state="waiting") for line in sure(OBSERVED, "a", "b")]
    declined = [replace(line, state=DECLINED) for line in sure(OBSERVED, "a", "b")]
    twice = [*sure(OBSERVED, "a"), replace(sure(OBSERVED, "a")[0], id="other")]
    of_another = sure(OBSERVED, "a", "b", person="dulmaa")
    for lines in (waiting, declined, twice, of_another):
        assert level("aya", first, lines)[0] == "trainee"
    _, asked = level("aya", first, twice)
    assert [(count.what, count.have, count.need) for count in asked] == [("first", 2, 2), ("observed", 1, 2)]


def test_a_module_is_passed_by_three_of_four_and_a_worse_try_takes_nothing_away():
    best = tried(tried(Progress("method"), 3, 1), 1, 2)
    assert (best.tries, best.best, best.passed, best.at) == (2, 3, True, 2)
    assert not tried(Progress("method"), 2, 1).passed


def test_a_try_is_marked_only_whole():
    right = dict.fromkeys(range(1, QUESTIONS + 1), RIGHT)
    assert marked("method", right) == QUESTIONS
    assert marked("method", {**right, 2: "wrong1", 4: "wrong2"}) == 2
    for broken in ({**right, 3: ""}, {**right, 1: "wrong9"}, {}):
        with pytest.raises(Refused, match="quiz_unanswered"):
            marked("method", broken)


def test_the_right_answer_stands_at_no_place_that_gives_it_away():
    places = [answers(module, n).index(RIGHT) for module in MODULES for n in range(1, QUESTIONS + 1)]
    assert sorted(places.count(place) for place in range(3)) == [8, 8, 8]


def test_a_line_is_about_a_workshop_that_was_held_and_once():
    made = entered(BLANK, HELD, [])
    assert (made.title, made.day, made.region, made.state) == ("Planning day", "2027-03-01", "r", "waiting")
    for line, workshop, own, key in (
        (BLANK, replace(HELD, started_at=None), [], "logbook_not_held"),
        (replace(BLANK, confirmer="aya"), HELD, [], "logbook_self"),
        (BLANK, HELD, [made], "logbook_twice"),
        (replace(BLANK, part="slept"), HELD, [], "form_choice"),
    ):
        with pytest.raises(Refused, match=key):
            entered(line, workshop, own)


def test_only_who_was_asked_confirms_and_once():
    made = entered(BLANK, HELD, [])
    assert answered(made, "bat", True).state == CONFIRMED
    assert answered(made, "bat", False).state == DECLINED
    for by in ("aya", "dulmaa"):
        with pytest.raises(Refused, match="logbook_not_yours"):
            answered(made, by, True)
    with pytest.raises(Refused, match="logbook_answered"):
        answered(answered(made, "bat", False), "bat", True)


@pytest.mark.parametrize("language", languages())
def test_every_module_is_whole_in_every_language(language: str):
    words = own_words(language)
    for module in MODULES:
        keys = {"title"} | {f"c{n}{end}" for n in range(1, CARDS + 1) for end in ("", ".text")}
        keys |= {f"q{n}" for n in range(1, QUESTIONS + 1)}
        keys |= {
            f"q{n}.{one}{end}" for n in range(1, QUESTIONS + 1) for one in answers(module, n) for end in ("", ".why")
        }
        found = {key.removeprefix(f"training.{module}.") for key in words if key.startswith(f"training.{module}.")}
        assert found == keys, module
        told = [words[f"training.{module}.{key}"] for key in keys]
        assert all(text.strip() for text in told)
        if language != "en":
            english = own_words("en")
            same = [k for k in keys if len(words[f"training.{module}.{k}"]) > 12]
            same = [k for k in same if words[f"training.{module}.{k}"] == english[f"training.{module}.{k}"]]
            assert same == [], "left in English"
