"""Ballots on paper: entered under the number of a sheet, once, and counted with those of the phones."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from shared.desk import Answer
from shared.domain.changes import Actor, Refused
from shared.domain.records import Activity
from shared.domain.recount import recount
from shared.domain.sheets import MOST_SHEETS
from shared.store.tables import ballot, change, voted
from tests.store.house import FACILITATOR, House, at_once


def enters(
    house: House, sheet: Any, paper: Any, sector: str = "", *, by: Actor = FACILITATOR, again: bool = False
) -> Answer:
    return house.desk.enter_sheet(house.id, by, house.vote.id, sheet, sector, paper, again=again)


def refusal(act: Any) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code, refused.value.key


def result(house: House) -> dict[str, Any]:
    found = house.all(Activity, id=house.vote.id)[0].result
    assert found is not None
    return dict(found)


def test_sheets_and_phones_give_one_result_and_the_channel_is_told(house: House) -> None:
    one, two, _ = house.opens_the_vote()
    phones = [house.joins() for _ in range(4)]
    for phone in phones:
        phone.votes({one: 1})
    assert enters(house, 1, {two: 1}, "public").data["sheets"] == [1]
    assert enters(house, 7, {}).data["sheets"] == [1, 7]
    house.does("activity.close", activity=house.vote.id)
    counted = result(house)
    assert (counted["cast"], counted["blank"], counted["on_paper"], counted["seats"]) == (6, 1, 2, 6)
    assert {item["id"]: item["dots"] for item in counted["items"]}[two] == 1
    (again,) = house.store.look(house.id, recount)
    assert again.equal and again.ballots == 6


def test_people_who_were_counted_as_on_paper_could_vote_too(house: House) -> None:
    one, _, _ = house.opens_the_vote()
    house.joins().votes({one: 1})
    house.does("workshop.edit", attendance={"paper": {"private": 2, "public": 2}, "hands": {"private": 5}})
    enters(house, 1, {one: 1})
    house.does("activity.close", activity=house.vote.id)
    assert (result(house)["cast"], result(house)["seats"]) == (2, 5)


def test_a_vote_without_sheets_tells_nothing_of_paper(house: House) -> None:
    one, _, _ = house.opens_the_vote()
    house.joins().votes({one: 1})
    house.does("workshop.edit", attendance={"paper": {"private": 2}})
    house.does("activity.close", activity=house.vote.id)
    assert "on_paper" not in result(house) and result(house)["seats"] == 1


def test_a_sheet_counts_once_and_a_second_entry_learns_only_whether_it_differs(house: House) -> None:
    one, two, _ = house.opens_the_vote()
    assert enters(house, 3, {one: 1}).data == {"sheets": [3], "known": False}
    assert enters(house, 3, {one: 1}).data == {"sheets": [3], "known": True}
    assert refusal(lambda: enters(house, 3, {two: 1})) == ("conflict", "sheet_differs")
    assert refusal(lambda: enters(house, 3, {one: 1}, "public")) == ("conflict", "sheet_differs")
    enters(house, 3, {two: 1}, "public", again=True)
    assert [(p.choices, p.sector, p.on_paper) for p in house.store.papers(house.id, house.vote.id)] == [
        ({two: 1}, "public", True)
    ]
    assert enters(house, 3, {two: 1}, "public").data["known"] is True


def test_one_sheet_from_many_hands_at_once_is_one_ballot(house: House) -> None:
    one, two, _ = house.opens_the_vote()
    outcomes = at_once(*(lambda n=n: enters(house, 5, {one if n % 2 else two: 1}) for n in range(8)))
    assert {type(o) for o in outcomes} == {Answer, Refused}
    assert len(house.store.papers(house.id, house.vote.id)) == 1


def test_a_sheet_that_was_entered_by_mistake_is_taken_out(house: House) -> None:
    one, _, _ = house.opens_the_vote()
    enters(house, 2, {one: 1})
    assert enters(house, 2, None).data == {"sheets": []}
    assert refusal(lambda: enters(house, 2, None)) == ("not_found", "sheet_not_in")
    with house.store.read() as connection:
        for table in (ballot, voted):
            assert connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0
    assert enters(house, 2, {one: 1}).data["sheets"] == [2]


def test_what_is_no_sheet_is_refused(house: House) -> None:
    one, _, _ = house.opens_the_vote()
    for wrong in (0, -1, MOST_SHEETS + 1, True, 1.0, "1", None):
        assert refusal(lambda w=wrong: enters(house, w, {one: 1})) == ("invalid", "sheet_number")
    assert refusal(lambda: enters(house, 1, {one: 9}))[0] == "limit"
    assert refusal(lambda: enters(house, 1, {"nowhere": 1})) == ("invalid", "paper_option")
    assert refusal(lambda: enters(house, 1, {one: 1}, "nobody's")) == ("invalid", "argument_wrong")
    phone = house.joins()
    assert refusal(lambda: enters(house, 1, {one: 1}, by=phone.actor))[0] == "not_allowed"
    assert refusal(lambda: house.desk.enter_sheet(house.id, FACILITATOR, house.obstacles.id, 1, "", {}))[0] == "invalid"
    assert refusal(lambda: house.desk.enter_sheet(house.id, FACILITATOR, "gone", 1, "", {}))[0] == "not_found"
    house.does("activity.close", activity=house.vote.id)
    assert refusal(lambda: enters(house, 1, {one: 1})) == ("phase_closed", "vote_not_open")


def test_a_sheet_stands_in_no_log_and_its_sector_only_where_it_is_asked_for(house: House) -> None:
    one, _, _ = house.opens_the_vote()
    version = house.version
    enters(house, 4, {one: 1}, "public")
    assert house.version == version
    with house.store.read() as connection:
        logged = json.dumps([list(map(str, row)) for row in connection.execute(sa.select(change))])
        revisions = connection.execute(sa.select(ballot.c.revision)).scalars().all()
    assert "sheet" not in logged
    assert revisions == [1], "no time stands in it"


def test_a_sheet_gets_the_receipt_that_stands_in_the_list(house: House) -> None:
    groups = house.groups("Roads", "Skills", "Water")
    house.does("activity.edit", activity=house.vote.id, settings={"receipts": True})
    house.does("activity.open", activity=house.vote.id)
    told = enters(house, 1, {groups[0]: 1}).data["receipt"]
    for _ in range(3):
        house.joins().votes({groups[1]: 1})
    house.does("activity.close", activity=house.vote.id)
    assert told in {one["receipt"] for one in result(house)["receipts"]}


def test_a_vote_that_opens_again_still_knows_its_sheets(house: House) -> None:
    one, two, _ = house.opens_the_vote()
    for _ in range(4):
        house.joins().votes({two: 1})
    enters(house, 1, {one: 1})
    house.does("activity.close", activity=house.vote.id)
    house.does("activity.reopen", activity=house.vote.id, reason="One sheet was missing")
    assert enters(house, 2, {one: 1}).data["sheets"] == [1, 2]
    assert refusal(lambda: enters(house, 1, {two: 1})) == ("conflict", "sheet_differs")
    house.does("activity.close", activity=house.vote.id)
    assert (result(house)["cast"], result(house)["on_paper"]) == (6, 2)
