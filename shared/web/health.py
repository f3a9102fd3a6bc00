"""For those who watch over the server: is it there, can it write, what does it do."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, make_response, request

from .hosts import from_loopback
from .house import house

pages = Blueprint("health", __name__)
LEAST_FREE = 100 * 1024 * 1024  # bytes on the disk of the data
_STARTED = time.monotonic()


@pages.get("/healthz")
def healthz() -> Response:
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz")
def readyz() -> Response:
    """Say whether the store can be written, and within a second."""
    began = time.monotonic()
    try:
        house().store.write(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
        writes = time.monotonic() - began < 1.0
    except Exception:  # whatever the store says, the answer is that it is not ready
        writes = False
    free = _free()
    ready = writes and (free is None or free >= LEAST_FREE)
    return make_response(
        jsonify(ready=ready, store=writes, disk=free is None or free >= LEAST_FREE), 200 if ready else 503
    )


@pages.get("/metrics")
def metrics() -> Response:
    """Give the figures as Prometheus reads them, to this machine only."""
    if not from_loopback(request.remote_addr):
        abort(404)
    here = house().hub.connected()
    figures = {
        "led_phones": float(here["room"]),
        "led_walls": float(here["wall"]),
        "led_consoles": float(here["console"]),
        "led_uptime_seconds": time.monotonic() - _STARTED,
        "led_writer_waiting": float(house().store.waiting),
        "led_process_id": float(os.getpid()),
    }
    free = _free()
    if free is not None:
        figures["led_disk_free_bytes"] = float(free)
    lines = [f"# TYPE {name} gauge\n{name} {value:g}\n" for name, value in sorted(figures.items())]
    return Response("".join(lines), content_type="text/plain; version=0.0.4; charset=utf-8")


def _free() -> int | None:
    """Say how many bytes are free where the SQLite file lies; None where the store lies elsewhere."""
    url = house().store.url
    if not url.startswith("sqlite:///"):
        return None
    try:
        return shutil.disk_usage(Path(url.removeprefix("sqlite:///")).parent).free
    except OSError:
        return 0
