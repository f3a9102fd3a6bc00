"""Read one picture on standard input, and write it as a small JPEG without anything beside it on standard output.

Runs by itself, with limits on memory and time: what decodes pictures is large, and pictures come from strangers. Exits
with 3 where it is no picture that can be read, with 4 where it has too many dots.
``check`` writes the size alone, ``small`` makes a smaller one.
"""

from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MEMORY = 768 * 1024 * 1024  # bytes of addresses
SECONDS = 10  # of the processor
MOST_DOTS = 60_000_000
ACROSS, SMALL = 1600, 1000  # dots of the longer side at most
QUALITIES = (80, 60, 40)  # the first that is small enough
MOST_KEPT = 2 * 1024 * 1024  # bytes, as in shared/domain/photos.py: beyond them an archive is not read
FORMATS = ("JPEG", "PNG", "WEBP")
NO_PICTURE, TOO_LARGE = 3, 4


def limit() -> None:
    """Give up memory, time and files beyond what one picture needs, where the system knows how."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bare(content: bytes, across: int = ACROSS) -> tuple[bytes, int, int]:
    """Give a picture's JPEG, its width and its height; upright, without place, time or camera."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is decoded
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_DOTS:
            raise SystemExit(TOO_LARGE)
        picture.draft("RGB", (across, across))
        seen = _in_colours(picture)
        seen.thumbnail((across, across))  # first of all: each further copy is then a small one
        upright = ImageOps.exif_transpose(seen)
        clean = Image.new("RGB", upright.size, "white")
        clean.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    return _jpeg(clean), clean.width, clean.height


def _in_colours(picture: Image) -> Image:
    """Give a picture in RGB, or in RGBA where one can see through it."""
    if picture.mode.startswith("I"):  # 16 bits of grey, of which converting would cut all that is not black
        return picture.point(lambda level: level * (1 / 256)).convert("L").convert("RGB")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _jpeg(picture: Image) -> bytes:
    """Give a picture's JPEG, a coarser one where it would be larger than what is kept."""
    for quality in QUALITIES:
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=quality, optimize=True, progressive=False)
        if made.tell() <= MOST_KEPT:
            return made.getvalue()
    raise SystemExit(TOO_LARGE)


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    try:
        made, width, height = bare(content, SMALL if sys.argv[1:] == ["small"] else ACROSS)
    except SystemExit:
        raise
    except MemoryError:
        raise SystemExit(TOO_LARGE) from None
    except Exception:  # whatever a decoder trips over: there is no picture to show
        raise SystemExit(NO_PICTURE) from None
    sys.stdout.buffer.write(struct.pack(">II", width, height) + (made if sys.argv[1:] != ["check"] else b""))


if __name__ == "__main__":
    main()
