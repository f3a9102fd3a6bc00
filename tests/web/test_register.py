"""The register's pages: entering, writing by office and by link, moving on, two at once, who sees what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from shared.domain.register.entries import Entry, Event
from shared.domain.register.form import FIELDS, SECTIONS, missing
from shared.store import people, register
from tests.domain.test_register import WHOLE
from tests.web.conftest import Facilitator, Visitor, house_of


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    """The page of a measure that was just entered."""
    return enters(facilitator, "Felt workshop")


def enters(facilitator: Facilitator, title: str) -> str:
    region = re.search(r'name="region".*?value="([0-9a-f]{32})"', facilitator.opens("/facilitator/measures").text, re.S)
    assert region
    made = facilitator.sends("/facilitator/measures", {"region": region[1], "title": title})
    assert made.status_code == 303, made.text
    return made.headers["Location"]


def kept(app: Flask, page: str) -> Entry:
    with house_of(app).store.read() as connection:
        found = register.one(connection, page.rsplit("/", 1)[1])
    assert found is not None
    return found


def as_typed(answers: dict[str, Any], section: str) -> dict[str, Any]:
    """Answers as a browser sends them."""
    sent: dict[str, Any] = {}
    for field in SECTIONS[section]:
        value = answers.get(field.name, "")
        if field.kind == "table":
            sent |= {f"{field.name}-{n}-{c}": str(v) for n, row in enumerate(value or []) for c, v in row.items()}
        elif field.kind == "tick":
            sent |= {field.name: "yes"} if value else {}
        else:
            sent[field.name] = value
    return sent


def writes(visitor: Visitor, page: str, answers: dict[str, Any]) -> None:
    for section in SECTIONS:
        address = f"{page}/{section}"
        base = re.search(r'name="base" value="(\d+)"', visitor.opens(address).text)
        assert base, address
        sent = visitor.sends(address, {**as_typed(answers, section), "base": base[1], "act": "save"})
        assert sent.status_code == 303, (section, sent.text)


def moves(visitor: Visitor, page: str, to: str, reason: str = "") -> int:
    return visitor.sends(page, {"act": "move", "to": to, "reason": reason}).status_code


def link_of(facilitator: Facilitator, page: str) -> str:
    shown = facilitator.sends(page, {"act": "open_link"}).text
    found = re.search(r'value="http://localhost(/apply/[^"]+)"', shown)
    assert found
    return found[1]


def test_a_measure_is_entered_written_and_handed_in_by_link(app: Flask, facilitator: Facilitator, entry: str):
    writes(facilitator, f"{entry}/form", {**WHOLE, "title": "Felt workshop"})
    assert missing(kept(app, entry).form) == []
    assert moves(facilitator, entry, "outlined") == 303
    champion, link = Visitor(app), link_of(facilitator, entry)
    assert "cannot be changed" in champion.sends(f"{link}/why", {"obstacle": "No"}, page=link).text
    assert champion.sends(link, {"to": "drafting"}).status_code == 303
    writes(champion, link, {**WHOLE, "obstacle": "Alone"})
    assert champion.sends(link, {"to": "submitted"}).status_code == 303
    made = kept(app, entry)
    assert (made.state, made.form["obstacle"]) == ("submitted", "Alone")
    shown = facilitator.opens(entry).text
    assert "Handed in" in shown
    assert "by link" in shown
    assert champion.sends(link, {"to": "in_check"}, page="/").status_code == 400


def test_what_is_missing_stops_an_application_from_being_handed_in(app: Flask, facilitator: Facilitator, entry: str):
    writes(facilitator, f"{entry}/form", {**WHOLE, "title": "Felt workshop", "goal": ""})
    for to in ("outlined", "drafting"):
        assert moves(facilitator, entry, to) == 303
    refused = facilitator.sends(entry, {"act": "move", "to": "submitted"})
    assert refused.status_code == 400
    assert "1 answers are missing" in refused.text or "1 answer" in refused.text
    assert kept(app, entry).state == "drafting"


def test_two_who_write_at_once_lose_nothing(app: Flask, facilitator: Facilitator, entry: str):
    address = f"{entry}/form/why"
    assert facilitator.sends(address, {"obstacle": "Mine", "base": "1", "act": "save"}).status_code == 303
    beside = facilitator.sends(address, {"causes": "Theirs", "base": "1", "act": "save"})
    assert beside.status_code == 303, "another field is no clash"
    assert kept(app, entry).form["obstacle"] == "Mine"
    clash = facilitator.sends(address, {"obstacle": "Other", "causes": "Theirs", "base": "1", "act": "save"})
    assert clash.status_code == 409
    assert "now there: Mine" in clash.text
    assert ">Other</textarea>" in clash.text
    base = re.search(r'name="base" value="(\d+)"', clash.text)
    assert base
    again = {"obstacle": "Other", "causes": "Theirs", "base": base[1], "act": "save"}
    assert facilitator.sends(address, again).status_code == 303
    assert kept(app, entry).form["obstacle"] == "Other"


def test_what_does_not_fit_is_told_beside_what_was_typed(app: Flask, facilitator: Facilitator, entry: str):
    typed = {**as_typed(WHOLE, "money"), "total": "a lot", "base": "1"}
    answer = facilitator.sends(f"{entry}/form/money", typed)
    assert answer.status_code == 400
    assert "Total: Write a number in figures" in answer.text
    assert 'value="a lot"' in answer.text
    assert "total" not in kept(app, entry).form


def test_a_reason_is_asked_where_one_must_be_told(facilitator: Facilitator, entry: str):
    assert moves(facilitator, entry, "cancelled") == 400
    assert moves(facilitator, entry, "cancelled", "No champion") == 303
    assert "No champion" in facilitator.opens(entry).text
    assert moves(facilitator, entry, "running") == 400


def test_a_new_link_closes_the_old_one_and_closing_closes_it(app: Flask, facilitator: Facilitator, entry: str):
    old, new = link_of(facilitator, entry), link_of(facilitator, entry)
    assert Visitor(app).opens(old).status_code == 404
    assert Visitor(app).opens(new).status_code == 200
    facilitator.sends(entry, {"act": "close_link"})
    assert Visitor(app).opens(new).status_code == 404
    assert Visitor(app).opens("/apply/nothing/why").status_code == 404


def test_the_office_notes_reach_no_link(app: Flask, facilitator: Facilitator, entry: str):
    facilitator.sends(entry, {"act": "note", "visit": "Roof leaks", "adviser": "Bat"})
    assert "Roof leaks" in facilitator.opens(entry).text
    link = link_of(facilitator, entry)
    for part in ("", "/why", "/people", "/money"):
        assert "Roof leaks" not in Visitor(app).opens(link + part).text


def test_the_measures_of_a_workshop_are_entered_once(app: Flask, facilitator: Facilitator, workshop: str):
    house, id = house_of(app), workshop.split("/")[3]
    from shared.web.here import actor_of

    with house.store.read() as connection:
        me = people.persons(connection)[0]
    for n, title in enumerate(("Cellar", "Signs")):
        house.desk.perform(id, actor_of(me), f"{n:032x}", "measure.adopt", {"measure": f"m{n}", "title": title})
    for entered in (2, 0):
        sent = facilitator.sends(workshop + "register", {}, page=workshop)
        assert f"entered={entered}" in sent.headers["Location"]
    listed = facilitator.opens(f"/facilitator/measures?workshop={id}").text
    assert listed.count(">Cellar</a>") == 1
    assert "ALTOVO-" in listed


def test_the_register_is_filtered_and_given_out_as_tables(facilitator: Facilitator, entry: str):
    enters(facilitator, "Lake signs")
    assert "Lake signs" not in facilitator.opens("/facilitator/measures?words=felt").text
    assert "Lake signs" in facilitator.opens("/facilitator/measures?state=planned&as=board").text
    assert "Lake signs" not in facilitator.opens("/facilitator/measures?state=running").text
    for format in ("xlsx", "csv", "pdf"):
        given = facilitator.opens(f"/facilitator/measures.{format}")
        assert given.status_code == 200
        assert len(given.data) > 300
    for format in ("pdf", "docx", "odt"):
        for name in (f"{entry}.{format}", f"/facilitator/application.{format}"):
            assert facilitator.opens(name).status_code == 200, name


def test_what_is_public_a_viewer_reads_without_the_champions_telephone(
    app: Flask, facilitator: Facilitator, entry: str
):
    def settle(connection: Any) -> str:
        id = people.add_person(connection, email="v@example.org", name="V", role="viewer")
        people.set_regions(connection, id, [people.regions(connection)[0].id])
        return people.add_token(connection, id, 0)

    token = house_of(app).store.write(settle)
    viewer = {"headers": {"Authorization": f"Bearer {token}"}}
    writes(facilitator, f"{entry}/form", {**WHOLE, "title": "Felt workshop"})
    assert Visitor(app).opens(entry, **viewer).status_code == 404
    assert facilitator.sends(entry, {"act": "release"}).status_code == 400, "not under contract yet"
    for to in ("outlined", "drafting", "submitted", "in_check", "in_rating", "selected", "contracted"):
        assert moves(facilitator, entry, to) == 303, to
    assert facilitator.sends(entry, {"act": "release"}).status_code == 303
    shown = Visitor(app).opens(entry, **viewer).text
    assert WHOLE["goal"] in shown
    assert WHOLE["champion_phone"] not in shown
    assert "Felt workshop" in Visitor(app).opens("/facilitator/measures", **viewer).text


def test_every_field_has_its_words(app: Flask):
    from shared.web.language import own_words

    for spoken in ("en", "de", "fr", "es", "ru", "mn", "ar"):
        said = own_words(spoken)
        assert {f"register.field.{name}" for name in FIELDS} <= said.keys(), spoken
        columns = {f"register.column.{column.name}" for field in FIELDS.values() for column in field.columns}
        assert columns <= said.keys(), spoken
        offered = [field for field in FIELDS.values()] + [c for field in FIELDS.values() for c in field.columns]
        assert {f"register.choice.{choice}" for field in offered for choice in field.choices} <= said.keys(), spoken


def test_the_five_principles_stand_beside_an_application_for_office_and_champion(app: Flask, facilitator: Facilitator):
    page = enters(facilitator, "Felt workshop")
    lacks = ("No place in the region is named.", "Nobody is named who stands for it.")
    shown = facilitator.opens(page).text
    assert [shown.count(words) for words in lacks] == [1, 1]
    writes(facilitator, f"{page}/form", {"title": "Felt workshop", "places": "Altan-Ovoo"})
    shown = facilitator.opens(page).text
    assert [shown.count(words) for words in lacks] == [0, 1]
    id = page.split("/")[3]
    chosen = facilitator.opens(f"/facilitator/measures/workshop?entry={id}").text
    assert "1 of 5 principles hold" in chosen and chosen.count(lacks[1]) == 1
    link = link_of(facilitator, page)
    moved = Event("moved", "Aya", "office")
    house_of(app).store.write(lambda c: register.change(c, id, 1, lambda e: (replace(e, state="drafting"), moved)))
    assert Visitor(app).opens(link).text.count(lacks[1]) == 1
