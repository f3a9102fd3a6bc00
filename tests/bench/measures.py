"""The measurements. Every loop is bounded in count and time; all traffic stays on this machine."""

from __future__ import annotations

import gzip
import json
import re
import statistics
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shared.bootstrap import _node_file

from . import files, programme, sorting
from .rig import Figure, Stage, bare_server, cpu_seconds, load, our_server, resident_kb, rounds

PHONES = 300
ROUNDS = 5


def votes() -> list[Figure]:
    """Durable acknowledged ballots a second, and how long a vote takes to the wall."""
    with our_server() as server, bare_server() as (bare, _):
        stage = Stage(server, PHONES)
        vote, options = stage.opens_vote()
        plan = {"mode": "acks", "kind": "ballot", "activity": vote, "options": options, "seconds": 4}

        def ours() -> dict[str, Any]:
            return _load_of(stage, plan)

        figure = _acks("ballots", ours, bare, "≥ 0.5 of the bare ack", 0.5)
        stage.close()
    return [figure, wall()]


def cards() -> list[Figure]:
    """Durable acknowledged cards a second."""
    with our_server() as server, bare_server() as (bare, _):

        def ours() -> dict[str, Any]:
            stage = Stage(server, PHONES)  # a workshop for each round: one holds five thousand cards
            told = _load_of(stage, {"mode": "acks", "kind": "card", "activity": stage.opens_cards(), "seconds": 1})
            stage.close()
            return told

        return [_acks("cards", ours, bare, "≥ 0.3 of the bare ack", 0.3)]


def wall() -> Figure:
    """Five hundred phones vote within ten seconds: from a vote's sending until the wall's turnout holds it."""
    with our_server() as server:
        stage = Stage(server, 500)
        vote, options = stage.opens_vote()
        plan = {
            "mode": "wall",
            "kind": "ballot",
            "activity": vote,
            "options": options,
            "url": server.url,
            "seconds": 10,
        }
        plan |= {"namespace": "/participant", "auths": stage.auths, "wall_key": stage.workshop.key}
        told = load(plan)
        stage.close()
    p99 = float(told["wall_p99_ms"] or float("inf"))
    return Figure("vote to wall, 500 phones in 10 s, p99", "ms", [p99], "< 300 ms", p99 < 300, more=told)


def fanout() -> list[Figure]:
    """A committed change to five hundred phones, against the library's emit of as many bytes to a room."""
    with our_server() as server, bare_server() as (bare, _):
        stage = Stage(server, 500)
        step = stage.console.step("discussion")["id"]
        args = {"activity": step, "title": "A title of ordinary length"}
        command = {"namespace": "/facilitator", "auth": {"token": stage.workshop.token}, "follow": stage.workshop_id}
        command |= {"event": "command", "verb": "activity.edit", "args": args}
        many = {"mode": "fan", "event": "changes", "rounds": 8, "pause_ms": 300}
        plan = {**many, "url": server.url, "namespace": "/participant", "auths": stage.auths, "sender": command}
        size = load(plan)["bytes"]
        emit = {"namespace": "", "auth": {}, "event": "fan", "bytes": max(1, size - 12)}
        plain = {**many, "url": bare, "namespace": "", "auths": [{}] * 500, "sender": emit}
        ours, base = rounds(ROUNDS, lambda: load(plan), lambda: load(plain))
        stage.close()
    rate = [r["messages_per_second"] for r in ours]
    bare_rate = [r["messages_per_second"] for r in base]
    ratio = statistics.median(rate) / statistics.median(bare_rate)
    more = {"bytes": size, "ours median ms": statistics.median(r["median_ms"] for r in ours)}
    goal = "≥ 0.9 of the library's emit"
    return [Figure("a committed change to 500 phones", "messages/s", rate, goal, ratio >= 0.9, bare_rate, ratio, more)]


