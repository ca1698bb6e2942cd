"""The headline of a page: which block is it, and what does the head call the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.clean.furniture import is_dated, is_stamped
from extract.clean.vocabulary import first_word
from extract.text import clean, fold, likeness_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.line import Line
    from extract.clean.outline import Head
    from extract.clean.vocabulary import CleanVocabulary
    from extract.model import RawBlock

_FEWEST_WORDS = 3
_FEWEST_WORDS_OF_HEAD = 5
_FEWEST_WORDS_OF_HEADLINE = 6
_ENDS_AS_TEXT = regex.compile(r"[.;:,]\s*+$")
_BULLET = regex.compile(r"[-+*•–]\s")
_OF_OTHERS = frozenset(
    (
        "banner",
        "menu",
        "related",
        "footer",
        "comment",
        "poll",
        "counter",
        "aside",
        "share",
        "form",
        "ad",
        "popup",
        "byline",
        "caption",
    )
)

# Ranks of what may be the headline, the best first. The head names it, word for word (and then a heading before
# others), or begins or ends differently: <title> is cut short, or lacks the second half of the printed headline.
_NAMED, _NAMED_IN_PART = 0, 2
_H1, _MARKED, _SECTION, _HEADING, _BOLD, _PLAIN = 4, 5, 6, 7, 8, 9
_NEAREST_COUNTS = (_MARKED, _HEADING, _BOLD, _PLAIN)
"""Of several of these the one nearest to the text is it: further up stand the names of site and section."""


def _titles_of_head(head: Head, vocabulary: CleanVocabulary) -> list[str]:
    """What the head calls the page, most telling first: the title for sharing, then ``<title>``, whole and in parts.

    >>> from extract.rulefiles import load
    >>> from extract.clean.outline import Head
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> _titles_of_head(Head(title="Trao 96 suất học bổng | UBND Phường 18"), CleanVocabulary.load(load()))
    ['Trao 96 suất học bổng | UBND Phường 18', 'Trao 96 suất học bổng', 'UBND Phường 18']
    """
    titles = [clean(head.metas[name]) for name in ("og:title", "twitter:title") if name in head.metas]
    whole = clean(head.title)
    if whole:
        titles.append(whole)
        parts = vocabulary.title_mark.split(whole)
        if len(parts) > 1:
            titles.extend(part for part in map(clean, parts) if part)
    return titles


def find_title(
    blocks: Sequence[RawBlock],
    lines: Sequence[Line],
    around: Sequence[frozenset[str]],
    *,
    text_start: int,
    head: Head,
    vocabulary: CleanVocabulary,
) -> int | None:
    """The block that is the headline, ``None`` if the page prints none.

    The block that the head names, else what stands above the text and is marked up as a headline, from ``h1`` down to a
    bold line, else the short line above the text; a letterhead ("PHƯỜNG 1 QUẬN TÂN BÌNH") is none. ``around`` are the
    landmarks around each block, ``text_start`` the first running text.
    """
    named = _Named(head, vocabulary)
    ranks: dict[int, int] = {}
    for index, (block, line, marks) in enumerate(zip(blocks, lines, around, strict=True)):
        if block.hidden or line.reason is not None or not line.folded or not _OF_OTHERS.isdisjoint(marks):
            continue
        rank = named.rank(block, line, marks)
        if rank is None and index < text_start:
            rank = _rank_by_place(block, line, marks, vocabulary)
        if rank is not None:
            ranks[index] = rank
    if not ranks:
        return None
    best = min(ranks.values())
    candidates = [index for index, rank in ranks.items() if rank == best]
    if best == _PLAIN and len(candidates) > 1:  # "Tin Kinh tế - Đời sống 23/12/2021" stands above it
        undated = [index for index in candidates if not is_dated(lines[index].folded, vocabulary)]
        candidates = undated or candidates
    if best in _NEAREST_COUNTS and blocks[candidates[0]].tag:
        return _of_group(candidates, lines, best)
    return candidates[0]


def _of_group(candidates: Sequence[int], lines: Sequence[Line], rank: int) -> int:
    """Of candidates alike the one that counts: the nearest to the text; or above it, the one that it is a part of.

    Lines that nothing marks up count from the first of those that stand together: a headline, and again over two lines.
    """
    chosen = candidates[-1]
    for above in reversed(candidates[:-1]):
        between = range(above + 1, chosen)
        if any(lines[at].reason not in {"separator", "date_line", "byline"} for at in between):
            break
        if rank == _PLAIN or lines[chosen].folded in lines[above].folded:
            chosen = above
    return chosen


class _Named:
    """What the head calls the page, for comparing with blocks."""

    def __init__(self, head: Head, vocabulary: CleanVocabulary) -> None:
        self.keys = {
            key for key in map(likeness_key, _titles_of_head(head, vocabulary)) if _words(key) >= _FEWEST_WORDS
        }
        self.long_keys = tuple(key for key in self.keys if _words(key) >= _FEWEST_WORDS_OF_HEAD)
        self.whole = likeness_key(clean(head.title))
        self.beginnings = frozenset(key[:1] for key in (*self.keys, self.whole))
        self.place = vocabulary.place

    def rank(self, block: RawBlock, line: Line, marks: frozenset[str]) -> int | None:
        """The rank of a block that says what the head says."""
        if not self.keys or line.folded[:1] not in self.beginnings or " " not in line.folded:
            return None
        key = likeness_key(line.folded)
        if _words(key) < _FEWEST_WORDS:
            return None
        in_part = (len(key) >= len(self.whole) // 2 and self.whole.startswith(key)) or key.startswith(self.long_keys)
        if (key not in self.keys and not in_part) or self.place.fullmatch(key):
            return None
        if key in self.keys and _words(key) < _FEWEST_WORDS_OF_HEADLINE:
            return _SECTION  # perhaps: <title>Tin hoạt động đoàn thể - Cổng thông tin điện tử ...</title>
        other = 0 if block.kind == "heading" or "title" in marks else 1
        return other + (_NAMED if key in self.keys else _NAMED_IN_PART)


def _rank_by_place(block: RawBlock, line: Line, marks: frozenset[str], vocabulary: CleanVocabulary) -> int | None:
    """The rank of a block above the text by how it is marked up."""
    if " " not in block.text or block.links > len(block.text) // 2 or block.kind in {"item", "table_row", "caption"}:
        return None
    if is_stamped(line.folded, vocabulary):
        return None
    if _ENDS_AS_TEXT.search(block.text) or _BULLET.match(block.text) or vocabulary.place.fullmatch(line.folded):
        return None
    if block.tag == "h1":
        return _H1
    if "title" in marks:
        return _MARKED
    if block.kind == "heading":
        return _HEADING
    return _BOLD if block.context.endswith("bold") else _PLAIN


def _words(key: str) -> int:
    return key.count(" ") + 1


def title_without_block(head: Head, vocabulary: CleanVocabulary) -> str | None:
    """The headline of a page that has it in its head alone; ``None`` if the head only names the site.

    >>> from extract.rulefiles import load
    >>> from extract.clean.outline import Head
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> title_without_block(Head(title="Trao 96 suất học bổng cho học sinh | UBND Phường 18"), words)
    'Trao 96 suất học bổng cho học sinh'
    >>> title_without_block(Head(title="Trang thông tin điện tử huyện Giồng Trôm"), words) is None
    True
    """
    for title in _titles_of_head(head, vocabulary):
        for part in vocabulary.title_mark.split(title):
            folded = fold(part.strip())
            is_site = vocabulary.place.fullmatch(folded) or vocabulary.furniture(folded, first_word(folded)) is not None
            if _words(folded) >= _FEWEST_WORDS_OF_HEAD and not is_site and not part.isupper():
                return part.strip()
    return None
