"""An amount: a number in its unit, and what its print says about precision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.lex.numbers import Reading

if TYPE_CHECKING:
    from extract.lex.comparators import Number
    from extract.lex.units import Unit, UnitKind

TIMES = frozenset({"duration", "age", "grade"})
"""Units that make a number a mention, not a quantity: spans of time, ages, grades ("3 sao")."""
_EXACT = frozenset({"money", "number"})


class Amount(NamedTuple):
    """A number in its unit, with what its print says about precision."""

    start: int
    number_end: int
    end: int
    value: Number
    decimals: int
    """Printed decimals."""
    scale: int
    """The multipliers behind the number, 1 if none."""
    kind: UnitKind
    unit: Unit | None
    """What is counted or measured; ``None`` for money and bare numbers."""
    named: bool
    """Whether đồng or a unit of the vocabulary stands behind the number; else the unit is guessed or there is none."""
    spoken: bool = False
    """Whether the number is written in words."""

    @property
    def step(self) -> Number:
        """Worth of the last printed digit; 0 for what is exact: people, things, full đồng, bare numbers."""
        if self.scale == 1 and (self.kind in _EXACT or (self.kind == "count" and not self.decimals)):
            return 0
        return Reading(1, self.decimals).times(self.scale)
