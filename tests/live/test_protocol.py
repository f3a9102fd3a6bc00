"""docs/protocol.md tells the whole protocol: verbs and arguments, refusals, records, events, limits."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from shared.domain.refusals import CODES
from shared.domain.rules import RULES
from shared.domain.visibility import _SEEN
from shared.live import guard, limits, presence

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
ROWS = [[c.strip() for c in re.split(r"(?<!\\)\|", row)[1:-1]] for row in TOLD.splitlines() if row.startswith("| ")]


def row(name: str) -> list[str]:
    found = [cells for cells in ROWS if cells[0] == f"`{name}`"]
    assert len(found) == 1, f"{name} stands {len(found)} times in a table's first column"
    return found[0]


@pytest.mark.parametrize("verb", sorted(RULES))
def test_every_verb_is_told_with_its_arguments_and_who_may(verb):
    _, arguments, who, _ = row(verb)
    told = [argument.split("\\|")[0] for argument in arguments.split(", ") if argument]
    command = fields(RULES[verb].command)
    free = {f.name for f in command if f.default is not MISSING or f.default_factory is not MISSING}
    taken = [f.name.rstrip("_") + ("?" if f.name in free else "") for f in command]
    assert sorted(told) == sorted(taken)
    by_seat = bool(re.search(r"\bS\b|author|as `card.move`", who))
    assert by_seat == ("seat" in RULES[verb].who)
    assert ("facilitator" in RULES[verb].who) == bool(re.search(r"\bF\b|as `card.move`", who))


def test_no_verb_is_told_that_there_is_not():
    verbs = {cells[0].strip("`") for cells in ROWS if re.fullmatch(r"`(\w+\.\w+|undo)`", cells[0])}
    assert verbs == set(RULES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_refusal_is_told(code):
    assert len(row(code)) == 3


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in _SEEN}))
def test_every_field_is_told_to_the_audience_that_gets_it(kind):
    cells = [set() if cell in ("", "-") else set(cell.split(", ")) for cell in row(kind)[1:]]
    got: set[str] = {"result"} if kind == "activity" else set()
    for audience, told in zip(("room", "wall", "console"), cells, strict=True):
        now = set(_SEEN[kind, audience] or ()) | (got if kind == "activity" else set())
        assert told == (now if kind == "activity" and audience == "room" else now - got), audience
        got |= now


def test_every_event_and_goodbye_that_the_code_says_is_told():
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "shared" / "live").glob("*.py"))
    source += (ROOT / "facilitator" / "socket.py").read_text(encoding="utf-8")
    for event in ("snapshot", "changes", "mine", "tally", "presence", "signals", "heartbeat", "goodbye"):
        assert f'"{event}"' in source and row(event)
    for code in ("removed", "moved", "revoked", "crowded", "restarting"):
        assert f'"{code}"' in source and f"`{code}` (" in TOLD


def test_the_limits_are_those_of_the_code():
    rates = limits.Rates()
    seat, cards, person = rates.seat, rates.cards, rates.facilitator
    for said in (
        f"{guard.MOST_MESSAGE // 1024} KB",
        f"at most {guard.MOST_DEPTH} deep",
        f"{seat[0]} messages a second, {seat[1]} at once",
        f"{cards[1]} cards at once, then one in {1 / cards[0]:.0f} s",
        f"{person[0]} a second, {person[1]} at once",
        f"More than {limits._MOST_REFUSED} refusals",
    ):
        assert said in " ".join(TOLD.split()), said
    assert presence.MOST_SOCKETS == 3 and "Three connections a seat" in TOLD
    assert {"command", "ballot", "sync", "follow"} <= set(re.findall(r"`(\w+) \{", TOLD))
