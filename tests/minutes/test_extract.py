"""The extract of minutes tells what was found and decided, and nobody's name, in every language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from shared.domain.records import Measure, Pledge, Seat, Workshop
from shared.minutes.as_html import page
from shared.minutes.extract import Extract, names_of
from shared.web.language import Speech, languages
from tests.minutes.kinds import every_kind
from tests.minutes.records import Desk
from tests.minutes.test_golden import day

CANARIES = ("Canaria", "Zeisig", "Finkova", "Drossel", "Lerchner", "Amselin", "Stieglitz", "9911")


def told(desk: Desk, more: tuple[str, ...] = (), language: str = "en") -> tuple[str, Extract]:
    data = json.loads(json.dumps(desk.minutes().data))  # as the store gives it back
    extract = Extract(data, names_of(data, desk.records, more), Speech(language))
    return page(extract.document()), extract


@pytest.fixture
def named() -> Desk:
    """A day on which people are named wherever people are named."""
    desk = day("en")
    desk.workshop(facilitators="Canaria Volk, Anna Zeisig")
    desk.seat("private", name="Finkova Maria", named=True, organisation="Felt Ltd")
    desk.seat("public", name="Drossel", named=False)
    desk.records.append(Measure("m3", "w", "Loom of Lerchner", None, 3.0, champion="Otto Lerchner"))
    desk.records.append(Pledge("p3", "w", "a1", "Buy yarn", 3.0, who="Amselin Eva"))
    desk.note("summary", "**Canaria** led the day\n- Wool is sold raw\n\n[Roads](http://example.org) are bad")
    desk.note("decision", "Finkova buys the loom", reasons="", dissent="")
    desk.note("decision", "Roads are mended", reasons="Drossel said so", dissent="One: too dear")
    desk.note("decision", "Call 9911 2233", reasons="", dissent="")
    desk.note("task", "Ask Amselin for yarn", who="Zeisig")
    desk.note("task", "Mend the bridge", who="Zeisig", due="2026-12-04")
    desk.note("question", "What does Stieglitz want?")
    return desk


def test_no_name_stands_in_it_and_the_rest_does(named: Desk):
    html, extract = told(named, ("Stieglitz Ulla",))
    for canary in CANARIES:
        assert canary.casefold() not in html.casefold(), canary
    for word in ("Wool is sold raw", "Roads are bad", "Roads are mended", "One: too dear", "Mend the bridge"):
        assert word in html, word
    for word in (
        "Felt workshop",
        "Loans and roads go on",
        "Who owns the well?",
        "15 people took part",
        "Culture house",
    ):
        assert word in html, word
    assert "http" not in html.replace("http://www.w3.org", "")
    assert {"Finkova buys the loom", "Drossel said so", "Call 9911 2233", "Loom of Lerchner"} <= set(extract.left_out)


def test_cards_attendance_and_who_stands_for_what_are_never_in_it(named: Desk):
    html, _ = told(named)
    for word in (
        "Banks want property",
        "No collateral",
        "Dorj",
        "Buy a loom · Dorj",
        "Railway",
        "Later",
        "Two came late",
    ):
        assert word not in html, word
    assert "Loans" in html, "the group stands, its cards do not"


@pytest.mark.parametrize("language", languages())
def test_it_speaks_the_language_of_the_page_for_every_kind(language: str):
    for desk in (day(language), every_kind(language)):
        html, _ = told(desk, language=language)
        assert f'lang="{language}"' in html
        assert not re.search(r"\b(?:public|minutes|common)\.[a-z_]", html), "a key without words"
        people: list[Any] = [r.name for r in desk.records if isinstance(r, Seat) and r.name]
        people += [r.champion for r in desk.records if isinstance(r, Measure) and r.champion]
        for name in people:
            assert name not in html, name


def test_a_title_that_names_somebody_is_not_told():
    desk = day("en")
    desk.records = [replace(r, title="Day of Canaria") if isinstance(r, Workshop) else r for r in desk.records]
    html, extract = told(desk, ("Canaria Volk",))
    assert "Canaria" not in html and "an extract without names" in html
    assert "Day of Canaria" in extract.left_out


def test_what_older_minutes_do_not_tell_is_left_out():
    data: dict[str, Any] = {"workshop": {"title": "Old day", "region": "Altan-Ovoo", "date": ""}}
    assert "Old day" in page(Extract(data, names_of(data, []), Speech("en")).document())
