"""Figures that say of the one before them how it stands to its plan, its whole or another year.

"thu 4,2 tỷ đồng, bằng 101% kế hoạch, so cùng kỳ tăng 12% (tăng 0,45 tỷ đồng)": all are about what the
amount is about, percentages and changes alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.codes import PERCENTS, SHARES
from extract.facts.rate_words import RateWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping

    import regex

    from extract.codes import Scope
    from extract.facts.figures import Owner
    from extract.facts.reading import Reading

__all__ = ["RateWords", "rates"]

_REACH = 100
"""How far behind the figure its percentage may stand, in characters."""
_SIGNS = " ,;"


def rates(
    reading: Reading, owned: Mapping[int, Owner], words: RateWords, scope: MutableMapping[int, Scope]
) -> dict[int, Owner]:
    """Who owns each percentage and change that no rule took: the owner of the figure before it, of which it tells.

    By how much an amount for each has changed, and what it was in another year, is for each, too: into ``scope``.
    """
    return _Rates(reading, owned, words, scope).found()


@dataclass(slots=True)
class _Rates:
    """The rates of a page, found from its start to its end."""

    reading: Reading
    owned: Mapping[int, Owner]
    words: RateWords
    scope: MutableMapping[int, Scope]

    def found(self) -> dict[int, Owner]:
        """The owner of each rate, by its index."""
        rates: dict[int, Owner] = {}
        of: dict[int, int] = {}
        """Of each rate the figure that it belongs to."""
        quantities = self.reading.lexed.quantities
        for index in range(1, len(quantities)):
            near = quantities[index].start - quantities[index - 1].end <= _REACH
            if index in self.owned or not near or quantities[index].role not in {"value", "plan"}:
                continue
            alone = index - 1 in self.owned or index - 1 in rates or quantities[index - 1].role == "value"
            before = index - 1 if alone else index - 2
            owner = self.owned.get(before) or rates.get(before)
            if owner is None:
                continue
            figure = of.get(before, before)
            if quantities[index].kind in PERCENTS:
                told = self._rate(index, owner)
            else:
                told = self._change(index, figure, owner)
            if told is not None:
                rates[index], of[index] = told, figure
        return rates

    def _rate(self, index: int, owner: Owner) -> Owner | None:
        """The owner of a percentage that stands behind a figure of ``owner``."""
        if self._is_led(index, self.words.leads, self.words.others, self.words.years) or self._is_next(index):
            return owner._replace(lead=None)
        if owner.indicator in self.words.listed and not self._is_apart(index, ()) and self._goes_on(index):
            return owner._replace(lead=None, statement_id=None)
        return None

    def _change(self, index: int, figure: int, owner: Owner) -> Owner | None:
        """The owner of a change in what ``figure`` tells, in its unit."""
        one, other = self.reading.lexed.quantities[index], self.reading.lexed.quantities[figure]
        alike = one.kind == other.kind and (one.kind == "money" or one.unit == other.unit)
        if (
            not alike
            or one.kind in SHARES
            or not self._is_led(index, self.words.changes, self.words.others, self.words.years)
        ):
            return None
        if self.scope.get(figure) == "each":
            self.scope[index] = "each"
        return owner._replace(lead=None, whole=None, statement_id=None)

    def _is_led(self, index: int, *patterns: regex.Pattern[str]) -> bool:
        """Whether one of ``patterns`` matches all that stands before a figure, and nothing else is named there."""
        quantities = self.reading.lexed.quantities
        between = quantities[index - 1].end, quantities[index].start
        for pattern in patterns:
            led = pattern.fullmatch(self.reading.folded, *between)
            if led is not None:
                return not self._is_apart(index, led.spans("against"))
        return False

    def _is_apart(self, index: int, against: Iterable[tuple[int, int]]) -> bool:
        """Whether a name or a period stands before a figure, but for what it is ``against``: "so với năm 2020"."""
        quantities = self.reading.lexed.quantities
        start, end = quantities[index - 1].end, quantities[index].start
        names = [self.reading.lexed.mentions[at] for at in self.reading.mentions_in(start, end)]
        places = [name.start for name in names if name.first is None]
        places += [period.start for period in self.reading.periods_in(start, end)]
        return any(not any(first <= place < last for first, last in against) for place in places)

    def _is_next(self, index: int) -> bool:
        """Whether a percentage is told beside the one before: "lần lượt đạt 44%; 40% và 38%"."""
        folded, quantities = self.reading.folded, self.reading.lexed.quantities
        start, rate = quantities[index - 1].end, quantities[index]
        if quantities[index - 1].kind not in PERCENTS:
            return False
        if self.words.joins.fullmatch(folded, start, rate.start):
            return self.words.ends.match(folded, rate.end) is not None
        same = self.words.plan_joins.fullmatch(folded, start, rate.start)
        return same is not None and self.words.plan.match(folded, rate.end) is not None

    def _goes_on(self, index: int) -> bool:
        """Whether a percentage is told of the next of a list by the word that led to the one before."""
        reading, words = self.reading, self.words
        rate, earlier = reading.lexed.quantities[index], reading.lexed.quantities[index - 1]
        if earlier.kind not in PERCENTS or reading.structure.sentence(earlier.start).end < rate.end:
            return False
        led = words.last.search(reading.folded, earlier.end, rate.start)
        first = words.last.search(reading.folded, max(0, earlier.start - _REACH), earlier.start)
        if led is None or first is None or led["lead"] != first["lead"]:
            return False
        label = reading.folded[earlier.end : led.start()]
        return label.startswith(words.borders) and label.strip(_SIGNS) != ""
