"""How much two texts have in common, and which of many is like a given one.

Texts are compared as sets of runs of words, numbers taken as equal: whether the numbers agree is asked apart, and
exactly. MinHash finds candidates among many, and the sets themselves decide.
"""

from __future__ import annotations

from typing import Final

import regex
from rensa import RMinHash, RMinHashLSH

from extract.text import fold

_WORD = regex.compile(r"\d+(?:[.,/:-]\d+)*+|\p{L}[\p{L}\p{M}]*+")
_RUN = 3
ALIKE: Final = 0.8
"""The least share of runs in common (Jaccard): a line more or a few words changed in a text of some length."""
_HASHES, _BANDS = 128, 32
"""Of two texts that have 0.8 in common, one in ten million is missed (1 - 0.8**4)**32; of 0.5, most are looked at."""
_SEED = 1
_MOST_TEXTS = 4096


def runs_of_words(text: str) -> frozenset[str]:
    """All runs of three words of a text, numbers as ``0``.

    >>> sorted(runs_of_words("Trao 12 suất học bổng."))
    ['0 suất học', 'suất học bổng', 'trao 0 suất']
    """
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(fold(text))]
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of runs that both have, of those that either has."""
    return len(one & other) / len(one | other)


class Alike:
    """Texts met so far, for finding the first one that a further text is like.

    Remembers ``_MOST_TEXTS``; later ones are compared with those. Memory is that of their runs.
    """

    def __init__(self) -> None:
        self._index = RMinHashLSH(ALIKE, _HASHES, _BANDS)
        self._met: list[frozenset[str]] = []

    def first(self, text: str, *, remember: bool) -> int | None:
        """The number, from 0, of the first remembered text that ``text`` is like; whether found or not, ``remember``
        makes it the next, and without it that happens only if none is found.
        """
        runs = runs_of_words(text)
        sketch = RMinHash(_HASHES, _SEED)
        sketch.update(sorted(runs))
        candidates = sorted(self._index.query(sketch))
        found = next((nth for nth in candidates if in_common(self._met[nth], runs) >= ALIKE), None)
        if (remember or found is None) and len(self._met) < _MOST_TEXTS:
            self._index.insert(len(self._met), sketch)
            self._met.append(runs)
        return found
