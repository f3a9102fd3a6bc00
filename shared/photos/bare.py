"""Have a picture made small and bare by a process of its own (child.py)."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.domain.changes import Refused

from .child import NO_PICTURE, TOO_LARGE

_CHILD = Path(__file__).with_name("child.py")
_PATIENCE = 20  # seconds
_HEAD = struct.calcsize(">II")
_AT_ONCE = threading.BoundedSemaphore(2)  # each may take as much memory as child.py allows; the others wait their turn


@dataclass(frozen=True)
class Bare:
    jpeg: bytes
    width: int  # dots
    height: int


def bare(content: bytes, small: bool = False) -> Bare:
    """Make a JPEG of at most 1600 dots (``small``: 1000) of a picture, or refuse it with the reason."""
    made = _ask(content, *(["small"] if small else []))
    width, height = struct.unpack(">II", made[:_HEAD])
    return Bare(made[_HEAD:], width, height)


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Give the size of a JPEG that can be read, or refuse it."""
    width, height = struct.unpack(">II", _ask(jpeg, "check")[:_HEAD])
    return width, height


def _ask(content: bytes, *how: str) -> bytes:
    try:
        with _AT_ONCE:
            done = subprocess.run(
                [sys.executable, "-I", str(_CHILD), *how],
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
                env={},
            )
    except subprocess.TimeoutExpired as late:
        raise Refused("too_large", "photo_too_many_dots") from late
    if done.returncode == 0:
        return done.stdout
    known = {NO_PICTURE: ("invalid", "photo_not_read"), TOO_LARGE: ("too_large", "photo_too_many_dots")}
    # A process that was stopped by its limits has taken more than any picture needs.
    raise Refused(*known.get(done.returncode, ("too_large", "photo_too_many_dots")))


def look_at(photos: Iterable[Mapping[str, Any]]) -> None:
    """Refuse photos that came in a file and that no program could show; each in a process of its own."""
    for photo in photos:
        try:
            fits = size_of(b64decode(photo["jpeg"])) == (photo["width"], photo["height"])
        except Refused:
            fits = False
        if not fits:
            raise Refused("invalid", "photo_in_file")
