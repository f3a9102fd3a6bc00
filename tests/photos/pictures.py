"""Pictures as cameras, programs and enemies make them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

PLACE = {1: "N", 2: (47.0, 55.0, 7.0), 3: "E", 4: (106.0, 55.0, 3.0)}  # GPS, as EXIF has it


def drawn(format: str = "JPEG", size: tuple[int, int] = (320, 200), mode: str = "RGB", **how: Any) -> bytes:
    """A red corner at the top left of a grey board."""
    picture = Image.new("RGB", size, "grey")
    picture.paste((220, 0, 0), (0, 0, size[0] // 4, size[1] // 4))
    made = io.BytesIO()
    picture.convert(mode).save(made, format, **how)
    return made.getvalue()


def photographed(size: tuple[int, int] = (320, 200), turned: int = 1) -> bytes:
    """A JPEG with all that a camera tells: its make, when, where, and how it was held (EXIF orientation)."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0132] = turned, "SecretCam", "2026:11:23 09:41:00"
    exif.get_ifd(0x8825).update(PLACE)
    return drawn(size=size, exif=exif, comment=b"told in confidence")


def bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """A PNG of a few bytes that says it has very many dots."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(b"\0" * 100_000)),
            (b"IEND", b""),
        )
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HOSTILE = {
    "nothing": b"",
    "text": b"This is no picture.",
    "svg": SVG,
    "half a jpeg": drawn()[:300],
    "html behind a jpeg's first bytes": b"\xff\xd8\xff<script>alert(1)</script>",
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200,
    "gif": drawn("GIF"),
    "bmp": drawn("BMP"),
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(x) show",
}
