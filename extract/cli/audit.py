"""``baocao audit`` and ``baocao diff``: totals an auditor can trust, how sure they are, and what changes them."""

# ruff: noqa: PLC0415 - what is heavy is imported by the command that needs it

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.exits import exit_codes
from extract.cli.help import App, Group

GROUPS = ("indicator", "province", "district", "commune", "site", "year", "month")


_DEFAULT = "totals"


class TotalsByDefault(Group):
    """``baocao audit DATASET`` is ``baocao audit totals DATASET``."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override] # its own is private
        """Put the command in where none is named."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


audit_app = App(cls=TotalsByDefault)


@audit_app.callback()
def audit() -> None:
    """Trust a total, or refuse it: how it comes about, and how much of it is wrong.

    [bold]Examples[/bold]

      baocao audit output/demo                      how totals come about
      baocao audit output/demo --by province,year   the same for each of these
      baocao audit sample output/demo               draw figures and pages to judge
      baocao audit score mau.xlsx                   what the judged sample says
    """


@audit_app.command(_DEFAULT)
def totals(
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

    Where pages of one place and year tell of one indicator, such as news and
    the report of the year, the most that may be told twice is named. A page
    without a day has its year for its month.

    [bold]Examples[/bold]

      baocao audit output/demo
      baocao audit output/demo --indicator scholarship --by province,year
      baocao audit output/demo --indicator house --figures nha-o.csv
    """
    with exit_codes():
        from extract.audit import bridges, judged, mentions
        from extract.audit.named import refuse_unknown
        from extract.audit.telling import MENTIONED, bridge_lines
        from extract.dataset import Dataset
        from extract.export.delimited import write_frame
        from extract.report.labels import CODES

        columns = [name.strip() for name in by.split(",")] if by else []
        unknown = [name for name in columns if name not in GROUPS]
        if unknown:
            raise typer.BadParameter(f"--by takes {', '.join(GROUPS)}, not {', '.join(unknown)}")
        read = Dataset(dataset)
        refuse_unknown(read, indicator or ())
        rows = judged(mentions(read), indicator or ())
        names = {reason: label.en for reason, label in CODES["left_out"].items()}
        for bridge in bridges(rows, columns, largest):
            print("\n".join(bridge_lines(bridge, rows, names)))
        if figures is not None:
            write_frame(rows[MENTIONED], figures)


@audit_app.command("sample")
def sample_figures(  # noqa: PLR0917 - options of a command are its arguments
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that baocao run has written.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The form: written as FILE.xlsx and FILE.html.")
    ] = Path("audit-sample"),
    money: Annotated[
        int, typer.Option(min=0, metavar="N", help="Amounts to draw: every đồng of the total has the same chance.")
    ] = 60,
    figures: Annotated[
        int, typer.Option(min=0, metavar="N", help="Figures to draw: every one that a rule knows has the same chance.")
    ] = 60,
    pages: Annotated[int, typer.Option(min=0, metavar="N", help="Pages to draw, to be read for what was missed.")] = 20,
    indicator: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only figures of this indicator; may be repeated.")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Draw --figures from this rule alone; may be repeated.")
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed draws the same sample.")] = 1,
) -> None:
    """Draw figures and pages for people to judge.

    Amounts as large as the sampling interval are taken for certain. Fill in
    the workbook, or the page in a browser, and score it.

    [bold]Examples[/bold]

      baocao audit sample output/demo --out mau
      baocao audit sample output/demo --indicator scholarship --money 40 --seed 2024
      baocao audit sample output/demo --rule gift.given --money 0 --figures 50 --pages 0
    """
    with exit_codes():
        from extract.audit.named import refuse_unknown
        from extract.audit.sample import Wanted, draw
        from extract.dataset import Dataset
        from extract.export.sample_form import write_form

        read = Dataset(dataset)
        refuse_unknown(read, indicator or (), rule or ())
        drawn = draw(read, Wanted(money, figures, pages, seed, tuple(indicator or ()), tuple(rule or ())))
        for file in write_form(read, drawn, out.with_suffix("") if out.suffix in (".xlsx", ".html") else out):
            print(file)
        print(f"{len(drawn.drawn_figures)} figures to judge, {len(drawn.drawn_pages)} pages to read")


@audit_app.command("score")
def score_sample(
    form: Annotated[Path, typer.Argument(metavar="FORM", help="The workbook filled in, or the JSON the page saved.")],
) -> None:
    """Show what a judged sample says of the whole, with bounds of 95 %.

    Shares have exact bounds (Clopper and Pearson); the error in đồng is
    projected, and bounded after Stringer. What was not judged counts as wrong
    in upper bounds.

    [bold]Example[/bold]

      baocao audit score audit-sample.xlsx
    """
    with exit_codes():
        from extract.audit.score import score
        from extract.audit.telling import score_lines
        from extract.export.filled_form import read_form

        filled = read_form(form)
        print("\n".join(score_lines(score(filled.sample, filled.figures, filled.pages))))


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
        from extract.dataset import Dataset
        from extract.export.delimited import write_frame

        found = compare(Dataset(old), Dataset(new))
        print("\n".join(comparison_lines(found)))
        if figures is not None:
            write_frame(found.figures, figures)
