"""A clone: a workshop planned like another, without anything that happened in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .outline import outline_of, planned
from .records import Activity, Measure, Record, Workshop

_CARRIED = ("languages", "place", "host", "facilitators", "expected", "capacity", "asks", "wifi")


def cloned(
    records: Sequence[Record],
    *,
    id: str,
    code: str,
    title: str,
    date: str,
    new_id: Callable[[], str],
    measures: bool = False,
) -> list[Record]:
    """Plan a workshop like another: agenda, settings, languages, texts; of what happened at most the measures."""
    old = next(record for record in records if isinstance(record, Workshop))
    outline = outline_of(old, [record for record in records if isinstance(record, Activity)])
    workshop, *steps = planned(
        outline,
        id=id,
        code=code,
        title=title,
        region=old.region,
        language=old.language,
        date=date,
        new_id=new_id,
    )
    assert isinstance(workshop, Workshop)
    looks = {name: old.wall[name] for name in ("theme", "letters")}
    like = replace(workshop, wall={**workshop.wall, **looks}, **{name: getattr(old, name) for name in _CARRIED})
    kept = [record for record in records if isinstance(record, Measure)] if measures else []
    carried = [
        replace(measure, id=new_id(), workshop=id, cluster=None, author=None, reached={}, checks={}) for measure in kept
    ]
    return [like, *steps, *carried]
