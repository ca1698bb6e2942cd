"""Unicode work on Vietnamese text.

Two forms of every text:

* ``clean``: what is stored and quoted. NFC, no invisible characters, single spaces.
* ``fold``: what patterns are matched on. The same length, character for character, so that offsets found in it are
  offsets in the stored text: lower case, one placement of tone marks, one kind of space, dash and quote.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_INVISIBLE = dict.fromkeys(
    [
        0x00AD,  # soft hyphen
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        # Private-use letters are the engine's own alphabet (see extract.match.shadow), and icon fonts elsewhere.
        *range(0xE000, 0xF900),
    ]
)
_SPACES = regex.compile(r"\s+")


def well_formed(text: str) -> str:
    r"""``text`` without what no file can hold: two halves of a surrogate pair made one, a half alone ``U+FFFD``.

    JSON and file names read with "surrogateescape" have such halves.

    >>> well_formed("\ud83d\ude00 23 phần \udce4") == "\U0001f600 23 phần \ufffd"
    True
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def clean(text: str) -> str:
    r"""NFC, without invisible characters, runs of white space made one space, ends stripped.

    >>> clean("  Uỷ ban\u00a0 nhân\u200b dân\n")
    'Uỷ ban nhân dân'
    >>> clean("tie\u0302\u0301ng")
    'tiếng'
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()


_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _tone_placements() -> dict[str, str]:
    """Pairs of two letters, tone on the first, to the same two with the tone on the second: "òa" to "oà"."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            written = unicodedata.normalize("NFC", first + tone) + second
            pairs[written] = first + unicodedata.normalize("NFC", second + tone)
    return pairs


_PLACEMENTS = _tone_placements()
_LOOKS_LIKE = {
    "ð": "đ",  # U+00F0 typed for U+0111, lower case of "Ð"
    "ɖ": "đ",
    "ƣ": "ư",
    "²": "2",
    "³": "3",
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
    **dict.fromkeys("\u00a0\u1680\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'"),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff05": "%",
    "\u2215": "/",
    "\u2044": "/",
}
_FOLDED = _LOOKS_LIKE | _PLACEMENTS
_MARKS = "".join(_LOOKS_LIKE)
_TO_FOLD = re.compile(rf"[{_MARKS}òóỏõọùúủũụ](?:(?<=[{_MARKS}])|(?<=[òóỏõọ])[ae]|(?<=[ùúủũụ])y)")
"""Begins with one set of letters: ``re`` looks for that several times as fast as ``str`` replaces each by itself."""


def _as_folded(match: re.Match[str]) -> str:
    return _FOLDED[match[0]]


def fold(text: str) -> str:
    """The form that patterns match: same length as ``text``, so offsets carry over.

    >>> fold("Hoà Bình, UỶ BAN: 300 m² – “quý”")
    'hoà bình, uỷ ban: 300 m2 - "quý"'
    >>> fold("Hòa Bình, ỦY BAN") == fold("Hoà Bình, UỶ BAN")
    True
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lower.isascii():
        return lower.replace("\t", " ")
    return _TO_FOLD.sub(_as_folded, lower)


@lru_cache(maxsize=2)
def fold_page(text: str) -> str:
    """``fold`` of all of a page, which one stage asks for after the other."""
    return fold(text)


BULLETS = ("-", "+", "*", "•", "–", "●", "▪", "◦", "✓")
"""What members of a list begin with."""


_Tree: TypeAlias = "dict[str, _Tree]"


def letter_tree(words: Iterable[str], written: Callable[[str], str] = regex.escape) -> str:
    r"""A pattern for any of ``words``, the longest that fits first; ``written`` is how it has a letter.

    Each letter that several begin with is tried once: a list of a hundred words takes a tenth of the time.

    >>> letter_tree(["trao", "trao quà", "tặng"])
    't(?:rao(?:\\ quà)?|ặng)'
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _tree_pattern(tree, written)


def _tree_pattern(tree: _Tree, written: Callable[[str], str]) -> str:
    options = [written(letter) + _tree_pattern(branch, written) for letter, branch in sorted(tree.items()) if letter]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in tree else f"(?:{'|'.join(options)})"
    return f"{body}?" if "" in tree else body


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of ``words``, the longest first; one that never matches, if there are none.

    No tree of letters: in a pattern that matches backwards ``(?r)`` that would not have the longest first.

    >>> any_of(["m", "m2"]), any_of([])
    ('(?:m2|m)', '(?!)')
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(regex.escape, longest_first))})" if longest_first else "(?!)"


def whole_word(group: str) -> str:
    r"""A pattern for what ``group`` matches, but not within a longer word.

    >>> whole_word(any_of(["hộ"]))
    '(?<!\\w)(?:hộ)(?!\\w)'
    """
    return rf"(?<!\w){group}(?!\w)"


def final_word(group: str) -> str:
    """The same, and only where a text ends with it: what stands before a figure."""
    return rf"(?<!\w){group}\s*$"


def without_marks(folded: str) -> str:
    """A folded text as addresses and captions have it that lost the marks of its letters.

    >>> without_marks("đã trao học bổng")
    'da trao hoc bong'
    """
    letters = unicodedata.normalize("NFD", folded.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_LAST_PUNCTUATION = ".,;:/!…-" + "".join(filter(str.isspace, map(chr, range(0x3001))))


def likeness_key(text: str) -> str:
    """What two near repeats share: letters and every digit, but not case, spacing, tone placement or last punctuation.

    >>> likeness_key("Phường Hoà An  trao 12 suất.") == likeness_key("phường Hòa An trao 12 suất./.")
    True
    >>> likeness_key("trao 12 suất") == likeness_key("trao 13 suất")
    False
    >>> likeness_key("từ 1 250 hộ") == likeness_key("từ 1250 hộ")
    False
    """
    key = fold(text).rstrip(_LAST_PUNCTUATION)
    words = " ".join(key.replace("-", " ").split())
    return f" {words}" if key[:1] == "-" or key[:1].isspace() else words
