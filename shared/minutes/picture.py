"""Drawings as pictures, for files that take no SVG."""

from __future__ import annotations

import json
from collections.abc import Iterable

import typst

from .fonts import fonts
from .plain import Drawing, Plain

_INCH = 25.4  # mm
_DOTS = 300  # an inch
_ACROSS = 1200  # dots at most: enough for a page, and soon drawn
_PAGES = """
#set page(width: auto, height: auto, margin: 0mm)
#let drawn = json(bytes(sys.inputs.drawn))
#for (n, svg) in drawn.enumerate() {
  if n > 0 { pagebreak() }
  image(bytes(svg), format: "svg", width: float(sys.inputs.width) * 1mm)
}
"""


def pngs(blocks: Iterable[Plain]) -> dict[tuple[str, int], bytes]:
    """Draw all drawings among the blocks as PNG, by SVG and width; equal ones once, those of a width at one go."""
    by_width: dict[int, dict[str, None]] = {}
    for block in blocks:
        if isinstance(block, Drawing):
            by_width.setdefault(block.width, {})[block.svg] = None
    return {
        (svg, width): png
        for width, svgs in by_width.items()
        for svg, png in zip(svgs, _drawn(svgs, width), strict=True)
    }


def _drawn(svgs: Iterable[str], width: int) -> list[bytes]:
    made = typst.compile(
        _PAGES.encode(),
        sys_inputs={"drawn": json.dumps(list(svgs)), "width": str(width)},
        format="png",
        ppi=min(_DOTS, _ACROSS / (width / _INCH)),
        ignore_system_fonts=True,
        font_paths=fonts(),
    )
    return made if isinstance(made, list) else [made]
