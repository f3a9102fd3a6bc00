"""Who may do what, and where: the one table that pages, sockets and exports ask. ``docs/permissions.md`` tells it."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """Where a role may do something."""

    ALL = "all"  # in every region
    OWN = "own"  # in the regions that a person belongs to
    RELEASED = "released"  # in these, and only what was released
    NOWHERE = "nowhere"


ROLES = ("administrator", "manager", "facilitator", "viewer")
_ALL, _OWN, _RELEASED, _NOWHERE = Scope.ALL, Scope.OWN, Scope.RELEASED, Scope.NOWHERE
MAY: dict[str, dict[str, Scope]] = {  # by what is done, for each role in the order above
    act: dict(zip(ROLES, scopes, strict=True))
    for act, scopes in {
        "people": (_ALL, _NOWHERE, _NOWHERE, _NOWHERE),  # accounts, roles and regions
        "run": (_ALL, _OWN, _OWN, _NOWHERE),  # workshops: prepare, lead, write the minutes
        "read": (_ALL, _ALL, _OWN, _RELEASED),  # workshops and their minutes
        "drafts": (_ALL, _ALL, _OWN, _NOWHERE),  # the same, before anything was released, and all data
        "office": (_ALL, _ALL, _OWN, _NOWHERE),  # the register of measures: applications, checks, decisions, money
        "money": (_ALL, _ALL, _NOWHERE, _NOWHERE),  # the fund's givers, calls and envelopes
        "merge": (_ALL, _ALL, _NOWHERE, _NOWHERE),  # files of regions that come to the umbrella
        "freeze": (_ALL, _ALL, _NOWHERE, _NOWHERE),  # quarters of the programme
        "training": (_ALL, _ALL, _NOWHERE, _NOWHERE),  # how far everybody has come in learning to lead
        "results": (_ALL, _ALL, _OWN, _RELEASED),  # what the register tells
    }.items()
}


def scope(role: str, act: str) -> Scope:
    """Say where a role may do ``act``; an unknown role may nothing. KeyError for an act that there is not."""
    return MAY[act].get(role, Scope.NOWHERE)
