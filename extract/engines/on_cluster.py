"""What a worker of a cluster does with an order: it hands it to a process of its own.

So a page that hangs or crashes whoever reads it costs itself there too, and never the worker, which has to go on
telling the scheduler that it lives. What the order says is for that process alone: the worker does not unpack it, which
would have it import the whole program.
"""

from __future__ import annotations

import pickle
import threading
from typing import TYPE_CHECKING, Any, cast

from extract.engines.worker import Worker

if TYPE_CHECKING:
    from extract.engines.order import Limits, Prepare


class Sealed:
    """Something pickled, which whoever gets it from here by pickle finds unpacked."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def __reduce__(self) -> tuple[object, tuple[bytes]]:  # noqa: D105
        return pickle.loads, (self.packed,)


_idle: dict[bytes, list[Worker[Sealed, Any]]] = {}
"""Processes that have nothing to do, by what they were made ready for. As many come to be as orders run at once."""
_lock = threading.Lock()


def perform(prepare: bytes, limits: Limits, order: bytes) -> object:
    """Do an order; this and ``prepare``, of type ``Prepare``, come pickled. Raises as ``Worker.perform``."""
    key = _key(prepare, limits)
    with _lock:
        idle = _idle.setdefault(key, [])
        worker = idle.pop() if idle else Worker(cast("Prepare[Sealed, Any]", Sealed(prepare)), limits)
    try:
        return worker.perform(Sealed(order))
    finally:
        with _lock:
            _idle.setdefault(key, []).append(worker)


def let_go(prepare: bytes, limits: Limits) -> None:
    """End the processes of a run that is done."""
    with _lock:
        ended = _idle.pop(_key(prepare, limits), [])
    for worker in ended:
        worker.close()


def _key(prepare: bytes, limits: Limits) -> bytes:
    return prepare + pickle.dumps(limits)
