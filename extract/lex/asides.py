"""Shares in brackets between a number and what it counts: "8/9 (88,9%) ấp", "159/1.447 (= 11%) tổ chức cơ sở đảng"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.lex.nouns import Nouns
    from extract.lex.units import Units
    from extract.model import Quantity
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Asides:
    """Where such a bracket opens, by the section ``shares_aside``."""

    opening: regex.Pattern[str]

    @staticmethod
    def load(files: RuleFiles) -> Asides:
        """Read ``shares_aside`` of all rule files."""
        words = files.any_of("shares_aside")
        return Asides(regex.compile(rf" ?\( ?(?:{words} ?)*+"))

    def counted(
        self, quantities: Sequence[Quantity], text: str, folded: str, units: Units, nouns: Nouns
    ) -> list[Quantity]:
        """The same quantities, bare numbers before such a bracket in the unit behind it; their quotes end before it."""
        found = list(quantities)
        for at, (one, share) in enumerate(pairwise(quantities)):
            if one.kind != "number" or share.kind != "percent" or not folded.startswith(_OPENINGS, one.end):
                continue
            opening = self.opening.match(folded, one.end, share.start)
            if opening is None or opening.end() != share.start or folded[share.end : share.end + 2] != ") ":
                continue
            hit = units.counted_at(folded, share.end + 1)
            if hit is None:
                continue
            first = at - 1 if one.role == "whole" else at
            for index in range(first, at + 1):
                noun = nouns.after(text, folded, hit.end)
                found[index] = found[index]._replace(kind="count", unit=hit.unit.name, noun=noun)
        return found


_OPENINGS = (" (", "(")


def aside_end(folded: str, counted: Quantity, share: Quantity | None) -> int:
    """Where the bracket between a number and its unit ends; where the number itself does, if none stands there."""
    apart = counted.kind == "count" and counted.unit is not None and counted.end == counted.head_end
    if not apart or share is None or share.kind != "percent" or not folded.startswith(_OPENINGS, counted.end):
        return counted.head_end
    between = folded[counted.end + 1 : share.start]
    return counted.head_end if ")" in between else share.end + 1
