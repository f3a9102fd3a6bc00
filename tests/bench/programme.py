"""How long the dashboards take for a large programme: 20 regions, 6 years, 5,000 measures, 60,000 readings."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared.config import Settings
from shared.demo.programme import REGIONS
from shared.store import people, results, schema
from shared.store.keys import new_id
from shared.store.store import Store
from shared.store.tables import check_up, entry, reading
from shared.web import assets
from tests.harness import postgres
from tests.store.databases import Cluster

from .rig import Figure

ROUNDS = 5
MEASURES, YEARS, READINGS = 5000, 6, 12  # readings of each measure
_CODES = ("trained", "participations", "jobs", "fte", "income", "firms")
_PAGES = (("umbrella", "", 0.3), ("region", "?region={region}", 0.1))


def programme() -> list[Figure]:
    """Server time of the umbrella's and of a region's page, on SQLite and on PostgreSQL."""
    figures = []
    with tempfile.TemporaryDirectory(prefix="led-bench-") as folder:
        figures += _measured("SQLite", f"sqlite:///{Path(folder) / 'led.sqlite3'}", Path(folder))
        programs = postgres.programs()
        if programs is None:
            raise SystemExit("There is no PostgreSQL here: `python3 wsgi.py test` installs one.")
        cluster = Cluster(programs)
        try:
            figures += _measured("PostgreSQL", cluster.url(cluster.database()), Path(folder))
        finally:
            cluster.stop()
    return figures


def _measured(name: str, url: str, folder: Path) -> Iterator[Figure]:
    from wsgi import create_app

    schema.migrate(url)
    store = Store(url, b"bench" * 8)
    token, region = store.write(_fill)
    store.close()
    assets.bundle.cache_clear()
    app = create_app(Settings.read({"LED_DATABASE_URL": url}, data=folder))
    client, asks = app.test_client(), {"Authorization": f"Bearer {token}"}
    for page, asked, goal in _PAGES:
        address = f"/facilitator/programme{asked.format(region=region)}"
        taken = []
        for _ in range(ROUNDS + 1):
            start = time.perf_counter()
            answer = client.get(address, headers=asks, base_url="http://localhost")
            taken.append(time.perf_counter() - start)
            assert answer.status_code == 200, answer.text
        taken = taken[1:]  # templates are read once in a server's life
        yield Figure(f"{page} page of {MEASURES:,} measures on {name}", "s", taken, f"< {goal} s", max(taken) < goal)
    app.extensions["house"].store.close()


def _fill(connection: Any) -> tuple[str, str]:
    """Fill the tables as a programme of six years would have."""
    regions = [people.add_region(connection, name, "mn") for name in REGIONS]
    me = people.add_person(connection, email="bench@example.org", name="Bench", role="manager")
    entries = [
        {
            "id": new_id(),
            "region": regions[n % len(regions)],
            "number": f"B-{n:05}",
            "title": f"Measure {n}",
            "state": "completed" if n % 5 else "running",
            "form": {"title": f"Measure {n}", "asked": 9000},
            "office": {},
            "workshop": "",
            "measure": "",
            "released": True,
            "ended_on": f"{2020 + n % YEARS}-0{1 + n % 9}-15" if n % 5 else "",
            "asked": 9000,
            "version": 1,
            "created_at": 0,
            "changed_at": 0,
        }
        for n in range(MEASURES)
    ]
    connection.execute(entry.insert(), entries)
    readings = []
    for n, one in enumerate(entries):
        for k in range(READINGS):
            code = _CODES[k % len(_CODES)]
            newest = k >= READINGS - len(_CODES) or code in ("trained", "participations")
            day = f"{2020 + (n + k // len(_CODES)) % YEARS}-06-{1 + n % 28:02}"
            known = {"women": 100 * (n % 7)} if n % 3 else {"women": None}
            row = {"id": new_id(), "entry": one["id"], "code": code, "day": day, "value": 100 * (n % 40 + k)}
            blank = dict.fromkeys(("youth", "vulnerable", "remote"))
            readings.append({**row, **known, **blank, "proof": "List", "by": "Bench", "at": k, "counts": newest})
    connection.execute(reading.insert(), readings)
    for place in regions:
        for code in _CODES:
            results.add_up(connection, place, code)
    checks = [
        {
            **{"entry": one["id"], "time": "T6", "day": "2026-06-01", "way": "visit", "by": "Bench", "answers": {}},
            **{"verdict": "partly" if n % 9 == 0 else "effective", "at": 0},
        }
        for n, one in enumerate(entries)
        if one["ended_on"]
    ]
    connection.execute(check_up.insert(), checks)
    return people.add_token(connection, me, 0), regions[0]
