"""Wrong, old and hostile messages: always an answer, never a change, and nobody else is the worse for it."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import threading
import time
import urllib.error
import urllib.request
from dataclasses import fields

import pytest
import websocket

from shared.domain.refusals import CODES
from shared.domain.rules import RULES
from tests.harness.server import until
from tests.people import new_id, together

NONSENSE = [None, True, -1, 1.5, 2**60, "x" * 20_000, [], {"__proto__": {}}, ["a"] * 600, "\ud800", "\x00"]
NAMES = ("activity", "card", "cluster", "text", "title", "version", "seconds", "seat", "note", "measure", "into")


class Raw:
    """A socket of a client that does as it likes."""

    def __init__(self, workshop, namespace: str, auth: object, origin: str | None = None) -> None:
        address = workshop.server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        headers = {} if origin is None else {"Origin": origin}
        self.socket = websocket.create_connection(address, timeout=15, suppress_origin=origin is None, header=headers)
        self.socket.recv()
        self.socket.send(f"40{namespace},{json.dumps(auth)}")
        self.namespace = namespace
        self.welcome = self.socket.recv()

    def asks(self, text: str, number: int = 7) -> dict:
        """Send an event's raw text under a number; give the answer to that number."""
        self.socket.send(f"42{self.namespace},{number}{text}")
        head = f"43{self.namespace},{number}"
        end = time.monotonic() + 15
        while time.monotonic() < end:
            heard = self.socket.recv()
            if not heard:
                raise websocket.WebSocketConnectionClosedException("cut")
            if heard.startswith(head):
                return json.loads(heard[len(head) :])[0]
            if heard == "2":
                self.socket.send("3")
        raise AssertionError(f"no answer to {text[:80]}")


@pytest.fixture
def raw(workshop):
    phone = workshop.phone()
    raw = Raw(workshop, "/participant", {"token": phone.token})
    yield raw
    raw.socket.close()


def test_every_verb_answers_nonsense_with_a_listed_refusal_and_changes_nothing(workshop):
    console = workshop.console()
    before, rng = console.version, random.Random(2)
    for verb in [*RULES, "no.such.verb", "__class__", ""]:
        known = [f.name.rstrip("_") for f in fields(RULES[verb].command)] if verb in RULES else NAMES
        some = rng.sample(NONSENSE, 3)
        for args in (*some, {name: rng.choice(NONSENSE[2:]) for name in known} or {"more": 1}, {"nobody": "asked"}):
            time.sleep(0.05)  # the pace that one facilitator is allowed
            answer = console.says("command", {"id": new_id(), "verb": verb, "args": args})
            assert answer["ok"] is False and answer["code"] in CODES and answer["message"], (verb, args, answer)
    assert workshop.console().version == before


@pytest.mark.parametrize(
    "text",
    [
        '["command",{"id":"a","id":"b"}]',
        '["command",{"id":NaN}]',
        '["command",{"id":Infinity}]',
        '["command",' + "9" * 5000 + "]",
        '["command",' + "[" * 30_000 + "]" * 30_000 + "]",
        '["command"',
        "[]",
        "[1]",
        '["connect"]',
        '["disconnect"]',
        '["nobody knows this"]',
        '["command"]',
        '["command",{},{}]',
        '["ballot",{"activity":1}]',
        '["sync",{"version":"now"}]',
        '["sync",null]',
        '["follow",{"workshop":"x"}]',
    ],
)
def test_what_cannot_be_read_is_answered_too(raw, text):
    answer = raw.asks(text)
    if text.startswith('["sync",{'):
        assert answer["ok"] and "snapshot" in answer
    else:
        assert answer["ok"] is False and answer["code"] in CODES


def test_a_message_too_large_ends_that_line_and_no_other(workshop, raw):
    other = workshop.phone()
    with pytest.raises((websocket.WebSocketException, OSError)):
        raw.asks(json.dumps(["command", {"id": new_id(), "verb": "card.add", "args": {"text": "x" * 70_000}}]))
    assert other.says("sync", {"version": 0})["ok"]


def test_who_floods_is_slowed_down_then_cut_and_others_are_served(workshop):
    console, calm = workshop.console(), workshop.phone()
    console.does("activity.open", activity=console.obstacles)
    wild = Raw(workshop, "/participant", {"token": workshop.phone().token})
    codes = set()

    def flood() -> None:
        try:
            for n in range(600):
                codes.add(wild.asks('["sync",{"version":0}]', n).get("code"))
        except (websocket.WebSocketException, OSError):
            codes.add("cut")

    threading.Thread(target=flood, daemon=True).start()
    start = time.monotonic()
    assert calm.adds(console.obstacles, "in the middle of it")["ok"]
    assert time.monotonic() - start < 5
    until(lambda: "cut" in codes, "the end of the flood")
    assert "rate" in codes


