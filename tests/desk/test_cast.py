"""Ballots: whole papers under the phone's own key; each counts once, and nothing but the paper is kept."""

from __future__ import annotations

import secrets
import threading

import pytest
import sqlalchemy as sa

from shared.domain.changes import Actor, Refused
from shared.domain.records import Activity
from shared.store import ballots
from shared.store.store import Store
from shared.store.tables import ballot, voted
from tests.store.databases import SECRET
from tests.store.house import FACILITATOR, House, at_once, until


def papers(house: House) -> list[object]:
    with house.store.read() as connection:
        return [paper.choices for paper in ballots.papers(connection, SECRET, house.id, house.vote.id)]


def refusal(act: object) -> str:
    with pytest.raises(Refused) as refused:
        act()  # type: ignore[operator]
    return refused.value.code


def result(house: House) -> dict[str, object]:
    found = house.all(Activity, id=house.vote.id)[0].result
    assert found is not None
    return found


def test_forty_at_once_all_count(house: House):
    groups = house.opens_the_vote()
    phones = [house.joins() for _ in range(40)]
    outcomes = at_once(*(lambda p=p, g=groups[i % 3]: p.votes({g: 1}) for i, p in enumerate(phones)))
    assert not [o for o in outcomes if isinstance(o, Exception)]
    house.does("activity.close", activity=house.vote.id)
    counted = result(house)
    assert counted["cast"] == 40
    assert {item["id"]: item["dots"] for item in counted["items"]} == dict(zip(groups, [14, 13, 13], strict=True))  # type: ignore[union-attr,attr-defined]


def test_the_highest_revision_counts_in_whatever_order_they_come(house: House):
    one, two, three = house.opens_the_vote()
    phone = house.joins()
    phone.votes({two: 1}, revision=5)
    phone.votes({one: 1}, revision=3)
    phone.votes({two: 1}, revision=5)
    assert papers(house) == [{two: 1}]
    phone.votes({three: 1}, revision=6)
    assert papers(house) == [{three: 1}]


def test_revisions_that_come_together_leave_the_highest(house: House):
    groups = house.opens_the_vote()
    phone = house.joins()
    at_once(*(lambda n=n: phone.votes({groups[n % 3]: 1}, revision=n) for n in (4, 9, 2, 7, 1, 8)))
    assert papers(house) == [{groups[0]: 1}]


def test_a_second_key_of_a_seat_is_refused_and_the_first_paper_stays(house: House):
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1})
    assert refusal(lambda: phone.votes({two: 1}, key=secrets.token_hex(16))) == "already_voted"
    assert papers(house) == [{one: 1}]


def test_two_keys_of_a_seat_at_once_make_one_ballot(house: House):
    one, two, _ = house.opens_the_vote()
    phones = [house.joins() for _ in range(10)]
    acts = [lambda p=p, g=g: p.votes({g: 1}, key=secrets.token_hex(16), revision=1) for p in phones for g in (one, two)]
    outcomes = at_once(*acts)
    assert sum(isinstance(o, Refused) and o.code == "already_voted" for o in outcomes) == 10
    assert len(papers(house)) == 10


@pytest.mark.parametrize("has_voted", [False, True])
def test_another_seat_that_knows_my_key_reaches_its_own_paper_only(house: House, has_voted: bool):
    one, two, three = house.opens_the_vote()
    ada, ben = house.joins(), house.joins()
    ada.votes({one: 1})
    if has_voted:
        ben.votes({three: 1})
        assert refusal(lambda: ben.votes({two: 1}, key=ada.key, revision=99)) == "already_voted"
    else:
        ben.votes({two: 1}, key=ada.key, revision=99)
    left = {three: 1} if has_voted else {two: 1}
    assert sorted(map(str, papers(house))) == sorted(map(str, [{one: 1}, left]))
    ada.votes({two: 1})
    assert sorted(map(str, papers(house))) == sorted(map(str, [{two: 1}, left]))


def test_a_seat_that_moved_keeps_its_one_vote(house: House):
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1})
    house.desk.move_seat(house.id, phone.return_code)
    assert refusal(lambda: phone.votes({two: 1}, key=secrets.token_hex(16))) == "already_voted"


@pytest.mark.parametrize("act", ["close", "end", "remove", "pause"])
def test_who_may_not_vote_any_more(house: House, act: str):
    one, *_ = house.opens_the_vote()
    phone = house.joins()
    code = {
        "close": lambda: house.does("activity.close", activity=house.vote.id) and "phase_closed",
        "end": lambda: house.does("workshop.end") and "ended",
        "remove": lambda: house.does("seat.remove", seat=phone.seat) and "not_joined",
        "pause": lambda: house.does("room.pause", paused=True) and "paused",
    }[act]()
    assert refusal(lambda: phone.votes({one: 1})) == code
    assert papers(house) == []


