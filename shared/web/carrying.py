"""Taking measures over from an earlier workshop of the same region: for pages, scripts and the command line alike."""

from __future__ import annotations

from shared.desk import Answer, Desk
from shared.domain.carrying import carried
from shared.domain.changes import Actor, Refused
from shared.domain.records import Workshop
from shared.store import workshops


def former_of(desk: Desk, workshop: Workshop) -> list[tuple[Workshop, int]]:
    """List the workshops whose measures this one may take over, with how many they have."""
    with desk.store.read() as connection:
        found = workshops.with_measures(connection, workshop.region)
    return [(former, n) for former, n in found if former.id != workshop.id]


def take_over(desk: Desk, workshop: Workshop, former: Workshop, actor: Actor, command: str) -> Answer:
    """Take over the measures of a workshop; refused where it is of another region, or the same one.

    ``actor`` is told as who did it. The same ``command`` id is done once.
    """
    if former.region != workshop.region:
        raise Refused("not_allowed", "another_region")
    if former.id == workshop.id:
        raise Refused("invalid", "carried_already")
    _, records = desk.store.records(former.id)
    taking = Actor("system", actor.id, actor.name, actor.language)
    # Ids by origin, so that the same command sent again is the same command.
    fresh = iter(range(10**6))
    args = carried(records, lambda: f"{command[:24]}-{next(fresh)}")
    return desk.perform(workshop.id, taking, command, "measure.carry", args)
