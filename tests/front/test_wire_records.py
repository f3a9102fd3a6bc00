"""The front end's types of records and acts name what the server sends: no field less, and none that never comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain import visibility
from shared.live import follow

SOURCE = (Path(__file__).parents[2] / "shared" / "web" / "front" / "records.ts").read_text("utf-8")
LATER = {"activity": {"result", "lots"}}  # comes once it may be seen


def fields_of(interface: str) -> set[str]:
    """Name the fields that stand in an interface, not in an object within it."""
    body = re.search(rf"^export interface {interface} (?:extends \w+ )?{{\n(.*?)^}}", SOURCE, re.M | re.S)
    assert body, f"there is no {interface}"
    return set(re.findall(r"^  (\w+)\??:", body[1], re.M))


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in visibility._SEEN}))
def test_a_record_has_the_fields_that_some_audience_gets(kind):
    sent = {name for a in visibility.AUDIENCES for name in visibility._SEEN[kind, a] or ()}
    assert fields_of(kind.capitalize()) == sent | LATER.get(kind, set())


def test_an_act_of_the_history_has_all_that_consoles_are_told():
    act = dict.fromkeys(["version", "verb", "subject", "actor_name", "actor_role", "at", "undoes", "reason"])
    assert fields_of("Act") == set(follow._told(act))
