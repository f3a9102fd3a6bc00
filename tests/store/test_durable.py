"""What was acknowledged is there after the process was killed, and the log is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from shared.domain.records import Card
from shared.store import archive
from shared.store.store import Store
from tests.store.databases import SECRET

ACKNOWLEDGED = 150


def test_a_killed_process_has_lost_nothing_that_it_acknowledged(url: str):
    script = Path(__file__).with_name("until_killed.py")
    with subprocess.Popen([sys.executable, str(script), url], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        workshop, *told = (process.stdout.readline().strip() for _ in range(1 + ACKNOWLEDGED))
        process.kill()
        told += [line.strip() for line in process.stdout if line.endswith("\n")]
    store = Store(url, SECRET)
    version, records = store.records(workshop)
    kept = {record.id for record in records if isinstance(record, Card)}
    assert {id for id in told if len(id) == 32} <= kept
    assert [change.version for change in store.changes_since(workshop, 0, limit=10_000)] == list(range(1, version + 1))
    archive.read(archive.export_workshop(store, workshop))  # folding the log back finds every record as it was left
    store.close()
