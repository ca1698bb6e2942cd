"""Templates that loop: a block that goes on with one piece of a sentence over and over, thousands of times.

No office writes that, and each time would be figures of their own. The block is kept up to where it has said the piece
once; the repeats become a block that is dropped, and what follows them one that is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Block

_LEAST, _TIMES = 20_000, 20
"""A loop is so long, and says its piece so often."""
_LONGEST_PIECE = 5_000
_STEP = _LEAST // 4
_WINDOW = 200
"""So many characters that come again soon tell that a text may loop there."""
_SPACE = re.compile(r"\s")


def without_loops(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, numbered anew where one of them had to be cut.

    >>> from extract.model import Block
    >>> text = "Xã có 5 tổ; " + "trao 7 suất quà " * 5000 + "cho hộ nghèo."
    >>> blocks = without_loops([Block(0, "paragraph", text, None, None, True, None, None, "")])
    >>> [(block.ordinal, block.text[:30], block.reason, block.duplicate_of) for block in blocks if not block.kept]
    [(1, 'trao 7 suất quà trao 7 suất qu', 'duplicate', 0)]
    >>> [block.text for block in blocks if block.kept]
    ['Xã có 5 tổ; trao 7 suất quà', 'cho hộ nghèo.']
    """
    if all(len(block.text) < _LEAST for block in blocks):
        return tuple(blocks)
    cut: list[Block] = []
    for block in blocks:
        at = 0
        for start, end in repeats(block.text) if block.kept and block.kind != "title" else ():
            said, again = block.text[at:start].strip(), block.text[start:end].strip()
            cut.append(block._replace(ordinal=len(cut), text=said))
            first = cut[-1].ordinal
            dropped = block._replace(ordinal=len(cut), text=again, kept=False, reason="duplicate", duplicate_of=first)
            cut.append(dropped)
            at = end
        if rest := block.text[at:].strip() if at else block.text:
            cut.append(block._replace(ordinal=len(cut), text=rest))
    return tuple(cut)


def repeats(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says again what it has just said, so long and so often that it loops; whole words.

    >>> [*repeats("Xã có 5 tổ; " + "trao 7 suất quà " * 5000)], [*repeats("trao 7 suất quà " * 10)]
    ([(27, 80011)], [])
    """
    done = place = 0
    while place + _LEAST // 2 < len(text):
        again = text.find(text[place : place + _WINDOW], place + 1, place + _LONGEST_PIECE + _WINDOW)
        length = again - place
        if again > 0 and _SPACE.search(text, place, again):
            start, end = _first(text, place, length, done), _end(text, place, length)
            if end - start >= max(_LEAST, _TIMES * length):
                space = _SPACE.search(text, start + length - 1, end)
                last = max(text.rfind(" ", start, end), text.rfind("\t", start, end))
                if space is not None and space.end() < last:
                    yield space.start(), last
                    done = last
                place = end
                continue
        place += _STEP


def _end(text: str, place: int, length: int) -> int:
    """Where a text no longer repeats what it has said so many characters before, as it does at ``place``."""
    step = _LEAST
    while step:
        while place + length + step <= len(text) and text.startswith(text[place : place + step], place + length):
            place += step
        step //= 2
    return place + length


def _first(text: str, place: int, length: int, least: int) -> int:
    """From where on it does so."""
    step = _LEAST
    while step:
        while place - step >= least and text.startswith(text[place - step : place], place - step + length):
            place -= step
        step //= 2
    return place
