"""The auditors' pages as a folder of files that opens from disk."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.dataset import Dataset
from extract.errors import OutputError
from extract.report.addresses import indicator_stem
from extract.report.awards import awards_of
from extract.report.ledger import Ledgers
from extract.report.listing import LINES, site_links
from extract.report.overview import MOST_FINDINGS, Overview
from extract.report.page import view_page
from extract.report.parts import in_parts
from extract.report.rated import rated_rows_of
from extract.report.rendering import Renderer
from extract.report.shards import shards
from extract.report.totals import totals_of
from extract.tables.commit import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from extract.report.labels import Language
    from extract.report.overview import PageLine
    from extract.report.shards import Shard
    from extract.report.totals import Totals

INDEX = "index.html"
_PAGES_FOLDER = "pages"
_MONEY_FOLDER = "money"
_LISTS_FOLDER = "lists"
AWARDS, RATED = "scholarships.html", "ratings.html"
"""In the folder of lists."""
_MARK = b'<meta name="generator" content="baocao report">'
"""What an index of ours says of itself: a folder without it is never replaced."""
_MARK_WITHIN = 4096


def write_report(dataset: Path, out: Path, rules: Sequence[Path] = (), language: Language = "vi") -> Path:
    """Write the auditors' pages of ``dataset`` into ``out``; gives the path of the index.

    Pages have both languages, and open in ``language`` until a reader chooses.
    The same dataset gives the same bytes. The folder appears when all pages are written; a report that stood there is
    replaced, anything else is refused. Folders of ``rules`` beside the shipped ones name indicators of their own.
    Raises ``InputError`` for what is no dataset, ``RuleError`` for rules that cannot be read, ``OutputError`` for a
    folder that cannot be written.
    """
    tables = Dataset(dataset)
    renderer = Renderer.load(rulefiles.load(rules), language=language)
    with _replacing(out, dataset) as folder, writing(out):
        _write_files(tables, renderer, folder)
    return out / INDEX


def _write_files(tables: Dataset, renderer: Renderer, folder: Path) -> None:
    for name in (_PAGES_FOLDER, _MONEY_FOLDER, _LISTS_FOLDER):
        (folder / name).mkdir()
    overview, ledgers, totals = Overview(), Ledgers(), totals_of(tables)
    awards, rated = awards_of(tables), rated_rows_of(tables)
    overview.rejects.extend(tables.rejects())
    for page in tables.pages():
        judged, (cut, parts) = totals.judge(page), in_parts(page)
        overview.add(page, parts)
        ledgers.add(page, judged, parts)
        awards.add(page, parts)
        rated.add(page, parts)
        for view in view_page(cut, judged, parts):
            renderer.write(folder / _PAGES_FOLDER / view.file, "page.html.j2", view.style, root="../", view=view)
    _write_ledgers(totals, ledgers, renderer, folder / _MONEY_FOLDER)
    if awards.told.rows:
        renderer.write(folder / _LISTS_FOLDER / AWARDS, "awards.html.j2", root="../", awards=awards)
    if rated.told:
        renderer.write(folder / _LISTS_FOLDER / RATED, "rated.html.j2", root="../", rated=rated)
    pages = _write_lists(overview, renderer, folder / _LISTS_FOLDER)
    renderer.write(
        folder / INDEX,
        "index.html.j2",
        root="",
        origin=tables.origin,
        overview=overview,
        totals=totals,
        awards=awards,
        rated=rated,
        sites=site_links(overview, pages) if overview.lines else [],
        rejected=Counter(reject.reason for reject in overview.rejects).most_common(),
        most_findings=MOST_FINDINGS,
    )


def _write_ledgers(totals: Totals, ledgers: Ledgers, renderer: Renderer, folder: Path) -> None:
    for total in totals.by_indicator:
        (indicator,) = total.group
        renderer.write(
            folder / f"{indicator_stem(indicator)}.html",
            "ledger.html.j2",
            root="../",
            total=total,
            counted=ledgers.lines(indicator, counted=True),
            left_out=ledgers.lines(indicator, counted=False),
        )


def _write_lists(overview: Overview, renderer: Renderer, lists: Path) -> Sequence[Shard[PageLine]]:
    """Write the lists that the index leads to; gives the files of the list of pages."""
    pages = shards(overview.listed(), "pages", LINES)
    for shard in pages:
        renderer.write(lists / shard.file, "pages.html.j2", root="../", shard=shard)
    for outcome, findings in overview.findings.items():
        for found in shards(findings, outcome, LINES) if findings else ():
            heading = "disagreements" if outcome == "disagrees" else "all_unchecked"
            renderer.write(lists / found.file, "checks.html.j2", root="../", shard=found, heading=heading)
    for rejects in shards(overview.rejects, "rejects", LINES) if overview.rejects else ():
        renderer.write(lists / rejects.file, "rejects.html.j2", root="../", shard=rejects)
    return pages


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
            return _MARK in stream.read(_MARK_WITHIN)
    except OSError:
        return False
