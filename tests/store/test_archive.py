"""A workshop goes out as one document and comes in equal; what does not fit together is refused with a sentence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from shared.domain.corrections import Window
from shared.domain.records import Cluster
from shared.store import archive, ballots, corrections, revisions, sealed_files, signatures, workshops
from shared.store.archive import BadArchive
from shared.store.keys import hash_token
from shared.store.store import Store
from tests.harness.schemas import faults, schema
from tests.store.databases import SECRET
from tests.store.house import House

Document = dict[str, Any]


@pytest.fixture
def full(house: House) -> House:
    """A day with everything in it: cards in groups, a stack, a vote that is agreed on, saved minutes, things undone."""
    house.opens_the_cards()
    phones = [house.joins(sector) for sector in ("private", "public", "semi-public")]
    cards = [phone.writes(f"Idea {n}") for phone in phones for n in range(2)]
    house.does("card.merge", card=cards[0], into=cards[1])
    house.does("card.hide", card=cards[2])
    house.does("undo", version=house.version)
    groups = house.opens_the_vote()
    for phone in phones:
        phone.votes({groups[0]: 1, groups[1]: 1})
    for verb in ("activity.close", "activity.reveal"):
        house.does(verb, activity=house.vote.id)
    house.does("note.write", note="n1", type="decision", text="Mend the road")
    words = {"at": 1, "by": "Aya", "note": "", "markdown": "# Day", "html": "<h1>Day</h1>", "data": {"a": [1]}}
    house.store.write(lambda c: revisions.save(c, house.id, **words))
    house.store.write(lambda c: corrections.open_window(c, house.id, 1, Window(1, 2)))
    remark = {
        "number": 1,
        "passage": 0,
        "anchor": "",
        "excerpt": "Day",
        "text": "Rain",
        "name": "",
        "writer": "w",
        "at": 1,
    }
    house.store.write(lambda c: corrections.add(c, house.id, "r", **remark))
    signer = house.store.write(lambda c: signatures.add(c, house.id, 1, "Host", "Dorj"))
    house.store.write(lambda c: signatures.sign(c, house.id, signer, signed_at=2, paper_day="2026-11-26"))
    house.store.write(lambda c: sealed_files.note(c, house.id, 1, "ab" * 32))
    return house


def test_private_notes_stay_behind_and_the_rest_still_fits_together(full: House):
    full.does("note.write", note="p", type="private", text="Watch the time")
    full.does("note.write", note="p", type="private", text="Watch the clock", over="Watch the time")
    full.does("note.write", note="p", type="note", text="The clock ran")
    full.does("note.write", note="q", type="private", text="Watch out")
    document = document_of(full)
    assert "Watch" not in json.dumps(document) and "The clock ran" in json.dumps(document)
    elsewhere(full.store, full)
    archive.import_workshop(full.store, document)
    assert document_of(full) == document


def document_of(house: House) -> Document:
    document = archive.export_workshop(house.store, house.id)
    assert document is not None
    text = json.dumps(document)
    return json.loads(text)  # type: ignore[no-any-return]


def elsewhere(store: Store, house: House) -> None:
    store.write(lambda connection: workshops.remove(connection, house.id))


def test_what_comes_in_is_what_went_out(full: House):
    document = document_of(full)
    elsewhere(full.store, full)
    workshop = archive.import_workshop(full.store, document)
    assert (workshop.id, workshop.code) == (full.id, document["records"]["workshop"][0]["code"])
    assert document_of(full) == document
    assert [len(document[name]) for name in ("ballots", "voted", "minutes")] == [3, 3, 1]
    assert [len(document[name]) for name in ("corrections", "remarks", "signatures", "sealed_files")] == [1, 1, 1, 1]
    assert document["version"] == full.version


def test_it_goes_from_one_kind_of_database_to_the_other(full: House, request: pytest.FixtureRequest, tmp_path: Any):
    if full.store.dialect == "sqlite":
        url = request.getfixturevalue("cluster").migrated()
    else:
        path = tmp_path / "other.sqlite3"
        path.write_bytes(request.getfixturevalue("migrated_file").read_bytes())
        url = f"sqlite:///{path}"
    there = Store(url, SECRET)
    document = document_of(full)
    archive.import_workshop(there, document)
    again = archive.export_workshop(there, full.id)
    there.close()
    assert again == document


def test_the_day_goes_on_where_it_came_in(full: House):
    document = document_of(full)
    elsewhere(full.store, full)
    archive.import_workshop(full.store, document)
    version = full.version
    assert full.does("activity.confirm", activity=full.vote.id).version == version + 1
    note = next(c for c in full.store.changes_since(full.id, 0) if c.verb == "decision.written")
    full.does("undo", version=note.version)
    full.joins()
    with full.store.read() as connection:
        assert workshops.door_of(connection, full.id, "projector") is not None
        assert len(ballots.papers(connection, full.store.secret, full.id, full.vote.id)) == 3


def test_a_join_goes_along_and_can_be_taken_back_there(full: House):
    groups = [cluster.id for cluster in full.all(Cluster)]
    joined = full.does("vote.join", activity=full.vote.id, option=groups[1], into=groups[0])
    document = document_of(full)
    elsewhere(full.store, full)
    archive.import_workshop(full.store, document)
    assert document_of(full) == document
    full.does("undo", version=joined.version)
    assert [item["dots"] for item in full.vote.result["items"]] == [3, 3, 0]
    assert full.vote.result["parted"]


def test_a_code_that_is_taken_is_changed_and_the_document_stays_whole(full: House):
    document = document_of(full)
    code = document["records"]["workshop"][0]["code"]
    elsewhere(full.store, full)
    guest = House(full.store).opens()
    guest.does("workshop.edit", title="Guest")

    def take(connection: Any) -> None:
        table = workshops.RECORDS["workshop"]
        connection.execute(table.update().where(table.c.id == guest.id).values(code=code))

    full.store.write(take)
    workshop = archive.import_workshop(full.store, document)
    assert workshop.code != code
    assert full.workshop.code == workshop.code
    archive.read(document_of(full))


def test_one_that_is_here_already_is_refused_and_stays_as_it_is(full: House):
    document, records = document_of(full), full.records
    with pytest.raises(BadArchive, match="here already"):
        archive.import_workshop(full.store, document)
    assert full.records == records


def test_no_door_and_no_secret_goes_along(full: House):
    link = full.store.write(lambda c: corrections.make_link(c, full.id, 1))
    text = json.dumps(document_of(full))
    assert link not in text and hash_token(link) not in text
    with full.store.read() as connection:
        key = workshops.door_of(connection, full.id, "projector")
    assert key is not None
    assert key not in text


def test_a_workshop_that_is_not_there_has_no_document(store: Store):
    assert archive.export_workshop(store, "elsewhere") is None


def _activity(document: Document, kind: str) -> Document:
    return next(item for item in document["records"]["activity"] if item["kind"] == kind)


def _first(document: Document, kind: str) -> Document:
    return document["records"][kind][0]  # type: ignore[no-any-return]


BREAKS: dict[str, tuple[Callable[[Document], Any], str]] = {
    "another file": (lambda d: d.pop("schema"), "not a workshop"),
    "another program": (lambda d: d.update(schema="miro/1"), "not a workshop"),
    "a later schema": (lambda d: d.update(schema="led-workshop/2"), r"later version .*\(schema 2, here 1\)"),
    "an earlier schema": (lambda d: d.update(schema="led-workshop/0"), r"earlier version .*\(schema 0, here 1\)"),
    "a schema of others": (lambda d: d.update(schema="led-workshop/x"), "another program"),
    "minutes": (lambda d: d.update(schema="led-workshop/minutes/1"), "minutes as data, not the workshop"),
    "no records": (lambda d: d.pop("records"), "records cannot be read"),
    "records of no kind": (lambda d: d["records"].update(wish=[]), "records cannot be read"),
    "records in no list": (lambda d: d["records"].update(card={}), "records cannot be read"),
    "a record that is none": (lambda d: d["records"]["card"].append(7), "unknown fields"),
    "an unknown field": (lambda d: _first(d, "card").update(colour="red"), "unknown fields"),
    "a missing field": (lambda d: _first(d, "card").pop("text"), "no text"),
    "a wrong type": (lambda d: _first(d, "card").update(text=7), "wrong text"),
    "a truth for a number": (lambda d: _first(d, "activity").update(position=True), "wrong position"),
    "an endless number": (lambda d: _first(d, "card").update(position=float("inf")), "number that is too large"),
    "a huge number": (lambda d: _first(d, "seat").update(joined_at=2**80), "number that is too large"),
    "half a sign": (lambda d: _first(d, "card").update(text="\ud83d"), "text that is not text"),
    "a nul": (lambda d: _first(d, "card").update(text="a\0b"), "text that is not text"),
    "a bad id": (lambda d: _first(d, "note").update(id="../etc"), "wrong id"),
    "the same twice": (lambda d: d["records"]["note"].append(_first(d, "note")), "stands in it twice"),
    "another workshop's": (lambda d: _first(d, "note").update(workshop="w2"), "not those of one workshop"),
    "no workshop": (lambda d: d["records"].update(workshop=[]), "not those of one workshop"),
    "an author who is not there": (lambda d: _first(d, "card").update(author="x"), "names a seat"),
    "a group that is not there": (lambda d: _first(d, "card").update(cluster="x"), "names a cluster"),
    "an unknown kind": (lambda d: _first(d, "activity").update(kind="dance"), "does not know"),
    "an unknown phase": (lambda d: _first(d, "activity").update(phase="half"), "does not know"),
    "a wrong setting": (lambda d: _activity(d, "discussion").update(settings={"pause": "yes"}), "does not know"),
    "an unknown sector": (lambda d: _first(d, "seat").update(sector="church"), "does not know"),
    "no log": (lambda d: d.pop("log"), "no log"),
    "a gap in the log": (lambda d: d["log"].pop(3), "gaps"),
    "a log cut off": (lambda d: d["log"].pop(), "does not end at its version"),
    "a record that was changed": (lambda d: _first(d, "note").update(text="Sell the road"), "does not lead"),
    "a past that was changed": (lambda d: d["log"][-1]["edits"][0][2].update(text="Sell"), "does not lead"),
    "an edit of nothing": (lambda d: d["log"][-1]["edits"].append(["note", None, None]), "cannot be read"),
    "an edit of no kind": (lambda d: d["log"][-1]["edits"].append(["wish", {}, {}]), "cannot be read"),
    "an edit that is none": (lambda d: d["log"][-1]["edits"].append("x"), "cannot be read"),
    "a ballot twice": (lambda d: d["ballots"].append(d["ballots"][0]), "stands in it twice"),
    "a ballot of no step": (lambda d: d["ballots"][0].update(activity="x"), "ballots of a step"),
    "a ballot with a time": (lambda d: d["ballots"][0].update(at=1), "missing or unknown fields"),
    "a remark on no version": (lambda d: d["remarks"][0].update(number=2), "remarks on minutes"),
    "a remark in no state": (lambda d: d["remarks"][0].update(state="lost"), "does not know"),
    "a signature of no version": (lambda d: d["signatures"][0].update(number=2), "remarks on minutes"),
    "people of no sector": (lambda d: _first(d, "workshop").update(attendance={"paper": {"x": 1}}), "does not know"),
    "a file of no version": (lambda d: d["sealed_files"][0].update(number=2), "remarks on minutes"),
    "a signature of no day": (lambda d: d["signatures"][0].update(paper_day="soon"), "a day that is none"),
    "minutes without words": (lambda d: d["minutes"][0].update(markdown=None), "wrong markdown"),
}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_does_not_fit_together_is_refused_with_a_sentence_and_leaves_no_trace(full: House):
    whole = document_of(full)
    elsewhere(full.store, full)
    for name, (damage, sentence) in BREAKS.items():
        document = copy.deepcopy(whole)
        damage(document)
        with pytest.raises(BadArchive, match=sentence):
            archive.import_workshop(full.store, document)
        assert full.store.version(full.id) is None, name
    for document in (None, [], "x", 7, {"schema": 7}):
        with pytest.raises(BadArchive, match="not a workshop"):
            archive.read(document)
    archive.import_workshop(full.store, whole)


def test_nesting_without_a_bottom_is_refused():
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    with pytest.raises(BadArchive, match="nested too deeply"):
        archive.read({"schema": archive.SCHEMA, "records": deep})


def test_a_file_is_as_the_schema_says(full: House):
    assert list(faults(document_of(full), schema("workshop-1"))) == []


def test_a_day_from_before_corrections_has_none(full: House):
    document = document_of(full)
    for name in ("corrections", "remarks", "signatures", "sealed_files"):
        del document[name]
    elsewhere(full.store, full)
    archive.import_workshop(full.store, document)
    assert document_of(full)["remarks"] == []


def test_a_field_of_a_later_day_has_its_default(full: House):
    document = document_of(full)
    for measure in [
        *document["records"]["note"],
        *(e[2] for c in document["log"] for e in c["edits"] if e[0] == "note"),
    ]:
        measure.pop("due")
    elsewhere(full.store, full)
    archive.import_workshop(full.store, document)
    assert document_of(full)["records"]["note"][0]["due"] == ""


def test_a_day_of_an_earlier_version_gets_the_settings_that_there_are_now(full: House):
    """Settings that came later are filled in, in the records and in the log, so that undo still finds what it left."""
    document = document_of(full)
    elsewhere(full.store, full)
    earlier = json.loads(json.dumps(document), object_hook=_without_later_settings)
    assert earlier != document
    archive.import_workshop(full.store, earlier)
    assert document_of(full)["records"] == document["records"]
    full.does("undo", version=full.version)


def _without_later_settings(item: Document) -> Document:
    later = {"receipts", "about", "choices"}
    return {name: value for name, value in item.items() if name not in later or "dots" not in item}
