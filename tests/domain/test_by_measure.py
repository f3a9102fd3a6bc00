"""Cards that belong to measures: the choices are the workshop's measures as they are."""

from __future__ import annotations

import pytest

from tests.domain.room import Room


@pytest.fixture
def looking_back(room: Room) -> Room:
    settings = {"by_measure": True, "tags": {"kind": ["planned", "unplanned"]}}
    room.does("activity.add", activity="b", kind="brainstorm", title="Looking back", settings=settings)
    room.does("activity.open", activity="b")
    room.does("measure.adopt", measure="m", title="Craft centre")
    return room


def test_a_card_belongs_to_a_measure_and_may_be_unplanned(looking_back):
    bat = looking_back.joins()
    tags = {"measure": "m", "kind": "unplanned"}
    looking_back.does("card.add", {"activity": "b", "card": "c", "text": "Tourists", "tags": tags}, by=bat)
    assert looking_back.card("c").tags == tags


@pytest.mark.parametrize("tags", [{"measure": "x"}, {"measure": ""}, {"kind": "wild"}])
def test_a_measure_that_is_not_there_is_no_tag(looking_back, refused, tags):
    with refused("invalid", "tag_unknown"):
        looking_back.does("card.add", activity="b", card="c", text="Tourists", tags=tags)


def test_other_steps_take_no_measures(looking_back, refused):
    looking_back.does("activity.open", activity=looking_back.obstacles.id)
    with refused("invalid", "tag_unknown"):
        looking_back.does("card.add", activity=looking_back.obstacles.id, card="c", text="x", tags={"measure": "m"})


def test_no_word_list_may_be_called_measure(looking_back, refused):
    with refused("invalid", "setting_wrong"):
        looking_back.does("activity.edit", activity="b", settings={"tags": {"measure": ["a", "b"]}})


def test_a_template_offers_its_words_in_the_language_of_the_workshop():
    said = Room("led-evaluation").step("brainstorm").settings["tags"]
    assert said == {"tags.category": ["tags.planned", "tags.unplanned"]}
