"""Lines that are narrow, slow or too many: whole messages for all who read, an end for those who do not."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest
import websocket

from shared.live import guard
from tests.harness.server import until
from tests.people import new_id

SNAPSHOT = 250_000  # bytes at least: more than any buffer on the way takes at once


@pytest.fixture
def full(workshop):
    """A console of a workshop with so many words on its board that a snapshot is a long message."""
    console = workshop.console()
    for n in range(50):
        assert console.command("note.write", note=new_id(), type="note", text=f"{n} " + "long " * 1500)["ok"]
    console.syncs()
    return console


def narrow(workshop) -> websocket.WebSocket:
    """Connect a console over a line that takes very little at a time, and that has not been read from."""
    host, port = "127.0.0.1", workshop.server.port
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
    plain.settimeout(20)
    plain.connect((host, port))
    address = f"ws://{host}:{port}/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(address, socket=plain, suppress_origin=True)
    line.recv()
    line.send("40/facilitator," + json.dumps({"token": workshop.token}))
    line.recv()
    return line


def test_a_long_message_arrives_whole_over_a_narrow_line(workshop, full):
    line = narrow(workshop)
    line.send('42/facilitator,1["follow",' + json.dumps({"workshop": workshop.id}) + "]")
    time.sleep(1)  # all buffers on the way are full now, and other messages wait behind
    end = time.monotonic() + 30
    while time.monotonic() < end:
        heard = line.recv()
        if heard.startswith('42/facilitator,["snapshot"'):
            assert len(heard) > SNAPSHOT
            assert json.loads(heard[len("42/facilitator,") :])[1]["version"] == full.version
            break
    else:
        raise AssertionError("no snapshot")
    assert line.recv(), "and what comes after it can be read"
    line.close()


def test_a_reader_that_never_reads_is_cut_and_the_others_are_served(workshop, full):
    deaf = narrow(workshop)
    deaf.send('42/facilitator,1["follow",' + json.dumps({"workshop": workshop.id}) + "]")
    until(lambda: full.presence.get("consoles") and full.command("timer.stop")["ok"], "a change")
    for n in range(30):  # nobody waits for the deaf one
        started = time.monotonic()
        full.does("note.write", note=f"n{n}", type="note", text="and on")
        assert time.monotonic() - started < 2
        time.sleep(0.05)
    until(lambda: not open_at(workshop.server.port, deaf.sock.getsockname()[1]), "the end of the deaf line", 40)
    deaf.sock.close()


def open_at(port: int, other: int) -> bool:
    """Say whether the server's end of a connection is open, as the system sees it."""
    ends = [line.split()[1:4] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return any((mine[-4:], theirs[-4:], state) == (f"{port:04X}", f"{other:04X}", "01") for mine, theirs, state in ends)


def test_a_seat_has_three_lines_and_the_oldest_makes_room(workshop):
    first = workshop.phone()
    again = []
    for _ in range(3):
        other = object.__new__(type(first))
        other.__dict__ |= {name: getattr(first, name) for name in ("joined", "token", "seat", "keys", "revisions")}
        super(type(first), other).__init__(first.url, {"token": first.token})
        again.append(workshop._in(other))
    until(lambda: first.goodbye == "crowded" and not first.socket.connected, "the goodbye", 3)
    assert all(other.goodbye is None and other.says("sync", {"version": 0})["ok"] for other in again)


def test_a_token_that_was_taken_back_ends_the_console(workshop, running):
    running.run("user", "add", f"{workshop.code}@example.org", "--name", "Bold", "--role", "admin", "--json")
    token = json.loads(running.run("user", "token", f"{workshop.code}@example.org", "--json"))["token"]
    from shared.store import people
    from shared.store.store import Store
    from tests.people import Console

    console = Console(running.url, token, workshop.id).connects()
    store = Store(f"sqlite:///{running.data / 'led.sqlite3'}", b"")
    with store.read() as connection:
        person = people.by_email(connection, f"{workshop.code}@example.org".lower())
    store.write(lambda c: people.change_person(c, person.id, disabled=True))
    store.close()
    until(lambda: console.goodbye == "revoked" and not console.socket.connected, "the goodbye", 3)


def test_a_goodbye_to_a_line_that_is_broken_already_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ConnectionResetError(104, "Connection reset by peer")

    monkeypatch.setattr(guard.ws.Base, "close", broken)
    server = guard.GuardedServer.__new__(guard.GuardedServer)
    server.close()
