"""What a run says on a terminal: a bar while it works, a summary when it is done."""

from __future__ import annotations

from contextlib import contextmanager
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from extract.sources.folder import files_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from extract.batch import Progress
    from extract.tables.manifest import RunSummary


@contextmanager
def progress_bar(inputs: Sequence[Path], console: Console) -> Iterator[Callable[[Progress], None] | None]:
    """A function to call with how far the run is, which draws a bar; ``None`` where ``console`` is no terminal."""
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages, {task.fields[rejects]} rejected"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        files = sum(1 for given in inputs for _ in files_below(given))
        tasks = {step: bar.add_task(step, total=files, rejects=0, start=False) for step in ("cleaning", "reading")}

        def draw(progress: Progress) -> None:
            done = progress.pages + progress.rejects
            bar.start_task(tasks[progress.step])
            bar.update(tasks[progress.step], completed=done, rejects=progress.rejects)
            if progress.step == "cleaning":  # an archive has more pages than files: what is cleaned will be read
                bar.update(tasks["reading"], total=done)

        yield draw


def summary_lines(summary: RunSummary, dataset: Path) -> Iterator[str]:
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


def _lines(name: str, total: str, parts: Mapping[str, int] | None = None) -> list[str]:
    detail = ", ".join(f"{part} {count}" for part, count in parts.items()) if parts else ""
    told = f"{name:<13} {total}" + (f" ({detail})" if detail else "")
    return wrap(told, width=100, initial_indent="  ", subsequent_indent=" " * 16, break_on_hyphens=False)
