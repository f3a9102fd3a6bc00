"""What a workshop consists of: plain data, the same names in code, tables and on the wire.

Every record has an ``id`` that its maker chose and the id of its ``workshop``. Fields named after another
kind (``activity``, ``cluster``, ``source`` ...) hold the id of such a record. Times are milliseconds since 1970 (UTC).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any


class Sector(StrEnum):
    """The three sectors of LED; chambers, associations, NGOs and banks are semi-public."""

    PRIVATE = "private"
    PUBLIC = "public"
    SEMI_PUBLIC = "semi-public"


class Phase(StrEnum):
    """How far an activity has come; a kind may leave some out."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    CONFIRMED = "confirmed"


class CardState(StrEnum):
    SHOWN = "shown"
    WAITING = "waiting"  # for the facilitator's approval
    HIDDEN = "hidden"  # put aside by the facilitator, told to its author


@dataclass(frozen=True)
class Workshop:
    id: str
    workshop: str  # its own id, so that every record answers to the same question
    code: str
    title: str
    region: str
    template: str
    language: str
    languages: list[str]
    date: str  # ISO day, in the place's own calendar
    place: str = ""
    host: str = ""
    facilitators: str = ""
    begins: str = ""  # time of day, HH:MM, as the agenda plans it; "": not said
    ends: str = ""  # by when the room must be empty; "": not said
    expected: int = 0  # people; 0: not said
    capacity: int = 300
    asks: dict[str, str] = field(default_factory=lambda: {"name": "no", "organisation": "no"})  # no | may | must
    # Who was there without a phone of their own, and who was invited: people by way of taking part and sector.
    attendance: dict[str, dict[str, int]] = field(default_factory=dict)
    wifi: dict[str, str] = field(default_factory=lambda: {"name": "", "password": ""})
    now: str | None = None  # the running activity; None in the lobby
    locked: bool = False
    paused: bool = False
    wall: dict[str, Any] = field(
        default_factory=lambda: {
            "covered": False,
            "shows": "step",  # step | join | spotlight | handout
            "cluster": None,  # what the spotlight is on
            "measure": None,  # which measure hangs, where a step shows one at a time; None: all by turns
            "theme": "day",  # day | evening
            "letters": "m",  # s | m | l
        }
    )
    handout: str = ""  # the key in its address while it is given out
    handout_minutes: int = 0  # the saved version of the minutes that whoever has this key may read; 0: none
    timer: dict[str, Any] | None = None  # {"seconds", "ends_at"} running, {"seconds", "left"} (seconds) paused
    started_at: int | None = None
    ended_at: int | None = None


@dataclass(frozen=True)
class Activity:
    kind: str  # "brainstorm", "cluster", "dots", "discussion": a name in shared.domain.activities
    id: str
    workshop: str
    title: str
    question: str
    position: int
    minutes: int
    phase: str = Phase.DRAFT
    settings: dict[str, Any] = field(default_factory=dict)
    source: str | None = None  # takes its input from this activity; None: from the one before that made it
    options: list[str] = field(default_factory=list)  # ids up for vote, fixed when the vote opens
    result: dict[str, Any] | None = None  # frozen when it closes
    started_at: int | None = None
    ended_at: int | None = None
    translations: dict[str, dict[str, str]] = field(default_factory=dict)  # of title and question, by language
    revealed: str = ""  # how much of a vote's result is told: a step of showing.py
    agreed_because: str = ""  # why a result without its quorum was agreed on all the same
    seed: int = 0  # the number of the lot, drawn by the server when a vote closes; leaves the server for nobody
    lots: list[dict[str, Any]] = field(default_factory=list)  # drawn: {"place", "number", "order", "at"}
    guide: str = ""  # how to lead it: "<template>.<step>" under guides., or "" where its kind's guide must do
    hidden: list[str] = field(default_factory=list)  # what people wrote into papers and nobody is shown, folded


@dataclass(frozen=True)
class Cluster:
    id: str
    workshop: str
    activity: str
    title: str
    position: float
    short: str = ""  # at most 16 characters, for phones and the wall
    pictogram: str = ""
    aside: bool = False
    sorted_by: dict[str, Any] = field(default_factory=dict)  # how many people, and their agreement, where they made it


@dataclass(frozen=True)
class Card:
    id: str
    workshop: str
    activity: str
    text: str
    position: float
    author: str | None = None  # a seat; leaves the server for nobody
    sector: str | None = None
    channel: str = "phone"  # phone | console
    cluster: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
    state: str = CardState.SHOWN
    pinned: bool = False
    merged_into: str | None = None
    unlike: list[str] = field(default_factory=list)  # cards that look alike and were found to say something else
    verdict: dict[str, Any] = field(default_factory=dict)  # what the room made of it, by shared/voting/judging.py
    story: dict[str, Any] = field(default_factory=dict)  # what a story tells beyond its title, by stories.py


@dataclass(frozen=True)
class Measure:
    id: str
    workshop: str
    title: str
    cluster: str | None
    position: float
    champion: str = ""
    sheet: dict[str, Any] = field(default_factory=dict)  # its sketch, by the fields of measures.py
    author: str | None = None  # the seat that fills the sketch in; leaves the server for nobody
    indicators: list[dict[str, str]] = field(
        default_factory=list
    )  # what is to be reached: id, name, unit, base, target
    reached: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # by line of the plan: value, proof, remark, state, word
    checks: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # by time (Te, T6, T12, T24): answers, verdict, who, when
    origin: dict[str, str] = field(default_factory=dict)  # the workshop that it was taken over from
    parked: str = ""  # why the room has set it aside; "" while it stands
    budget: list[dict[str, str]] = field(default_factory=list)  # its plan's lines of money: id, item, planned, payer


