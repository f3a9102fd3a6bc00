"""Real databases to try the store on: an SQLite file each, and a PostgreSQL cluster of our own for the session."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from shared.store.schema import migrate
from shared.store.store import Store
from tests.harness import postgres

SECRET = b"s" * 32
_numbers = count(1)


class Cluster:
    """A PostgreSQL server that listens on a socket file only; each database is a copy of a migrated one."""

    def __init__(self, programs: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="led-pg-", dir="/tmp"))  # a socket's path must be short
        self.programs = postgres.lend(programs, self.folder)
        self.other = postgres.other()
        if self.other:
            os.chown(self.folder, self.other.pw_uid, self.other.pw_gid)
        self._run("initdb", "-D", str(self.data), "-U", "led", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-o", options, "-w", "start")
        self.template = self.database()
        migrate(self.url(self.template))

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://led@/{name}?host={self.folder}"

    def database(self, like: str = "template1") -> str:
        name = f"led{next(_numbers)}"
        with psycopg.connect(f"host={self.folder} user=led dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return name

    def migrated(self) -> str:
        return self.url(self.database(like=self.template))

    def restart(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "restart")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        as_other: dict[str, Any] = {}
        if self.other:
            as_other = {"user": self.other.pw_uid, "group": self.other.pw_gid, "extra_groups": []}
        call = [str(self.programs / program), *arguments]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **as_other)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = postgres.programs()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL's programs are missing")
        pytest.skip("PostgreSQL's programs are missing")
    cluster = Cluster(programs)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "led.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh database with the newest schema."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("cluster").migrated())
    path = tmp_path / "led.sqlite3"
    shutil.copy(request.getfixturevalue("migrated_file"), path)
    return f"sqlite:///{path}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url, SECRET)
    yield store
    store.close()


@contextmanager
def elsewhere(folder: Path, migrated_file: Path, secret: bytes) -> Iterator[Store]:
    """A store of another house, beside the one of the test."""
    file = folder / "elsewhere.db"
    shutil.copy(migrated_file, file)
    store = Store(f"sqlite:///{file}", secret)
    yield store
    store.close()
