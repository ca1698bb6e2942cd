"""Ring one of deduplication: what a page says twice is kept once.

Compared are words, so spacing, tone placement, case and punctuation do not count; numbers are words with their
separators, so one digit makes a difference. What is dropped, and as what:

* ``duplicate``: a block that is another block again. Long ones (``_LONG`` words) always. Short ones ("- Tặng 5 suất
  quà" under
  each of two hamlets, the cells of a table) may be true twice, so only as part of a run of blocks that repeats a run.
* ``duplicate_part``: a block that stands whole inside a longer kept one, before or after it: a title broken over
  lines, a lead
  that the first paragraph says again. Short blocks only if they are the beginning or the end of the title, or make it
  up together.
* ``caption_repeat``: a caption that says what a kept block says.

What a block itself says over and over is cut off first, see ``extract.dedup.loops``.

Rows of a table are only ever dropped with a run of others, and for such of another table, or for all rows above: in one
table the same rows stand below income and expenses. Time grows with the text: blocks are found by their words in
dictionaries, never compared with each other in turn.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from extract.dates import YEAR
from extract.dedup.loops import without_loops
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.clean.cleaned import Cleaned
    from extract.codes import DropReason
    from extract.model import Block

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,/:]\d+)*|[%‰]")

_YEAR = re.compile(YEAR)
_LONG = 8
"""Words from which a repeat is no coincidence."""
_LONG_RUN = 16
"""Words from which a run of short blocks is none."""
_LONG_ITEM = 12
"""Items of a list are set phrases: "tặng 5 phần quà cho hộ nghèo" may be part of a sentence about others."""
_TITLE_PIECE = 4
_PARAGRAPH = 20
"""Words from which a block is more than a line."""
_CAPTION = 4
_SHINGLE = 4
_MOST_COMPARED = 20
"""So many times a block's own words are compared with parts: "đồ đồ đồ ..." may begin like many."""
_MOST_LENGTHS = 64
_FEWEST = 2

Words = tuple[str, ...]


def drop_repeats(cleaned: Cleaned) -> Cleaned:
    """Drop what repeats a kept block of the same page, and say which.

    >>> from extract.clean.cleaned import Cleaned
    >>> from extract.model import Block
    >>> first = "Trao cho các em học sinh nghèo vượt khó học giỏi."
    >>> again = "Trao cho các em học sinh nghèo  vượt khó học giỏi./."
    >>> texts = ["Hoà Bình trao 23 phần học bổng", "Hòa Bình trao 23 phần", first, again]
    >>> kinds = ["title", "paragraph", "paragraph", "paragraph"]
    >>> blocks = [Block(n, k, t, None, None, True, None, None, "") for n, (k, t) in enumerate(zip(kinds, texts))]
    >>> page = drop_repeats(Cleaned("utf-8", None, None, texts[0], None, None, tuple(blocks)))
    >>> [(block.reason, block.duplicate_of) for block in page.blocks]
    [(None, None), ('duplicate_part', 0), (None, None), ('duplicate', 2)]
    """
    cleaned = replace(cleaned, blocks=without_loops(cleaned.blocks))
    if sum(block.kept for block in cleaned.blocks) < _FEWEST:
        return cleaned
    repeats = _Repeats(cleaned.blocks)
    repeats.drop_runs()
    repeats.drop_title_pieces()
    repeats.drop_parts()
    return replace(cleaned, blocks=repeats.blocks())


def _words(text: str) -> Words:
    words: list[str] = []
    for piece in fold(text).split():
        if piece.isalpha():  # as most are
            words.append(piece)
        else:
            words += _WORD.findall(piece)
    return tuple(words)


