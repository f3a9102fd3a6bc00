"""What the minutes tell, and what they keep to themselves."""

from __future__ import annotations

from dataclasses import replace

from shared.domain.records import Finding, Measure, Pledge
from shared.minutes.render import render
from tests.harness.readers import unlinked
from tests.minutes.records import Desk

RESULT = {
    "rule": "dots",
    "dots": 3,
    "most": 1,
    "cast": 5,
    "blank": 1,
    "unused": 4,
    "seats": 6,
    "secret": True,
    "order_differs": False,
    "items": [
        {"id": "g1", "title": "Loans", "short": "Loans", "dots": 4, "place": 1},
        {"id": "g2", "title": "Roads", "short": "Roads", "dots": 4, "place": 1},
        {"id": "g3", "title": "Wool", "short": "Wool", "dots": 3, "place": 3},
    ],
}


FUND = {
    **{
        "rule": "fund",
        "by": "approval",
        "ballot": "approval",
        "currency": "EUR",
        "budget": "100",
        "spent": "60",
        "left": "40",
    },
    **{"cast": 5, "blank": 0, "seats": 6, "lot": 7, "chosen": ["m1"], "reserve": ["m2"], "steps": [], "compare": []},
    "items": [{"id": id, "title": id.upper(), "cost": "60", "score": 3} for id in ("m1", "m2", "m3")],
}


def lines(desk: Desk) -> list[str]:
    return unlinked(render(desk.minutes(), "md")).splitlines()


def headings(desk: Desk) -> list[str]:
    return [line.lstrip("# ") for line in lines(desk) if line.startswith("## ")]


HEADINGS = [
    *("Summary", "Participants", "Agenda", "Starting point", "Results step by step", "Decisions", "Measures"),
    *("Who – what – by when", "Commitments", "Advocacy list", "Parking space and open questions", "Feedback"),
    *("Next dates", "Photo protocol", "Annexes"),
]


def test_all_headings_stand_from_the_first_minute_on():
    desk = Desk()
    assert headings(desk) == HEADINGS
    text = "\n".join(lines(desk))
    for heading in HEADINGS:
        if heading not in ("Agenda", "Annexes"):
            said = text.split(f"## {heading}\n\n")[1].split("\n")[0]
            assert said.startswith("*") or said[0].isupper(), heading
            assert "{" not in said
    assert "No decision is recorded yet." in text
    assert "| Region | Altan-Ovoo |" in lines(desk)
    assert "| Status | Draft: the workshop has not begun |" in lines(desk)
    assert "| 5 | Obstacles | 09:55–10:15 | 20 |" in lines(desk)
    assert "| Planned time | 09:00–16:30 |" in lines(desk)


def test_what_is_told_takes_the_place_of_what_is_not_there():
    desk = Desk()
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.note("summary", "A good day")
    desk.note("decision", "Roads go on")
    desk.seat("private")
    text = "\n".join(lines(desk))
    for said in ("Nothing to sum up", "Nobody has joined", "No decision", "No task"):
        assert said not in text
    assert headings(desk) == HEADINGS
    assert "| 1 | Ask for prices | Aya | December 4, 2026 |" in lines(desk)


def test_a_decision_tells_the_vote_it_rests_on_its_reasons_and_the_dissent():
    desk = Desk()
    weigh = desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1})
    words = {"reasons": "Two **paths** a year", "dissent": "One herder: too far"}
    desk.note("decision", "Roads go on", activity=weigh.id, **words)
    desk.note("decision", "We meet again")
    text = "\n".join(lines(desk))
    assert "1. Roads go on (Weigh the groups)" in text
    assert "**Vote:** Weigh the groups · 5 of 6 voted" in text
    assert "**Reasons:** Two **paths** a year" in text
    assert "**Dissent:** One herder: too far" in text
    assert "2. We meet again" in text
    told = desk.minutes().data["decisions"]
    assert [one["dissent"] for one in told] == ["One herder: too far", ""]


