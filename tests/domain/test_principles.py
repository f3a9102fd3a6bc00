"""The five principles, one after the other: what holds each, and what leaves it open."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.principles import PRINCIPLES, held
from shared.domain.register.form import filled
from tests.domain.test_register import WHOLE

CONFIRMED = [{"organisation": "Chamber branch", "sector": "semi-public", "confirmed": "2026-12-01"}]


def left_open(form: dict[str, Any]) -> dict[str, str]:
    return {one.principle: one.open for one in held(filled({}, form)) if one.open}


def test_a_whole_application_holds_them_once_its_partner_has_confirmed():
    assert left_open(WHOLE) == {"sectors": "unconfirmed"}
    assert left_open({**WHOLE, "partners": CONFIRMED}) == {}
    assert [one.principle for one in held({})] == list(PRINCIPLES)


def test_of_nothing_all_are_open():
    assert left_open({}) == {
        "local": "no_place",
        "sectors": "one_sector",
        "breadth": "one_effect",
        "committed": "no_champion",
        "soon": "no_month",
    }


@pytest.mark.parametrize(
    ("answers", "principle", "why"),
    [
        ({"places": ""}, "local", "no_place"),
        ({"partners": [{"organisation": "Other firm", "sector": "private"}]}, "sectors", "one_sector"),
        ({"partners": [{"organisation": "Nobody's"}]}, "sectors", "one_sector"),
        ({"champion": ""}, "committed", "no_champion"),
        ({"champion_consent": ""}, "committed", "no_consent"),
        ({"effect_month": ""}, "soon", "no_month"),
        ({"jobs": 0, "income": 0, "further": ""}, "breadth", "one_effect"),
    ],
)
def test_what_leaves_one_open(answers: dict[str, Any], principle: str, why: str):
    assert left_open({**WHOLE, "partners": CONFIRMED, **answers}) == {principle: why}


def test_two_groups_that_gain_are_breadth_and_one_that_suffers_is_not():
    little = {**WHOLE, "partners": CONFIRMED, "jobs": 0, "income": 0, "further": ""}
    group = {"group": "Felt makers", "side": "gains"}
    assert left_open({**little, "gains": [group, {"group": "Herders", "side": "gains"}]}) == {}
    assert left_open({**little, "gains": [group, {"group": "Herders", "side": "suffers"}]}) == {"breadth": "one_effect"}
