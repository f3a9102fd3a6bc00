"""Minutes as files: whatever people wrote, the programs that they are made for open them, and nothing in them acts."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document as open_docx
from lxml import etree

from shared.minutes.as_csv import safe
from shared.minutes.charts.bars import WIDTH, Bar, bars
from shared.minutes.charts.board import Hung, boards
from shared.minutes.fonts import SIGNS, font_files
from shared.minutes.kept import pack, unpack
from shared.minutes.letters import Letters
from shared.minutes.plain import Grid, Para, millimetres, plain
from shared.minutes.render import ENDINGS, TYPES, written
from shared.minutes.tables import pages
from shared.minutes.tree import (
    Block,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Link,
    Own,
    Paragraph,
    Strong,
    Table,
    Words,
)
from shared.web.language import catalogue, languages
from tests.harness.readers import converted, poppler

from .kinds import every_kind
from .records import Desk
from .test_render import HOSTILE, MARKUP

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|' /C calc'!A0",
]
ODD = [
    "\ud800 half a letter",
    "\u202e turned \u202c round",
    "z" + "\u0301" * 60,
    "👩‍👩‍👧‍👦 🇲🇳",
    "سوق الخضار في المركز",
    "Өвлийн ногооны зоорь",
    "word" * 500,
    "</w:t></w:r> ]]> </text:p> &#0; &nbsp;",
    '#set page(width: 1pt) $x$ #image("/etc/passwd") \\ @label <label>',
    "'; DROP TABLE workshop; --",
]
OWN = """**bold** *slanted* [page](https://example.org/a) and

1. one
2. two

> said

| a | b |
|---|---|
| 1 | 2 |

---
"""
ALL = [*HOSTILE, *MARKUP, *FORMULAS, *ODD]
LANGUAGES = ("en", "mn", "ar")
_WORDS = {
    "contents": "Contents",
    "page": "Page {n} of {of}",
    "missing": "Not shown: {n}",
    **{name: name for name in ("cards", "step", "group", "card", "stacked")},
}


def hostile(language: str = "en") -> Document:
    """Make minutes of nothing but what should not hurt, with a line of honest words at the end."""
    blocks: list[Block] = [Heading(1, "<b>Title</b> =1"), Heading(2, "[part]:*?/\\ 'x'", "part")]
    for n, words in enumerate(ALL):
        blocks.append(Heading(3, f"{n} {words}", f"step-{n}"))
        blocks.append(
            Paragraph((words, Strong(words), Link(words, "part"), Link(words, "nowhere"), Words(words)), "fact")
        )
        blocks.append(Table(words, (words, "Number"), ((words, words), (Strong(words), "-12.5")), frozenset({1})))
        blocks.append(Items((Item(words, (Item(words),)), Item((Strong(words), words))), ordered=True))
        blocks.append(Items((Item(words, (Item(words),)),), cards=True))
        blocks.append(Own(words, words, "n"))
    blocks.append(
        Own(
            OWN,
            "Own",
        )
    )
    hung = boards([Hung(words, [words]) for words in ALL], "Board", "Place", "Board", rtl=language == "ar")
    blocks += [Figure(one, "Board", WIDTH) for one in hung]
    blocks.append(Paragraph("The honest end."))
    return Document(language, "=1 <b>Title</b> \x00", tuple(blocks), {"schema": "x"}, _WORDS)


@pytest.fixture(scope="module", params=LANGUAGES)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    made = {}
    for format, ending in ENDINGS.items():
        made[format] = folder / f"{format}.{ending}"
        made[format].write_bytes(written(hostile(request.param), format))
    return made


def test_a_pdf_is_tagged_has_its_letters_with_it_and_leads_only_to_pages(files: dict[str, Path]) -> None:
    told = poppler("pdfinfo", files["pdf"])
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"Title: +=1 <b>Title</b>", told)
    fonts = [line.split() for line in poppler("pdffonts", files["pdf"]).splitlines()[2:]]
    assert fonts
    assert all(font[-5] == "yes" for font in fonts), fonts
    addresses = re.findall(r"(?m) ([a-zA-Z][a-zA-Z0-9+.-]*:\S*)$", poppler("pdfinfo", files["pdf"], "-url"))
    assert "https://example.org/a" in addresses
    assert all(re.match(r"https?://|mailto:", address) for address in addresses), addresses
    text = poppler("pdftotext", files["pdf"])
    assert "The honest end" in text
    assert "Contents" in text
    assert "Өвлийн ногооны зоорь" in text


def test_word_processors_open_it_with_headings_lists_and_tables(files: dict[str, Path], tmp_path: Path) -> None:
    for text in converted([files["docx"], files["odt"]], "txt:Text (encoded):UTF8", tmp_path):
        assert "The honest end." in text.read_text(encoding="utf-8-sig")
    docx = open_docx(str(files["docx"]))
    assert {"Heading 1", "Heading 2", "Heading 3"} <= {p.style.name for p in docx.paragraphs}
    assert all(row._tr.trPr.find(_w("tblHeader")) is not None for row in (table.rows[0] for table in docx.tables))
    outside = [r.target_ref for r in docx.part.rels.values() if r.is_external]
    assert outside
    assert all(re.match(r"https?://|mailto:", target) for target in outside), outside
    marks = [mark.get(_w("name")) for mark in docx.element.iter(_w("bookmarkStart"))]
    assert len(marks) == len(set(marks))
    assert {a.get(_w("anchor")) for a in docx.element.iter(_w("hyperlink"))} - {None} <= set(marks)


def test_an_open_document_is_sound_and_leads_only_to_pages(files: dict[str, Path]) -> None:
    with zipfile.ZipFile(files["odt"]) as file:
        assert file.infolist()[0].filename == "mimetype"
        assert file.infolist()[0].compress_type == zipfile.ZIP_STORED
        content = etree.fromstring(file.read("content.xml"))
        inner = set(file.namelist())
    targets = content.xpath("//@*[local-name()='href']")
    marks = set(content.xpath("//*[local-name()='bookmark']/@*[local-name()='name']"))
    assert targets
    assert all(re.match(r"https?://|mailto:", t) or t[1:] in marks or t in inner for t in targets), targets


def test_no_cell_of_a_workbook_is_a_formula_or_an_address(files: dict[str, Path], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(files["xlsx"])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert any(cell.value == "=1+1" for cell in cells)
    assert any(cell.value == -12.5 for cell in cells)
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    (text,) = converted([files["xlsx"]], "csv", tmp_path)
    assert "<script>alert(1)</script>,-12.5" in text.read_text(encoding="utf-8")


def test_tables_as_text_take_no_words_for_formulas(files: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(files["csv"]) as archive:
        names = archive.namelist()
        assert all("/" not in name and "\\" not in name for name in names)
        lists = [list(csv.reader(io.StringIO(archive.read(n).decode("utf-8-sig"), newline=""))) for n in names]
    cells = [cell for rows in lists for row in rows for cell in row]
    assert "'=1+1" in cells
    assert "-12.5" in cells
    assert not any(re.match(r"\s*[=+@＝]", cell) for cell in cells)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=1", "'=1"),
        (" =1", "' =1"),
        ("-3", "-3"),
        ("-3 %", "-3 %"),
        ("-x", "'-x"),
        ("a=b", "a=b"),
        (-3, -3),
        ("\u200b@x", "'\u200b@x"),
    ],
)
def test_an_apostrophe_stands_before_what_would_be_reckoned(cell: str | int, told: str | int) -> None:
    assert safe(cell) == told


def test_all_cards_stand_in_one_list_with_step_and_group() -> None:
    desk = Desk()
    writing, sorting = desk.step("brainstorm"), desk.step("cluster", "confirmed")
    group = desk.cluster(sorting, "Transport")
    top = desk.card(writing, "Bad roads", cluster=group.id)
    desk.card(writing, "Roads are bad", cluster=group.id, merged_into=top.id)
    (table,) = pages(desk.minutes())[-1].tables
    assert len(table.columns) == 4
    row = next(row for row in table.rows if "Bad roads" in row and "Transport" in str(row[1]))
    assert "Roads are bad" in str(row[3])


def test_a_pdf_is_tagged_wherever_a_link_stands(tmp_path: Path) -> None:
    """The typesetter fails at a word that is hyphenated behind a link; a file without tags would be made then."""
    word, link = "x" * 50, Link("road", "part")
    for letters in range(0, 50, 5):
        row = ("a", "b", ("i" * letters + " " + word, link, word))
        long = Link("several lines of words that lead to another part of these minutes " * letters, "part")
        parts = (Heading(1, "Day"), Heading(2, "Part", "part"), Paragraph(row[2]), Paragraph(long), Items([Item(long)]))
        file = tmp_path / f"{letters}.pdf"
        file.write_bytes(
            written(Document("en", "Day", (*parts, Table("t", ("a", "b", "c"), (row,))), {}, _WORDS), "pdf")
        )
        assert re.search(r"Tagged: +yes", poppler("pdfinfo", file)), letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_little_pictures_stand_in_a_pdf_and_what_no_letters_have_is_counted(language: str, tmp_path: Path) -> None:
    words = "Good 👍🏽 🌾 🇲🇳 👩‍🌾 ⚠️"
    blocks = (Heading(1, words), Paragraph(Strong(words)), Table(words, (words, "n"), ((words, "1"),), frozenset({1})))
    file = tmp_path / "a.pdf"
    file.write_bytes(written(Document(language, words, blocks, {}, _WORDS), "pdf"))
    told = poppler("pdftotext", file)
    assert re.search(r"Tagged: +yes", poppler("pdfinfo", file))
    assert "Not shown" not in told
    for picture in "👍🌾👩⚠":
        assert told.count(picture) >= 4, picture
    file.write_bytes(written(Document(language, "a", (Heading(1, "a"), Paragraph("𓀀")), {}, _WORDS), "pdf"))
    assert "Not shown: 1" in poppler("pdftotext", file)


def test_every_sign_of_our_own_words_is_printed(tmp_path: Path) -> None:
    letters = Letters(font_files(), SIGNS)
    for language in languages():
        for name, words in catalogue(language).items():
            letters.of(words)
            assert letters.missing == 0, (language, name)
    drawn = Figure(bars([Bar("≤ 9", 3), Bar("≥ 30 👍", 1)], "alt", {}), "alt", WIDTH)
    blocks = (Heading(1, "a"), drawn, Paragraph(Strong(SIGNS)), Paragraph(SIGNS))
    file = tmp_path / "a.pdf"
    file.write_bytes(written(Document("en", "a", blocks, {}, _WORDS), "pdf"))
    assert re.search(r"Tagged: +yes", poppler("pdfinfo", file))
    told = poppler("pdftotext", file)
    assert "\ufffd" not in told
    assert told.count(SIGNS) == 2


@pytest.mark.parametrize("name", [Paragraph(Strong("The name")), Paragraph("The name", role="fact")])
def test_what_names_a_table_stays_on_its_page(name: Paragraph, tmp_path: Path) -> None:
    table = Table("t", ("a", "b"), (("x", "y"),))
    files = []
    for lines in range(26, 46):
        before = [Heading(1, "Day"), Heading(2, "Part", "part"), *(Paragraph("A line") for _ in range(lines))]
        document = Document("en", "Day", (*before, name, table), {}, _WORDS)
        for format in ("pdf", "docx", "odt"):
            files.append(tmp_path / f"{lines}.{format}")
            files[-1].write_bytes(written(document, format))
    for ending in ("docx", "odt"):
        some = [file for file in files if file.suffix == f".{ending}"]
        files += converted(some, "pdf", tmp_path / ending)
    for file in files:
        if file.suffix == ".pdf":
            for page in poppler("pdftotext", file).split("\f"):
                assert ("The name" in page) == (bool(re.search(r"^x$", page, re.MULTILINE))), file


def test_a_language_may_count_its_pages_first(tmp_path: Path) -> None:
    words = {**_WORDS, "page": "{of} хуудасны {n} дэх"}
    document = Document("mn", "Өдөр", (Heading(1, "Өдөр"), Paragraph("Үг")), {}, words)
    files = [tmp_path / f"{format}.{format}" for format in ("pdf", "docx", "odt")]
    for file in files:
        file.write_bytes(written(document, file.stem))
    for file in (files[0], *converted(files[1:], "pdf", tmp_path / "made")):
        assert "1 хуудасны 1 дэх" in " ".join(poppler("pdftotext", file).split()), file


def test_a_workbook_prints_a_table_across_one_page_with_all_its_words(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(60))
    columns = tuple(f"Column {n}" for n in range(14))
    table = Table("t", columns, ((words, *("x" * 12 for _ in columns[1:-1]), "the last"),))
    file = tmp_path / "day.xlsx"
    file.write_bytes(written(Document("en", "Day", (Heading(1, "Day"), table), {}, _WORDS), "xlsx"))
    (printed,) = converted([file], "pdf", tmp_path / "made")
    assert re.search(r"Pages: +1$", poppler("pdfinfo", printed), re.MULTILINE)
    text = poppler("pdftotext", printed)
    assert "word59" in text and "Column 13" in text and "the last" in text


def test_no_two_sheets_bear_one_name() -> None:
    parts: list[Block] = [Heading(1, "Day")]
    for title in ("Same", "same", "x" * 40, "x" * 50, "[]", "''", "History"):
        parts += [Heading(2, title), Table("t", ("a",), (("b",),))]
    document = Document("en", "Day", tuple(parts), {}, _WORDS)
    names = [page.name for page in pages(document)]
    assert len({name.casefold() for name in names}) == len(names) == 7
    assert openpyxl.load_workbook(io.BytesIO(written(document, "xlsx"))).sheetnames == names


def test_what_a_version_is_made_of_is_kept_whole() -> None:
    for language in LANGUAGES:
        document = hostile(language)
        again = unpack(pack(document), document.data)
        assert pack(again) == pack(document)
        for format in ("md", "html", "json", "csv", "odt"):
            assert written(again, format) == written(document, format)


def test_minutes_without_anything_are_a_file_in_every_format() -> None:
    for format in TYPES:
        assert written(Document("mn", "Хоосон", (Heading(1, "Хоосон"),), {}, _WORDS), format)


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def test_long_names_above_figures_leave_room_for_the_words_beside_them():
    names = ["Place", "Group", *(f"A long name of figures {n}" for n in range(5))]
    rows = [["1", "Loans", *"12345"]]
    (grid,) = plain(Document("en", "T", (Table("t", names, rows, frozenset({0, 2, 3, 4, 5, 6})),)))
    assert isinstance(grid, Grid) and all(grid.widths), "every column has its share"
    widths = millimetres(grid)
    assert sum(widths) == pytest.approx(170, abs=2)
    for name, width in zip(names, widths, strict=True):
        assert width >= 2.1 * max(map(len, name.split())), f"{name} would break within a word"
    few = [["1", "Loans and all that belongs to them, in many more words than fit in a line", "3"]]
    (wide,) = plain(Document("en", "T", (Table("t", ["Place", "Group", "Dots"], few, frozenset({0, 2})),)))
    assert isinstance(wide, Grid) and [bool(width) for width in wide.widths] == [False, True, False]


def test_a_short_table_is_not_torn(tmp_path: Path):
    rows = [(f"row {n}", str(n)) for n in range(1, 6)]
    file = tmp_path / "a.pdf"
    for lines in range(26, 42, 3):
        filling = [Paragraph("A line") for _ in range(lines)]
        table = Table("t", ("a", "b"), rows, frozenset({1}))
        file.write_bytes(written(Document("en", "Day", (Heading(1, "Day"), *filling, table), {}, _WORDS), "pdf"))
        pages = [page for page in poppler("pdftotext", file, "-layout").split("\f") if "row " in page]
        assert len(pages) == 1, lines


def test_columns_of_word_processors_hold_what_cannot_break():
    table = Table("t", ("Measure", "Cost"), [("Felt workshop " * 9, "62.50\u00a0EUR"), ("Roads", "1")], frozenset({1}))
    (grid,) = plain(Document("en", "Day", (table,)))
    assert isinstance(grid, Grid)
    assert millimetres(grid)[1] >= 2.3 * len("62.50 EUR")
    many = Table("t", (), [["12345"] * 12], frozenset())
    (grid,) = plain(Document("en", "Day", (many,)))
    assert isinstance(grid, Grid)
    assert sum(millimetres(grid)) <= 170.01


def test_names_above_nine_columns_are_not_torn():
    (grid,) = (
        block
        for block in plain(every_kind("en").minutes())
        if isinstance(block, Grid) and "Spread" in ["".join(piece.text for piece in name) for name in block.columns]
    )
    assert len(grid.columns) == 9
    for name, width in zip(grid.columns, millimetres(grid), strict=True):
        longest = max(len(word) for word in "".join(piece.text for piece in name).split(" "))
        assert width >= 2.1 * longest + 3, name


def test_a_name_of_a_section_stays_with_what_it_names():
    blocks = (Paragraph(Strong("How it came about")), Paragraph("A rule", role="hint"), Paragraph("Words"))
    first, *_ = plain(Document("en", "Day", blocks))
    assert isinstance(first, Para) and first.role == "lead"
