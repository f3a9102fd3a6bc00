"""Have a workbook or a file of separated values read by a process of its own (child.py)."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from shared.domain.changes import Refused

from .child import NO_TABLE, TOO_LARGE

MOST_BYTES = 4 * 1024 * 1024  # of a file
_CHILD = Path(__file__).with_name("child.py")
_PATIENCE = 30  # seconds
_AT_ONCE = threading.BoundedSemaphore(2)  # each may take as much memory as child.py allows; the others wait their turn


@dataclass(frozen=True)
class Row:
    """A row that is not empty, by its number in the sheet; dates as ISO days, formulas as the text that they are."""

    number: int
    cells: list[str]


def rows(content: bytes, language: str) -> list[Row]:
    """Read the first sheet that has anything in it, or refuse with the reason.

    ``language`` tells the old code page of a file of separated values that is not in Unicode.
    """
    if len(content) > MOST_BYTES:
        raise Refused("too_large", "table_too_large", most=MOST_BYTES // 2**20)
    try:
        with _AT_ONCE:
            done = subprocess.run(
                [sys.executable, "-I", str(_CHILD), language],
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
                env={},
            )
    except subprocess.TimeoutExpired as late:
        raise Refused("too_large", "table_too_much") from late
    if done.returncode == 0:
        return [Row(number, cells) for number, cells in json.loads(done.stdout)]
    # A process that was stopped by its limits has met more than any list needs.
    known = {NO_TABLE: ("invalid", "table_not_read"), TOO_LARGE: ("too_large", "table_too_much")}
    raise Refused(*known.get(done.returncode, ("too_large", "table_too_much")))
