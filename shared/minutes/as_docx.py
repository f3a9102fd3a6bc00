"""Write minutes for a word processor (Office Open XML): real styles, lists, tables with repeated heads, inner links."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .dated import written_at
from .picture import pngs
from .plain import (
    Drawing,
    Entries,
    Framed,
    Grid,
    Head,
    Para,
    Picture,
    Piece,
    Pieces,
    Plain,
    Rule,
    millimetres,
    places,
    plain,
)
from .tree import Document, printable

_FONT = "Noto Sans"
_WIDTH = 170  # mm between the margins
_CELL = "Table Text"
_LONGEST_NAME = 40  # characters of a bookmark's name
_QUIET, _ACCENT = RGBColor(0x4E, 0x45, 0x38), RGBColor(0x14, 0x56, 0x4A)
_FIELDS = {"{n}": "PAGE", "{of}": "NUMPAGES"}  # below each page, in the order of the language
_LISTS = {
    False: ("List Bullet", "List Bullet 2", "List Bullet 3"),
    True: ("List Number", "List Number 2", "List Number 3"),
}
# The schema wants the direction before these.
_AFTER_DIRECTION = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc"),
    *("w:textDirection", "w:textAlignment", "w:outlineLvl", "w:cnfStyle", "w:rPr", "w:sectPr"),
)
_AFTER_DIRECTION_OF_TABLE = (
    "w:tblStyleRowBandSize",
    "w:tblW",
    "w:jc",
    "w:tblInd",
    "w:tblBorders",
    "w:tblLayout",
    "w:tblLook",
)


def docx(document: Document) -> bytes:
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.rtl = document, document.language == "ar"
        self.file = new_document()
        self.blocks = plain(document)
        self.ids = places(self.blocks)
        self.drawn = pngs(self.blocks)
        self.marks = 0
        self.styles: dict[str, str] = {}  # ids by name

    def written(self) -> bytes:
        self._set_up()
        for block in self.blocks:
            self._block(block, self.file)
        made = io.BytesIO()
        self.file.save(made)
        return _dateless(made)

    def _set_up(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        if self.rtl:
            section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
        styles = self.file.styles
        for style in styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH:
                _letters(style)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        _size(styles["Normal"], Pt(10))
        for level, size in ((1, 20), (2, 14), (3, 12), (4, 10.5), (5, 10), (6, 10)):
            heading = styles[f"Heading {level}"]
            heading.font.bold = heading.font.cs_bold = True
            heading.font.italic = heading.font.cs_italic = False
            _size(heading, Pt(size))
            heading.font.color.rgb = RGBColor(0x1F, 0x1A, 0x13)
        for name, size in (("Fact", 9.5), ("Hint", 9.5), ("Label", 8.5)):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.color.rgb = styles["Normal"], _QUIET
            _size(style, Pt(size))
        cell = styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.paragraph_format.space_after = styles["Normal"], Pt(1)
        _size(cell, Pt(9))
        own = styles.add_style("Own words", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        own.paragraph_format.left_indent = own.paragraph_format.right_indent = Mm(4)
        self._languages(styles)
        self.styles = {style.name: style.style_id for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
        told = self.file.core_properties
        told.title, told.language = printable(self.document.title), self.document.language
        told.author = told.last_modified_by = told.comments = ""
        told.keywords = self.document.keywords
        told.created = told.modified = written_at(self.document)
        self._footer(section)

    def _languages(self, styles: Any) -> None:
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            defaults.append(language)
        language.set(qn("w:val"), self.document.language)
        language.set(qn("w:bidi"), "ar" if self.rtl else "ar-SA")

    def _footer(self, section: Any) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.style = self.file.styles["Label"]
        self._direct(paragraph)
        paragraph.add_run(f"{printable(self.document.title)} · ")
        for part in re.split(r"(\{n\}|\{of\})", self.document.words["page"]):
            if part in _FIELDS:
                _field(paragraph, _FIELDS[part])
            else:
                paragraph.add_run(part)

    def _block(self, block: Plain, into: Any, style: str | None = None, depth: int = 0) -> None:
        if isinstance(block, Head):
            paragraph = self._paragraph(into, f"Heading {min(block.level, 6)}")
            paragraph.paragraph_format.page_break_before = block.fresh or None
            self._direct(paragraph)
            with_mark = self._mark(paragraph, block.id) if block.id else None
            self._run(paragraph, Piece(block.text))
            if with_mark is not None:
                paragraph._p.append(with_mark)
        elif isinstance(block, Para):
            named = {"fact": "Fact", "hint": "Hint"}.get(block.role)
            paragraph = self._paragraph(into, named or style)
            paragraph.paragraph_format.keep_with_next = block.role in ("lead", "fact") or None
            self._pieces(paragraph, block.pieces)
        elif isinstance(block, Entries):
            self._entries(block, into, depth)
        elif isinstance(block, Grid):
            self._grid(block, into)
        elif isinstance(block, Framed):
            if block.label:
                self._pieces(self._paragraph(into, "Label"), [Piece(block.label)])
            for inner in block.blocks:
                self._block(inner, into, "Own words", depth)
        elif isinstance(block, Drawing):
            paragraph = into.add_paragraph()
            self._direct(paragraph)
            drawn = io.BytesIO(self.drawn[block.svg, block.width])
            picture = paragraph.add_run().add_picture(drawn, width=Mm(block.width))
            picture._inline.docPr.set("descr", block.alt)
        elif isinstance(block, Picture):
            paragraph = into.add_paragraph()
            self._direct(paragraph)
            paragraph.paragraph_format.keep_with_next = True
            picture = paragraph.add_run().add_picture(io.BytesIO(block.jpeg), width=Mm(block.width))
            picture._inline.docPr.set("descr", block.alt)
        else:
            assert isinstance(block, Rule)
            self._pieces(into.add_paragraph(), [Piece("* * *")])

    def _paragraph(self, into: Any, style: str | None) -> Any:
        """Add a paragraph in a style, by the style's id: looking it up by name each time takes most of the time."""
        made = into.add_paragraph()
        if style is not None:
            made._p.style = self.styles[style]
        return made

    def _entries(self, block: Entries, into: Any, depth: int) -> None:
        style = _LISTS[block.ordered][min(depth, 2)]
        number = self._new_numbers(style) if block.ordered else None
        for entry in block.entries:
            first, *more = entry.blocks
            paragraph = self._paragraph(into, style)
            paragraph.paragraph_format.space_after = Pt(2)
            if number is not None:
                _numbered(paragraph, number)
            if entry.id:
                paragraph._p.append(self._mark(paragraph, entry.id))
            if isinstance(first, Para):
                self._pieces(paragraph, first.pieces)
            else:
                more = list(entry.blocks)
            for inner in more:
                self._block(inner, into, "List Continue" if depth == 0 else "List Continue 2", depth + 1)

    def _new_numbers(self, style: str) -> int:
        """Begin a list of its own with 1: the style's numbers would go on from the list before."""
        numbering = self.file.part.numbering_part.element
        of_style = self.file.styles[style].element.pPr.numPr.numId.val
        abstract = next(n for n in numbering.num_lst if n.numId == of_style).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _grid(self, block: Grid, into: Any) -> None:
        count = len(block.widths)
        table = into.add_table(rows=0, cols=count)
        table.style = "Table Grid"
        properties = table._tbl.tblPr
        if self.rtl:
            properties.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_DIRECTION_OF_TABLE)
        if block.label:
            label = OxmlElement("w:tblCaption")
            label.set(qn("w:val"), block.label)
            properties.append(label)
        shares = millimetres(block)
        # From right to left programs do not agree at which side a narrow table stands.
        wider = max(1.0, _WIDTH / sum(shares)) if self.rtl else 1.0
        widths = [Mm(width * wider) for width in shares]
        table.autofit = False
        _light_lines(properties)
        _narrow_sides(properties)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        if block.columns:
            row = self._row(table, block.columns, block, widths, bold=True)
            _switch(row, "w:tblHeader")
        for cells in block.rows:
            self._row(table, cells, block, widths)
        into.add_paragraph().paragraph_format.space_after = Pt(2)

    def _row(self, table: Any, cells: Sequence[Pieces], block: Grid, widths: Sequence[int], bold: bool = False) -> Any:
        row = table.add_row()
        _switch(row, "w:cantSplit")
        for n, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph._p.style = self.styles[_CELL]
            if n in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # the end of the line: the left from right to left
            heading = bold or (n == block.name and not block.columns)
            pieces = cells[n] if n < len(cells) else []
            self._pieces(paragraph, [Piece(**{**vars(p), "strong": True}) for p in pieces] if heading else pieces)
        return row

    def _pieces(self, paragraph: Any, pieces: Pieces) -> None:
        self._direct(paragraph)
        for piece in pieces:
            self._run(paragraph, piece)

    def _run(self, paragraph: Any, piece: Piece) -> None:
        into = paragraph
        if piece.id:
            paragraph._p.append(self._mark(paragraph, piece.id))
        run = paragraph.add_run()
        for n, line in enumerate(piece.text.split("\n")):
            if n:
                run.add_break()
            run.add_text(line)
        if piece.strong:
            run.bold = run.font.cs_bold = True
        if piece.italic:
            run.italic = run.font.cs_italic = True
        if piece.code:
            run.font.name = "Noto Sans Mono"
        if self.rtl:
            run.font.rtl = True
        linked = OxmlElement("w:hyperlink")
        if piece.href:
            linked.set(qn("r:id"), into.part.relate_to(piece.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        elif piece.to in self.ids:
            linked.set(qn("w:anchor"), _bookmark(piece.to))
        else:
            return
        run.font.color.rgb, run.font.underline = _ACCENT, bool(piece.href)
        paragraph._p.replace(run._r, linked)
        linked.append(run._r)

    def _mark(self, paragraph: Any, id: str) -> Any:
        self.marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self.marks))
        start.set(qn("w:name"), _bookmark(id))
        paragraph._p.append(start)
        return end

    def _direct(self, paragraph: Any) -> None:
        if self.rtl:
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_DIRECTION)


