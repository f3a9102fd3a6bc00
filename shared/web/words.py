"""Words that a live surface fetches once its first page stands; their address changes with what they say."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from flask import Blueprint, Response, abort

from . import language
from .packing import pack_this

FIRST_WORDS = {  # in the page itself
    "phone": (
        "common.",
        "phone.",
        *(f"{kind}.phone." for kind in ("brainstorm", "cluster", "discussion", "dots", "vote")),
    ),  # refusals come from the server in words
    "console": ("common.", "console.", "refused.", "verbs.", "*.console.", "*.words."),
    "prepare": ("common.", "prepare.", "console.", "verbs."),
    "wall": ("common.", "wall.", "*.wall.", "*.words."),
}
LATER_WORDS = {"phone": ("*.phone.", "*.words.")}

later = Blueprint("words", __name__)


def first(surface: str, spoken: str) -> dict[str, str]:
    """Give the words that the page of a surface brings along."""
    return language.messages(spoken, FIRST_WORDS[surface])


def address(surface: str, spoken: str) -> str | None:
    """Name where a surface finds its other words; None where the page brings them all."""
    return f"/static/words/{surface}/{spoken}-{_later(surface, spoken)[1]}.json" if surface in LATER_WORDS else None


@later.get("/static/words/<surface>/<name>")
def others(surface: str, name: str) -> Response:
    """Send the words that a surface fetches after its page."""
    spoken, _, digest = name.removesuffix(".json").partition("-")
    if surface not in LATER_WORDS or spoken not in language.languages():
        abort(404)
    text, now = _later(surface, spoken)
    # An older page's address: newer words are better than none, but nobody is to keep them under it.
    kept = "public, max-age=31536000, immutable" if digest == now else "no-store"
    pack_this()
    return Response(text, mimetype="application/json", headers={"Cache-Control": kept})


@cache
def _later(surface: str, spoken: str) -> tuple[str, str]:
    here = first(surface, spoken)
    words = {k: text for k, text in language.messages(spoken, LATER_WORDS[surface]).items() if k not in here}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest()[:12]
