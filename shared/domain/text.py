"""What people write, made safe to keep and to show: one form for all, nothing invisible, nothing that breaks out.

Text stays text: markup, formulas and links mean nothing here. What cannot be shown or stored is dropped, not refused,
for nobody can see what is wrong with it.
"""

from __future__ import annotations

import re
import unicodedata

from .changes import Refused

_MARKS = ("Mn", "Me", "Mc")
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u061c", "\u180e"}
_ISOLATES = {"\u2066", "\u2067", "\u2068"}  # closed by U+2069
_EMBEDDINGS = {"\u202a", "\u202b", "\u202d", "\u202e"}  # closed by U+202C
_MOST_MARKS = 4  # combining marks on one letter; more is a tower, not a language


def line(value: str, most: int, least: int = 0) -> str:
    """Make one line of ``least`` to ``most`` characters; direction marks go, since names stand beside others' words."""
    text = clean(re.sub(r"\s+", " ", value.translate({0x2028: " ", 0x2029: " "})))
    text = "".join(c for c in text if unicodedata.bidirectional(c) not in _BIDI_CONTROLS)
    return _measured(text.strip(), most, least)


def block(value: str, most: int, least: int = 0) -> str:
    """Make a text of several lines of ``least`` to ``most`` characters."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _measured(_balanced(clean(value)).strip(), most, least)


def clean(value: str) -> str:
    """Bring text to NFC without surrogates, control characters, noncharacters and towers of marks."""
    if value.isascii() and value.isprintable():
        return value  # the common case, and nothing below could touch it
    kept, marks = [], 0
    for c in unicodedata.normalize("NFC", value.encode("utf-8", "ignore").decode("utf-8")):
        category = unicodedata.category(c)
        marks = marks + 1 if category in _MARKS else 0
        if marks > _MOST_MARKS or (category in ("Cc", "Cn", "Co") and c not in "\n\t"):
            continue
        kept.append(c)
    return "".join(kept)


def length(text: str) -> int:
    """Count characters as a reader sees them, near enough: marks, joiners and what a joiner adds do not count."""
    n, joined = 0, False
    for c in text:
        mark = unicodedata.category(c) in ("Mn", "Me", "Cf") or 0x1F3FB <= ord(c) <= 0x1F3FF
        n += not (mark or joined)
        joined = c == "\u200d"
    return n


_BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _balanced(text: str) -> str:
    """Close what a direction mark opened, so that it ends with its own text; drop what closes nothing."""
    kept, open_ = [], []
    for c in text:
        if c in _ISOLATES or c in _EMBEDDINGS:
            open_.append("\u2069" if c in _ISOLATES else "\u202c")
        elif c in ("\u2069", "\u202c"):
            if not open_ or open_[-1] != c:
                continue
            open_.pop()
        kept.append(c)
    return "".join(kept) + "".join(reversed(open_))


def _measured(text: str, most: int, least: int) -> str:
    if not "".join(c for c in text if c not in _INVISIBLE).strip():
        text = ""
    if length(text) < least:
        raise Refused("invalid", "text_empty" if not text else "text_short", least=least)
    if length(text) > most or len(text.encode()) > 16 * most + 64:
        raise Refused("limit", "text_long", most=most)
    return text
