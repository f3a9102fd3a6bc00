"""Write minutes as HTML. What people wrote is escaped; the facilitator's own Markdown goes through an allow-list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from .own_words import to_html
from .tree import (
    Block,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Link,
    Own,
    Paragraph,
    Photo,
    Place,
    Run,
    Runs,
    Strong,
    Table,
    Words,
    printable,
    runs_of,
)


def article(
    document: Document,
    beside: Callable[[Own | Heading], Markup] = lambda block: Markup(""),
    address: Callable[[Photo], str] = lambda photo: "",
) -> Markup:
    """Write the body of the minutes, to stand within a page.

    ``beside`` may add something to each of the facilitator's own words and to each heading, such as a way to edit;
    ``address`` says where a photo is that the document does not hold itself.
    """
    return Markup("\n").join(
        photo_html(block, address(block))
        if isinstance(block, Photo)
        else block_html(block) + (beside(block) if isinstance(block, Own | Heading) else "")
        for block in told_apart(document.blocks)
    )


def told_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number tables of one name, so that whoever goes from table to table by ear knows which it is."""
    met: Counter[str] = Counter()
    for block in blocks:
        if isinstance(block, Table):
            met[block.label] += 1
            if met[block.label] > 1:
                block = replace(block, label=f"{block.label} ({met[block.label]})")
        yield block


def page(document: Document, address: Callable[[Photo], str] = lambda photo: "") -> str:
    """Write the minutes as one file that stands by itself and asks nothing of the network.

    ``address`` says where photos are that stand beside the file.
    """
    direction = "rtl" if document.language == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}" dir="{direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(printable(document.title))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f'<body>\n<main class="doc">\n{article(document, address=address)}\n</main>\n</body>\n</html>\n'
    )


def block_html(block: Block) -> Markup:
    if isinstance(block, Heading):
        id = Markup(' id="{}"').format(block.id) if block.id else ""
        name = " ".join(filter(None, ({1: "t", 4: "grp"}.get(block.level), "fresh" if block.fresh else "")))
        cls = Markup(' class="{}"').format(name) if name else ""
        return Markup("<h{0}{1}{2}>{3}</h{0}>").format(block.level, id, cls, _text(block.text))
    if isinstance(block, Paragraph):
        cls = Markup(' class="{}"').format(block.role) if block.role else ""
        return Markup("<p{}>{}</p>").format(cls, _runs(block.runs))
    if isinstance(block, Items):
        return _items(block.items, block.ordered, "cards" if block.cards else "")
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Photo):
        return photo_html(block)
    if isinstance(block, Figure):
        return Markup('<figure class="w{}">{}</figure>').format(block.width, Markup(block.svg))
    return own(block)


def photo_html(photo: Photo, address: str = "") -> Markup:
    """Show a photo from within the page or from its address; where there is neither, only its words."""
    source = f"data:image/jpeg;base64,{photo.jpeg}" if photo.jpeg else address
    size = {"width": photo.width, "height": photo.height}
    # Where the words below say what is on it, to read them twice would only be in the way.
    picture = Markup('<img src="{}" alt="{}" width="{width}" height="{height}">')
    shown = picture.format(source, printable(photo.alt), **size) if source else ""
    below = Markup("<figcaption>{}</figcaption>").format(_text(photo.caption)) if photo.caption else ""
    return Markup('<figure class="photo">{}{}</figure>').format(shown, below)


def own(block: Own) -> Markup:
    words = Markup(to_html(printable(block.markdown)))
    return Markup('<div class="own" role="note" aria-label="{0}"><p class="hint">{0}</p>{1}</div>').format(
        printable(block.label), words
    )


def _items(items: Iterable[Item], ordered: bool, cls: str) -> Markup:
    tag = "ol" if ordered else "ul"
    made = Markup("\n").join(
        Markup("<li{}>{}{}</li>").format(
            Markup(' id="{}"').format(item.id) if item.id else "",
            _runs(item.runs),
            _items(item.under, False, "merged") if item.under else "",
        )
        for item in items
    )
    named = Markup(' class="{}"').format(cls) if cls else ""
    return Markup("<{0}{1}>\n{2}\n</{0}>").format(tag, named, made)


