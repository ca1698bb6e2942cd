"""Character references of HTML, "&#228;" and "&auml;": where they stand for the letters of a legacy charset."""

from __future__ import annotations

import re
from html import unescape
from html.entities import codepoint2name

import regex

_REFERENCE = regex.compile(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[A-Za-z]{2,8}\d?);")
_NAMED = re.compile(r"&(#?\w{2,8});")  # the standard library's engine is ten times as fast on this one


def names_of(letters: frozenset[str]) -> frozenset[str]:
    """The ways to refer to these letters.

    >>> sorted(names_of(frozenset("ä")))
    ['#228', '#XE4', '#Xe4', '#xE4', '#xe4', 'auml']
    """
    codes = [ord(letter) for letter in letters]
    names = {f"#{code}" for code in codes}
    names |= {f"#{x}{code:{digits}}" for code in codes for x in "xX" for digits in "xX"}
    return frozenset(names | {codepoint2name[code] for code in codes if code in codepoint2name})


def names_in(text: str, names: frozenset[str]) -> frozenset[str]:
    """Which of these references a text has.

    >>> names_in("h&#228;c, &agrave;", names_of(frozenset("ä")))
    frozenset({'#228'})
    """
    return names.intersection(_NAMED.findall(text)) if "&" in text else frozenset()


def resolve(text: str) -> str:
    """References to anything beyond ASCII as characters; "&lt;", "&amp;" and the like stay what the page wrote.

    >>> resolve("h&auml;c b&#230;ng &lt; &#7885; &#38;")
    'häc bæng &lt; ọ &#38;'
    """
    return _REFERENCE.sub(_resolved, text) if "&" in text else text


def _resolved(found: regex.Match[str]) -> str:
    letter = unescape(found[0])
    return letter if len(letter) == 1 and letter >= "\x80" else found[0]