class _Repeats:
    """The blocks of a page while repeats are found; positions are among all blocks, dropped ones included."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.all = blocks
        self.words: list[Words] = [
            _words(block.text) if block.kept or block.reason == "hidden" else () for block in blocks
        ]
        self.kept = [position for position, block in enumerate(blocks) if block.kept and self.words[position]]
        self.title = next((at for at in self.kept if self.all[at].kind == "title"), None)
        behind = (at for at in self.kept if self.title is not None and at > self.title)
        self.body = next((at for at in behind if len(self.words[at]) >= _PARAGRAPH), len(blocks))
        """The first block behind the title that is more than a line."""
        self.dropped: dict[int, tuple[DropReason, int]] = {}
        self.tables = [*accumulate(block.kind != "table_row" for block in blocks)]
        """How many blocks before each are no rows: of rows of one table as many."""

    def drop_runs(self) -> None:
        """Blocks that repeat earlier ones, in runs."""
        for run in self._runs():
            words = sum(len(self.words[position]) for position, _ in run)
            apart = run[-1][1] < run[0][0]  # rows that are all alike repeat nothing but each other
            is_run = len(run) > 1 and apart and words >= _LONG_RUN and not self._of_one_table(run)
            for position, original in run:
                long = len(self.words[position]) >= self._shortest_repeat(position, original)
                if long or is_run:
                    self._drop(position, original, "duplicate")

    def _of_one_table(self, run: Sequence[tuple[int, int]]) -> bool:
        """Whether rows repeat some that stand above them in the same table, but not all from its first on."""
        first, last = run[0][1], run[-1][0]
        if self.tables[first] != self.tables[last] or first == 0:
            return False
        return self.all[first].kind == self.all[first - 1].kind == "table_row"

    def _shortest_repeat(self, position: int, original: int) -> int:
        """The fewest words with which a block that stands alone repeats another."""
        kind = self.all[position].kind
        if kind == "table_row" or "|" in self.all[position].text:
            return _NEVER
        if self.all[original].kind == "title":
            return 1
        return _CAPTION if kind == "caption" else _LONG

    def _runs(self) -> Iterator[list[tuple[int, int]]]:
        """Maximal runs of kept blocks (position, original) that repeat a run of earlier ones in the same order."""
        first: dict[Words, int] = {}
        run: list[tuple[int, int]] = []
        for nth, position in enumerate(self.kept):
            words = self.words[position]
            original: int | None = None
            if run:
                follower = run[-1][1] + 1
                if follower < nth and self.words[self.kept[follower]] == words:
                    original = follower
            if original is None:
                if run:
                    yield [(at, self.kept[source]) for at, source in run]
                    run = []
                original = first.get(words)
            if original is None:
                first[words] = nth
            else:
                run.append((position, original))
        if run:
            yield [(at, self.kept[source]) for at, source in run]

    def drop_title_pieces(self) -> None:
        """Lines that are a piece of the title: its beginning or end, or several that make it up together."""
        title = self.title
        if title is None:
            return
        whole = self.words[title]
        others = [at for at in self.kept if at != title and at not in self.dropped]
        for nth, position in enumerate(others):
            if position in self.dropped:
                continue
            words = self.words[position]
            if len(words) >= len(whole):
                continue
            is_end = whole[: len(words)] == words or whole[-len(words) :] == words
            is_line = self.all[position].kind not in {"item", "table_row"} and not self._heads_part(position)
            if is_end and is_line and len(words) >= _TITLE_PIECE:
                self._drop(position, title, "duplicate_part")
                continue
            for piece in self._pieces(islice(others, nth, None), whole) if whole[: len(words)] == words else ():
                self._drop(piece, title, "duplicate_part")

    def _heads_part(self, position: int) -> bool:
        """Whether a line in capitals heads a part of the text, though the title names that part too.

        "Tình hình năm 2022 và kế hoạch năm 2023", far below it "KẾ HOẠCH NĂM 2023": other text stands between. A line
        with figures says them again.
        """
        if position <= self.body or not self.all[position].text.isupper():
            return False
        return all(word.isalpha() or _YEAR.fullmatch(word) for word in self.words[position])

    def _pieces(self, positions: Iterable[int], whole: Words) -> list[int]:
        """The first of ``positions`` whose words, one after the other, are the title; none if they are not."""
        taken: list[int] = []
        length = 0
        for position in positions:
            words = self.words[position]
            if whole[length : length + len(words)] != words:
                return []
            taken.append(position)
            length += len(words)
            if length == len(whole):
                return taken
        return []

    def drop_parts(self) -> None:
        """Blocks that stand whole inside a longer one."""
        wanted: dict[Words, dict[int, dict[Words, int]]] = {}
        longest = max(map(len, self.words))
        for position in self.kept:
            words = self.words[position]
            if position in self.dropped or self._heads_part(position):
                continue
            if self._shortest_part(self.all[position]) <= len(words) < longest:
                by_length = wanted.get(words[:_SHINGLE])
                if by_length is None:
                    wanted[words[:_SHINGLE]] = {len(words): {words: position}}
                elif len(words) in by_length:
                    by_length[len(words)].setdefault(words, position)
                elif len(by_length) < _MOST_LENGTHS:
                    by_length[len(words)] = {words: position}
        if not wanted:
            return
        first_words = {shingle[0] for shingle in wanted}
        for position in self.kept:
            if position not in self.dropped or self.dropped[position][0] == "duplicate_part":
                self._look_inside(position, wanted, first_words)

    def _look_inside(
        self, position: int, wanted: dict[Words, dict[int, dict[Words, int]]], first_words: set[str]
    ) -> None:
        words = self.words[position]
        left = _MOST_COMPARED * len(words)
        for start, word in enumerate(words):
            if word not in first_words:  # most are not, and this is cheaper to tell
                continue
            by_length = wanted.get(words[start : start + _SHINGLE])
            if by_length is None:
                continue
            for length in [*by_length]:
                if length < len(words) and start + length <= len(words):
                    left -= length
                    if left < 0:
                        return
                    part = by_length[length].pop(words[start : start + length], None)
                    if part is not None:
                        self._drop(part, position, "duplicate_part")
                    if not by_length[length]:
                        del by_length[length]

    def _shortest_part(self, block: Block) -> int:
        if block.kind == "caption":
            return _CAPTION
        if block.kind in {"title", "table_row"}:
            return _NEVER
        return _LONG_ITEM if block.kind == "item" else _LONG

    def _drop(self, position: int, original: int, reason: DropReason) -> None:
        if self.all[position].kind == "title" or position == original:
            return
        self.dropped[position] = ("caption_repeat" if self.all[position].kind == "caption" else reason, original)

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, the dropped ones naming the kept block they repeat; so do those that were hidden, a print copy
        mostly.
        """
        hidden = any(words and not block.kept for words, block in zip(self.words, self.all, strict=True))
        if not self.dropped and not hidden:
            return tuple(self.all)
        kept = reversed(self.kept) if hidden else ()
        kept_by_words = {self.words[at]: at for at in kept if at not in self.dropped}
        roots: dict[int, tuple[DropReason, int]] = {}
        made = []
        for position, block in enumerate(self.all):
            if position in self.dropped:
                reason, original = self._root(position, roots)
                made.append(block._replace(kept=False, reason=reason, duplicate_of=self.all[original].ordinal))
            elif not block.kept and self.words[position] in kept_by_words:
                original = kept_by_words[self.words[position]]
                made.append(block._replace(duplicate_of=self.all[original].ordinal))
            else:
                made.append(block)
        return tuple(made)

    def _root(self, position: int, roots: dict[int, tuple[DropReason, int]]) -> tuple[DropReason, int]:
        """Why a block is dropped and the kept one behind it; what repeats a part of the title is a part of it too."""
        path = [position]
        while path[-1] not in roots and self.dropped[path[-1]][1] in self.dropped:
            path.append(self.dropped[path[-1]][1])
        last = path.pop()
        roots.setdefault(last, self.dropped[last])
        while path:
            through, original = roots[last]
            last = path.pop()
            reason = self.dropped[last][0]
            if reason == "duplicate" and through == "duplicate_part":
                reason = through
            roots[last] = (reason, original)
        return roots[position]


_NEVER = 1 << 60
