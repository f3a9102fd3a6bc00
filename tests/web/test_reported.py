"""A champion's reports by link: they wait at the office, are accepted or given back; photos come in bare, and once."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from shared.store import entry_photos, register
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_attached import scan
from tests.web.test_course import enters


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    """The page of a running measure with a milestone."""
    page = enters(app)
    facilitator.sends(f"{page}/course", {"act": "write", "kind": "milestones", "item": "", "what": "Looms bought"})
    return page


@pytest.fixture
def link(app: Flask, entry: str) -> str:
    return f"/apply/{house_of(app).store.write(lambda c: register.open_link(c, entry.split('/')[3]))}"


def tells(oyun: Visitor, link: str, **given: str) -> Any:
    return oyun.sends(f"{link}/report", {"act": "tell", "kind": "told", "word": "All <b>well</b>", **given})


def test_a_report_is_sent_once_accepted_or_given_back(app: Flask, facilitator: Facilitator, entry: str, link: str):
    oyun = Visitor(app)
    assert "How it goes" in oyun.opens(link).text
    page = oyun.opens(f"{link}/report").text
    milestone = re.search(r'<option value="(\w+)"[^>]*>Looms bought', page)
    assert milestone
    reached = {"kind": "reached", "milestone": milestone[1], "day": "2026-05-20", "word": "Two looms run", "id": "a1"}
    for _ in range(2):
        assert tells(oyun, link, **reached).status_code == 303
    assert tells(oyun, link).status_code == 303
    office = facilitator.opens(f"{entry}/course").text
    assert office.count('name="report"') == 2 and "All &lt;b&gt;well&lt;/b&gt;" in office
    assert "May 20, 2026" in office and "Reached on: –" in office, "nothing is written down yet"
    silent = facilitator.sends(f"{entry}/course", {"act": "return", "report": "a1", "answer": ""})
    assert silent.status_code == 400
    assert facilitator.sends(f"{entry}/course", {"act": "accept", "report": "a1"}).status_code == 303
    office = facilitator.opens(f"{entry}/course").text
    assert "Reached on: May 20, 2026" in office and office.count('name="report"') == 1
    other = re.search(r'name="report" value="(\w+)"', office)
    assert other
    back = {"act": "return", "report": other[1], "answer": "Send the receipts, please"}
    assert facilitator.sends(f"{entry}/course", back).status_code == 303
    seen = oyun.opens(f"{link}/report").text
    assert "Send the receipts, please" in seen and ">accepted<" in seen and ">given back<" in seen
    again = facilitator.sends(f"{entry}/course", back)
    assert again.status_code == 404 and "answered already" in again.text
    assert "Reported by the champion" in facilitator.opens(entry).text


def test_a_photo_comes_in_bare_and_once_and_is_not_public(app: Flask, facilitator: Facilitator, entry: str, link: str):
    oyun = Visitor(app)

    def sends(content: bytes, caption: str = "The looms") -> Any:
        sent = {"act": "picture", "caption": caption, "file": (io.BytesIO(content), "x.jpg")}
        return oyun.sends(f"{link}/report", sent)

    for _ in range(2):
        assert sends(scan()).status_code == 303
    with house_of(app).store.read() as connection:
        (photo,) = entry_photos.all_of(connection, entry.split("/")[3])
        kept = entry_photos.picture(connection, entry.split("/")[3], photo.id)
    assert kept is not None and b"Canary" not in kept and Image.open(io.BytesIO(kept)).format == "JPEG"
    assert (photo.caption, photo.released) == ("The looms", False)
    assert "The looms" in facilitator.opens(f"{entry}/course").text
    wrong = sends(b"<svg onload=alert(1)>")
    assert wrong.status_code == 400 and "The looms" in wrong.text
    assert sends(scan(), " ").status_code == 400


def test_what_is_refused_keeps_what_was_typed_and_its_id(app: Flask, link: str):
    oyun = Visitor(app)
    wrong = tells(oyun, link, kind="money", id="b7")
    assert wrong.status_code == 400
    assert "All &lt;b&gt;well" in wrong.text and 'name="id" value="b7"' in wrong.text


def test_after_its_end_nothing_is_reported(app: Flask, facilitator: Facilitator):
    page = enters(app, "completed")
    link = f"/apply/{house_of(app).store.write(lambda c: register.open_link(c, page.split('/')[3]))}"
    oyun = Visitor(app)
    assert "How it goes" not in oyun.opens(link).text
    assert "while the measure is under way" in oyun.opens(f"{link}/report").text
    late = oyun.sends(f"{link}/report", {"act": "tell", "kind": "told", "word": "Late"}, page="/")
    assert late.status_code == 400
    assert Visitor(app).opens("/apply/nothing/report").status_code == 404
    assert facilitator
