"""What leads from one place of a document to another: each place once, and no link that leads nowhere. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from .tree import Block, Heading, Item, Items, Link, Paragraph, Place, Run, Runs, Strong, Table, runs_of


def anchored(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Keep of places with one id the first, then make plain text of links to what the document does not hold.

    A card that two steps sorted stands under both; what was hidden since is still named in a vote.
    """
    taken: set[str] = set()

    def once(id: str) -> bool:
        new = id not in taken
        taken.add(id)
        return new

    def settle(run: Run) -> Run:
        return run if not isinstance(run, Place) or once(run.id) else _bare(run)

    def settled(item: Item) -> Item:
        id = item.id if item.id and once(item.id) else ""
        return replace(item, id=id, runs=_each(settle, item.runs), under=[settled(one) for one in item.under])

    def lead(run: Run) -> Run:
        return run if not isinstance(run, Link) or run.outside or run.to in taken else _bare(run)

    def leading(item: Item) -> Item:
        return replace(item, runs=_each(lead, item.runs), under=[leading(one) for one in item.under])

    there = list(blocks)
    taken |= {block.id for block in there if isinstance(block, Heading)}
    settled_blocks = [_through(settle, settled, block) for block in there]
    return tuple(_through(lead, leading, block) for block in settled_blocks)


def elsewhere(blocks: Iterable[Block], document: str) -> tuple[Block, ...]:
    """Let links lead into another document, by its address; without one they are plain text."""

    def lead(run: Run) -> Run:
        if not isinstance(run, Link) or run.outside:
            return run
        return replace(run, to=f"{document}#{run.to}") if document else _bare(run)

    def leading(item: Item) -> Item:
        return replace(item, runs=_each(lead, item.runs), under=[leading(one) for one in item.under])

    return tuple(_through(lead, leading, block) for block in blocks)


def links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Find all links of a document."""
    for block in blocks:
        yield from (run for run in _runs(block) if isinstance(run, Link))


def _bare(run: Link | Place) -> Run:
    """Keep the words and their looks."""
    return Strong(run.text) if run.strong else run.text


def _through(change: Callable[[Run], Run], of_item: Callable[[Item], Item], block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, runs=_each(change, block.runs))
    if isinstance(block, Items):
        return replace(block, items=[of_item(item) for item in block.items])
    if isinstance(block, Table):
        return replace(block, rows=[[_each(change, cell) for cell in row] for row in block.rows])
    return block


def _each(change: Callable[[Run], Run], runs: Runs) -> Runs:
    if isinstance(runs, Sequence) and not isinstance(runs, str):
        return [change(run) for run in runs]
    return change(runs)


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Paragraph):
        yield from runs_of(block.runs)
    elif isinstance(block, Items):
        yield from (run for item in block.items for run in _of_item(item))
    elif isinstance(block, Table):
        yield from (run for row in block.rows for cell in row for run in runs_of(cell))


def _of_item(item: Item) -> Iterator[Run]:
    yield from runs_of(item.runs)
    for one in item.under:
        yield from _of_item(one)
