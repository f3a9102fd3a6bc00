"""Whoever has a file of sealed minutes learns whether it is as it was given out."""

from __future__ import annotations

import io
import zipfile

import pytest
import sqlalchemy as sa

from shared.minutes.render import ENDINGS, TYPES
from shared.store.tables import sealed_file
from shared.web.sealed import MOST_BYTES, look_at
from tests.web.conftest import house_of

ADDRESS = "/minutes/verify"


@pytest.fixture
def sealed(facilitator, workshop) -> str:
    """The address of the files of a sealed version, without their ending."""
    page = workshop + "minutes"
    facilitator.sends(page + "/versions", {"remark": ""}, page=page)
    facilitator.sends(page + "/1/seal", {}, page=page)
    return page + "/1."


@pytest.fixture
def asks(visitor):
    def ask(content: bytes) -> str:
        answer = visitor.sends(ADDRESS, {"file": (io.BytesIO(content), "minutes")}, page=ADDRESS)
        assert answer.status_code == 200
        return answer.text

    return ask


def edited(content: bytes) -> bytes:
    """Save a file anew as another program would, with a word of it changed."""
    if not content.startswith(b"PK"):
        assert b"Planning day" in content
        return content.replace(b"Planning day", b"Planning ray")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for part in old.infolist():
            how = zipfile.ZIP_DEFLATED if part.filename.endswith((".xml", ".csv")) else zipfile.ZIP_STORED
            new.writestr(part.filename, old.read(part).replace(b"Planning", b"Plunning"), how)
    return made.getvalue()


@pytest.mark.parametrize("format", TYPES)
def test_a_file_is_known_in_every_format_and_a_changed_one_is_told_apart(format, facilitator, sealed, asks):
    file = facilitator.opens(sealed + format).data
    told = asks(file)
    assert "Yes: this file is the sealed minutes" in told
    assert "<b>Planning day</b>" in told
    assert "Version 1" in told
    told = asks(edited(file))
    assert "is not as it was given out" in told
    assert "Version 1" in told
    assert "Yes" not in told


def test_other_files_are_none(facilitator, workshop, sealed, asks):
    for format in TYPES:
        draft = facilitator.opens(f"{workshop}minutes.{format}").data
        told = asks(draft)
        assert "not the checksum or the file" in told, ENDINGS[format]
        assert "Version 1" not in told
    for content in (b"", b"PK\x03\x04", b"%PDF-1.7 stream\n\x78\x9c", b"ab" * 32, b"\xff" * 1000):
        assert "not the checksum or the file" in asks(content)


def test_a_file_given_out_twice_is_one(app, facilitator, sealed):
    for _ in range(2):
        files = {facilitator.opens(sealed + format).data for format in TYPES}
    assert len(files) == len(TYPES)
    with house_of(app).store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(sealed_file)) == len(TYPES) + 1  # the seal


def test_where_files_were_not_kept_from_the_start_nobody_is_told_that_one_was_changed(app, facilitator, sealed, asks):
    """As it is of versions that were sealed by an earlier program."""
    files = {format: facilitator.opens(sealed + format).data for format in TYPES}
    house_of(app).store.write(lambda c: c.execute(sealed_file.delete()))
    for format, file in files.items():
        told = asks(file)
        if format == "json":
            assert "Yes: this file is the sealed minutes" in told
            assert "is not as it was given out" in asks(edited(file))
        else:
            assert "Not known: this file names sealed minutes" in told, format
            assert "sealed before the program kept note" in told and "Version 1" in told
            assert "Yes" not in told and "is not as it was given out" not in told
    facilitator.opens(sealed + "pdf")
    assert "Yes: this file is the sealed minutes" in asks(files["pdf"]), "given out since"
    assert "Not known" in asks(files["docx"])
    told = look_at(house_of(app).store, files["odt"])
    assert told is not None and (told.whole, told.state) == (False, "unrecorded")


def test_a_file_is_no_more_known_than_its_version_is_sound(app, facilitator, sealed, asks):
    file = facilitator.opens(sealed + "pdf").data
    house_of(app).store.write(lambda c: c.execute(sa.text("UPDATE minutes_revision SET data = '{}'")))
    assert "not the checksum or the file" in asks(file)


def test_what_is_too_large_or_comes_too_often_is_not_looked_at(visitor, asks):
    large = {"file": (io.BytesIO(bytes(MOST_BYTES + 100_000)), "minutes.pdf")}
    assert visitor.sends(ADDRESS, large, page=ADDRESS).status_code == 413
    assert "up to 32 MB" in visitor.opens(ADDRESS).text
    for _ in range(60):
        asks(b"x")
    small = {"file": (io.BytesIO(b"x"), "minutes.pdf")}
    assert visitor.sends(ADDRESS, small, page=ADDRESS).status_code == 429
