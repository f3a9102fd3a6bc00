"""Write minutes as Markdown. What people wrote is escaped, so that no reader of any dialect takes it for markup."""

from __future__ import annotations

import re
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


def markdown(document: Document) -> str:
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def escaped(text: str, begins: bool = True) -> str:
    """Escape a text so that it reads as itself; a line break stays one. It ``begins`` a line, or stands within one."""
    first, *more = printable(text).splitlines() or [""]
    return "  \n".join((_line(first, begins), *(_line(line.lstrip()) for line in more)))


def _line(text: str, begins: bool = True) -> str:
    text = re.sub(r"\s+", " ", text).translate(_ANYWHERE)
    if begins and not re.fullmatch(r"\d+(\.\d+)?", text):  # a figure by itself is no list
        text = _AT_START.sub(lambda m: f"&#{ord(m[1])};" if m[1] else f"{m[2]}\\{m[3]}", text)
    return _ADDRESS.sub(lambda m: m[0].replace(":", "&#58;").replace(".", "&#46;"), text)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_one_line(block.text)}"
    if isinstance(block, Paragraph):
        text = _runs(block.runs)
        return f"*{text}*" if block.role == "hint" and "\n" not in text else text
    if isinstance(block, Items):
        return "\n".join(_items(block.items, block.ordered, 0))
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Photo):
        return f"- {_one_line(block.caption)}"
    if isinstance(block, Figure):
        return f"*{_one_line(block.alt)}*"
    return _own(block)


def _own(block: Own) -> str:
    lines = safe_markdown(printable(block.markdown)).splitlines()
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"> **{escaped(block.label)}**\n>\n{quoted}"


def _items(items: object, ordered: bool, depth: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(items, start=1):  # type: ignore[arg-type, var-annotated]
        assert isinstance(item, Item)
        indent = "    " * depth
        text = _runs(item.runs).replace("\n", f"\n{indent}    ")
        lines.append(f"{indent}{f'{number}.' if ordered else '-'} {text}")
        lines += _items(item.under, False, depth + 1)
    return lines


def _table(table: Table) -> str:
    columns = list(table.columns)
    width = len(columns) or 2
    head = [_one_line(column) for column in columns] or [""] * width
    rule = ["---:" if i in table.numbers else "---" for i in range(width)]
    rows = [
        [_runs(cell).replace("  \n", " ").replace("\n", " ").replace("|", "&#124;") for cell in row]
        for row in table.rows
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _runs(runs: Runs) -> str:
    told = ""
    for run in runs_of(runs):
        told += _run(run, begins=told.endswith("\n") or not told.strip())
    return told


def _run(run: Run, begins: bool) -> str:
    if isinstance(run, Strong):
        return f"**{escaped(run.text)}**" if run.text.strip() else ""  # four stars would be a line, or nothing
    if isinstance(run, Words):
        return safe_markdown(printable(run.markdown))
    if isinstance(run, Link) and run.outside:
        return f"[{_one_line(run.text)}](<{_outside(run.to)}>)"
    return escaped(run.text if isinstance(run, Link | Place) else run, begins)


def _outside(address: str) -> str:
    """Write an address so that nothing in it ends the link."""
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~")