def _dateless(made: io.BytesIO) -> bytes:
    """Give all parts of the file one fixed date: equal minutes make equal files."""
    anew = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(anew, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            pressed = part.filename.endswith((".png", ".jpg"))  # pictures are as small as they get
            how = zipfile.ZIP_STORED if pressed else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0)), old.read(part), how)
    return anew.getvalue()


def _bookmark(id: str) -> str:
    """Name a place as word processors allow it: letters, digits and lines below, at most 40."""
    name = "p_" + "".join(c if c.isalnum() and c.isascii() else "_" for c in id)
    return name if len(name) <= _LONGEST_NAME else f"p_{sha256(id.encode()).hexdigest()[: _LONGEST_NAME - 2]}"


def _letters(style: Any) -> None:
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(name), None)


def _size(styled: Any, size: Any) -> None:
    """Set the size of letters, also of those of complex scripts."""
    styled.font.size = size
    properties = styled.font._element.rPr
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(int(size.pt * 2)))
    properties.find(qn("w:sz")).addnext(complex_size)


def _narrow_sides(properties: Any) -> None:
    """Leave 1.2 mm beside the words of a cell."""
    sides = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        made = OxmlElement(side)
        made.set(qn("w:w"), "68")  # twentieths of a point
        made.set(qn("w:type"), "dxa")
        sides.append(made)
    properties.insert_element_before(sides, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _light_lines(properties: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        across = side in ("top", "bottom", "insideH")
        line.set(qn("w:val"), "single" if across else "nil")
        if across:
            line.set(qn("w:sz"), "4")
            line.set(qn("w:color"), "B3A58C")
        borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")


def _switch(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _numbered(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _field(paragraph: Any, name: str) -> None:
    for element in _field_parts(name):
        paragraph.add_run()._r.append(element)


def _field_parts(name: str) -> Iterator[Any]:
    for kind in ("begin", "", "end"):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = name
        yield part
