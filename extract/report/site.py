"""The auditors' pages as a folder of files that opens from disk."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.dataset import Dataset
from extract.errors import OutputError
from extract.report.addresses import file_stem, indicator_stem
from extract.report.ledger import Ledgers
from extract.report.overview import Overview
from extract.report.page import view_page
from extract.report.rendering import Renderer
from extract.report.totals import judge_money, reasons_of
from extract.tables.commit import writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "index.html"
PAGES_FOLDER = "pages"
MONEY_FOLDER = "money"
MARK = b'<meta name="generator" content="baocao report">'
"""What an index of ours says of itself: a folder without it is never replaced."""
_MARK_WITHIN = 4096


def write_report(dataset: Path, out: Path) -> Path:
    """Write the auditors' pages of ``dataset`` into ``out``; gives the path of the index.

    The same dataset gives the same bytes. The folder appears when all pages are written; a report that stood there is
    replaced, anything else is refused. Raises ``InputError`` for what is no dataset, ``OutputError`` for a folder that
    cannot be written.
    """
    tables = Dataset(dataset)
    renderer = Renderer.load(rulefiles.load())
    with _replacing(out, dataset) as folder, writing(out):
        _write_files(tables, renderer, folder)
    return out / INDEX


def _write_files(tables: Dataset, renderer: Renderer, folder: Path) -> None:
    pages, money = folder / PAGES_FOLDER, folder / MONEY_FOLDER
    pages.mkdir()
    money.mkdir()
    overview, ledgers, reasons = Overview(), Ledgers(), reasons_of(tables)
    for page in tables.pages():
        judged = judge_money(page, reasons)
        overview.add(page, judged)
        ledgers.add(page, judged)
        view = view_page(page, judged)
        renderer.write(pages / f"{file_stem(page.entry.page_id)}.html", "page.html.j2", view.style, view=view)
    for total in overview.totals.rows():
        renderer.write(
            money / f"{indicator_stem(total.indicator)}.html",
            "ledger.html.j2",
            total=total,
            counted=ledgers.lines(total.indicator, counted=True),
            left_out=ledgers.lines(total.indicator, counted=False),
        )
    renderer.write(folder / INDEX, "index.html.j2", overview=overview, rejects=list(tables.rejects()))


@contextmanager
def _replacing(out: Path, dataset: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of ``out`` when the block ends.

    It stands beside the dataset rather than in it: a run refuses to replace a dataset that holds what it did not write.
    """
    out, dataset = out.resolve(), dataset.resolve()
    beside = dataset if out.is_relative_to(dataset) else out
    staging = beside.with_name(f".{beside.name}.report")
    with ExitStack() as stack:
        with writing(out):
            _refuse_foreign(out)
            out.parent.mkdir(parents=True, exist_ok=True)
            if staging.exists():
                shutil.rmtree(staging)
            staging.mkdir(parents=True)
        stack.callback(shutil.rmtree, staging, ignore_errors=True)
        yield staging
        with writing(out):
            if out.exists():
                shutil.rmtree(out)
            staging.rename(out)


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputError(f"{out} is a file; name a folder for the report")
    if any(out.iterdir()) and not _is_report(out):
        raise OutputError(f"{out} is not empty and not a report of baocao; name a new or an empty folder")


def _is_report(folder: Path) -> bool:
    try:
        with (folder / INDEX).open("rb") as stream:
            return MARK in stream.read(_MARK_WITHIN)
    except OSError:
        return False
