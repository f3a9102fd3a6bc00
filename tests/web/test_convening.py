"""From the register into a workshop and back: opened with ticked measures, decided in the room, written back once."""

from __future__ import annotations

import io
import re
import secrets
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from shared.domain.changes import Actor
from shared.domain.records import Activity, Measure, Pledge
from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, register, results
from tests.web.conftest import Facilitator, house_of

LIST = "/facilitator/measures"


class Programme:
    """A register with measures, and a workshop that is opened with some of them."""

    def __init__(self, app: Flask, facilitator: Facilitator) -> None:
        self.app, self.facilitator = app, facilitator
        self.desk = house_of(app).desk
        self.workshop = ""

    def enters(self, title: str, state: str, region: str = "", **more: Any) -> str:
        with house_of(self.app).store.read() as connection:
            place = region or people.regions(connection)[0].id

        def begun(blank: Entry) -> tuple[Entry, Event]:
            form = {"asked": 4000, "total": 5000, "goal": "Felt", "activities": [{"what": "Buy looms"}]}
            made, event = begin(blank, "Aya", title, form)
            return replace(made, state=state, **more), event

        made: Entry = house_of(self.app).store.write(
            lambda c: register.add(c, region_id=place, year=2026, at=1, begun=begun)
        )
        return made.id

    def opens(self, template: str, *entries: str) -> Any:
        details = {"template": template, "title": "The day", "date": "2026-11-20", "language": "en"}
        made = self.facilitator.sends(f"{LIST}/workshop", {**details, "entry": list(entries)}, page=LIST)
        if made.status_code == 303:
            self.workshop = made.headers["Location"].split("/")[3]
        return made

    def all(self, kind: type[Any]) -> list[Any]:
        return [r for r in house_of(self.app).store.records(self.workshop)[1] if type(r) is kind]

    def does(self, verb: str, **args: Any) -> None:
        self.desk.perform(self.workshop, Actor("facilitator", "p", "Tuya"), secrets.token_hex(16), verb, args)

    def funds(self, budget: int, *chosen: str) -> None:
        """Share a budget out, with the most votes for the first of ``chosen``, the fewest for the last."""
        step = next(one for one in self.all(Activity) if one.kind == "fund")
        options = [m.id for m in sorted(self.all(Measure), key=lambda m: m.position)]
        self.does(
            "activity.edit",
            activity=step.id,
            settings={"rule": "most", "budget": budget, "costs": [4000] * len(options)},
        )
        self.does("activity.open", activity=step.id)
        for n in range(4):
            joined = self.desk.join(self.workshop, {"sector": "private"})
            paper = {m.id: 1 for m in self.all(Measure) if m.title in chosen[: 1 + n % len(chosen)]}
            self.desk.cast(self.workshop, Actor("seat", joined.seat), step.id, secrets.token_hex(16), 1, paper)
        self.does("activity.close", activity=step.id)
        self.does("activity.reveal", activity=step.id)

    def state(self, id: str) -> str:
        with house_of(self.app).store.read() as connection:
            found = register.one(connection, id)
        assert found
        return found.state

    @property
    def decisions(self) -> str:
        return f"/facilitator/workshops/{self.workshop}/decisions"


@pytest.fixture
def programme(app: Flask, facilitator: Facilitator) -> Programme:
    return Programme(app, facilitator)


def proposed(page: str, id: str) -> dict[str, str]:
    """Read what the page proposes for a measure, as a browser would send it."""
    to = re.search(rf'name="to-{id}">(.*?)</select>', page, re.S)
    reason = re.search(rf'name="reason-{id}"[^>]*>([^<]*)<', page)
    assert to and reason
    chosen = re.search(r'value="([^"]*)" selected', to[1])
    sent = {f"to-{id}": chosen[1] if chosen else "", f"reason-{id}": reason[1]}
    return sent | ({f"checks-{id}": "1"} if f'name="checks-{id}" value="1" checked' in page else {})


def test_an_evaluation_opens_with_the_former_plan(programme: Programme):
    entry = programme.enters("Felt", "completed")
    assert programme.opens("led-evaluation", entry).status_code == 303
    measure = programme.all(Measure)[0]
    assert (measure.title, measure.sheet["what"], measure.origin["entry"]) == ("Felt", "Felt", entry)
    assert [pledge.what for pledge in programme.all(Pledge)] == ["Buy looms"]


def test_a_selection_is_decided_in_the_room_and_written_back(programme: Programme):
    first, second, third = (
        programme.enters(t, s) for t, s in (("A", "in_rating"), ("B", "submitted"), ("C", "in_rating"))
    )
    assert programme.opens("measure-selection", first, second, third).status_code == 303
    shown = programme.facilitator.opens(programme.decisions).text
    assert proposed(shown, first)[f"to-{first}"] == "", "nothing is decided yet"
    programme.funds(8000, "A", "B", "C")
    shown = programme.facilitator.opens(programme.decisions).text
    sent = {k: v for id in (first, second, third) for k, v in proposed(shown, id).items()}
    assert [sent[f"to-{id}"] for id in (first, second, third)] == ["selected", "selected", "reserve"]
    assert "The day, November 20, 2026; gets money" in sent[f"reason-{first}"]
    wrong = programme.facilitator.sends(programme.decisions, {**sent, f"reason-{third}": " "})
    assert wrong.status_code == 400
    assert "-03: " in wrong.text
    assert [programme.state(id) for id in (first, second, third)] == ["in_rating", "submitted", "in_rating"]
    done = programme.facilitator.sends(programme.decisions, sent)
    assert done.status_code == 303
    assert "3 decisions are written" in programme.facilitator.opens(done.headers["Location"]).text
    assert [programme.state(id) for id in (first, second, third)] == ["selected", "selected", "reserve"]
    told = programme.facilitator.opens(f"{LIST}/{second}").text
    assert "Moved on: Chosen" in told or "Chosen" in told
    assert "The day, November 20, 2026; gets money" in told
    again = programme.facilitator.sends(programme.decisions, sent)
    assert again.status_code == 400, "what is decided is not decided twice"


