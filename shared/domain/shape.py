"""From a message's arguments to a command: exactly the fields that its dataclass names, of exactly their types."""

from __future__ import annotations

import re
import types
from dataclasses import MISSING, fields
from functools import cache
from keyword import iskeyword
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from .changes import Refused

Id = NewType("Id", str)
"""An id that its maker chose: 1 to 64 letters, digits, hyphens and underscores."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_MOST_TEXT = 16_000  # characters; each rule has its own, lower limit
_MOST_ITEMS = 1000
_MOST_NUMBER = 2**53


def command_of(command: type[Any], args: Any) -> Any:
    """Build a command, or refuse with the name of the argument that is missing, unknown or of another type."""
    if not isinstance(args, dict):
        raise Refused("invalid", "args_not_a_map")
    hints, needed = _shape(command)  # type: ignore[arg-type]  # a class is hashable, whatever its fields
    for name in args:
        if name not in hints:
            raise Refused("invalid", "argument_unknown", name=str(name)[:40])
    for name in needed:
        if name not in args:
            raise Refused("invalid", "argument_missing", name=name)
    for name, value in args.items():
        if not fits(value, hints[name]):
            raise Refused("invalid", "argument_wrong", name=name)
    return command(**{_field(name): value for name, value in args.items()})


def fits(value: Any, hint: Any) -> bool:
    """Say whether a value is of a type; True is no number, and an endless one is none either."""
    origin = get_origin(hint)
    if origin is Annotated:
        return fits(value, get_args(hint)[0])
    if origin is Union or origin is types.UnionType:
        return any(fits(value, part) for part in get_args(hint))
    if hint is Any:
        return True
    if hint is None or hint is type(None):
        return value is None
    if hint is Id:
        return isinstance(value, str) and _ID.fullmatch(value) is not None
    if hint is str:
        return isinstance(value, str) and len(value) <= _MOST_TEXT
    if hint is int:
        return type(value) is int and abs(value) <= _MOST_NUMBER
    if origin is list:
        return isinstance(value, list) and len(value) <= _MOST_ITEMS and all(fits(v, get_args(hint)[0]) for v in value)
    if origin is dict:
        key, item = get_args(hint)
        return (
            isinstance(value, dict)
            and len(value) <= _MOST_ITEMS
            and all(fits(k, key) and fits(v, item) for k, v in value.items())
        )
    return isinstance(value, hint)


@cache
def _shape(command: type[Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    hints = {name.rstrip("_"): hint for name, hint in get_type_hints(command, include_extras=True).items()}
    needed = tuple(f.name for f in fields(command) if f.default is MISSING and f.default_factory is MISSING)
    return hints, needed


def _field(name: str) -> str:
    """Name the field for an argument that is a word of Python's own, like ``from``."""
    return f"{name}_" if iskeyword(name) else name
