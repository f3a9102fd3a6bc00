"""The schema is what the migrations make; a database of another version is refused with a sentence."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from shared.domain.records import KINDS
from shared.store import engine, schema
from shared.store.store import Store
from shared.store.tables import RECORDS, metadata
from tests.store.house import House, at_once


def test_every_record_has_its_table_and_every_field_its_column():
    assert RECORDS.keys() == KINDS.keys()
    for kind, cls in KINDS.items():
        own = {"version"} if kind == "workshop" else set()
        assert {c.name for c in RECORDS[kind].columns} == {f.name for f in fields(cls)} | own, kind
        assert [c.name for c in RECORDS[kind].primary_key] == ["workshop", "id"]


def test_migrations_make_what_the_tables_say(store: Store):
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_sqlite_keeps_no_row_numbers_for_ballots(migrated_file: Path):
    with sa.create_engine(f"sqlite:///{migrated_file}").connect() as connection:
        sql = dict(connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all())  # type: ignore[arg-type]
    assert all("WITHOUT ROWID" in sql[name] for name in ("ballot", "voted"))


def test_migrating_again_does_nothing(url: str):
    assert schema.migrate(url) is False


def test_from_nothing_to_the_newest(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    assert schema.migrate(url) is True
    with Store(url, b"s").read() as connection:
        assert schema.current(connection) == schema.head()


def test_a_newer_database_is_refused_and_left_alone(url: str):
    writing = engine.writing(url)
    with writing.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(schema.WrongSchema, match="newer version"):
        schema.migrate(url)
    with writing.connect() as connection:
        assert schema.current(connection) == "9999"
    writing.dispose()


def test_two_that_start_at_once_migrate_once(request: pytest.FixtureRequest, tmp_path: Path):
    cluster = request.getfixturevalue("cluster")
    for url in (f"sqlite:///{tmp_path / 'new.sqlite3'}", cluster.url(cluster.database())):
        outcomes = at_once(*[lambda url=url: schema.migrate(url)] * 3)
        assert {type(outcome) for outcome in outcomes} == {bool}, outcomes
        with Store(url, b"s").read() as connection:
            assert schema.current(connection) == schema.head()


def test_a_table_made_anew_keeps_what_hangs_on_it(house: House, monkeypatch: pytest.MonkeyPatch):
    """As SQLite changes a table: a new one is filled, the old one dropped, the new one renamed."""
    house.joins()

    def upgrade(config: Config, _: str) -> None:
        context = MigrationContext.configure(config.attributes["connection"])
        with Operations.context(context) as op, op.batch_alter_table("workshop") as batch:
            batch.alter_column("place", existing_type=sa.Text, nullable=True)

    with monkeypatch.context() as patch:
        patch.setattr(schema, "head", lambda: "later")
        patch.setattr(schema.command, "upgrade", upgrade)
        assert schema.migrate(house.store.url) is True
    house.store.close()
    store = Store(house.store.url, b"s")
    assert len(store.records(house.id)[1]) > 2
    assert len(store.changes_since(house.id, 0)) == 1
    store.close()


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/none", "sqlite:////proc/none/led.sqlite3"])
def test_a_database_that_cannot_be_had_is_told_in_a_sentence(url: str):
    with pytest.raises(schema.WrongSchema, match="cannot be opened"):
        schema.migrate(url)


def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path: Path):
    path = tmp_path / "led.sqlite3"
    path.write_bytes(b"something else altogether " * 200)
    with pytest.raises(schema.WrongSchema, match="not a database"):
        schema.migrate(f"sqlite:///{path}")
