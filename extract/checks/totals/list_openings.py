"""Where lists begin that take a whole apart: words for parts, brackets, colons; and how far their parts may stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.brackets import Brackets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.terms import Term
    from extract.checks.totals.list_words import PartsVocabulary
    from extract.facts.reading import Reading

_WHOLES = 6
"""How many figures before an opener may be the whole."""
_BLOCKS = 15
"""How many blocks a list may fill that a colon at the end of its block opens."""
_NEXT_BLOCKS = 2
"""So many paragraphs behind a list may go on with it."""
_HEAD = 24
"""An opener within so many characters of its block speaks of the block before: "Trong đó, bậc tiểu học 80 suất"."""
_PASSED = 4
"""So many blocks before its own a sentence may tell in full, captions and repeated titles between."""
_BRACKET = regex.compile(r"[\s\p{L}]{0,24}\(")
_FAR_BRACKET = regex.compile(r"[^().;:\d\n]{1,70}\(")
"""The whole's own words may be many: "37 nhà cho hộ nghèo, người có công (21 nhà xây mới, 16 nhà sửa chữa)"."""
_COLON = regex.compile(r"[^:;.,()\n]{0,40}:")
_COLON_WITHIN, _BRACKET_WITHIN = 42, 71
_NOTHING = regex.compile(r"[\s:]*+")


class Opening(NamedTuple):
    """Where a list begins, and what may be its whole."""

    start: int
    end: int
    until: int
    wholes: tuple[Term, ...]
    """What may be the whole, the likeliest first."""
    farther: tuple[int, ...] = ()
    """How far the parts may go where they make the whole exactly: over paragraphs."""
    is_full: bool = False
    """Whether it says that no part is left out: "gồm"; "trong đó" does not."""
    distant: tuple[Term, ...] = ()
    """The figures that open the page: "1.482 suất quà" of the title, where the parts make one of them exactly."""


def openings(reading: Reading, all_terms: Sequence[Term], words: PartsVocabulary) -> Iterator[Opening]:
    """Where lists may begin on a page: behind words for parts, words that tell in full, brackets and colons."""
    folded, structure = reading.folded, reading.structure
    by_index = {term.place: term for term in all_terms}
    starts = [term.start for term in all_terms]
    brackets = Brackets(reading)
    head = all_terms[: min(_WHOLES, bisect_left(starts, _head_end(reading)))]
    for match in reading.matches.parts:
        inside = tuple(by_index[i] for i in match.quantities if i in by_index)
        wholes = inside or tuple(_before(match.start, brackets, all_terms, starts))
        until = _until(match.start, match.end, brackets)
        block = structure.block(match.start)
        opens = match.start - structure.sentence(match.start).start <= _HEAD
        farther = _following(until, reading) if opens else ()
        distant = () if inside else tuple(term for term in head if term.start < block.start and term not in wholes)
        is_full = words.full.search(folded, match.start, match.end) is not None
        yield Opening(match.start, match.end, until, wholes, farther, is_full, distant)
    for hit in filter(None, (words.detail.match(folded, start) for start in structure.sentences.starts)):
        wholes = tuple(_before(hit.start("words"), brackets, all_terms, starts, _PASSED, deep=True))
        end = structure.sentence(hit.start()).end
        yield Opening(hit.start("words"), hit.end(), hit.end(), wholes, (end,))
        yield from _inside(bisect_left(starts, hit.end()), end, all_terms, reading, words)
    for term in all_terms:
        near = folded[term.end : term.end + _COLON_WITHIN]
        bracket = _BRACKET.match(folded, term.end) if "(" in near else None
        if bracket is not None:
            yield Opening(term.end, bracket.end(), brackets.close(bracket.end()), (term,), is_full=True)
        elif folded.find("(", term.end, term.end + _BRACKET_WITHIN) > 0:
            far = _FAR_BRACKET.match(folded, term.end)
            if far is not None:
                yield Opening(term.end, far.end(), far.end(), (term,), (brackets.close(far.end()),))
        colon = _COLON.match(folded, term.end) if ":" in near else None
        if colon is not None and not _in_number(colon.end(), reading):
            last = _ends(folded, colon.end(), structure.block(term.start).end)
            until = _blocks(term.start, reading) if last else structure.sentence(term.start).end
            yield Opening(term.end, colon.end(), until, (term,), is_full=True)


