"""Work that keeps a processor busy, in a thread of its own, so that no phone waits for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")


def aside(work: Callable[[], R]) -> R:
    """Do pure work, which asks nothing of the store or the network, beside the loop; give or raise what it does."""
    from gevent import get_hub
    from gevent.monkey import is_module_patched

    if not is_module_patched("socket"):  # a command, or a test: what asks for the request fails there as it would here
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(work).result()
    result: R = get_hub().threadpool.apply(work)
    return result