def test_only_seats_vote_and_only_on_votes(house: House):
    house.opens_the_vote()
    phone = house.joins()
    desk, key = house.desk, secrets.token_hex(16)
    assert refusal(lambda: desk.cast(house.id, FACILITATOR, house.vote.id, key, 1, {})) == "not_allowed"
    assert refusal(lambda: desk.cast(house.id, Actor("seat", "nobody"), house.vote.id, key, 1, {})) == "not_joined"
    assert refusal(lambda: phone.votes({}, vote="elsewhere")) == "not_found"
    assert refusal(lambda: phone.votes({}, vote=house.obstacles.id)) == "invalid"
    assert refusal(lambda: desk.cast("elsewhere", phone.actor, house.vote.id, key, 1, {})) == "not_found"


@pytest.mark.parametrize(
    ("key", "revision"), [("A" * 32, 1), ("a" * 31, 1), (None, 1), ("a" * 32, 0), ("a" * 32, True), ("a" * 32, 2**54)]
)
def test_the_shape_of_a_ballot_is_checked(house: House, key: object, revision: object):
    house.opens_the_vote()
    phone = house.joins()
    cast = house.desk.cast
    assert refusal(lambda: cast(house.id, phone.actor, house.vote.id, key, revision, {})) == "invalid"  # type: ignore[arg-type]


def test_no_ballot_after_the_close_and_none_lost_before_it(house: House):
    """Those who were told that their ballot is in are in the result, and nobody else is."""
    one, *_ = house.opens_the_vote()
    phones, told, stop = [house.joins() for _ in range(30)], [], threading.Event()
    codes: set[str] = set()

    def votes(phone: object) -> None:
        while not stop.is_set():
            try:
                phone.votes({one: 1})  # type: ignore[attr-defined]
            except Refused as refused:
                codes.add(refused.code)
                return
            told.append(phone)

    def closes() -> int:
        until(lambda: len(told) >= 10)
        return house.does("activity.close", activity=house.vote.id).version

    try:
        *_, version = at_once(*(lambda p=p: votes(p) for p in phones), closes)
    finally:
        stop.set()
    assert isinstance(version, int)
    assert codes == {"phase_closed"}
    assert result(house)["cast"] == len(set(told)) == len(papers(house))


def test_papers_of_the_same_transaction_are_counted(house: House):
    """Ballots and the close that come in one batch: those before it count."""
    one, *_ = house.opens_the_vote()
    phones = [house.joins() for _ in range(20)]
    blocked, entered = threading.Event(), threading.Event()

    def hold(connection: object) -> None:
        entered.set()
        blocked.wait(10)

    holder = threading.Thread(target=lambda: house.store.write(hold))
    holder.start()
    entered.wait(10)
    threads = [threading.Thread(target=lambda p=p: p.votes({one: 1})) for p in phones]
    for thread in threads:
        thread.start()
    until(lambda: house.store.waiting == 20)
    closer = threading.Thread(target=lambda: house.does("activity.close", activity=house.vote.id))
    closer.start()
    until(lambda: house.store.waiting == 21)
    blocked.set()
    for thread in (holder, *threads, closer):
        thread.join(20)
    assert result(house)["cast"] == 20


def test_reopened_a_paper_can_be_changed_and_still_counts_once(house: House):
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1}, revision=7)
    house.does("activity.close", activity=house.vote.id)
    house.does("activity.reopen", activity=house.vote.id, reason="Somebody was at the door")
    phone.votes({two: 1}, revision=8)
    house.does("activity.close", activity=house.vote.id)
    assert result(house)["cast"] == 1
    assert papers(house) == [{two: 1}]


def test_a_result_is_always_what_its_ballots_say(house: House):
    """Close, back, other papers, and forward again by undoing the undo: the count is of the papers that lie there."""
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1})
    closed = house.does("activity.close", activity=house.vote.id)
    undone = house.does("undo", version=closed.version)
    phone.votes({two: 1})
    try:
        house.does("undo", version=undone.version)
    except Refused:
        house.does("activity.close", activity=house.vote.id)
    assert {item["id"]: item["dots"] for item in result(house)["items"]}[two] == 1  # type: ignore[union-attr,attr-defined]


def test_a_reopening_taken_back_does_not_bring_back_an_old_result(house: House):
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1})
    house.does("activity.close", activity=house.vote.id)
    reopened = house.does("activity.reopen", activity=house.vote.id, reason="Once more")
    phone.votes({two: 1})
    try:
        house.does("undo", version=reopened.version)
    except Refused:
        house.does("activity.close", activity=house.vote.id)
    assert {item["id"]: item["dots"] for item in result(house)["items"]}[two] == 1  # type: ignore[union-attr,attr-defined]


def test_an_opening_taken_back_leaves_no_ballots_for_the_next(house: House):
    one, *_ = house.opens_the_vote()
    phone, other = house.joins(), house.joins()
    phone.votes({one: 1})
    opened = next(c.version for c in house.store.changes_since(house.id, 0) if c.subject == house.vote.title)
    try:
        house.does("undo", version=opened)
    except Refused:
        return  # a vote in which somebody has voted may as well stay open
    house.does("activity.open", activity=house.vote.id)
    other.votes({one: 1})
    house.does("activity.close", activity=house.vote.id)
    assert result(house)["cast"] == 1


