"""Becoming an LED expert: modules with their questions, a logbook of workshops, and the level that both together give.

Cards and questions stand in the catalogue, ``training.<module>.``; of the answers to question n there the right one is
called ``qn.right``. Nobody types a level in: it is reckoned from passed modules and from what others have confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .changes import Refused
from .records import Workshop

MODULES = ("method", "economy", "facilitation", "interviewing", "projects", "evaluation")
CARDS, QUESTIONS = 5, 4  # of each module
ENOUGH = 3  # right answers with which a module is passed
RIGHT = "right"
_ANSWERS = (RIGHT, "wrong1", "wrong2")

LED, CO_LED, OBSERVED = "led", "co_led", "observed"
PARTS = (LED, CO_LED, OBSERVED)
WAITING, CONFIRMED, DECLINED = "waiting", "confirmed", "declined"

TRAINEE, CO_FACILITATOR, EXPERT, TRAINER = LEVELS = ("trainee", "co_facilitator", "expert", "trainer")
_FIRST = ("method", "facilitation")  # modules that whoever stands before a room must have passed
_TWICE = 2  # workshops observed, led, or watched over


@dataclass(frozen=True)
class Progress:
    """How far a person has come in one module. ``best``: right answers of the best try."""

    module: str
    tries: int = 0
    best: int = 0
    at: int = 0

    @property
    def passed(self) -> bool:
        return self.best >= ENOUGH


@dataclass(frozen=True)
class Line:
    """A line of a logbook: what somebody did in a workshop, and whom they ask to confirm it.

    ``title``, ``day`` and ``region`` are the workshop's as they were, so that the line outlives it.
    """

    id: str
    person: str
    workshop: str
    title: str
    day: str  # ISO
    region: str
    part: str
    confirmer: str  # whoever saw it: the observer of a workshop that was led, the leader of one that was observed
    state: str = WAITING
    at: int = 0


@dataclass(frozen=True)
class Count:
    """One thing that the next level asks for, and how much of it is there."""

    what: str  # modules | observed | led | watched
    have: int
    need: int

    @property
    def done(self) -> bool:
        return self.have >= self.need


def answers(module: str, question: int) -> tuple[str, ...]:
    """Name the answers to a question in the order in which they are offered, the same each time."""
    turn = (MODULES.index(module) + 2 * question) % len(_ANSWERS)
    return _ANSWERS[turn:] + _ANSWERS[:turn]


def marked(module: str, given: Mapping[int, str]) -> int:
    """Count the right answers of a try; every question must be answered."""
    for question in range(1, QUESTIONS + 1):
        if given.get(question) not in answers(module, question):
            raise Refused("invalid", "quiz_unanswered")
    return sum(given[question] == RIGHT for question in range(1, QUESTIONS + 1))


def tried(before: Progress, right: int, at: int) -> Progress:
    """Keep a try: the best one counts, and a quiz can be repeated as often as one likes."""
    return replace(before, tries=before.tries + 1, best=max(before.best, right), at=at)


def entered(line: Line, workshop: Workshop, own: Iterable[Line]) -> Line:
    """Write a line into one's logbook: about a workshop that was held, once, with somebody else to confirm it."""
    if line.part not in PARTS:
        raise Refused("invalid", "form_choice")
    if workshop.started_at is None:
        raise Refused("invalid", "logbook_not_held")
    if line.confirmer == line.person:
        raise Refused("not_allowed", "logbook_self")
    if any(one.workshop == workshop.id for one in own):
        raise Refused("conflict", "logbook_twice")
    return replace(line, title=workshop.title, day=workshop.date, region=workshop.region, state=WAITING)


def answered(line: Line, by: str, yes: bool) -> Line:
    """Confirm a line, or decline it: only who was named may, and once."""
    if by != line.confirmer:
        raise Refused("not_allowed", "logbook_not_yours")
    if line.state != WAITING:
        raise Refused("conflict", "logbook_answered")
    return replace(line, state=CONFIRMED if yes else DECLINED)


def level(person: str, progress: Iterable[Progress], lines: Iterable[Line]) -> tuple[str, list[Count]]:
    """Reckon a person's level, and what the next one asks for; ``lines``: at least all that name the person.

    Co-facilitator: the first modules passed, two workshops observed. Expert: all modules, two workshops led under
    somebody's eyes. Trainer: two workshops led by others watched over. Each workshop counts once.
    """
    passed = {one.module for one in progress if one.passed}
    sure = [line for line in lines if line.state == CONFIRMED]
    observed = len({line.workshop for line in sure if line.person == person and line.part == OBSERVED})
    led = len({line.workshop for line in sure if line.person == person and line.part == LED})
    watched = len({line.workshop for line in sure if line.confirmer == person and line.part == LED})
    steps = (
        [Count("first", len(passed & set(_FIRST)), len(_FIRST)), Count("observed", observed, _TWICE)],
        [Count("modules", len(passed & set(MODULES)), len(MODULES)), Count("led", led, _TWICE)],
        [Count("watched", watched, _TWICE)],
    )
    for place, asked in enumerate(steps):
        if not all(count.done for count in asked):
            return LEVELS[place], asked
    return TRAINER, []
