"""The last changes of each workshop as they were committed here: followers need not read back what was just written."""

from __future__ import annotations

from collections.abc import Sequence

from .log import Logged

MOST = 1000  # changes a workshop


class Recent:
    """Runs of changes without gaps. One thread adds, others read: a list is only ever put in place of another."""

    def __init__(self) -> None:
        self._runs: dict[str, list[Logged]] = {}

    def add(self, workshop: str, changes: Sequence[Logged]) -> None:
        """Take in what was committed; where another process has written in between, the run begins anew."""
        run = self._runs.get(workshop, [])
        if run and run[-1].version + 1 != changes[0].version:
            run = []
        self._runs[workshop] = [*run, *changes][-MOST:]

    def since(self, workshop: str, version: int) -> list[Logged]:
        """Give the changes after a version, oldest first; none where the first of them is not known here."""
        run = self._runs.get(workshop)
        if not run or version < run[0].version - 1:
            return []
        return run[version + 1 - run[0].version :]

    def forget(self, workshop: str) -> None:
        self._runs.pop(workshop, None)
