"""The specimen guide of an interview: 23 questions, for whom each is and which location factors it is about.

Their words stand in the catalogue, interview.words.<key>, so that every interviewer reads them in a language of their
own. Those without factors are for the team: whom else to ask, who gets things done.
"""

from __future__ import annotations

from typing import Any

from .records import Sector

SECTOR_OF = {  # who may be asked, and of which sector they are
    "firm": Sector.PRIVATE,
    "office": Sector.PUBLIC,
    "chamber": Sector.SEMI_PUBLIC,
    "ngo": Sector.SEMI_PUBLIC,
    "bank": Sector.SEMI_PUBLIC,
    "school": Sector.SEMI_PUBLIC,
    "other": Sector.SEMI_PUBLIC,
}
ASKED = ("all", *SECTOR_OF)  # for whom a question may be; "other": for everybody of the semi-public sector

_LISTED = (
    ("firm", "5.1 5.2"),  # what is made and sold, to whom
    ("firm", "3.1"),
    ("firm", "1.1 1.3 1.5 8.1"),
    ("firm", "2.1 5.2 5.5"),
    ("firm", "5.3 5.5"),
    ("firm", "3.2 3.4"),
    ("firm", "1.4 2.2 2.5"),
    ("firm", "4.1 4.2"),
    ("firm", "6.1 6.3 6.4"),
    ("firm", "7.3 9.2"),
    ("firm", "7.1"),
    ("office", "6.5 7.4"),
    ("office", "6.1 6.2 6.4 6.5"),
    ("office", "2.5 4.3"),
    ("office", "6.1 6.2 6.3"),
    ("office", "3.1 9.3 9.4"),
    ("bank", "3.3 4.1 4.2"),
    ("school", "3.4"),
    ("ngo", "7.5 9.2"),
    ("chamber", "7.1"),
    ("all", ""),
    ("all", ""),
    ("all", ""),
)
SPECIMEN: dict[str, dict[str, Any]] = {
    f"q{n}": {"key": f"q{n}", "text": "", "asks": asks, "factors": factors.split()}
    for n, (asks, factors) in enumerate(_LISTED, start=1)
}
