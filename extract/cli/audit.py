"""``baocao audit`` and ``baocao diff``: totals an auditor can trust, and what changes them."""

# ruff: noqa: PLC0415 - what is heavy is imported by the command that needs it

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations of commands
from typing import Annotated

import typer

from extract.cli.exits import exit_codes

GROUPS = ("indicator", "province", "district", "commune", "site", "year", "month")


def audit(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that baocao run has written.")],
    indicator: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only money of this indicator or its members, as house; may be repeated."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="COLUMNS", help=f"A total for each: {', '.join(GROUPS)}, with commas.")
    ] = None,
    largest: Annotated[int, typer.Option(min=0, metavar="N", help="How many of the largest amounts to show.")] = 20,
    figures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every mention with its reason to this CSV file.")
    ] = None,
) -> None:
    """Show how a total of money comes about: from all mentions to the safe total.

    A line for each reason an amount is left out for: copies of a page, what a
    page or another page of the same event says again, plans, norms, prices of
    one thing, parts of another total. The lines add up to the đồng.

    [bold]Examples[/bold]

      baocao audit output/demo
      baocao audit output/demo --indicator scholarship --by province,year
      baocao audit output/demo --indicator house --figures nha-o.csv
    """
    with exit_codes():
        from extract.audit import bridges, judged, mentions
        from extract.audit.telling import MENTIONED, bridge_lines, write_csv
        from extract.dataset import Dataset
        from extract.report.labels import CODES

        columns = [name.strip() for name in by.split(",")] if by else []
        unknown = [name for name in columns if name not in GROUPS]
        if unknown:
            raise typer.BadParameter(f"--by takes {', '.join(GROUPS)}, not {', '.join(unknown)}")
        rows = judged(mentions(Dataset(dataset)), indicator or ())
        names = {reason: label.en for reason, label in CODES["left_out"].items()}
        for bridge in bridges(rows, columns, largest):
            print("\n".join(bridge_lines(bridge, rows, names)))
        if figures is not None:
            write_csv(rows[MENTIONED], figures)


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A dataset.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The one to compare with it.")],
    figures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every figure that differs to this CSV file.")
    ] = None,
) -> None:
    """Compare two datasets: which figures differ and why, and what it does to totals.

    After a change of rules, run both over the same pages.

    [bold]Example[/bold]

      baocao diff output/before output/after --figures khac-nhau.csv
    """
    with exit_codes():
        from extract.audit.comparison import compare, comparison_lines
        from extract.audit.telling import write_csv
        from extract.dataset import Dataset

        found = compare(Dataset(old), Dataset(new))
        print("\n".join(comparison_lines(found)))
        if figures is not None:
            write_csv(found.figures, figures)
