"""The headline of a page: which block is it, and what does the head call the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import clean, fold, likeness_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.furniture import Line
    from extract.clean.outline import Head
    from extract.clean.vocabulary import CleanVocabulary
    from extract.model import RawBlock

_LONGEST = 300
_FEWEST_WORDS = 2
_FEWEST_WORDS_OF_HEAD = 4
_ENDS_AS_TEXT = regex.compile(r"[.;:,]\s*+$")
_BULLET = regex.compile(r"[-+*•–]\s")


class Candidate(NamedTuple):
    """A block that may be the headline; the smallest ``rank`` is, the first among equals."""

    rank: int
    index: int


def titles_of_head(head: Head, vocabulary: CleanVocabulary) -> list[str]:
    """What the head calls the page, most telling first: the title for sharing, then ``<title>``, whole and in parts.

    >>> from extract.rulefiles import load
    >>> from extract.clean.outline import Head
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> titles_of_head(Head(title="Trao 96 suất học bổng | UBND Phường 18"), CleanVocabulary.load(load()))
    ['Trao 96 suất học bổng | UBND Phường 18', 'Trao 96 suất học bổng', 'UBND Phường 18']
    """
    titles = [head.metas[name] for name in ("og:title", "twitter:title") if name in head.metas]
    whole = clean(head.title)
    if whole:
        titles.append(whole)
        parts = vocabulary.title_mark.split(whole)
        if len(parts) > 1:
            titles.extend(part for part in sorted(map(clean, parts), key=len, reverse=True) if part)
    return titles


def find_title(
    blocks: Sequence[RawBlock],
    lines: Sequence[Line],
    body_start: int,
    head: Head,
    vocabulary: CleanVocabulary,
) -> int | None:
    """The block that is the headline, ``None`` if the page prints none.

    In this order: the block that the head names; an ``h1``; a heading or a block named as headline above the text; the first
    short line above the text that is no letterhead.
    """
    named = {key for key in map(likeness_key, titles_of_head(head, vocabulary)) if key}
    whole = likeness_key(head.title)
    best: Candidate | None = None
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        if block.hidden or line.reason is not None or len(block.text) > _LONGEST or "footer" in block.context:
            continue
        rank = _rank(block, likeness_key(block.text), named, whole, vocabulary, above=index < body_start)
        if rank is not None and (best is None or rank < best.rank):
            best = Candidate(rank, index)
    return best.index if best else None


def _rank(
    block: RawBlock, key: str, named: set[str], whole: str, vocabulary: CleanVocabulary, *, above: bool
) -> int | None:
    words = block.text.count(" ") + 1
    marks = block.context.split()
    in_banner = "banner" in marks or "menu" in marks
    is_heading = block.tag == "h1" or block.kind == "heading" or "title" in marks
    names_page = key in named and words > _FEWEST_WORDS
    begins_page = whole.startswith(key) and words > _FEWEST_WORDS
    rank: int | None = None
    if (names_page or begins_page) and not in_banner and "related" not in marks:
        rank = 0 if is_heading else 1
        rank += 0 if names_page else 2
    elif not above or in_banner or words < _FEWEST_WORDS or _ENDS_AS_TEXT.search(block.text) or _BULLET.match(block.text):
        pass
    elif block.tag == "h1" and not vocabulary.place.fullmatch(fold(block.text)):
        rank = 4
    elif is_heading and not block.links and not vocabulary.place.fullmatch(fold(block.text)):
        rank = 5
    elif not block.tag and not vocabulary.place.fullmatch(fold(block.text)):
        rank = 6
    return rank


def title_without_block(head: Head, vocabulary: CleanVocabulary) -> str | None:
    """The headline of a page that has it in its head alone; ``None`` if the head only names the site."""
    for title in titles_of_head(head, vocabulary):
        parts = vocabulary.title_mark.split(title)
        longest = clean(max(parts, key=len))
        folded = fold(longest)
        is_furniture = vocabulary.place.fullmatch(folded) or any(one.pattern.fullmatch(folded) for one in vocabulary.lines)
        if len(longest.split()) >= _FEWEST_WORDS_OF_HEAD and not is_furniture and not longest.isupper():
            return longest
    return None