def test_the_vote_of_a_decision_is_not_told_before_it_is_shown():
    desk = Desk()
    weigh = desk.step("dots", "closed", result=RESULT, settings={"dots": 3, "most": 1})
    desk.note("decision", "Roads go on", activity=weigh.id)
    text = "\n".join(lines(desk))
    assert "5 of 6" not in text
    assert "Count of the ballots" not in text


def test_advocacy_tells_the_office_and_who_carries_it():
    desk = Desk()
    words = {"office": "Ministry of Roads", "who": "Dorj", "due": "2027-01-15"}
    desk.note("advocacy", "Freight to the capital", **words)
    text = "\n".join(lines(desk))
    assert "| No. | Matter | Office it has to reach | Who carries it | By when |" in text
    assert "| 1 | Freight to the capital | Ministry of Roads | Dorj | January 15, 2027 |" in text
    assert desk.minutes().data["advocacy"][0]["office"] == "Ministry of Roads"


def test_what_was_set_aside_and_open_questions_stand_together():
    desk = Desk()
    writing = desk.step("brainstorm")
    sorting = desk.step("cluster", "confirmed", source=writing.id)
    later, empty = desk.cluster(sorting, "Later", aside=True), desk.cluster(sorting, "Empty", aside=True)
    desk.card(writing, "Roads in other aimags", cluster=later.id)
    desk.note("question", "Who owns the well?")
    data = desk.minutes().data["parking"]
    assert [group["title"] for group in data["groups"]] == ["Later"]
    assert [one["text"] for one in data["questions"]] == ["Who owns the well?"]
    text = "\n".join(lines(desk)).split("## Parking space")[1].split("\n## ")[0]
    assert "Later" in text
    assert "Who owns the well?" in text
    assert empty.title not in text


def test_ballots_are_counted_in_the_annex():
    desk = Desk()
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1, "secret": True})
    assert "| Weigh the groups | 6 | 5 | 1 | secret vote |" in lines(desk)


def test_a_summary_is_proposed_until_somebody_writes_one():
    desk = Desk()
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1})
    for sector in ("private", "private", "public"):
        desk.seat(sector)
    for n in range(9):
        desk.note("decision", f"Decision {n}\n\nand why")
        desk.note("task", f"Task {n}", who="Aya", due=f"2026-12-{20 - n}")
    told = desk.minutes().data["proposed_summary"]
    assert told == [
        "3 people took part: Private 2 · Public 1.",
        "First in “Weigh the groups”: Loans (4) · Roads (4) · Wool (3).",
        *(f"Decided: Decision {n} and why" for n in range(3)),
        *(f"Next: Task {n} · Aya · December {20 - n}, 2026" for n in (8, 7, 6)),
    ]
    assert "Proposed from the results; nobody has written a summary yet." in "\n".join(lines(desk))
    desk.note("summary", "A good day")
    assert desk.minutes().data["proposed_summary"] == []
    assert "Proposed" not in "\n".join(lines(desk))


def test_what_is_not_shown_yet_is_in_no_proposed_summary():
    desk = Desk()
    desk.step("dots", "closed", result=RESULT, settings={"dots": 3, "most": 1})
    assert desk.minutes().data["proposed_summary"] == []


