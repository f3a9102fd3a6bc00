"""The page of findings: written, refused, changed, taken in from pasted lines with a preview, shown."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.records import Finding
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
