"""How long minutes take to be written, and how long everything else has to wait meanwhile."""

from __future__ import annotations

import io
import tempfile
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from PIL import Image

from shared.demo.day import play
from shared.desk import Desk
from shared.minutes.charts.board import WIDTH, Hung, boards
from shared.minutes.render import written
from shared.minutes.tree import Document, Heading, Item, Items, Photo
from shared.minutes.tree import Figure as Drawn
from shared.store import schema
from shared.store.store import Store
from shared.web.recording import minutes_of

from .rig import Figure
from .sorting import cards

ROUNDS = 5
_VOTES = 6
_GOALS = ((200, "html", 0.3), (200, "pdf", 1.0), (200, "docx", 1.0), (1000, "pdf", 5.0))
_PAUSE_MS = 250
_PHOTOS, _PHOTO, _PHOTO_GOALS = 12, (1600, 1200), (("pdf", 3.0), ("docx", 3.0), ("html", 0.5))  # as photos are kept


def minutes() -> list[Figure]:
    """Minutes of 200 cards, 8 measures and 6 votes, of 1,000 cards, of twelve photos; and a thread's pauses beside."""
    demo = _demo()
    pauses: list[float] = []
    figures = []
    for number, format, goal in _GOALS:
        document = _longer(demo, number)
        written(document, format)  # fonts and templates are read once in a server's life
        taken = [_beside(lambda d=document, f=format: written(d, f), pauses) for _ in range(ROUNDS)]  # type: ignore[misc]
        name = f"minutes of {number:,} cards as {format.upper()}"
        figures.append(Figure(name, "s", taken, f"< {goal} s", max(taken) < goal))
    document = _with_photos(demo)
    for format, goal in _PHOTO_GOALS:
        written(document, format)
        taken = [_beside(lambda f=format: written(document, f), pauses) for _ in range(ROUNDS)]  # type: ignore[misc]
        name = f"minutes with {_PHOTOS} photos as {format.upper()}"
        figures.append(Figure(name, "s", taken, f"< {goal} s", max(taken) < goal))
    met = max(pauses) < _PAUSE_MS
    figures.append(Figure("pause of everything else meanwhile", "ms", pauses, f"< {_PAUSE_MS} ms", met))
    return figures


def _demo() -> Document:
    with tempfile.TemporaryDirectory(prefix="led-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'led.sqlite3'}"
        schema.migrate(url)
        store = Store(url, b"bench" * 8)
        try:
            return minutes_of(store, play(Desk(store), store))
        finally:
            store.close()


def _longer(demo: Document, number: int) -> Document:
    """Add cards, and the demo's vote again and again under other names."""
    blocks = list(demo.blocks)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 3 and "Weigh" in b.text)
    end = next(n for n in range(start + 1, len(blocks)) if isinstance(blocks[n], Heading))
    for vote in range(_VOTES - 2):  # the demo has two
        blocks += [replace(blocks[start], id=f"vote-{vote}"), *blocks[start + 1 : end]]  # type: ignore[type-var]
    more = cards(number - 40)  # and forty cards
    groups = [Hung(f"Group {n}", [card.text for card in more[n : n + 25]]) for n in range(0, len(more), 25)]
    for group in groups:
        blocks += [Heading(4, group.name), Items([Item(text) for text in group.cards], cards=True)]
    blocks += [Drawn(one, "Board", WIDTH) for one in boards(groups, "Board", "Altan-Ovoo", "Board")]
    return replace(demo, blocks=tuple(blocks))


def _with_photos(demo: Document) -> Document:
    """Add photos of the size in which those of phones are kept, each another one and hard to make smaller."""
    dice, blocks = Random(1), list(demo.blocks)
    for n in range(_PHOTOS):
        grains = Image.frombytes("L", (200, 150), dice.randbytes(200 * 150)).resize(_PHOTO)
        made = io.BytesIO()
        grains.convert("RGB").save(made, "JPEG", quality=80)
        jpeg = made.getvalue()
        digest = sha256(jpeg).hexdigest()
        blocks.append(Photo(f"photo-{n}", f"Board {n}", digest, *_PHOTO, b64encode(jpeg).decode()))
    return replace(demo, blocks=tuple(blocks))


def _beside(work: Callable[[], object], pauses: list[float]) -> float:
    """Do work while a thread looks at the clock every few milliseconds; note its longest pause in ms."""
    over = threading.Event()
    longest = 0.0

    def looks() -> None:
        nonlocal longest
        last = time.perf_counter()
        while not over.wait(0.005):
            now = time.perf_counter()
            longest, last = max(longest, (now - last) * 1000), now

    beside = threading.Thread(target=looks)
    beside.start()
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    over.set()
    beside.join()
    pauses.append(longest)
    return taken
