"""The errors a user can cause, each with the exit code of the command it ends.

Bad *data* is never one of these: it becomes a row (``rejects``, a dropped block, an unchecked check). These are for
what the user can put right: a path, a rule file, a full disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class BaocaoError(Exception):
    """What every error of this package derives from; ``exit_code`` is what ``baocao`` returns for it."""

    exit_code = 1


class InputError(BaocaoError):
    """An input that is missing, or holds no page at all."""

    exit_code = 3


class ArgumentError(InputError):
    """Something named that there is not: an indicator, a rule, a kind of file."""

    exit_code = 2


class RuleError(BaocaoError):
    """A rule file that cannot be used: where, what is wrong, and what to do about it.

    >>> from pathlib import Path
    >>> print(RuleError(Path("units.yaml"), 12, "the list <give> is not defined", "add it under lists:"))
    units.yaml:12: the list <give> is not defined; add it under lists:

    Line 0 is the whole file or folder.
    """

    exit_code = 4

    def __init__(self, file: Path, line: int, problem: str, remedy: str) -> None:
        super().__init__(f"{file}{f':{line}' if line else ''}: {problem}; {remedy}")
        self.file, self.line, self.problem, self.remedy = file, line, problem, remedy


class OutputError(BaocaoError):
    """A dataset that cannot be written: no permission, no space, or a folder that holds something else."""

    exit_code = 5


class EngineError(BaocaoError):
    """Workers that cannot work: a cluster that is not there, processes that die as soon as they begin."""

    exit_code = 6
