"""Write minutes as Markdown. What people wrote is escaped, so that no reader of any dialect takes it for markup.

There is no HTML in it, so a link leads to the heading under which its place stands, by the name that most programs give
a heading (GitHub's rule: its small letters, with hyphens for spaces).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from .own_words import safe_markdown
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

# A backslash where every dialect knows it, an entity where some do not.
_ANYWHERE = str.maketrans({c: f"\\{c}" for c in "\\`*_{[]#"} | {c: f"&#{ord(c)};" for c in "|~^$@<>"} | {"&": "&amp;"})
_AT_START = re.compile(r"^([-+=:])|^(\d+)([.)])")
_ADDRESS = re.compile(r"(?i)://|\bwww\.")  # which some dialects make a link of


Names = Mapping[str, str]  # of headings, by the ids of what stands under them


def markdown(document: Document) -> str:
    names = _names(document.blocks)
    return "\n\n".join(_block(block, names) for block in document.blocks) + "\n"


def escaped(text: str, begins: bool = True) -> str:
    """Escape a text so that it reads as itself; a line break stays one. It ``begins`` a line, or stands within one."""
    first, *more = printable(text).splitlines() or [""]
    return "  \n".join((_line(first, begins), *(_line(line.lstrip()) for line in more)))


def _line(text: str, begins: bool = True) -> str:
    text = re.sub(r"\s+", " ", text).translate(_ANYWHERE)
    if begins and not re.fullmatch(r"\d+(\.\d+)?", text):  # a figure by itself is no list
        text = _AT_START.sub(lambda m: f"&#{ord(m[1])};" if m[1] else f"{m[2]}\\{m[3]}", text)
    return _ADDRESS.sub(lambda m: m[0].replace(":", "&#58;").replace(".", "&#46;"), text)


def _names(blocks: Iterable[Block]) -> Names:
    found: dict[str, str] = {}
    taken: set[str] = set()
    name = ""
    for block in blocks:
        if isinstance(block, Heading):
            name = first = _name(block.text)
            again = 0
            while name in taken:
                again += 1
                name = f"{first}-{again}"
            taken.add(name)
        found |= dict.fromkeys(_ids(block), name)
    return found


def _name(text: str) -> str:
    small = printable(" ".join(text.split())).lower().replace(" ", "-")
    return "".join(
        c for c in small if c == "-" or unicodedata.category(c) in ("Nd", "Pc") or unicodedata.category(c)[0] in "LM"
    )


def _ids(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.id
    elif isinstance(block, Paragraph):
        yield from _places(block.runs)
    elif isinstance(block, Items):
        yield from (id for item in block.items for id in _ids_of_item(item))
    elif isinstance(block, Table):
        yield from (id for row in block.rows for cell in row for id in _places(cell))


def _ids_of_item(item: Item) -> Iterator[str]:
    yield item.id
    yield from _places(item.runs)
    for one in item.under:
        yield from _ids_of_item(one)


def _places(runs: Runs) -> Iterator[str]:
    return (run.id for run in runs_of(runs) if isinstance(run, Place))


def _block(block: Block, names: Names) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_one_line(block.text)}"
    if isinstance(block, Paragraph):
        text = _runs(block.runs, names)
        return f"*{text}*" if block.role == "hint" and "\n" not in text else text
    if isinstance(block, Items):
        return "\n".join(_items(block.items, block.ordered, 0, names))
    if isinstance(block, Table):
        return _table(block, names)
    if isinstance(block, Photo):
        return f"- {_one_line(block.caption)}"
    if isinstance(block, Figure):
        return f"*{_one_line(block.alt)}*"
    return _own(block)


def _own(block: Own) -> str:
    lines = safe_markdown(printable(block.markdown)).splitlines()
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"> **{escaped(block.label)}**\n>\n{quoted}"


def _items(items: object, ordered: bool, depth: int, names: Names) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(items, start=1):  # type: ignore[arg-type, var-annotated]
        assert isinstance(item, Item)
        indent = "    " * depth
        text = _runs(item.runs, names).replace("\n", f"\n{indent}    ")
        lines.append(f"{indent}{f'{number}.' if ordered else '-'} {text}")
        lines += _items(item.under, False, depth + 1, names)
    return lines


def _table(table: Table, names: Names) -> str:
    columns = list(table.columns)
    width = len(columns) or 2
    head = [_one_line(column) for column in columns] or [""] * width
    rule = ["---:" if i in table.numbers else "---" for i in range(width)]
    rows = [
        [_runs(cell, names).replace("  \n", " ").replace("\n", " ").replace("|", "&#124;") for cell in row]
        for row in table.rows
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _runs(runs: Runs, names: Names) -> str:
    told = ""
    for strong, some in groupby(runs_of(runs), _is_strong):
        said = "" if strong else told
        for run in some:
            begins = said.endswith("\n") or not said.strip()
            said = _joined(said, _run(run, begins, names))
        told = _joined(told, _starred(said)) if strong else said
    return told


def _is_strong(run: Run) -> bool:
    return isinstance(run, Strong) or (isinstance(run, Link | Place) and run.strong)


def _starred(text: str) -> str:
    """Make a text strong; spaces at its ends stay outside, for stars beside a space are only stars."""
    inner = text.strip(" ")
    if not inner:  # four stars would be a line, or nothing
        return ""
    before, _, after = text.partition(inner)
    return f"{before}**{inner}**{after}"


def _joined(before: str, after: str) -> str:
    """Put two pieces side by side; a link after an exclamation mark is not to become a picture."""
    return f"{before[:-1]}\\!{after}" if before.endswith("!") and after.startswith("[") else before + after


def _run(run: Run, begins: bool, names: Names) -> str:
    if isinstance(run, Words):
        return safe_markdown(printable(run.markdown))
    if isinstance(run, Link) and (run.outside or names.get(run.to)):
        text = _one_line(run.text)
        to = f"<{_outside(run.to)}>" if run.outside else f"#{names[run.to]}"
        return f"[{text}]({to})" if text.strip() else text
    return escaped(run if isinstance(run, str) else run.text, begins or isinstance(run, Strong))


def _outside(address: str) -> str:
    """Write an address so that nothing in it ends the link."""
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~")
