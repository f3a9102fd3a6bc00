"""The states of a measure: which may follow which, who moves it there, and where a reason must be told."""

from __future__ import annotations

CHAMPION, OFFICE, COMMITTEE = "champion", "office", "committee"

# state: what may follow
FOLLOWS: dict[str, tuple[str, ...]] = {
    "idea": ("outlined", "cancelled"),
    "outlined": ("drafting", "idea", "cancelled"),
    "drafting": ("submitted", "cancelled"),
    "submitted": ("in_check",),
    "in_check": ("returned", "in_rating", "rejected"),
    "returned": ("submitted", "rejected"),
    "in_rating": ("selected", "reserve", "rejected"),
    "rejected": ("idea",),
    "selected": ("contracted", "cancelled"),
    "reserve": ("selected", "rejected"),
    "contracted": ("running", "cancelled"),
    "running": ("on_hold", "completed", "cancelled"),
    "on_hold": ("running", "cancelled"),
    "completed": ("evaluated",),
    "evaluated": ("follow_up",),
    "follow_up": ("closed",),
    "closed": (),
    "cancelled": ("idea",),
}
STATES = tuple(FOLLOWS)

# who brings a measure into a state; the office acts for all, in their name and by its own
BY: dict[str, tuple[str, ...]] = {
    "idea": (OFFICE,),
    "outlined": (OFFICE,),
    "drafting": (CHAMPION, OFFICE),
    "submitted": (CHAMPION, OFFICE),
    "in_check": (OFFICE,),
    "returned": (OFFICE,),
    "in_rating": (OFFICE,),
    "rejected": (OFFICE, COMMITTEE),
    "selected": (COMMITTEE,),
    "reserve": (COMMITTEE,),
    "contracted": (OFFICE,),
    "running": (CHAMPION, OFFICE),
    "on_hold": (OFFICE,),
    "completed": (CHAMPION, OFFICE),
    "evaluated": (OFFICE,),
    "follow_up": (OFFICE,),
    "closed": (OFFICE,),
    "cancelled": (CHAMPION, COMMITTEE),
}
REASONED = frozenset({"returned", "rejected", "reserve", "on_hold", "cancelled"})
APPLYING = frozenset({"drafting", "returned"})  # in which a champion writes the application
WRITABLE = frozenset({"idea", "outlined", *APPLYING})  # in which the office may
STAGES: dict[str, tuple[str, ...]] = {  # states in a few words, for boards and charts
    "planned": ("idea", "outlined", "drafting"),
    "decided_on": ("submitted", "in_check", "returned", "in_rating", "reserve"),
    "going": ("selected", "contracted", "running", "on_hold"),
    "done": ("completed", "evaluated", "follow_up", "closed"),
    "dropped": ("rejected", "cancelled"),
}
STARTED = frozenset({"contracted", "running", "on_hold", *STAGES["done"]})  # the fund has bound itself
CHECKED = STARTED - {"closed"}  # whose checks are waited for, once they have ended


def may_follow(state: str, party: str) -> list[str]:
    """List the states into which somebody may bring a measure; the office stands in for champion and committee."""
    return [then for then in FOLLOWS[state] if party in BY[then] or party == OFFICE]
