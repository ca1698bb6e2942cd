"""What text may be instead of what it was read as: each way is one ``Reading``, and the text itself tells which."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.decode.capitals import raise_fonts
from extract.decode.codepages import VISCII, WINDOWS_1258
from extract.decode.mojibake import read_once, read_twice
from extract.decode.syllables import Score, score, words_of
from extract.decode.tcvn3 import read_tcvn3
from extract.decode.vni import read_vni

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Reading(NamedTuple):
    """A way to read text that was read as windows-1252, or as Latin-1, by mistake.

    ``finish`` is what remains to be done with a page as a whole.
    """

    name: str
    read: Callable[[str], str]
    finish: Callable[[str], str] | None = None


LEGACY: tuple[Reading, ...] = (
    Reading("windows-1258", lambda text: text.translate(WINDOWS_1258)),
    Reading("tcvn3", read_tcvn3, raise_fonts),
    Reading("vni", read_vni),
    Reading("viscii", lambda text: text.translate(VISCII)),
)
"""The charsets of Vietnamese with one byte a character, or two; in order of preference among equals."""

MOJIBAKE: tuple[Reading, ...] = (Reading("mojibake-1252", read_once), Reading("mojibake-1252-twice", read_twice))
READINGS = (*MOJIBAKE, *LEGACY)

# A piece is what stands in one charset: text between two tags, or a line.
_PIECE = regex.compile(r"[^<>\r\n]++")
_PIECES_JUDGED = 60
_LONGEST_JUDGED = 4_000
_LEAST_GAIN = 6
"""Points of ``Score.value``: two common syllables that were nothing before gain eight, a chance hit three."""


_LEAST_SYLLABLES = 3
_SOUND_PIECES = 20
"""A page with one sound piece to so many that a reading makes better has none."""
_SOUND = regex.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters that no charset of one byte is taken for."""


class _Piece(NamedTuple):
    text: str
    score: Score | None


class _Reread(NamedTuple):
    """A piece as it is and as a reading has it, and how many points it gains by that."""

    old: str
    new: str
    score: Score
    gain: int


def reread_pieces(text: str, suspicious: frozenset[str]) -> tuple[str, Reading | None]:
    """The text with the pieces read anew that read better so, and the way; or the text as it is.

    The pieces that hold ``suspicious`` characters decide which way it is: a page may mix an article out of an old
    document with the frame of a new site.
    """
    doubtful = [_Piece(old, _score(old)) for old in islice(_suspects(text, suspicious), _PIECES_JUDGED)]
    if not doubtful:
        return text, None
    points, reading = max(((_points(reading, doubtful), reading) for reading in READINGS), key=lambda pair: pair[0])
    if points < _LEAST_GAIN:
        return text, None
    text = _reread_all(text, reading)
    return reading.finish(text) if reading.finish else text, reading


def _suspects(text: str, suspicious: frozenset[str]) -> Iterator[str]:
    for piece in _PIECE.finditer(text):
        if not piece[0].isascii() and not suspicious.isdisjoint(piece[0]):
            yield piece[0][:_LONGEST_JUDGED]


def _points(reading: Reading, pieces: list[_Piece]) -> int:
    """What the pieces that gain by a reading gain together; nothing if what they become may be chance."""
    gaining = [piece for piece in (_reread(old, reading) for old in pieces) if piece.gain > 0]
    total = (
        Score(*(sum(column) for column in zip(*(piece.score for piece in gaining), strict=True))) if gaining else None
    )
    if total is None or not total.convincing or total.syllables < _LEAST_SYLLABLES:
        return 0
    return sum(piece.gain for piece in gaining)


def _reread_all(text: str, reading: Reading) -> str:
    """Every piece that gains read anew; so are those that neither gain nor lose, on a page that has no sound ones.

    "Goác" alone may be "Goác" or, in VNI, "Gốc".
    """
    pieces = [_reread(_Piece(found[0], None), reading) for found in _PIECE.finditer(text)]
    gaining = sum(piece.gain > 0 for piece in pieces)
    sound = sum(piece.gain < 0 or (piece.gain == 0 and _SOUND.search(piece.old) is not None) for piece in pieces)
    least = 0 if sound * _SOUND_PIECES <= gaining else 1
    chosen = iter(piece.new if piece.gain >= least else piece.old for piece in pieces)
    return _PIECE.sub(lambda _: next(chosen), text)


def _reread(piece: _Piece, reading: Reading) -> _Reread:
    old = piece.text
    new = old if old.isascii() else reading.read(old)
    if new == old:
        return _Reread(old, old, Score(0, 0, 0), 0)
    before = piece.score or _score(old)
    after = _score(new)
    return _Reread(old, new, after, after.value - before.value)


def _score(text: str) -> Score:
    return score(words_of(text))
