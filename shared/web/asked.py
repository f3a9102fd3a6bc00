"""Numbers that stand in an address: whatever somebody writes there is a number that can be counted with, or none."""

from __future__ import annotations

from flask import request

_MOST_DIGITS = 9


def number_of(text: str) -> int | None:
    """Read a whole number from nought on; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def asked_number(name: str) -> int | None:
    return number_of(request.args.get(name, ""))
