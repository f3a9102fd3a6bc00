"""Connections. SQLite: one file, WAL, each commit on disk; PostgreSQL: short patience, checked connections."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, pool

_SQLITE_PRAGMAS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
)
_POSTGRES_OPTIONS = "-c statement_timeout=5000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000"


def reading(url: str) -> sa.Engine:
    """Make an engine for reading: many connections side by side, never in a writer's way."""
    return _sqlite(url, write=False) if url.startswith("sqlite") else _postgres(url, size=8)


def writing(url: str) -> sa.Engine:
    """Make the writer's engine: one connection, used by one thread; on SQLite each transaction begins IMMEDIATE."""
    return _sqlite(url, write=True) if url.startswith("sqlite") else _postgres(url, size=1)


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'led.sqlite3'}"


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sqlite(url: str, write: bool) -> sa.Engine:
    engine = sa.create_engine(
        url,
        json_serializer=_dumps,
        hide_parameters=True,  # they are people's words and papers, and do not belong into a log
        poolclass=pool.QueuePool,
        pool_size=1 if write else 8,
        max_overflow=0 if write else 24,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in _SQLITE_PRAGMAS:
            connection.execute(pragma)
        if write:
            _to_wal(connection)
        else:
            connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _to_wal(connection: Any) -> None:
    """Write ahead from now on. Nobody else may look while the file changes over, and SQLite does not wait for that."""
    patience = monotonic() + 5
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if monotonic() > patience:
                raise
            sleep(0.01)


def _postgres(url: str, size: int) -> sa.Engine:
    # REPEATABLE READ gives readers one consistent picture; the writer takes row locks and wants the newest rows.
    return sa.create_engine(
        url,
        json_serializer=_dumps,
        hide_parameters=True,  # they are people's words and papers, and do not belong into a log
        pool_size=size,
        max_overflow=1,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED" if size == 1 else "REPEATABLE READ",
        connect_args={"options": _POSTGRES_OPTIONS},
    )
