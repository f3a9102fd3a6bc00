"""The hand-out tells what was decided on one page, whatever there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.records import Measure
from shared.minutes.as_html import article
from shared.minutes.as_pdf import pdf
from shared.minutes.handout import handout
from shared.minutes.sheet import Sheet, lay_out
from shared.minutes.tree import Heading
from shared.web.language import Speech
from tests.harness.readers import poppler
from tests.minutes.records import Desk
from tests.minutes.test_document import RESULT


def sheet(desk: Desk) -> Sheet:
    return lay_out(desk.records, Speech(desk.records[0].language), desk.acts, region="Altan-Ovoo")


def test_an_empty_day_says_that_nothing_came_of_it_yet():
    text = article(handout(sheet(Desk())))
    assert "Nothing has come of this workshop yet." in text


def test_it_tells_what_was_found_decided_and_comes_next():
    desk = Desk()
    desk.workshop(host="Chamber")
    desk.seat("private")
    desk.step("dots", "confirmed", result=RESULT, settings={"dots": 3, "most": 1})
    desk.note("summary", "A **good** day\n\n- for all")
    desk.note("decision", "Roads go on", reasons="Kept for the minutes")
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    desk.note("private", "Nobody reads this")
    desk.records.append(Measure("m1", "w", "Felt workshop", None, 1.0, champion="Dorj"))
    desk.records.append(Measure("m2", "w", "Too far", None, 2.0, parked="Not here"))
    document = handout(sheet(desk))
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert heads == [
        *("Planning day", "What we found", "What we decided", "These measures were proposed"),
        *("Who does what next", "Whom to ask"),
    ]
    text = article(document)
    for said in ("<strong>good</strong>", "<li>for all</li>", "Loans (4)", "Roads go on", "Felt workshop – Dorj"):
        assert said in text
    assert "Ask for prices · Aya · December 4, 2026" in text
    for kept in ("Nobody reads", "Kept for the minutes", "Too far"):
        assert kept not in text


def test_figures_that_were_not_shown_stay_out():
    desk = Desk()
    desk.step("dots", "closed", result=RESULT, settings={"dots": 3, "most": 1})
    assert "Loans" not in article(handout(sheet(desk)))


@pytest.mark.parametrize("language", ["en", "mn", "ar", "ru", "de"])
@pytest.mark.parametrize("word", ["Шийдвэрлэх ", "W" * 39 + " ", "مستودعات التبريد "])
def test_it_stays_one_page_however_much_there_is(language: str, word: str, tmp_path: Path):
    desk, long = Desk(language=language), word * 99
    desk.workshop(title=long[:120], host=long[:120], facilitators=long[:120], place=long[:120])
    for sector in ("private", "public", "semi-public"):
        desk.seat(sector)
    items = [{**item, "title": long[:120]} for item in RESULT["items"]]
    desk.step("dots", "confirmed", result={**RESULT, "items": items}, settings={"dots": 3, "most": 1})
    desk.note("summary", "\n".join(["## Heading", "", long, "", "- a", "- b"] * 3))
    for n in range(9):
        desk.note("decision", f"{n} {long}")
        desk.note("task", f"{n} {long}", who=long[:120], due="2026-12-04")
        desk.records.append(Measure(f"m{n}", "w", long[:120], None, float(n), champion=long[:120]))
    file = tmp_path / "handout.pdf"
    file.write_bytes(pdf(handout(sheet(desk))))
    told = poppler("pdfinfo", file)
    assert re.search(r"Pages: +1$", told, re.MULTILINE), told
    assert re.search(r"Tagged: +yes", told)
