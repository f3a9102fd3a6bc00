"""Word cloud: everybody answers one question with a few words; hidden from all until the reveal."""

from __future__ import annotations

from typing import Any

from shared.voting import cloud as counting

from ..changes import Board, Refused
from ..records import Activity, Workshop
from ..said import folded
from ..text import line
from . import poll, vote
from .base import Kind, whole

WORD_LENGTH = 25  # characters
MOST_WORDS = 10


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> list[str]:
    """Refuse what is no list of a few short words; the same word twice is one."""
    if not isinstance(paper, list) or not all(isinstance(word, str) for word in paper):
        raise Refused("invalid", "paper_wrong")
    most = activity.settings["words"]
    if len(paper) > most:
        raise Refused("limit", "paper_words", most=most)
    words = [line(word, WORD_LENGTH, least=1) for word in paper]
    return list({folded(word): word for word in words if folded(word)}.values())


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    result = counting.count([paper for paper, _ in vote.ballots_of(board, activity)], folded)
    return {"result": {**result, **vote.frame(board, activity)}}


WORDCLOUD = Kind(
    name="wordcloud",
    phases=vote.PHASES,
    settings={"words": 3},
    allowed={"words": whole(1, MOST_WORDS)},
    group="collect",
    votes=True,
    writes=True,
    opened=poll.opened,
    closed=_closed,
    check_paper=_check_paper,
)
