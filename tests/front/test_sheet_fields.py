"""The front end asks for the fields of a measure's sheet that the rules know, with the same limits."""

from __future__ import annotations

import re
from pathlib import Path

from shared.domain.measures import SHEET_NUMBERS, SHEET_TEXTS

SOURCE = (Path(__file__).parents[2] / "shared" / "web" / "front" / "sheet.ts").read_text("utf-8")


def test_the_fields_and_their_limits_are_those_of_the_rules():
    fields = re.findall(r'\{ name: "([\w-]+)", (characters|most): ([\de]+) \}', SOURCE)
    assert {name: int(float(n)) for name, what, n in fields if what == "characters"} == SHEET_TEXTS
    assert {name: int(float(n)) for name, what, n in fields if what == "most"} == SHEET_NUMBERS
