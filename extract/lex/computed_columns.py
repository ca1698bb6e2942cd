"""Columns of percentages that no head tells, found by computing: the ratio of two others, or shares of a sum.

"Tổng nguồn vốn 387.125 100 435.430 100" above "Vốn vay 126.623 32,7 144.198 33,1": the unit of the whole table, triệu
đồng, does not hold for the second and the fourth number. No word is asked; what fits in most rows, to the digit that is
printed, is no chance.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.lex.numbers import printed_decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.lex.rows import Table
    from extract.model import Lexed, Quantity

_MOST_ROWS = 60
"""So many rows tell; the first of a long table are as good as all."""
_NEAR = 6
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


def computed_percentages(table: Table, unnamed: Iterable[int], width: int, lexed: Lexed, text: str) -> Iterator[int]:
    """Which of the columns ``unnamed``, counted from the left, hold percentages by what they come to."""
    columns: list[_Column] = []
    for at in unnamed:
        columns = columns or _columns(table, width, lexed.quantities, text)
        told = [cell.value for cell in columns[at] if cell is not None]
        others = columns[max(0, at - _NEAR) : at]
        if len(told) >= _FEWEST and max(told) <= _LARGEST and any(_fit(columns[at], one) for one in _computed(others)):
            yield at


def _columns(table: Table, width: int, quantities: Sequence[Quantity], text: str) -> list[_Column]:
    rows = [(*[None] * (width - len(row.cells)), *row.cells) for row in table.rows[:_MOST_ROWS]]

    def cell(index: int | None) -> _Cell | None:
        return None if index is None else _Cell(quantities[index].value, printed_decimals(quantities[index], text))

    return [[cell(index) for index in column] for column in zip(*rows, strict=True)]


def _computed(columns: Sequence[_Column]) -> Iterator[list[list[_Percent]]]:
    """What the percentages of each row may come to: shares in a sum or in a row above, ratios of two numbers, growth.

    "Vốn cho vay hộ nghèo | 126.623 | 32,7", below it "- Vốn trung ương | 126.573 | 99,96".
    """
    for column in columns:
        whole = max((cell for cell in column if cell is not None), default=None)
        yield [
            _ratios(cell, [whole, *column[max(0, at - _ABOVE) : at]]) if cell is not whole else []
            for at, cell in enumerate(column)
        ]
    for part, whole_column in permutations(columns, 2):
        ratios = [_ratios(one, [other]) for one, other in zip(part, whole_column, strict=True)]
        yield ratios
        yield [[ratio._replace(value=ratio.value - _ALL) for ratio in row] for row in ratios]


def _ratios(part: _Cell | None, wholes: Iterable[_Cell | None]) -> list[_Percent]:
    if part is None or part.value <= 0:
        return []
    found = []
    for whole in wholes:
        if whole is not None and whole.value > 0:
            ratio = _ALL * part.value / whole.value
            found.append(_Percent(ratio, ratio * (part.half / part.value + whole.half / whole.value)))
    return found


def _fit(percents: _Column, computed: Iterable[Sequence[_Percent]]) -> bool:
    """Whether most percentages are what they come to by computing, in enough digits of different ones."""
    pairs = [(cell, told) for cell, told in zip(percents, computed, strict=True) if cell is not None and told]
    fitting = [cell for cell, told in pairs if any(percent.is_printed(cell) for percent in told)]
    telling = {cell.value: cell.digits for cell in fitting if cell.digits}
    return len(telling) >= _FEWEST and sum(telling.values()) >= _DIGITS and len(fitting) >= _MOST * len(pairs)
