"""Papers to be cut: slips with the way into a workshop, and moderation cards that are read from afar."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from markupsafe import escape

from shared.domain.factors import GROUPS
from shared.domain.records import Activity, Measure, Sector, Workshop

from ..charts.bars import INK, LETTERS
from ..sheet import Words
from ..tree import Block, Document, Figure, Heading, Paragraph, printable
from .paper import page, paper

_WIDE = 170  # mm
_ACROSS, _DOWN = 2, 5  # slips on a page
_SLIP = (425, 230)  # units of the drawing: ten to four millimetres
_CARD = (850, 360)
_SIZES = ((64, 22), (50, 29), (38, 38), (30, 48))  # of letters, and how many of them stand in one line
_MOST_LINES = 5
_BLANK = 3


def slips(workshop: Workshop, address: str, qr: str, speech: Words) -> Document:
    """Give a page of slips to cut, for tables: the code to scan, the address, the code to type."""
    say = speech.say
    title = say("materials.slips")
    alt = say("materials.slips_alt", n=_ACROSS * _DOWN, address=address, code=workshop.code)
    blocks: list[Block] = [
        Heading(1, f"{title}: {workshop.title}"),
        Paragraph(say("materials.slips_how", address=address, code=workshop.code), "hint"),
        Figure(_sheet(address, workshop.code, qr, speech, alt), alt, _WIDE),
    ]
    return page(title, blocks, speech)


def cards(texts: Iterable[tuple[str, str]], speech: Words) -> Document:
    """Give cards to hang up, each with a few large words and a line below them; and some blank ones."""
    say = speech.say
    title = say("materials.cards")
    blocks: list[Block] = [Heading(1, title), Paragraph(say("materials.cards_how"), "hint")]
    for text, below in [*texts, *[("", "")] * _BLANK]:
        alt = ": ".join(filter(None, (text, below))) or say("materials.card_blank")
        blocks.append(Figure(_card(text, below, alt), alt, _WIDE))
    return paper(title, blocks, speech)


def usual(speech: Words) -> list[tuple[str, str]]:
    """List the cards of use in every workshop: what is asked for, how to write, sectors, fields of factors."""
    say = speech.say
    asked = [(say(f"materials.card.{name}"), say(f"materials.card.{name}_how")) for name in ("obstacle", "advantage")]
    asked += [(say("materials.card.idea"), say("materials.card.idea_how"))]
    rules = [(say(f"materials.card.rule{n}"), "") for n in (1, 2, 3)]
    sectors = [(say(f"common.sector.{sector}"), "") for sector in Sector]
    return [*asked, *rules, *sectors, *((say(f"factors.words.group.{group}"), "") for group in GROUPS)]


def of_workshop(steps: Iterable[Activity], measures: Iterable[Measure]) -> list[tuple[str, str]]:
    """List the cards of one workshop: its steps with their questions, its measures."""
    return [*((step.title, step.question) for step in steps), *((measure.title, "") for measure in measures)]


def _sheet(address: str, code: str, qr: str, speech: Words, alt: str) -> str:
    wide, high = _SLIP
    one = _slip(address, code, qr, speech)
    drawn = "".join(
        f'<g transform="translate({wide * (n % _ACROSS)} {high * (n // _ACROSS)})">{one}</g>'
        for n in range(_ACROSS * _DOWN)
    )
    return _svg(wide * _ACROSS, high * _DOWN, alt, drawn)


def _slip(address: str, code: str, qr: str, speech: Words) -> str:
    wide, high = _SLIP
    side = 180
    box = re.search(r'viewBox="([^"]+)"', qr)
    assert box is not None
    inside = re.sub(r"^<svg[^>]*>|</svg>$", "", qr)
    middle = (wide + side + 20) // 2
    size = min(17, round((wide - side - 30) / (0.6 * max(1, len(address)))))  # the address stands in one line
    return (
        f'<rect x="0" y="0" width="{wide}" height="{high}" fill="none" stroke="#85745b" stroke-dasharray="6 6"/>'
        f'<svg x="16" y="25" width="{side}" height="{side}" viewBox="{box[1]}">{inside}</svg>'
        + _text(speech.say("papers.or_type"), middle, 70, 15)
        + _text(address, middle, 104, size)
        + _text(speech.say("papers.code"), middle, 144, 15)
        + _text(code, middle, 186, 36, bold=True)
    )


def _card(text: str, below: str, alt: str) -> str:
    wide, high = _CARD
    size, told = _fitted(text)
    under = textwrap.wrap(printable(below), 56)[:3]
    height = len(told) * size * 1.2 + len(under) * 32
    y = (high - height) / 2 + size
    frame = f'x="3" y="3" width="{wide - 6}" height="{high - 6}" rx="24"'
    drawn = f'<rect {frame} fill="none" stroke="{INK}" stroke-width="3"/>'
    for n, one in enumerate(told):
        drawn += _text(one, wide // 2, round(y + n * size * 1.2), size, bold=True)
    for n, one in enumerate(under):
        drawn += _text(one, wide // 2, round(y + (len(told) - 1) * size * 1.2 + 44 + n * 32), 25)
    return _svg(wide, high, alt, drawn)


def _fitted(text: str) -> tuple[int, list[str]]:
    """Choose the largest letters in which a text fits on a card."""
    for size, room in _SIZES:
        told = textwrap.wrap(printable(text), room)
        if len(told) * size * 1.2 <= _CARD[1] * 0.66:
            return size, told
    size, room = _SIZES[-1]
    return size, textwrap.wrap(printable(text), room, max_lines=_MOST_LINES, placeholder=" …")


def _svg(wide: int, high: int, alt: str, drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="ltr" viewBox="0 0 {wide} {high}" role="img" '
        f'aria-label="{escape(printable(alt))}" font-family="{LETTERS}">{drawn}</svg>'
    )


def _text(text: str, x: int, y: int, size: int, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" text-anchor="middle" fill="{INK}" font-size="{size}"{weight}>'
        f"{escape(printable(text))}</text>"
    )