def test_measures_tell_their_state_partners_and_first_step():
    desk = Desk("measure-selection")
    fund = next(r for r in desk.records if getattr(r, "kind", "") == "fund")
    desk.records.remove(fund)
    desk.records += [replace(fund, phase="confirmed", result=FUND), replace(fund, id="plan", kind="plan", phase="open")]
    for id, parked in (("m1", ""), ("m2", ""), ("m3", ""), ("m4", "Too far"), ("m5", "")):
        sheet = {"private": "Felt Ltd", "semi-public": "Chamber"} if id == "m1" else {}
        desk.records.append(Measure(id, "w", id.upper(), None, 1.0, sheet=sheet, parked=parked))
    for n, due in enumerate(("", "2027-03-01", "2027-02-01")):
        desk.records.append(Pledge(f"p{n}", "w", "plan", f"Do {n}", float(n), measure="m1", who="Aya", due=due))
    told = {one["id"]: one for one in desk.minutes().data["measures"]}
    states = ["funded", "reserve", "unfunded", "parked", "proposed"]
    assert [told[id]["state"] for id in ("m1", "m2", "m3", "m4", "m5")] == states
    assert told["m1"]["partners"] == {"private": "Felt Ltd", "semi-public": "Chamber"}
    assert told["m1"]["first_step"] == {"what": "Do 2", "who": "Aya", "due": "2027-02-01"}
    row = "| 1 | M1 | funded |  | Private: Felt Ltd · Semi-public: Chamber | Do 2 | February 1, 2027 |"
    assert row in lines(desk)
    html = render(desk.minutes(), "html")
    assert f'<a href="#step-{fund.id}">funded</a>' in html and f'id="step-{fund.id}"' in html
    assert ">proposed<" in html and '">proposed</a>' not in html


def test_where_the_day_started_is_told_of_findings_and_earlier_measures():
    desk = Desk()
    for id, sign, kept in (("f1", "+", False), ("f2", "-", False), ("f3", "-", True)):
        desk.records.append(Finding(id, "w", ["1.1"], sign, id, 1.0, shown=True, confidential=kept))
    origin = {"workshop": "v", "title": "Spring day", "date": "2026-04-02", "measure": "x"}
    desk.records.append(Measure("m1", "w", "Felt workshop", None, 1.0, champion="Dorj", origin=origin))
    desk.records.append(Pledge("p", "w", "a1", "Buy a loom", 1.0, who="Dorj", due="2026-06-01", former="plan"))
    text = "\n".join(lines(desk)).split("## Starting point")[1].split("\n## ")[0]
    assert "2 findings of the analysis were shown: 1 that help, 1 that hinder." in text
    assert "| Felt workshop | Dorj | Spring day | April 2, 2026 |" in text
    assert "- Buy a loom · Dorj · June 1, 2026" in text


def test_people_are_counted_by_sector_and_the_removed_are_not():
    desk = Desk()
    for sector in ("private", "private", "public"):
        desk.seat(sector)
    desk.seat("semi-public", removed=True)
    assert desk.minutes().data["participants"] == {
        "total": 3,
        "by_sector": {"private": 2, "public": 1, "semi-public": 0},
        "by_way": {"phone": 3},
        "by_sex": {},
        "invited": {},
        "named": [],
    }


def test_who_took_part_otherwise_stands_beside_phones_and_those_invited():
    desk = Desk()
    for sector in ("private", "private", "public"):
        desk.seat(sector)
    desk.seat("")
    ways = {"paper": {"public": 2}, "table": {"semi-public": 1}, "invited": {"private": 5, "public": 3}}
    desk.workshop(attendance=ways)
    told = lines(desk)
    assert "| Sector | by phone | on paper | at a shared device | Present | Invited |" in told
    assert "| Public | 1 | 2 | 0 | 3 | 3 |" in told
    assert "| All | 4 | 2 | 1 | 7 | 8 |" in told
    assert "**Of 8 invited people 7 were present.**" in told
    assert "Fewer than half of those invited: Private." in told
    assert desk.minutes().data["participants"]["by_way"] == {"phone": 4, "paper": 2, "table": 1}


def test_only_who_agreed_is_named_and_the_others_are_a_number():
    desk = Desk()
    desk.seat("public", name="Bold <Bat>", organisation="Soum", named=True)
    desk.seat("private", name="Aya", named=True)
    desk.seat("private", name="Secret")
    desk.seat("private", name="Gone", named=True, removed=True)
    desk.workshop(attendance={"hands": {"public": 2}})
    told = lines(desk)
    at = told.index("### Attendance list")
    assert [line for line in told[at:] if line.startswith("|")][2:4] == [
        "| Aya |  | Private |",
        "| Bold &#60;Bat&#62; | Soum | Public |",
    ]
    assert "Present without being named here: 3." in told
    assert not any("Secret" in line or "Gone" in line for line in told)
    assert '<a href="#attendance">' in render(desk.minutes(), "html")


