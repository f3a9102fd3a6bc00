"""Joining what was voted on apart: distinct people, limits kept, and nothing told of single ones."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.joined import count_choice, count_dots, into_of, members_of, tells_singles

A, B, C, D = OPTIONS = ["A", "B", "C", "D"]


def dots(papers, joins=(), given=3, most=1, floor=5, sectors=None, guarded=True):
    ballots = list(zip(papers, sectors or [None] * len(papers), strict=True))
    return count_dots(OPTIONS, ballots, given, most, floor, joins, guarded)


def choice(papers, joins=(), least=0, floor=5, sectors=None, guarded=True):
    ballots = list(zip(papers, sectors or [None] * len(papers), strict=True))
    return count_choice(OPTIONS, ballots, least, floor, joins, guarded)


def figures(result, name="dots"):
    return {item["id"]: item[name] for item in result["items"]}


def test_the_twin_trap_of_the_domain():
    """OB26 gets 5 dots and OB31 gets 4, two people dotted both: seven voters, not nine (domain 8.6)."""
    papers = [{A: 1, B: 1}] * 2 + [{A: 1}] * 3 + [{B: 1}] * 2
    assert figures(dots(papers)) == {A: 5, B: 4, C: 0, D: 0}
    joined = dots(papers, [(B, A)])
    assert figures(joined) == {A: 7, C: 0, D: 0}
    assert joined["items"][0]["voters"] == 7


def test_the_same_as_a_choice():
    papers = [[A, B]] * 2 + [[A]] * 3 + [[B]] * 2
    assert figures(choice(papers, [(B, A)]), "n") == {A: 7, C: 0, D: 0}


def test_a_persons_dots_are_added_up_to_what_one_option_may_take():
    papers = [{A: 2, B: 2}, {A: 1, B: 1}, {B: 1, C: 3}]
    joined = dots(papers, [(A, B)], given=4, most=3)
    assert figures(joined) == {B: 3 + 2 + 1, C: 3, D: 0}
    assert {item["id"]: item.get("voters") for item in joined["items"]} == {B: 3, C: None, D: None}


def test_what_was_cast_stays_cast():
    """Blank and unused are those of the ballots, whatever joining makes of them."""
    papers = [{A: 1, B: -1}, {A: 1, B: 1}, {}]
    apart, joined = dots(papers), dots(papers, [(A, B)])
    for name in ("cast", "blank", "unused"):
        assert joined[name] == apart[name]
    assert figures(joined)[B] == 1


def test_a_ballot_that_chose_enough_still_does():
    """Two choices were asked for; joined they are one, and count all the same. One choice alone was too few."""
    joined = choice([[A, B], [A, C], [B], []], [(A, B)], least=2)
    assert figures(joined, "n") == {B: 2, C: 1, D: 0}
    assert (joined["short"], joined["blank"], joined["cast"]) == (1, 1, 4)


def test_a_majority_may_come_of_joining():
    papers = [[A]] * 3 + [[B]] * 3 + [[C]] * 4
    assert choice(papers)["majority"] is None
    assert choice(papers, [(A, B)])["majority"] == B


def test_sectors_count_distinct_people_too():
    sectors = ["private"] * 8 + ["public"] * 8
    papers = [{A: 1, B: 1}] * 2 + [{A: 1}] * 2 + [{B: 1}] * 2 + [{C: 1}] * 2
    joined = dots(papers * 2, [(B, A)], sectors=sectors)
    assert next(item["by_sector"] for item in joined["items"] if item["id"] == A) == {"private": 6, "public": 6}
    shares = {item["id"]: item["balanced"] for item in joined["items"]}
    assert shares == {A: "75.00", C: "25.00", D: "0.00"}


def test_where_a_sector_would_tell_of_single_people_no_sector_is_told():
    sectors = ["private"] * 8 + ["public"] * 8
    private = [{A: 1, B: 1}] * 4 + [{C: 1}] * 4
    for public in ([{A: 1}] + [{B: 1}] * 4 + [{C: 1}] * 3, [{A: 1}] * 7 + [{B: 1}]):
        told = dots(private + public, [(B, A)], sectors=sectors)
        assert "sectors" not in told and not told["order_differs"]
        assert not any({"by_sector", "balanced", "balanced_place"} & item.keys() for item in told["items"])
        assert "sectors" in dots(private + public, [(B, A)], sectors=sectors, guarded=False)


def test_minus_points_that_cancel_out_bring_no_sectors_that_were_not_told():
    sectors = ["private"] * 6 + ["public"] * 6
    papers = [{A: 1, B: -1}] * 12
    assert "sectors" not in dots(papers, sectors=sectors)
    assert "sectors" not in dots(papers, [(B, A)], sectors=sectors)


def test_singles_are_those_who_chose_and_those_who_did_not():
    papers = [{A}] * 5 + [{B}] * 5
    assert not tells_singles(papers, [{A}, {B}])
    assert tells_singles([*papers, {C}, {C}], [{C}, {A}])
    assert tells_singles([{A}] * 9 + [{B}], [{A}])
    assert not tells_singles([{A}] * 9, [{A}, {B}])  # all and nobody tell nothing new


def test_joins_are_followed_through():
    joins = [(A, B), (B, C)]
    assert into_of(joins) == {A: C, B: C}
    assert members_of(C, joins) == {A, B, C}
    assert members_of(D, joins) == {D}


PAPERS = st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 3)), max_size=12)


@given(PAPERS, st.permutations([A, B, C]))
def test_the_order_in_which_things_are_joined_changes_nothing(papers, names):
    one, two, three = names
    told = [
        dots(papers, joins, given=9, most=3, guarded=False)
        for joins in ([(one, three), (two, three)], [(one, two), (two, three)], [(two, three), (one, three)])
    ]
    assert told[0] == told[1] == told[2]


@given(PAPERS)
def test_a_joined_figure_lies_between_the_larger_one_and_the_sum(papers):
    apart = figures(dots(papers, given=9, most=3))
    joined = dots(papers, [(A, B)], given=9, most=3, guarded=False)
    assert max(apart[A], apart[B]) <= figures(joined)[B] <= apart[A] + apart[B]
    item = next(item for item in joined["items"] if item["id"] == B)
    assert item["voters"] == sum(bool(paper.keys() & {A, B}) for paper in papers)
    assert {id: n for id, n in figures(joined).items() if id != B} == {C: apart[C], D: apart[D]}


@given(st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=8))
def test_the_order_of_ballots_changes_nothing(papers):
    told = choice([sorted(paper) for paper in papers], [(A, B)], guarded=False)
    for order in list(permutations(papers))[:5]:
        assert choice([sorted(paper) for paper in order], [(A, B)], guarded=False) == told
