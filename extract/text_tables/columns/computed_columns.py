"""Columns of percentages that no head tells, found by computing: the ratio of two others, or shares of a sum.

"Tổng nguồn vốn 387.125 100 435.430 100" above "Vốn vay 126.623 32,7 144.198 33,1": the unit of the whole table, triệu
đồng, does not hold for the second and the fourth number. No word is asked; what fits in most rows, to the digit that is
printed, is no chance.
"""

from __future__ import annotations

from functools import partial
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.lex.numbers import printed_decimals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from extract.model import Lexed, Quantity
    from extract.text_tables.table import Table

_MOST_ROWS = 60
"""So many rows tell; the first of a long table are as good as all."""
_NEAR = 4
"""What a percentage compares stands so many columns before it at most: one behind may be the whole of two others."""
_ABOVE = 6
"""The row that others take apart stands so many rows above them at most."""
_ALL = 100
_LARGEST = 10_000
_FEWEST, _DIGITS = 2, 6
"""So many rows must fit, whose percentages have so many digits together."""
_MOST = 3 / 4
"""... and such a part of the rows that have all numbers: printed figures have slips."""


class _Cell(NamedTuple):
    """A number as printed."""

    value: float
    decimals: int

    @property
    def half(self) -> float:
        """Half a unit of its last digit."""
        return 0.5 * 10.0**-self.decimals

    @property
    def digits(self) -> int:
        """How many of its digits tell something: none of 0 or 100."""
        return 0 if self.value in {0, _ALL} else len(f"{self.value:.{self.decimals}f}".replace(".", "").strip("0"))


_Column: TypeAlias = "Sequence[_Cell | None]"


class _Percent(NamedTuple):
    """What a percentage may come to, and how far the numbers that it is computed of are rounded."""

    value: float
    blur: float

    def is_printed(self, cell: _Cell) -> bool:
        """Whether a cell holds it, rounded or cut off."""
        return abs(cell.value - self.value) <= 2 * cell.half + min(self.blur, cell.half)


_Computed: TypeAlias = "Callable[[int], list[_Percent]]"
"""What the percentage of a row may come to; nothing where a number is missing."""


def computed_percentages(table: Table, unnamed: Iterable[int], width: int, lexed: Lexed, text: str) -> Iterator[int]:
    """Which of the columns ``unnamed``, counted from the left, hold percentages by what they come to."""
    columns: list[_Column] = []
    for at in unnamed:
        columns = columns or _columns(table, width, lexed.quantities, text)
        telling = [row for row, cell in enumerate(columns[at]) if cell is not None and cell.digits]
        if _tell_enough(columns[at][row] for row in telling) and any(
            _fit(columns[at], computed, telling) for computed in _computed(columns[max(0, at - _NEAR) : at])
        ):
            yield at


def _columns(table: Table, width: int, quantities: Sequence[Quantity], text: str) -> list[_Column]:
    rows = [(*[None] * (width - len(row.cells)), *row.cells) for row in table.rows[:_MOST_ROWS]]

    def cell(index: int | None) -> _Cell | None:
        return None if index is None else _Cell(quantities[index].value, printed_decimals(quantities[index], text))

    return [[cell(index) for index in column] for column in zip(*rows, strict=True)]


def _tell_enough(percents: Iterable[_Cell | None]) -> bool:
    """Whether different numbers have so many digits together that they agree with nothing by chance."""
    digits = {cell.value: cell.digits for cell in percents if cell is not None}
    return len(digits) >= _FEWEST and sum(digits.values()) >= _DIGITS and max(digits) <= _LARGEST


def _computed(columns: Sequence[_Column]) -> Iterator[_Computed]:
    """Ways to compute a percentage: the share in a sum or in a row above, the ratio of two numbers, growth.

    "Vốn cho vay hộ nghèo | 126.623 | 32,7", below it "- Vốn trung ương | 126.573 | 99,96".
    """
    for column in columns:
        yield partial(_shares, column, max((cell for cell in column if cell is not None), default=None))
    for part, whole in permutations(columns, 2):
        yield partial(_ratio, part, whole, 0)
        yield partial(_ratio, part, whole, -_ALL)


def _shares(column: _Column, whole: _Cell | None, row: int) -> list[_Percent]:
    part = column[row]
    if part is None or part is whole:
        return []
    wholes = [whole, *column[max(0, row - _ABOVE) : row]]
    return [percent for one in wholes if (percent := _percent(part, one, 0)) is not None]


def _ratio(part: _Column, whole: _Column, more: int, row: int) -> list[_Percent]:
    percent = _percent(part[row], whole[row], more)
    return [] if percent is None else [percent]


def _percent(part: _Cell | None, whole: _Cell | None, more: int) -> _Percent | None:
    if part is None or whole is None or part.value <= 0 or whole.value <= 0:
        return None
    ratio = _ALL * part.value / whole.value
    return _Percent(ratio + more, ratio * (part.half / part.value + whole.half / whole.value))


def _fit(percents: _Column, computed: _Computed, telling: Sequence[int]) -> bool:
    """Whether most percentages are what they come to by computing, and so one of the first two that tell."""

    def fits(row: int) -> bool:
        cell = percents[row]
        return cell is not None and any(percent.is_printed(cell) for percent in computed(row))

    if not any(map(fits, telling[:_FEWEST])):
        return False
    known = [row for row, cell in enumerate(percents) if cell is not None and computed(row)]
    fitting = [row for row in known if fits(row)]
    return len(fitting) >= _MOST * len(known) and _tell_enough(percents[row] for row in telling if row in fitting)
