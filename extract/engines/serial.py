"""One unit after the other, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Unit = TypeVar("Unit")
Result = TypeVar("Result")


def run_serially(function: Callable[[Unit], Result], units: Iterable[Unit]) -> Iterator[Result]:
    """``function`` of each unit, lazily: a unit is asked for when the result before it has been taken.

    >>> list(run_serially(len, ["Phường 2", "xã"]))
    [8, 2]
    """
    return map(function, units)
