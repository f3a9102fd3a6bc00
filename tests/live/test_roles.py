"""Who leads at the consoles' sockets: the same table as on pages, asked anew with each message."""

from __future__ import annotations

import json

import pytest

from shared.domain.rules import RULES
from tests.harness.server import Server
from tests.people import Console, Workshop, new_id


def console_of(running: Server, role: str, region: str, workshop: str) -> Console:
    """Somebody of a role who belongs to a region, connected, before they follow a workshop."""
    email = f"{new_id()}@example.org"
    running.run("user", "add", email, "--name", role, "--role", role, "--region", region, "--json")
    token = json.loads(running.run("user", "token", email, "--json"))["token"]
    console = Console(running.url, token, workshop)
    super(Console, console).connects()
    return console


@pytest.mark.parametrize(("role", "region"), [("viewer", "Region"), ("manager", "Zavkhan"), ("facilitator", "Zavkhan")])
def test_who_may_not_lead_a_workshop_follows_and_commands_nothing(
    running: Server, workshop: Workshop, role: str, region: str
) -> None:
    console = console_of(running, role, region, workshop.id)
    before = workshop.console().version
    there, nowhere = (console.says("follow", {"workshop": id}) for id in (workshop.id, new_id()))
    assert there == nowhere
    assert there["code"] == "not_found"
    for verb in sorted(RULES):
        assert console.command(verb)["code"] == "not_joined", verb
    assert console.version == -1, "a picture came"
    assert workshop.console().version == before
    console.leaves()


@pytest.mark.parametrize("role", ["manager", "facilitator"])
def test_who_belongs_to_the_region_leads(running: Server, workshop: Workshop, role: str) -> None:
    console = console_of(running, role, "Region", workshop.id)
    assert console.says("follow", {"workshop": workshop.id})["ok"]
    assert console.command("room.lock", locked=True)["ok"]
    console.leaves()
