"""The pages of training: cards, a quiz that explains, a logbook that somebody else confirms, levels for managers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from shared.domain.training import MODULES, QUESTIONS, RIGHT, answers
from shared.store import people, training
from shared.store.tables import RECORDS
from shared.web.language import catalogue
from tests.web.conftest import Facilitator, Visitor, house_of

LOGBOOK = "/facilitator/training/logbook"


@dataclass
class Colleague:
    """Somebody of a role who works in the first region, by a token as scripts have."""

    app: Flask
    id: str
    token: str

    def opens(self, address: str) -> TestResponse:
        return self._asks("GET", address)

    def sends(self, address: str, **data: str) -> TestResponse:
        return self._asks("POST", address, data)

    def _asks(self, method: str, address: str, data: dict[str, str] | None = None) -> TestResponse:
        how: Any = {"headers": {"Authorization": f"Bearer {self.token}"}, "base_url": "http://localhost"}
        return Visitor(self.app).client.open(address, method=method, data=data, **how)


@pytest.fixture
def colleagues(app: Flask, facilitator: Facilitator) -> dict[str, Colleague]:
    def settle(connection: Any) -> dict[str, Colleague]:
        here = people.regions(connection)[0].id
        elsewhere = people.add_region(connection, "Elsewhere", "en")
        made = {}
        for name, role, at in (
            *(("aya", "facilitator", here), ("bat", "facilitator", here), ("far", "facilitator", elsewhere)),
            *(("mandal", "manager", here), ("viewer", "viewer", here)),
        ):
            id = people.add_person(
                connection, email=f"{name}@example.org", name=f"{name}-name", role=role, password_hash="x"
            )
            people.set_regions(connection, id, [at])
            made[name] = Colleague(app, id, people.add_token(connection, id, 0))
        return made

    made: dict[str, Colleague] = house_of(app).store.write(settle)
    return made


@pytest.fixture
def held(app: Flask, facilitator: Facilitator) -> list[str]:
    """Workshops that have begun, by their ids."""
    ids = [facilitator.makes_a_workshop(f"Day {n}").split("/")[3] for n in (1, 2)]
    table = RECORDS["workshop"]
    house_of(app).store.write(lambda c: c.execute(table.update().where(table.c.id.in_(ids)).values(started_at=1)))
    return ids


def all_right(module: str, wrong: int = 0) -> dict[str, str]:
    """Answer a module, so many questions wrongly."""
    given = {}
    for n in range(1, QUESTIONS + 1):
        offered = answers(module, n)
        chosen = "wrong1" if n <= wrong else RIGHT
        given[f"q{n}"] = "abc"[offered.index(chosen)]
    return given


def test_a_module_is_read_tried_and_explained(facilitator: Facilitator):
    page = "/facilitator/training/method"
    before = unescape(facilitator.opens(page).text)
    words = catalogue("en")
    assert all(words[f"training.method.c{n}.text"] in before for n in range(1, 6))
    assert not any(
        words[f"training.method.q{n}.{one}.why"] in before for n in range(1, 5) for one in answers("method", n)
    )
    assert RIGHT + '"' not in facilitator.opens(page).text, "the page tells nobody which answer is right"
    after = unescape(facilitator.sends(page, all_right("method", wrong=1)).text)
    assert "3 of 4 are right." in after and "The module is passed." in after
    for n in range(1, 5):
        for one in answers("method", n):
            assert words[f"training.method.q{n}.{one}.why"] in after
    assert "best 3 of 4, tried 1 times" in facilitator.opens(page).text
    facilitator.sends(page, all_right("method", wrong=4))
    assert "best 3 of 4, tried 2 times" in facilitator.opens(page).text, "a worse try takes nothing away"


def test_a_try_with_a_question_left_open_counts_for_nothing(facilitator: Facilitator):
    given = all_right("economy")
    del given["q4"]
    sent = facilitator.sends("/facilitator/training/economy", given)
    assert sent.status_code == 400 and "Answer every question first." in sent.text
    assert len(re.findall(r" checked", sent.text)) == 3, "what was chosen stays chosen"
    assert "tried" not in facilitator.opens("/facilitator/training/economy").text


def test_a_line_counts_once_the_observer_has_confirmed_it(colleagues: dict[str, Colleague], held: list[str]):
    aya, bat, manager = (colleagues[name] for name in ("aya", "bat", "mandal"))
    for module in ("method", "facilitation"):
        assert aya.sends(f"/facilitator/training/{module}", **all_right(module)).status_code == 200
    for workshop in held:
        sent = aya.sends(LOGBOOK, act="enter", workshop=workshop, part="observed", confirmer=bat.id)
        assert sent.status_code == 303
    assert "waits for bat-name" in aya.opens("/facilitator/training").text
    for line in re.findall(r'name="line" value="([0-9a-f]+)"', bat.opens("/facilitator/training").text):
        assert "<b>Trainee</b>" in aya.opens("/facilitator/training").text
        assert aya.sends(LOGBOOK, act="confirm", line=line).status_code == 404, "nobody confirms their own"
        assert colleagues["far"].sends(LOGBOOK, act="confirm", line=line).status_code == 404
        assert bat.sends(LOGBOOK, act="confirm", line=line).status_code == 303
    assert "<b>Co-facilitator</b>" in aya.opens("/facilitator/training").text
    told = manager.opens("/facilitator/training/people").text
    assert re.search(r"aya-name</th><td[^>]*>Co-facilitator</td><td[^>]*>2</td><td[^>]*>2</td>", told)
    assert re.search(r"bat-name</th><td[^>]*>Trainee</td>", told)


def test_results_are_seen_by_oneself_and_by_managers_alone(colleagues: dict[str, Colleague], held: list[str]):
    aya, bat = colleagues["aya"], colleagues["bat"]
    aya.sends("/facilitator/training/method", **all_right("method"))
    aya.sends(LOGBOOK, act="enter", workshop=held[0], part="led", confirmer=bat.id)
    for name, status in (("bat", 404), ("viewer", 404), ("far", 404), ("mandal", 200)):
        assert colleagues[name].opens("/facilitator/training/people").status_code == status, name
    seen = bat.opens("/facilitator/training").text
    assert "aya-name" in seen and "Day 1" in seen, "what bat is asked"
    assert "best 4" not in seen and "Passed" not in seen
    assert "aya-name" not in colleagues["far"].opens("/facilitator/training").text


def test_only_colleagues_of_ones_regions_are_asked_and_workshops_of_others_are_not_there(
    app: Flask, colleagues: dict[str, Colleague], held: list[str]
):
    aya, far, bat = colleagues["aya"], colleagues["far"], colleagues["bat"]
    page = aya.opens("/facilitator/training").text
    assert "bat-name" in page and "mandal-name" in page
    assert "far-name" not in page and "viewer-name" not in page
    for confirmer, status in ((far.id, 400), (colleagues["viewer"].id, 400), (aya.id, 400), ("nobody", 400)):
        sent = aya.sends(LOGBOOK, act="enter", workshop=held[0], part="led", confirmer=confirmer)
        assert sent.status_code == status, confirmer
    assert far.sends(LOGBOOK, act="enter", workshop=held[0], part="led", confirmer=bat.id).status_code == 404
    with house_of(app).store.read() as connection:
        assert training.lines(connection) == []


def test_a_workshop_that_has_not_begun_or_stands_there_is_refused(
    facilitator: Facilitator, colleagues: dict[str, Colleague], held: list[str]
):
    aya, bat = colleagues["aya"], colleagues["bat"]
    planned = facilitator.makes_a_workshop("Planned").split("/")[3]
    sent = aya.sends(LOGBOOK, act="enter", workshop=planned, part="led", confirmer=bat.id)
    assert sent.status_code == 400 and "has not begun yet" in sent.text
    aya.sends(LOGBOOK, act="enter", workshop=held[0], part="led", confirmer=bat.id)
    again = aya.sends(LOGBOOK, act="enter", workshop=held[0], part="observed", confirmer=bat.id)
    assert again.status_code == 400 and "stands in your logbook already" in again.text
    line = re.findall(r'name="line" value="([0-9a-f]+)"', aya.opens("/facilitator/training").text)[0]
    assert bat.sends(LOGBOOK, act="drop", line=line).status_code == 404
    assert aya.sends(LOGBOOK, act="drop", line=line).status_code == 303
    assert "Nothing entered yet." in aya.opens("/facilitator/training").text


def test_every_module_has_a_page(facilitator: Facilitator):
    for module in MODULES:
        assert facilitator.opens(f"/facilitator/training/{module}?language=ar").status_code == 200
    assert facilitator.opens("/facilitator/training/cooking").status_code == 404
