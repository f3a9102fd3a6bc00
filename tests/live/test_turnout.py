"""The turnout on the wall moves in steps, so that nobody reads from it who has just voted."""

from __future__ import annotations

from shared.live.turnout import Turnout


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_single_ballots_are_not_told_one_by_one():
    clock = Clock()
    turnout = Turnout(clock)
    assert turnout.step("v", 0, 28) == 0
    told = []
    for cast in range(1, 20):
        clock.now += 0.1
        if (shown := turnout.step("v", cast, 28)) is not None:
            told.append(shown)
    assert told == [8, 16], "a crowd of eight moves it at once"
    clock.now += 2
    assert turnout.step("v", 19, 28) == 19, "three more move it after two seconds"
    clock.now += 60
    assert turnout.step("v", 20, 28) is None
    assert turnout.step("v", 21, 28) is None
    assert turnout.waits("v", 22)


def test_it_is_exact_when_all_have_voted_and_when_the_vote_is_closed():
    turnout = Turnout(Clock())
    turnout.step("v", 0, 4)
    assert turnout.step("v", 3, 4) is None
    assert turnout.step("v", 4, 4) == 4
    turnout.step("w", 0, 9)
    assert turnout.step("w", 2, 9, exact=True) == 2


def test_whoever_comes_late_sees_a_step_too():
    assert Turnout(Clock()).step("v", 7, 28) == 6
    assert Turnout(Clock()).step("v", 28, 28) == 28
