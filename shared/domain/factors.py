"""The location factors that a region is judged by: 46 in nine groups. Their names stand in the catalogue.

A hard factor can be put in numbers, a soft one is judged by people. The reach says who could usually change it.
"""

from __future__ import annotations

from dataclasses import dataclass

REACHES = ("L", "R", "N")  # local within 12 months | region, 1-3 years | nation or longer


@dataclass(frozen=True)
class Factor:
    code: str
    hard: bool
    reach: str
    core: bool

    @property
    def group(self) -> str:
        return self.code.split(".")[0]


_CORE, _LISTED = (
    "*",
    {
        "1": "HR* HR HR* HN HL*",  # place and resources
        "2": "HN* HR* HR* HR HL* HN",  # infrastructure
        "3": "HR* HL* HL* HL* HR",  # labour and skills
        "4": "HR* HN HR* HN",  # finance
        "5": "HR HL* HL* HR HL* HL",  # markets and firms
        "6": "HL* HR SR HR* SL* SR",  # administration and rules
        "7": "SL* SL SL* SL* SL",  # support and cooperation
        "8": "SL* SR SR SR SL",  # image and quality of life
        "9": "SL* SL SL SL",  # social climate
    },
)

FACTORS: dict[str, Factor] = {
    f"{group}.{n}": Factor(f"{group}.{n}", marks[0] == "H", marks[1], _CORE in marks)
    for group, listed in _LISTED.items()
    for n, marks in enumerate(listed.split(), start=1)
}
GROUPS = tuple(_LISTED)
CORE = tuple(code for code, factor in FACTORS.items() if factor.core)
