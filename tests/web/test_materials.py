"""Papers to print: listed on one page, in every language, blank and filled in with what is known."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from docx import Document as read_docx
from flask import Flask

from shared.domain.activities.knockouts import QUESTIONS
from shared.domain.factors import FACTORS
from shared.domain.records import Activity, Finding, Measure, Phase, Workshop
from shared.domain.register.entries import Entry
from shared.minutes.as_html import page
from shared.minutes.materials.cut import cards, of_workshop, slips, usual
from shared.minutes.materials.evaluation_form import check_form, evaluation_form
from shared.minutes.materials.matrix_sheet import matrix_of, matrix_sheet
from shared.minutes.materials.rating_sheet import of_entry, of_measure, rating_sheet
from shared.minutes.render import written
from shared.minutes.sheet import lay_out
from shared.minutes.tree import Document
from shared.store import people
from shared.web.language import Speech, catalogue, languages
from shared.web.qr import svg
from tests.web.conftest import Facilitator, house_of
from tests.web.test_inviting import asks, text_of
from tests.web.test_register import enters

EN = Speech("en")
FORM: dict[str, Any] = {
    **{"lead": "Felt cooperative", "champion": "Aya", "start": "2026-03-01", "effect": "Ten felt makers at work"},
    **{"effect_month": 4, "asked": 9000, "own_cash": 1500, "own_kind": 500, "trained": 37, "jobs": 6, "jobs_fte": 4},
    "outputs": [{"output": "Felt mill", "quantity": "1"}],
    "indicators": [{"name": "Felt sold", "unit": "kg", "base": "0", "target": "800"}],
    "budget": [{"item": "Machine", "quantity": "2", "unit_price": 4000, "payer": "fund"}],
    "partners": [{"organisation": "School of Altan-Ovoo", "sector": "public", "role": "rooms"}],
}
FELT = Entry("e", "r", "ALT-2026-01", "Felt from here", "follow_up", FORM, ended_on="2027-01-31")
DAY = Workshop("w", "w", "ABC234", "Planning day", "r", "", "en", ["en"], "2026-11-23")
MATRIX = Activity("matrix", "m", "w", "Matrix", "", 0, 20, Phase.REVEALED, options=["1.1", "2.1"])
WOOL = Finding("f", "w", ["1.1"], "+", "Much wool", 0, sector="private", source_ref="i1", source_kind="interview")


def all_papers(speech: Speech) -> dict[str, Document]:
    return {
        "matrix": matrix_sheet(speech),
        "matrix_of": matrix_of(lay_out([DAY, MATRIX, WOOL], speech, region="Altan-Ovoo")),
        "rating": rating_sheet([], speech),
        "rating_of": rating_sheet([of_entry(FELT)], speech),
        "evaluation": evaluation_form(None, "", speech),
        "evaluation_of": evaluation_form(FELT, "Altan-Ovoo", speech),
        "check": check_form(None, "", speech),
        "check_of": check_form(FELT, "Altan-Ovoo", speech),
        "slips": slips(DAY, "http://10.0.0.2:8000", svg("X", "X"), speech),
        "cards": cards(usual(speech), speech),
    }


@pytest.mark.parametrize("language", languages())
def test_every_paper_speaks_every_language_whole(language: str):
    keys = set(catalogue("en"))
    for name, document in all_papers(Speech(language)).items():
        told = page(document)
        assert f'lang="{language}"' in told, name
        left = [word for word in re.findall(r"\b[a-z]+(?:\.[\w-]+)+\b", told) if word in keys]
        assert left == [], (name, "keys without words")
        assert not re.search(r"\b(?:materials|register|rating|evaluation|factors|matrix)\.[a-z]", told), name
        if language != "en":
            assert "Planned" not in told and "Knock-out" not in told, name


@pytest.mark.parametrize("language", languages())
def test_every_paper_is_a_tagged_pdf(language: str, caplog: pytest.LogCaptureFixture):
    for name, document in all_papers(Speech(language)).items():
        made = written(document, "pdf")
        assert b"/MarkInfo" in made or b"/StructTreeRoot" in made, name
    assert caplog.records == [], "the typesetter could not write it as PDF/UA"


def test_a_blank_rating_sheet_asks_all_knock_outs_and_criteria_with_their_anchors():
    told = page(rating_sheet([], EN))
    assert [k for k in QUESTIONS if f"{k}. {EN.say(f'rating.words.{k}')}" not in told] == []
    for n, weight in enumerate((10, 15, 15, 15, 10, 10, 10, 10, 5), start=1):
        row = re.search(rf"<tr>(?:(?!</tr>).)*C{n}\. .*?</tr>", told, re.S)
        assert row and f">{weight}<" in row[0], n
        for anchor in (0, 3, 5):
            assert EN.say(f"rating.words.C{n}.{anchor}") in row[0], (n, anchor)
    assert "the line is 60" in told


def test_a_rating_sheet_of_a_workshop_has_its_weights_and_what_the_office_answered():
    sketch = {
        "effect": "A mill runs",
        "month": 5,
        "asked": 7000,
        "own": 900,
        "K2": "repaired",
        "K2_word": "letter came",
    }
    felt = of_measure(Measure("x", "w", "Felt mill", None, 0, champion="Aya", sheet=sketch))
    told = page(rating_sheet([felt], EN, (15, 10, 15, 15, 10, 10, 10, 10, 5), (0,) * 9, 55))
    for word in ("Felt mill", "Aya", "A mill runs", "7000", "900", "letter came", "the line is 55"):
        assert word in told, word
    answered = re.search(r"K2\. (.*?)</tr>", told, re.S)
    assert answered
    cells = re.findall(r"<td[^>]*>(.*?)</td>", answered[1], re.S)
    assert [cell.strip() for cell in cells[:3]] == ["[   ]", "[   ]", "[ X ]"]
    assert "on average" not in told, "no minimum is asked here"
    assert "on average" in page(rating_sheet([felt], EN))


def test_an_evaluation_form_tells_what_was_planned_beside_room_for_what_came():
    told = page(evaluation_form(FELT, "Altan-Ovoo", EN))
    for word in ("ALT-2026-01", "Felt mill", "Felt sold", "800", "8000", "School of Altan-Ovoo", "January 31, 2027"):
        assert word in told, word
    trained = re.search(r"Persons trained</th>(.*?)</tr>", told, re.S)
    assert trained and ">37<" in trained[1] and "____" in trained[1]
    assert len(re.findall(r"<h2[^>]*>\s*\d+\. ", told)) == 12
    assert "Felt" not in page(evaluation_form(None, "", EN))


def test_a_check_tells_the_days_on_which_it_falls_due():
    told = page(check_form(FELT, "Altan-Ovoo", EN))
    for day in ("July 31, 2027", "January 31, 2028", "January 31, 2029"):
        assert day in told
    assert "37" in told
    assert [n for n in range(1, 9) if f"Q{n}. " not in told] == []
    assert "202" not in page(check_form(None, "", EN))


def test_a_blank_matrix_has_all_factors_and_one_of_a_workshop_what_was_shown():
    blank = unescape(page(matrix_sheet(EN)))
    assert [code for code in FACTORS if f"{code} {EN.say(f'factors.words.{code}')}" not in blank] == []
    by = {"private": {"median": "-2.0", "n": 7}}
    item = {"id": "2.1", "median": "-2.0", "n": 9, "unknown": 0, "by_sector": by, "importance": "3.0", "sources": 0}
    shown = replace(MATRIX, result={"rule": "matrix", "items": [item]}, revealed="all")
    secret = replace(WOOL, id="s", factors=["2.1"], sign="-", statement="The mayor takes money", confidential=True)
    told = page(matrix_of(lay_out([DAY, shown, WOOL, secret], EN, region="Altan-Ovoo")))
    assert "−2 (7)" in told and "1.1 Raw materials" in told and "Much wool" in told
    assert "mayor" not in told, "a confidential finding counts without its words"
    assert "1/0/0" in told
    hidden = page(matrix_of(lay_out([DAY, replace(shown, phase=Phase.CLOSED), WOOL], EN)))
    assert "−2 (7)" not in hidden, "what is not revealed is not told"


def test_each_slip_has_the_whole_code_to_scan_and_both_to_type():
    code = svg("HTTP://10.0.0.2:8000/JOIN/ABC234", "way in")
    (path,) = re.findall(r'<path d="([^"]+)"', code)
    told = page(slips(DAY, "http://10.0.0.2:8000", code, EN))
    assert told.count(path) == 10
    assert told.count(">ABC234</text>") == told.count(">http://10.0.0.2:8000</text>") == 10


def test_cards_of_a_workshop_tell_its_steps_and_measures_and_fit():
    long = "How can the small firms of all valleys around sell more of what they make to guests who only drive through?"
    told = page(cards(of_workshop([replace(MATRIX, question=long)], [Measure("x", "w", "Felt mill", None, 0)]), EN))
    assert told.count("<svg") == 2 + 3, "and three blank ones"
    assert "Felt mill" in told and "who only drive through?" in told
    assert page(cards([("word " * 100, "")], EN)).count("…") >= 1


def test_the_page_lists_all_papers_in_the_language_that_was_chosen(facilitator: Facilitator, workshop: str):
    entry = enters(facilitator, "Felt from here")
    of = {
        "/facilitator/materials": "/facilitator/measures",
        f"{workshop}materials": workshop,
        f"{entry}/materials": entry,
    }
    for (here, leads), least in zip(of.items(), (7, 6, 4), strict=True):
        assert f'href="{here}"' in facilitator.opens(leads).text, "the way there"
        told = facilitator.opens(f"{here}?files=mn").text
        assert '<html lang="en"' in told, "the page stays in the person's own language"
        links = re.findall(r'href="([^"]+)" download', told)
        assert len(links) >= 3 * least, here
        for link in links:
            assert "language=mn" in link
            if ".odt" in link:
                assert asks(facilitator, link.replace("&amp;", "&")).startswith(b"PK"), link


def test_files_open_in_each_format(facilitator: Facilitator, workshop: str, tmp_path: Path):
    told = text_of(asks(facilitator, "/facilitator/materials/rating.pdf?language=de"), tmp_path)
    assert "Ausschlussfragen" in told and "C9." in told
    made = read_docx(io.BytesIO(asks(facilitator, f"{workshop}materials/slips.docx?language=fr")))
    assert len(made.inline_shapes) == 1
    assert any("Découpez" in paragraph.text for paragraph in made.paragraphs)
    guide = text_of(asks(facilitator, "/facilitator/materials/guide.pdf?language=en"), tmp_path)
    assert all(f"{n}. " in guide for n in range(1, 24))
    assert "of 3" in guide, "the questions keep their room instead of being drawn small on one page"


def test_sheets_of_a_region_are_for_those_who_keep_its_register(app: Flask, facilitator: Facilitator):
    enters(facilitator, "Only an idea")
    handed = enters(facilitator, "Handed in")

    def settle(connection: Any) -> list[str]:
        from shared.store.tables import entry

        connection.execute(entry.update().where(entry.c.id == handed.split("/")[3]).values(state="in_rating"))
        return [region.id for region in people.regions(connection)]

    here = house_of(app).store.write(settle)[0]
    made = read_docx(io.BytesIO(asks(facilitator, f"/facilitator/materials/rating.docx?region={here}")))
    told = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "Handed in" in told and "Only an idea" not in told
    assert facilitator.opens(f"/facilitator/materials/rating.docx?region={'f' * 32}").status_code == 404
