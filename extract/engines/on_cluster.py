"""What a worker of a cluster does with an order: it hands it to a process of its own.

So a page that hangs or crashes whoever reads it costs itself there too, and never the worker, which has to go on
telling the scheduler that it lives.
"""

from __future__ import annotations

import pickle
import threading
from typing import TYPE_CHECKING, Any, cast

from extract.engines.worker import Worker

if TYPE_CHECKING:
    from extract.engines.order import Limits, Order, Prepare, Result

_idle: dict[bytes, list[Worker[Any, Any]]] = {}
"""Processes that have nothing to do, by what they were made ready for. As many come to be as orders run at once."""
_lock = threading.Lock()


def perform(prepare: Prepare[Order, Result], limits: Limits, order: Order) -> Result:
    """Do an order. Raises as ``Worker.perform``."""
    key = _key(prepare, limits)
    with _lock:
        idle = _idle.setdefault(key, [])
        worker = cast("Worker[Order, Result]", idle.pop() if idle else Worker(prepare, limits))
    try:
        return worker.perform(order)
    finally:
        with _lock:
            _idle.setdefault(key, []).append(worker)


def let_go(prepare: Prepare[Order, Result], limits: Limits) -> None:
    """End the processes of a run that is done."""
    with _lock:
        ended = _idle.pop(_key(prepare, limits), [])
    for worker in ended:
        worker.close()


def _key(prepare: Prepare[Order, Result], limits: Limits) -> bytes:
    return pickle.dumps((prepare, limits))
