"""What a worker process does: orders come in on one pipe, results go out on another.

It says where it is by writing the number of the item into a file that it was given, and has the system end it by an
alarm if it stays there too long: neither needs it to be in a state to say so.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from typing import TYPE_CHECKING, NamedTuple

from extract.engines.order import Failure, Watch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from extract.engines.order import Perform

NUMBER_BYTES = 8
NO_ITEM = -1


class Asked(NamedTuple):
    """An order as it comes through the pipe."""

    order: object
    left_out: Mapping[int, Failure]
    only: int | None
    """The one item to try."""


_NOT_TRIED = Failure("", "")


class _TriedError(Exception):
    """The one item to try is done."""


class _Watched(Watch):
    def __init__(self, place: int, seconds: float | None, asked: Asked) -> None:
        self._place, self._seconds = place, seconds
        self._left_out, self._only = asked.left_out, asked.only

    def begin(self, item: int) -> Failure | None:
        if self._only is not None and item > self._only:
            raise _TriedError
        os.pwrite(self._place, item.to_bytes(NUMBER_BYTES, "big", signed=True), 0)
        signal.setitimer(signal.ITIMER_REAL, self._seconds or 0)
        if self._only is not None and item < self._only:
            return self._left_out.get(item, _NOT_TRIED)
        return self._left_out.get(item)

    def rest(self) -> None:
        self.stop()
        if self._only is not None:
            raise _TriedError

    def stop(self) -> None:
        """No item is under way."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.pwrite(self._place, NO_ITEM.to_bytes(NUMBER_BYTES, "big", signed=True), 0)


def main(place: int) -> None:
    """Work until the pipe of orders ends; ``place``: the descriptor of the file to say in where it is."""
    orders, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # whatever a library prints is no result
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal interrupts all of us: who ordered decides
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    seconds, prepare = pickle.load(orders)  # noqa: S301 - from the process that started this one
    perform: Perform[object, object] | None = None
    while (asked := _next(orders)) is not None:
        watch = _Watched(place, seconds, asked)
        try:
            if perform is None:
                perform = prepare()
            answer: tuple[bool, object] = (True, perform(asked.order, watch))
        except _TriedError:
            answer = (True, None)
        except Exception as error:  # noqa: BLE001 - raised again by who ordered
            answer = (False, _portable(error))
        watch.stop()
        try:
            pickle.dump(answer, results, pickle.HIGHEST_PROTOCOL)
            results.flush()
        except BrokenPipeError:
            return  # nobody waits for it


def _next(orders: BinaryIO) -> Asked | None:
    try:
        return pickle.load(orders)  # type: ignore[no-any-return]  # noqa: S301 - as above
    except EOFError:
        return None


def _portable(error: Exception) -> Exception:
    """The error with its trace in words, as something that can be pickled."""
    error.add_note("in a worker process:\n" + "".join(traceback.format_exception(error)))
    try:
        return pickle.loads(pickle.dumps(error))  # type: ignore[no-any-return]  # noqa: S301 - pickled here
    except Exception:  # noqa: BLE001 - errors of any library
        return RuntimeError("".join(traceback.format_exception(error)))
