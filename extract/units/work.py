"""What a worker needs to do orders, and which order is whose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extract import rulecache
from extract.errors import EngineError
from extract.units import cleaning, reading, unpacking, writing
from extract.units.keys import recipe
from extract.units.orders import Clean, Cut, Done, Read, Write
from extract.units.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from extract.engines import Limits, Watch
    from extract.pipeline import Knowledge
    from extract.sources import SourceOptions
    from extract.units.orders import Order
    from extract.units.store import Kind


@dataclass(frozen=True)
class Work:
    """All that decides what comes of orders. It travels to every worker."""

    folder: Path
    rule_folders: tuple[Path, ...]
    options: SourceOptions
    recipe: str
    limits: Limits

    def __call__(self) -> Performer:
        """Make this process ready. Raises ``EngineError`` where it is not the program that ordered."""
        if recipe(self.rule_folders, self.options) != self.recipe:
            raise EngineError(
                "this worker has other code, rules or libraries than the run; install the same on all machines"
            )
        return Performer(self)


class Performer:
    """Does orders. An order that was done before is not done again."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._store = Store(work.folder)

    def __call__(self, order: Order, watch: Watch) -> Done:
        """Do an order. Raises ``OSError`` where the work folder cannot be written."""
        work, store = self._work, self._store
        match order:
            case Cut():
                if unpacking.is_cut(store, order.key):
                    return Done(order.key)
                return unpacking.cut(order, store, work, watch)
            case Clean():
                done = self._finished("cleaned", order.key)
                if done is None:
                    done = cleaning.clean(order, store, work, self._knowledge, watch)
                if order.files is None:
                    store.drop("captures", order.key)
                return done
            case Read():
                done = self._finished("read", order.key)
                if done is None:
                    return reading.read(order, store, work, self._knowledge, watch)
                return done._replace(number=order.number)
            case Write():
                done = self._finished("written", order.key)
                if done is None or not writing.written_to(store, order.key).exists():
                    done = writing.write(order, store)
                return done

    @cached_property
    def _knowledge(self) -> Knowledge:
        return rulecache.load(self._work.rule_folders, keep=True)

    def _finished(self, kind: Kind, key: str) -> Done | None:
        """What was said of an order that was done before, if that still holds."""
        said = self._store.find(kind, key)
        done = None if said is None else Done(**said)
        return None if done is None or done.limits not in {"", repr(self._work.limits)} else done
