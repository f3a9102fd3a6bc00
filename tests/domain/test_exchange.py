"""Reading a region's file: what this program writes is read as it was, and nothing else is."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.development import CAPABLE, KINDS
from shared.domain.dialogue import MEETING, PROPOSAL, Talk
from shared.domain.exchange import (
    CLASH,
    FOREIGN,
    NEW,
    NEWER,
    OLDER,
    SAME,
    Came,
    Here,
    Item,
    Parcel,
    fate,
    leaving,
    photo_leaving,
    read,
    report_leaving,
    talk_leaving,
    written,
)
from shared.domain.register.checks import Check
from shared.domain.register.entries import Entry
from shared.domain.register.form import filled
from shared.domain.register.indicators import Reading
from tests.domain.test_development import TODAY, told
from tests.domain.test_register import WHOLE

ID = "a" * 32
FORM = filled({}, WHOLE)
ENTRY = Entry(ID, "r", "NOR-2025-01", FORM["title"], "completed", FORM, released=True, ended_on="2026-01-31")
CHECK = Check(ID, "T6", "2026-08-01", "visit", "Bat", {"Q1": "yes", "Q1_word": "seen", "Q5": "4"}, "not_verified", 1)
JPEG = b"\xff\xd8\xff\xe0 a picture"
PHOTO = {
    **{"id": "e" * 32, "day": "2026-05-01", "caption": "", "alt": "A felt press", "width": 1600, "height": 900},
    **{"digest": hashlib.sha256(JPEG).hexdigest(), "by": "Aya", "at": 1, "released": True},
}
PRESS = photo_leaving(ENTRY, PHOTO, base64.b64encode(JPEG).decode())
assert PRESS is not None
PARCEL = Parcel(
    "b" * 32,
    "North",
    "mn",
    1000,
    (
        leaving(ENTRY, [Reading("x", ID, "jobs", "2026-01-31", 300, {"women": 2}, "List", "Bat", 1)], {"T6": CHECK}),
        report_leaving(told(members="40", dues="900", currency="MNT", can_person="yes")),
        talk_leaving(Talk("c" * 32, "r", MEETING, "Round table", "", {"held": "2026-05-01"}, ["private", "public"])),
        talk_leaving(Talk("d" * 32, "r", PROPOSAL, "Road", "", {"raised": "2026-05-01"}, [], "a.b@example.org")),
        PRESS,
    ),
)


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(written(PARCEL)))
    return found


def test_what_is_written_is_read_as_it_was():
    assert read(document(), TODAY) == PARCEL
    assert "example.org" not in json.dumps(document())
    assert set(KINDS) and set(CAPABLE)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("made_at", "now"),
        ("made_at", True),
        ("made_at", -1),
        ("made_at", 10**20),
        ("made_at", 1_811_980_800_000),  # two days after the day that it is
        ("region.language", "\ud800"),
        ("region.language", "../a"),
        ("region.id", "x"),
        ("region.name", ""),
        ("items", {}),
        ("items.0.kind", "person"),
        ("items.0.id", "../../x"),
        ("items.0.content.number", "<b>-2025-01"),
        ("items.0.content.state", "idea"),
        ("items.0.content.state", "king"),
        ("items.0.content.title", "Another"),
        ("items.0.content.form.champion", "D. Oyun"),
        ("items.0.content.form.months", "many"),
        ("items.0.content.ended_on", "2029-01-01"),
        ("items.0.content.extra", 1),
        ("items.0.content.readings.0.value", 3.5),
        ("items.0.content.readings.0.value", 301),
        ("items.0.content.readings.0.parts.women", 4),
        ("items.0.content.readings.0.parts.kings", 1),
        ("items.0.content.readings.0.code", "gold"),
        ("items.0.content.readings.0.proof", "x"),
        ("items.0.content.checks.0.verdict", "great"),
        ("items.0.content.checks.0.answers.Q1", "perhaps"),
        ("items.0.content.checks.0.answers.Q1_word", "seen by Bat"),
        ("items.0.content.checks.0.time", "T7"),
        ("items.1.content.values.members", "40"),
        ("items.1.content.values.gold", 1),
        ("items.1.content.currency", "Money"),
        ("items.1.content.capable.person", "perhaps"),
        ("items.1.id", "2027-01-01"),
        ("items.2.content.days", {}),
        ("items.2.content.sectors", ["king"]),
        ("items.2.content.title", "two\nlines"),
        ("items.3.id", "c" * 32),
        ("items.4.content.entry", "f" * 32),
        ("items.4.content.entry", "../../x"),
        ("items.4.content.jpeg", "/9j/"),
        ("items.4.content.jpeg", None),
        ("items.4.content.jpeg", 0),
        ("items.4.content.jpeg", "no base64"),
        ("items.4.content.jpeg", "\ud800"),
        ("items.4.content.jpeg", "A" * 10_000_000),
        ("items.4.content.digest", "0" * 64),
        ("items.4.content.width", 0),
        ("items.4.content.height", 100_000),
        ("items.4.content.alt", ""),
        ("items.4.content.alt", "two\nlines"),
        ("items.4.content.caption", "x" * 300),
        ("items.4.content.day", "2029-01-01"),
        ("items.4.content.by", "Aya"),
    ],
)
def test_what_this_program_would_not_write_is_refused(path: str, value: Any):
    changed = document()
    place: Any = changed
    *way, last = path.split(".")
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    with pytest.raises(Refused, match="parcel_damaged"):
        read(changed, TODAY)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ([], "parcel_other"),
        (None, "parcel_other"),
        ({}, "parcel_other"),
        ({"schema": "led-workshop/1"}, "parcel_other"),
        ({"schema": "led-region/2"}, "parcel_version"),
        ({"schema": "led-region/1"}, "parcel_damaged"),
    ],
)
def test_other_files_are_told_apart(told: Any, key: str):
    with pytest.raises(Refused, match=key):
        read(told, TODAY)


@given(st.data())
def test_whatever_is_put_into_a_file_it_is_read_or_refused(data: st.DataObject):
    """No input makes anything but a refusal: a file comes from outside."""
    changed = copy.deepcopy(document())
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], dict | list):
                walk(node[key])

    walk(changed)
    junk = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just([]), st.just({}))
    node, key = data.draw(st.sampled_from(places))
    node[key] = data.draw(junk)
    try:
        parcel = read(changed, TODAY)
    except Refused:
        return
    assert read(json.loads(json.dumps(written(parcel))), TODAY) == parcel


ITEM = Item("entry", ID, {"title": "a"})
OTHER = Item("entry", ID, {"title": "b"}).digest


@pytest.mark.parametrize(
    ("here", "came", "expected"),
    [
        (None, None, NEW),
        (None, Came(ITEM.digest, 5), SAME),
        (None, Came(OTHER, 5), CLASH),
        (None, Came(OTHER, 50), OLDER),
        (Here("elsewhere", ITEM.digest), None, FOREIGN),
        (Here("r", ITEM.digest), None, SAME),
        (Here("r", OTHER), None, CLASH),
        (Here("r", OTHER), Came(OTHER, 5), NEWER),
        (Here("r", OTHER), Came(OTHER, 50), OLDER),
        (Here("r", OTHER), Came(ITEM.digest, 5), SAME),
        (Here("r", OTHER), Came("third", 5), CLASH),
        (Here("r", ITEM.digest), Came(ITEM.digest, 5, gone=True), NEWER),
        (Here("r", OTHER), Came(ITEM.digest, 5, gone=True), CLASH),
    ],
)
def test_what_becomes_of_a_thing(here: Here | None, came: Came | None, expected: str):
    assert fate(ITEM, 10, "r", here, came) == expected


def test_a_number_that_had_to_change_makes_no_other_thing():
    assert Item("entry", ID, {"number": "A-2025-01"}).digest == Item("entry", ID, {"number": "A-2025-02"}).digest


def test_two_measures_of_one_number_are_refused():
    changed = document()
    changed["items"].append({**copy.deepcopy(changed["items"][0]), "id": "f" * 32})
    with pytest.raises(Refused, match="parcel_damaged"):
        read(changed, TODAY)
    changed["items"][-1]["content"]["number"] = "NOR-2025-02"
    assert len(read(changed, TODAY).items) == 1 + len(PARCEL.items)


@pytest.mark.parametrize("words", ["D. Oyun at work", "call 9911 22 33"])
def test_a_photo_whose_words_name_somebody_stays_at_home(words: str):
    entry = replace(ENTRY, form={**FORM, "champion": "D. Oyun"})
    for name in ("caption", "alt"):
        assert photo_leaving(entry, {**PHOTO, name: words}, "") is None
    assert photo_leaving(entry, PHOTO, "") is not None


def test_a_photo_without_its_picture_is_the_same_photo():
    without = photo_leaving(ENTRY, PHOTO, "")
    assert without is not None and PRESS is not None and without.digest == PRESS.digest
    again = photo_leaving(ENTRY, {**PHOTO, "digest": "0" * 64}, "")
    assert again is not None and again.digest != PRESS.digest
