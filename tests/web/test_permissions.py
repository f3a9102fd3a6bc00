"""The written table of permissions, walked: every address and role, in own and other regions and where nothing is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from shared.domain.permissions import MAY, ROLES, Scope, scope
from shared.domain.records import Activity, Workshop
from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, quarters, register
from tests.test_docs import rows, told
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_guards import routes

MISSING = "f" * 32
TABLE = rows(told("permissions.md").split("\n*all*")[0])[1:]
CALLED = {cells[1]: cells[0].strip("`") for cells in TABLE}  # who it is: the act


def test_the_written_table_is_the_one_that_holds():
    written = {cells[0].strip("`"): dict(zip(ROLES, cells[2:], strict=True)) for cells in TABLE}
    assert written == {act: {role: str(where) for role, where in roles.items()} for act, roles in MAY.items()}


def test_who_has_a_role_that_there_is_not_may_nothing():
    assert {scope("king", act) for act in MAY} == {Scope.NOWHERE}


@dataclass
class Land:
    """Two regions with a sealed workshop each, and somebody of every role who belongs to the first of them."""

    app: Flask
    own: dict[str, str]  # the ids of a sealed workshop and of a public measure
    other: dict[str, str]
    step: str
    tokens: dict[str, str]

    def asks(self, role: str, method: str, address: str, data: dict[str, Any] | None = None) -> TestResponse:
        """Ask as a script of this person does, which needs no form token."""
        headers = {"Authorization": f"Bearer {self.tokens[role]}"}
        return Visitor(self.app).client.open(
            address, method=method, headers=headers, data=data, base_url="http://localhost"
        )


@pytest.fixture
def land(app: Flask, facilitator: Facilitator) -> Land:
    def settle(connection: Any) -> dict[str, str]:
        here = people.regions(connection)[0].id
        made = {}
        for role in ROLES:
            id = people.add_person(connection, email=f"{role}@example.org", name=role, role=role, password_hash="x")
            people.set_regions(connection, id, [here])
            made[role] = people.add_token(connection, id, 0)
        people.add_region(connection, "Elsewhere", "en")
        quarters.freeze(connection, "2026-Q3", 1, "Aya")
        return made

    tokens = house_of(app).store.write(settle)
    with house_of(app).store.read() as connection:
        elsewhere = next(region.id for region in people.regions(connection) if region.name == "Elsewhere")
    pages = []
    for region in ("", elsewhere):
        page = facilitator.makes_a_workshop()
        facilitator.sends(page + "minutes/versions", {}, page=page + "minutes")
        assert facilitator.sends(page + "minutes/1/seal", {}, page=page + "minutes").status_code == 303
        facilitator.sends(page + "minutes/versions", {}, page=page + "minutes")
        pages.append(page.split("/")[3])
        if region:
            house_of(app).store.write(lambda c, id=pages[-1], to=region: _moves(c, id, to))
    with house_of(app).store.read() as connection:
        step = house_of(app).store.records(pages[0])[1]
    with house_of(app).store.read() as connection:
        here = next(region.id for region in people.regions(connection) if region.id != elsewhere)
    places = zip(pages, (here, elsewhere), strict=True)
    own, other = ({"workshops": page, "measures": _public(app, page), "regions": place} for page, place in places)
    return Land(app, own, other, next(r.id for r in step if isinstance(r, Activity)), tokens)


def _public(app: Flask, workshop: str) -> str:
    """Enter a public measure into the register of a workshop's region."""
    region = next(r.region for r in house_of(app).store.records(workshop)[1] if isinstance(r, Workshop))

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", "Felt")
        return replace(made, state="running", released=True), event

    entry: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=region, year=2027, at=0, begun=begun))
    return entry.id


def _moves(connection: Any, workshop: str, region: str) -> None:
    from shared.store.tables import RECORDS

    table = RECORDS["workshop"]
    connection.execute(table.update().where(table.c.id == workshop).values(region=region))


def who_is_told(app: Flask) -> dict[str, str]:
    """Who an address is for, as ``addresses.md`` tells, by the rule of its route."""
    table = {cells[0].strip("`"): cells[2] for cells in rows(told("addresses.md").split("\n## ")[0])[1:]}
    return {
        rule.rule: table[re.sub(r"<(?:[^<>:]*(?:\([^)]*\))?:)?(\w+)>", lambda m: m[1].upper(), rule.rule)]
        for rule in app.url_map.iter_rules()
    }


def walked(app: Flask, method: str) -> list[tuple[str, str]]:
    """Every (address, act) beneath ``/facilitator`` that asks for a role, by its method."""
    told_for = who_is_told(app)
    return [(address, CALLED[told_for[rule]]) for rule, address, _ in routes(app, method) if told_for[rule] in CALLED]


def test_every_address_says_for_whom_it_is(app):
    known = {*CALLED, "whoever is signed in", "anybody", "the room", "whoever has the key", "whoever has the link"}
    known |= {"who has the address", "this machine", "the room, where `LED_SMTP_URL` is set"}
    assert set(who_is_told(app).values()) <= known
    assert len(walked(app, "GET")) > 25


NOWHERE = {"workshops": MISSING, "measures": MISSING, "regions": MISSING}


def placed(address: str, ids: dict[str, str]) -> str:
    """Lead an address that names nothing to something."""
    for kind, id in ids.items():
        address = address.replace(f"/{kind}/{MISSING}", f"/{kind}/{id}")
    return address


