"""Taking over from an earlier workshop of the same region: measures, or what interviews gave."""

from __future__ import annotations

from typing import Any

from shared.desk import Answer, Desk
from shared.domain.carrying import carried
from shared.domain.carrying_interviews import heard
from shared.domain.changes import Actor, Refused
from shared.domain.records import Record, Workshop
from shared.store import workshops
from shared.store.keys import new_id


def former_of(desk: Desk, workshop: Workshop) -> list[tuple[Workshop, int]]:
    """List the workshops whose measures this one may take over, with how many they have."""
    with desk.store.read() as connection:
        found = workshops.with_measures(connection, workshop.region)
    return [(former, n) for former, n in found if former.id != workshop.id]


def take_over(desk: Desk, workshop: Workshop, former: Workshop, actor: Actor, command: str) -> Answer:
    """Take over the measures of a workshop; refused where it is of another region, or the same one.

    ``actor`` is told as who did it. The same ``command`` id is done once.
    """
    records = _of_the_region(desk, workshop, former)
    # Ids by origin, so that the same command sent again is the same command.
    fresh = iter(range(10**6))
    args = carried(records, lambda: f"{command[:24]}-{next(fresh)}")
    return desk.perform(workshop.id, _taking(actor), command, "measure.carry", args)


def bring(desk: Desk, workshop: Workshop, actor: Actor, taken: dict[str, Any]) -> Answer:
    """Take measures of the register along into a workshop that was made for them."""
    return desk.perform(workshop.id, _taking(actor), new_id(), "measure.carry", taken)


def hear(desk: Desk, workshop: Workshop, former: Workshop, actor: Actor, command: str) -> Answer:
    """Take over what the interviews of a workshop gave, as evidence; refused as ``take_over`` is."""
    args = heard(_of_the_region(desk, workshop, former))
    return desk.perform(workshop.id, _taking(actor), command, "finding.carry", args)


def _of_the_region(desk: Desk, workshop: Workshop, former: Workshop) -> list[Record]:
    if former.region != workshop.region:
        raise Refused("not_allowed", "another_region")
    if former.id == workshop.id:
        raise Refused("invalid", "carried_already")
    return list(desk.store.records(former.id)[1])


def _taking(actor: Actor) -> Actor:
    return Actor("system", actor.id, actor.name, actor.language)
