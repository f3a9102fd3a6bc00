"""Every kind that the rules know has its view on each surface, its minutes and its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.minutes.sections import SECTIONS
from shared.web.language import own_words

ROOT = Path(__file__).parents[2]
SURFACES = {
    "phone": ("participant/front/kinds/index.ts", "participant/front/kinds/later.ts"),
    "console": ("facilitator/front/console/kinds/index.ts",),
    "wall": ("facilitator/front/wall/kinds/index.ts",),
}


@pytest.mark.parametrize("kind", KINDS_OF_ACTIVITY)
def test_a_kind_is_all_there(kind):
    lacking = [
        f"a line `{kind}:` in {files[-1]}"
        for files in SURFACES.values()
        if not any(re.search(rf"^  {kind}: \w+,", (ROOT / file).read_text("utf-8"), re.M) for file in files)
    ]
    if kind not in SECTIONS:
        lacking.append(f"a function `{kind}` in a file of shared/minutes/sections")
    lacking += [
        f"`{key}` in shared/locale/en/pages.json"
        for key in (f"kind_{kind}", f"about_{kind}")
        if f"pages.{key}" not in own_words("en")
    ]
    assert not lacking, f"{kind} lacks " + "; ".join(lacking)
