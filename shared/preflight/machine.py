"""The machine itself: built pages, room on the disk, how many phones, the clock, and that it stays awake."""

from __future__ import annotations

import os
import shutil
import sys
import time
from datetime import datetime
from pathlib import Path

from .finding import Finding, State

MB = 1024 * 1024
LEAST_FREE, GOOD_FREE = 100 * MB, 1024 * MB  # bytes; a day with photographs of the walls takes some 100 MB
FILES_A_PHONE = 2  # descriptors that each connection costs
OWN_FILES = 128
ROOM = 300  # phones that a room may have
SLACK = 120_000  # ms by which clocks may differ without anybody noticing
_BUILT = Path(__file__).parents[1] / "web/static/built/surfaces.json"


def front_end() -> Finding:
    if _BUILT.exists():
        return Finding("pages", State.GOOD, "The pages are built.")
    return Finding("pages", State.BAD, "The pages are not built. Start once with python3 wsgi.py while online.")


def disk(data: Path) -> Finding:
    free = shutil.disk_usage(data).free
    told = f"{free // MB:,} MB are free where the data are kept"
    if free < LEAST_FREE:
        return Finding("disk", State.BAD, f"{told}. Make room first: nothing more can be saved soon.")
    if free < GOOD_FREE:
        return Finding("disk", State.CARE, f"{told}. Make room before a day with photographs.")
    return Finding("disk", State.GOOD, f"{told}.")


def clock(last_change: int | None) -> Finding:
    """Compare this machine's time with the latest change that the data tell of (ms since 1970)."""
    now = time.time() * 1000
    told = f"It is {datetime.now().astimezone():%Y-%m-%d %H:%M (UTC%z)} on this machine"
    if last_change is not None and last_change > now + SLACK:
        behind = f"{datetime.fromtimestamp(last_change / 1000):%Y-%m-%d %H:%M}"
        return Finding("clock", State.CARE, f"{told}, but the data tell of {behind}. Set the clock before you start.")
    return Finding("clock", State.GOOD, f"{told}. The minutes print this clock: is it right?")


def capacity() -> Finding:
    """Say how many phones the limit on open files lets in; where there is none, processors alone are told."""
    cores = f"{os.cpu_count() or 1} processor cores"
    files = _most_files()
    phones = ROOM if files is None else max(0, (files - OWN_FILES) // FILES_A_PHONE)
    if phones < ROOM:
        words = f"The system lets {phones} phones in at once. For more, raise its limit on open files ({files})."
        return Finding("capacity", State.CARE if phones >= 30 else State.BAD, words)
    if (os.cpu_count() or 1) < 2:
        return Finding("capacity", State.CARE, f"{cores}: close other programs while a large room votes.")
    return Finding("capacity", State.GOOD, f"{cores}, and room for {ROOM} phones and more.")


def sleep() -> Finding:
    return Finding("sleep", State.HINT, "Plug the laptop in and switch sleep and the screen saver off for the day.")


def _most_files() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if most == resource.RLIM_INFINITY else most
