"""Write minutes for a word processor (OpenDocument): real headings, lists, tables with repeated heads, inner links."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from .picture import pngs
from .plain import Drawing, Entries, Framed, Grid, Head, Para, Picture, Piece, Pieces, Plain, millimetres, places, plain
from .tree import Document, printable

_TYPE = "application/vnd.oasis.opendocument.text"
_NS = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}"
    for prefix, name in {
        "office": "office:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "style": "style:1.0",
        "fo": "xsl-fo-compatible:1.0",
        "draw": "drawing:1.0",
        "meta": "meta:1.0",
        "manifest": "manifest:1.0",
        "svg": "svg-compatible:1.0",
    }.items()
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}
_FONT = "Noto Sans"
_SIZES = {1: 20, 2: 14, 3: 12, 4: 10.5, 5: 10, 6: 10}
_PLACE = {"text:list-level-position-and-space-mode": "label-alignment"}
_LOOKS = {"strong": "Strong", "italic": "Emphasis", "code": "Code"}


def odt(document: Document) -> bytes:
    writer = _Writer(document)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        _add(file, "mimetype", _TYPE.encode(), zipfile.ZIP_STORED)  # first and as it is: programs look for it there
        _add(file, "content.xml", _bytes(writer.content()))
        for name, picture in writer.pictures.items():
            _add(file, name, picture)
        _add(file, "styles.xml", _bytes(writer.styles()))
        _add(file, "meta.xml", _bytes(writer.meta()))
        _add(file, "META-INF/manifest.xml", _bytes(_manifest(writer.pictures)))
    return made.getvalue()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.rtl = document, document.language == "ar"
        self.blocks = plain(document)
        self.ids = places(self.blocks)
        self.drawn = pngs(self.blocks)
        self.direction = {"style:writing-mode": "rl-tb" if self.rtl else "lr-tb"}
        lines = {"fo:border-bottom": "0.4pt solid #b3a58c", "fo:padding": "0.8mm", "fo:padding-right": "1.6mm"}
        self.automatic = _e("office:automatic-styles", {}, _style("Cell", "table-cell", **{"table-cell": lines}))
        self.looks: dict[tuple[str, ...], str] = {}
        self.fresh: set[str] = set()
        self.tables = 0
        self.pictures: dict[str, bytes] = {}

    def content(self) -> Any:
        body = _e("office:text")
        for block in self.blocks:
            self._block(block, body)
        return _e("office:document-content", {"office:version": "1.3"}, self.automatic, _e("office:body", {}, body))

    def _heading(self, level: str, fresh: bool) -> str:
        """Name a heading's style; one that begins a page has a style of its own, made where it is first needed."""
        name = f"Heading_{level}"
        if not fresh:
            return name
        begins = f"Page_{name}"
        if begins not in self.fresh:
            self.fresh.add(begins)
            style = _style(begins, "paragraph", paragraph={"fo:break-before": "page"})
            style.set(_q("style:parent-style-name"), name)
            self.automatic.append(style)
        return begins

    def _block(self, block: Plain, into: Any, style: str = "Text") -> None:
        if isinstance(block, Head):
            level = str(min(block.level, 6))
            head = _e("text:h", {"text:style-name": self._heading(level, block.fresh), "text:outline-level": level})
            if block.id:
                head.append(_e("text:bookmark", {"text:name": block.id}))
            self._pieces(head, [Piece(block.text)])
            into.append(head)
        elif isinstance(block, Para):
            named = {"fact": "Asked", "hint": "Fact", "lead": "Lead"}.get(block.role, style)
            into.append(self._paragraph(block.pieces, named))
        elif isinstance(block, Entries):
            into.append(self._list(block))
        elif isinstance(block, Grid):
            into.append(self._table(block))
        elif isinstance(block, Framed):
            if block.label:
                into.append(self._paragraph([Piece(block.label)], "Label"))
            for inner in block.blocks:
                self._block(inner, into, "Own")
        elif isinstance(block, Drawing):
            content = self.drawn[block.svg, block.width]
            width, height = struct.unpack(">II", content[16:24])
            into.append(self._picture(content, "png", block.alt, block.width, block.width * height / width))
        elif isinstance(block, Picture):
            into.append(self._picture(block.jpeg, "jpg", block.alt, block.width, block.height))
        else:
            into.append(self._paragraph([Piece("* * *")], style))

    def _picture(self, content: bytes, ending: str, alt: str, width: float, height: float) -> Any:
        name = f"Pictures/{len(self.pictures) + 1}.{ending}"
        self.pictures[name] = content
        size = {"svg:width": _mm(width), "svg:height": _mm(height)}
        image = {"xlink:href": name, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
        title = _e("svg:desc")
        title.text = alt
        frame = _e(
            "draw:frame", {"draw:name": name, "text:anchor-type": "as-char", **size}, _e("draw:image", image), title
        )
        return _e("text:p", {"text:style-name": "Text"}, frame)

    def _list(self, block: Entries) -> Any:
        made = _e("text:list", {"text:style-name": "Numbers" if block.ordered else "Bullets"})
        for entry in block.entries:
            item = _e("text:list-item")
            for inner in entry.blocks:
                self._block(inner, item, "Entry")
            if entry.id:
                item[0].insert(0, _mark(entry.id, item[0]))
            made.append(item)
        return made

    def _table(self, block: Grid) -> Any:
        self.tables += 1
        name = f"Table{self.tables}"
        widths = millimetres(block)
        whole = {"style:width": _mm(sum(widths)), "table:align": "right" if self.rtl else "left", **self.direction}
        self.automatic.append(_style(name, "table", table={**whole, "fo:margin-top": "1mm", "fo:margin-bottom": "3mm"}))
        made = _e("table:table", {"table:name": printable(block.label) or name, "table:style-name": name})
        for n, width in enumerate(widths):
            self.automatic.append(
                _style(f"{name}.{n}", "table-column", **{"table-column": {"style:column-width": _mm(width)}})
            )
            made.append(_e("table:table-column", {"table:style-name": f"{name}.{n}"}))
        if block.columns:
            made.append(_e("table:table-header-rows", {}, self._row(block.columns, block, head=True)))
        for row in block.rows:
            made.append(self._row(row, block))
        return made

    def _row(self, cells: Sequence[Pieces], block: Grid, head: bool = False) -> Any:
        made = _e("table:table-row")
        for n in range(len(block.widths)):
            pieces = cells[n] if n < len(cells) else []
            bold = head or (n == block.name and not block.columns)
            style = ("Figure" if n in block.numbers else "Cell") + ("_Head" if bold else "")
            attributes = {"table:style-name": "Cell", "office:value-type": "string"}
            made.append(_e("table:table-cell", attributes, self._paragraph(pieces, style)))
        return made

    def _paragraph(self, pieces: Pieces, style: str) -> Any:
        made = _e("text:p", {"text:style-name": style})
        self._pieces(made, pieces)
        return made

    def _pieces(self, into: Any, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if piece.id:
                into.append(_e("text:bookmark", {"text:name": piece.id}))
            target = piece.href or (f"#{piece.to}" if piece.to in self.ids else "")
            holder = _e("text:a", {"xlink:type": "simple", "xlink:href": target}) if target else None
            span = _e("text:span", {"text:style-name": self._look(piece)}) if self._look(piece) else None
            inner = span if span is not None else holder if holder is not None else None
            if inner is None:
                _text(into, piece.text)
                continue
            _text(inner, piece.text)
            if holder is not None and span is not None:
                holder.append(span)
            into.append(holder if holder is not None else span)

    def _look(self, piece: Piece) -> str:
        """Name the style of a piece of text; one that is bold and slanted at once is made when first met."""
        names = tuple(name for name in _LOOKS if getattr(piece, name))
        if len(names) < 2:
            return _LOOKS[names[0]] if names else ""
        if names not in self.looks:
            self.looks[names] = "_".join(_LOOKS[name] for name in names)
            look = {key: value for name in names for key, value in _TEXT[_LOOKS[name]].items()}
            self.automatic.append(_style(self.looks[names], "text", text=look))
        return self.looks[names]

    def styles(self) -> Any:
        styles = _e("office:styles")
        language = {"fo:language": self.document.language, "style:language-complex": "ar"}
        letters = {"style:font-name": _FONT, "style:font-name-complex": _FONT, **_points(10), **language}
        # By sides: "start" is left to some programs even where lines run from right to left.
        start, end = ("right", "left") if self.rtl else ("left", "right")
        direction = {**self.direction, "fo:text-align": start}
        default = _e("style:default-style", {"style:family": "paragraph"})
        default.append(_e("style:paragraph-properties", direction))
        default.append(_e("style:text-properties", letters))
        styles.append(default)
        space = {"fo:margin-top": "0mm", "fo:margin-bottom": "1.5mm"}
        quiet = {"fo:color": "#4e4538"}
        bold = _TEXT["Strong"]
        for name, paragraph, text in (
            ("Text", space, {}),
            ("Lead", {**space, "fo:keep-with-next": "always"}, {}),
            ("Entry", {**space, "fo:margin-bottom": "0.7mm"}, {}),
            ("Fact", space, {**quiet, **_points(9.5)}),
            ("Asked", {**space, "fo:keep-with-next": "always"}, {**quiet, **_points(9.5)}),
            ("Label", {**space, "fo:keep-with-next": "always"}, {**quiet, **_points(8.5)}),
            ("Own", {**space, "fo:margin-left": "4mm", "fo:margin-right": "4mm"}, {}),
            ("Cell", {}, _points(9)),
            ("Cell_Head", {}, {**bold, **_points(9)}),
            ("Figure", {"fo:text-align": end}, _points(9)),
            ("Figure_Head", {"fo:text-align": end}, {**bold, **_points(9)}),
            ("Footer", {}, {**quiet, **_points(8)}),
        ):
            styles.append(_style(name, "paragraph", paragraph={**direction, **paragraph}, text=text))
        for level, size in _SIZES.items():
            made = _style(
                f"Heading_{level}",
                "paragraph",
                paragraph={
                    **direction,
                    "fo:margin-top": "4mm",
                    "fo:margin-bottom": "1.5mm",
                    "fo:keep-with-next": "always",
                },
                text={**bold, **_points(size)},
            )
            made.set(_q("style:default-outline-level"), str(level))
            styles.append(made)
        for name, look in _TEXT.items():
            styles.append(_style(name, "text", text=look))
        styles.append(_list_style("Bullets", ordered=False))
        styles.append(_list_style("Numbers", ordered=True))
        page = {
            "fo:page-width": "210mm",
            "fo:page-height": "297mm",
            **self.direction,
        }
        layout = _e("style:page-layout", {"style:name": "A4"})
        layout.append(_e("style:page-layout-properties", {**page, "fo:margin": "20mm"}))
        layout.append(_e("style:footer-style", {}, _e("style:header-footer-properties", {"fo:margin-top": "4mm"})))
        master = _e("style:master-page", {"style:name": "Standard", "style:page-layout-name": "A4"})
        master.append(_e("style:footer", {}, self._footer()))
        face = _e("style:font-face", {"style:name": _FONT, "svg:font-family": f"'{_FONT}'"})
        return _e(
            "office:document-styles",
            {"office:version": "1.3"},
            _e("office:font-face-decls", {}, face),
            styles,
            _e("office:automatic-styles", {}, layout),
            _e("office:master-styles", {}, master),
        )

    def _footer(self) -> Any:
        made = _e("text:p", {"text:style-name": "Footer"})
        _text(made, f"{printable(self.document.title)} · ")
        for part in re.split(r"(\{n\}|\{of\})", self.document.words["page"]):
            if part == "{n}":
                made.append(_e("text:page-number", {"text:select-page": "current"}))
            elif part == "{of}":
                made.append(_e("text:page-count"))
            else:
                _text(made, part)
        return made

    def meta(self) -> Any:
        told = _e("office:meta")
        document = self.document
        lines = {
            "dc:title": printable(document.title),
            "meta:keyword": document.keywords,
            "dc:language": document.language,
        }
        for name, value in lines.items():
            if value:
                element = _e(name)
                element.text = value
                told.append(element)
        return _e("office:document-meta", {"office:version": "1.3"}, told)


def _points(size: float) -> dict[str, str]:
    return {"fo:font-size": f"{size}pt", "style:font-size-complex": f"{size}pt"}


_TEXT: dict[str, dict[str, str]] = {
    "Strong": {"fo:font-weight": "bold", "style:font-weight-complex": "bold"},
    "Emphasis": {"fo:font-style": "italic", "style:font-style-complex": "italic"},
    "Code": {"fo:font-family": "monospace"},
}


def _mark(id: str, into: Any) -> Any:
    """Make a bookmark to stand before all that is in an element."""
    made = _e("text:bookmark", {"text:name": id})
    made.tail, into.text = into.text, None
    return made


def _text(into: Any, text: str) -> None:
    """Put text at an element's end; a line's end, a tab and spaces in a row are elements here."""
    for part in re.split(r"(\n|\t| {2,})", text):
        if part == "\n":
            into.append(_e("text:line-break"))
        elif part == "\t":
            into.append(_e("text:tab"))
        elif len(part) > 1 and not part.strip(" "):
            into.append(_e("text:s", {"text:c": str(len(part))}))
        elif len(into):
            into[-1].tail = (into[-1].tail or "") + part
        else:
            into.text = (into.text or "") + part


def _style(name: str, family: str, **properties: dict[str, str]) -> Any:
    made = _e("style:style", {"style:name": name, "style:family": family})
    for of, values in properties.items():
        if values:
            made.append(_e(f"style:{of}-properties", values))
    return made


def _list_style(name: str, ordered: bool) -> Any:
    made = _e("text:list-style", {"style:name": name})
    for level in range(1, 4):
        shown = {"style:num-format": "1", "style:num-suffix": "."} if ordered else {"text:bullet-char": "•"}
        place = {"text:label-followed-by": "listtab", "fo:text-indent": "-5mm", "fo:margin-left": f"{level * 5 + 1}mm"}
        kind = "text:list-level-style-number" if ordered else "text:list-level-style-bullet"
        made.append(
            _e(
                kind,
                {"text:level": str(level), **shown},
                _e("style:list-level-properties", _PLACE, _e("style:list-level-label-alignment", place)),
            )
        )
    return made


def _manifest(pictures: Iterable[str]) -> Any:
    version = {"manifest:version": "1.3"}
    entries = [("/", _TYPE), *((name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml"))]
    entries += [(name, "image/png" if name.endswith("png") else "image/jpeg") for name in pictures]
    return _e(
        "manifest:manifest",
        version,
        *(
            _e("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
            for path, kind in entries
        ),
    )


def _e(name: str, attributes: dict[str, str] | None = None, *children: Any) -> Any:
    made = etree.Element(_q(name), {_q(key): value for key, value in (attributes or {}).items()}, nsmap=_NS)
    made.extend(children)
    return made


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


def _mm(width: float) -> str:
    return f"{width:.1f}mm"


def _bytes(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _add(file: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    """Put a part into the file with a fixed date: equal minutes make equal files."""
    file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, how)
