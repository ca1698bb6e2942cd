"""How a command ends: what the user can put right becomes one line and an exit code, a bug keeps its trace."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from extract.errors import BaocaoError
from extract.extras import install_command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

WRONG_ARGUMENTS = 2
INTERRUPTED = 130
_EXTRA = ("mpmath", "openpyxl", "xlsxwriter")
"""What only the work of auditors needs, so that not every installation has it."""


@contextmanager
def exit_codes(*, goes_on: bool = False) -> Iterator[None]:
    """Around the work of a command: a ``BaocaoError`` is printed and ends it with its code, an interrupt with 130.

    ``goes_on``: of a command that leaves what stood there as it was, and goes on when it is given again.
    """
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except BaocaoError as error:
        print(f"baocao: {error}", file=sys.stderr)
        raise typer.Exit(error.exit_code) from error
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        print(f"baocao: this needs {error.name}; install it with: {install_command('audit')}", file=sys.stderr)
        raise typer.Exit(WRONG_ARGUMENTS) from None
    except KeyboardInterrupt:
        more = "; what stood there is as it was, and the same command goes on from here" if goes_on else ""
        print(f"baocao: interrupted{more}", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
