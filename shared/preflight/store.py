"""The data: can the database be opened, is it whole, is it of this version, when was it last changed."""

from __future__ import annotations

from collections.abc import Iterator

from shared.store import soundness
from shared.store.schema import WrongSchema

from .finding import Finding, State


def database(url: str) -> Iterator[Finding]:
    try:
        known = soundness.look(url)
    except WrongSchema as problem:
        yield Finding("database", State.BAD, str(problem))
        return
    if known.damage:
        words = f"The database is damaged ({known.damage}). Put a copy of the data folder aside before anything else."
        yield Finding("database", State.BAD, words)
    elif known.version is None:
        yield Finding("database", State.GOOD, "There are no data yet; the first start makes the database.")
    elif not known.newest:
        yield Finding(
            "database", State.CARE, "The data are of an earlier version; the next start brings them up to date."
        )
    else:
        yield Finding("database", State.GOOD, f"The database is whole: {known.workshops} workshops.")


def last_change(url: str) -> int | None:
    """Give the time of the latest change (ms since 1970); None where there is none, or none can be read."""
    try:
        return soundness.look(url).last_change
    except WrongSchema:
        return None
