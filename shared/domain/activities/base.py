"""What a kind of activity is: its phases, its settings, what it takes and makes. A kind is one file beside this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..changes import Board, Change, Edit, Paper, Refused
from ..records import Activity, Phase, Workshop
from ..text import line

Setting = Callable[[Any], bool]
GROUPS = ("collect", "sort", "vote", "decide", "plan", "talk")


def _nothing(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return {}


def _no_edits(board: Board, activity: Activity) -> Sequence[Edit]:
    return ()


def _shown(activity: Activity) -> bool:
    return True


def _untimed(activity: Activity) -> int:
    return 0


def _kept(settings: Mapping[str, Any]) -> None:
    return None


@dataclass(frozen=True)
class Named:
    """What people may answer openly and by name, each seat once: in all, or about each measure."""

    answers: tuple[str, ...]
    about_measure: bool = False
    reasoned: tuple[str, ...] = ()  # answers that need a word


@dataclass(frozen=True)
class Kind:
    """One kind of activity. ``phases`` are walked one by one; what is left at its default the kind has no part in."""

    name: str
    phases: tuple[Phase, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)  # the defaults
    allowed: Mapping[str, Setting] = field(default_factory=dict)  # what each setting may be
    agree: Callable[[Mapping[str, Any]], None] = _kept  # refuses settings that do not go together
    makes: str | None = None  # "cards" | "clusters": what a later activity may take from it
    takes: tuple[str, ...] = ()  # what it takes from an earlier one, best first
    group: str = ""  # the heading under which a new step finds it, one of GROUPS; "": by what it does
    votes: bool = False  # takes ballots
    writes: bool = False  # lets people write into their papers
    reveals: tuple[str, ...] = ("turnout",)  # steps of showing.py by which a vote may be shown, before all of it
    figure: str = ""  # the field of a result's item that its place follows from, where it is one figure
    lot: bool = False  # its lot is drawn when it opens, before anybody votes
    again: bool = False  # may have a second round: the same vote once more
    joins: bool = False  # after the reveal one option may be said to be the same as another
    pledges: bool = False  # takes pledges
    named: Named | None = None  # takes answers by name
    sketches: bool = False  # lets phones sketch measures
    evaluates: bool = False  # tells what became of measures
    stories: bool = False  # its cards are stories
    interviews: bool = False  # takes what people were asked
    seconds: Callable[[Activity], int] = _untimed  # that its clock runs from its opening on; 0: none by itself
    cards_shown: Callable[[Activity], bool] = _shown  # to the wall and the phones
    clusters_shown: Callable[[Activity], bool] = _shown
    opening: Callable[[Board, Activity], Sequence[Edit]] = _no_edits  # what opening does to other records
    closing: Callable[[Board, Activity], Sequence[Edit]] = _no_edits  # what closing does to other records
    opened: Callable[[Board, Workshop, Activity], dict[str, Any]] = _nothing  # fields fixed when it opens
    closed: Callable[[Board, Workshop, Activity], dict[str, Any]] = _nothing  # fields frozen when it closes
    suggested: Callable[[Board, Workshop, Activity], dict[str, Any]] = (
        _nothing  # numbers that fit the room and the agenda
    )
    check_paper: Callable[[Board, Activity, str, Any], Any] | None = None  # (board, activity, seat, paper) -> paper
    judged: Callable[[Board, Activity, Any, Any], list[Change]] | None = (
        None  # (.., before, after): what a paper changes
    )
    filled: Callable[[Activity, Any], bool] | None = None  # says whether a paper answers all that is asked

    @property
    def heading(self) -> str:
        """Name the group of the kinds that it stands among where somebody chooses one."""
        makes = {"cards": "collect", "clusters": "sort"}.get(self.makes or "", "")
        return self.group or makes or ("vote" if self.votes else "plan" if self.pledges or self.sketches else "talk")

    def after(self, phase: str) -> Phase | None:
        """Name the phase that follows, None after the last."""
        at = self.phases.index(Phase(phase))
        return self.phases[at + 1] if at + 1 < len(self.phases) else None

    def complete(self, given: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Lay ``given`` settings over ``base`` (None: the defaults), or refuse one that is not known or not right."""
        for name, value in given.items():
            if name not in self.allowed:
                raise Refused("invalid", "setting_unknown", name=name[:40])
            if not self.allowed[name](value):
                raise Refused("invalid", "setting_wrong", name=name)
        settings = {**self.settings, **(base or {}), **given}
        self.agree(settings)
        return settings


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int

    def __call__(self, value: Any) -> bool:
        return type(value) is int and self.least <= value <= self.most


