"""What every benchmark uses: our server, the bare one, a load in a process of its own, and figures side by side."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shared.bootstrap import _node_file
from tests.harness.server import ROOT, Server, free_port
from tests.people import Console, Workshop, post, together

SECTORS = ("private", "public", "semi-public")


@dataclass
class Figure:
    """One line of the table: what was measured, against what, and what it should be."""

    name: str
    unit: str
    ours: list[float]
    goal: str
    met: bool
    baseline: list[float] = field(default_factory=list)
    ratio: float | None = None
    more: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        def spread(values: list[float]) -> str:
            return f"{min(values):,.1f} / {statistics.median(values):,.1f} / {max(values):,.1f}" if values else "-"

        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "-"
        state = "met" if self.met else "MISSED"
        told = ", ".join(f"{k} {v:,.2f}" if isinstance(v, float) else f"{k} {v}" for k, v in self.more.items())
        figures = f"ours {spread(self.ours)}; bare {spread(self.baseline)}; ratio {ratio}"
        return f"{self.name} [{self.unit}]: {figures}; goal {self.goal}: {state}. {told}"


def load(plan: dict[str, Any], seconds: float = 180) -> dict[str, Any]:
    """Run a load to its end and give what it measured."""
    done = subprocess.run(
        [str(_node_file()), str(Path(__file__).with_name("load.mjs")), json.dumps(plan)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the load failed: {done.stderr[-2000:]}")
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


@contextmanager
def our_server() -> Iterator[Server]:
    with (
        tempfile.TemporaryDirectory(prefix="led-bench-") as folder,
        Server(Path(folder), "tests.bench.serve") as server,
    ):
        yield server


@contextmanager
def bare_server() -> Iterator[tuple[str, int]]:
    """Give the bare server's address and process id."""
    port = free_port()
    process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("bare.py")), str(port)], cwd=ROOT)
    try:
        _answers(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(10)


class Stage:
    """A workshop with seats, set for a measurement."""

    def __init__(self, server: Server, seats: int) -> None:
        self.server = server
        self.workshop = Workshop(server)
        self.workshop_id = self.workshop.id
        self.console: Console = self.workshop.console()
        self.console.does("workshop.edit", capacity=2000)
        self.tokens = [t for some in together(*[lambda i=i: self._join(i, seats) for i in range(10)]) for t in some]

    @property
    def auths(self) -> list[dict[str, str]]:
        return [{"token": token} for token in self.tokens]

    def opens_cards(self) -> str:
        step = str(self.console.step("brainstorm")["id"])
        self.console.does("activity.edit", activity=step, settings={"limit": 0})
        self.console.does("activity.open", activity=step)
        return step

    def opens_vote(self) -> tuple[str, list[str]]:
        groups = self.console.makes_groups("A", "B", "C", "D", "E", "F", "G")
        vote = str(self.console.step("dots")["id"])
        self.console.does("activity.open", activity=vote)
        return vote, groups

    def close(self) -> None:
        self.workshop.close()

    def _join(self, part: int, seats: int) -> list[str]:
        url = f"{self.server.url}/join/{self.workshop.code}"
        return [str(post(url, {"sector": SECTORS[n % 3]})["token"]) for n in range(part, seats, 10)]


def rounds(number: int, ours: Callable[[], Any], bare: Callable[[], Any]) -> tuple[list[Any], list[Any]]:
    """Measure in turns, A B A B, so that what the machine does besides falls on both."""
    a, b = [], []
    for _ in range(number):
        a.append(ours())
        b.append(bare())
    return a, b


def cpu_seconds(pid: int) -> float:
    """CPU time of a process so far, user and system, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_kb(pid: int) -> int:
    """Memory of a process just now, in kilobytes."""
    line = next(s for s in Path(f"/proc/{pid}/status").read_text().splitlines() if s.startswith("VmRSS"))
    return int(line.split()[1])


def _answers(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=1)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nothing answers at {url}")
