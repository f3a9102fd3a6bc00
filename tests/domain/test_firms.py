"""Lists of firms: by registration number, whatever a firm is called; without one by name and region."""

from __future__ import annotations

import pytest

from shared.domain.changes import Refused
from shared.domain.register.firms import firms


def test_a_number_makes_a_firm_however_it_is_written_and_wherever_it_is():
    told = firms("Felt House; 51-234 56\nFelt house Ltd\t5123456\nДом войлока، ٥١٢٣٤٥٦", "north")
    assert (len(told.heads), told.lines) == (1, 3)
    assert firms("Other name; 5123456", "south").heads == told.heads


def test_without_a_number_the_name_makes_it_within_its_region():
    told = firms("Felt House\nHOUSE felt;\n\nWool & Co", "north")
    assert (len(told.heads), told.lines) == (2, 3)
    assert not set(firms("Felt House", "south").heads) & set(told.heads)
    assert firms("Felt House; 1", "north").heads[0] not in told.heads


def test_nothing_is_told_of_women_or_youth():
    assert firms("Felt House", "north").parts("2026-01-01") == {}


@pytest.mark.parametrize(
    ("text", "key", "n"),
    [
        ("", "heads_empty", None),
        ("\n \n", "heads_empty", None),
        ("Felt House; 1; more", "firms_line", 1),
        ("Felt House\n ; 5123456", "firms_line", 2),
        ("Name; Registration number\nFelt House; 1", "firms_number", 1),
        ("Felt House; 1\n" * 501, "heads_many", None),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(text: str, key: str, n: int | None):
    with pytest.raises(Refused, match=key) as refused:
        firms(text, "north")
    assert refused.value.params.get("n") == n


def test_a_number_in_a_name_tells_firms_apart():
    assert len(firms("Coop 1\nCoop 2\n24\n77\ncoop-1", "north").heads) == 4
