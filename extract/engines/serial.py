"""One order after the other, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

from extract.engines.order import Limits, Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.engines.order import Order, Perform, Prepare, Result


class Serial:
    """Nothing is watched: an item that hangs or ends the process does so.

    >>> def prepare():
    ...     return lambda order, watch: len(order)
    >>> with Serial() as engine:
    ...     list(engine.results(prepare, ["Phường 2", "xã"]))
    [8, 2]
    """

    limits = Limits()

    def __init__(self) -> None:
        self._ready: tuple[object, object] | None = None

    def __enter__(self) -> Self:  # noqa: D105 - as of any context
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        self._ready = None

    def results(self, prepare: Prepare[Order, Result], orders: Iterable[Order]) -> Iterator[Result]:
        """As of ``Engine``; in the order of ``orders``."""
        if self._ready is None or self._ready[0] != prepare:
            self._ready = (prepare, prepare())
        perform = cast("Perform[Order, Result]", self._ready[1])
        for order in orders:
            yield perform(order, Watch())
