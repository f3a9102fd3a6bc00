"""Check data against a JSON schema, as far as ours use the language: enough to find what a file does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"
_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
KNOWN = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "items", "anyOf"),
    *("additionalProperties", "enum", "const", "pattern", "minimum"),
}


def schema(name: str) -> dict[str, Any]:
    """Read one of the schemas in ``docs``."""
    read: dict[str, Any] = json.loads((DOCS / f"{name}.schema.json").read_text("utf-8"))
    return read


def faults(value: Any, of: dict[str, Any], whole: dict[str, Any] | None = None, at: str = "") -> Iterator[str]:
    """Tell what in a value is not as a schema says, each with its place."""
    whole = of if whole is None else whole
    assert of.keys() <= KNOWN, of.keys() - KNOWN
    if "$ref" in of:
        yield from faults(value, whole["$defs"][of["$ref"].removeprefix("#/$defs/")], whole, at)
    if "anyOf" in of and all(list(faults(value, one, whole, at)) for one in of["anyOf"]):
        yield f"{at}: fits none of {len(of['anyOf'])}"
    if "const" in of and value != of["const"]:
        yield f"{at}: is not {of['const']!r}"
    if "enum" in of and value not in of["enum"]:
        yield f"{at}: {value!r} is none of {of['enum']}"
    if "type" in of:
        right = isinstance(value, _TYPES[of["type"]]) and (of["type"] == "boolean" or not isinstance(value, bool))
        if not right:
            yield f"{at}: {value!r} is no {of['type']}"
            return
    if isinstance(value, str) and not re.search(of.get("pattern", ""), value):
        yield f"{at}: {value!r} does not look like {of['pattern']}"
    if isinstance(value, int) and value < of.get("minimum", value):
        yield f"{at}: {value} is too small"
    if isinstance(value, list) and "items" in of:
        for n, one in enumerate(value):
            yield from faults(one, of["items"], whole, f"{at}[{n}]")
    if isinstance(value, dict):
        known = of.get("properties", {})
        yield from (f"{at}: has no {name}" for name in of.get("required", ()) if name not in value)
        for name, one in value.items():
            if name in known:
                yield from faults(one, known[name], whole, f"{at}.{name}")
            elif (others := of.get("additionalProperties", True)) is False:
                yield f"{at}: {name} is unknown"
            elif others is not True:
                yield from faults(one, others, whole, f"{at}.{name}")
