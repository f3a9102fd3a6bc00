"""Stories of change: written at tables, turned together, one picked; and what may be told of them."""

from __future__ import annotations

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.vote import options_of
from shared.domain.changes import Actor
from shared.domain.records import Activity, Card
from shared.domain.visibility import view
from tests.domain.room import Room

WORDS = {
    "title": "Milk in winter",
    "what": "We sell all year",
    "whom": "12 herders",
    "why": "Children eat",
    "consent": "public",
}


@pytest.fixture
def telling(room: Room) -> Room:
    room.does("activity.add", activity="s", kind="stories", title="Stories")
    room.does("activity.open", activity="s")
    return room


def seat(room: Room) -> Actor:
    return Actor("seat", room.joins().id)


def writes(room: Room, by: Actor | None = None, card: str = "c", **change: object) -> None:
    args = {"activity": "s", "card": card, **WORDS, **change}
    room.does("story.write", args, **({"by": by} if by else {}))


def turned(room: Room) -> None:
    room.does("activity.close", activity="s")
    room.does("activity.reveal", activity="s")


def test_a_story_is_written_and_written_anew_as_a_whole(telling):
    aya = seat(telling)
    writes(telling, aya)
    writes(telling, aya, why="Schools stay open", whom="")
    card = telling.card("c")
    assert (card.text, card.story["why"], card.story["whom"]) == ("Milk in winter", "Schools stay open", "")


@pytest.mark.parametrize("name", ["title", "what", "why"])
def test_a_story_has_a_title_a_change_and_a_reason(telling, refused, name):
    with refused("invalid", "text_empty"):
        writes(telling, seat(telling), **{name: " "})


def test_consent_is_one_of_three(telling, refused):
    with refused("invalid", "argument_wrong"):
        writes(telling, seat(telling), consent="perhaps")


def test_a_table_writes_so_many_and_others_cannot_change_them(telling, refused):
    aya, bat = seat(telling), seat(telling)
    writes(telling, aya)
    with refused("limit", "stories_all_written"):
        writes(telling, aya, card="d")
    with refused("not_found", "gone_card"):
        writes(telling, bat)
    writes(telling, card="f")  # the facilitator, for a table without a phone
    telling.does("card.withdraw", {"card": "c"}, by=aya)
    assert telling.board.get(Card, "c") is None


def test_plain_cards_are_not_taken_for_stories(telling, refused):
    with refused("invalid", "takes_no_cards"):
        telling.does("card.add", {"activity": "s", "card": "c", "text": "Trees"}, by=seat(telling))
    writes(telling, card="d")
    with refused("invalid", "takes_no_cards"):
        telling.does("card.reword", card="d", text="x" * 500)
    with refused("invalid", "no_stories"):
        telling.does("story.write", {"activity": telling.obstacles.id, "card": "e", **WORDS})


def test_nobody_reads_a_story_before_all_are_turned(telling):
    writes(telling, seat(telling))
    step = telling.board.get(Activity, "s")
    assert view(telling.card("c"), step, "room") is None and view(telling.card("c"), step, "wall") is None
    turned(telling)
    assert view(telling.card("c"), telling.board.get(Activity, "s"), "room")["story"]["why"] == "Children eat"


def test_the_room_picks_one_only_and_hands_are_kept(telling, refused):
    writes(telling, card="c")
    writes(telling, card="d", title="Road")
    with refused("phase_closed", "turn_the_cards_first"):
        telling.does("story.pick", card="c", picked=True)
    turned(telling)
    telling.does("story.pick", card="c", picked=True, hands=14)
    telling.does("story.pick", card="d", picked=True)
    assert (telling.card("c").pinned, telling.card("d").pinned) == (False, True)
    assert telling.card("c").story["hands"] == 14


def test_a_later_vote_is_about_the_stories_that_may_be_told(telling, refused):
    writes(telling, card="c")
    writes(telling, card="d", title="Road", consent="internal")
    writes(telling, card="e", title="Debt", consent="none")
    telling.does("activity.add", activity="v", kind="choice", title="Which?")
    vote = telling.board.get(Activity, "v")
    with refused("phase_closed", "turn_the_cards_first"):
        telling.does("activity.open", activity="v")
    turned(telling)
    assert [option.title for option in options_of(telling.board, vote)] == ["Milk in winter", "Road"]
    telling.does("activity.open", activity="v")
    with refused("phase_closed", "voted_on"):
        writes(telling, card="c", consent="none")
    with refused("phase_closed", "voted_on"):
        writes(telling, card="c", title="Another")
    writes(telling, card="c", why="Better words")


def test_the_kind_makes_cards_for_later_steps():
    assert KINDS_OF_ACTIVITY["stories"].makes == "cards"
