"""A run over many pages: units of work, one after the other, into a dataset that changes all at once.

The input is read once, in two passes, for what recurs on a site shows only at the end of the first. Between them the
cleaned pages lie on the disk, and so does everything else that grows with the archive: memory does not.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract import rulecache
from extract.across.links import Likenesses
from extract.across.occurrences import Occurrences
from extract.across.sites import Sightings
from extract.across.spool import Spool
from extract.dedup.pages import keys_of
from extract.dedup.site import sightings
from extract.engines import run_serially
from extract.errors import OutputError
from extract.model import Capture, Page, Reject
from extract.pipeline import capture_id, clean_capture, encodable, page_error, read_page
from extract.sources import captures
from extract.tables.collection import Collection
from extract.tables.commit import replacing, writing
from extract.tables.manifest import RunSummary, write_run
from extract.tables.package import Package, write_package
from extract.tables.rows import PageRecord, encode
from extract.tables.views import write_views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from extract.dedup.pages import PageKeys
    from extract.dedup.site import SiteLines
    from extract.pipeline import Knowledge
    from extract.sources import SourceOptions

_UNIT_PAGES = 32
"""Pages that are encoded together: enough to make Arrow cheap, few enough to keep a progress bar moving."""

_WORK = "work"
"""The folder of what lies on the disk during a run, within that of the coming dataset."""


class Progress(NamedTuple):
    """How far a run is in one of its two passes."""

    pages: int
    rejects: int
    step: Literal["cleaning", "reading"] = "reading"

    def after(self, pages: int, rejects: int) -> Progress:
        """How far it is with one more unit done."""
        return self._replace(pages=self.pages + pages, rejects=self.rejects + rejects)


class NumberedCapture(NamedTuple):
    """A capture, and how many before it had the same address, bytes and time."""

    capture: Capture
    occurrence: int


Unit = tuple[NumberedCapture | Reject, ...]
CleanUnit = tuple[Page | Reject, ...]


class ReadUnit(NamedTuple):
    """What the second pass makes of a unit."""

    tables: Mapping[str, pa.Table]
    keys: tuple[PageKeys, ...]


def run(
    inputs: Sequence[Path],
    out: Path,
    rule_folders: Sequence[Path] = (),
    on_progress: Callable[[Progress], None] | None = None,
    options: SourceOptions | None = None,
) -> RunSummary:
    """Read every page below ``inputs`` and write the dataset ``out``, replacing the one that may stand there.

    Raises ``InputError``, ``RuleError`` or ``OutputError``; then, and if it is interrupted, ``out`` stays as it was.
    """
    started = datetime.now(UTC)
    found = captures(inputs, options)
    _refuse_output_among_inputs(inputs, out)
    knowledge = rulecache.load(rule_folders, keep=True)
    tell = on_progress or (lambda _: None)
    with replacing(out) as folder:
        steps = _Steps(out, folder / _WORK)
        steps.clean(units(found), knowledge, tell)
        steps.read(knowledge, tell)
        with writing(out):
            steps.write(folder)
            write_package(Package(folder))
            write_views(folder)
            summary = _summary(inputs, rule_folders, knowledge, steps.collection, started)
            write_run(folder, summary)
    return summary


class _Steps:
    """The steps of a run, in their order, with what each leaves on the disk for the next.

    ``out`` is the dataset that errors of the disk are told of.
    """

    def __init__(self, out: Path, work: Path) -> None:
        self._out = out
        self._work = work
        with writing(out):
            work.mkdir()
            (work / "tables").mkdir()
            self._cleaned: Spool[CleanUnit] = Spool(work / "cleaned")
            self._sightings = Sightings(work / "lines")
            self._likenesses = Likenesses(work / "pages")
            self.collection = Collection(work / "tables")

    def clean(self, captured: Iterator[Unit], knowledge: Knowledge, tell: Callable[[Progress], None]) -> None:
        """The first pass: captures into cleaned pages, and what lines they have."""
        progress = Progress(0, 0, "cleaning")
        for unit in run_serially(partial(clean_unit, knowledge=knowledge), captured):
            pages = [item for item in unit if isinstance(item, Page)]
            with writing(self._out):
                self._cleaned.add(unit)
                self._sightings.add(sighting for page in pages for sighting in sightings(page))
            progress = progress.after(len(pages), len(unit) - len(pages))
            tell(progress)

    def read(self, knowledge: Knowledge, tell: Callable[[Progress], None]) -> None:
        """The second pass: cleaned pages into rows, and what other pages they may be like."""
        progress = Progress(0, 0, "reading")
        with writing(self._out):
            lines = self._sightings.learn()
        for unit in run_serially(partial(read_unit, knowledge=knowledge, lines=lines), self._cleaned):
            with writing(self._out):
                self.collection.add(unit.tables)
                self._likenesses.add(unit.keys)
            progress = progress.after(unit.tables["pages"].num_rows, unit.tables["rejects"].num_rows)
            tell(progress)

    def write(self, folder: Path) -> None:
        """The third step: rows into tables, in order, pages linked to those that they repeat."""
        self.collection.write(folder, self._likenesses.links(self.collection.pages()))
        shutil.rmtree(self._work)


def units(found: Iterable[Capture | Reject], size: int = _UNIT_PAGES) -> Iterator[Unit]:
    """Captures in groups of ``size``, numbered so that equal ones get ids of their own."""
    numbered = _numbered(found)
    while unit := tuple(islice(numbered, size)):
        yield unit


def _numbered(found: Iterable[Capture | Reject]) -> Iterator[NumberedCapture | Reject]:
    met = Occurrences()
    for item in found:
        if isinstance(item, Reject):
            uri = None if item.uri is None else encodable(item.uri)
            yield item._replace(source=encodable(item.source), uri=uri, message=encodable(item.message))
        else:
            capture = replace(item, uri=encodable(item.uri), source=encodable(item.source))
            yield NumberedCapture(capture, met.before(capture_id(capture)))


def clean_unit(unit: Unit, knowledge: Knowledge) -> CleanUnit:
    """The pages of one unit of work, cleaned."""
    return tuple(
        item if isinstance(item, Reject) else clean_capture(item.capture, knowledge, item.occurrence) for item in unit
    )


def read_unit(unit: CleanUnit, knowledge: Knowledge, lines: SiteLines) -> ReadUnit:
    """The rows of one unit of work; a page whose values no column can hold is a reject."""
    records = [item if isinstance(item, Reject) else read_page(item, knowledge, lines) for item in unit]
    try:
        tables = encode(records)
    except Exception:  # noqa: BLE001 - some page of the unit: the next lines find out which
        records = [_with_valid_rows(record) for record in records]
        tables = encode(records)
    keys = (keys_of(record.page, record.facts.figures) for record in records if isinstance(record, PageRecord))
    return ReadUnit(tables, tuple(key for key in keys if key is not None))


def _with_valid_rows(record: PageRecord | Reject) -> PageRecord | Reject:
    try:
        encode([record])
    except Exception as error:
        if isinstance(record, Reject):
            raise
        return page_error(record.page, error)
    return record


def _refuse_output_among_inputs(inputs: Sequence[Path], out: Path) -> None:
    """The next run would read what this one wrote, or delete what it is to read."""
    target = out.resolve()
    for given in inputs:
        source = given.resolve()
        if target.is_relative_to(source) or source.is_relative_to(target):
            raise OutputError(
                f"the output {out} and the input {given} lie one in the other; name a folder apart from it"
            )


def _summary(
    inputs: Sequence[Path],
    rule_folders: Sequence[Path],
    knowledge: Knowledge,
    collection: Collection,
    started: datetime,
) -> RunSummary:
    rows = collection.rows()
    dropped = collection.tally("blocks", "reason")
    return RunSummary(
        inputs=tuple(encodable(str(given)) for given in inputs),
        rule_folders=tuple(encodable(str(folder)) for folder in rule_folders),
        rules_sha256=knowledge.files.digest,
        rows=rows,
        blocks_kept=rows["blocks"] - sum(dropped.values()),
        blocks_dropped=dropped,
        duplicates=collection.tally("pages", "duplicate_kind"),
        checks=collection.tally("checks", "outcome"),
        rejects=collection.tally("rejects", "reason"),
        started=started,
        finished=datetime.now(UTC),
    )
