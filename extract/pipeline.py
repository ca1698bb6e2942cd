"""The one way through: captures in, a dataset out. No other module knows the order of the stages."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract import rulefiles
from extract.checks.run import CheckVocabulary, check_page
from extract.clean import CleanVocabulary, judge
from extract.dedup import drop_repeats
from extract.engines import run_serially
from extract.errors import InputError, OutputError
from extract.facts.read import FactVocabulary, draw
from extract.identity import page_id
from extract.lex import LexVocabulary, lex
from extract.lex.cells import CellVocabulary, settle_cells
from extract.match.engine import Engine
from extract.model import Capture, Reject
from extract.pages import build_page
from extract.sources import captures
from extract.tables.collection import Collection
from extract.tables.commit import replacing, writing
from extract.tables.manifest import RunSummary, write_package, write_run
from extract.tables.rows import PageRecord, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from extract.facts.read import Drawn
    from extract.model import Page
    from extract.rulefiles import RuleFiles

_UNIT_PAGES = 32
"""Pages that are encoded together: enough to make Arrow cheap, few enough to keep a progress bar moving."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the rule files say, compiled once a run for the stages that need it."""

    files: RuleFiles
    clean: CleanVocabulary
    lex: LexVocabulary
    cells: CellVocabulary
    rules: Engine
    facts: FactVocabulary
    checks: CheckVocabulary

    @classmethod
    def load(cls, rule_folders: Sequence[Path] = ()) -> Knowledge:
        """The shipped rules and those of ``rule_folders``. Raises ``RuleError`` naming file and line."""
        files = rulefiles.load(rule_folders)
        return cls(
            files,
            CleanVocabulary.load(files),
            LexVocabulary.load(files),
            CellVocabulary.load(files),
            Engine.load(files),
            FactVocabulary.load(files),
            CheckVocabulary.load(files),
        )


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


def read_capture(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> PageRecord | Reject:
    """All that one page says. A page that makes a stage fail is a ``Reject``; it never ends a run.

    ``occurrence`` tells captures apart that agree in address, bytes and time, see ``extract.identity.page_id``.
    """
    try:
        return _read(capture, knowledge, occurrence)
    except Exception as error:  # noqa: BLE001 - the page boundary: whatever a page does to us costs that page alone
        return _internal_error(capture, error)


def _read(capture: Capture, knowledge: Knowledge, occurrence: int) -> PageRecord | Reject:
    page = _read_page(capture, knowledge, occurrence)
    if isinstance(page, Reject):
        return page
    drawn = draw_facts(page, knowledge)
    return PageRecord(page, drawn.facts, check_page(drawn, knowledge.checks))


def draw_facts(page: Page, knowledge: Knowledge) -> Drawn:
    """The facts of a cleaned page, with how they came about."""
    lexed = settle_cells(page.text, lex(page.text, knowledge.lex), knowledge.lex, knowledge.cells)
    return draw(page, lexed, knowledge.rules, knowledge.facts)


def _read_page(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> Page | Reject:
    cleaned = judge(capture, knowledge.clean)
    if isinstance(cleaned, Reject):
        return cleaned
    return build_page(capture, drop_repeats(cleaned), _page_id(capture, occurrence))


def first_page(file: Path, knowledge: Knowledge) -> Page:
    """The first page in a file, cleaned as ``run`` would. Raises ``InputError`` if there is none."""
    for capture in captures([file]):
        page = capture if isinstance(capture, Reject) else _read_page(capture, knowledge)
        if isinstance(page, Reject):
            raise InputError(f"{file}: {page.message}")
        return page
    raise InputError(f"{file}: no page in this file")


def _page_id(capture: Capture, occurrence: int) -> str:
    return page_id(capture.uri, hashlib.sha256(capture.data).hexdigest(), capture.captured_at, occurrence)


def _internal_error(capture: Capture, error: Exception) -> Reject:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place is not None else ""
    message = _unicode(f"{type(error).__name__}: {error}{where}")
    return Reject(capture.source, capture.uri, "internal_error", message, len(capture.data))


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
    knowledge = Knowledge.load(rule_folders)
    found = captures(inputs)
    _refuse_output_among_inputs(inputs, out)
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
            uri = None if item.uri is None else _unicode(item.uri)
            yield item._replace(source=_unicode(item.source), uri=uri, message=_unicode(item.message))
        else:
            capture = replace(item, uri=_unicode(item.uri), source=_unicode(item.source))
            key = _page_id(capture, 0)
            yield NumberedCapture(capture, seen[key])
            seen[key] += 1


def _unicode(name: str) -> str:
    r"""A name that any table can hold: bytes of file names that are not UTF-8 come as lone surrogates.

    >>> _unicode("h\udce4c-bổng.html")
    'h\\udce4c-bổng.html'
    """
    return name.encode("utf-8", "backslashreplace").decode()


def read_unit(unit: Unit, knowledge: Knowledge) -> dict[str, pa.Table]:
    """The rows of one unit of work; a page whose values no column can hold is a reject."""
    records = [
        item if isinstance(item, Reject) else read_capture(item.capture, knowledge, item.occurrence) for item in unit
    ]
    try:
        return encode(records)
    except Exception:  # noqa: BLE001 - some page of the unit: the next lines find out which
        return encode([_encodable(item, record) for item, record in zip(unit, records, strict=True)])


def _encodable(item: NumberedCapture | Reject, record: PageRecord | Reject) -> PageRecord | Reject:
    try:
        encode([record])
    except Exception as error:
        if isinstance(item, Reject):
            raise
        return _internal_error(item.capture, error)
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
        inputs=tuple(_unicode(str(given)) for given in inputs),
        rule_folders=tuple(_unicode(str(folder)) for folder in rule_folders),
        rules_sha256=knowledge.files.digest,
        rows=rows,
        blocks_kept=rows["blocks"] - sum(dropped.values()),
        blocks_dropped=dropped,
        checks=collection.tally("checks", "outcome"),
        rejects=collection.tally("rejects", "reason"),
        started=started,
        finished=datetime.now(UTC),
    )
