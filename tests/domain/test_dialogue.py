"""The question about trust: several votes put together."""

from __future__ import annotations

from fractions import Fraction

from shared.domain.dialogue import trust
from shared.voting import scale


def test_trust_is_reckoned_from_answers_and_not_from_means():
    few = scale.count(range(1, 6), [({"value": 5}, "private")], 3)
    many = scale.count(range(1, 6), [({"value": v}, s) for v, s in [(1, "private"), (2, "public")] * 4], 3)
    told = trust([few, many])
    assert (told.mean, told.answers, told.votes) == (Fraction(5 + 4 * 3, 9), 9, 2)
    assert told.sectors == {"private": Fraction(1), "public": Fraction(2)}, "a vote of one is not told by sector"
    assert trust([]).mean is None
