"""The commands that read pages and show what was found."""

# ruff: noqa: PLC0415 - what is heavy is imported by the command that needs it

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.audit import audit_app, diff
from extract.cli.exits import exit_codes
from extract.cli.folders import refuse_file_name
from extract.cli.help import App
from extract.cli.rules import Rules, rules_app
from extract.version import __version__

if TYPE_CHECKING:
    from extract.engines import Engine


class EngineName(StrEnum):
    """Who does the work."""

    pool = "pool"
    dask = "dask"


class Language(StrEnum):
    """Of headers and pages."""

    vi = "vi"
    en = "en"


app = App(
    name="baocao",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")
app.add_typer(audit_app, name="audit")
app.command()(diff)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"baocao {__version__}")
        raise typer.Exit


@app.callback()
def baocao(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Figures out of the report pages of Vietnamese local governments.

    Reads archived pages, drops menus and repeated paragraphs, finds what the
    reports count (scholarships, money, ratings, houses, roads, ...), checks
    the sums, and writes Parquet tables in which every figure points to the
    characters it was read from.

    [bold]Start here[/bold]

      baocao run pages/ --out output/mine      read a folder of pages
      baocao report output/mine                see them as an auditor
      baocao status output/mine                see how far a run is
      baocao audit output/mine                 see how totals come about
      baocao export output/mine --out a.xlsx   open the tables in a spreadsheet
      baocao explain "tặng 23 phần học bổng"   see what is found, and why

    [bold]Exit codes[/bold]

        0  done
        1  a bug: please report what it printed
        2  wrong arguments, names that are not known, or an extra that is not installed
        3  an input is missing, or no page could be read
        4  a rule file has an error, or an example fails
        5  the output cannot be written
        6  workers cannot work, or a cluster cannot be reached
      130  interrupted
    """


@app.command()
def run(  # noqa: PLR0917 - options of a command are its arguments
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT", help="Pages, archives of pages and folders of both, paths or s3://; - is stdin."
        ),
    ],
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="DIR", help="The dataset: a new or empty folder or s3://, or one to replace."
        ),
    ],
    rules: Rules = None,
    work: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="With --out s3://: the dataset is made here, then copied; it stays here too."),
    ] = None,
    text_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of a corpus that holds the page; guessed if not given.")
    ] = None,
    url_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column that holds its address; guessed if not given.")
    ] = None,
    max_page_mb: Annotated[int, typer.Option(min=1, metavar="MB", help="Refuse pages larger than this.")] = 64,
    max_ratio: Annotated[
        int, typer.Option(min=1, metavar="TIMES", help="Refuse what unpacks to more than this many times its size.")
    ] = 200,
    max_members: Annotated[
        int, typer.Option(min=1, metavar="FILES", help="Most files read of one zip or tar.")
    ] = 1_000_000,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that read pages; one a processor if not given.")
    ] = None,
    memory_limit: Annotated[
        int | None, typer.Option(min=256, metavar="MB", help="Most memory that all of them may hold together.")
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Processes of this machine, or a cluster under Dask.")
    ] = EngineName.pool,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of the cluster, as tcp://10.0.0.1:8786.")
    ] = None,
    page_timeout: Annotated[
        float, typer.Option(min=0.001, metavar="SECONDS", help="Refuse a page that is not read after so long.")
    ] = 300,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Read pages and write the tables.

    The dataset appears all at once when the run is done. Until then, and if
    the run fails or is interrupted, what stood there stays as it was, and the
    same command goes on where the last one ended. The same input gives the
    same bytes, with any number of workers. A page that cannot be read, or
    makes a worker hang or die, becomes a row of the table rejects and never
    ends the run.

    [bold]Reads[/bold]

      pages      HTML, XHTML, MHTML, plain text; mirrors of wget and HTTrack
      archives   zip, tar, gzip, xz, zstd, bzip2; WARC and WACZ
      corpora    JSON Lines, CSV and Parquet with a page in each row

    [bold]Examples[/bold]

      baocao run samples --out output/demo
      baocao run 2015/ 2016/ mot-trang.html --out output/archive
      baocao run 2016/ --rules my-rules/ --out output/mine
      baocao run crawl.warc.gz trang.zip --out output/crawl
      baocao run tin.jsonl.zst --text-column noi_dung --out output/tin
      baocao run s3://kho/2016/ --out output/2016
      baocao run 2016/ --out s3://kho/tables --work /scratch/2016
      zstdcat trang.tar.zst | baocao run - --out output/mine
      baocao run 2006/ --workers 8 --memory-limit 6000 --out output/mine
      baocao run /shared/2006 --engine dask --scheduler tcp://10.0.0.1:8786 --out /shared/2006-tables

    [bold]Then, in a notebook[/bold]

      import extract as bc
      money = bc.load("output/demo").money_safe    # results, each once
      money.groupby("indicator").amount_million.sum()
    """
    if (engine == EngineName.dask) != (scheduler is not None):
        raise typer.BadParameter("--engine dask and --scheduler ADDRESS go together")
    with exit_codes(goes_on=True):
        from rich.console import Console

        from extract import batch
        from extract.progress import progress_bar, refuse_nothing, summary_lines
        from extract.remote import Remote, place
        from extract.sources import SourceOptions

        target = place(out)
        copy_to = target if isinstance(target, Remote) else None
        made = target if isinstance(target, Path) else work
        if made is not None:
            refuse_file_name(made, "name one without such an ending; baocao export makes a workbook of it")
        if made is None or (work is not None and copy_to is None):
            raise typer.BadParameter("--work DIR and --out s3:// or the like go together")
        options = SourceOptions(text_column, url_column, max_page_mb * 1024 * 1024, max_ratio, max_members)
        working = _engine(scheduler, workers, memory_limit, page_timeout)
        console = Console(stderr=True, quiet=quiet)
        with progress_bar(console) as on_progress:
            summary = batch.run([*map(place, inputs)], made, rules or (), on_progress, options, working, copy_to)
        if not quiet:
            print("\n".join(summary_lines(summary, target)))
        refuse_nothing(summary, made)


def _engine(scheduler: str | None, workers: int | None, memory_limit: int | None, page_timeout: float) -> Engine:
    """The cluster of a scheduler, or processes of this machine that hold so many megabytes together."""
    from extract.engines import Limits, Pool, processors
    from extract.engines.cluster import Cluster

    held = None if memory_limit is None else memory_limit * 1024 * 1024
    if scheduler is not None:
        return Cluster(scheduler, page_timeout, held)
    count = workers or processors()
    return Pool(count, Limits(page_timeout, None if held is None else held // count))


@app.command()
def status(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="What was given to baocao run as --out.")],
) -> None:
    """Show how far a run is, or what the last one left.

    [bold]Example[/bold]

      baocao status output/mine
    """
    with exit_codes():
        from extract.progress import status_lines

        print("\n".join(status_lines(dataset)))


@app.command()
def explain(
    sentence: Annotated[str | None, typer.Argument(metavar="SENTENCE", help="Text to explain, in quotes.")] = None,
    page: Annotated[Path | None, typer.Option("--page", metavar="FILE", help="Explain the text of this page.")] = None,
    rules: Rules = None,
) -> None:
    """Show what is found in a sentence or a page, and why.

    The numbers, the rules that fired, the rules that came close and what
    stopped them, and the numbers that no rule took.

    [bold]Examples[/bold]

      baocao explain "tặng 23 phần học bổng cho học sinh nghèo với số tiền 11,5 triệu đồng"
      baocao explain --page samples/to-tu-quan-phuong-2-2023.html
    """
    if (sentence is None) == (page is None):
        raise typer.BadParameter("give either a sentence in quotes or --page FILE")
    if sentence is not None and not sentence.strip():
        raise typer.BadParameter("the sentence is empty; give one in quotes")
    with exit_codes():
        from extract import pipeline, rulecache
        from extract.explain import explain_page, explain_text

        knowledge = rulecache.load(rules or (), keep=False)
        if page is not None:
            print(explain_page(pipeline.first_page(page, knowledge), knowledge))
        else:
            print(explain_text(sentence or "", knowledge))


@app.command()
def report(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that baocao run has written.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Where the pages go; DATASET/report if not given.")
    ] = None,
    rules: Rules = None,
    language: Annotated[Language, typer.Option(help="In which the pages open; a button changes it.")] = Language.vi,
) -> None:
    """Write the auditors' pages of a dataset.

    Totals, the sentences they come from, what was left out and why, and which
    sums do not add up. They are in Vietnamese and English.

    [bold]Examples[/bold]

      baocao report output/demo
      baocao report output/mine --rules my-rules/ --language en
    """
    with exit_codes():
        from extract.report import write_report

        if out is not None:
            refuse_file_name(out, "name one without such an ending; its index.html is the first page")
        print(write_report(dataset, out or dataset / "report", rules or (), language.value))


