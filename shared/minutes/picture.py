"""Drawings as pictures, for files that take no SVG."""

from __future__ import annotations

import typst

_DOTS = 300  # an inch


def png(svg: str, width: int) -> bytes:
    """Draw an SVG as PNG, so many millimetres wide."""
    image = f'#image(bytes(sys.inputs.svg), format: "svg", width: {width}mm)'
    page = f"#set page(width: auto, height: auto, margin: 0mm)\n{image}"
    made = typst.compile(page.encode(), sys_inputs={"svg": svg}, format="png", ppi=_DOTS, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made