def same(answer: TestResponse, missing: TestResponse, ids: dict[str, str]) -> bool:
    """Whether two answers tell the same; each page has a form token of its own."""
    named = re.compile("|".join(ids.values()))
    bare = [named.sub(MISSING, re.sub(r'value="[0-9a-f]{64}"', "", a.text)) for a in (answer, missing)]
    return answer.status_code == missing.status_code and bare[0] == bare[1]


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_there_for_whom_the_table_says(land: Land, role: str):
    for address, act in walked(land.app, "GET"):
        where = scope(role, act)
        address = address.replace(f"prepare/{MISSING}", f"prepare/{land.step}")
        if not any(f"/{kind}/{MISSING}" in address for kind in NOWHERE):
            if MISSING in address:  # no such template, for nobody
                continue
            assert (land.asks(role, "GET", address).status_code == 404) == (where is Scope.NOWHERE), address
            continue
        nothing = land.asks(role, "GET", address)
        assert nothing.status_code == 404, address
        for ids, there in ((land.own, where is not Scope.NOWHERE), (land.other, where is Scope.ALL)):
            asked = placed(address, ids)
            answer = land.asks(role, "GET", asked)
            wanted = land.asks("administrator", "GET", asked).status_code
            if there:
                assert answer.status_code == wanted, (role, asked)
            else:
                assert same(answer, nothing, ids), (role, asked)


@pytest.mark.parametrize("role", ROLES[1:])
def test_every_act_is_refused_where_the_table_does_not_allow_it(land: Land, role: str):
    store = house_of(land.app).store
    before = [store.records(ids["workshops"]) for ids in (land.own, land.other)]
    refused = 0
    for address, act in walked(land.app, "POST"):
        where = scope(role, act)
        targets = [NOWHERE, land.other] if where is Scope.OWN else [NOWHERE, land.other, land.own]
        if where is Scope.ALL:
            continue
        if not any(f"/{kind}/{MISSING}" in address for kind in NOWHERE):
            targets = [] if where is Scope.OWN else [NOWHERE]
        asked = [placed(address, ids) for ids in targets]
        answers = [land.asks(role, "POST", one) for one in asked]
        refused += len(answers)
        for ids, answer in zip(targets, answers, strict=True):
            assert answer.status_code == 404, (role, address)
            assert same(answer, answers[0], ids), (role, address)
    assert refused > 20
    assert [store.records(ids["workshops"]) for ids in (land.own, land.other)] == before


def test_a_viewer_reads_what_was_sealed_and_nothing_else(land: Land):
    page = f"/facilitator/workshops/{land.own['workshops']}/minutes"
    shown = land.asks("viewer", "GET", page)
    assert "Version 1" in shown.text
    assert "Version 2" not in shown.text
    assert "follows the workshop by itself" not in shown.text
    assert land.asks("viewer", "GET", f"{page}/1.md").status_code == 200
    for name in ("/2.md", "/1.json", "/1.xlsx", "/1.csv", "/3.md", ".md"):
        assert land.asks("viewer", "GET", page + name).status_code == 404, name
    listed = land.asks("viewer", "GET", "/facilitator/").text
    assert land.own["workshops"] in listed
    assert land.other["workshops"] not in listed
    assert "/console" not in listed


def test_a_workshop_is_not_there_for_a_viewer_before_it_is_sealed(land: Land, facilitator: Facilitator):
    fresh = facilitator.makes_a_workshop("Not yet").split("/")[3]
    assert land.asks("viewer", "GET", f"/facilitator/workshops/{fresh}/minutes").status_code == 404
    assert "Not yet" not in land.asks("viewer", "GET", "/facilitator/").text
    assert "Not yet" in land.asks("manager", "GET", "/facilitator/").text


def test_a_manager_reads_other_regions_and_leads_in_their_own(land: Land):
    listed = land.asks("manager", "GET", "/facilitator/").text
    assert f"{land.own['workshops']}/console" in listed
    assert f"{land.other['workshops']}/minutes" in listed
    assert f"{land.other['workshops']}/console" not in listed
    read = land.asks("manager", "GET", f"/facilitator/workshops/{land.other['workshops']}/minutes").text
    assert "<form" not in read.split("<main")[1]


def test_a_role_is_changed_at_once_and_the_last_administrator_stays(app: Flask, land: Land, facilitator: Facilitator):
    with house_of(app).store.read() as connection:
        known = {person.email: person for person in people.persons(connection)}
    rights = f"/facilitator/people/{known['viewer@example.org'].id}"
    given = {"act": "rights", "role": "facilitator", "regions": []}
    assert facilitator.sends(rights, given, page="/facilitator/people").status_code == 303
    assert land.asks("viewer", "GET", "/facilitator/new").status_code == 200
    assert land.asks("viewer", "GET", f"/facilitator/workshops/{land.own['workshops']}/").status_code == 404
    down = {"act": "rights", "role": "viewer"}
    other = f"/facilitator/people/{known['administrator@example.org'].id}"
    assert facilitator.sends(other, down, page="/facilitator/people").status_code == 303
    last = facilitator.sends(f"/facilitator/people/{known['tuya@example.org'].id}", down, page="/facilitator/people")
    assert last.status_code == 400
    assert "There must be an administrator" in last.text