def test_what_was_checked_in_the_room_becomes_a_check_of_the_measure(programme: Programme):
    entry = programme.enters("Felt", "completed", ended_on="2026-05-01")
    programme.opens("led-evaluation", entry)
    step = next(one for one in programme.all(Activity) if one.kind == "evaluation" and one.settings["part"] == "check")
    measure = programme.all(Measure)[0]
    programme.does("activity.edit", activity=step.id, settings={"time": "T6"})
    programme.does("activity.open", activity=step.id)
    programme.does("measure.check", activity=step.id, measure=measure.id, answers={"Q1": "no", "Q1_word": "Closed"})
    shown = programme.facilitator.opens(programme.decisions).text
    assert "6 months after its end: ended" in shown.lower() or "ended" in shown
    assert programme.facilitator.sends(programme.decisions, proposed(shown, entry)).status_code == 303
    with house_of(programme.app).store.read() as connection:
        check = results.checks_of(connection, entry)["T6"]
    assert (check.verdict, check.answers["Q1_word"], check.day) == ("ended", "Closed", "2026-11-20")
    assert programme.state(entry) == "evaluated"


def test_what_a_measure_was_worth_comes_into_the_register_once(programme: Programme):
    entry = programme.enters("Felt", "completed", ended_on="2026-05-01")
    programme.opens("led-evaluation", entry)
    step = next(one for one in programme.all(Activity) if one.kind == "evaluation")
    programme.does("activity.edit", activity=step.id, settings={"part": "worth"})
    programme.does("activity.open", activity=step.id)
    measure = programme.all(Measure)[0].id
    told = {
        "right_champion": "4",
        "right_users": "3.5",
        "lesson_advice": "Begin <b>small</b>",
        "end_when": "2027-03-01",
    }
    programme.does("measure.check", activity=step.id, measure=measure, answers=told)
    shown = programme.facilitator.opens(programme.decisions).text
    assert "Keep what it was worth: 4 answers" in shown
    assert proposed(shown, entry)[f"to-{entry}"] == "evaluated", "it was completed"
    sent = {**proposed(shown, entry), f"worth-{entry}": "1", f"to-{entry}": ""}
    assert programme.facilitator.sends(programme.decisions, sent).status_code == 303
    page = programme.facilitator.opens(f"{LIST}/{entry}").text
    assert "The day · November 20, 2026" in page and '<td class="n">3.5</td>' in page
    assert "Begin &lt;b&gt;small&lt;/b&gt;" in page and "March 1, 2027" in page

    def times() -> int:
        with house_of(programme.app).store.read() as connection:
            return sum(one.event.verb == "concluded" for one in register.history(connection, entry))

    assert times() == 1
    programme.facilitator.sends(programme.decisions, sent)
    assert times() == 1, "the same again changes nothing"
    programme.does("measure.check", activity=step.id, measure=measure, answers={"right_users": "2"})
    programme.facilitator.sends(programme.decisions, sent)
    assert times() == 2 and '<td class="n">2</td>' in programme.facilitator.opens(f"{LIST}/{entry}").text
    with house_of(programme.app).store.read() as connection:
        before, after = register.history(connection, entry)[0].event.changes["concluded"]
    assert (before["said"]["right_users"], after["said"]["right_users"]) == ("3.5", "2")
    document = programme.facilitator.opens(f"{LIST}/{entry}.docx").data
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        assert "Begin &lt;b&gt;small&lt;/b&gt;" in parts.read("word/document.xml").decode()
    without = {**sent, f"worth-{entry}": ""}
    programme.does("measure.check", activity=step.id, measure=measure, answers={"right_users": "5"})
    programme.facilitator.sends(programme.decisions, without)
    assert times() == 2, "nobody ticked it"


def test_measures_of_two_regions_or_none_open_no_workshop(programme: Programme, app: Flask):
    here = programme.enters("A", "completed")
    region = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "en"))
    there = programme.enters("B", "completed", region)
    refused = programme.facilitator.opens(f"{LIST}/workshop?entry={here}&entry={there}")
    assert refused.status_code in (400, 404)
    empty = programme.facilitator.opens(f"{LIST}/workshop")
    assert (empty.status_code, "Tick at least one measure." in empty.text) == (400, True)
    assert programme.facilitator.opens(f"{LIST}/workshop?entry={'f' * 32}").status_code == 404
    assert programme.opens("led-planning", here).status_code == 400
    blank = {"template": "led-evaluation", "title": " ", "date": "2026-11-20", "language": "en", "entry": [here]}
    assert (
        programme.facilitator.sends(f"{LIST}/workshop", blank, page=f"{LIST}/workshop?entry={here}").status_code == 400
    )


def test_a_workshop_whose_measures_are_not_in_the_register_says_so(programme: Programme, workshop: str):
    programme.workshop = workshop.split("/")[3]
    programme.does("measure.adopt", measure="1" * 32, title="Craft centre")
    shown = programme.facilitator.opens(programme.decisions).text
    assert "Not in the register: Craft centre" in shown
    assert "No measure of this workshop is in the register" in shown
