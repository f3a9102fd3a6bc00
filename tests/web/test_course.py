"""How a measure goes, on its page: the plan, milestones, risks, notes and photos, and all of it in the document."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from shared.domain.register.entries import Entry, Event, begin
from shared.store import entry_photos, people, register
from tests.domain.test_course import FORM
from tests.photos.pictures import drawn, photographed
from tests.web.conftest import Facilitator, Visitor, house_of


def enters(app: Flask, state: str = "running") -> str:
    with house_of(app).store.read() as connection:
        place = people.regions(connection)[0].id

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", "Felt workshop", {**FORM, "champion": "Oyuna Bat"})
        return replace(made, state=state), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=place, year=2027, at=1, begun=begun))
    return f"/facilitator/measures/{made.id}"


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    assert facilitator
    return enters(app)


def does(facilitator: Facilitator, entry: str, act: str, **given: Any) -> Any:
    return facilitator.sends(f"{entry}/course", {"act": act, **given})


def takes(facilitator: Facilitator, entry: str, content: bytes, caption: str = "The new room", **given: str) -> Any:
    file = (io.BytesIO(content), "IMG.jpg")
    data = {"act": "picture", "caption": caption, "file": file, **given}
    return facilitator.sends(f"{entry}/course", data, content_type="multipart/form-data")


def test_the_plan_is_followed_and_told_on_the_measures_page(facilitator: Facilitator, entry: str):
    assert "Take over from the application (3)" in facilitator.opens(f"{entry}/course").text
    assert does(facilitator, entry, "plan").status_code == 303
    shown = facilitator.opens(f"{entry}/course").text
    assert "Rent a room" in shown and "Frost" in shown and "Take over from" not in shown
    late = {"kind": "milestones", "item": "plan0", "what": "Rent a room", "planned": "2025-03-01"}
    sent = does(facilitator, entry, "write", **late, reached="2025-03-11")
    assert sent.headers["Location"].endswith("#h-milestones")
    assert "late by days: 10" in facilitator.opens(f"{entry}/course").text
    met = does(facilitator, entry, "write", kind="risks", item="plan0", risk="Frost", state="met")
    assert met.headers["Location"].endswith("#h-risks")
    assert ">has come<" in facilitator.opens(f"{entry}/course").text
    does(facilitator, entry, "drop", kind="milestones", item="plan2")
    does(facilitator, entry, "tell", note="The roof <is> on")
    page = facilitator.opens(entry).text
    assert "Milestones reached: 1 of 1." in page
    for told in ("Plan taken over", "Milestone taken out", "The roof &lt;is&gt; on"):
        assert told in page, told


def test_what_does_not_fit_stands_where_it_was_typed(facilitator: Facilitator, entry: str):
    refused = does(facilitator, entry, "write", kind="milestones", item="", what="Open", planned="soon", who="Oyun")
    assert refused.status_code == 400
    assert "Write a day as 2027-03-31." in refused.text
    assert 'value="Oyun"' in refused.text
    gone = does(facilitator, entry, "write", kind="risks", item="gone", risk="x")
    assert gone.status_code == 404 and "somebody took it out meanwhile" in gone.text
    note = does(facilitator, entry, "tell", note="x" * 601)
    assert note.status_code == 400 and "x" * 601 in note.text


def test_nothing_is_offered_before_the_contract(app: Flask, facilitator: Facilitator):
    idea = enters(app, "drafting")
    shown = facilitator.opens(f"{idea}/course").text
    assert "Not begun yet" in shown and 'name="act"' not in shown
    assert f"{idea}/course" not in facilitator.opens(idea).text


def test_photos_are_bare_and_gone_once_taken_out(app: Flask, facilitator: Facilitator, entry: str):
    assert takes(facilitator, entry, photographed(), day="2025-03-01").status_code == 303
    (address,) = re.findall(r'src="([^"]+/photos/[^"]+\.jpg)"', facilitator.opens(f"{entry}/course").text)
    jpeg = facilitator.opens(address)
    assert jpeg.content_type == "image/jpeg" and b"SecretCam" not in jpeg.data
    assert Visitor(app).opens(address).status_code == 303, "signed in alone"
    id = address.rsplit("/", 1)[1].removesuffix(".jpg")
    assert does(facilitator, entry, "unpicture", photo=id).status_code == 303
    assert facilitator.opens(address).status_code == 404
    assert does(facilitator, entry, "unpicture", photo=id).status_code == 404
    page = facilitator.opens(entry).text
    assert "Photo taken in" in page and "Photo taken out" in page


def test_a_photo_is_made_public_with_words_and_consent_and_taken_back(app: Flask, facilitator: Facilitator, entry: str):
    takes(facilitator, entry, photographed())
    (id,) = re.findall(r"/photos/([^/]+)\.jpg", facilitator.opens(f"{entry}/course").text)

    def kept() -> tuple[bool, str]:
        with house_of(app).store.read() as connection:
            (photo,) = entry_photos.all_of(connection, entry.rsplit("/", 1)[1])
        return photo.released, photo.alt

    words = "Six people at a loom in a bright room"
    for given, said in (
        ({"alt": words}, "agreement of everybody"),
        ({"alt": "", "agreed": "yes"}, "write something first"),
        ({"alt": "oyuna BAT at the loom", "agreed": "yes"}, "name somebody"),
        ({"alt": "Call 9911 2233", "agreed": "yes"}, "name somebody"),
    ):
        refused = does(facilitator, entry, "show", photo=id, **given)
        assert refused.status_code in (400, 403) and said in refused.text.casefold(), given
        assert kept() == (False, "")
    assert does(facilitator, entry, "show", photo=id, alt=words, agreed="yes").status_code == 303
    assert kept() == (True, words)
    assert does(facilitator, entry, "cover", photo=id).status_code == 303
    assert kept() == (False, "")
    assert does(facilitator, entry, "show", photo="gone", alt=words, agreed="yes").status_code == 404
    page = facilitator.opens(entry).text
    assert "Photo made public" in page and "Photo not public any more" in page


@pytest.mark.parametrize(
    ("content", "given", "said"),
    [
        (b"", {}, "Choose"),
        (b"no picture", {}, "no picture that can be read"),
        (drawn("PNG"), {"caption": ""}, "write something first"),
        (drawn("PNG"), {"day": "2999-01-01"}, "has not come yet"),
    ],
)
def test_a_photo_that_cannot_be_taken_in_says_why(
    app: Flask, facilitator: Facilitator, entry: str, content: bytes, given: dict[str, str], said: str
):
    refused = takes(facilitator, entry, content, **given)
    assert refused.status_code == 400
    assert said.casefold() in refused.text.casefold()
    with house_of(app).store.read() as connection:
        assert entry_photos.all_of(connection, entry.rsplit("/", 1)[1]) == []


def test_the_document_tells_how_it_goes(facilitator: Facilitator, entry: str):
    does(facilitator, entry, "plan")
    does(facilitator, entry, "tell", note="The roof is on")
    takes(facilitator, entry, photographed())
    for format in ("pdf", "odt"):
        assert facilitator.opens(f"{entry}.{format}").status_code == 200
    with zipfile.ZipFile(io.BytesIO(facilitator.opens(f"{entry}.docx").data)) as file:
        text = file.read("word/document.xml").decode()
        pictures = [name for name in file.namelist() if name.startswith("word/media/")]
    for told in ("How it goes", "Rent a room", "March 1, 2027", "Frost", "The roof is on", "The new room"):
        assert told in text, told
    assert len(pictures) == 1
