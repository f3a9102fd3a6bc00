"""The console offers the steps of a reveal that the rules allow, kind by kind."""

from __future__ import annotations

import re
from pathlib import Path

from shared.domain.activities import KINDS_OF_ACTIVITY

SOURCE = (Path(__file__).parents[2] / "shared" / "web" / "front" / "results" / "vote.ts").read_text("utf-8")


def test_the_steps_are_those_of_the_rules():
    table = re.search(r"const STEPS[^{]*{(.*?)^};", SOURCE, re.M | re.S)
    assert table
    listed = {kind: tuple(re.findall(r'"(\w+)"', steps)) for kind, steps in re.findall(r"(\w+): \[(.*?)\]", table[1])}
    for kind in KINDS_OF_ACTIVITY.values():
        if kind.votes:
            assert listed.get(kind.name, ("turnout",)) == kind.reveals, kind.name