def test_names_of_people_stay_out():
    desk = Desk()
    desk.seat("private", name="Bold Bat", organisation="Felt Ltd")
    everything = "".join(render(desk.minutes(), format) for format in ("md", "html", "json"))
    assert "Bold" not in everything
    assert "Felt" not in everything


def test_planned_and_actual_times_stand_side_by_side():
    desk = Desk()
    began = 1_800_000_000_000
    step = desk.step("brainstorm", started_at=began, ended_at=began + 23 * 60_000)
    row = next(line for line in lines(desk) if f"| {step.position} |" in line)
    assert row.endswith("| 23 |")
    agenda = next(row for row in desk.minutes().data["agenda"] if row["id"] == step.id)
    assert (agenda["minutes"], agenda["started_at"], agenda["ended_at"]) == (20, began, began + 23 * 60_000)
    assert (agenda["planned_at"], agenda["minutes_taken"]) == ("09:35", 23)


def test_columns_in_which_nothing_stands_are_left_out():
    desk = Desk()
    assert "| No. | Step | Planned | Minutes planned |" in lines(desk)
    desk.step("brainstorm", started_at=1_800_000_000_000)
    assert "| No. | Step | Planned | Minutes planned | From – to |" in lines(desk)
    desk.note("task", "Ask", who="Aya", due="2026-12-04")
    assert "| No. | What | Who | By when |" in lines(desk)
    plan, commit = desk.step("plan"), desk.step("commit")
    desk.records.append(Pledge("p1", "w", plan.id, "Call", 1.0, who="Aya", due="2026-12-04", means="A phone"))
    assert "| No. | What | Who | By when | With what |" in lines(desk)
    desk.records.append(Pledge("p2", "w", commit.id, "Lend a hall", 2.0, who="Aya"))
    assert "| Who | Promises |" in lines(desk)


def test_times_that_nobody_planned_are_not_told():
    desk = Desk()
    desk.workshop(begins="", ends="")
    assert "| 5 | Obstacles | 20 |" in lines(desk)
    assert all(row["planned_at"] is None for row in desk.minutes().data["agenda"])


def test_every_original_card_stands_under_its_group_and_twins_under_their_card():
    desk = Desk()
    writing, sorting = desk.step("brainstorm"), desk.step("cluster", "confirmed", source=None)
    sorting = desk.step("cluster", "confirmed", source=writing.id)
    loans, later = desk.cluster(sorting, "Loans"), desk.cluster(sorting, "Later", aside=True)
    head = desk.card(writing, "Banks want property", cluster=loans.id)
    desk.card(writing, "No collateral, no loan", merged_into=head.id)
    desk.card(writing, "Roads in other aimags", cluster=later.id)
    desk.card(writing, "Hangs free")
    desk.card(writing, "Something rude", state="hidden", cluster=loans.id)
    text = "\n".join(lines(desk))
    assert "#### A · Loans (2 cards)\n\n- Banks want property\n    - No collateral, no loan\n" in text
    assert "#### Set aside\n\n##### B · Later (1 card)\n\n- Roads in other aimags" in text
    assert "#### In no group (1 card)\n\n- Hangs free" in text
    assert "5 cards were written." in text
    assert "1 card was put aside by the facilitator and is not shown." in text
    assert "rude" not in text
    assert "rude" not in render(desk.minutes(), "json")


