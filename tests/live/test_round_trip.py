"""A workshop that came in as a file has the same minutes as where it went out, byte for byte, whatever happened."""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.records import Activity
from shared.minutes.render import written
from shared.store import archive, photos, workshops
from shared.store.schema import migrate
from shared.store.store import Store
from shared.web.recording import minutes_of, save_version
from tests.live.test_equal import Chaos
from tests.photos.pictures import drawn

ACTS = 150
FORMATS = ("md", "html", "json", "csv")


def minutes(store: Store, id: str) -> dict[str, bytes]:
    with store.read() as connection:
        workshop = workshops.by_id(connection, id)
    assert workshop is not None
    document = minutes_of(store, workshop)
    return {format: written(document, format) for format in FORMATS}


def opened(folder: Path, name: str) -> Store:
    url = f"sqlite:///{folder / name}.sqlite3"
    migrate(url)
    return Store(url, b"s" * 32)


@settings(max_examples=8)
@given(st.integers(0, 10**9))
def test_minutes_are_the_same_where_a_workshop_came_in(seed: int) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        here, there = opened(Path(folder), "here"), opened(Path(folder), "there")
        room = Chaos(here, rng, Counter())
        room.comes_early()
        room.begins()
        for n in range(ACTS):
            room.follower.tick()
            room.acts()
            if n % 10 == 0:
                room.votes()
        with here.read() as connection:
            workshop = workshops.by_id(connection, room.id)
        assert workshop is not None
        for n, size in enumerate(((64, 48), (48, 64))[: rng.randrange(3)]):
            jpeg = drawn(size=size)
            step = rng.choice([r.id for r in room.follower.board.records() if isinstance(r, Activity)] + ["", "gone"])
            told = {
                "activity": step,
                "caption": f"Wall | {n}",
                "at": n,
                "by": "Aya",
                "width": size[0],
                "height": size[1],
            }
            taken = photos.Photo(id=f"p{n}", digest=photos.digest_of(jpeg), **told)
            here.write(lambda c, taken=taken, jpeg=jpeg: photos.add(c, room.id, taken, jpeg))
        save_version(here, workshop, minutes_of(here, workshop), at=1, by="Aya", remark="")
        document = archive.export_workshop(here, room.id)
        came = archive.import_workshop(there, json.loads(json.dumps(document)))
        assert came.id == room.id
        assert minutes(there, room.id) == minutes(here, room.id)
        assert archive.export_workshop(there, room.id) == document
        here.close()
        there.close()
