"""Traces of text that was read wrongly: letters that Vietnamese has no use for.

A page in German or Danish is full of them too, so a few words of each tell whether a page is worth being judged whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.decode.readings import READINGS
from extract.decode.references import names_in, names_of, resolve
from extract.decode.syllables import score, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LEGACY_TRACES = frozenset("äåæçëîïñöøûüþÿßÄÅÆÇËÎÏÑÖØÛÜÞðÐ¡¢¤¥¦¨ª¬®¯´µ¶¸¹º¼¾") | frozenset(map(chr, range(0x80, 0xA0)))
"""Latin-1 characters that Vietnamese text has no use for, and that text read wrongly is full of."""
_REFERENCES = names_of(LEGACY_TRACES)

_SHORT = 2_000
"""Shorter texts are judged whole at once."""
_PLACES = 3
"""How often each trace is looked at."""
_REACH = 24
_SEPARATORS = str.maketrans("<>\"'=", "     ")
_LEAST_SYLLABLES = 2
_WORDS_A_SYLLABLE = 8
"""Of the words around traces one in so many must become a syllable. In legacy pages two of three do, in pages of other
languages one of ten at most."""


def references_to_traces(text: str) -> list[str]:
    """The references to traces that a page has.

    >>> references_to_traces("h&#228;c b&aelig;ng &agrave;")
    ['&#228;', '&aelig;']
    """
    return sorted(f"&{name};" for name in names_in(text, _REFERENCES))


def may_be_misread(text: str, traces: Iterable[str]) -> bool:
    """Whether words around traces, letters or references to them, make sense when they are read in another way.

    >>> german = "Die größten Straßen für schöne Bäume natürlich überall, "
    >>> may_be_misread(german * 50, "äöüß"), may_be_misread("Quü khuyÕn häc trao 12 suÊt häc bæng, " * 60, "üäæ")
    (False, True)
    """
    if len(text) <= _SHORT:
        return True
    words = _words_around(text, traces)
    sample = "\n".join(words)
    least = max(_LEAST_SYLLABLES, len(words) / _WORDS_A_SYLLABLE) + score(words_of(sample)).syllables
    return any(score(words_of(reading.read(sample))).syllables >= least for reading in READINGS)


def _words_around(text: str, traces: Iterable[str]) -> dict[str, None]:
    """The first words with or beside each trace, each once; those that the reach cuts are left out."""
    words: dict[str, None] = {}
    for trace in traces:
        at = text.find(trace)
        for _ in range(_PLACES):
            if at < 0:
                break
            around = resolve(text[max(0, at - _REACH) : at + _REACH]).translate(_SEPARATORS)
            words.update((word, None) for word in around.split()[1:-1] if not word.isascii())
            at = text.find(trace, at + _REACH)
    return words
