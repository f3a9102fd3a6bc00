"""The page of findings: written, refused, changed, taken in from pasted lines with a preview, shown."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Actor
from shared.domain.records import Activity, Amendment, Finding
from shared.store.keys import new_id
from shared.store.tables import RECORDS
from tests.web.conftest import Facilitator, Visitor, house_of

WOOL = {"act": "write", "factors": "1.1 5.5", "sign": "+", "statement": "Soft local wool", "sector": "private"}


@pytest.fixture
def page(workshop: str) -> str:
    return f"{workshop}findings"


def findings(app: Any, page: str) -> list[Finding]:
    _, records = house_of(app).store.records(page.split("/")[3])
    return sorted((r for r in records if isinstance(r, Finding)), key=lambda f: f.position)


def test_one_after_another_is_written_and_what_they_share_stays(app: Any, facilitator: Facilitator, page: str):
    assert "No finding yet." in facilitator.opens(page).text
    more = {"source_kind": "interview", "source_ref": "I-07", "used_by": "felt makers", "rating": "2"}
    answer = facilitator.sends(page, {**WOOL, **more, "finding": "f1"})
    assert answer.status_code == 303
    [made] = findings(app, page)
    assert (made.id, made.factors, made.rating, made.details) == ("f1", ["1.1", "5.5"], 2, {"used_by": "felt makers"})
    after = facilitator.opens(answer.headers["Location"]).text
    assert 'value="I-07"' in after and 'value="Soft local wool"' not in after
    assert after.count("Soft local wool</td>") == 2, "under each of its factors"
    facilitator.sends(page, {**WOOL, "finding": "f1"})
    assert len(findings(app, page)) == 1, "sent twice, it is one"


def test_a_refused_finding_is_said_and_nothing_typed_is_lost(app: Any, facilitator: Facilitator, page: str):
    refused = facilitator.sends(page, {**WOOL, "factors": "1.9", "quote": "Kept in its box"})
    assert refused.status_code == 400
    assert "There is no location factor 1.9." in refused.text
    assert 'value="Kept in its box"' in refused.text and 'value="1.9"' in refused.text
    assert findings(app, page) == []


def test_a_finding_is_changed_and_taken_out(app: Any, facilitator: Facilitator, page: str):
    facilitator.sends(page, {**WOOL, "finding": "f1", "confidential": "yes"})
    form = facilitator.opens(f"{page}?edit=f1").text
    assert "Change a finding" in form and 'value="1.1 5.5"' in form
    facilitator.sends(page, {**WOOL, "finding": "f1", "statement": "Other words"})
    assert [(f.statement, f.confidential) for f in findings(app, page)] == [("Other words", False)]
    facilitator.sends(page, {"act": "drop", "finding": "f1"})
    assert findings(app, page) == []
    assert facilitator.sends(page, {"act": "drop", "finding": "f1"}).status_code == 400


def test_pasted_lines_are_looked_at_first_and_then_taken_in_once(app: Any, facilitator: Facilitator, page: str):
    lines = "4.1 -2 Loans take months\n9.9 - No such factor\n3.2 3.4 - No trained cooks"
    preview = facilitator.sends(page, {"act": "preview", "lines": lines})
    assert "3 lines read, 2 of them can be taken in." in preview.text
    assert "There is no location factor 9.9." in preview.text and "Take in 2 findings" in preview.text
    assert findings(app, page) == []
    taken = facilitator.sends(page, {"act": "take_in", "lines": lines, "batch": "b1"})
    assert "Taken in: 2." in facilitator.opens(taken.headers["Location"]).text
    assert [f.factors for f in findings(app, page)] == [["4.1"], ["3.2", "3.4"]]
    again = facilitator.sends(page, {"act": "take_in", "lines": lines, "batch": "b1"})
    assert again.status_code == 400 and len(findings(app, page)) == 2


def test_a_table_is_read_by_what_the_page_calls_its_columns(app: Any, facilitator: Facilitator, page: str):
    table = "Factors\tAdvantage or obstacle\tStatement\tKind of source\tSector\tConfidential\n"
    table += "6.4\tobstacle\tLand takes months\tInterview\tSemi-public\tyes"
    facilitator.sends(page, {"act": "take_in", "lines": table, "batch": "b"})
    [made] = findings(app, page)
    assert (made.sign, made.source_kind, made.sector, made.confidential) == ("-", "interview", "semi-public", True)


def test_all_but_the_confidential_are_shown_at_once(app: Any, facilitator: Facilitator, page: str):
    facilitator.sends(page, {**WOOL, "finding": "f1"})
    facilitator.sends(page, {**WOOL, "finding": "f2", "confidential": "yes"})
    facilitator.sends(page, {"act": "show"})
    assert [f.shown for f in findings(app, page)] == [True, False]
    facilitator.sends(page, {"act": "cover"})
    assert [f.shown for f in findings(app, page)] == [False, False]


def test_it_is_no_page_for_others(visitor: Visitor, page: str):
    assert "sign-in" in visitor.opens(page).headers["Location"]


@pytest.mark.parametrize("act", ["", "nonsense", "preview", "take_in"])
def test_what_asks_for_nothing_is_refused(facilitator: Facilitator, page: str, act: str):
    assert facilitator.sends(page, {"act": act}).status_code == 400


def step_of(app: Any, page: str) -> str:
    _, records = house_of(app).store.records(page.split("/")[3])
    return next(r.id for r in records if isinstance(r, Activity) and r.kind == "matrix")


def confirmed(app: Any, facilitator: Facilitator, title: str) -> tuple[str, str]:
    """Make a findings workshop whose matrix is agreed on; its page and step."""
    page = f"{facilitator.makes_a_workshop(title, 'led-findings')}findings"
    facilitator.sends(page, {**WOOL, "finding": "f1", "source_ref": "I-07"})
    step, id = step_of(app, page), page.split("/")[3]
    person = Actor("facilitator", "p", "Aya")
    for verb in ("open", "close", "reveal", "confirm"):
        house_of(app).desk.perform(id, person, new_id(), f"activity.{verb}", {"activity": step})
    args = {"activity": step, "amendment": "a", "factor": "2.1", "reach": "L"}
    house_of(app).desk.perform(id, person, new_id(), "matrix.reach", args)
    return page, step


def test_an_earlier_matrix_and_its_findings_are_taken_over(app: Any, facilitator: Facilitator, page: str):
    assert "No other workshop of this region" in facilitator.opens(page).text
    source, step = confirmed(app, facilitator, "Findings in autumn")
    assert "Findings in autumn, 2026-11-23" in facilitator.opens(page).text
    chosen = {"act": "carry", "from": f"{source.split('/')[3]}/{step}", "into": step_of(app, page)}
    taken = facilitator.sends(page, chosen)
    assert "Nobody in the room has seen them yet." in facilitator.opens(taken.headers["Location"]).text
    _, records = house_of(app).store.records(page.split("/")[3])
    here = next(r for r in records if isinstance(r, Activity) and r.kind == "matrix")
    assert (here.phase, here.settings["origin"]["title"]) == ("closed", "Findings in autumn")
    assert [(r.activity, r.reach) for r in records if isinstance(r, Amendment)] == [(here.id, "L")]
    [made] = findings(app, page)
    assert (made.shown, made.source_ref, made.origin["title"]) == (False, "I-07", "Findings in autumn")
    assert facilitator.sends(page, chosen).status_code == 400, "the step is not a draft any more"
    assert house_of(app).store.acts(page.split("/")[3])[-1]["actor_name"] == "Tuya Bat"


def test_only_agreed_matrices_of_ones_own_region_are_taken_over(app: Any, facilitator: Facilitator, page: str):
    source, step = confirmed(app, facilitator, "Autumn")
    id, here = source.split("/")[3], step_of(app, page)
    wrong = [f"{page.split('/')[3]}/{here}", f"{id}/nowhere", "nowhere/nowhere", ""]
    assert [facilitator.sends(page, {"act": "carry", "from": one, "into": here}).status_code for one in wrong] == [
        400,
        404,
        404,
        404,
    ]
    moved = RECORDS["workshop"].update().where(RECORDS["workshop"].c.id == id).values(region="elsewhere")
    house_of(app).store.write(lambda connection: connection.execute(moved))
    refused = facilitator.sends(page, {"act": "carry", "from": f"{id}/{step}", "into": here})
    assert refused.status_code == 400 and "same region" in refused.text
    assert "Autumn" not in facilitator.opens(page).text.split('id="carry"')[1]
