"""Taking measures over from another workshop: by page, script and command; never over the border of a region."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from shared.commands.workshop import carry
from shared.desk import SYSTEM
from shared.domain.records import Activity, Finding, Measure
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


@pytest.fixture
def heard(app, region):
    """A closed round with one interview and two findings, one of them confidential."""
    round_ = made(app, region, "interviews", "Interviews in autumn")
    desk = house_of(app).desk
    _, records = house_of(app).store.records(round_.id)
    step = next(r.id for r in records if isinstance(r, Activity) and r.kind == "interview")
    told = {"activity": step, "interview": "i", "group": "firm", "consent": "May we?", "note": "Mrs Canary"}
    point = {"interview": "i", "question": "q4", "statement": "Mud", "factors": ["2.1"], "sign": "-"}
    desk.perform(round_.id, SYSTEM, new_id(), "activity.open", {"activity": step})
    desk.perform(round_.id, SYSTEM, new_id(), "interview.write", told)
    desk.perform(round_.id, SYSTEM, new_id(), "interview.answer", {**point, "answer": "a"})
    desk.perform(round_.id, SYSTEM, new_id(), "interview.answer", {**point, "answer": "b", "confidential": True})
    desk.perform(round_.id, SYSTEM, new_id(), "activity.close", {"activity": step})
    return round_


def statements(app, workshop) -> list[str]:
    _, records = house_of(app).store.records(workshop.id)
    return sorted(r.statement for r in records if isinstance(r, Finding))


def test_what_interviews_gave_is_taken_over_on_the_page_of_findings_once(app, facilitator, region, heard):
    planning = made(app, region)
    page = f"/facilitator/workshops/{planning.id}/findings"
    assert "Interviews in autumn, 2025-11-23" in facilitator.opens(page).text
    taken = facilitator.sends(page, {"act": "hear", "heard": heard.id})
    assert "Findings taken over: 2." in facilitator.opens(taken.headers["Location"]).text
    assert statements(app, planning) == ["Mud", "…"]
    again = facilitator.sends(page, {"act": "hear", "heard": heard.id})
    assert again.status_code == 400 and "is here already" in again.text
    assert statements(app, planning) == ["Mud", "…"]
    assert [facilitator.sends(page, {"act": "hear", "heard": id}).status_code for id in ("", "nowhere")] == [404, 404]


def test_interviews_of_another_region_or_an_open_round_give_nothing(app, facilitator, region, heard, elsewhere):
    foreign = made(app, elsewhere, "led-planning", "Foreign")
    page = f"/facilitator/workshops/{foreign.id}/findings"
    refused = facilitator.sends(page, {"act": "hear", "heard": heard.id})
    assert refused.status_code == 400 and "another region" in refused.text
    assert statements(app, foreign) == []
    planning = made(app, region, title="Planning")
    round_ = made(app, region, "interviews", "Still open")
    page = f"/facilitator/workshops/{planning.id}/findings"
    assert "Still open" not in facilitator.opens(page).text
    refused = facilitator.sends(page, {"act": "hear", "heard": round_.id})
    assert refused.status_code == 400 and "not closed yet" in refused.text


def test_the_command_takes_findings_over(app, settings, region, heard):
    planning = made(app, region)
    where = ["--data", str(settings.data)]
    command = [planning.code, "--from", heard.code, "--findings", *where]
    done = CliRunner().invoke(carry, [*command, "--json"])
    assert json.loads(done.stdout)["findings"] == 2
    again = CliRunner().invoke(carry, command)
    assert again.exit_code == 1 and "is here already" in again.output
    assert statements(app, planning) == ["Mud", "…"]
