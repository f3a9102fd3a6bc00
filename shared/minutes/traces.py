"""Find which checksums a file names, whatever its format: a changed file of sealed minutes is told by them.

The file may come from anybody. Nothing of it is parsed but the heads of compressed parts, and all that is done has a
limit: on parts, on what is read and unfolded, on checksums. Texts are looked through in short pieces, so that other
work in the process never waits long.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST_NAMED = 20
_MOST_PARTS = 2_000
_MOST_WORK = 64 * 1024 * 1024  # bytes of all parts, read or made
_READ = 16 * 1024
_PIECE, _OVERLAP = 256 * 1024, 4 * 1024
_TAG = re.compile(rb"<[^<>]*>")
_GAP = rb"(?:\s|\xc2\xa0)?"  # between groups of eight
_CHECKSUM = re.compile(rb"(?<![0-9a-f])[0-9a-f]{8}(?:" + _GAP + rb"[0-9a-f]{8}){7}(?![0-9a-f])")
_STREAM = re.compile(rb"stream\r?\n|PK\x03\x04")  # of a PDF; of an archive, which documents and workbooks are


def named_in(content: bytes) -> list[str]:
    """List the checksums that stand in a file, each once, as 64 hexadecimal digits."""
    found: dict[str, None] = {}
    for piece in (piece for part in _parts(content) for piece in _pieces(part)):
        for match in _CHECKSUM.finditer(piece):
            found[re.sub(rb"[^0-9a-f]", b"", match[0]).decode()] = None
            if len(found) == MOST_NAMED:
                return list(found)
    return list(found)


def _pieces(part: bytes) -> Iterator[bytes]:
    """Give a part piece by piece: as it is, with its tags as gaps, and without them, where tags cut words in two."""
    for at in range(0, len(part), _PIECE):
        yield (piece := part[at : at + _PIECE + _OVERLAP])
        if b"<" in piece:
            yield _TAG.sub(b" ", piece)
            yield _TAG.sub(b"", piece)


def _parts(content: bytes) -> Iterator[bytes]:
    """Give the file itself, then what its compressed parts unfold to."""
    yield content
    left = _MOST_WORK
    for n, match in enumerate(_STREAM.finditer(content)):
        if n == _MOST_PARTS or left <= 0:
            return
        unfolded, done = _unfolded(content, match, left)
        left -= done
        yield unfolded


def _unfolded(content: bytes, match: re.Match[bytes], most: int) -> tuple[bytes, int]:
    """Unfold a part, as far as so many bytes read or made allow; give it and how many they were."""
    at, bits = match.end(), zlib.MAX_WBITS
    if match[0].startswith(b"PK"):
        lengths = content[at + 22 : at + 26]  # of a name, and of what else stands before the part
        at += 26 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        bits = -bits
    unfold, made, done = zlib.decompressobj(bits), bytearray(), 0
    try:
        while at < len(content) and not unfold.eof and max(done, len(made)) < most:
            made += unfold.decompress(content[at : at + _READ], most - len(made))
            at, done = at + _READ, done + _READ
    except zlib.error:  # a part that is not compressed, or in another way, or broken
        pass
    return bytes(made), max(done, len(made), _READ)
