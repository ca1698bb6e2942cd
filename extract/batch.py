"""A run over many pages: units of work, one after the other, into a dataset that changes all at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from extract.engines import run_serially
from extract.errors import OutputError
from extract.model import Capture, Reject
from extract.pipeline import Knowledge, capture_id, encodable, internal_error, read_capture
from extract.sources import captures
from extract.tables.collection import Collection
from extract.tables.commit import replacing, writing
from extract.tables.manifest import RunSummary, write_package, write_run
from extract.tables.rows import PageRecord, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

_UNIT_PAGES = 32
"""Pages that are encoded together: enough to make Arrow cheap, few enough to keep a progress bar moving."""


class Progress(NamedTuple):
    """How far a run is."""

    pages: int
    rejects: int

    def after(self, tables: Mapping[str, pa.Table]) -> Progress:
        """How far it is with one more unit done."""
        return Progress(self.pages + tables["pages"].num_rows, self.rejects + tables["rejects"].num_rows)


class NumberedCapture(NamedTuple):
    """A capture, and how many before it had the same address, bytes and time."""

    capture: Capture
    occurrence: int


def run(
    inputs: Sequence[Path],
    out: Path,
    rule_folders: Sequence[Path] = (),
    on_progress: Callable[[Progress], None] | None = None,
) -> RunSummary:
    """Read every page below ``inputs`` and write the dataset ``out``, replacing the one that may stand there.

    Raises ``InputError``, ``RuleError`` or ``OutputError``; then, and if it is interrupted, ``out`` stays as it was.
    """
    started = datetime.now(UTC)
    found = captures(inputs)
    _refuse_output_among_inputs(inputs, out)
    knowledge = Knowledge.load(rule_folders)
    collection = Collection()
    progress = Progress(0, 0)
    with replacing(out) as folder:
        for tables in run_serially(partial(read_unit, knowledge=knowledge), units(found)):
            collection.add(tables)
            progress = progress.after(tables)
            if on_progress is not None:
                on_progress(progress)
        with writing(out):
            collection.write(folder)
            write_package(folder)
            summary = _summary(inputs, rule_folders, knowledge, collection, started)
            write_run(folder, summary)
    return summary


Unit = tuple[NumberedCapture | Reject, ...]


def units(found: Iterable[Capture | Reject], size: int = _UNIT_PAGES) -> Iterator[Unit]:
    """Captures in groups of ``size``, numbered so that equal ones get ids of their own."""
    numbered = _numbered(found)
    while unit := tuple(islice(numbered, size)):
        yield unit


def _numbered(found: Iterable[Capture | Reject]) -> Iterator[NumberedCapture | Reject]:
    seen: Counter[str] = Counter()
    for item in found:
        if isinstance(item, Reject):
            uri = None if item.uri is None else encodable(item.uri)
            yield item._replace(source=encodable(item.source), uri=uri, message=encodable(item.message))
        else:
            capture = replace(item, uri=encodable(item.uri), source=encodable(item.source))
            key = capture_id(capture)
            yield NumberedCapture(capture, seen[key])
            seen[key] += 1


def read_unit(unit: Unit, knowledge: Knowledge) -> dict[str, pa.Table]:
    """The rows of one unit of work; a page whose values no column can hold is a reject."""
    records = [
        item if isinstance(item, Reject) else read_capture(item.capture, knowledge, item.occurrence) for item in unit
    ]
    try:
        return encode(records)
    except Exception:  # noqa: BLE001 - some page of the unit: the next lines find out which
        return encode([_with_valid_rows(item, record) for item, record in zip(unit, records, strict=True)])


def _with_valid_rows(item: NumberedCapture | Reject, record: PageRecord | Reject) -> PageRecord | Reject:
    try:
        encode([record])
    except Exception as error:
        if isinstance(item, Reject):
            raise
        return internal_error(item.capture, error)
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
        checks=collection.tally("checks", "outcome"),
        rejects=collection.tally("rejects", "reason"),
        started=started,
        finished=datetime.now(UTC),
    )
