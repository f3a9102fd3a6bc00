"""The look around before a workshop: what is told of a good machine, and of each thing that would be in the way."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import time
from pathlib import Path

import pytest

from shared.config import Settings
from shared.preflight import State, look_around, machine, network
from shared.store import engine, schema, soundness
from tests.harness.mailbox import Mailbox
from tests.harness.server import Server
from tests.web.test_commands import Shell

TOPICS = [
    "pages", "disk", "database", "clock", "port", "address", "firewall", "wifi", "capacity", "sleep",
]  # fmt: skip


def settings(data: Path, **given: object) -> Settings:
    return Settings.read({}, data=data, **given)


def states(found: Settings) -> dict[str, State]:
    return {finding.topic: finding.state for finding in look_around(found)}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_every_topic_is_told_once_and_nothing_is_changed(shell: Shell) -> None:
    done = shell.run("doctor", "--port", str(free_port()), "--json")
    told = json.loads(done.stdout)
    assert [finding["topic"] for finding in told["findings"]] == TOPICS
    assert all(finding["words"].endswith((".", "?")) for finding in told["findings"])
    assert told["ready"] == (done.returncode == 0)
    assert not (shell.data / "led.sqlite3").exists()


def test_people_get_a_line_a_topic_and_a_verdict(shell: Shell) -> None:
    lines = shell.run("doctor", "--port", str(free_port())).stdout.splitlines()
    assert len(lines) == len(TOPICS) + 1
    assert lines[-1].startswith(("Ready", "Not ready"))


def test_a_running_server_is_known_by_its_answer(server: Server) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    here = settings(server.data, host="127.0.0.1", port=port)
    assert network.running(here)
    assert network.port(here, True).state == State.GOOD
    assert not network.running(settings(server.data, host="127.0.0.1", port=free_port()))


def test_a_port_that_another_program_holds_is_bad(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        held = settings(tmp_path, host="127.0.0.1", port=other.getsockname()[1])
        assert network.port(held, False).state == State.BAD


def test_an_address_that_no_phone_reaches_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert network.address(settings(tmp_path, host="127.0.0.1"), False).state == State.BAD
    monkeypatch.setattr(network, "lan_addresses", lambda: [])
    assert network.address(settings(tmp_path), False).state == State.BAD
    monkeypatch.setattr(network, "lan_addresses", lambda: ["192.168.4.2", "10.0.0.7"])
    two = network.address(settings(tmp_path), False)
    assert two.state == State.CARE
    assert "http://192.168.4.2:8000/" in two.words and "10.0.0.7" in two.words


def test_a_damaged_database_is_found_and_left_alone(tmp_path: Path) -> None:
    here = settings(tmp_path)
    schema.migrate(here.database_url)
    assert states(here)["database"] == State.GOOD
    file = tmp_path / "led.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = file.read_bytes()
    page = 4096
    torn = whole[: 2 * page] + b"\xff" * page * 3 + whole[5 * page :]
    file.write_bytes(torn)
    assert states(here)["database"] == State.BAD
    assert file.read_bytes() == torn


def test_data_of_another_version_are_told(tmp_path: Path) -> None:
    here = settings(tmp_path)
    schema.migrate(here.database_url)
    with sqlite3.connect(tmp_path / "led.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    assert states(here)["database"] == State.CARE
    with sqlite3.connect(tmp_path / "led.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert states(here)["database"] == State.BAD


def test_a_clock_behind_the_data_asks_for_care() -> None:
    now = int(time.time() * 1000)
    assert machine.clock(None).state == State.GOOD
    assert machine.clock(now).state == State.GOOD
    assert machine.clock(now + machine.SLACK * 2).state == State.CARE


def test_the_latest_change_is_read_from_the_log(shell: Shell) -> None:
    shell.json("demo", "--until", "writing")
    look = soundness.look(engine.sqlite_url(shell.data))
    assert look.newest and look.workshops == 1 and look.damage == ""
    assert look.last_change is not None and 0 < time.time() * 1000 - look.last_change < 86_400_000


@pytest.mark.parametrize(
    ("free", "state"), [(50, State.BAD), (500, State.CARE), (5000, State.GOOD)], ids=["none", "little", "enough"]
)
def test_the_room_on_the_disk_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: State
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage._replace(free=free * machine.MB))
    assert machine.disk(tmp_path).state == state


@pytest.mark.parametrize(
    ("files", "state"), [(150, State.BAD), (400, State.CARE), (4096, State.GOOD), (None, State.GOOD)]
)
def test_the_limit_on_open_files_is_told_in_phones(
    monkeypatch: pytest.MonkeyPatch, files: int | None, state: State
) -> None:
    monkeypatch.setattr(machine, "_most_files", lambda: files)
    monkeypatch.setattr(machine.os, "cpu_count", lambda: 2)
    assert machine.capacity().state == state


def test_a_mail_server_is_tried_where_one_is_set(tmp_path: Path) -> None:
    with Mailbox() as box:
        found = {f.topic: f for f in look_around(Settings.read({"LED_SMTP_URL": box.url}, data=tmp_path))}["mail"]
        assert found.state == State.GOOD and "led@chamber.example" in found.words and not box.mails
        safe = box.url.replace("&tls=none", "")  # it offers no TLS
        unsafe = {f.topic: f for f in look_around(Settings.read({"LED_SMTP_URL": safe}, data=tmp_path))}["mail"]
        assert unsafe.state == State.CARE and "not reached as" in unsafe.words
    away = {f.topic: f for f in look_around(Settings.read({"LED_SMTP_URL": box.url}, data=tmp_path))}["mail"]
    assert away.state == State.CARE and str(box.port) in away.words
