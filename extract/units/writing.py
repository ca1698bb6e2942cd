"""The last step: the rows of all units in order, as one table of the dataset."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extract.across.links import Likenesses
from extract.tables.collection import Collection
from extract.tables.schemas import PAGES, TABLES
from extract.units.orders import Done
from extract.units.reading import likeness_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.units.orders import Write
    from extract.units.store import Finished, Store

_UNITS = "units"


@contextmanager
def list_units(store: Store) -> Iterator[Callable[[str], None]]:
    """A function that takes the keys of the units that the dataset is made of. Raises ``OSError``."""
    with (store.folder / _UNITS).open("w", encoding="ascii") as out:
        yield lambda key: print(key, file=out)


def write(order: Write, store: Store) -> Done:
    """One table, in the folder that ``written_to`` tells; pages are linked to those that they repeat."""
    (schema,) = (one for one in TABLES if one.name == order.table)
    sorting = Path(tempfile.mkdtemp(dir=store.sorting))
    (sorting / "rows").mkdir()
    (sorting / "out").mkdir()
    collection = Collection(sorting / "rows", (schema,))
    likenesses = Likenesses(sorting / "pages")
    for finished in _units(store):
        collection.add({schema.name: rows_of(finished, schema.name, schema.arrow())})
        if schema is PAGES:
            likenesses.add(likeness_of(finished))
    links = likenesses.links(collection.pages()) if schema is PAGES else ()
    collection.write(sorting / "out", links)
    done = Done(order.key, rows=collection.rows()[schema.name], tally=collection.tally(schema.name))
    target = written_to(store, order.key)
    if target.exists():
        shutil.rmtree(target)  # of a run that was killed before it could say so
    (sorting / "out" / schema.name).rename(target)
    store.keep("written", order.key, done._asdict(), {})
    shutil.rmtree(sorting)
    return done


def written_to(store: Store, key: str) -> Path:
    """The folder of a table that has been written."""
    return store.folder / "written" / f"table-{key}"


def _units(store: Store) -> Iterator[Finished]:
    with (store.folder / _UNITS).open(encoding="ascii") as lines:
        for line in lines:
            with store.open("read", line.rstrip("\n")) as finished:
                yield finished
