"""Charts tell what their tables tell, in every format, and nothing that was merged or hidden."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.records import Sector
from shared.minutes.charts.axes import Point, axes
from shared.minutes.charts.bars import Bar, bars
from shared.minutes.render import render, written
from shared.minutes.tree import Figure
from tests.harness.readers import converted, poppler
from tests.minutes.polls import minutes_of
from tests.minutes.records import Desk
from tests.minutes.test_document import RESULT
from tests.minutes.test_polls import NUMBERS, papers

SVG = "{http://www.w3.org/2000/svg}"
ROWS = st.lists(st.fixed_dictionaries({sector: st.integers(0, 40) for sector in Sector}), min_size=1, max_size=8)
NAMES = {sector: str(sector) for sector in Sector}
BY_SECTOR = {**RESULT, "sectors": {"private": 3, "public": 2, "semi-public": 1}}
PARTS = ({"private": 3, "public": 1, "semi-public": 0}, {"private": 1, "public": 1, "semi-public": 2}, None)


def rects(svg: str) -> list[tuple[int, int, int]]:
    """List the bars as (x, y, width), without the legend."""
    found = ElementTree.fromstring(svg).findall(f"{SVG}rect")
    return [(int(r.get("x", 0)), int(r.get("y", 0)), int(r.get("width", 0))) for r in found if r.get("height") == "16"]


@given(ROWS.filter(lambda rows: any(any(row.values()) for row in rows)), st.booleans())
def test_lengths_are_as_the_numbers_and_parts_touch(rows: list[dict[Sector, int]], rtl: bool):
    drawn = bars([Bar(f"{n}", sum(row.values()), row) for n, row in enumerate(rows)], "alt", NAMES, rtl=rtl)
    most = max(sum(row.values()) for row in rows)
    by_line: dict[int, list[tuple[int, int]]] = {}
    for x, y, width in rects(drawn):
        by_line.setdefault(y, []).append((x, width))
    filled = [row for row in rows if sum(row.values())]
    assert len(by_line) == len(filled)
    for parts, row in zip(by_line.values(), filled, strict=True):
        assert abs(sum(width for _, width in parts) - 580 * sum(row.values()) / most) <= 0.5
        ends = [(640 - x - width, 640 - x) if rtl else (x, x + width) for x, width in parts]
        assert ends[0][0] == 0
        assert all(before[1] == after[0] for before, after in pairwise(ends))


def test_right_to_left_the_drawing_is_mirrored():
    rows = [Bar("one", 2, {Sector.PRIVATE: 2}), Bar("two", 1, {Sector.PRIVATE: 1})]
    there, back = (rects(bars(rows, "alt", NAMES, rtl=rtl)) for rtl in (False, True))
    assert [640 - x - width for x, _, width in back] == [x for x, _, _ in there]


def test_hostile_labels_are_text():
    drawn = bars([Bar('</text><script>x</script>"', 1), Bar("\x00 &", 1)], 'a" onload="x', NAMES)
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-label") == 'a" onload="x'
    assert root.get("onload") is None
    assert not root.findall(f".//{SVG}script")


POINTS = st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=12)


def circles(svg: str) -> list[tuple[float, float]]:
    return [(float(c.get("cx", 0)), float(c.get("cy", 0))) for c in ElementTree.fromstring(svg).findall(f"{SVG}circle")]


@given(POINTS, st.booleans())
def test_points_stand_apart_inside_and_lead_to_their_places(places: list[tuple[float, float]], rtl: bool):
    points = [Point(chr(65 + n), x, y) for n, (x, y) in enumerate(places)]
    drawn = axes(points, "alt", "across", "up", 60, rtl=rtl)
    stand = circles(drawn)
    meant = [((640 - 44 - 5.8 * x) if rtl else 44 + 5.8 * x, 12 + 420 * (1 - y / 100)) for x, y in places]
    assert stand[0] == pytest.approx(meant[0], abs=0.1)
    for one, other in combinations(stand, 2):
        assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= 22**2 - 5
    assert all(10.9 <= x <= 629.1 and 10.9 <= y <= 432.1 for x, y in stand)
    moved = sum(there != pytest.approx(here, abs=0.11) for there, here in zip(stand, meant, strict=True))
    assert drawn.count('stroke="#1f1a13"/>') == moved


def figures(desk: Desk) -> list[Figure]:
    return [block for block in desk.minutes().blocks if isinstance(block, Figure)]


def dots(phase: str = "confirmed", language: str = "en", sectors: bool = True, **result: object) -> Desk:
    desk = Desk(language=language)
    told = {**BY_SECTOR, **result} if sectors else {**RESULT, **result}
    items = [
        {**item, **({"by_sector": parts or {"private": 1, "public": 1, "semi-public": 1}} if sectors else {})}
        for item, parts in zip(RESULT["items"], PARTS, strict=True)
    ]
    desk.step("dots", phase, result={**told, "items": items}, settings={"dots": 3, "most": 1, "secret": True})
    return desk


def test_a_vote_is_drawn_by_sector_once_it_is_shown():
    (figure,) = figures(dots())
    assert "Loans: 4 · Roads: 4 · Wool: 3" in figure.alt
    assert figure.svg.count("<pattern") == 2
    assert figures(dots("closed")) == []


def test_sectors_that_are_not_told_are_not_drawn():
    (figure,) = figures(dots(sectors=False))
    assert "<pattern" not in figure.svg
    assert "Private" not in figure.svg


def rounds(*places: tuple[int, int], language: str = "en") -> list[Figure]:
    """Draw a second round of dots whose items went from place to place."""
    desk = Desk(language=language)
    items = [
        {**RESULT["items"][0], "id": f"i{n}", "title": f"Item {n}", "short": "", "place_before": before, "place": after}
        for n, (before, after) in enumerate(places)
    ]
    settings = {"dots": 3, "most": 1, "secret": True}
    desk.step("dots", "revealed", result={**RESULT, "items": items}, settings=settings)
    return [figure for figure in figures(desk) if "<circle" in figure.svg]


def test_a_second_round_is_drawn_as_lines_from_place_to_place():
    (figure,) = rounds((1, 2), (2, 1), (3, 3))
    assert "Item 0 from place 1 to 2" in figure.alt and "Item 2" not in figure.alt
    ends = re.findall(r'd="M(\d+) ([\d.]+)L(\d+) ([\d.]+)" stroke="(#\w+)"', figure.svg)
    assert len(ends) == 3
    moved = [(float(y1), float(y2), colour) for _, y1, _, y2, colour in ends]
    crossing = {(y1 < y2, y1 > y2) for y1, y2, _ in moved}
    assert crossing == {(True, False), (False, True), (False, False)}
    assert len({colour for y1, y2, colour in moved if y1 == y2} & {colour for y1, y2, colour in moved if y1 != y2}) == 0
    assert re.findall(r">(\d\. Item \d)<", figure.svg).count("1. Item 0") == 1
    left, right = int(ends[0][0]), int(ends[0][2])
    (mirrored,) = rounds((1, 2), (2, 1), language="ar")
    ((x1, x2), *_) = re.findall(r'd="M(\d+) [\d.]+L(\d+) ', mirrored.svg)
    assert (int(x1), int(x2)) == (right, left) and left < right


def test_level_ones_have_a_row_each_and_many_are_no_tangle():
    (figure,) = rounds((1, 1), (1, 1), (1, 3))
    rows = re.findall(r'd="M\d+ ([\d.]+)L\d+ ([\d.]+)', figure.svg)
    assert len({one for one, _ in rows}) == len({two for _, two in rows}) == 3
    assert rounds((1, 1), (2, 2)) == []
    assert rounds(*((n, 30 - n) for n in range(1, 30))) == []


def test_nothing_is_drawn_of_nothing():
    for kind in ("number", "scale", "fist"):
        document = minutes_of(kind, papers({}, {}))
        assert not [block for block in document.blocks if isinstance(block, Figure)], kind


@pytest.mark.parametrize(("kind", "cast"), [("number", NUMBERS), ("scale", papers({"value": 2}, {"value": 3}))])
def test_answers_are_drawn(kind: str, cast: list):
    document = minutes_of(kind, cast)
    (figure,) = [block for block in document.blocks if isinstance(block, Figure)]
    assert figure.svg in render(document, "html")
    assert figure.alt.split(":")[0] in render(document, "md")


@pytest.mark.parametrize("language", ["en", "mn", "ar"])
def test_the_drawing_stands_in_every_file_with_its_words(language: str, tmp_path: Path):
    document = dots(language=language).minutes()
    files = [tmp_path / f"{format}.{format}" for format in ("pdf", "docx", "odt")]
    for file in files:
        file.write_bytes(written(document, file.stem))
    told = poppler("pdfinfo", files[0], "-struct")
    assert "Figure" in told
    assert re.search(r"Tagged: +yes", poppler("pdfinfo", files[0]))
    for made in converted(files[1:], "pdf", tmp_path / "made"):
        pictures = poppler("pdfimages", made, "-list").splitlines()[2:]
        assert pictures, made
