"""Ballots on paper: a sheet for every kind of vote that can be entered from one, numbered, with a sheet to count by."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as read_docx

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity, Workshop
from shared.minutes.as_html import page
from shared.minutes.materials.ballots import FORMS, Ballot, ballots, printable
from shared.minutes.render import written
from shared.minutes.tree import Document, Heading
from shared.web.language import Speech, catalogue, languages
from tests.harness.readers import poppler

DAY = Workshop("w", "w", "ABC234", "Planning day", "r", "", "en", ["en"], "2026-11-23")
OPTIONS = {"a": "Felt workshop", "b": "Winter cellar"}


def vote(kind: str, **settings: object) -> Activity:
    given = KINDS_OF_ACTIVITY[kind].complete({})
    return Activity(kind, "s", "w", "Weigh up", "What comes first?", 3, 10, settings={**given, **settings})


def sheets(
    kind: str, n: int = 2, language: str = "en", options: dict[str, str] = OPTIONS, **settings: object
) -> Document:
    known = {"1.1": "", "2.1": ""} if kind == "matrix" and options else options
    return ballots(DAY, Ballot(vote(kind, **settings), known, Speech(language)), range(1, n + 1), 4)


def sheet(kind: str, **more: object) -> str:
    """Give what stands on the first sheet."""
    return page(sheets(kind, **more)).split("Sheet 1 –")[1].split("Sheet 2 –")[0]  # type: ignore[arg-type]


def test_every_vote_that_is_entered_from_paper_has_its_sheet():
    votes = {name for name, kind in KINDS_OF_ACTIVITY.items() if kind.votes and kind.check_paper}
    assert {kind for kind in votes if not printable(kind)} == {"twins"}, "pairs of cards are dealt to each phone"
    assert not any(printable(kind) for kind in set(KINDS_OF_ACTIVITY) - votes) and not printable("none")


def test_a_kind_without_a_form_of_its_own_has_room_to_answer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(FORMS, "dots")  # type: ignore[misc]
    assert "Answer" in sheet("dots") and "Felt workshop" in sheet("dots")
    assert "Answer" in sheet("dots", options={}) and "Felt workshop" not in sheet("dots", options={})


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", FORMS)
def test_it_speaks_every_language_and_has_room_where_nothing_is_fixed_yet(kind: str, language: str):
    keys = set(catalogue("en"))
    for options in (OPTIONS, {}):
        more = {"costs": [9000, 500]} if kind == "fund" and options else {}
        told = page(sheets(kind, language=language, options=options, **more))
        assert [word for word in re.findall(r"\b[a-z]+(?:\.[\w-]+)+\b", told) if word in keys] == []
        assert "ballots." not in told and "What comes first?" in told
        if kind in ("dots", "choice", "ranking", "fund", "rating", "scores"):
            assert ("Felt workshop" in told) == bool(options)


def test_each_sheet_has_its_number_and_a_page_of_its_own(tmp_path: Path):
    document = sheets("dots", 3)
    fresh = [block.text for block in document.blocks if isinstance(block, Heading) and block.fresh]
    assert [text.split(" – ")[0] for text in fresh] == ["Sheet 1", "Sheet 2", "Sheet 3"]
    file = tmp_path / "sheets.pdf"
    file.write_bytes(written(document, "pdf"))
    pages = poppler("pdftotext", file).rstrip("\f\n").split("\f")
    assert len(pages) == 4
    assert "Sheet to count by" in pages[0] and "3 (1–3)" in pages[0]
    assert [f"Sheet {n}" in text for n, text in enumerate(pages)] == [False, True, True, True]
    word = read_docx(io.BytesIO(written(document, "docx")))
    broken = [one.text for one in word.paragraphs if one.paragraph_format.page_break_before]
    assert broken == fresh
    with zipfile.ZipFile(io.BytesIO(written(document, "odt"))) as file:
        content = file.read("content.xml").decode()
    assert content.count('text:style-name="Page_Heading_2"') == 3 and content.count("fo:break-before") == 1


def test_the_rule_of_the_vote_stands_on_the_sheet():
    told = sheet("dots", dots=5, most=2, minus=1)
    assert "Dots: 5, at most 2 on one choice." in told and "Minus points: 1" in told
    row = re.search(r"Felt workshop</th>(.*?)</tr>", told, re.S)
    assert row and row[1].count("(   )") == 3
    assert "(   )" not in sheet("dots", dots=20, most=20).split("</thead>")[1]
    assert "Tick one box." in sheet("choice", most=1)
    assert "at most: 2" in sheet("choice", most=2) and "as many boxes" in sheet("choice", most=0)
    assert "At least: 1" in sheet("choice", least=1, most=2)
    assert "Your reason" in sheet("choice", reasons=True) and "Your reason" not in sheet("choice")
    assert "Places to give: 3." in sheet("ranking", places=3)
    fund = sheet("fund", ballot="points", points=7, costs=[9000, 500], currency="EUR")
    assert "Points: 7" in fund and "9000 EUR" in fund and "500 EUR" in fund
    scale = sheet("scale", **{"from": 0, "to": 3, "names": ["never", "always"], "unsure": True, "reasons": True})
    assert "0 – never" in scale and "3 – always" in scale and "I do not know" in scale and "Your reason" in scale
    assert "(0 – 40)" in sheet("number", least="0", most="40", unit="km") and "km" in sheet("number", unit="km")
    assert sheet("rating").count("C9. ") == 2
    scores = sheet(
        "scores", questions=["Useful?", "Ready?"], scale="lights", roles=True, lines={"a": ["1"], "b": ["2"]}
    )
    assert scores.count("Useful?") == 1 and scores.count("not sure") == 2 and "implementer" in scores
    assert "−3" in sheet("matrix") and "worse" in sheet("matrix", trend=True)


def test_a_sector_is_asked_for_only_where_the_vote_tells_by_sector():
    assert "Semi-public" in sheet("dots", by_sector=True)
    assert "Semi-public" not in sheet("dots", by_sector=False)


def test_the_sheet_to_count_by_asks_for_all_sheets_and_tells_what_is_known():
    count = page(sheets("choice", 2)).split("Sheet 1 –")[0]
    for name in ("Given out", "Left over", "Come back", "Of these blank", "Spoiled", "Entered on the console"):
        assert name in count, name
    assert re.search(r"without a phone</th><td>4<", count)
    uncounted = ballots(DAY, Ballot(replace(vote("choice")), OPTIONS, Speech("en")), range(1, 2), 0)
    assert re.search(r"without a phone</th><td>_+<", page(uncounted))
