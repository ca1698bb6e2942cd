"""What a run says on a terminal: a bar while it works, a summary when it is done; and what can be told from outside."""

from __future__ import annotations

import json
from contextlib import contextmanager
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from extract.dataset import nothing_read
from extract.errors import InputError
from extract.tables.commit import RUN_FILE, is_being_written, is_dataset, work_of
from extract.units.progress import last_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from rich.console import Console
    from rich.progress import TaskID

    from extract.remote import Remote
    from extract.tables.manifest import RunSummary
    from extract.units.progress import Progress


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[Progress], None] | None]:
    """A function to call with how far the run is, which draws a bar; ``None`` where ``console`` is no terminal."""
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def draw(progress: Progress) -> None:
            if progress.step not in tasks:
                tasks[progress.step] = bar.add_task(progress.step, total=progress.of, told="")
            task = tasks[progress.step]
            seconds = bar.tasks[task].elapsed or 0
            bar.update(task, completed=progress.units, total=progress.of, told=_told(progress, seconds))

        yield draw


def _told(progress: Progress, seconds: float) -> str:
    """Pages, pages a second and rejects, in the steps that have them."""
    read = progress.pages + progress.rejects
    if not read:
        return "units"
    rate = f", {read / seconds:.0f} a second" if seconds >= 1 else ""
    return f"units, {read} pages{rate}, {progress.rejects} rejected"


def status_lines(dataset: Path) -> Iterator[str]:
    """How far the run into ``dataset`` is, or how it ended. Raises ``InputError`` where there never was one."""
    told = last_told(work_of(dataset))
    running = is_being_written(dataset)
    if running or told is not None:
        state = (
            "a run is writing it"
            if running
            else "a run was ended before it was done; the same command goes on from here"
        )
        yield f"{dataset}: {state}"
        if told is not None:
            yield from _lines("step", f"{told.step}, {told.units} of {told.of} units")
            if told.pages or told.rejects:
                yield from _lines("pages", f"{told.pages}, {told.rejects} rejected")
    if is_dataset(dataset):
        run = json.loads((dataset / RUN_FILE).read_text("utf-8"))
        yield f"{dataset}: holds {run['rows']['pages']} pages, {run['rows']['rejects']} rejected, of {run['finished']}"
    elif told is None and not running:
        raise InputError(f"{dataset}: no dataset, and no run that is to write one; name what 'baocao run' had as --out")


def summary_lines(summary: RunSummary, dataset: Path | Remote) -> Iterator[str]:
    """The closing summary of a run, a line a fact."""
    rows = summary.rows
    dropped = sum(summary.blocks_dropped.values())
    yield f"{dataset}: written in {summary.seconds:.1f} seconds"
    yield from _lines("pages", str(rows["pages"]), summary.duplicates)
    yield from _lines("blocks", f"{summary.blocks_kept} kept, {dropped} dropped", summary.blocks_dropped)
    for table in ("figures", "money", "scholarships", "ratings", "statements"):
        yield from _lines(table, str(rows[table]))
    yield from _lines("checks", str(rows["checks"]), summary.checks)
    yield from _lines("rejects", str(rows["rejects"]), summary.rejects)


def refuse_nothing(summary: RunSummary, dataset: Path) -> None:
    """Raise ``InputError`` if no page was read, with the first of the reasons: a column misspelt, an empty pipe."""
    if not summary.rows["pages"]:
        raise InputError(nothing_read(dataset) + (f"; all are in {dataset}/rejects" if summary.rows["rejects"] else ""))


def _lines(name: str, total: str, parts: Mapping[str, int] | None = None) -> list[str]:
    detail = ", ".join(f"{part} {count}" for part, count in parts.items()) if parts else ""
    told = f"{name:<13} {total}" + (f" ({detail})" if detail else "")
    return wrap(told, width=100, initial_indent="  ", subsequent_indent=" " * 16, break_on_hyphens=False)
