"""What ``--help`` shows: the docstrings of commands as they are written, at once.

Laying help out with rich takes longer than everything else a ``--help`` does.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable

_BOLD = re.compile(r"\[bold\](.*?)\[/bold\]")


class AsWritten:
    """A command whose docstring is its help, line for line; what stands in ``[bold]`` is a heading."""

    help: str | None

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - types of typer's own
        """Write the docstring."""
        told = _BOLD.sub(lambda found: typer.style(found[1], bold=True), cleandoc(self.help or ""))
        formatter.write_paragraph()
        for line in told.splitlines():
            formatter.write(f"  {line}".rstrip() + "\n")


class Command(AsWritten, TyperCommand):
    """One command."""


class Group(AsWritten, TyperGroup):
    """Commands under one name."""


class App(typer.Typer):
    """Commands that show their help so."""

    def __init__(self, *, cls: type[Group] = Group, **options: Any) -> None:  # noqa: ANN401 - those of typer
        super().__init__(cls=cls, no_args_is_help=True, rich_markup_mode=None, **options)

    def command(self, name: str | None = None, **options: Any) -> Callable[..., Any]:  # noqa: ANN401
        """As of typer."""
        return super().command(name, cls=Command, **options)
