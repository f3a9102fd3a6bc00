"""Papers for before the day: a poster with the way in, an invitation with the agenda, in the workshop's language."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from flask import Flask

from shared.domain.records import Activity, Workshop
from shared.minutes.as_html import page
from shared.minutes.invitation import invitation
from shared.web.language import Speech
from shared.web.qr import svg
from tests.web.conftest import Facilitator, code_of, house_of


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout


def asks(facilitator: Facilitator, address: str, **how: Any) -> bytes:
    answer = facilitator.opens(address, **how)
    assert answer.status_code == 200, answer.text[:300]
    assert "attachment" in answer.headers["Content-Disposition"]
    return answer.data


def test_a_poster_tells_the_way_in(app: Flask, facilitator: Facilitator, workshop: str, tmp_path: Path):
    told = text_of(asks(facilitator, f"{workshop}poster.pdf"), tmp_path)
    for word in ("Planning day", code_of(app, workshop), "http://", "No app, no account"):
        assert word in told
    docx = Document(io.BytesIO(asks(facilitator, f"{workshop}poster.docx")))
    assert len(docx.inline_shapes) == 1, "the QR code"
    assert asks(facilitator, f"{workshop}poster.odt").startswith(b"PK")


def test_an_invitation_tells_the_agenda_and_no_address_that_may_change(
    facilitator: Facilitator, workshop: str, tmp_path: Path
):
    told = text_of(asks(facilitator, f"{workshop}invitation.pdf"), tmp_path)
    for word in (
        "You are invited: Planning day",
        "November 23, 2026",
        "Obstacles",
        "09:00",
        "hangs on the wall on the day",
    ):
        assert word in told, word
    assert "http://" not in told


def test_with_a_fixed_address_the_invitation_tells_it(app: Flask, workshop: str):
    _, records = house_of(app).store.records(workshop.split("/")[3])
    found = next(record for record in records if isinstance(record, Workshop))
    steps = [record for record in records if isinstance(record, Activity)]
    told = page(invitation(found, steps, ("https://led.example.org", svg("X", "X")), Speech("en")))
    assert "<b>https://led.example.org</b>" in told
    assert f"<b>{found.code}</b>" in told
    assert "<svg" in told
    assert "on the wall on the day" not in told


@pytest.mark.parametrize(("language", "word"), [("ar", "أنتم"), ("mn", "урьж"), ("de", "eingeladen")])
def test_papers_speak_the_language_of_the_workshop(facilitator: Facilitator, language: str, word: str, tmp_path: Path):
    here = facilitator.makes_a_workshop()
    settings = facilitator.opens(here).text
    assert "Poster (" in settings
    typed = {"title": "Day", "date": "2026-11-23", "capacity": "300", "language": language, "languages": language}
    facilitator.sends(here, {**typed, "asks_name": "no", "asks_organisation": "no"})
    docx = Document(io.BytesIO(asks(facilitator, f"{here}invitation.docx")))
    assert word in "\n".join(paragraph.text for paragraph in docx.paragraphs)
