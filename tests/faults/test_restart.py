"""The server is ended as an operator ends it: it says goodbye, keeps what it acknowledged, and comes back."""

from __future__ import annotations

import time

from tests.harness.server import Server, until
from tests.people import Console, Workshop, together


def test_it_says_goodbye_and_goes_within_ten_seconds_though_nobody_leaves(server: Server) -> None:
    workshop = Workshop(server)
    console, wall = workshop.console(), workshop.wall()
    phones = [workshop.phone() for _ in range(20)]
    console.does("activity.open", activity=console.obstacles)
    answers = together(*[lambda p=p: p.adds(console.obstacles, f"of {p.seat}") for p in phones])
    start = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - start < 5
    for screen in (console, wall, *phones):
        until(lambda s=screen: s.goodbye == "restarting" and not s.socket.connected, "the goodbye")
    server.start()
    again = Console(server.url, server.token, workshop.id).connects()
    assert all(answer["ok"] for answer in answers) and len(again.all("card")) == len(phones)
    again.leaves()
    assert not server.tracebacks(), server.lines
