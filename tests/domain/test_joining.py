"""After the reveal: this is the same as that. The ballots are counted anew, and nobody learns a single one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities import vote
from shared.domain.activities.joined import sound
from shared.domain.changes import Paper
from shared.domain.records import Activity, Measure
from shared.domain.recount import recount
from tests.domain.room import Room

# Of twelve people five dotted Roads, four Streets, two of them both; eight dotted Water.
PAPERS = [
    *([["Roads", "Streets"]] * 2),
    *([["Roads", "Water"]] * 3),
    *([["Streets", "Water"]] * 2),
    *([["Water", "Wool"]] * 3),
    *([["Wool"]] * 2),
]


class Voted:
    """A vote about four groups that twelve people took part in, closed and shown."""

    def __init__(
        self,
        room: Room,
        kind: str = "dots",
        papers: Sequence[list[str]] = PAPERS,
        upto: str = "reveal",
        **settings: Any,
    ) -> None:
        self.room, self.kind = room, kind
        for n in range(len(papers)):
            room.joins("private" if n % 2 else "public")
        names = ("Roads", "Streets", "Water", "Wool")
        self.ids = dict(zip(names, room.groups(*names), strict=True))
        room.does("activity.confirm", activity=room.step("cluster").id)
        room.does("activity.add", activity="v", kind=kind, title="Vote", before=room.step("discussion", -1).id)
        given = {"dots": 3} if kind == "dots" else {"most": 0}
        room.does("activity.edit", activity="v", settings={**given, **settings})
        self.hold("v", papers, upto)

    def hold(self, id: str, papers: Sequence[list[str]], upto: str = "reveal") -> None:
        self.room.does("activity.open", activity=id)
        marks = [{self.ids[name]: 1 for name in paper} for paper in papers]
        self.room.board.ballots[id] = [
            Paper(mark if self.kind == "dots" else self.chosen(id, list(mark), n), "private" if n % 2 else "public")
            for n, mark in enumerate(marks)
        ]
        for verb in ("close", "reveal")[: 2 if upto == "reveal" else 1]:
            self.room.does(f"activity.{verb}", activity=id)

    def chosen(self, id: str, options: list[str], n: int) -> Any:
        """Give a paper of a choice; where reasons are asked the first two people give one."""
        reasons = self.step(id).settings.get("reasons") and n < 2
        return {"chosen": options, "text": "It lasts"} if reasons else options

    def join(self, option: str, into: str, id: str = "v") -> int:
        return self.room.does("vote.join", activity=id, option=self.ids[option], into=self.ids[into])

    def step(self, id: str = "v") -> Activity:
        return self.room.board.records["activity", id]

    def figures(self, id: str = "v") -> dict[str, int]:
        figure = "dots" if self.kind == "dots" else "n"
        return {item["title"]: item[figure] for item in self.step(id).result["items"]}


@pytest.fixture
def voted(room: Room) -> Voted:
    return Voted(room)


@pytest.mark.parametrize("kind", ["dots", "choice"])
def test_who_chose_both_counts_once_and_the_result_tells_what_was_before(room: Room, kind: str):
    voted = Voted(room, kind)
    assert voted.figures() == {"Water": 8, "Roads": 5, "Wool": 5, "Streets": 4}
    voted.join("Streets", "Roads")
    assert voted.figures() == {"Water": 8, "Roads": 7, "Wool": 5}
    (entry,) = voted.step().result["joined"]
    assert (entry["title"], entry["before"], entry["after"], entry["by"]) == ("Streets", [4, 5], 7, "Aya")
    assert voted.step().result["cast"] == 12


def test_a_recount_from_the_ballots_tells_the_same(voted: Voted):
    voted.join("Streets", "Roads")
    voted.room.does("seat.remove", seat=voted.room.joins().id)
    assert [one.equal for one in recount(voted.room.board)] == [True]
    changed = voted.room.board.ballots["v"]
    voted.room.board.ballots["v"] = [Paper({voted.ids["Streets"]: 1}, changed[0].sector), *changed[1:]]
    assert [one.equal for one in recount(voted.room.board)] == [False]


def test_seats_and_quorum_stay_those_of_the_close(room: Room):
    voted = Voted(room, quorum=100, quorum_as="percent")
    before = voted.step().result
    room.joins()
    voted.join("Streets", "Roads")
    for name in ("seats", "quorum"):
        assert voted.step().result[name] == before[name]


def test_a_join_can_be_taken_back_and_that_is_told(voted: Voted):
    before = voted.step().result
    version = voted.join("Streets", "Roads")
    undone = voted.room.does("undo", version=version)
    after = dict(voted.step().result)
    (apart,) = after.pop("parted")
    assert after == before
    assert (set(apart["ids"]), apart["by"]) == ({voted.ids["Streets"], voted.ids["Roads"]}, "Aya")
    voted.room.does("undo", version=undone)
    assert voted.figures() == {"Water": 8, "Roads": 7, "Wool": 5}


def test_what_was_parted_is_joined_with_nothing_else(voted: Voted, refused):
    """Pair after pair would tell who chose what together with what."""
    voted.room.does("undo", version=voted.join("Streets", "Roads"))
    for one, other in (("Streets", "Water"), ("Wool", "Roads")):
        with refused("conflict", "join_parted"):
            voted.join(one, other)
    voted.join("Roads", "Streets")
    voted.join("Wool", "Streets")
    assert voted.figures() == {"Streets": 12, "Water": 8}
    assert [entry["before"] for entry in voted.step().result["joined"]] == [[5, 4], [5, 7]]


def test_the_reveal_is_not_taken_back_behind_a_join(voted: Voted, refused):
    """Else a vote could be opened again that was seen in two ways."""
    revealed = len(voted.room.board.log)
    version = voted.join("Streets", "Roads")
    for _ in range(2):
        with refused("conflict", "changed_since"):
            voted.room.does("undo", version=revealed)
        if voted.figures() == {"Water": 8, "Roads": 7, "Wool": 5}:
            voted.room.does("undo", version=version)


def test_an_option_of_one_or_two_people_is_not_joined_in_a_secret_vote(room: Room, refused):
    papers = [["Roads", "Wool"], *[["Roads"]] * 4, *[["Water"]] * 5]
    voted = Voted(room, papers=papers)
    with refused("conflict", "join_tells_singles"):
        voted.join("Wool", "Roads")
    with refused("conflict", "join_tells_singles"):
        voted.join("Roads", "Wool")
    voted.join("Streets", "Roads")  # which nobody chose: that tells nothing
    assert voted.figures() == {"Roads": 5, "Water": 5, "Wool": 1}


@pytest.mark.parametrize("settings", [{"receipts": True}, {"dots": 1, "most": 1}])
def test_where_joining_tells_nothing_new_it_may_be_done(room: Room, settings: dict[str, Any]):
    """All papers are told under their receipts; or each ballot chose one thing, and nobody chose both."""
    voted = Voted(room, papers=[["Roads"], *[["Streets"]] * 4, *[["Water"]] * 5], **settings)
    voted.join("Roads", "Streets")
    assert voted.figures()["Streets"] == 5


def test_a_vote_of_so_few_that_it_is_not_secret_can_be_joined(room: Room):
    voted = Voted(room, papers=[["Roads", "Streets"], ["Streets"], ["Water"]])
    assert voted.step().settings["secret"] is False
    voted.join("Streets", "Roads")
    assert voted.figures()["Roads"] == 2


def test_when_joining_is_refused(voted: Voted, refused):
    room, ids = voted.room, voted.ids
    with refused("conflict", "join_gone"):
        voted.join("Roads", "Roads")
    voted.join("Streets", "Roads")
    with refused("conflict", "join_gone"):
        voted.join("Water", "Streets")
    with refused("conflict", "join_gone"):
        room.does("vote.join", activity="v", option="elsewhere", into=ids["Roads"])
    with refused("invalid", "join_not_here"):
        room.does("vote.join", activity=room.obstacles.id, option=ids["Roads"], into=ids["Water"])
    room.board.ballots["v"] = []
    with refused("conflict", "join_no_ballots"):
        voted.join("Wool", "Water")


def test_what_is_agreed_on_stays(voted: Voted, refused):
    room = voted.room
    version = voted.join("Streets", "Roads")
    room.does("activity.confirm", activity="v")
    for verb, args in (("vote.join", {"option": "x", "into": "y", "activity": "v"}), ("undo", {"version": version})):
        with refused("phase_closed", "join_agreed"):
            room.does(verb, args)


def test_nothing_is_joined_before_the_reveal(room: Room, refused):
    voted = Voted(room, upto="close")
    with refused("phase_closed", "join_not_shown"):
        voted.join("Streets", "Roads")


def test_a_lot_stands(room: Room, refused):
    voted = Voted(room)
    voted.room.does("activity.lot", activity="v", place=2)
    with refused("conflict", "join_lot_drawn"):
        voted.join("Streets", "Roads")


def test_a_second_round_is_about_what_is_left_and_tells_the_shift_among_it(voted: Voted, refused):
    room = voted.room
    version = voted.join("Streets", "Roads")
    room.does("activity.again", activity="v", again="again")
    voted.hold("again", [["Roads"]] * 6 + [["Wool"]] * 4 + [["Water"]] * 3)
    moves = {item["title"]: (item["place_before"], item["place"]) for item in voted.step("again").result["items"]}
    assert moves == {"Roads": (2, 1), "Wool": (3, 2), "Water": (1, 3)}
    for verb, args in (("undo", {"version": version}), ("vote.join", {"activity": "v", "option": "a", "into": "b"})):
        with refused("conflict", "second_round_there"):
            room.does(verb, args)


def test_what_is_joined_in_the_second_round_is_joined_in_its_first_for_the_shift(voted: Voted):
    first = voted.step().result
    voted.room.does("activity.again", activity="v", again="again")
    voted.hold("again", PAPERS)
    voted.join("Streets", "Wool", id="again")  # nine people: in the first round they were first, too
    moves = {item["title"]: (item["place_before"], item["place"]) for item in voted.step("again").result["items"]}
    assert moves == {"Wool": (1, 1), "Water": (2, 2), "Roads": (3, 3)}
    assert voted.step().result == first


def test_what_is_the_same_as_another_thing_stands_for_vote_no_more(voted: Voted):
    voted.join("Streets", "Roads")
    room = voted.room
    room.does("activity.add", activity="later", kind="scores", title="Reach", before=None)
    assert [option.title for option in vote.options_of(room.board, voted.step("later"))] == ["Roads", "Water", "Wool"]


def test_a_measure_keeps_the_group_that_it_came_from(voted: Voted):
    room = voted.room
    room.does("measure.adopt", measure="m", title="Repair streets", cluster=voted.ids["Streets"])
    voted.join("Streets", "Roads")
    assert room.board.get(Measure, "m").cluster == voted.ids["Streets"]


@pytest.mark.parametrize(
    "joined",
    [
        "text",
        [{"gone": "a"}],
        [{"into": "elsewhere"}],
        [{"into": None}],
        [{"before": [1]}],
        [{"by": 7}],
        [{}, {}],
        [{"gone": "Roads", "into": "Roads"}],
    ],
)
def test_what_a_file_tells_of_joins_is_checked(voted: Voted, joined: Any):
    voted.join("Streets", "Roads")
    step = voted.step()
    (entry,) = step.result["joined"]
    assert sound(step)
    if isinstance(joined, list):
        names = {"gone", "into"}
        joined = [{**entry, **{k: voted.ids.get(v, v) if k in names else v for k, v in one.items()}} for one in joined]
        if len(joined) == 1 and joined[0] == entry:
            joined[0].pop("at")
    assert not sound(replace(step, result={**step.result, "joined": joined}))


def test_reasons_beside_choices_stay_as_they_were_when_options_are_joined(room: Room):
    voted = Voted(room, "choice", reasons=True)
    voted.join("Streets", "Roads")
    assert voted.figures() == {"Water": 8, "Roads": 7, "Wool": 5}
    assert voted.step().result["remarks"] == [{"text": "It lasts"}] * 2
    assert [one.equal for one in recount(room.board)] == [True]