def test_sectors_lie_on_papers_only_where_results_by_sector_are_on(house: House):
    def sectors() -> set[str | None]:
        with house.store.read() as connection:
            return set(connection.execute(sa.select(ballot.c.sector)).scalars())

    house.does("activity.edit", activity=house.vote.id, settings={"by_sector": False})
    one, *_ = house.opens_the_vote()
    house.joins("public").votes({one: 1})
    assert sectors() == {None}
    other = House(house.store).opens()
    one, *_ = other.opens_the_vote()
    other.joins("public").votes({one: 1})
    assert sectors() == {None, "public"}


def test_who_has_voted_is_forgotten_when_the_result_is_agreed(house: House):
    one, *_ = house.opens_the_vote()
    house.joins().votes({one: 1})

    def voters() -> int:
        with house.store.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(voted)).scalar_one()

    for verb in ("activity.close", "activity.reveal"):
        house.does(verb, activity=house.vote.id)
        assert voters() == 1
    house.does("activity.confirm", activity=house.vote.id)
    assert voters() == 0


@pytest.mark.parametrize("back", ["reopen", "undo"])
def test_a_vote_that_was_agreed_on_never_opens_again_for_nobody_knows_who_has_voted(house: House, back: str):
    """Agreed, and all taken back within the ten seconds: with another key a seat would vote a second time."""
    one, two, _ = house.opens_the_vote()
    phone = house.joins()
    phone.votes({one: 1})
    vote = house.vote.id
    closed, revealed, agreed = (house.does(f"activity.{act}", activity=vote) for act in ("close", "reveal", "confirm"))
    for done in (agreed, revealed):
        house.does("undo", version=done.version)
    opens = {
        "reopen": lambda: house.does("activity.reopen", activity=vote, reason="Once more"),
        "undo": lambda: house.does("undo", version=closed.version),
    }[back]
    assert refusal(opens) == "phase_closed"
    assert refusal(lambda: phone.votes({two: 1}, key=secrets.token_hex(16))) == "phase_closed"
    assert papers(house) == [{one: 1}]
    house.does("activity.reveal", activity=vote)
    assert result(house)["cast"] == 1


def test_one_seat_has_one_vote_in_two_processes_at_once(house: House, url: str):
    """Two servers on one database; each seat has a phone at both, with a key of its own."""
    one, two, _ = house.opens_the_vote()
    other = Store(url, SECRET)
    try:
        desks = [house.desk, type(house.desk)(other)]
        phones = [house.joins() for _ in range(25)]
        vote = house.vote.id
        for phone in phones:
            outcomes = at_once(
                *(
                    lambda d=d, g=g, p=phone: d.cast(house.id, p.actor, vote, secrets.token_hex(16), 1, {g: 1})
                    for d, g in zip(desks, (one, two), strict=True)
                )
            )
            assert sum(isinstance(o, Exception) for o in outcomes) == 1, outcomes
        assert len(papers(house)) == 25
    finally:
        other.close()


def test_joining_counts_the_stored_ballots_anew_and_only_those(house: House):
    """Five and four with two of both are seven: on the tables, after an undo, and after doing it again."""
    one, two, three = house.opens_the_vote()
    for paper in [{one: 1, two: 1}] * 2 + [{one: 1, three: 1}] * 3 + [{two: 1, three: 1}] * 2 + [{three: 1}]:
        house.joins().votes(paper)
    for act in ("close", "reveal"):
        house.does(f"activity.{act}", activity=house.vote.id)
    before = papers(house)
    joined = house.does("vote.join", activity=house.vote.id, option=two, into=one)

    def dots() -> dict[str, int]:
        return {item["id"]: item["dots"] for item in result(house)["items"]}  # type: ignore[attr-defined]

    assert dots() == {three: 6, one: 7}
    undone = house.does("undo", version=joined.version)
    assert dots() == {three: 6, one: 5, two: 4}
    house.does("undo", version=undone.version)
    assert dots() == {three: 6, one: 7}
    assert papers(house) == before


def test_of_two_who_join_at_once_each_is_told_what_became_of_it(house: House):
    one, two, three = house.opens_the_vote()
    for _ in range(4):
        house.joins().votes({one: 1, two: 1, three: 1})
    for act in ("close", "reveal"):
        house.does(f"activity.{act}", activity=house.vote.id)
    join = lambda gone, into: lambda: house.does("vote.join", activity=house.vote.id, option=gone, into=into)  # noqa: E731
    outcomes = at_once(join(one, two), join(two, one), join(one, two))
    assert sum(isinstance(one, Refused) and one.key == "join_gone" for one in outcomes) == 2
    assert [item["dots"] for item in result(house)["items"]] == [4, 4]  # type: ignore[attr-defined]
