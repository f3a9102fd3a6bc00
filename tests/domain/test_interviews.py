"""Interviews: with consent only, one's own only; points become findings when the round closes, and count once."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.carrying_interviews import heard
from shared.domain.changes import Actor, Refused
from shared.domain.drawing import contested, evidence_of, unheard
from shared.domain.findings import evidence_of as evidence_of_findings
from shared.domain.records import Activity, Finding, Interview
from shared.domain.specimen import SPECIMEN
from shared.domain.visibility import AUDIENCES, mine, owner, view
from tests.domain.room import FACILITATOR, SYSTEM, Room

CONSENT = "May we note down what you tell us?"
MUD = {"question": "q4", "statement": "The road is mud in May", "factors": ["2.1"], "sign": "-"}


@pytest.fixture
def round_(room: Room) -> Room:
    room.does("activity.add", activity="r", kind="interview", title="Interviews")
    room.does("activity.open", activity="r")
    return room


@pytest.fixture
def asker(round_: Room) -> Actor:
    return round_.joins("private")


def begins(room: Room, by: Actor, id: str = "i", group: str = "firm", **more: Any) -> None:
    room.does("interview.write", by=by, activity="r", interview=id, group=group, consent=CONSENT, **more)


def answers(room: Room, by: Actor, id: str = "i", answer: str = "a", **more: Any) -> None:
    room.does("interview.answer", by=by, interview=id, answer=answer, **{**MUD, **more})


def held(room: Room, id: str = "i") -> Interview:
    found = room.board.get(Interview, id)
    assert found is not None
    return found


def refused(room: Room, verb: str, by: Actor = FACILITATOR, **args: Any) -> str:
    with pytest.raises(Refused) as raised:
        room.does(verb, by=by, **args)
    return raised.value.key


def test_the_specimen_guide_has_23_questions_for_all_who_are_asked():
    settings = KINDS_OF_ACTIVITY["interview"].complete({})
    assert len(settings["guide"]) == 23
    asks = [question["asks"] for question in settings["guide"]]
    assert {who: asks.count(who) for who in asks} == {
        **{"firm": 11, "office": 5, "bank": 1, "school": 1, "ngo": 1, "chamber": 1},
        "all": 3,
    }


def test_nothing_is_kept_without_the_consent_that_was_read_out(round_: Room, asker: Actor):
    wrong = {"activity": "r", "interview": "i", "group": "firm", "consent": "  "}
    assert refused(round_, "interview.write", asker, **wrong) == "interview_no_consent"
    assert refused(round_, "interview.answer", asker, interview="i", answer="a", **MUD) == "gone_interview"
    begins(round_, asker)
    assert held(round_).consent == CONSENT


def test_only_who_asks_changes_an_interview_and_to_others_it_is_not_there(round_: Room, asker: Actor):
    begins(round_, asker)
    answers(round_, asker)
    other = round_.joins("public")
    for verb, args in (
        ("interview.write", {"activity": "r", "interview": "i", "group": "bank", "consent": CONSENT}),
        ("interview.answer", {"interview": "i", "answer": "b", **MUD}),
        ("interview.strike", {"interview": "i", "answer": "a"}),
        ("interview.withdraw", {"interview": "i"}),
    ):
        assert refused(round_, verb, other, **args) == "gone_interview"
    answers(round_, asker, statement="Mud in May and October")
    assert [point["statement"] for point in held(round_).answers] == ["Mud in May and October"]
    round_.does("interview.strike", by=asker, interview="i", answer="a")
    assert held(round_).answers == []
    round_.does("interview.withdraw", by=asker, interview="i")
    assert round_.board.get(Interview, "i") is None


def test_no_phone_and_no_wall_hears_of_an_interview_and_nobody_of_its_note(round_: Room, asker: Actor):
    begins(round_, asker, note="Mrs Canary")
    answers(round_, asker)
    interview, activity = held(round_), round_.board.get(Activity, "r")
    seen = {audience: view(interview, activity, audience) for audience in AUDIENCES}
    assert seen["room"] is None and seen["wall"] is None
    assert seen["console"] is not None and "note" not in seen["console"] and "author" not in seen["console"]
    assert mine(interview)["note"] == "Mrs Canary" and owner(interview) == asker.id
    told = [change.subject for change in round_.board.log if change.verb.startswith("interview.")]
    assert set(told) == {"1"}, "the history names an interview by its number"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"statement": " "}, "text_empty"),
        ({"statement": "x" * 141}, "text_long"),
        ({"factors": ["9.9"]}, "factor_unknown"),
        ({"factors": ["1.1", "1.2", "1.3", "1.4"]}, "finding_factors"),
        ({"sign": "?"}, "finding_sign"),
        ({"rating": 2}, "finding_rating_sign"),
        ({"rating": 4, "sign": ""}, "finding_rating"),
        ({"rating": 4, "factors": []}, "finding_rating"),
    ],
)
def test_a_point_is_held_to_what_a_finding_is(round_: Room, asker: Actor, wrong: dict[str, Any], key: str):
    begins(round_, asker)
    assert refused(round_, "interview.answer", asker, interview="i", answer="a", **{**MUD, **wrong}) == key
    assert held(round_).answers == []


def test_a_point_takes_no_other_records_id(round_: Room, asker: Actor):
    round_.does("finding.write", finding="f", factors=["1.1"], sign="+", statement="Wool")
    begins(round_, asker)
    begins(round_, asker, "j")
    answers(round_, asker)
    assert refused(round_, "interview.answer", asker, interview="i", answer="f", **MUD) == "id_taken"
    assert refused(round_, "interview.answer", asker, interview="j", answer="a", **MUD) == "id_taken"


def test_closing_draws_findings_up_and_closing_again_brings_them_up_to_date(round_: Room, asker: Actor):
    begins(round_, asker, line_of_work="felt", place="Altan-Ovoo", date="2026-11-20")
    answers(round_, asker, quote="We wait for the sun", rating=-2)
    answers(round_, asker, answer="b", factors=["4.1"], confidential=True)
    answers(round_, asker, answer="c", factors=[])  # a note for the team
    answers(round_, asker, answer="d", sign="")
    round_.does("activity.close", activity="r")
    closed = round_.board.get(Activity, "r")
    assert closed.phase == "confirmed"
    assert closed.result == {"rule": "interview", "interviews": 1, "sectors": {"private": 1}, "findings": 2}
    found = {finding.id: finding for finding in round_.board.find(Finding)}
    assert found.keys() == {"a", "b"}
    road = found["a"]
    assert (road.source_kind, road.source_ref, road.sector) == ("interview", "#1", "private")
    assert (road.line_of_work, road.place, road.date, road.rating) == ("felt", "Altan-Ovoo", "2026-11-20", -2)
    assert found["b"].confidential and not any(finding.shown for finding in found.values())
    assert refused(round_, "interview.strike", asker, interview="i", answer="a") == "writing_closed"

    round_.does("finding.show", shown=True)
    round_.does("activity.reopen", activity="r", reason="one more firm")
    answers(round_, asker, statement="Mud in May and October", confidential=True)
    answers(round_, asker, answer="b", factors=[])
    assert round_.board.get(Finding, "b") is None, "what is a finding no more is taken out at once"
    version = round_.does("activity.close", activity="r")
    (left,) = round_.board.find(Finding)
    assert (left.id, left.statement, left.shown) == ("a", "Mud in May and October", False)
    round_.does("undo", version=version)
    assert round_.board.get(Activity, "r").phase == "open"
    assert round_.board.get(Finding, "a").statement == "The road is mud in May"


def test_taking_an_interview_back_takes_its_findings_along(round_: Room, asker: Actor):
    begins(round_, asker)
    answers(round_, asker)
    round_.does("activity.close", activity="r")
    round_.does("activity.reopen", activity="r", reason="withdrawn")
    round_.does("interview.withdraw", by=asker, interview="i")
    assert round_.board.find(Finding) == []


def test_an_interview_counts_once_for_a_factor_and_shows_who_has_not_spoken(round_: Room, asker: Actor):
    for n, group in enumerate(("firm", "firm", "office", "bank")):
        begins(round_, asker, f"i{n}", group)
        answers(round_, asker, f"i{n}", f"a{n}")
        answers(round_, asker, f"i{n}", f"b{n}", statement="And again", factors=["2.1", "5.2"] if n < 2 else ["2.1"])
    answers(round_, asker, "i3", "c", factors=["5.2"], sign="+")
    interviews = round_.board.find(Interview)
    evidence = evidence_of(interviews)
    assert evidence["2.1"].by_sector == {"private": 2, "public": 1, "semi-public": 1}
    assert evidence["2.1"].sources == 4
    assert contested(interviews) == ["5.2"]
    silent = unheard(interviews)
    assert "2.1" not in silent["private"] and "2.1" not in silent["public"]
    assert "5.2" in silent["public"] and "5.2" not in silent["private"] and "4.1" in silent["private"]
    round_.does("activity.close", activity="r")
    drawn = evidence_of_findings(round_.board.find(Finding))
    assert drawn["2.1"] == evidence["2.1"], "the findings count as the interviews do"


def test_the_first_interviews_of_two_rounds_are_two_sources(round_: Room):
    told = {"workshop": "w", "factors": ["2.1"], "sign": "-", "statement": "Mud", "source_kind": "interview"}
    at = [
        Finding(id=f"f{n}", position=n, source_ref="#1", sector="private", origin=origin, **told)
        for n, origin in enumerate(({"workshop": "x"}, {"workshop": "y"}))
    ]
    assert evidence_of_findings(at)["2.1"].sources == 2


def carried(room: Room) -> dict[str, Any]:
    return heard(room.board.records.values())


def test_another_workshop_takes_the_findings_over_once_and_its_matrix_counts_them(round_: Room, asker: Actor):
    for n, group in enumerate(("firm", "office", "bank")):
        begins(round_, asker, f"i{n}", group, note="Mrs Canary", line_of_work="felt", place="Altan-Ovoo")
        answers(round_, asker, f"i{n}", f"a{n}", quote="We wait for the sun")
        answers(round_, asker, f"i{n}", f"b{n}", statement="Twice told", factors=["2.1", "5.2"])
    answers(round_, asker, "i0", "c", statement="Hush", quote="Canary", factors=["4.1"], confidential=True)
    assert carried(round_)["findings"] == [], "the round is still open"
    round_.does("activity.close", activity="r")
    later = Room()
    later.does("finding.carry", carried(round_), by=SYSTEM)
    came = {finding.id: finding for finding in later.board.find(Finding)}
    assert len(came) == 7 and not any(finding.shown for finding in came.values())
    assert came["a0"].origin == {"workshop": "w", "title": "Planning day", "date": "2026-11-23"}
    hush = came["c"]
    assert (hush.factors, hush.sign, hush.confidential, hush.sector) == (["4.1"], "-", True, "private")
    assert (hush.quote, hush.line_of_work, hush.place) == ("", "", "") and "Hush" not in hush.statement
    assert "Canary" not in repr(came)
    before = dict(later.board.records)
    with pytest.raises(Refused, match="heard_already"):
        later.does("finding.carry", carried(round_), by=SYSTEM)
    assert later.board.records == before, "twice changes nothing"

    matrix = later.step("matrix")
    for _ in range(4):
        later.joins("private")
    for act in ("open", "close"):
        later.does(f"activity.{act}", activity=matrix.id)
    items = {item["id"]: item for item in later.board.get(Activity, matrix.id).result["items"]}
    road = items["2.1"]
    assert (road["sources"], road["confidence"]) == (3, "medium"), "each interview once, though it named it twice"
    assert road["evidence"] == {"private": 1, "public": 1, "semi-public": 1}
    assert items["4.1"]["evidence"] == {"private": 1}, "what is confidential counts"


def test_no_phone_and_no_facilitator_carries_by_hand(round_: Room, asker: Actor):
    for by in (asker, FACILITATOR):
        assert refused(round_, "finding.carry", by, findings=[], title="x") == "not_allowed"
    assert refused(round_, "finding.carry", SYSTEM, findings=[], title="x") == "heard_none"


@pytest.mark.parametrize(
    "guide",
    [
        [],
        "q1",
        [{"key": "q1"}],
        [{"key": "own", "text": "", "asks": "firm", "factors": []}],
        [{"key": "q1", "text": "", "asks": "king", "factors": []}],
        [{"key": "q1", "text": "", "asks": "firm", "factors": ["9.9"]}],
        [{"key": "q1", "text": "x" * 201, "asks": "firm", "factors": []}],
        [SPECIMEN["q1"], SPECIMEN["q1"]],
        [{"key": ["q1"], "text": "Why?", "asks": [], "factors": []}],
    ],
)
def test_a_guide_that_is_none_is_refused(round_: Room, guide: Any):
    assert refused(round_, "activity.edit", activity="r", settings={"guide": guide}) == "setting_wrong"


def test_an_own_guide_may_reword_leave_out_and_order(round_: Room):
    own = [
        {"key": "q23", "text": "", "asks": "all", "factors": []},
        {"key": "q4", "text": "Which order did you lose?", "asks": "firm", "factors": ["5.2"]},
        {"key": "own-1", "text": "How is the felt selling?", "asks": "firm", "factors": ["5.1", "5.5"]},
    ]
    round_.does("activity.edit", activity="r", settings={"guide": own})
    assert round_.board.get(Activity, "r").settings["guide"] == own


def test_a_step_that_holds_an_interview_stays(round_: Room, asker: Actor):
    begins(round_, asker)
    version = len(round_.board.log)
    round_.does("undo", version=version)
    assert round_.board.find(Interview) == []
    begins(round_, asker, "j")
    assert refused(round_, "activity.remove", activity="r") == "step_has_run"
