"""Hide what somebody wrote into a paper, before or after the reveal. Nothing is lost: it may be shown again."""

from __future__ import annotations

from dataclasses import dataclass

from .activities import KINDS_OF_ACTIVITY
from .changes import Change, Refused, edit
from .records import Activity
from .registry import Asked, rule
from .said import REMARK, folded
from .shape import Id
from .text import block

MOST_HIDDEN = 200


@dataclass(frozen=True)
class OneAnswer:
    activity: Id
    text: str


@rule("answer.hide", OneAnswer)
def hide(asked: Asked, command: OneAnswer) -> Change:
    """Keep a text, however it is spelt in capitals and spaces, off all screens and out of the minutes.

    Before the reveal nobody knows what was written, so that a text may be hidden that nobody wrote.
    """
    activity, text = _found(asked, command)
    hidden = sorted({*activity.hidden, folded(text)})
    if len(hidden) > MOST_HIDDEN:
        raise Refused("limit", "answers_hidden_full", most=MOST_HIDDEN)
    return Change("answer.hidden", (edit(activity, hidden=hidden),), text)


@rule("answer.restore", OneAnswer)
def restore(asked: Asked, command: OneAnswer) -> Change:
    activity, text = _found(asked, command)
    if folded(text) not in activity.hidden:
        raise Refused("conflict", "answer_not_hidden")
    hidden = [one for one in activity.hidden if one != folded(text)]
    return Change("answer.restored", (edit(activity, hidden=hidden),), text)


def _found(asked: Asked, command: OneAnswer) -> tuple[Activity, str]:
    activity = asked.one(Activity, command.activity)
    if not KINDS_OF_ACTIVITY[activity.kind].writes:
        raise Refused("invalid", "answers_without_words")
    text = block(command.text, REMARK, least=1)
    if not folded(text):
        raise Refused("invalid", "text_empty", least=1)
    return activity, text
