"""Groups from everybody's own sorting in the minutes: how many people, how far they agreed, and nobody's piles."""

from __future__ import annotations

from shared.minutes.as_markdown import markdown
from tests.minutes.records import Desk


def test_a_group_tells_of_the_people_whose_sorting_it_comes_from():
    desk = Desk()
    writing = desk.step("brainstorm")
    sorting = desk.step("cluster", "confirmed", source=writing.id, settings={"hands": "own"})
    roads = desk.cluster(sorting, "Roads", sorted_by={"people": 7, "agreement": "2/3"})
    desk.cluster(sorting, "Energy")
    desk.card(writing, "Bad roads", cluster=roads.id)
    text = markdown(desk.minutes())
    assert "Sorted by everybody by themselves" in text
    assert text.count("own sorting of 7 people; agreement 67 %.") == 1
    assert "own sorting" not in text.split("Energy")[1]
