"""The errors a user can cause, each with the exit code of the command it ends.

Bad *data* is never one of these: it becomes a row (``rejects``, a dropped block, an unchecked check). These are for
what the user can put right: a path, a rule file, a full disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_P = ParamSpec("_P")
_T = TypeVar("_T")
_S = TypeVar("_S")


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

    @property
    def each(self) -> tuple[RuleError, ...]:
        """Itself; of several that are told together, all."""
        return (self,)


class RuleFilesError(RuleError):
    """Several of them, in the order of files and lines; ``file`` and ``line`` are those of the first."""

    def __init__(self, errors: Iterable[RuleError]) -> None:
        different = {str(error): error for error in errors}.values()
        self._each = tuple(sorted(different, key=lambda error: (str(error.file), error.line)))
        first = self._each[0]
        super().__init__(first.file, first.line, first.problem, first.remedy)

    @property
    def each(self) -> tuple[RuleError, ...]:
        """All of them."""
        return self._each

    def __str__(self) -> str:
        """One a line."""
        if len(self._each) == 1:
            return str(self._each[0])
        return "\n  ".join((f"{len(self._each)} mistakes in rule files:", *map(str, self._each)))


class Mistakes:
    """What is wrong with rule files, gathered: an author is told all of it at once.

    >>> mistakes = Mistakes()
    >>> def read(name: str) -> str:
    ...     raise RuleError(Path(name), 3, "the phrase is empty", "write what the report says")
    >>> from pathlib import Path
    >>> mistakes.attempt(read, "b.yaml"), mistakes.attempt(read, "a.yaml"), mistakes.attempt(str.upper, "c")
    (None, None, 'C')
    >>> mistakes.refuse()
    Traceback (most recent call last):
    extract.errors.RuleFilesError: 2 mistakes in rule files:
      a.yaml:3: the phrase is empty; write what the report says
      b.yaml:3: the phrase is empty; write what the report says
    """

    def __init__(self) -> None:
        self._found: list[RuleError] = []

    @property
    def found(self) -> tuple[RuleError, ...]:
        """All that were kept."""
        return tuple(self._found)

    def attempt(self, read: Callable[_P, _T], *given: _P.args, **more: _P.kwargs) -> _T | None:
        """What ``read`` gives; ``None`` where it raises a ``RuleError``, which is kept."""
        try:
            return read(*given, **more)
        except RuleError as error:
            self._found += error.each
            return None

    def refuse(self) -> None:
        """Raise all that was kept."""
        if self._found:
            raise RuleFilesError(self._found)


def read_all(read: Callable[[_S], _T], items: Iterable[_S]) -> list[_T]:
    """``read`` of each item. Raises what is wrong with any of them, all at once."""
    errors: list[RuleError] = []
    found: list[_T] = []
    for item in items:
        try:
            found.append(read(item))
        except RuleError as error:
            errors += error.each
    if errors:
        raise RuleFilesError(errors)
    return found


class OutputError(BaocaoError):
    """A dataset that cannot be written: no permission, no space, or a folder that holds something else."""

    exit_code = 5


class EngineError(BaocaoError):
    """Workers that cannot work: a cluster that is not there, processes that die as soon as they begin."""

    exit_code = 6
