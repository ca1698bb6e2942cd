"""``baocao audit``: totals an auditor can trust."""

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
        from extract.audit.telling import bridge_lines, write_mentions
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
            write_mentions(rows, figures)
