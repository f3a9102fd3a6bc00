"""What phones say of themselves: counted in steps, told to no phone, gone once the step begins anew."""

from __future__ import annotations

import json

import pytest

from shared.live.signals import Signal, Signals
from tests.harness.server import until
from tests.people import post


def said(activity: str, done: bool = False, holds: bool = False, unsent: int = 0, at: int = 10) -> Signal:
    return Signal(activity, done, holds, unsent, at)


SEATS = [f"s{n}" for n in range(8)]


@pytest.mark.parametrize(("done", "shown"), [(0, 0), (2, 0), (3, 3), (5, 3), (7, 6), (8, 8)])
def test_the_done_are_told_in_steps_of_three_and_exactly_once_all_are(done, shown):
    signals = Signals()
    for seat in SEATS[:done]:
        signals.hear(seat, said("v", done=True))
    assert signals.told("v", SEATS)["done"] == shown


@pytest.mark.parametrize(("holding", "shown"), [(0, 0), (1, 3), (3, 3), (4, 6), (7, 8)])
def test_those_who_hold_dots_are_told_as_up_to_so_many(holding, shown):
    signals = Signals()
    for seat in SEATS[:holding]:
        signals.hear(seat, said("v", holds=True))
    assert signals.told("v", SEATS)["holds"] == shown


def test_who_has_left_or_speaks_of_another_step_does_not_count():
    signals = Signals()
    signals.hear("gone", said("v", done=True, unsent=2))
    signals.hear("s1", said("other", done=True, unsent=1))
    signals.hear("s2", said("v", unsent=1))
    assert signals.told("v", ["s1", "s2"]) == {"of": 2, "done": 0, "holds": 0, "unsent": 1}


def test_what_was_said_before_the_step_began_again_is_forgotten_also_when_it_comes_late():
    signals = Signals()
    signals.hear("s1", said("v", done=True, at=10))
    signals.begin("v", 12)
    assert signals.told("v", ["s1"])["done"] == 0
    signals.hear("s1", said("v", done=True, at=11, unsent=1))
    assert signals.told("v", ["s1"]) == {"of": 1, "done": 0, "holds": 0, "unsent": 1}
    signals.hear("s1", said("v", done=True, at=12))
    assert signals.told("v", ["s1"])["done"] == 1


def of(screen, step: str) -> dict:
    """The newest count that a screen has heard of a step."""
    heard = [json.loads(one)[1] for one in screen.heard if json.loads(one)[0] == "signals"]
    return next((one for one in reversed(heard) if one["activity"] == step), {})


def test_a_room_that_is_done_is_told_to_console_and_wall_and_to_no_phone(workshop):
    console, wall, phones = workshop.console(), workshop.wall(), [workshop.phone() for _ in range(3)]
    step = console.obstacles
    console.does("activity.open", activity=step)

    def says(phone, **values):
        given = {"activity": step, "done": False, "holds": False, "unsent": 0, "at": console.version, **values}
        assert phone.says("signal", given) == {"ok": True}

    for phone in phones[:2]:
        says(phone, done=True)
    says(phones[2], unsent=2)
    until(lambda: of(console, step).get("unsent") == 1, "the phone with something unsent")
    assert of(console, step)["done"] == 0
    says(phones[2], done=True)
    for screen in (console, wall):
        until(lambda screen=screen: of(screen, step).get("done") == 3, "all are done")
    assert "unsent" not in of(wall, step) and "holds" not in of(wall, step)
    assert not any('"signals"' in heard for phone in phones for heard in phone.heard)
    assert of(workshop.console(), step)["done"] == 3, "who comes later is told, too"
    console.does("activity.close", activity=step)
    console.does("activity.reopen", activity=step, reason="one more minute")
    until(lambda: of(console, step)["done"] == 0, "the ring is empty again")
    says(phones[0], done=True, at=console.version - 1)
    says(phones[1], unsent=1)
    until(lambda: of(console, step)["unsent"] == 1, "the newest count")
    assert of(console, step)["done"] == 0


def test_it_goes_over_plain_http_too_and_nothing_else_than_a_signal_is_taken(workshop):
    console, phone = workshop.console(), workshop.phone()
    step = console.obstacles
    console.does("activity.open", activity=step)
    given = {"activity": step, "done": True, "holds": False, "unsent": 0, "at": console.version}
    url = f"{workshop.server.url}/w/{workshop.code}/api/signal"
    assert post(url, given, Authorization=f"Bearer {phone.token}") == {"ok": True}
    until(lambda: of(console, step).get("done") == 1, "done")
    assert post(url, given)["code"] == "not_joined"
    for wrong in ({**given, "done": 1}, {**given, "unsent": -1}, {**given, "seat": "x"}, {"activity": step}, None, []):
        assert phone.says("signal", wrong)["code"] == "invalid"
