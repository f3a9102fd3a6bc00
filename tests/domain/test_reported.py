"""Reports of a champion: each counts once, waits for the office, and changes nothing before that has accepted it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.register.entries import Entry
from shared.domain.register.reported import MOST_WAITING, answer, may_report, reports, tell
from shared.domain.register.states import CHAMPION, STATES

TODAY = "2026-06-01"
COURSE = {"milestones": {"m1": {"what": "Looms bought", "planned": "2026-05-01"}}}
RUNNING = Entry("e", "r", "NOR-2026-01", "Felt", "running", course=COURSE)


def tells(entry: Entry, id: str = "r1", **given: str) -> Any:
    return tell(entry, "Oyun", id, {"kind": "told", "word": "All is well", **given}, TODAY)


def test_a_report_waits_and_sent_twice_counts_once():
    entry, event = tells(RUNNING)
    assert (event.verb, event.party) == ("reported", CHAMPION)
    assert tells(entry) == (entry, None)
    (one,) = reports(entry)
    assert (one.stand, one.word, one.told) == ("waits", "All is well", TODAY)
    assert entry.course["milestones"] == COURSE["milestones"]


def test_a_milestone_is_written_down_when_the_office_accepts():
    entry, _ = tells(RUNNING, kind="reached", milestone="m1", day="2026-05-20", word="Two stand\nand run")
    after, event = answer(entry, "Tuya", "r1", True, "", TODAY)
    assert after.course["milestones"]["m1"] == {
        **{"what": "Looms bought", "planned": "2026-05-01"},
        **{"reached": "2026-05-20", "word": "Two stand"},
    }
    assert event.verb == "milestone" and reports(after)[0].stand == "accepted"
    with pytest.raises(Refused, match="report_gone"):
        answer(after, "Tuya", "r1", True, "", TODAY)


def test_what_is_given_back_needs_a_reason_and_changes_nothing():
    entry, _ = tells(RUNNING, kind="reached", milestone="m1", day="2026-05-20")
    with pytest.raises(Refused, match="reason_needed"):
        answer(entry, "Tuya", "r1", False, " ", TODAY)
    after, event = answer(entry, "Tuya", "r1", False, "One is missing", TODAY)
    assert event.verb == "report_returned" and after.course["milestones"] == COURSE["milestones"]
    assert (reports(after)[0].stand, reports(after)[0].answer) == ("returned", "One is missing")


def test_accepting_what_stands_already_is_kept_too():
    there = {"milestones": {"m1": {"what": "Looms bought", "reached": "2026-05-20", "word": "All is well"}}}
    entry, _ = tells(replace(RUNNING, course=there), kind="reached", milestone="m1", day="2026-05-20")
    after, event = answer(entry, "Tuya", "r1", True, "", TODAY)
    assert event is not None and reports(after)[0].stand == "accepted"


@pytest.mark.parametrize(("kind", "verb"), [("told", "told"), ("tranche", "report_accepted")])
def test_an_accepted_word_stands_in_the_history(kind: str, verb: str):
    entry, _ = tells(RUNNING, kind=kind, word="Receipts for 3,200 are here")
    after, event = answer(entry, "Tuya", "r1", True, "", TODAY)
    assert after.course["reports"]["r1"]["office"] == "Tuya"
    who = "Oyun" if kind == "told" else "Tuya"
    assert (event.verb, event.by, event.reason) == (verb, who, "Receipts for 3,200 are here")


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"kind": "money"}, "form_choice"),
        ({"word": " "}, "text_empty"),
        ({"word": "x" * 601}, "text_long"),
        ({"kind": "reached", "milestone": "m2", "day": TODAY}, "gone_line"),
        ({"kind": "reached", "milestone": "m1", "day": "2026-06-02"}, "reading_future"),
        ({"kind": "reached", "milestone": "m1", "day": ""}, "form_date"),
    ],
)
def test_what_is_no_report_is_refused(given: dict[str, str], key: str):
    with pytest.raises(Refused, match=key):
        tells(RUNNING, **given)


@pytest.mark.parametrize("state", STATES)
def test_reports_are_taken_while_the_measure_is_under_way(state: str):
    entry = replace(RUNNING, state=state)
    assert may_report(entry) == (state in ("contracted", "running", "on_hold"))
    if not may_report(entry):
        with pytest.raises(Refused, match="report_closed"):
            tells(entry)


def test_no_more_wait_than_an_office_can_read():
    entry = RUNNING
    for n in range(MOST_WAITING):
        entry, _ = tells(entry, id=f"r{n}")
    with pytest.raises(Refused, match="report_many"):
        tells(entry, id="more")
    entry, _ = answer(entry, "Tuya", "r0", True, "", TODAY)
    assert len(reports(tells(entry, id="more")[0])) == MOST_WAITING + 1
    assert reports(entry)[0].id == f"r{MOST_WAITING - 1}", "the newest first"


def test_a_milestone_that_was_taken_out_meanwhile_is_not_made_anew():
    entry, _ = tells(RUNNING, kind="reached", milestone="m1", day="2026-05-20")
    without = replace(entry, course={**entry.course, "milestones": {}})
    with pytest.raises(Refused, match="gone_line"):
        answer(without, "Tuya", "r1", True, "", TODAY)
    assert answer(without, "Tuya", "r1", False, "It was taken out", TODAY)[1].verb == "report_returned"
