"""What engines and those who work for them agree on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Order = TypeVar("Order")
Result = TypeVar("Result")


class Failure(NamedTuple):
    """Why an item is to be left out: it made a worker hang or die, also when it was tried alone."""

    reason: str
    """``timeout``, ``memory`` or ``crash``."""
    message: str
    unreachable: bool = False
    """Merely coming to the item made the worker fail: do without whatever it was to be read from."""


class Limits(NamedTuple):
    """How much one item may take."""

    seconds: float | None = None
    memory: int | None = None
    """Bytes that a worker may hold."""


class Watch:
    """Who works on an order tells of each item before it begins. Here nobody watches."""

    def begin(self, item: int) -> Failure | None:  # noqa: ARG002 - for those who watch
        """Item number ``item``, from 0, is next; if there is a ``Failure``, it is to be left out."""
        return None

    def rest(self) -> None:
        """All items are done: what follows is to keep what was made of them."""


Perform = Callable[[Order, Watch], Result]
"""Does an order. Both it and what it gives can be pickled."""

Prepare = Callable[[], Perform[Order, Result]]
"""Makes a process ready to work: called once in each. It can be pickled."""


class Engine(Protocol):
    """Has orders done."""

    def results(self, prepare: Prepare[Order, Result], orders: Iterable[Order]) -> Iterator[Result]:
        """The results of ``orders`` in the order in which they are done. Orders are asked for as workers become free.

        Raises what ``prepare`` and the work raise, but for what a single item does to a worker.
        """

    @property
    def limits(self) -> Limits:
        """What it lets an item take."""

    def __enter__(self) -> Self:
        """Use it for one ``prepare``, as often as needed."""

    def __exit__(self, *_: object) -> None:
        """Let go of whatever worked."""
