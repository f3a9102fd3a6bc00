"""The one writer: a thread that takes all jobs that wait, runs them in one transaction, and answers after the commit.

A group commit makes durability almost free: a hundred commands cost one sync of the disk. Under gevent this is a real
thread beside the loop, for a greenlet that yields inside a write transaction would hold up everybody.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

try:
    from gevent import get_hub, monkey
    from gevent.event import AsyncResult
except ImportError:  # the command line may run without gevent
    monkey = None

logger = logging.getLogger(__name__)
AGAIN = 1.0  # seconds until what could not be done after a batch is tried again
MOST_AT_ONCE = 500  # jobs in one transaction: a batch stays well under the time that others may wait


class Job:
    """Something to be written. ``finish`` or ``fail`` is called once, in the writer's thread."""

    def __init__(self, work: Any) -> None:
        self.work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self._done: Any = None

    def outcome(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.result


class Writer:
    """Runs jobs by handing batches of them to ``run``, which sets each job's result or error and never raises.

    After a batch was answered ``then`` is called; where it says True, it is called again in a second.
    """

    def __init__(self, run: Callable[[Sequence[Job]], None], then: Callable[[], bool]) -> None:
        self._run, self._then = run, then
        self._gevent = monkey is not None and monkey.is_module_patched("threading")
        simple_queue = monkey.get_original("queue", "SimpleQueue") if self._gevent else queue.SimpleQueue
        self._waiting: queue.SimpleQueue[Job | None] = simple_queue()
        self._finished: queue.SimpleQueue[Job] = simple_queue()
        self._door = (monkey.get_original("_thread", "allocate_lock") if self._gevent else threading.Lock)()
        self._closed = self._over = False
        if self._gevent:
            self._wake = get_hub().loop.async_()
            self._wake.start(self._deliver)
            self._ended: Any = AsyncResult()
            monkey.get_original("_thread", "start_new_thread")(self._work, ())
        else:
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()

    @property
    def waiting(self) -> int:
        """How many jobs wait for the next transaction."""
        return self._waiting.qsize()

    def submit(self, work: Any) -> Any:
        """Have work written; give its result once it is on disk, or raise what kept it from being written."""
        job = Job(work)
        job._done = AsyncResult() if self._gevent else Future()
        with self._door:  # nothing comes behind the end, where nobody would answer it
            if self._closed:
                raise RuntimeError("the writer is closed")
            self._waiting.put(job)
        if self._gevent:
            job._done.get()
        else:
            job._done.result()
        return job.outcome()

    def close(self) -> None:
        """Write what waits, then end."""
        with self._door:
            if self._closed:
                return
            self._closed = True
            self._waiting.put(None)
        if self._gevent:
            self._ended.get(timeout=30)
            self._wake.stop()
        else:
            self._thread.join(30)

    def _work(self) -> None:
        open_, again = True, False
        while open_:
            jobs, open_ = self._take(AGAIN if again else None)
            if jobs:
                self._run(jobs)
                self._hand_over(jobs)
            again = self._afterwards()
        if self._gevent:
            self._over = True
            self._hand_over([])

    def _take(self, timeout: float | None) -> tuple[list[Job], bool]:
        """Take what waits, or wait for it; and say whether more may come."""
        jobs: list[Job] = []
        try:
            job = self._waiting.get(timeout=timeout)
        except queue.Empty:
            return jobs, True
        while job is not None:
            jobs.append(job)
            if len(jobs) >= MOST_AT_ONCE or self._waiting.empty():
                return jobs, True
            job = self._waiting.get()
        return jobs, False

    def _afterwards(self) -> bool:
        try:
            return self._then()
        except Exception:
            logger.exception("what follows a batch failed")
            return False

    def _hand_over(self, jobs: list[Job]) -> None:
        if not self._gevent:
            for job in jobs:
                job._done.set_result(None)
            return
        for job in jobs:
            self._finished.put(job)
        self._wake.send()

    def _deliver(self) -> None:
        """In the loop: wake the greenlets whose jobs are done."""
        while not self._finished.empty():
            self._finished.get()._done.set(None)
        if self._over:
            self._ended.set(None)
