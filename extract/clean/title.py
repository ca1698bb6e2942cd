"""The headline of a page: which block is it, and what does the head call the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_FEWEST_WORDS_OF_HEADLINE = 6
_ENDS_AS_TEXT = regex.compile(r"[.;:,]\s*+$")
_BULLET = regex.compile(r"[-+*•–]\s")


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

    The block that the head names, else what stands above the text and is marked up as a headline, from ``h1`` down to a bold
    line, else the short line above the text; a letterhead ("PHƯỜNG 1 QUẬN TÂN BÌNH") is none.
    """
    named = _Named(head, vocabulary)
    best: tuple[int, int, int] | None = None
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        if block.hidden or line.reason is not None or len(block.text) > _LONGEST:
            continue
        rank = named.rank(block)
        if rank is None and index < body_start:
            rank = _rank_by_place(block, vocabulary)
        if rank is not None:
            # Of equals the first counts where the head or the tag names it, and above a plain text; elsewhere the nearest.
            near = -index if rank in _NEAREST and block.tag else index
            best = min(best, (rank, near, index)) if best else (rank, near, index)
    return best[2] if best else None


class _Named:
    """What the head calls the page, for comparing with blocks."""

    def __init__(self, head: Head, vocabulary: CleanVocabulary) -> None:
        self.keys = {key for key in map(likeness_key, titles_of_head(head, vocabulary)) if key}
        self.whole = likeness_key(head.title)
        self.vocabulary = vocabulary

    def rank(self, block: RawBlock) -> int | None:
        """0 to 3, or 6, for a block that says what the head says, or begins with it, or that the head cuts off."""
        marks = block.context.split()
        key = likeness_key(block.text)
        if key.count(" ") < _FEWEST_WORDS or not _OF_OTHERS.isdisjoint(marks) or self.vocabulary.place.fullmatch(key):
            return None
        lower = 0 if block.kind == "heading" or "title" in marks else 1
        if key in self.keys:
            # Few words may be the name of a section: <title>Tin hoạt động đoàn thể - Cổng thông tin ...</title>
            return lower if key.count(" ") + 1 >= _FEWEST_WORDS_OF_HEADLINE else _BY_SHORT_NAME
        cut = len(key) >= len(self.whole) // 2 and self.whole.startswith(key)
        if cut or any(key.startswith(one) for one in self.keys if one.count(" ") >= _FEWEST_WORDS_OF_HEAD):
            return lower + 2
        return None


def _rank_by_place(block: RawBlock, vocabulary: CleanVocabulary) -> int | None:
    """4 to 9 for a block above the text that may be the headline by how it is marked up."""
    marks = block.context.split()
    if not _OF_OTHERS.isdisjoint(marks) or " " not in block.text or block.links > len(block.text) // 2:
        return None
    if _ENDS_AS_TEXT.search(block.text) or _BULLET.match(block.text) or vocabulary.place.fullmatch(fold(block.text)):
        return None
    if not block.tag:
        return _BY_LINE
    if block.kind in {"item", "table_row", "caption"}:
        return None
    if block.tag == "h1":
        return 4
    if "title" in marks:
        return 5
    if block.kind == "heading":
        return _BY_HEADING
    return _BY_BOLD if "bold" in marks else _BY_LINE


_BY_SHORT_NAME = 6
_BY_HEADING, _BY_BOLD, _BY_LINE = 7, 8, 9
_NEAREST = (5, 7, 8, 9)
_OF_OTHERS = frozenset("banner menu related footer comment poll counter aside share form".split())


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
