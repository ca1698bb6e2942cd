"""A cluster of machines under Dask: futures over orders, each of which leaves what it made where all can find it.

Needs the extra ``baocao[cluster]``, the same installation on all machines, and a file system that they share.
"""

from __future__ import annotations

import itertools
import pickle
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from extract.engines import on_cluster
from extract.engines.order import Limits
from extract.errors import EngineError
from extract.extras import install_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from distributed import Client, Future

    from extract.engines.order import Order, Prepare, Result

_AHEAD = 2
"""Orders under way or waiting for each thread of the cluster."""
_LOSSES = 5
"""An order is given again so often after workers were lost over it."""
_PATIENCE = 60
"""Seconds to wait for the scheduler, and for a first worker."""
_RECOUNTED = 64
"""After so many orders it is looked how many workers there are now."""


class Cluster:
    """Workers of the Dask scheduler at ``address``; ``memory``: bytes that all of them may hold together."""

    def __init__(self, address: str, seconds: float | None = None, memory: int | None = None) -> None:
        """Connect. Raises ``EngineError`` where there is no scheduler, or no worker comes."""
        try:
            from distributed import Client  # noqa: PLC0415 - it is an extra
        except ModuleNotFoundError as error:
            install = install_command("cluster")
            raise EngineError(f"--engine dask needs distributed; install it with: {install}") from error
        try:
            self._client: Client = Client(address, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(f"no scheduler with workers at {address}: {error}") from error
        self.limits = Limits(seconds, None if memory is None else memory // self._threads())
        self._run = secrets.token_hex(4)
        self._numbers = itertools.count()
        self._prepared: list[bytes] = []

    def __enter__(self) -> Self:  # noqa: D105 - as of any context
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        with suppress(Exception):  # the cluster may be gone
            for prepare in self._prepared:
                self._client.run(on_cluster.let_go, prepare, self.limits)
            self._client.close(timeout=_PATIENCE)

    def results(self, prepare: Prepare[Order, Result], orders: Iterable[Order]) -> Iterator[Result]:
        """As of ``Engine``. Workers may come and go; raises ``EngineError`` where the scheduler is lost."""
        from distributed import as_completed  # noqa: PLC0415 - as above

        packed = pickle.dumps(prepare, pickle.HIGHEST_PROTOCOL)
        if packed not in self._prepared:
            self._prepared.append(packed)
        left = iter(orders)
        under_way: dict[str, tuple[Order, int]] = {}
        done = as_completed(loop=self._client.loop)
        most = 0
        for turn in itertools.count():
            if turn % _RECOUNTED == 0:
                most = _AHEAD * self._threads()
            while len(under_way) < most:
                try:
                    order = next(left)
                except StopIteration:
                    break
                done.add(self._submit(packed, order, under_way, 0))
            if not under_way:
                return
            future = next(done)
            order, losses = under_way.pop(future.key)
            answer = self._answer(future, losses)
            if answer is None:
                done.add(self._submit(packed, order, under_way, losses + 1))
            else:
                yield answer[0]

    def _submit(self, prepare: bytes, order: Order, under_way: dict[str, tuple[Order, int]], losses: int) -> Future:
        key = f"baocao-{self._run}-{next(self._numbers)}"
        under_way[key] = (order, losses)
        packed = pickle.dumps(order, pickle.HIGHEST_PROTOCOL)
        return self._client.submit(on_cluster.perform, prepare, self.limits, packed, key=key, pure=False)

    def _answer(self, future: Future, losses: int) -> tuple[Any] | None:
        """The result, ``None`` if the workers that were to give it were lost."""
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - as above

        try:
            return (future.result(timeout=_PATIENCE),)
        except KilledWorker as error:
            if losses == _LOSSES:
                raise EngineError(f"workers of the cluster were lost again and again: {error}") from error
            return None
        except (CancelledError, TimeoutError) as error:
            raise EngineError(f"the cluster was lost: {error}") from error

    def _threads(self) -> int:
        return sum(self._client.nthreads().values()) or 1
