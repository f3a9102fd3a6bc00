"""Take over a matrix with its findings, or what interviews gave, of the same region: copies that name their origin."""

from __future__ import annotations

from typing import Any

from flask import abort

from shared.domain.activities.vote import carried
from shared.domain.changes import Actor, Refused
from shared.domain.findings import for_others
from shared.domain.records import Activity, Amendment, Finding, Phase, Workshop, to_dict
from shared.store import workshops
from shared.store.keys import new_id
from shared.web.carrying import hear
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house

from .pages import person


def offered(workshop: Workshop, kind: str = "matrix") -> list[tuple[str, str]]:
    """List the steps of a kind that this person may take over here, as ("workshop/step", what it is called)."""
    own = house().identity.workshops(person())
    others = {w.id: w for w in own if w.region == workshop.region and w.id != workshop.id}
    with house().store.read() as connection:
        found = workshops.agreed_steps(connection, kind, others)
    found.sort(key=lambda one: others[one[0]].date, reverse=True)
    return [(f"{id}/{step}", f"{others[id].title}, {others[id].date}") for id, step in found]


def rounds(workshop: Workshop) -> list[tuple[str, str]]:
    """List the workshops whose closed rounds of interviews this person may take over here, each once."""
    return list({one.partition("/")[0]: name for one, name in offered(workshop, "interview")}.items())


def take_findings(workshop: Workshop, source: str, command: str) -> int:
    """Take over what the interviews of a workshop gave; answers with how many findings came."""
    answer = hear(house().desk, workshop, own_workshop(person(), source), actor_of(person()), command)
    return int(answer.data["findings"])


def steps_for_it(records: list[Any]) -> list[tuple[str, str]]:
    """List the steps that can take a matrix in."""
    drafts = [r for r in records if isinstance(r, Activity) and r.kind == "matrix" and r.phase == Phase.DRAFT]
    return [(step.id, step.title) for step in sorted(drafts, key=lambda step: step.position)]


def take_over(workshop: Workshop, chosen: str, into: str) -> None:
    """Take over one of the offered matrices into a step, with what was settled beside it and all findings."""
    id, _, step = chosen.partition("/")
    source = own_workshop(person(), id)
    if source.region != workshop.region or source.id == workshop.id:
        raise Refused("not_allowed", "carry_other_region")
    _, records = board_of(source.id)
    matrix = next((r for r in records if isinstance(r, Activity) and r.id == step), None) or abort(404)
    if matrix.kind != "matrix" or matrix.phase != Phase.CONFIRMED:
        raise Refused("invalid", "carry_nothing")
    origin = {"workshop": source.id, "title": source.title, "date": source.date}
    beside = [r for r in records if isinstance(r, Amendment) and r.activity == matrix.id]
    args = {
        "activity": into,
        "source": to_dict(matrix),
        "amendments": [{**to_dict(one), "id": new_id()} for one in beside],
        "findings": [to_dict(for_others(r)) for r in records if isinstance(r, Finding)],
        "origin": matrix.settings["origin"] if carried(matrix) else origin,
    }
    server = Actor("system", person().id, person().name, person().language)
    house().desk.perform(workshop.id, server, new_id(), "matrix.carry", args)
