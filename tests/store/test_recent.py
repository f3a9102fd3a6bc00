"""What was just committed is told without reading it back, and only where nothing is missing."""

from __future__ import annotations

import secrets

from shared.store.log import Logged
from shared.store.recent import MOST, Recent
from tests.store.house import House


def changes(*versions: int) -> list[Logged]:
    return [Logged(n, "card.added", "", "", 0, None, "seat", "s", "", ()) for n in versions]


def told(recent: Recent, version: int) -> list[int]:
    return [entry.version for entry in recent.since("w", version)]


def test_changes_are_told_from_a_version_on() -> None:
    recent = Recent()
    recent.add("w", changes(4, 5))
    recent.add("w", changes(6))
    assert told(recent, 3) == [4, 5, 6]
    assert told(recent, 5) == [6]
    assert told(recent, 6) == []


def test_nothing_is_told_where_a_change_before_or_between_is_unknown() -> None:
    recent = Recent()
    assert told(recent, 0) == []
    recent.add("w", changes(4))
    assert told(recent, 2) == []
    recent.add("w", changes(6))  # the fifth was another process's
    assert told(recent, 4) == []
    assert told(recent, 5) == [6]
    recent.forget("w")
    assert told(recent, 5) == []


def test_only_the_last_are_kept() -> None:
    recent = Recent()
    recent.add("w", changes(*range(1, MOST + 3)))
    assert told(recent, 1) == []
    assert told(recent, 2) == list(range(3, MOST + 3))


def test_what_is_told_from_memory_is_what_the_log_holds(house: House) -> None:
    house.opens_the_cards()
    phone = house.joins()
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees", "tags": {}}
    house.desk.perform(house.id, phone.actor, secrets.token_hex(16), "card.add", args)
    from_memory = house.store.changes_since(house.id, 0)
    house.store._recent.forget(house.id)
    assert len(from_memory) >= 3
    assert house.store.changes_since(house.id, 0) == from_memory
    assert house.store.changes_since(house.id, 0, limit=2) == from_memory[:2]
