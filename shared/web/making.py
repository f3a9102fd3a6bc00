"""Making a workshop, from a template or like another one: for the pages, the command line and the demo alike."""

from __future__ import annotations

from typing import Any

from shared.desk import Desk
from shared.domain.agenda import plan
from shared.domain.changes import Refused
from shared.domain.clone import cloned
from shared.domain.outline import from_data, planned
from shared.domain.records import Workshop
from shared.store import templates, workshops
from shared.store.keys import new_id

from .language import words

OWN = "own:"  # before the id of an own template


def make_workshop(desk: Desk, *, template: str, title: str, region: str, language: str, date: str) -> Workshop:
    """Plan a workshop in a region (its id) and store it; refused where template, title or date will not do.

    ``template`` is the name of one of the program's own, or "own:" and the id of one that somebody keeps.
    """
    told: dict[str, Any] = {"title": title, "region": region, "language": language, "date": date, **_fresh(desk)}
    if not template.startswith(OWN):
        records = plan(template, words=lambda key: words(language, f"templates.{key}"), **told)
        return desk.create(records)
    with desk.store.read() as connection:
        kept = templates.by_id(connection, template.removeprefix(OWN))
    if kept is None:
        raise Refused("not_found", "gone_template")
    return desk.create(planned(from_data(kept.outline), **told))


def clone_workshop(desk: Desk, workshop: str, *, title: str, date: str, measures: bool = False) -> Workshop:
    """Plan a workshop like another (its id) and store it; without cards, ballots, seats, results, notes."""
    _, records = desk.store.records(workshop)
    return desk.create(cloned(records, title=title, date=date, measures=measures, **_fresh(desk)))


def _fresh(desk: Desk) -> dict[str, Any]:
    with desk.store.read() as connection:
        code = workshops.fresh_code(connection)
    return {"id": new_id(), "code": code, "new_id": new_id}
