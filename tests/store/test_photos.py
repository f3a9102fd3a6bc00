"""Photos in the store, on both kinds of database, and in the one document that a workshop goes out as."""

from __future__ import annotations

from base64 import b64encode

import pytest

from shared.domain.photos import MOST, MOST_KEPT
from shared.store import archive, photos, workshops
from shared.store.archive import BadArchive
from tests.photos.pictures import drawn
from tests.store.house import House


def photo(id: str = "p", at: int = 1, jpeg: bytes = b"") -> photos.Photo:
    told = {"activity": "", "caption": f"Wall {id}", "at": at, "by": "Aya", "width": 320, "height": 200}
    return photos.Photo(id=id, digest=photos.digest_of(jpeg or drawn()), **told)


def takes_in(house: House, *ids: str) -> None:
    for at, id in enumerate(ids):
        house.store.write(lambda c, id=id, at=at: photos.add(c, house.id, photo(id, at), drawn()))


def test_a_photo_is_kept_changed_and_gone(house: House):
    takes_in(house, "b", "a")
    with house.store.read() as connection:
        assert [one.id for one in photos.all_of(connection, house.id)] == ["b", "a"], "as they came"
        assert photos.picture(connection, house.id, "a") == drawn()
        assert photos.pictures(connection, house.id) == {photo().digest: b64encode(drawn()).decode()}
        assert photos.all_of(connection, "another") == [] and photos.picture(connection, "another", "a") is None
    assert house.store.write(lambda c: photos.edit(c, house.id, "a", activity="x", caption="New"))
    assert not house.store.write(lambda c: photos.edit(c, "another", "a", activity="x", caption="New"))
    assert not house.store.write(lambda c: photos.remove(c, "another", "a"))
    assert house.store.write(lambda c: photos.remove(c, house.id, "a"))
    assert not house.store.write(lambda c: photos.remove(c, house.id, "a"))
    with house.store.read() as connection:
        assert [one.id for one in photos.all_of(connection, house.id)] == ["b"]
        assert photos.picture(connection, house.id, "a") is None


def test_photos_go_out_and_come_in_with_their_workshop(house: House):
    takes_in(house, "a", "b")
    document = archive.export_workshop(house.store, house.id)
    assert document is not None
    house.store.write(lambda c: workshops.remove(c, house.id))
    with house.store.read() as connection:
        assert photos.pictures(connection, house.id) == {}, "they go with their workshop"
    made = archive.import_workshop(house.store, document)
    with house.store.read() as connection:
        assert photos.all_of(connection, made.id) == [photo("a", 0), photo("b", 1)]
        assert photos.picture(connection, made.id, "b") == drawn()
    again = archive.export_workshop(house.store, made.id)
    assert again is not None and again["photos"] == document["photos"]


def test_a_document_of_before_there_were_photos_comes_in(house: House):
    document = archive.export_workshop(house.store, house.id)
    assert document is not None and document.pop("photos") == []
    assert archive.read(document).lines["photos"] == []


LARGE = b"\xff\xd8\xff" + b"\0" * MOST_KEPT


@pytest.mark.parametrize(
    "wrong",
    [
        {"jpeg": "not base64!"},
        {"jpeg": b64encode(b"<svg/>").decode(), "digest": photos.digest_of(b"<svg/>")},
        {"jpeg": b64encode(LARGE).decode(), "digest": photos.digest_of(LARGE)},
        {"digest": "0" * 64},
        {"width": 0},
        {"height": -1},
        {"caption": " "},
        {"caption": 7},
        {"more": 1},
    ],
)
def test_a_photo_that_is_none_is_not_taken_in(house: House, wrong):
    takes_in(house, "a")
    document = archive.export_workshop(house.store, house.id)
    assert document is not None
    document["photos"][0] |= wrong
    with pytest.raises(BadArchive):
        archive.read(document)


def test_more_photos_than_a_workshop_holds_are_not_taken_in(house: House):
    takes_in(house, "a")
    document = archive.export_workshop(house.store, house.id)
    assert document is not None
    document["photos"] = [{**document["photos"][0], "id": f"p{n}"} for n in range(MOST + 1)]
    with pytest.raises(BadArchive):
        archive.read(document)
