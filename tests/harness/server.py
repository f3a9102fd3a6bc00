"""A real server in a process of its own, on a free port of this machine, with data of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds


class Server:
    """Starts on ``start``; keeps its port and data when it is started again after a ``kill``."""

    def __init__(
        self, data: Path, module: str = "shared.cli", options: tuple[str, ...] = (), root: Path = ROOT, **environ: str
    ) -> None:
        self.data, self.module, self.options, self.root, self.environ = data, module, options, root, environ
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.lines: list[str] = []
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def first_link(self) -> str:
        """The one-time link that the first start printed."""
        found = re.search(r"(http://\S+/facilitator/welcome/\S+)", "\n".join(self.lines))
        assert found, self.lines
        return found[1]

    def start(self) -> Server:
        """Start, and come back when the server says that it is ready."""
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", self.module, "serve", *where, *self.options],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONUNBUFFERED": "1", **self.environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        ready = threading.Event()
        threading.Thread(target=self._listen, args=(self._process, ready), daemon=True).start()
        if not ready.wait(PATIENCE) or self._process.poll() is not None:
            self.kill()
            raise AssertionError("the server did not start:\n" + "\n".join(self.lines))
        return self

    def stop(self) -> int:
        """End it as an operator would, and give its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE)

    def run(self, *words: str) -> str:
        """Run a command on the same data and give what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "shared.cli", *words, "--data", str(self.data)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), **self.environ},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @cached_property
    def token(self) -> str:
        """A script's token of an administrator, made when it is first asked for."""
        self.run("user", "add", "aya@example.org", "--name", "Aya", "--role", "admin", "--json")
        return str(json.loads(self.run("user", "token", "aya@example.org", "--json"))["token"])

    def tracebacks(self) -> list[str]:
        """What the server said of failures that nobody expected."""
        return [line for line in self.lines if "Traceback" in line or "Error" in line]

    def _listen(self, process: subprocess.Popen[str], ready: threading.Event) -> None:
        assert process.stdout is not None
        with process.stdout as said:
            for line in said:
                self.lines.append(line.rstrip())
                if line.startswith("Ready."):
                    ready.set()
        ready.set()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(true: object, what: str, seconds: float = PATIENCE) -> None:
    """Wait until a question is answered with yes; fail with ``what`` where it is not in time."""
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        threading.Event().wait(0.02)
