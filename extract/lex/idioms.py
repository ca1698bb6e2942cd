"""What stands for a number without being one: "gấp đôi" is two times as much, "không còn hộ" no household."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.amount import Amount
from extract.lex.numbers import Reading, read
from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.lex.units import Units
    from extract.rulefiles import RuleFiles


_OF_COUNTED = re.compile(r"\d [^\W\d_]+(?:,? [^\W\d_]+){0,4} $")
"""Things that were counted, of which it is said that they have none of something: "8 xã, phường không còn hộ nghèo"."""
_FAR = 48


@dataclass(frozen=True, slots=True)
class Idioms:
    """The idioms of the sections ``said_ratios`` and ``denied``."""

    ratios: dict[str, Reading]
    phrases: frozenset[str]
    """All of them; those that deny with what they deny."""
    openings: frozenset[str]
    """The first words of them."""
    pattern: re.Pattern[str]
    """``ratio``, or ``none`` before what is denied."""
    supposed: tuple[str, ...]
    """Behind these, a space included, nothing is denied."""
    supposed_before: re.Pattern[str]
    """Finds one of them before something denied, with which what stands behind goes on: "phấn đấu không còn hộ cận
    nghèo, không phát sinh hộ nghèo".
    """

    @staticmethod
    def load(files: RuleFiles) -> Idioms:
        """Read the sections of all rule files."""
        ratios: dict[str, Reading] = {}
        for section in files.sections("said_ratios"):
            for phrase, node in section.mapping().items():
                reading = read(node.text(), whole=False)
                if reading is None:
                    node.fail(f"'{node.text()}' is no number", 'write one such as 2 or "1,5"')
                ratios[fold(phrase)] = reading
        lists = files.lists("denied", "words", "counted", "supposed")
        denied = {f"{word} {counted}" for word in lists["words"] for counted in lists["counted"]}
        ratio = rf"(?P<ratio>{any_of(ratios)})(?!\w)"
        none = rf"(?P<none>{any_of(lists['words'])})(?= {any_of(lists['counted'])}(?!\w))"
        phrases = frozenset({*ratios, *denied})
        return Idioms(
            ratios=ratios,
            phrases=phrases,
            openings=frozenset(phrase.partition(" ")[0] for phrase in phrases),
            pattern=re.compile(f"{ratio}|{none}"),
            supposed=tuple(f"{word} " for word in sorted(lists["supposed"])),
            supposed_before=re.compile(
                rf"(?<!\w){any_of(lists['supposed'])} {any_of(lists['words'])} [^.;:\n\d]{{1,{_FAR}}}, $"
            ),
        )

    def at(self, folded: str, start: int, units: Units) -> Amount | None:
        """The amount that an idiom at ``start`` stands for.

        >>> from extract.lex.vocabulary import LexVocabulary
        >>> from extract.rulefiles import load
        >>> known = LexVocabulary.load(load()).amounts
        >>> for text in ("gấp rưỡi", "không còn hộ nghèo"):
        ...     amount = known.idioms.at(text, 0, known.units)
        ...     print(amount.value, amount.unit.name)
        1.5 lần
        0 hộ
        """
        match = self.pattern.match(folded, start)
        if match is None:
            return None
        end = match.end()
        if match["ratio"] is not None:
            reading = self.ratios[match["ratio"]]
            value, decimals = reading.times(1), reading.decimals
            return Amount(start, end, end, value, decimals, 1, "ratio", units.ratio, named=True, spoken=True)
        hit = None if folded.endswith(self.supposed, 0, start) else units.counted_at(folded, end)
        if hit is None or _OF_COUNTED.search(folded, max(0, start - _FAR), start) is not None:
            return None
        if self.supposed_before.search(folded, max(0, start - 2 * _FAR), start) is not None:
            return None
        return Amount(start, end, hit.end, 0, 0, 1, "count", hit.unit, named=True, spoken=True)


def is_idiom(amount: Amount) -> bool:
    """Whether an amount is an idiom: no number in words is zero, and no other ratio has its unit in itself."""
    return amount.spoken and (not amount.value or (amount.kind == "ratio" and amount.end == amount.number_end))
