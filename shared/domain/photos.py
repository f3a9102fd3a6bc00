"""Photos of boards, for the photo protocol: how many, how large, and what stands below them."""

from __future__ import annotations

from .changes import Refused
from .text import line

MOST = 40  # of one workshop
MOST_BYTES = 15 * 1024 * 1024  # of one file as it comes from a camera
MOST_KEPT = 2 * 1024 * 1024  # of one photo as it is kept
MOST_CAPTION = 200  # characters
MOST_ACROSS = 1600  # dots of the longer side of a photo as it is kept


def one_more(there: int) -> None:
    """Refuse a photo beyond what a workshop holds."""
    if there >= MOST:
        raise Refused("limit", "photos_full", most=MOST)


def caption_of(typed: str) -> str:
    """Give the words below a photo; they also say what is on it to those who do not see it."""
    return line(typed, MOST_CAPTION, least=1)
