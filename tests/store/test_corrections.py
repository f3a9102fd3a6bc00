"""Links, windows, remarks and signatures of saved minutes, on each kind of database."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.corrections import Window
from shared.store import corrections, revisions, sealed_files, signatures, workshops
from shared.store.tables import correction, minutes_link, remark, sealed_file, signature
from tests.store.house import House


@pytest.fixture
def saved(house: House) -> House:
    """A workshop with two saved versions of its minutes."""
    words = {"at": 1, "by": "Aya", "note": "", "markdown": "", "html": "", "data": {}, "tree": {}}
    for _ in range(2):
        house.store.write(lambda c: revisions.save(c, house.id, **words))
    return house


def writes(house: House, id: str, number: int = 1, writer: str = "w") -> None:
    where = {"number": number, "passage": 0, "anchor": "", "excerpt": "Day"}
    told = {"text": "Rain", "name": "", "writer": writer, "at": 1}
    house.store.write(lambda c: corrections.add(c, house.id, id, **where, **told))


def read(house: House, function, *args):
    with house.store.read() as connection:
        return function(connection, *args)


def test_a_link_is_kept_by_its_hash_and_each_new_one_ends_the_one_before(saved: House):
    def made(number: int, signer: str = "") -> str:
        link: str = saved.store.write(lambda c: corrections.make_link(c, saved.id, number, signer))
        return link

    old, new, other, signs = made(1), made(1), made(2), made(1, "dorj")
    assert read(saved, corrections.linked, old) is None
    assert read(saved, corrections.linked, new) == (saved.id, 1, "")
    assert read(saved, corrections.linked, other) == (saved.id, 2, "")
    assert read(saved, corrections.linked, signs) == (saved.id, 1, "dorj")
    assert read(saved, corrections.links, saved.id, 1) == {"", "dorj"}
    stored = read(saved, lambda c: str(c.execute(sa.select(minutes_link)).all()))
    assert not any(link in stored for link in (old, new, other, signs))


def test_remarks_are_counted_and_kept_once(saved: House):
    for id, number, writer in (("a", 1, "w"), ("a", 1, "w"), ("b", 1, "x"), ("c", 2, "w")):
        writes(saved, id, number, writer)
    assert read(saved, corrections.counts, saved.id, 1, "w") == (2, 1)
    assert read(saved, corrections.open_remarks, saved.id) == {1: 2, 2: 1}
    answer = {"state": "accepted", "answer": "Yes", "shown": True, "answered_at": 2, "answered_by": "Aya"}
    assert not saved.store.write(lambda c: corrections.answer(c, saved.id, 2, "a", **answer))
    assert saved.store.write(lambda c: corrections.answer(c, saved.id, 1, "a", **answer))
    assert read(saved, corrections.open_remarks, saved.id) == {1: 1, 2: 1}


def test_a_window_is_closed_once_and_opened_anew(saved: House):
    saved.store.write(lambda c: corrections.open_window(c, saved.id, 1, Window(0, 100)))
    for at in (50, 70):
        saved.store.write(lambda c, at=at: corrections.close_window(c, saved.id, 1, at))
    assert read(saved, corrections.window, saved.id, 1) == Window(0, 50)
    saved.store.write(lambda c: corrections.open_window(c, saved.id, 1, Window(80, 90)))
    assert read(saved, corrections.windows, saved.id) == {1: Window(80, 90)}


def test_a_version_that_is_not_there_is_refused(saved: House):
    assert not read(saved, corrections.is_sealed, saved.id, 2)
    with pytest.raises(Refused):
        read(saved, corrections.is_sealed, saved.id, 3)


def test_a_file_that_was_given_out_is_known_by_its_digest(saved: House):
    for digest in ("ab" * 32, "ab" * 32, "cd" * 32):
        saved.store.write(lambda c, digest=digest: sealed_files.note(c, saved.id, 2, digest))
    assert read(saved, sealed_files.version_of, "ab" * 32) == (saved.id, 2)
    assert read(saved, sealed_files.version_of, "ef" * 32) is None
    assert read(saved, sealed_files.is_noted, saved.id, 2, "cd" * 32)
    assert not read(saved, sealed_files.is_noted, saved.id, 1, "cd" * 32)


def test_all_of_it_goes_with_its_workshop(saved: House):
    writes(saved, "a")
    saved.store.write(lambda c: corrections.open_window(c, saved.id, 1, Window(0, 100)))
    signer = saved.store.write(lambda c: signatures.add(c, saved.id, 1, "Host", "Dorj"))
    saved.store.write(lambda c: corrections.make_link(c, saved.id, 1, signer))
    saved.store.write(lambda c: sealed_files.note(c, saved.id, 1, "ab" * 32))
    saved.store.write(lambda c: workshops.remove(c, saved.id))
    for table in (remark, correction, signature, minutes_link, sealed_file):
        assert read(saved, lambda c, table=table: c.execute(sa.select(table)).all()) == []