def test_a_seat_does_nothing_that_is_the_facilitators(workshop):
    console, phone = workshop.console(), workshop.phone()
    before = console.version
    for verb, rule in RULES.items():
        if "seat" not in rule.who:
            time.sleep(0.2)  # the pace that one seat is allowed
            assert phone.command(verb)["code"] == "not_allowed", verb
    assert workshop.console().version == before


def test_a_removed_seat_is_shown_out_at_once_and_does_not_come_back(workshop):
    console, phone = workshop.console(), workshop.phone()
    console.does("activity.open", activity=console.obstacles)
    console.does("seat.remove", seat=phone.seat)
    until(lambda: phone.goodbye == "removed" and not phone.socket.connected, "the goodbye", 3)
    again = Raw(workshop, "/participant", {"token": phone.token})
    assert again.welcome.startswith("44") and "not_joined" in again.welcome, "a connection error"


def test_a_seat_that_moved_to_another_phone_leaves_the_old_one(workshop):
    from tests.people import post

    phone = workshop.phone()
    moved = post(f"{workshop.server.url}/join/{workshop.code}/return", {"return_code": phone.joined["return_code"]})
    assert moved["seat"] == phone.seat and moved["token"] != phone.token
    until(lambda: phone.goodbye == "moved", "the goodbye", 3)


def test_a_wall_whose_key_was_taken_back_is_shown_out(workshop):
    from shared.store import workshops
    from shared.store.store import Store

    wall = workshop.wall()
    store = Store(f"sqlite:///{workshop.server.data / 'led.sqlite3'}", b"")
    store.write(lambda c: workshops.renew_door(c, workshop.id, "projector"))
    store.close()
    until(lambda: wall.goodbye == "revoked", "the goodbye", 3)
    assert wall.says("command", {})["ok"] is False if wall.socket.connected else True


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1.evil.example", "https://127.0.0.1"]
)
def test_a_page_from_elsewhere_opens_no_socket(workshop, origin):
    phone = workshop.phone()
    with pytest.raises((websocket.WebSocketException, OSError)):
        Raw(workshop, "/participant", {"token": phone.token}, origin=origin)


def shakes_hands(workshop, *more: str) -> str:
    """Ask for a WebSocket by hand; give the head of the answer."""
    with socket.create_connection(("127.0.0.1", workshop.server.port), timeout=15) as line:
        head = [
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            f"Host: 127.0.0.1:{workshop.server.port}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            *more,
        ]
        line.sendall("\r\n".join([*head, "", ""]).encode())
        answer = b""
        while b"\r\n\r\n" not in answer and (heard := line.recv(4096)):
            answer += heard
        return answer.split(b"\r\n\r\n")[0].decode().lower()


def test_no_line_is_compressed_however_much_a_browser_offers_it(workshop):
    """A small frame would inflate to half a gigabyte before any limit is looked at."""
    answer = shakes_hands(workshop, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")
    assert answer.startswith("http/1.1 101") and "sec-websocket-extensions" not in answer


def test_there_is_no_polling(workshop):
    """A long-polling request with many packets would be answered with 200 and lose them all."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{workshop.server.url}/socket.io/?EIO=4&transport=polling", timeout=15)
    assert refused.value.code == 400
    refused.value.close()


def test_who_never_ends_a_requests_head_is_cut_and_others_are_served(workshop):
    with contextlib.ExitStack() as open_lines:
        lines = [socket.create_connection(("127.0.0.1", workshop.server.port), timeout=20) for _ in range(200)]
        for line in lines:
            open_lines.enter_context(line)
            line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        assert workshop.phone().says("sync", {"version": 0})["ok"]
        for line in lines:
            waits_for_the_end(line)


def waits_for_the_end(line: socket.socket) -> None:
    """Read until the server ends a line, by whatever word; one that stays open fails by its time-out."""
    with contextlib.suppress(ConnectionError):
        while heard := line.recv(4096):
            assert heard.startswith(b"HTTP/1.1 4")


def test_a_socket_that_never_says_who_it_is_is_closed(workshop):
    address = workshop.server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    socket = websocket.create_connection(address, timeout=30)
    socket.recv()
    ended = []

    def listen() -> None:
        try:
            while socket.recv():
                pass
        except (websocket.WebSocketException, OSError):
            pass
        ended.append(True)

    threading.Thread(target=listen, daemon=True).start()
    until(lambda: bool(ended), "the end of a silent socket", 20)


def test_two_facilitators_press_close_at_once_and_it_is_closed_once(workshop):
    one, two = workshop.console(), workshop.console()
    step = one.obstacles
    for _ in range(10):
        one.does("activity.open", activity=step)
        codes = together(*[lambda c=c: c.command("activity.close", activity=step) for c in (one, two)])
        assert sorted(c["ok"] for c in codes) == [False, True]
        assert {c.get("code") for c in codes} == {None, "phase_closed"}
        one.does("undo", version=max(c.get("version", 0) for c in codes))
        one.does("undo", version=one.version - 2)
