"""QR codes as SVG: black on white, four modules of quiet zone, one path."""

from __future__ import annotations

import qrcode
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M

QUIET = 4


def join_payload(address: str, code: str) -> str:
    """Write the join address in capitals: a QR code packs those into fewer, larger modules."""
    return f"{address.rstrip('/')}/join/{code}".upper()


def wifi_payload(name: str, password: str) -> str:
    """Write what phones read as "join this network"; a network without a password is open."""
    kind = "WPA" if password else "nopass"
    return f"WIFI:T:{kind};S:{_escaped(name)};{f'P:{_escaped(password)};' if password else ''};"


def svg(payload: str, label: str) -> str:
    """Draw a payload. The label is for those who cannot see it."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M if len(payload) < 60 else ERROR_CORRECT_L, border=0)
    code.add_data(payload)
    code.make(fit=True)
    rows = code.get_matrix()
    side = len(rows) + 2 * QUIET
    path = "".join(_runs(row, y + QUIET) for y, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img"'
        f' aria-label="{_attribute(label)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}"/></svg>'
    )


def terminal(payload: str) -> str:
    """Draw a payload with half-block characters, for a terminal with a dark ground."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_L, border=2)
    code.add_data(payload)
    code.make(fit=True)
    rows = code.get_matrix()
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(" ▄▀█"[2 * (not a) + (not b)] for a, b in zip(*pair, strict=True)) for pair in pairs)


def _runs(row: list[bool], y: int) -> str:
    drawn, x = "", 0
    while x < len(row):
        if not row[x]:
            x += 1
            continue
        start = x
        while x < len(row) and row[x]:
            x += 1
        drawn += f"M{start + QUIET} {y}h{x - start}v1h{start - x}z"
    return drawn


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in '\\;,:"' else c for c in text)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
