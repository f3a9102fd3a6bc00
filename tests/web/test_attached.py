"""Papers of an application, by office and by champion's link: kept, given out harmlessly, refused with a reason."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from shared.domain.register.attached import MOST, MOST_BYTES
from shared.domain.register.entries import move
from shared.domain.register.states import CHAMPION, OFFICE
from shared.store import attached, people, register
from tests.domain.test_attached import packed, pdf
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_programme import enters


def scan() -> bytes:
    """Take a photo of a paper, with the place where it was taken."""
    made, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Canary camera"
    Image.new("RGB", (60, 90), "white").save(made, "JPEG", exif=exif)
    return made.getvalue()


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    """The page of a measure whose application is being written."""
    assert facilitator
    return enters(app, "Felt workshop", state="drafting", ended_on="")


@pytest.fixture
def link(app: Flask, entry: str) -> str:
    made = house_of(app).store.write(lambda c: register.open_link(c, entry.split("/")[3]))
    return f"/apply/{made}"


def sends(who: Any, page: str, content: bytes, name: str = "Letter.pdf", kind: str = "letters") -> Any:
    return who.sends(f"{page}/files", {"act": "add", "kind": kind, "file": (io.BytesIO(content), name)})


def files(app: Flask, entry: str) -> list[attached.Attached]:
    with house_of(app).store.read() as connection:
        return attached.all_of(connection, entry.split("/")[3])


def test_the_office_attaches_reads_and_takes_out(app: Flask, facilitator: Facilitator, entry: str):
    assert "No paper is attached." in facilitator.opens(entry).text
    assert sends(facilitator, entry, pdf(), "..\\Letter of Bat.pdf").status_code == 303
    assert sends(facilitator, entry, scan(), "IMG_1.jpeg", "land").status_code == 303
    shown = facilitator.opens(f"{entry}/files").text
    assert "Letter of Bat.pdf" in shown and "IMG_1.jpg" in shown and "land" in shown.casefold()
    assert "Letter of Bat.pdf" in facilitator.opens(entry).text
    letter = next(one for one in files(app, entry) if one.type == "pdf")
    answer = facilitator.opens(f"{entry}/files/{letter.id}")
    assert answer.data == pdf() and answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''Letter%20of%20Bat.pdf"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    printed = facilitator.opens(f"{entry}.docx").data
    assert b"word/document.xml" in printed
    gone = facilitator.sends(f"{entry}/files", {"act": "remove", "file_id": letter.id})
    assert gone.status_code == 303 and [one.type for one in files(app, entry)] == ["jpeg"]
    history = facilitator.opens(entry).text
    assert "Paper attached" in history and "Paper taken out" in history
    again = facilitator.sends(f"{entry}/files", {"act": "remove", "file_id": letter.id})
    assert again.status_code == 404 and "not here any more" in again.text


def test_a_photo_of_a_paper_is_kept_without_place_or_camera(app: Flask, facilitator: Facilitator, entry: str):
    assert b"Canary camera" in scan()
    sends(facilitator, entry, scan(), "x.jpg")
    (one,) = files(app, entry)
    kept = facilitator.opens(f"{entry}/files/{one.id}").data
    assert kept.startswith(b"\xff\xd8") and b"Canary" not in kept and len(kept) == one.size


@pytest.mark.parametrize(
    ("content", "name", "status", "told"),
    [
        (b"", "empty.pdf", 400, "Choose a file."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "x.svg", 400, "neither a PDF nor a picture"),
        (b"<html><script>", "x.pdf", 400, "neither a PDF nor a picture"),
        (b"MZ\x90\0", "offer.pdf.exe", 400, "neither a PDF nor a picture"),
        (pdf()[:-20], "x.pdf", 400, "not whole"),
        (pdf(b"/OpenAction << /S /JavaScript >>"), "x.pdf", 403, "something that runs"),
        (pdf(packed(b"<< /S /Launch >>")), "x.pdf", 403, "something that runs"),
        (b"%PDF-" + b"0" * MOST_BYTES, "x.pdf", 413, "larger than 10 MB"),
    ],
)
def test_what_could_harm_is_refused_with_a_reason(
    app: Flask, facilitator: Facilitator, entry: str, content: bytes, name: str, status: int, told: str
):
    answer = sends(facilitator, entry, content, name)
    assert answer.status_code == status and told in answer.text
    assert files(app, entry) == []


def test_a_kind_that_there_is_not_is_refused(app: Flask, facilitator: Facilitator, entry: str):
    assert sends(facilitator, entry, pdf(), kind="secrets").status_code == 400
    assert files(app, entry) == []


def test_the_same_file_sent_again_is_kept_once_and_no_more_than_a_measure_holds(
    app: Flask, facilitator: Facilitator, entry: str
):
    for _ in range(2):
        assert sends(facilitator, entry, pdf()).status_code == 303
    assert len(files(app, entry)) == 1
    for n in range(1, MOST):
        assert sends(facilitator, entry, pdf(b"%d" % n)).status_code == 303
    full = sends(facilitator, entry, pdf(b"/More 1"))
    assert full.status_code == 400 and f"holds {MOST} papers" in full.text
    assert len(files(app, entry)) == MOST


def test_a_champion_attaches_by_the_link_and_only_while_it_is_open(
    app: Flask, facilitator: Facilitator, entry: str, link: str
):
    oyun = Visitor(app)
    sends(facilitator, entry, pdf(b"/Of 1"), "Office.pdf")
    assert "1 paper" in oyun.opens(link).text
    assert sends(oyun, link, pdf(), "Mine.pdf").status_code == 303
    shown = oyun.opens(f"{link}/files").text
    assert "Office.pdf" in shown and "Mine.pdf" in shown
    assert "Take out: Mine.pdf" in shown and "Take out: Office.pdf" not in shown
    office = next(one for one in files(app, entry) if one.name == "Office.pdf")
    mine = next(one for one in files(app, entry) if one.name == "Mine.pdf")
    assert oyun.opens(f"{link}/files/{mine.id}").data == pdf()
    assert oyun.sends(f"{link}/files", {"act": "remove", "file_id": office.id}).status_code == 403
    id = entry.split("/")[3]
    house_of(app).store.write(
        lambda c: register.change(c, id, 9, lambda e: move(e, "Aya", OFFICE, "cancelled", "No money"))
    )
    late = {"act": "add", "kind": "letters", "file": (io.BytesIO(pdf(b"/Late 1")), "Late.pdf")}
    closed = oyun.sends(f"{link}/files", late, page="/")
    assert closed.status_code == 400 and "The applicat" in closed.text
    assert oyun.sends(f"{link}/files", {"act": "remove", "file_id": mine.id}, page="/").status_code == 403
    assert len(files(app, entry)) == 2 and {one.party for one in files(app, entry)} == {OFFICE, CHAMPION}
    for wrong in ("/apply/nothing/files", f"/apply/nothing/files/{mine.id}"):
        assert Visitor(app).opens(wrong).status_code == 404


def test_papers_are_nobody_s_but_the_office_s(app: Flask, facilitator: Facilitator, entry: str):
    sends(facilitator, entry, pdf())
    (one,) = files(app, entry)

    def settle(connection: Any) -> dict[str, str]:
        made = {}
        for role, regions in (("viewer", [people.regions(connection)[0].id]), ("facilitator", [])):
            id = people.add_person(connection, email=f"{role}@x.org", name=role, role=role, password_hash="x")
            people.set_regions(connection, id, regions)
            made[role] = people.add_token(connection, id, 0)
        return made

    for token in house_of(app).store.write(settle).values():
        how = {"headers": {"Authorization": f"Bearer {token}"}}
        for page in (f"{entry}/files", f"{entry}/files/{one.id}"):
            assert Visitor(app).opens(page, **how).status_code == 404
    other = enters(app, "Wool", state="drafting", ended_on="")
    assert facilitator.opens(f"{other}/files/{one.id}").status_code == 404
    assert re.search(r"Felt", facilitator.opens(f"{entry}/files").text)
