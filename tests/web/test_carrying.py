"""Taking measures over from another workshop: by page, script and command; never over the border of a region."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from shared.commands.workshop import carry
from shared.desk import SYSTEM
from shared.domain.records import Measure
from shared.store import people
from shared.store.keys import new_id
from shared.web.making import make_workshop
from tests.web.conftest import house_of


def made(app, region: str, template: str = "led-planning", title: str = "Planning day"):
    return make_workshop(
        house_of(app).desk, template=template, title=title, region=region, language="en", date="2025-11-23"
    )


def adopts(app, workshop, title: str) -> None:
    args = {"measure": new_id(), "title": title}
    house_of(app).desk.perform(workshop.id, SYSTEM, new_id(), "measure.adopt", args)


def measures(app, workshop) -> list[str]:
    _, records = house_of(app).store.records(workshop.id)
    return sorted(r.title for r in records if isinstance(r, Measure))


@pytest.fixture
def region(app, facilitator) -> str:
    """The region of the facilitator who is signed in."""
    with house_of(app).store.read() as connection:
        return people.regions(connection)[0].id


@pytest.fixture
def elsewhere(app) -> str:
    id: str = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    return id


@pytest.fixture
def former(app, region):
    workshop = made(app, region)
    adopts(app, workshop, "Craft centre")
    return workshop


@pytest.fixture
def later(app, region):
    return made(app, region, "led-evaluation", "Evaluation")


def takes(facilitator, later, former, **change):
    body = {"id": new_id(), "from": former.id, **change}
    return facilitator.client.post(f"/facilitator/workshops/{later.id}/former", json=body, **facilitator.how)


def test_workshops_of_the_region_that_have_measures_are_offered(app, facilitator, region, former, later, elsewhere):
    made(app, region, title="Without measures")
    adopts(app, made(app, elsewhere, title="Of another region"), "Road")
    told = facilitator.opens(f"/facilitator/workshops/{later.id}/former").json["workshops"]
    assert told == [{"id": former.id, "title": "Planning day", "date": "2025-11-23", "measures": 1}]


def test_measures_are_taken_over_once(app, facilitator, former, later):
    answer = takes(facilitator, later, former)
    assert answer.json["ok"] and answer.json["measures"] == 1
    again = takes(facilitator, later, former)
    assert (again.status_code, again.json["code"]) == (409, "conflict")
    assert measures(app, later) == ["Craft centre"]


def test_the_same_command_is_done_once_and_answered_alike(app, facilitator, former, later):
    id = new_id()
    first, second = takes(facilitator, later, former, id=id), takes(facilitator, later, former, id=id)
    assert first.json == second.json
    assert measures(app, later) == ["Craft centre"]


def test_the_history_names_who_took_them_over(facilitator, former, later):
    takes(facilitator, later, former)
    page = facilitator.opens(f"/facilitator/workshops/{later.id}/history").text
    assert "took over measures" in page and "The program" not in page.split("took over measures")[0][-300:]


def test_another_region_has_nothing_to_give_even_to_an_administrator(app, facilitator, later, elsewhere):
    foreign = made(app, elsewhere)
    adopts(app, foreign, "Road")
    answer = takes(facilitator, later, foreign)
    assert (answer.status_code, answer.json["code"]) == (403, "not_allowed")
    assert measures(app, later) == []


@pytest.mark.parametrize("change", [{"from": "x"}, {"from": 3}, {"more": 1}, {"id": "short"}])
def test_what_does_not_fit_is_refused_in_words(facilitator, former, later, change):
    answer = takes(facilitator, later, former, **change)
    assert answer.status_code >= 400 and answer.json["message"]


def test_what_a_facilitator_may_not_see_is_not_there(app, later, former, elsewhere):
    """Somebody of another region finds neither the workshop nor its measures."""

    def stranger(connection) -> str:
        id = people.add_person(connection, email="dorj@example.org", name="Dorj", role="facilitator")
        people.set_regions(connection, id, [elsewhere])
        return people.add_token(connection, id, 0)

    token = house_of(app).store.write(stranger)
    own, headers = made(app, elsewhere, "led-evaluation"), {"Authorization": f"Bearer {token}"}
    client = app.test_client()
    for target, source in ((own, former), (later, former)):
        body = {"id": new_id(), "from": source.id}
        answer = client.post(f"/facilitator/workshops/{target.id}/former", json=body, headers=headers)
        assert answer.status_code == 404
        assert measures(app, target) == []
    assert client.get(f"/facilitator/workshops/{own.id}/former", headers=headers).json["workshops"] == []


def test_the_command_takes_over_and_refuses_another_region(app, settings, former, later, elsewhere):
    foreign = made(app, elsewhere)
    adopts(app, foreign, "Road")
    run = CliRunner().invoke
    where = ["--data", str(settings.data)]
    refused = run(carry, [later.code, "--from", foreign.code, *where])
    assert refused.exit_code == 1 and "another region" in refused.output
    done = run(carry, [later.code, "--from", former.code, "--json", *where])
    assert json.loads(done.stdout)["measures"] == 1
    assert measures(app, later) == ["Craft centre"]


def test_nobody_else_may(app, former, later, visitor):
    assert visitor.opens(f"/facilitator/workshops/{later.id}/former").status_code == 303
    assert takes(visitor, later, former).status_code in (303, 403)
    assert measures(app, later) == []