def _inside(
    at: int, end: int, all_terms: Sequence[Term], reading: Reading, words: PartsVocabulary
) -> Iterator[Opening]:
    """The opening behind the first figure of a sentence that tells in full: "Tính theo bậc học, 67 em có 9 em ..."."""
    told = all_terms[at : at + 2]
    if len(told) > 1 and told[1].end <= end and words.having.search(reading.folded, told[0].end, told[1].start):
        yield Opening(told[0].end, told[1].start, told[1].start, (told[0],), (end,))


def _in_number(offset: int, reading: Reading) -> bool:
    """Whether a mark that ends there is part of a number."""
    before = reading.quantities_in(0, offset)
    return len(before) > 0 and offset <= reading.lexed.quantities[before[-1]].end


def _before(
    offset: int,
    brackets: Brackets,
    all_terms: Sequence[Term],
    starts: Sequence[int],
    blocks: int = 1,
    *,
    deep: bool = False,
) -> list[Term]:
    """The figures an opener may speak of, the nearest first: of its block, or of those before if it begins its own.

    Of those before at any rate if it stands ``deep`` in its own.
    """
    structure = brackets.reading.structure
    begins = offset - structure.block(offset).start <= _HEAD
    start = structure.back(offset, blocks if deep or begins else 0)
    depth = brackets.depth(offset)
    near: list[Term] = []
    for at in range(bisect_left(starts, offset) - 1, bisect_left(starts, start) - 1, -1):
        term = all_terms[at]
        if term.end <= offset and (depth == 0 or term.depth < depth):
            near.append(term)
            if len(near) == _WHOLES:
                break
    return near


def _until(start: int, end: int, brackets: Brackets) -> int:
    """How far parts go: to the bracket's end, through the block, and through the list that it introduces."""
    reading = brackets.reading
    if brackets.depth(start):
        return brackets.close(end)
    block = reading.structure.block(start)
    if _ends(reading.folded, end, block.end):
        return _blocks(start, reading)
    return max(block.end, reading.structure.list_end(start))


def _head_end(reading: Reading) -> int:
    """The end of the title and the paragraph under it."""
    return reading.structure.block(reading.structure.block(0).end).end if reading.structure.text_end else 0


def _following(until: int, reading: Reading) -> tuple[int, ...]:
    """The ends of the paragraphs behind a list that may go on with it.

    Of those that begin with a figure, "25 suất học bổng do Quỹ của tỉnh lo"; else of the next, "Quỹ tỉnh lo 25 suất".
    """
    next_ends, end = [], until
    for _ in range(_NEXT_BLOCKS):
        if end >= reading.structure.text_end:
            break
        end = reading.structure.block(end).end
        next_ends.append(end)
    for _ in range(_BLOCKS):
        numbers = reading.quantities_in(until, min(until + 1, reading.structure.text_end))
        if not len(numbers):
            break
        until = reading.structure.block(until).end
    return (until, *next_ends)


def _ends(folded: str, start: int, end: int) -> bool:
    """Whether nothing but a colon stands there."""
    return _NOTHING.fullmatch(folded, start, end) is not None


def _blocks(offset: int, reading: Reading) -> int:
    """The end of the blocks that a line ending in a colon may introduce."""
    end = reading.structure.block(offset).end
    for _ in range(_BLOCKS):
        if end >= reading.structure.text_end:
            break
        end = reading.structure.block(end).end
    return end
