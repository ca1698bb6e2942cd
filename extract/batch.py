"""A run over many pages: units of work, done by whatever engine, into a dataset that changes all at once.

This process only leads: it says what is to be done, learns what recurs on sites, and counts. Pages are cleaned, figures
read and tables written by the workers of the engine; everything that grows with the archive lies in the work folder of
the coming dataset. What a run that was ended has left there, the next one need not do again.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from extract import rulecache
from extract.across.arrow_memory import given_back
from extract.across.sites import Sightings
from extract.dataset import nothing_read, pages_of
from extract.dedup.site import SIGHTING_BYTES
from extract.dictionary import write_dictionary
from extract.engines import Serial, Watch
from extract.errors import InputError, OutputError
from extract.occurrences import Occurrences
from extract.pipeline import encodable
from extract.remote import Remote
from extract.sources import STANDARD_INPUT, SourceOptions, files, refuse_unusable, where
from extract.tables import publish
from extract.tables.commit import is_dataset, replacing, work_of, writing
from extract.tables.manifest import RunSummary, write_run
from extract.tables.package import Package, write_package
from extract.tables.schemas import TABLES
from extract.tables.views import write_views
from extract.units.cleaning import ID_BYTES, pieces
from extract.units.keys import key_of, recipe
from extract.units.orders import Clean, Cut, Read, Write
from extract.units.plan import Archive, Plan
from extract.units.progress import Progress, Telling
from extract.units.seams import sewn
from extract.units.store import Store
from extract.units.unpacking import cut, edges_of, pieces_of
from extract.units.work import Work
from extract.units.writing import list_units, written_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from extract.engines import Engine
    from extract.sources import Input
    from extract.units.orders import Done, Order

_LONGEST_FIRST = ("blocks", "pages", "figures", "money", "statements")
"""Tables that take long to write, begun before the others."""


def run(  # noqa: PLR0917 - what the command line gives
    inputs: Sequence[Input],
    out: Path,
    rule_folders: Sequence[Path] = (),
    on_progress: Callable[[Progress], None] | None = None,
    options: SourceOptions | None = None,
    engine: Engine | None = None,
    copy_to: Remote | None = None,
) -> RunSummary:
    """Read every page below ``inputs`` and write the dataset ``out``, replacing the one that may stand there; then
    the same at ``copy_to``.

    Without an ``engine`` everything is done in this process. Raises ``InputError``, ``RuleError``, ``OutputError`` or
    ``EngineError``; then, and if it is interrupted, ``out`` stays as it was, and the same run goes on from there.
    """
    started = datetime.now(UTC)
    options = options or SourceOptions()
    refuse_unusable(inputs, options)
    _refuse_output_among_inputs(inputs, out)
    if copy_to is not None:
        _refuse_output_among_inputs(inputs, copy_to)
        publish.refuse_foreign(copy_to)
    knowledge = rulecache.load(rule_folders, keep=True)  # an error in them is told before all else
    with given_back(), replacing(out) as folder, engine or Serial() as running, writing(out):
        said = recipe(rule_folders, options)
        store = Store.prepared(work_of(out), said)
        work = Work(store.folder, tuple(map(_everywhere, rule_folders)), options, said, running.limits)
        steps = _Steps(store, work, running, Telling(store.folder, on_progress))
        tables = steps.tables([given if isinstance(given, Remote) else _everywhere(given) for given in inputs])
        for name, done in tables.items():
            written_to(store, done.order).rename(folder / name)
        write_package(Package(folder))
        write_views(folder)
        write_dictionary(folder, knowledge.rules.rules)
        summary = _summary(inputs, rule_folders, knowledge.files.digest, tables, started)
        write_run(folder, summary)
        _refuse_to_empty(out, copy_to, folder, summary)
        if copy_to is not None:  # before the work folder goes, so that what fails here can be gone on with
            publish.publish(folder, copy_to)
    return summary


def _everywhere(given: Path) -> Path:
    """The same place for a process that works in another folder."""
    return given if given == STANDARD_INPUT else given.absolute()


class _Steps:
    """The steps of a run, in their order; what each leaves for the next lies in the store."""

    def __init__(self, store: Store, work: Work, engine: Engine, tell: Telling) -> None:
        self._store, self._work, self._engine, self._tell = store, work, engine, tell
        self._instead: Mapping[str, Archive] = {}

    def tables(self, inputs: Sequence[Input]) -> Mapping[str, Done]:
        """All of them: what was written for each table."""
        plan = Plan(self._store.folder / "plan", files(inputs))
        self._unpack(plan)
        sightings = Sightings(self._store.sorting / "lines")
        count = self._clean(plan, sightings)
        read = self._read(plan, sightings, count)
        return self._write(read)

    def _unpack(self, plan: Plan) -> None:
        for archive in plan.archives():
            if archive.file.path == STANDARD_INPUT:  # which is this process's own
                cut(Cut(*archive), self._store, self._work, Watch())
        count = sum(1 for _ in self._archives(plan))
        for _ in self._done(Progress("unpacking", 0, count), (Cut(*archive) for archive in self._archives(plan))):
            pass
        self._instead = sewn(plan.archives(), lambda archive: edges_of(self._store, archive.key), self._cut_again)

    def _cut_again(self, archive: Archive) -> None:
        for _ in self._engine.results(self._work, [Cut(*archive)]):
            pass

    @staticmethod
    def _archives(plan: Plan) -> Iterator[Archive]:
        return (archive for archive in plan.archives() if archive.file.path != STANDARD_INPUT)

    def _clean(self, plan: Plan, sightings: Sightings) -> int:
        """Clean all pages; how many units there are."""
        count = sum(1 for _ in self._units(plan))
        for done in self._done(Progress("cleaning", 0, count), self._units(plan)):
            with self._store.open("cleaned", done.order) as finished:
                sightings.add(finished.part("lines"))
        return count

    def _units(self, plan: Plan) -> Iterator[Clean]:
        for entry in plan:
            if isinstance(entry, Archive):
                right = self._instead.get(entry.key, entry)
                yield from (Clean(piece, None) for piece in pieces_of(self._store, right.key))
            else:
                yield Clean(*entry)

    def _read(self, plan: Plan, sightings: Sightings, count: int) -> str:
        """Read all cleaned pages; one word for what came of them."""
        digests = [""] * count
        with list_units(self._store) as add:
            for done in self._done(Progress("reading", 0, count), self._reads(plan, sightings, add)):
                digests[done.number] = done.digest
        return key_of(*digests)

    def _reads(self, plan: Plan, sightings: Sightings, add: Callable[[str], None]) -> Iterator[Read]:
        """The key of each tells the pages, and all that matters to them of what other pages are like."""
        learned = sightings.learn()
        met = Occurrences()
        for number, unit in enumerate(self._units(plan)):
            with self._store.open("cleaned", unit.key) as finished:
                digest = str(finished.summary()["digest"])
                lines = learned.among(pieces(finished.part("lines"), SIGHTING_BYTES))
                before = [met.before(page.hex()) for page in pieces(finished.part("ids"), ID_BYTES)]
            again = tuple((nth, times) for nth, times in enumerate(before) if times)
            recurring = (sorted(name.hex() for name in names) for names in (lines.often, lines.mostly))
            key = key_of(digest, *(" ".join(names) for names in recurring), repr(again))
            add(key)
            yield Read(key, number, unit.key, lines, again)

    def _write(self, read: str) -> Mapping[str, Done]:
        names = [schema.name for schema in TABLES]
        longest_first = sorted(names, key=lambda name: (*_LONGEST_FIRST, name).index(name))
        tables = {key_of("table", name, read): name for name in longest_first}
        orders = (Write(key, name) for key, name in tables.items())
        found = {tables[done.order]: done for done in self._done(Progress("writing", 0, len(tables)), orders)}
        return {name: found[name] for name in names}

    def _done(self, progress: Progress, orders: Iterable[Order]) -> Iterator[Done]:
        """The orders of a step done, and told of."""
        self._tell(progress)
        for done in self._engine.results(self._work, orders):
            yield done
            progress = progress.after(done.pages, done.rejects)
            self._tell(progress)


def _refuse_output_among_inputs(inputs: Sequence[Input], out: Input) -> None:
    """The next run would read what this one wrote, or delete what it is to read."""
    target = where(out)
    for given in inputs:
        source = where(given)
        if target.is_relative_to(source) or source.is_relative_to(target):
            raise OutputError(
                f"the output {out} and the input {given} lie one in the other; name a folder apart from it"
            )


def _refuse_to_empty(out: Path, copy_to: Remote | None, made: Path, summary: RunSummary) -> None:
    """Raise ``InputError`` if no page was read where a dataset has some: an input misnamed shall cost none."""
    if summary.rows["pages"]:
        return
    stands: list[Input] = [out] if is_dataset(out) and pages_of(out) else []
    if copy_to is not None and publish.pages_there(copy_to):
        stands.append(copy_to)
    if stands:
        shutil.rmtree(work_of(out))
        as_they_were = "stays as it was" if len(stands) == 1 else "stay as they were"
        raise InputError(f"{nothing_read(made)}; {' and '.join(map(str, stands))} {as_they_were}")


def _summary(
    inputs: Sequence[Input],
    rule_folders: Sequence[Path],
    rules_sha256: str,
    tables: Mapping[str, Done],
    started: datetime,
) -> RunSummary:
    rows = {name: done.rows for name, done in tables.items()}
    dropped = dict(tables["blocks"].tally)
    return RunSummary(
        inputs=tuple(encodable(str(given)) for given in inputs),
        rule_folders=tuple(encodable(str(folder)) for folder in rule_folders),
        rules_sha256=rules_sha256,
        rows=rows,
        blocks_kept=rows["blocks"] - sum(dropped.values()),
        blocks_dropped=dropped,
        duplicates=dict(tables["pages"].tally),
        checks=dict(tables["checks"].tally),
        rejects=dict(tables["rejects"].tally),
        started=started,
        finished=datetime.now(UTC),
    )
