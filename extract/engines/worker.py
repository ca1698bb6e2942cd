"""A worker process, and what becomes of an order when it hangs or dies."""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, cast

from extract.engines.order import Failure, Order, Result
from extract.engines.worker_process import NO_ITEM, NUMBER_BYTES, Asked
from extract.errors import EngineError

if TYPE_CHECKING:
    from typing import BinaryIO

    from extract.engines.order import Limits, Prepare

_DEATHS = 3
"""A worker may die so often over one order for no reason that shows in its items: somebody may have killed it."""
_LOOK_SECONDS = 0.2
"""How often the memory of a worker is looked at."""


class _DeathError(Exception):
    def __init__(self, item: int, failure: Failure) -> None:
        super().__init__(failure.message)
        self.item, self.failure = item, failure


class Worker(Generic[Order, Result]):
    """One process that does orders, one at a time, started when the first one comes and again when it has died."""

    def __init__(self, prepare: Prepare[Order, Result], limits: Limits) -> None:
        self._prepare, self._limits = prepare, limits
        self._place = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._closed = False

    def perform(self, order: Order) -> Result:
        """The result of an order, its items that make a worker fail left out.

        An item over which the process died is tried alone; if that fails too, it is left out from now on. Raises what
        the work raises, and ``EngineError`` if workers die without an item to blame.
        """
        left_out: dict[int, Failure] = {}
        deaths = 0
        while True:
            try:
                return self._ask(order, left_out, None)
            except _DeathError as death:
                blamed = self._blamed(order, left_out, death)
                if blamed is not None:
                    left_out[death.item] = blamed
                    continue
                deaths += 1
                if deaths == _DEATHS:
                    raise EngineError(
                        f"a worker process died {_DEATHS} times over one piece of work; the last one {death}"
                    ) from death

    def _blamed(self, order: Order, left_out: dict[int, Failure], death: _DeathError) -> Failure | None:
        """Why the item is to be left out, ``None`` if it is not to blame."""
        if death.item == NO_ITEM:
            return None
        if death.item in left_out:
            known = left_out[death.item]
            return None if known.unreachable else known._replace(unreachable=True)
        try:
            self._ask(order, left_out, death.item)
        except _DeathError as alone:
            return alone.failure if alone.item == death.item else None
        return None

    def stop(self) -> None:
        """End the process: an order under way, in another thread, ends with an error."""
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Let go of everything, when no order is under way."""
        self.stop()
        if self._process is not None:
            _end(self._process)
        self._place.close()

    def _ask(self, order: Order, left_out: dict[int, Failure], only: int | None) -> Result:
        process = self._running()
        orders, results = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        too_large = False
        try:
            pickle.dump(Asked(order, left_out, only), orders, pickle.HIGHEST_PROTOCOL)
            orders.flush()
            if self._limits.memory is not None:
                while not select.select([results], [], [], _LOOK_SECONDS)[0]:
                    if _held(process.pid) > self._limits.memory:
                        too_large = True
                        process.kill()
                        break
            done, answer = pickle.load(results)  # noqa: S301 - from our own process
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise self._death(process, too_large=too_large) from error
        if not done:
            raise answer
        return cast("Result", answer)

    def _running(self) -> subprocess.Popen[bytes]:
        with self._starting:
            if self._closed:
                raise EngineError("the work was stopped")
            if self._process is None:
                self._process = self._start()
            return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        place = self._place.fileno()
        self._tell_no_item()
        script = (
            f"import sys; sys.path[:] = {sys.path!r}; from extract.engines.worker_process import main; main({place})"
        )
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=(place,)
        )
        with suppress(OSError):  # if it died already, the first order will tell
            pickle.dump((self._limits.seconds, self._prepare), cast("BinaryIO", process.stdin))
        return process

    def _death(self, process: subprocess.Popen[bytes], *, too_large: bool) -> _DeathError | EngineError:
        if self._closed:
            return EngineError("the work was stopped")
        code = _end(process)
        self._process = None
        item = int.from_bytes(os.pread(self._place.fileno(), NUMBER_BYTES, 0), "big", signed=True)
        return _DeathError(item, self._failure(code, too_large=too_large))

    def _failure(self, code: int, *, too_large: bool) -> Failure:
        if too_large:
            return Failure("memory", f"needs more than {(self._limits.memory or 0) >> 20:,} MB")
        if code == -signal.SIGALRM:
            return Failure("timeout", f"not read after {self._limits.seconds:g} seconds")
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Failure("crash", f"ends the process that reads it: {how}")

    def _tell_no_item(self) -> None:
        os.pwrite(self._place.fileno(), NO_ITEM.to_bytes(NUMBER_BYTES, "big", signed=True), 0)


def _end(process: subprocess.Popen[bytes]) -> int:
    """End a process and all there is between it and this one; how it ended."""
    process.kill()
    code = process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            cast("BinaryIO", pipe).close()
    return code


def _held(pid: int) -> int:
    """Bytes of memory that a process holds, 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