def whole(least: int, most: int) -> Whole:
    return Whole(least, most)


def flag(value: Any) -> bool:
    return isinstance(value, bool)


@dataclass(frozen=True)
class OneOf:
    """A choice of words."""

    values: tuple[str, ...]

    def __call__(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.values


def one_of(*values: str) -> OneOf:
    return OneOf(values)


@dataclass(frozen=True)
class Texts:
    """A list of up to ``most`` different lines of 1 to ``characters`` characters each."""

    most: int
    characters: int

    def __call__(self, value: Any) -> bool:
        return (
            isinstance(value, list)
            and len(value) <= self.most
            and all(isinstance(text, str) and text and text == _line(text, self.characters) for text in value)
            and len(set(value)) == len(value)
        )


@dataclass(frozen=True)
class Tags:
    """Up to ``most`` names, each with two to ``words`` different words to choose from: {"Kind": ["obstacle", "idea"]}.

    A name in ``taken`` means something else already. Names and words have 1 to ``characters`` characters; none holds
    what parts them where people write them in a line: a colon, a comma.
    """

    most: int
    words: int
    characters: int
    taken: tuple[str, ...] = ()

    def __call__(self, value: Any) -> bool:
        return (
            isinstance(value, dict)
            and len(value) <= self.most
            and not any(name in self.taken for name in value)
            and all(self._fits(name) and self._offers(words) for name, words in value.items())
        )

    def _offers(self, words: Any) -> bool:
        return (
            isinstance(words, list)
            and 2 <= len(words) <= self.words
            and all(self._fits(word) for word in words)
            and len(set(words)) == len(words)
        )

    def _fits(self, word: Any) -> bool:
        tidy = isinstance(word, str) and bool(word) and word == _line(word, self.characters)
        return tidy and not any(sign in word for sign in ":,،")


@dataclass(frozen=True)
class Wholes:
    """A list of at most (or ``exactly``) ``length`` whole numbers from 0 to ``most``."""

    length: int
    most: int
    exactly: bool = False

    def __call__(self, value: Any) -> bool:
        fits = whole(0, self.most)
        if not isinstance(value, list) or len(value) > self.length or (self.exactly and len(value) < self.length):
            return False
        return all(fits(n) for n in value)


@dataclass(frozen=True)
class Code:
    """A code of three capital letters, such as a currency's."""

    def __call__(self, value: Any) -> bool:
        return isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()


@dataclass(frozen=True)
class Line:
    """One line of up to ``characters`` characters, or none."""

    characters: int

    def __call__(self, value: Any) -> bool:
        return isinstance(value, str) and value == _line(value, self.characters)


@dataclass(frozen=True)
class Figure:
    """A number written with up to ``digits`` decimals after a point, or nothing."""

    digits: int

    def __call__(self, value: Any) -> bool:
        return isinstance(value, str) and bool(
            re.fullmatch(rf"(-?\d{{1,12}}(\.\d{{1,{self.digits}}})?)?", value, re.ASCII)
        )


def _line(text: str, characters: int) -> str | None:
    try:
        return line(text, characters)
    except Refused:
        return None


__all__ = ["Code", "Figure", "Kind", "Line", "OneOf", "Paper", "Texts", "Whole", "Wholes", "flag", "one_of", "whole"]
