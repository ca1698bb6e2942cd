"""Letters whose tones and marks stand behind them as characters of their own (NFD): read as one letter each."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache, partial
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from extract.model import Lexed, Mention, Quantity

_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_RUN = re.compile(rf"[{_MARKS}]{{1,3}}")


class Composed(NamedTuple):
    """A text in composed letters, and where it is shorter than the text as stored."""

    text: str
    ends: list[int]
    """Ends of the letters that were put together."""
    lost: list[int]
    """How many characters have gone before the first of ``ends``, the second, ..., the end of the text."""

    def spread(self, read: Lexed) -> Lexed:
        """What was read from this text, with spans in the text as stored."""
        stored = self._stored
        return Lexed(
            tuple(Quantity(stored(q.start), stored(q.end), stored(q.head_end), *q[3:]) for q in read.quantities),
            tuple(Mention(stored(m.start), stored(m.end), *m[2:]) for m in read.mentions),
        )

    def _stored(self, offset: int) -> int:
        return offset + self.lost[bisect_right(self.ends, offset)]


def composed(text: str) -> Composed | None:
    r"""``text`` in composed letters; ``None`` for most texts, which are so already.

    >>> found = composed("ti\u0301nh đe\u0302\u0301n nay")
    >>> found.text, found.ends, found.lost
    ('tính đến nay', [2, 7], [0, 1, 3])
    """
    if not any(map(text.__contains__, _MARKS)):
        return None
    pieces: list[str] = []
    ends: list[int] = []
    losses = [0]
    position = 0
    for run in _RUN.finditer(text):  # and not from letter to letter: most have no mark behind them
        start, end = run.span()
        if start == position or not text[start - 1].isalpha():
            continue
        letter = _letter(text[start - 1 : end])
        pieces += text[position : start - 1], letter
        position = end
        ends.append(end)
        losses.append(end - start + 1 - len(letter))
    pieces.append(text[position:])
    lost = list(accumulate(losses))
    return Composed("".join(pieces), list(map(sub, ends, lost[1:])), lost)


_letter = lru_cache(maxsize=1024)(partial(unicodedata.normalize, "NFC"))
"""Letter and marks as one letter."""
