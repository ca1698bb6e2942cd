"""A line of its own below a list, which sums it up: "Tổng cộng: 400 suất" below "- Trường A: 100 suất" and the like.

Of each line of the list the first figure of its kind is a part. What does not come to its sum line is told only where
the lines have bullets or numbers and one such figure each: any other may be no list, or none of these alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.comparable import alike
from extract.checks.interval import of, total
from extract.checks.relation import Relation
from extract.checks.totals.listed_parts import total_words
from extract.checks.totals.sum_row import sum_row
from extract.text import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check
    from extract.rulefiles import RuleFiles

_MOST_LINES = 60
_LONGEST_LINE = 400
_FEWEST = 2
"""Parts of a list without bullets or numbers are more than so many."""
_LEAD = 60
"""So many characters of a sum line stand before its first figure: "Tổng số quà của các đoàn thể là"."""
_MARKS = regex.escape("".join(BULLETS))
_BULLET = regex.compile(rf"\s*(?:[{_MARKS}–]|\d{{1,2}}\s*[.)/-](?!\d)|[a-zđ]\s?[.)])\s*")


class SumWords(NamedTuple):
    """What lines of sums begin with."""

    totals: regex.Pattern[str]
    """A word for a sum."""
    plain: regex.Pattern[str]
    """All between it and a figure of which nothing more is said."""

    @classmethod
    def load(cls, files: RuleFiles) -> SumWords:
        """Compile ``total_words`` and ``sum_leads``."""
        return cls(total_words(files), regex.compile(rf"\s*(?:[:=]|{files.any_of('sum_leads')})?\s*"))


class _Line(NamedTuple):
    start: int
    terms: list[Term]
    bullet: bool


def sum_lines(drawn: Drawn, all_terms: Sequence[Term], words: SumWords, told: Iterable[Check]) -> Iterator[Check]:
    """One check for every figure of a sum line that the figures of the lines above make up, or should.

    None for those that other sums ``told`` have their parts of.
    """
    reading = drawn.reading
    wholes = {check.whole for check in told if isinstance(check, Relation)}
    lines = [*_lines(all_terms, reading)]
    for at, line in enumerate(lines):
        called = _called(line, reading, words.totals)
        if called is None:
            continue
        above = lines[max(0, at - _MOST_LINES) : at]
        for whole in line.terms:
            if whole.start not in wholes and whole.depth == 0:
                alone = words.plain.fullmatch(reading.folded, called, whole.start) is not None
                yield from _summed(whole, line, above, reading, words.totals, alone=alone)


def _lines(all_terms: Sequence[Term], reading: Reading) -> Iterator[_Line]:
    """The lines that have figures."""
    line: _Line | None = None
    end = 0
    for term in all_terms:
        if line is None or term.start >= end:
            if line is not None:
                yield line
            block = reading.structure.block(term.start)
            end = block.end
            line = _Line(block.start, [], _BULLET.match(reading.folded, block.start, block.end) is not None)
        line.terms.append(term)
    if line is not None:
        yield line


def _called(line: _Line, reading: Reading, totals: regex.Pattern[str]) -> int | None:
    """Where the word for a sum ends that a line begins with."""
    bullet = _BULLET.match(reading.folded, line.start, line.terms[0].start)
    start = line.start if bullet is None else bullet.end()
    word = totals.match(reading.folded, start, line.terms[0].start)
    return None if word is None or line.terms[0].start - start > _LEAD else word.end()


def _summed(
    whole: Term, line: _Line, above: Sequence[_Line], reading: Reading, totals: regex.Pattern[str], *, alone: bool
) -> Iterator[Check]:
    """The check of one figure; ``alone`` if nothing but the word for a sum stands before it."""
    parts: list[Term] = []
    single = True
    below, bulleted = line.start, line.bullet
    for upper in reversed(above):
        like = [term for term in upper.terms if term.depth == 0 and alike(term.quantity, whole.quantity)]
        if not like or _ends_list(upper, below, reading, totals):
            break
        if parts and upper.bullet != bulleted:
            break
        parts.insert(0, like[0])
        single = single and len(like) == 1
        below, bulleted = upper.start, upper.bullet
    for size in range(len(parts), _FEWEST - bulleted, -1):
        if total(of(part.quantity) for part in parts[-size:]).meets(of(whole.quantity)):
            yield sum_row([part.quantity for part in parts[-size:]], whole.quantity, reading)
            return
    if len(parts) > 1 and single and alone and bulleted:
        yield sum_row([part.quantity for part in parts], whole.quantity, reading)


def _ends_list(upper: _Line, below: int, reading: Reading, totals: regex.Pattern[str]) -> bool:
    """Whether a line opens the list below it, sums up another, is no item, or has lines without figures below it."""
    block = reading.structure.block(upper.start)
    text = reading.folded[block.start : block.end]
    longer = block.end - block.start > _LONGEST_LINE
    return longer or block.end < below or text.rstrip().endswith(":") or _called(upper, reading, totals) is not None
