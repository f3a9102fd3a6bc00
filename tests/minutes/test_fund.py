"""A fund in the minutes: everything of the decision once it is revealed, and nothing before."""

from __future__ import annotations

import json

import pytest

from shared.demo.day import demo_data
from shared.domain.records import Activity
from shared.minutes.as_markdown import markdown
from shared.minutes.sections.fund import money
from shared.voting.fund import Fund, count
from tests.harness.readers import unlinked
from tests.minutes.records import Desk

VECTOR = demo_data()["test_vectors"]["budget_vote"]
MEASURES = demo_data()["measures"]


def minutes(rule: str = "equal_shares", phase: str = "revealed", ballot: str = "approval", language: str = "en") -> str:
    desk = Desk(language=language)
    costs = {measure["id"]: measure["fund_eur"] for measure in MEASURES}
    ballots = [(dict.fromkeys(voter["approves"], 1), voter["sector"]) for voter in VECTOR["voters"]]
    result = count(Fund(30000, costs, rule, lot=4711), ballots, 5)
    for item in result["items"]:
        item |= {"title": next(m["title"] for m in MEASURES if m["id"] == item["id"]), "short": ""}
    result |= {"currency": "EUR", "ballot": ballot, "points": 10, "seats": 28, "secret": True, "credential": "link"}
    settings = {"budget": 30000, "currency": "EUR", "rule": rule, "ballot": ballot, "points": 10, "secret": True}
    desk.records.append(
        Activity("fund", "f", "w", "Fund", "Who gets it?", 99, 20, phase, settings, None, list(costs), result)
    )
    return unlinked(markdown(desk.minutes())).replace("\u00a0", " ").replace("\\", "")


def test_the_account_is_told_line_by_line():
    text = minutes()
    assert "24 of 28 voted; 0 blank." in text
    assert "28 120 EUR of 30 000 EUR is paid out; 1 880 EUR is left." in text
    assert "24 voters supported something and had a share of 1 250 EUR each." in text
    assert "4 measures (21 000 EUR); all shares were raised step by step to 1 419 EUR" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert any("Milk cooling" in row and "641.67 EUR" in row and "22 300 EUR" in row and "paid" in row for row in rows)
    assert any("Felt workshop" in row and "5 568.33 EUR; 4 231.67 EUR was missing" in row for row in rows)
    assert "number 4711" in text
    assert any(
        "the most supported first" in row and "200 EUR | 17 500 EUR | 7 743 EUR | 4 557 EUR" in row for row in rows
    )


def test_costs_are_drawn_hollow_where_nothing_is_paid():
    text = minutes()
    drawn = next(line for line in text.splitlines() if line.startswith("*Bars"))
    assert drawn.count(" · paid") == 5
    assert "Milk cooling point and hygiene course: 7 700 EUR · paid" in drawn
    assert "Felt workshop with a common quality mark: 9 800 EUR ·" in drawn
    assert not any(line.startswith("*Bars") for line in minutes(phase="closed").splitlines())


def test_each_rule_is_told_as_what_it_is():
    text = minutes("most")
    assert "the most supported first" in text and "paid up to" not in text
    assert "too dear by" in text
    assert "10 points a person" in minutes("score", ballot="points")


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase):
    text = minutes(phase=phase)
    assert "30 000 EUR to share out" in text
    assert "28 120" not in text and "641.67" not in text


def test_the_minutes_speak_mongolian():
    text = minutes(language="mn")
    assert "тэнцүү хувь" in text and "fund.minutes" not in text


def test_sums_are_written_by_thousands():
    written = [money(0, "EUR"), money("641.67", "EUR"), money("1250.00", "EUR"), money(39200000, "MNT")]
    assert json.dumps(written).replace("\\u00a0", " ") == '["0 EUR", "641.67 EUR", "1 250 EUR", "39 200 000 MNT"]'
