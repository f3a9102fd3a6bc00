"""The board of a sorting: drawn for the photo protocol as it hung, on as many pictures as it takes."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.minutes.charts.board import Hung, boards
from shared.minutes.render import render
from shared.minutes.tree import Figure, Heading, Paragraph
from tests.minutes.records import Desk

BOX = re.compile(r'<rect x="(-?\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')
CARD = re.compile(BOX.pattern + r' rx="4" fill="#fff"')
TEXT = re.compile(r'<text x="-?\d+" y="(\d+)"[^>]*>([^<]*)</text>')


def drawn(groups: list[Hung], rtl: bool = False) -> list[str]:
    return boards(groups, "3. Sort", "Altan-Ovoo", "Board", rtl=rtl)


def words(picture: str) -> list[str]:
    return [text for _, text in TEXT.findall(picture)]


def test_groups_hang_with_their_cards_and_a_frame():
    (picture,) = drawn([Hung("A Roads", ["Mud in spring", "No bridge"]), Hung("B Later", ["Taxes"], loose=True)])
    assert words(picture) == ["3. Sort", "Altan-Ovoo", "A Roads", "Mud in spring", "No bridge", "B Later", "Taxes"]
    assert picture.count("stroke-dasharray") == 1
    assert 'aria-label="Board"' in picture


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(1, 90), max_size=60), min_size=1, max_size=12), st.booleans())
def test_every_card_hangs_once_inside_its_picture_and_covers_no_other(sizes: list[list[int]], rtl: bool):
    groups = [
        Hung(f"G{g}", [f"c{g}x{n} " + "word " * (size // 5) for n, size in enumerate(cards)])
        for g, cards in enumerate(sizes)
    ]
    pictures = drawn(groups, rtl)
    told = [word.strip("\u2067\u2069").split()[0] for one in pictures for word in words(one) if "x" in word]
    assert sorted(told) == sorted(f"c{g}x{n}" for g, cards in enumerate(sizes) for n in range(len(cards)))
    for picture in pictures:
        high = int(re.search(r'viewBox="-1 0 \d+ (\d+)"', picture)[1])
        boxes = [tuple(map(int, found)) for found in BOX.findall(picture)]
        assert high <= 900 and all(x >= 0 and x + wide <= 640 and y + tall <= high for x, y, wide, tall in boxes)
        placed = sorted(tuple(map(int, card)) for card in CARD.findall(picture))
        for (x, y, _, tall), (other_x, other_y, *_) in pairwise(placed):
            assert x != other_x or y + tall <= other_y
        if len(pictures) > 1:
            assert re.search(r"\(\d/\d+\)|\(\d+/\d+\)", words(picture)[0])


def test_what_is_too_long_is_cut_on_the_card_and_whole_above():
    text = "A very long thought " * 30
    (picture,) = drawn([Hung("A", [text])])
    assert words(picture)[-1].endswith("…") and len(words(picture)) == 8
    desk = Desk()
    step, sorting = desk.step("brainstorm"), desk.step("cluster", "confirmed")
    desk.card(step, text, cluster=desk.cluster(sorting, "Roads").id)
    assert " ".join(text.split()) in " ".join(render(desk.minutes(), "md").split())


def test_what_people_wrote_is_no_markup_in_a_drawing():
    (picture,) = drawn([Hung('<script>"&', ["</svg><script>alert(1)</script>", "a\x00b"])])
    assert "<script" not in picture and "\x00" not in picture
    assert picture.count("<svg") == picture.count("</svg>") == 1


def test_it_hangs_in_the_photo_protocol_under_its_step_with_the_question_and_no_card_put_aside():
    desk = Desk()
    step = desk.step("brainstorm")
    sorting = desk.step("cluster", "confirmed", question="What belongs together?", source=step.id)
    group = desk.cluster(sorting, "Roads")
    head = desk.card(step, "Mud", cluster=group.id)
    desk.card(step, "More mud", merged_into=head.id)
    desk.card(step, "Rude words", cluster=group.id, state="hidden")
    desk.card(step, "Alone")
    blocks = desk.minutes().blocks
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.id == "photos")
    title, picture, caption = blocks[at + 1 : at + 4]
    assert isinstance(title, Heading) and title.text == sorting.title
    assert isinstance(picture, Figure) and isinstance(caption, Paragraph)
    assert caption.runs == "What belongs together?"
    assert "Mud (+1)" in picture.svg and "Alone" in picture.svg and "Rude words" not in picture.svg
    assert "A Roads: 1" in picture.alt


def test_nothing_hangs_before_anything_was_sorted():
    desk = Desk()
    desk.card(desk.step("brainstorm"), "Mud")
    assert not any(isinstance(block, Figure) for block in desk.minutes().blocks)
