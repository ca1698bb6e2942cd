"""Several processes of this machine."""

from __future__ import annotations

import os
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any, Self

from extract.engines.order import Limits
from extract.engines.worker import Worker
from extract.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.engines.order import Order, Prepare, Result


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_AHEAD = 2
"""Orders under way or waiting for each worker, so that none waits for its next one; no more are asked for."""


class Pool:
    """``workers`` processes, each with a thread here that waits for it."""

    def __init__(self, workers: int, limits: Limits | None = None) -> None:
        self._count = workers
        self.limits = limits or Limits()
        self._threads = ThreadPoolExecutor(workers, "worker")
        self._own = threading.local()
        self._workers: list[Worker[Any, Any]] = []
        self._stopped = False

    def __enter__(self) -> Self:  # noqa: D105 - as of any context
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        self._stopped = True
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def results(self, prepare: Prepare[Order, Result], orders: Iterable[Order]) -> Iterator[Result]:
        """As of ``Engine``."""
        waiting: set[Future[Result]] = set()
        left = iter(orders)
        while True:
            while len(waiting) < _AHEAD * self._count:
                try:
                    order = next(left)
                except StopIteration:
                    break
                waiting.add(self._threads.submit(self._perform, prepare, order))
            if not waiting:
                return
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for one in done:
                yield one.result()

    def _perform(self, prepare: Prepare[Order, Result], order: Order) -> Result:
        worker: Worker[Order, Result] | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = Worker(prepare, self.limits)
            self._workers.append(worker)
        if self._stopped:
            raise EngineError("the work was stopped")
        return worker.perform(order)
