"""What a connection promises: durable, patient for a while, and readers that cannot write."""

from __future__ import annotations

import secrets

import pytest
import sqlalchemy as sa

from shared.store.store import Store
from shared.store.tables import region


def pragmas(connection: sa.Connection, *names: str) -> dict[str, object]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names}


def test_a_commit_is_on_disk_and_what_is_deleted_is_overwritten(store: Store):
    if store.dialect == "postgresql":
        names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "synchronous_commit")
        found = store.write(lambda c: {n: c.exec_driver_sql(f"SHOW {n}").scalar_one() for n in names})
        assert list(found.values()) == ["5s", "3s", "10s", "on"]
        return
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    assert store.write(lambda connection: pragmas(connection, *expected)) == expected


def test_readers_of_sqlite_cannot_write(store: Store):
    if store.dialect == "sqlite":
        with pytest.raises(sa.exc.OperationalError, match="readonly"), store.read() as connection:
            connection.execute(region.insert().values(id="r", name="Altan", language="mn"))


def test_a_reader_sees_one_picture_while_others_write(store: Store):
    def add(id: str) -> None:
        store.write(lambda c: c.execute(region.insert().values(id=id, name=id, language="mn")) and None)

    add("a")
    with store.read() as connection:
        count = sa.select(sa.func.count()).select_from(region)
        assert connection.execute(count).scalar_one() == 1
        add("b")
        assert connection.execute(count).scalar_one() == 1
    with store.read() as connection:
        assert connection.execute(count).scalar_one() == 2


def test_a_failing_statement_does_not_stand_in_the_log_with_what_it_carried(
    store: Store, caplog: pytest.LogCaptureFixture
):
    canary = secrets.token_hex(8)

    def twice(connection: sa.Connection) -> None:
        for _ in range(2):
            connection.execute(region.insert().values(id="r", name=canary, language="mn"))

    with pytest.raises(sa.exc.IntegrityError):
        store.write(twice)
    assert canary not in caplog.text
    with store.read() as connection:
        assert connection.execute(sa.select(region)).all() == []