def test_cards_that_nobody_sorted_stand_in_their_own_step():
    desk = Desk()
    writing = desk.step("brainstorm")
    desk.card(writing, "Shops prefer imported vegetables", tags={"category": "obstacle"}, channel="console")
    text = "\n".join(lines(desk))
    assert "- Shops prefer imported vegetables (obstacle)" in text
    assert "1 of them was typed by the facilitator." in text


def test_a_vote_is_told_by_its_frozen_result():
    desk = Desk()
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1, "secret": True, "few": True})
    text = "\n".join(lines(desk))
    assert "3 dots a person, at most 1 on one · secret vote" in text
    assert "connection not encrypted · few voters" in text
    assert "5 of 6 voted; 1 blank; 4 dots not used." in text
    assert "| 1 | Loans | **4** |\n| 1 | Roads | **4** |\n| 3 | Wool | **3** |" in text
    assert "Level on place 1: Loans · Roads." in text
    assert "No figures by sector" in text


def test_a_vote_tells_by_which_channel_its_ballots_came():
    desk = Desk()
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1, "secret": True})
    text = "\n".join(lines(desk))
    assert "4 dots not used. All ballots came from phones." in text
    assert "On paper" not in text and desk.minutes().data["ballots"][0]["on_paper"] == 0
    desk = Desk()
    desk.step("dots", "confirmed", result={**RESULT, "on_paper": 2}, settings={"dots": 3, "most": 1, "secret": True})
    text = "\n".join(lines(desk))
    assert "Ballots on paper, entered by the facilitator: 2; from phones: 3." in text
    assert "| Step | Could vote | Cast | On paper | Blank |" in text
    assert "| 6 | 5 | 2 | 1 |" in text
    assert desk.minutes().data["ballots"][0]["on_paper"] == 2


def test_of_a_vote_that_is_not_revealed_nothing_is_told():
    for phase, words in (("open", "The vote is open."), ("closed", "not revealed yet")):
        desk = Desk()
        desk.step("dots", phase, result=RESULT, settings={"dots": 3, "most": 1})
        everything = "".join(render(desk.minutes(), format) for format in ("md", "html", "json"))
        assert words in everything
        for figure in ("Loans", "5 of 6", '"cast"', '"items"'):
            assert figure not in everything


def test_what_was_opened_again_is_told_with_its_reason():
    desk = Desk()
    act = {
        "version": 9,
        "verb": "activity.reopened",
        "subject": "Weigh",
        "at": 0,
        "undoes": None,
        "reason": "Two came late",
    }
    desk.acts = [act, {**act, "version": 11, "verb": "activity.revealed", "undoes": 10, "reason": ""}]
    text = "\n".join(lines(desk))
    assert "“Weigh” was opened again: Two came late" in text
    assert "The result of “Weigh” was taken back" in text


def test_the_facilitators_words_stand_apart_and_where_they_belong():
    desk = Desk()
    step = desk.step("brainstorm")
    desk.note("note", "Camp owners want **heat**", activity=step.id)
    desk.note("note", "A general remark")
    text = "\n".join(lines(desk))
    assert "> **Main points, in the facilitator's words**\n>\n> Camp owners want **heat**" in text
    assert "### Notes\n\n> **In the facilitator's words**\n>\n> A general remark" in text


def test_minutes_speak_the_workshops_language():
    desk = Desk(language="mn", title="Төлөвлөлтийн өдөр")
    desk.seat("private")
    text = "\n".join(lines(desk))
    assert "## Оролцогчид" in text
    assert "| Хувийн хэвшил | 1 |" in text
    assert "2026 оны арван нэгдүгээр сарын 23" in text


def test_the_data_keep_their_schema():
    data = Desk().minutes().data
    assert data["schema"] == "led-workshop/minutes/1"
    assert list(data) == [
        *("schema", "workshop", "summary", "proposed_summary", "participants", "agenda", "starting_point"),
        *("steps", "notes", "decisions", "measures", "tasks", "commitments", "advocacy", "parking"),
        *("feedback", "next_dates", "photos", "annex", "ballots", "remarks"),
    ]
