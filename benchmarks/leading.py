# ruff: noqa: INP001 - a script, no package
"""What the process that leads a run holds in memory, with workers that only pretend: they leave ids and lines of pages.

    python benchmarks/leading.py [--pages 5000 200000]

Each page is a file of its own, with thirty lines of which ten recur on its site, so that the leading process lists,
plans, learns and numbers as much as in a run of that size. Reading the pages, which it never does, is left out.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from extract import batch  # noqa: E402 - found by the line above
from extract.engines import Limits  # noqa: E402
from extract.tables.collection import PART, write_table  # noqa: E402
from extract.tables.schemas import TABLES  # noqa: E402
from extract.units.orders import Clean, Done, Read, Write  # noqa: E402
from extract.units.store import Store  # noqa: E402
from extract.units.writing import written_to  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SITES = 200
_LINES, _RECURRING = 30, 10


class Pretending:
    """Gives what workers would give, without pages."""

    limits = Limits()

    def __enter__(self) -> Self:
        """Nothing to begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def results(self, prepare: Any, orders: Iterable[Any]) -> Iterator[Any]:  # noqa: ANN401 - of any engine
        """As of ``Engine``."""
        store = Store(prepare.folder)
        chance = random.Random(1)  # noqa: S311 - no secrets
        for order in orders:
            match order:
                case Clean():
                    yield self._clean(order, store, chance)
                case Read():
                    yield Done(order.key, order.number, digest=order.key)
                case Write():
                    written_to(store, order.key).mkdir()
                    (schema,) = (one for one in TABLES if one.name == order.table)
                    write_table(schema, (), written_to(store, order.key) / PART)
                    yield Done(order.key)

    def _clean(self, order: Clean, store: Store, chance: random.Random) -> Done:
        pages = len(order.files or ())
        lines = []
        for _ in range(pages):
            site, article = chance.randrange(_SITES).to_bytes(8, "big"), chance.randbytes(8)
            lines.append(site + bytes(8) + article)
            lines += [site + (number + 1).to_bytes(8, "big") + article for number in range(_RECURRING)]
            lines += [site + chance.randbytes(8) + article for _ in range(_LINES - _RECURRING)]
        parts = {"pages": b"", "ids": chance.randbytes(10 * pages), "lines": b"".join(sorted(lines))}
        done = Done(order.key, pages=pages, digest=order.key)
        store.keep("cleaned", order.key, done._asdict(), parts)
        return done


def lead(pages: int) -> None:
    """One run in this process; prints how much it held at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        for number in range(pages):
            file = folder / f"{number // 1000:04}" / f"{number:06}.txt"
            if number % 1000 == 0:
                file.parent.mkdir(parents=True)
            file.write_text("Xã họp", "utf-8")
        batch.run([folder], Path(name) / "out", engine=Pretending())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


def main() -> None:
    """Print a line for each number of pages, and how much more the last held than the first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[5_000, 200_000])
    parser.add_argument("--lead", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.lead:
        lead(arguments.pages[0])
        return
    held = []
    for pages in arguments.pages:
        command = [sys.executable, __file__, "--lead", "--pages", str(pages)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ)  # noqa: S603 - ourselves
        held.append(int(told.stdout))
        print(f"{pages:>9,} pages: {held[-1]:5} MB", flush=True)
    print(f"{held[-1] / held[0]:.2f} times as much")


if __name__ == "__main__":
    main()
