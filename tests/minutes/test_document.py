"""What the minutes tell, and what they keep to themselves."""

from __future__ import annotations

from shared.minutes.render import render
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


def lines(desk: Desk) -> list[str]:
    return render(desk.minutes(), "md").splitlines()


def headings(desk: Desk) -> list[str]:
    return [line.lstrip("# ") for line in lines(desk) if line.startswith("## ")]


def test_a_fresh_workshop_has_a_head_and_an_agenda():
    desk = Desk()
    assert headings(desk) == ["Agenda", "How these minutes were made"]
    assert "| Region | Altan-Ovoo |" in lines(desk)
    assert "| Status | Draft: the workshop has not begun |" in lines(desk)
    assert "| 5 | Obstacles | 09:55–10:15 | 20 |  |  |" in lines(desk)
    assert "| Planned time | 09:00–16:30 |" in lines(desk)


def test_headings_come_as_there_is_something_to_tell():
    desk = Desk()
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.note("summary", "A good day")
    desk.note("decision", "Roads go on")
    desk.seat("private")
    assert headings(desk) == [
        "Summary",
        "Participants",
        "Agenda",
        "Decisions",
        "Who – what – by when",
        "How these minutes were made",
    ]
    assert "| 1 | Ask for prices | Aya | December 4, 2026 |" in lines(desk)


def test_people_are_counted_by_sector_and_the_removed_are_not():
    desk = Desk()
    for sector in ("private", "private", "public"):
        desk.seat(sector)
    desk.seat("semi-public", removed=True)
    assert desk.minutes().data["participants"] == {
        "total": 3,
        "by_sector": {"private": 2, "public": 1, "semi-public": 0},
    }


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


def test_times_that_nobody_planned_are_not_told():
    desk = Desk()
    desk.workshop(begins="", ends="")
    assert "| 5 | Obstacles | 20 |  |  |" in lines(desk)
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
    assert "## Notes\n\n> **In the facilitator's words**\n>\n> A general remark" in text


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
        *("schema", "workshop", "summary", "participants", "agenda", "steps"),
        *("decisions", "measures", "tasks", "next_dates", "notes", "feedback", "annex"),
    ]
