"""The photo protocol: photos taken in on a page, shown in minutes of every format, and gone for good once taken out."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from PIL import Image

from shared.domain.photos import MOST, MOST_BYTES
from shared.domain.records import Activity, Workshop
from tests.photos.pictures import SVG, bomb, drawn, photographed
from tests.web.conftest import Visitor
from tests.web.test_workshops import records

ADDRESS = re.compile(r'src="([^"]+/photos/[^"]+\.jpg)"')


def sends_photo(facilitator: Visitor, workshop: str, content: bytes, caption: str = "The wall at noon", **form: Any):
    file = (io.BytesIO(content), "IMG_0001.HEIC.jpg")
    data = {"act": "add", "caption": caption, "activity": "", "file": file, **form}
    return facilitator.sends(workshop + "photos", data, page=workshop + "photos", content_type="multipart/form-data")


def step_of(app, workshop: str, kind: str) -> Any:
    return next(step for step in records(app, workshop, Activity) if step.kind == kind)


def test_a_photo_is_taken_in_shown_and_told_in_the_minutes(app, facilitator, workshop):
    assert "No photo yet." in facilitator.opens(workshop + "photos").text
    step = step_of(app, workshop, "cluster")
    answer = sends_photo(facilitator, workshop, photographed(), "Groups & <b>names</b>", activity=step.id)
    assert answer.status_code == 303 and answer.location.endswith("said=add")
    page = facilitator.opens(answer.location)
    assert "The photo is taken in." in page.text and "<b>names" not in page.text
    (address,) = set(ADDRESS.findall(page.text))
    picture = facilitator.opens(address)
    assert picture.content_type == "image/jpeg" and picture.headers["X-Content-Type-Options"] == "nosniff"
    assert picture.headers["Cache-Control"] == "no-store"
    day = records(app, workshop, Workshop)[0].date
    assert re.fullmatch(
        rf'inline; filename="[A-Z0-9-]+_{day}_{step.position:02}_01\.jpg"', picture.headers["Content-Disposition"]
    )
    assert Image.open(io.BytesIO(picture.data)).size == (320, 200) and b"SecretCam" not in picture.data

    assert ADDRESS.findall(facilitator.opens(workshop + "minutes").text) == [address]
    html = facilitator.opens(workshop + "minutes.html").text
    assert f'<h3>{step.title}</h3>\n<figure class="photo"><img src="data:image/jpeg;base64,' in html
    assert "Groups &amp; &lt;b&gt;names&lt;/b&gt;</figcaption>" in html
    assert facilitator.opens(workshop + "minutes.pdf").data.count(b"/DCTDecode") == 1
    for format, kept in (("docx", "word/media/"), ("odt", "Pictures/")):
        file = zipfile.ZipFile(io.BytesIO(facilitator.opens(f"{workshop}minutes.{format}").data))
        (inner,) = (name for name in file.namelist() if name.startswith(kept))
        assert file.read(inner) == picture.data
        words = b"".join(file.read(name) for name in file.namelist() if name.endswith(".xml"))
        assert words.count(b"Groups &amp; &lt;b&gt;names") == 2, "below the photo, and for those who do not see it"
    assert re.search(r"^- Groups .*names", facilitator.opens(workshop + "minutes.md").text, re.M)
    data = facilitator.opens(workshop + "minutes.json").json["photos"]
    assert [(one["step"], one["caption"]) for one in data] == [(step.id, "Groups & <b>names</b>")]


def test_words_and_step_can_be_changed(app, facilitator, workshop):
    sends_photo(facilitator, workshop, drawn())
    (id,) = re.findall(r'name="photo" value="([^"]+)"', facilitator.opens(workshop + "photos").text)[:1]
    step = step_of(app, workshop, "dots")
    form = {"act": "edit", "photo": id, "caption": "The dots", "activity": step.id}
    assert facilitator.sends(workshop + "photos", form).status_code == 303
    assert facilitator.opens(workshop + "minutes.json").json["photos"][0]["caption"] == "The dots"
    refused = facilitator.sends(workshop + "photos", {**form, "caption": " "})
    assert refused.status_code == 400 and "The dots" in refused.text
    gone = facilitator.sends(workshop + "photos", {**form, "photo": "nobody"})
    assert gone.status_code == 404 and "not there any more" in gone.text
    # A step that is gone leaves its photo behind, under no step.
    assert facilitator.sends(workshop + "photos", {**form, "activity": "nobody"}).status_code == 303
    assert facilitator.opens(workshop + "minutes.json").json["photos"][0]["step"] == ""


def test_what_is_taken_out_is_gone_from_saved_versions_too(app, facilitator, workshop):
    sends_photo(facilitator, workshop, drawn(), "The wall at noon")
    facilitator.sends(workshop + "minutes/versions", {"remark": ""}, page=workshop + "minutes")
    saved = workshop + "minutes/1.html"
    before = facilitator.opens(saved).text
    assert "data:image/jpeg;base64," in before and "The wall at noon" in before
    page = facilitator.opens(workshop + "photos").text
    assert "In saved versions only its words stay." in page
    (address,) = set(ADDRESS.findall(page))
    (id,) = re.findall(r'name="photo" value="([^"]+)"', page)[:1]
    assert facilitator.sends(workshop + "photos", {"act": "remove", "photo": id}).status_code == 303
    assert facilitator.opens(address).status_code == 404
    after = facilitator.opens(saved).text
    assert "data:image/jpeg" not in after and "The wall at noon" in after
    for format in ("pdf", "docx", "odt"):
        assert facilitator.opens(f"{workshop}minutes/1.{format}").status_code == 200
    assert "No photo belongs to these minutes." in facilitator.opens(workshop + "minutes.md").text


def test_what_is_no_photo_is_refused_with_a_sentence_and_its_words_stay(app, facilitator, workshop):
    for content, status, said in (
        (SVG, 400, "no picture that can be read"),
        (bomb(), 413, "too large to be worked on"),
        (b"", 400, "Choose a photo first."),
        (b"\xff\xd8\xff" + b"\0" * MOST_BYTES, 413, "larger than 15 MB"),
    ):
        answer = sends_photo(facilitator, workshop, content, "What I typed")
        assert answer.status_code == status and said in answer.text and "What I typed" in answer.text
    step = step_of(app, workshop, "dots")
    again = sends_photo(facilitator, workshop, SVG, activity=step.id).text
    assert f'<option value="{step.id}" selected>' in again, "nor is the step to be chosen again"
    assert sends_photo(facilitator, workshop, drawn(), caption="").status_code == 400
    assert facilitator.opens(workshop + "minutes.json").json["photos"] == []
    assert sends_photo(facilitator, workshop, drawn()).status_code == 303, "and the next one is taken in"


def test_a_workshop_holds_so_many_photos_and_no_more(app, facilitator, workshop, monkeypatch):
    monkeypatch.setattr("shared.domain.photos.MOST", 2)
    monkeypatch.setattr("facilitator.photos.MOST", 2)
    for _ in range(2):
        assert sends_photo(facilitator, workshop, drawn()).status_code == 303
    assert "at most 2 photos" in facilitator.opens(workshop + "photos").text
    assert "at most 2 photos" in sends_photo(facilitator, workshop, drawn()).text
    assert len(facilitator.opens(workshop + "minutes.json").json["photos"]) == 2
    assert MOST == 40


def test_nobody_else_sends_so_much(app, facilitator, workshop):
    large = {"file": (io.BytesIO(b"x" * 2 * 2**20), "a.jpg"), "act": "add"}
    anybody = Visitor(app)
    answer = anybody.client.post(workshop + "photos", data=large, **anybody.how)
    assert answer.status_code in (403, 413)
    elsewhere = facilitator.client.post(workshop + "minutes/words", data={"text": "x" * 2 * 2**20}, **facilitator.how)
    assert elsewhere.status_code == 413


def test_a_photo_is_for_those_who_are_signed_in(app, facilitator, workshop):
    sends_photo(facilitator, workshop, drawn())
    (address,) = set(ADDRESS.findall(facilitator.opens(workshop + "photos").text))
    answer = Visitor(app).opens(address)
    assert answer.status_code == 303 and "sign-in" in answer.location


def test_a_whole_wall_of_photos_stands_in_every_file(app, facilitator, workshop):
    for n in range(MOST):
        content = drawn(size=(300, 200 + n // 2))  # each twice: the same picture under two captions
        assert sends_photo(facilitator, workshop, content, f"Wall {n} لوحة ханан").status_code == 303
    assert facilitator.opens(workshop + "minutes.html").text.count("data:image/jpeg") == MOST
    pdf = facilitator.opens(workshop + "minutes.pdf").data
    assert b"pdfuaid:part" in pdf and pdf.count(b"/DCTDecode") == MOST // 2
    for format in ("docx", "odt", "xlsx"):
        file = zipfile.ZipFile(io.BytesIO(facilitator.opens(f"{workshop}minutes.{format}").data))
        assert file.testzip() is None and len(set(file.namelist())) == len(file.namelist())
