"""How much two texts have in common, and which of many is like a given one.

Texts are compared as sets of runs of words, numbers taken as equal: whether the numbers agree is asked apart, and
exactly. MinHash finds candidates among many, and the sets themselves decide.
"""

from __future__ import annotations

from typing import Final, NamedTuple

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
_MOST_TEXTS = 1024


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


class Likeness(NamedTuple):
    """What is compared of a text."""

    runs: frozenset[str]
    sketch: RMinHash

    @classmethod
    def of(cls, text: str) -> Likeness:
        """That of ``text``."""
        runs = runs_of_words(text)
        sketch = RMinHash(_HASHES, _SEED)
        sketch.update(list(runs))
        return cls(runs, sketch)


class Alike:
    """Texts to find the first one in that a further text is like: ``_MOST_TEXTS`` of them, what comes later is not
    remembered.

    >>> texts = Alike()
    >>> texts.add(Likeness.of("Hội đã trao 12 suất học bổng cho học sinh nghèo trong xã"))
    >>> texts.first(Likeness.of("Hội đã trao 13 suất học bổng cho học sinh nghèo trong xã."))
    0
    >>> texts.first(Likeness.of("Hội đã trao 12 phần quà cho hộ nghèo ấp Bình An")) is None
    True
    """

    def __init__(self) -> None:
        self._index = RMinHashLSH(ALIKE, _HASHES, _BANDS)
        self._texts: list[frozenset[str]] = []

    def add(self, likeness: Likeness) -> None:
        """Remember a text; numbers go from 0."""
        if len(self._texts) < _MOST_TEXTS:
            self._index.insert(len(self._texts), likeness.sketch)
            self._texts.append(likeness.runs)

    def first(self, likeness: Likeness) -> int | None:
        """The number of the first remembered text that is alike."""
        candidates = sorted(self._index.query(likeness.sketch))
        return next((nth for nth in candidates if in_common(self._texts[nth], likeness.runs) >= ALIKE), None)
