"""Numbers that a stray space has broken: ``47, 97ha``, ``1 234 567 đồng``, ``360. 800.000 đồng``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.amount import TIMES
from extract.lex.amounts import MONEY_BY_ITSELF

if TYPE_CHECKING:
    from extract.lex.amounts import AmountWords

_BROKEN = re.compile(r"(?P<units>\d{1,3}(?:\.\d{3})*+) ?, ?(?P<part>\d{1,2})(?![\d.,/:-]*\d)")
_SPACED = re.compile(r"[1-9]\d{0,2}(?:(?: |\. ?)\d{3})++(?![\d.,]*\d)")
_REACH = 40
_NEVER_BROKEN = TIMES | {"count", "percent"}


def repaired(folded: str, start: int, number_end: int, known: AmountWords) -> tuple[str, int] | None:
    """The number at ``start`` with its broken pieces put together, and its end, if what follows confirms it.

    What stands close behind tells "47, 97ha" (one number) from "tổ 47, 97 hộ" (two): only money and measures are
    mended.

    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> known = LexVocabulary.load(load()).amounts
    >>> repaired("47, 97ha", 0, 2, known), repaired("1 234 567 đồng", 0, 1, known), repaired("47, 97 hộ", 0, 2, known)
    (('47,97', 6), ('1234567', 9), None)
    """
    reach = start + _REACH
    broken = _BROKEN.match(folded, start, reach)
    if broken is not None and broken.end() > number_end and _is_decimal(folded, broken.end(), known):
        return f"{broken['units'].replace('.', '')},{broken['part']}", broken.end()
    spaced = _SPACED.match(folded, start, reach)
    if (
        spaced is not None
        and spaced.end() > number_end
        and (_is_thousands(folded, spaced, known) or _is_cell(folded, *spaced.span()))
    ):
        return spaced[0].replace(" ", "").replace(".", ""), spaced.end()
    return None


def _is_decimal(folded: str, end: int, known: AmountWords) -> bool:
    tail = known.money.tail(folded, end)
    if tail is not None:
        return tail.scale >= MONEY_BY_ITSELF
    hit = known.units.at(folded, end)
    return hit is not None and hit.start == end and hit.unit.kind not in _NEVER_BROKEN


_BARS = frozenset("|\t")


def _is_cell(folded: str, start: int, end: int) -> bool:
    """Whether digits are all of a cell between bars or tabs: "| 230 065 |"."""
    before = folded[max(0, start - len("| ")) : start].strip(" ")[-1:]
    behind = folded[end : end + len(" |")].strip(" ")[:1]
    return before in _BARS and (behind in _BARS or behind == "\n")


def _is_thousands(folded: str, spaced: re.Match[str], known: AmountWords) -> bool:
    tail = known.money.tail(folded, spaced.end())
    if tail is not None:
        return tail.currency
    hit = known.units.at(folded, spaced.end()) if "." not in spaced[0] else None
    return hit is not None and hit.unit.kind not in TIMES
