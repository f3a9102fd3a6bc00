"""From right to left all stands at the right side, whatever program opens the file."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from pathlib import Path

from PIL import Image, ImageChops

from shared.minutes.handout import handout
from shared.minutes.render import written
from shared.minutes.sheet import lay_out
from shared.minutes.tables import pages
from shared.minutes.tree import Document, Heading, Item, Items, Own, Paragraph, Photo, Table, text_of
from shared.web.language import Speech
from tests.harness.readers import converted, need
from tests.photos.pictures import drawn

from .kinds import every_kind
from .records import Desk
from .test_files import _WORDS

_FOOT = 0.88  # of the page's height: page numbers stand below


def inked(pdf: Path) -> tuple[float, float]:
    """Give the left and right end of all that stands on the first page, as shares of its width."""
    need("pdftotext")
    page = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "40", "-png", "-singlefile", str(pdf), str(page)], check=True, timeout=60)
    with Image.open(page.with_suffix(".png")) as image:
        drawn_on = image.convert("L").crop((0, 0, image.width, int(image.height * _FOOT)))
    box = ImageChops.invert(drawn_on).getbbox()
    assert box
    return box[0] / drawn_on.width, box[2] / drawn_on.width


def test_words_lists_and_photos_stand_at_the_right(tmp_path: Path) -> None:
    jpeg = b64encode(drawn(size=(100, 300))).decode()
    blocks = (
        Heading(1, "يوم"),
        Paragraph("كلمة", "hint"),
        Items([Item("بطاقة", [Item("أخرى")])], cards=True),
        Photo("p", "صورة", "0" * 64, 100, 300, jpeg),
        Own("كلمات", "الميسّر"),
    )
    document = Document("ar", "يوم", blocks, {}, {key: value for key, value in _WORDS.items() if key != "contents"})
    for format in ("odt", "docx"):
        (tmp_path / f"{format}.{format}").write_bytes(written(document, format))
    for file in converted([tmp_path / "odt.odt", tmp_path / "docx.docx"], "pdf", tmp_path):
        left, right = inked(file)
        assert 0.5 < left < right, file
        assert right > 0.85, file


def test_the_day_of_a_task_is_not_torn_by_a_latin_name_before_it() -> None:
    """Without a mark the figures of the day would be read on from the name, and stand apart from their month."""
    desk = Desk(language="ar")
    desk.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    lines = [text for text in desk.minutes().data["proposed_summary"] if "Aya" in text]
    assert lines and "Aya\u200f · \u200f4 " in lines[0]
    told = handout(lay_out(desk.records, Speech("ar"), desk.acts))
    assert any("Aya" in text_of(item.runs) and "\u200f · \u200f4 " in text_of(item.runs) for item in _items(told))
    english = Desk()
    english.note("task", "Ask for prices", who="Aya", due="2026-12-04")
    assert "\u200f" not in str(english.minutes().data["proposed_summary"])


def _items(document: Document) -> list[Item]:
    return [item for block in document.blocks if isinstance(block, Items) for item in block.items]


def test_a_sign_stays_before_its_figure_and_a_figure_stays_one() -> None:
    document = every_kind("ar").minutes()
    signed = [cell for cell in figures_of(document) if "−" in cell]
    assert signed and all(cell.startswith("\u200e−") for cell in signed)
    figures = [cell for page in pages(document) for table in page.tables for row in table.rows for cell in row]
    assert -0.57 in figures
    assert not any("\u200e" in cell for cell in figures_of(every_kind("en").minutes()))


def figures_of(document: Document) -> list[str]:
    """Give what stands in columns of figures."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [text_of(row[n]) for table in tables for row in table.rows for n in sorted(table.numbers) if n < len(row)]
