"""From right to left all stands at the right side, whatever program opens the file."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from pathlib import Path

from PIL import Image, ImageChops

from shared.minutes.render import written
from shared.minutes.tree import Document, Heading, Item, Items, Own, Paragraph, Photo
from tests.harness.readers import converted, need
from tests.photos.pictures import drawn

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