def join() -> list[Figure]:
    """Three hundred phones come in at once: page, files, join, socket, snapshot; and what the first page weighs."""
    with our_server() as server:
        stage = Stage(server, 1)
        weight, files = first_load(server.url, stage.workshop.code)
        told = []
        for _ in range(3):
            fresh = Stage(server, 1)
            plan = {"mode": "join", "url": server.url, "code": fresh.workshop.code, "phones": 300, "files": files}
            told.append(load(plan))
            fresh.close()
        stage.close()
    seconds = [r["all_ms"] / 1000 for r in told]
    more = {"joined": min(r["phones"] for r in told), "p99 ms": max(r["p99_ms"] for r in told)}
    storm = Figure("join storm of 300 phones", "s", seconds, "< 10 s, nobody refused", max(seconds) < 10, more=more)
    return [storm, Figure("phone page, first load, compressed", "KB", [weight], "≤ 60 KB", weight <= 60)]


def memory() -> list[Figure]:
    """Memory that a connected phone costs, against the bare server's."""
    with our_server() as server, bare_server() as (bare, bare_pid):
        stage = Stage(server, PHONES)
        ours = _per_phone(server.pid, {"url": server.url, "namespace": "/participant", "auths": stage.auths})
        base = _per_phone(bare_pid, {"url": bare, "namespace": "", "auths": [{}] * PHONES})
        stage.close()
    ratio = ours / base
    return [Figure("memory a phone", "KB", [ours], "≤ 1.5 of the bare server's", ratio <= 1.5, [base], ratio)]


def first_load(url: str, code: str) -> tuple[float, list[str]]:
    """Weigh what a phone fetches at first, compressed, in KB; and name the files."""
    joined = urllib.request.Request(
        f"{url}/join/{code}", b'{"sector": "private"}', {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(joined, timeout=20) as answer:
        token = json.loads(answer.read())["token"]
    page = _raw(f"{url}/w/{code}", f"seat_{code}={token}")
    text = gzip.decompress(page).decode() if page[:2] == b"\x1f\x8b" else page.decode()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', text)
    return (len(page) + sum(len(_raw(url + file)) for file in files)) / 1024, files


def _raw(url: str, cookie: str = "") -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip", "Cookie": cookie})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return bytes(answer.read())


def _load_of(stage: Stage, plan: dict[str, Any]) -> dict[str, Any]:
    pid = stage.server.pid
    before = cpu_seconds(pid)
    shape = {"url": stage.server.url, "namespace": "/participant", "auths": stage.auths, "inflight": 2}
    told = load({**plan, **shape})
    return {**told, "cpu": (cpu_seconds(pid) - before) / max(1, told["acks"]) * 1000}


def _acks(name: str, ours: Callable[[], dict[str, Any]], bare: str, goal: str, least: float) -> Figure:
    plan = {"mode": "acks", "kind": "bare", "seconds": 3, "inflight": 2}
    a, b = rounds(ROUNDS, ours, lambda: load({**plan, "url": bare, "namespace": "", "auths": [{}] * PHONES}))
    rate, bare_rate = [r["per_second"] for r in a], [r["per_second"] for r in b]
    ratio = statistics.median(rate) / statistics.median(bare_rate)
    more = {
        "refused": sum(r["refused"] for r in a),
        "p99 ms": statistics.median(r["p99_ms"] for r in a),
        "server CPU s/1,000": statistics.median(r["cpu"] for r in a),
        "load CPU": max(r["load_cpu"] for r in a + b),
    }
    return Figure(f"durable acked {name}, 300 phones", "/s", rate, goal, ratio >= least, bare_rate, ratio, more)


def _per_phone(pid: int, plan: dict[str, Any]) -> float:
    before = resident_kb(pid)
    script = Path(__file__).with_name("load.mjs")
    process = subprocess.Popen(
        [str(_node_file()), str(script), json.dumps({**plan, "mode": "idle"})],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert json.loads(process.stdout.readline())["connected"] == len(plan["auths"])
    after = resident_kb(pid)
    process.communicate("done\n", timeout=30)
    return (after - before) / len(plan["auths"])


MEASURES: dict[str, Callable[[], list[Figure]]] = {
    "votes": votes,
    "cards": cards,
    "fanout": fanout,
    "join": join,
    "memory": memory,
    "cluster": sorting.cluster,
    "minutes": files.minutes,
    "programme": programme.programme,
}
