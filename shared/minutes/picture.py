"""Drawings as pictures, for files that take no SVG."""

from __future__ import annotations

import typst

from .fonts import fonts

_INCH = 25.4  # mm
_DOTS = 300  # an inch
_ACROSS = 1200  # dots at most: enough for a page, and soon drawn


def png(svg: str, width: int) -> bytes:
    """Draw an SVG as PNG, so many millimetres wide."""
    image = f'#image(bytes(sys.inputs.svg), format: "svg", width: {width}mm)'
    page = f"#set page(width: auto, height: auto, margin: 0mm)\n{image}"
    made = typst.compile(
        page.encode(),
        sys_inputs={"svg": svg},
        format="png",
        ppi=min(_DOTS, _ACROSS / (width / _INCH)),
        ignore_system_fonts=True,
        font_paths=fonts(),
    )
    assert isinstance(made, bytes)
    return made
