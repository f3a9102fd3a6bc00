"""What the minutes tell of scores: figures question by question, lists, roles, gaps, and what the room set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities.scores import SCORES
from shared.domain.records import Measure
from shared.minutes.render import render
from shared.voting.scores import count
from tests.harness.readers import unlinked
from tests.minutes.records import Desk

TITLES = {"m1": "Felt workshop", "m2": "Permit guide"}
QUESTIONS = ["The effect can be seen.", "Many people gain."]


def papers(*rows: dict[str, Any], role: str | None = None, sector: str | None = None) -> list[Any]:
    return [({**({"role": role} if role else {}), "answers": row}, sector) for row in rows]


def told(cast: list[Any], scale: str, questions: list[str], phase: str = "revealed", **more: Any) -> str:
    language = more.pop("language", "en")
    parked = more.pop("parked", "")
    result = count(list(TITLES), cast, scale, len(questions), 5, more.get("goes_on", 0))
    for item in result["items"]:
        item |= {"title": TITLES[item["id"]], "short": ""}
    settings = {**SCORES.settings, "scale": scale, "questions": questions, "secret": True, **more}
    desk = Desk(language=language)
    frame = {"questions": questions, "seats": 12, "secret": True, **more.pop("frame", {})}
    step = desk.step("dots", phase, settings=settings, result={**result, **frame})
    desk.records[desk.records.index(step)] = replace(step, kind="scores")
    for place, (id, title) in enumerate(TITLES.items()):
        desk.records.append(
            Measure(
                id=id, workshop=step.workshop, title=title, cluster=None, position=place, parked=parked * (id == "m2")
            )
        )
    return "".join(unlinked(render(desk.minutes(), format)) for format in ("md", "html", "json"))


def test_stars_are_told_in_their_order_with_the_rule_and_what_goes_on():
    cast = papers(*[{"m1": {"1": 5}, "m2": {"1": 4}}] * 5, sector="private")
    cast += papers(*[{"m1": {"1": 2}, "m2": {"1": 4}}] * 5, sector="public")
    text = told(cast, "stars", ["How strongly?"], goes_on=1)
    assert "| 1 | Permit guide | **4.00** | 4–4 | 0 | 0 | 0 | 0 | 10 | 0 | 10 | 4.00 | 4.00 | 4.00 | 1 |" in text
    assert "| 2 | Felt workshop | **3.50** | 2–5 |" in text
    assert "These go on: Permit guide" in text
    assert "Order by the mean; level ones by the median" in text


def test_papers_under_receipts_are_said_in_words():
    answers = {"m1": {"1": "yes", "2": "unknown"}, "m2": {"2": "no"}}
    listed = [
        {"receipt": "AAAA", "paper": {"role": "user", "answers": answers}},
        {"receipt": "BBBB", "paper": {"answers": {"m1": "recused"}}},
        {"receipt": "CCCC", "paper": {}},
    ]
    text = told(papers({}), "lights", QUESTIONS[:2], unknown=True, roles=True, frame={"receipts": listed})
    assert "| AAAA | user · Felt workshop: yes / I don't know · Permit guide: – / no |" in text
    assert "| BBBB | Felt workshop: my own, left out |" in text
    assert "| CCCC | blank |" in text


def test_reach_makes_a_work_list_and_an_advocacy_list():
    cast = papers({"m1": {"1": 4}, "m2": {"1": 2}}, {"m1": {"1": 3}, "m2": {"1": 3}})
    text = told(cast, "reach", ["Can we?"], top=4, weighed="dots")
    assert "Work list (median of 3 or more): Felt workshop" in text
    assert "Advocacy list, for the dialogue with those who can move it: Permit guide" in text
    assert "the first 4 of the vote before" in text
    assert "2.5" in text


def test_lights_are_told_by_word_with_counts_and_what_was_set_aside():
    cast = papers(*[{"m1": {"1": "yes", "2": "no"}}] * 7, *[{"m1": {"1": "no"}}] * 3)
    text = told(cast, "lights", QUESTIONS, parked="Good for one firm only")
    assert "| Felt workshop | **70.00** | green: 70 % yes or more | 7 | 0 | 3 | 10 |" in text
    assert "| Felt workshop | **0.00** | red: less than 40 % yes | 0 | 0 | 7 | 7 |" in text
    assert "Set aside by the room: “Permit guide”. Reason: Good for one firm only" in text
    assert "| set aside: Good for one firm only |" in text  # in the list of measures, too
    assert "**Measures set aside**\n\n- Permit guide: Good for one firm only" in text


def test_medians_by_role_and_the_largest_gaps_are_told():
    cast = papers(*[{"m1": {"1": 5, "2": 3}, "m2": "recused"}] * 5, role="implementer")
    cast += papers(*[{"m1": {"1": 2, "2": 3}, "m2": {"1": "unknown"}}] * 5, role="user")
    text = told(cast, "agreement", QUESTIONS, unknown=True, roles=True)
    assert "| Felt workshop | The effect can be seen. | **3.0** | 5.0 | 2.0 |" in text
    assert "Ballots by role: implementer 5, user 5." in text
    assert "“I don't know” was an answer and counts in no figure" in text
    assert "| Permit guide | **–** |" in text


def test_what_should_become_of_a_measure_is_told_in_counts():
    cast = papers({"m1": {"1": "grow"}}, {"m1": {"1": "grow"}}, {"m1": {"1": "stop"}})
    text = told(cast, "future", ["What should happen?"])
    assert "| Felt workshop | 0 | 0 | **2** | 0 | 1 |" in text


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase: str):
    text = told(papers({"m1": {"1": 5}}), "stars", ["How strongly?"], phase=phase, goes_on=1)
    assert "scored on the scale" in text
    for figure in ("5.00", '"cells"', "These go on", "1 of 12"):
        assert figure not in text


def test_it_is_told_in_mongolian():
    assert "Ажлын жагсаалт" in told(papers({"m1": {"1": 4}}), "reach", ["Can we?"], language="mn")