@app.command()
def export(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that baocao run has written.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="PATH", help="FILE.xlsx for a workbook, else a folder for CSV files.")
    ],
    table: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this table or view; may be repeated.")
    ] = None,
    language: Annotated[Language, typer.Option(help="Of headers.")] = Language.vi,
) -> None:
    """Write the tables as a workbook or as CSV, with headers in Vietnamese or English.

    Whatever a page says is text in them, never a formula. A table that is
    longer than a sheet goes on in the next one. CSV comes with a
    datapackage.json that describes it.

    Views such as money_safe, scholarships_by_commune and ratings_wide have
    what may be summed, with commune and year; name them with --table.

    [bold]Examples[/bold]

      baocao export output/demo --out bao-cao.xlsx
      baocao export output/demo --out hoc-bong.xlsx --table scholarships_by_commune --table money_safe
      baocao export output/demo --out csv/ --table money --table pages
      baocao export output/demo --out report.xlsx --language en
    """
    with exit_codes():
        from extract.dataset import Dataset
        from extract.export.tables import write_csv, write_workbook

        read, tables = Dataset(dataset), table or ()
        if out.suffix.casefold() == ".xlsx":
            write_workbook(read, tables, out, language.value)
        else:
            refuse_file_name(out, "name FILE.xlsx for a workbook, or a folder for CSV files")
            write_csv(read, tables, out, language.value)
        print(out)


def main() -> None:
    """Run the command line."""
    app()
