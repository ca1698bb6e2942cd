"""Work for the tests of engines: an order is a list of words, some of which do to a worker what bad pages do."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.engines import Watch

Order = tuple[str, ...]
Result = list[str]


def prepare() -> Callable[[Order, Watch], Result]:
    """Ready at once."""
    return perform


def never_ready() -> Callable[[Order, Watch], Result]:
    """A worker that dies as soon as it is to work."""
    os._exit(3)


def perform(order: Order, watch: Watch) -> Result:
    """What became of each word."""
    told = []
    for number, word in enumerate(order):
        failure = watch.begin(number)
        if failure is not None and failure.unreachable:
            told.append(f"{word.strip('@')}: {failure.reason}, unreachable")
            continue
        if word.startswith("@"):
            _suffer(word.removeprefix("@"))
        if failure is None:
            _suffer(word)
        told.append(f"{word}: {failure.reason if failure else 'read'}")
    watch.rest()
    return told


def _suffer(word: str) -> None:  # noqa: C901 - each case is another way to fail
    match word.partition("=")[0]:
        case "hang":
            while True:  # never gives way, as a loop in C would not
                pass
        case "sleep":
            time.sleep(60)
        case "exit":
            os._exit(7)
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hold":
            held = bytearray(300 << 20)
            time.sleep(60 + held[0])
        case "fail":
            raise ValueError("học bổng")
        case "once":  # what somebody kills, but not again
            mark = word.partition("=")[2]
            if not os.path.exists(mark):  # noqa: PTH110
                with open(mark, "x", encoding="ascii"):  # noqa: PTH123
                    os.kill(os.getpid(), signal.SIGKILL)
        case "print":
            print("what libraries print is no result")
