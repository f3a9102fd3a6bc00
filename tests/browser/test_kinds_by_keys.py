"""Every kind of step answered without a mouse on the narrowest phone, through a reload in the midst and a dead spot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from shared.domain.activities import KINDS_OF_ACTIVITY
from tests.browser.conftest import violations
from tests.browser.keys import Act, Choose, Keyboard, Press, Type
from tests.browser.kinds import Room
from tests.browser.people import Person
from tests.harness.server import Server, until


@dataclass(frozen=True)
class Answer:
    """How somebody answers a step by keys alone: what opens the form, one half, the other half; what comes of it."""

    half: tuple[Act, ...]
    rest: tuple[Act, ...]
    first: tuple[Act, ...] = ()  # kept by the page
    form: tuple[Act, ...] = ()  # opens what closes with the page
    makes: int = 1  # records; a vote makes a ballot instead


NAME = Type("^Your name", "Aya")
ANSWERS: dict[str, Answer] = {
    "brainstorm": Answer((Type("^Your idea", "Wool is"),), (Type("^Your idea", " sold raw"), Press("^Pin it"))),
    "twins": Answer((Press("^The same"),), tuple([Press("^Different"), Press("^I am not sure")] * 2)),
    "cluster": Answer(
        (Type("^A new group", "Too"),),
        (Type("^A new group", " late"), Press("^Make the group")),
        form=(Press("^Wool"), Press("^Loans"), Press("^Put together")),
    ),
    "dots": Answer((Press("^Add a dot: "),), (Press("^Add a dot: ", nth=1),)),
    "choice": Answer((Choose("Processing"),), (Choose("Money"),)),
    "ranking": Answer((Press("Processing"),), (Press("Money"),)),
    "scale": Answer((Choose("^1"),), (Choose("^1", on=2),)),
    "rating": Answer(
        (Choose("^0: no link"), Press("^0: no link", key="ArrowRight", role="radio")), (Choose("^0: after"),)
    ),
    "scores": Answer((Choose("^0, not first"),), (Choose("^0, not first", on=3),)),
    "number": Answer((Type("^Your number", "12"),), (Type("^Your number", "5", then="Tab"),)),
    "fist": Answer((Choose("^0: "),), (Choose("^0: ", on=4),)),
    "wordcloud": Answer((Type("^Your word", "woo"),), (Type("^Your word", "l", then="Enter"),)),
    "feedback": Answer((Choose("^1$", on=3),), (Type("^One thing", "More time", then="Tab"),)),
    "sheet": Answer(
        (Type("^Name of the measure", "Felt"),),
        (Type("^Name of the measure", " house"), Press("^Begin")),
        form=(Press("^Sketch a measure"),),
    ),
    "roll": Answer((NAME,), (Press("^I am here"),)),
    "interests": Answer(
        (Type("^What it is", "my sister"),),
        (Press("^Say it"),),
        first=(NAME,),
        form=(Press("^I have an interest: Felt"),),
    ),
    "gate": Answer(
        (Type("^Which condition", "K4"),),
        (Type("^Which condition", ": who?"), Press("^Say it")),
        first=(NAME,),
        form=(Press("^I object: Felt"),),
    ),
    "resolution": Answer((NAME,), (Press("^Yes"),)),
    "interview": Answer(
        (Type("^What they say", "The road is"),),
        (Type("^What they say", " mud"), Press("^5.2"), Press("^hinders"), Press("^Keep, next")),
        first=(
            Press("^. New interview"),
            Press("^Who is asked", key="ArrowDown", role="combobox"),
            Press("^I have read", key="Space", role="checkbox"),
            Press("^Begin"),
        ),
    ),
    "reading": Answer((), (Press("^Surprises me: Roads"),)),
    "matrix": Answer((Press("^.2"),), (Press("^many"),)),
    "plan": Answer(
        (Type("^What is done", "Call"),),
        (Type("^What is done", " partners"), Type("^Who", "Bat"), Press("^Write it down")),
        form=(Press("^Add a line$"),),
    ),
    "commit": Answer(
        (Type("^I will", "call"),),
        (Type("^I will", " partners"), Type("^Your name", "Bat"), Press("^I promise")),
        form=(Press("^I will …$"),),
    ),
    "fund": Answer((Press("Winter cellar"),), (Press("Felt workshop"),)),
    "evaluation": Answer(
        (Type("^Reached", "10 pairs"),),
        (Type("^Reached", " sold", then="Tab"),),
        first=(Press("^Camp cooks", role="summary"), Press("^Fill it in here: Camp")),
        form=(Press("^Camp cooks"),),
        makes=0,
    ),
    "stories": Answer(
        (Type("^In a few words", "The order"), Type("^What changed", "We sell")),
        (
            Type("^What changed", " felt"),
            Type("^Why does it", "Work"),
            Press("^Nothing: it stays", key="Space", role="radio"),
            Press("^Hand it in"),
        ),
        form=(Press("^Write a story"),),
    ),
}


OTHERWISE: dict[str, tuple[str, dict[str, Any], Answer]] = {
    "choice with a reason": (
        "choice",
        {"reasons": True},
        Answer((Choose("Processing"), Type("^Your reason", "It is")), (Type("^Your reason", " near", then="Tab"),)),
    ),
    "what a measure was worth": (
        "evaluation",
        {"part": "worth"},
        Answer(
            (Type("^What helped", "The hall"),),
            (Type("^What helped", " was free", then="Tab"),),
            first=(Press("^Winter cellar", role="summary"), Press("^Fill it in here: Winter")),
            form=(Press("^Winter cellar"),),
            makes=0,
        ),
    ),
}  # kinds whose page is another one by their settings


@pytest.fixture(scope="module")
def room(browser: Browser, running: Server) -> Iterator[Room]:
    made = Room(browser, running, "en")
    yield made
    made.leaves()


DISCONNECTED = "net::ERR_INTERNET_DISCONNECTED"  # what a browser says of itself while it is offline
TALKS = ("discussion", "energiser")  # nobody answers


@contextmanager
def offline(person: Person) -> Iterator[None]:
    person.context.set_offline(True)
    try:
        yield
    finally:
        person.context.set_offline(False)


@pytest.mark.parametrize(
    "kind", [*OTHERWISE, *sorted((k for k in KINDS_OF_ACTIVITY if k not in TALKS), key="sheet".__eq__)]
)
def test_a_kind_is_answered_by_keys_alone_through_a_reload_and_a_dead_spot(room: Room, kind: str) -> None:
    step, question = f"keys-{kind.replace(' ', '-')}", f"What of {kind}?"
    assert kind in {**ANSWERS, **OTHERWISE}, f"Nobody knows how “{kind}” is answered by keys: write it into ANSWERS."
    kind, settings, answer = OTHERWISE[kind] if kind in OTHERWISE else (kind, {}, ANSWERS[kind])
    script, typist = room.script, room.phone
    keys, votes = Keyboard(typist), KINDS_OF_ACTIVITY[kind].votes
    room.opens(kind, step, question, settled=True, **settings)
    typist.sees(question)
    assert keys.walks_through(), "nothing to tab to"
    before = room.records()

    keys.does(*answer.first, *answer.form, *answer.half)
    until(lambda: typist.page.get_by_role("button", name="Saved", exact=True).count(), "all to be saved")
    picture = keys.picture()
    typist.page.reload()
    typist.sees(question)
    keys.does(*answer.form)
    until(lambda: keys.picture() == picture, "a reload to lose no part of the answer")

    with offline(typist):
        keys.does(*answer.rest)
        assert keys.picture() != picture
    expect(typist.button("Saved")).to_be_visible(timeout=30_000)
    script.reaches(script.version)
    until(lambda: len(room.records() - before) == answer.makes * (not votes), "what was written, once")
    typist.is_not_wider_than_the_screen()
    typist.page.evaluate("scrollTo(0, document.body.scrollHeight)")  # the bar at the foot lies over nothing there
    assert violations(typist.page) == []
    assert [said for said in typist.complaints if DISCONNECTED not in said] == []
    room.ends(step)
    assert not votes or script.all("activity")[step]["result"]["cast"] == 1
