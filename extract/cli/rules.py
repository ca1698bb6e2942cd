"""``baocao rules``: the commands for the people who write the rule files."""

# ruff: noqa: PLC0415 - what is heavy is imported by the command that needs it

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.exits import exit_codes
from extract.cli.help import App
from extract.errors import RuleError

rules_app = App(help="Work on the rule files.")

Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Folder of rule files to add to the shipped ones; may be repeated."),
]


@rules_app.command("check")
def check_rules(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Rule files of yours; the shipped ones if not given.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="With DIR: run all examples of the shipped rules too; takes longer.")
    ] = False,
) -> None:
    """Run the examples of rule files, and say all that is wrong and where.

    With DIR its own examples are run, and those of shipped rules that have
    the words of a phrase of yours; --all runs the others as well, before you
    share a list, a unit or a cue.

    [bold]Examples[/bold]

      baocao rules check
      baocao rules check my-rules/
      baocao rules check my-rules/ --all
    """
    with exit_codes():
        from extract import rulecheck

        checked = rulecheck.check_rules([folder] if folder else [], everything=everything)
        for problem in checked.problems:
            print(problem, file=sys.stderr)
        counts = ((checked.rules, "rule"), (checked.examples, "example"), (len(checked.problems), "problem"))
        print(", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts))
        if checked.left_out:
            print(f"{checked.left_out} examples of shipped rules were not run; --all runs them")
        if checked.problems:
            raise typer.Exit(RuleError.exit_code)


@rules_app.command("list")
def list_rules(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD...", help="Show rules that have all of these.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Show the rules, their phrases, and the file and line where each stands.

    [bold]Examples[/bold]

      baocao rules list
      baocao rules list "học bổng" suất
      baocao rules list gift.given --rules my-rules/
    """
    with exit_codes():
        from extract import rulefiles
        from extract.authoring.listing import rule_lines
        from extract.match.rules import RuleSet

        print("\n".join(rule_lines(RuleSet.load(rulefiles.load(rules or ())), words or ())))


@rules_app.command("new")
def new_rule(  # noqa: PLR0917 - options of a command are its arguments
    name: Annotated[str, typer.Argument(metavar="ID", help="The rule's own id, such as gift.lantern.")],
    indicator: Annotated[str, typer.Option(metavar="ID", help="What it counts: one of rules/indicators.yaml.")],
    yes: Annotated[str, typer.Option(metavar="SENTENCE", help="A sentence it must read, in your own words.")],
    no: Annotated[str, typer.Option(metavar="SENTENCE", help="One like it that it must not read.")],
    match: Annotated[
        str | None, typer.Option(metavar="PHRASE", help="The phrase; drafted from the sentence if not given.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add it to this rule file; printed if not given.")
    ] = None,
    rules: Rules = None,
) -> None:
    r"""Draft a rule from a sentence that it should read.

    Edit the phrase then, and run the examples with baocao rules check.

    [bold]Example[/bold]

      baocao rules new gift.lantern --indicator gift.given --into my-rules/gifts.yaml \
        --yes "trao 120 chiếc lồng đèn cho thiếu nhi" --no "trang trí lồng đèn ở 3 tuyến đường"
    """
    with exit_codes():
        from extract import rulecache
        from extract.authoring.draft import Draft, add_to_file, draft_rule

        rule = draft_rule(Draft(name, indicator, yes, no, match), rulecache.load(rules or (), keep=False))
        if into is None:
            print(rule, end="")
            return
        add_to_file(rule, into)
        print(f"added to {into}; now run: baocao rules check {into.parent}")


@rules_app.command("gaps")
def gaps(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that baocao run has written.")],
    most: Annotated[int, typer.Option(min=1, metavar="N", help="Most groups to show.")] = 30,
    samples: Annotated[int, typer.Option(min=1, metavar="N", help="Most sentences of each group.")] = 3,
) -> None:
    """Show the figures that no rule knows, in groups, the largest first.

    Each group has a phrase that a rule may begin with, and sentences that it
    stands in.

    [bold]Example[/bold]

      baocao rules gaps output/demo --most 10
    """
    with exit_codes():
        from extract.authoring.gaps import find_gaps, gap_lines
        from extract.dataset import Dataset

        print("\n".join(gap_lines(find_gaps(Dataset(dataset).pages(), samples), most)))