def _table(table: Table) -> Markup:
    head = Markup("")
    if table.columns:
        cells = Markup("").join(
            _cell("th", Markup(' scope="col"'), i in table.numbers, c) for i, c in enumerate(table.columns)
        )
        head = Markup("<thead><tr>{}</tr></thead>").format(cells)
    rows = Markup("\n").join(Markup("<tr>{}</tr>").format(_row(table, row)) for row in table.rows)
    return Markup(
        '<div class="tw" tabindex="0" role="region" aria-label="{0}">'
        '<table class="dt">{1}<tbody>\n{2}\n</tbody></table></div>'
    ).format(printable(table.label), head, rows)


def _row(table: Table, row: Iterable[Runs]) -> Markup:
    """Write a row; in a table without a head, and in the column of names, the cell that names the row is its head."""
    names = (
        0 if not table.columns else min((i for i in range(len(table.columns)) if i not in table.numbers), default=-1)
    )
    return Markup("").join(
        _cell("th", Markup(' scope="row"'), False, cell)
        if i == names
        else _cell("td", Markup(""), i in table.numbers, cell)
        for i, cell in enumerate(row)
    )


def _cell(tag: str, scope: Markup, number: bool, runs: Runs) -> Markup:
    return Markup("<{0}{1}{2}>{3}</{0}>").format(tag, scope, Markup(' class="n"') if number else "", _runs(runs))


def _runs(runs: Runs) -> Markup:
    return Markup("").join(_run(run) for run in runs_of(runs))


def _run(run: Run) -> Markup:
    if isinstance(run, Strong):
        return Markup("<b>{}</b>").format(_text(run.text))
    if isinstance(run, Link):
        return Markup('<a href="{}">{}</a>').format(run.to if run.outside else f"#{run.to}", _worded(run))
    if isinstance(run, Place):
        return Markup('<span id="{}">{}</span>').format(run.id, _worded(run))
    if isinstance(run, Words):
        words = to_html(printable(run.markdown))
        alone = words.startswith("<p>") and words.endswith("</p>") and words.count("<p>") == 1
        return Markup(words[3:-4] if alone else words)
    return _text(run)


def _worded(run: Link | Place) -> Markup:
    return Markup("<b>{}</b>").format(_text(run.text)) if run.strong else _text(run.text)


def _text(text: str) -> Markup:
    """Escape a text; its line breaks stay, and its direction is its own."""
    return Markup("<br>").join(printable(text).splitlines())


_STYLE = """
body{font:17px/1.55 "Noto Sans",system-ui,sans-serif;color:#1f1a13;background:#fcfaf5;margin:0}
.doc{max-width:60rem;margin:0 auto;padding:1.5rem;background:#fff}
h1{font-size:2rem;line-height:1.2}h2{margin-top:2rem;border-bottom:1px solid #85745b}h3{margin-top:1.8rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.4rem .6rem;border-bottom:1px solid #cbbfa8;text-align:start;vertical-align:top}
.n{text-align:end;font-variant-numeric:tabular-nums}.hint,.fact{color:#4e4538}.tw{overflow-x:auto}
figure{margin:1rem 0}figure svg{max-width:100%}figure.w30 svg{width:30mm}
figure img{max-width:100%;height:auto;max-height:24cm;width:auto}figcaption{color:#4e4538}
.own{border-inline-start:4px solid #14564a;padding-inline-start:1rem;margin-block:1rem}li{overflow-wrap:anywhere}
@media print{body{background:#fff;font-size:10.5pt}.doc{padding:0;max-width:none}h2,h3,h4{break-after:avoid}
.fresh{break-before:page}tr,li,figure{break-inside:avoid}.tw{overflow:visible}table{font-size:8.5pt}
th,td{padding:.25rem .35rem;overflow-wrap:anywhere}}
"""
