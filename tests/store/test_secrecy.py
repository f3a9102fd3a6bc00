"""After the close nobody can read from the files who voted what, or in which order the ballots came."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest
import sqlalchemy as sa

from shared.store import archive
from shared.store.store import Store
from shared.store.tables import ballot, metadata, voted
from tests.store.house import House, Phone, until

TITLES = tuple(f"Group {n}" for n in range(30))


def a_vote_of_thirty(store: Store) -> tuple[House, list[Phone], list[str]]:
    """Thirty people, each for a group of their own: who knows the paper knows the voter."""
    house = House(store).opens()
    groups = house.opens_the_vote(*TITLES)
    phones = [house.joins() for _ in groups]
    for phone, group in zip(phones, groups, strict=True):
        phone.votes({group: 1})
    return house, phones, groups


def closes(house: House) -> None:
    for verb in ("activity.close", "activity.reveal"):
        house.does(verb, activity=house.vote.id)
    house.store.write(lambda connection: None)  # the wiping is done before the next work


def correlation(order: list[int]) -> float:
    """Spearman's rank correlation of a sequence with 0, 1, 2 ..."""
    n = len(order)
    return 1 - 6 * sum((i - rank) ** 2 for i, rank in enumerate(order)) / (n * (n * n - 1))


def stored_orders(store: Store, groups: list[str]) -> dict[str, list[int]]:
    """Every order in which the ballots lie, as the ranks at which they were cast."""
    orders: dict[str, list[int]] = {}
    for by in ("key_hash", "ctid") if store.dialect == "postgresql" else ("key_hash",):
        with store.read() as connection:
            papers = connection.execute(sa.select(ballot.c.paper).order_by(sa.literal_column(by))).scalars().all()
        orders[by] = [groups.index(next(iter(paper))) for paper in papers]
    if store.dialect == "postgresql":
        with store.read() as connection:
            assert len(connection.exec_driver_sql("SELECT DISTINCT xmin::text FROM ballot").all()) == 1
    return orders


def test_no_stored_order_goes_with_the_order_of_casting(store: Store):
    found: dict[str, list[float]] = {}
    for _ in range(8):
        store.write(lambda c: [c.execute(table.delete()) for table in reversed(metadata.sorted_tables)] and None)
        house, _, groups = a_vote_of_thirty(store)
        closes(house)
        for name, order in stored_orders(store, groups).items():
            found.setdefault(name, []).append(correlation(order))
    for name, correlations in found.items():
        assert abs(mean(correlations)) < 0.3, (name, correlations)
        assert max(map(abs, correlations)) < 0.8, (name, correlations)


def test_a_ballot_row_has_nothing_of_a_person_or_a_time(store: Store):
    assert {c.name for c in ballot.columns} == {"workshop", "activity", "key_hash", "revision", "sector", "paper"}
    assert {c.name for c in voted.columns} == {"workshop", "activity", "credential_hash"}
    house, phones, _ = a_vote_of_thirty(store)
    closes(house)
    secrets = {s for phone in phones for s in (phone.seat, phone.key, phone.token)}
    with store.read() as connection:
        rows = [*connection.execute(sa.select(ballot)), *connection.execute(sa.select(voted))]
    kept = {str(value) for row in rows for value in row}
    assert not kept & secrets
    assert {row.revision for row in rows if hasattr(row, "revision")} == {0}


def test_nothing_of_a_ballot_stands_in_the_log(store: Store):
    house, phones, _ = a_vote_of_thirty(store)
    version = house.version
    for phone in phones:
        phone.votes({})
    assert house.version == version
    log = json.dumps([str(change) for change in store.changes_since(house.id, 0)])
    assert not any(phone.key in log for phone in phones)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_trace_of_the_order_is_left_in_sqlites_files(store: Store):
    """In each file's bytes: the papers that were cast lie in the order of their keys, and no earlier copy beside it."""
    house, phones, groups = a_vote_of_thirty(store)
    closes(house)
    path = Path(store.url.removeprefix("sqlite:///"))
    papers = {group: json.dumps({group: 1}, separators=(",", ":")).encode() for group in groups}
    log = path.with_name(path.name + "-wal").read_bytes()
    assert not any(log.count(paper) for paper in papers.values())
    content = path.read_bytes()
    assert {content.count(paper) for paper in papers.values()} == {1}
    for phone in phones:
        for at in _all(content, phone.seat.encode()):
            assert not any(paper in content[max(0, at - 300) : at + 300] for paper in papers.values())


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_reader_in_the_way_only_delays_the_wiping(store: Store):
    house, _, groups = a_vote_of_thirty(store)
    with store.read() as connection:
        connection.execute(sa.select(ballot)).all()
        closes(house)
    log = Path(store.url.removeprefix("sqlite:///") + "-wal")
    until(lambda: not any(json.dumps({g: 1}, separators=(",", ":")).encode() in log.read_bytes() for g in groups))


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_no_dead_row_is_left_in_postgresqls_table(store: Store):
    house, *_ = a_vote_of_thirty(store)
    closes(house)
    with store.read() as connection:
        size = connection.exec_driver_sql("SELECT pg_relation_size('ballot') / 8192").scalar_one()
        last = connection.exec_driver_sql("SELECT max((ctid::text::point)[0]) FROM ballot").scalar_one()
    assert size == last + 1  # no page beyond those in use; the file was written anew


def test_an_archive_has_the_papers_and_nobody_beside_them(store: Store):
    house, phones, _ = a_vote_of_thirty(store)
    closes(house)
    document = archive.export_workshop(store, house.id)
    assert document is not None
    assert [line["key_hash"] for line in document["ballots"]] == sorted(b["key_hash"] for b in document["ballots"])
    text = json.dumps(document)
    assert not any(secret in text for phone in phones for secret in (phone.key, phone.token))


def _all(content: bytes, part: bytes) -> list[int]:
    found, at = [], content.find(part)
    while at >= 0:
        found.append(at)
        at = content.find(part, at + 1)
    return found