@dataclass(frozen=True)
class Pledge:
    """Who does what by when with what: a line of the action plan, or what somebody promises before all."""

    id: str
    workshop: str
    activity: str
    what: str
    position: float
    measure: str | None = None  # None: about no single measure
    who: str = ""
    due: str = ""  # ISO day
    means: str = ""  # time, room, money, goods
    champion: bool = False  # stands up for the whole measure
    former: str = ""  # the kind of step in which it was said, where it was taken over from another workshop
    author: str | None = None  # a seat; leaves the server for nobody


@dataclass(frozen=True)
class Finding:
    """What the analysis found about one to three location factors: an advantage (+) or an obstacle (-)."""

    id: str  # a card's own, where the finding came from one
    workshop: str
    factors: list[str]  # codes of factors.py
    sign: str  # + | -
    statement: str
    position: float
    quote: str = ""  # somebody's own words, without a name
    source_kind: str = "observation"
    source_ref: str = ""  # which interview, which statistics; the team's only
    sector: str | None = None
    line_of_work: str = ""
    place: str = ""
    rating: int | None = None  # -3 to +3
    date: str = ""  # ISO day
    details: dict[str, str] = field(default_factory=dict)  # by the fields of findings.py
    confidential: bool = False
    shown: bool = False  # to wall and phones
    marks: int = 0  # how many it surprised
    card: str | None = None  # the card that became this finding
    origin: dict[str, str] = field(default_factory=dict)  # the workshop that it was taken over from


@dataclass(frozen=True)
class Voice:
    """What somebody answers openly and by name: here; an interest in a measure; yes or no to a resolution."""

    id: str
    workshop: str
    activity: str
    who: str
    answer: str  # one of its kind's
    position: float
    measure: str | None = None  # None: not about a single measure
    sector: str = ""
    word: str = ""  # the reason, the kind of interest
    author: str | None = None  # a seat; leaves the server for nobody


@dataclass(frozen=True)
class Mark:
    """A finding that surprised somebody."""

    id: str
    workshop: str
    activity: str
    finding: str
    author: str | None = None  # a seat; leaves the server for nobody


@dataclass(frozen=True)
class Amendment:
    """What a room has settled about one factor beside its rating by vote."""

    id: str
    workshop: str
    activity: str
    factor: str
    rating: int | None = None  # the corrected one
    reason: str = ""
    reach: str = ""  # L | R | N; "" where it is what is usual


@dataclass(frozen=True)
class Interview:
    """What one person or office told an interviewer; who it was stays with the team."""

    id: str
    workshop: str
    activity: str
    number: int  # by which the team and its findings name it
    group: str  # who is asked: one of specimen.py
    position: float
    consent: str = ""  # the line as it was read out and agreed to
    line_of_work: str = ""
    place: str = ""
    date: str = ""  # ISO day
    note: str = ""  # for whoever asked; leaves the server for nobody else
    answers: list[dict[str, Any]] = field(default_factory=list)  # points, by the fields of interviews.py
    author: str | None = None  # a seat; leaves the server for nobody


@dataclass(frozen=True)
class Note:
    id: str
    workshop: str
    type: str  # note | decision | task | advocacy | question | summary | private (for facilitators only)
    text: str
    position: float
    activity: str | None = None
    who: str = ""  # does the task, carries the matter
    due: str = ""
    office: str = ""  # that an advocacy item has to reach
    reasons: str = ""  # of a decision
    dissent: str = ""  # from a decision


@dataclass(frozen=True)
class Seat:
    id: str
    workshop: str
    number: int
    sector: str  # "" where a script joined without telling; people always tap one
    language: str
    name: str = ""
    organisation: str = ""
    named: bool = False  # may stand in the minutes by name
    removed: bool = False
    joined_at: int = 0


Record = (
    Workshop
    | Activity
    | Cluster
    | Card
    | Measure
    | Pledge
    | Voice
    | Finding
    | Mark
    | Amendment
    | Interview
    | Note
    | Seat
)
KINDS: dict[str, type[Any]] = {
    "workshop": Workshop,
    "activity": Activity,
    "cluster": Cluster,
    "card": Card,
    "measure": Measure,
    "pledge": Pledge,
    "finding": Finding,
    "voice": Voice,
    "mark": Mark,
    "amendment": Amendment,
    "interview": Interview,
    "note": Note,
    "seat": Seat,
}


def kind_of(record: Record | type[Any]) -> str:
    """Name the map that a record stands in; an activity's own ``kind`` field says what it does instead."""
    cls = record if isinstance(record, type) else type(record)
    return cls.__name__.lower()


def to_dict(record: Record) -> dict[str, Any]:
    """Give a record's fields; the values are the record's own and are not to be changed."""
    return dict(vars(record))


def from_dict(kind: str, data: dict[str, Any]) -> Any:
    """Build a record from its own dictionary; names that a later version added or dropped fall away."""
    cls = KINDS[kind]
    known = _KNOWN[kind]
    return cls(**{name: value for name, value in data.items() if name in known})


_KNOWN = {kind: frozenset(f.name for f in fields(cls)) for kind, cls in KINDS.items()}
