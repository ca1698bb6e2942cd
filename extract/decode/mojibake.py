"""UTF-8 that was read as windows-1252 or Latin-1 and saved again, once or twice: "há»c bá»•ng".

Repaired sequence by sequence, for pages mix such text with sound text, and only sequences that give a character
Vietnamese pages have. Libraries that repair a string as a whole leave or spoil what is mixed, and know no syllables.
"""

from __future__ import annotations

import regex

from extract.decode.codepages import WINDOWS_1252
from extract.decode.syllables import is_syllable, score

_BYTE = {seen: code for code, seen in enumerate(WINDOWS_1252)} | {chr(code): code for code in range(0x80, 0x100)}


def _seen(first: int, last: int) -> str:
    """A character class of what bytes of a range look like, in both code pages."""
    return "".join(regex.escape(seen) for seen, code in _BYTE.items() if first <= code <= last)


_NEXT = f"[{_seen(0x80, 0xBF)}]"
_SEQUENCE = regex.compile(
    rf"[{_seen(0xC2, 0xC6)}\xcb\xcc]{_NEXT}"  # Latin letters, combining marks
    rf"|\xe1[{_seen(0xBA, 0xBB)}]{_NEXT}"  # Vietnamese letters with two marks
    rf"|\xe2[{_seen(0x80, 0x9F)}]{_NEXT}"  # dashes, quotes, bullets, "₫", the minus sign, arrows, ticks
    rf"|\xef[{_seen(0xB8, 0xB8)}{_seen(0xBB, 0xBB)}{_seen(0xBF, 0xBF)}]{_NEXT}"  # marks of order, broken characters
    rf"|\xf0[{_seen(0x9F, 0x9F)}]{_NEXT}{_NEXT}"  # emoji
)

# Windows-1252 has no character for five codes, and tools dropped them: "há»c" is short of one. What is left of the word
# tells which it was, for Vietnamese has "học" but neither "hỏc" nor "hờc".
_LOST = {"\xe1\xbb": "ọờềỏỐ", "\xc4": "Đ"}
_SHORT = regex.compile(rf"(?<!\p{{L}})(\p{{L}}{{0,3}}?)(\xe1\xbb|\xc4)(?!{_NEXT})(\p{{L}}{{0,4}}+)")

# A no-break space among the bytes was made a space: "lÃ  ngÆ°á»i" for "là người", "hoÃ ng" for "hoàng".
_SPACED = regex.compile(r"(?<=\p{Ll})\xc3 (?=(?:ng|nh|n|m|o|u|i|y)(?!\p{L}))|(?<=\p{Ll})\xc3 ?(?= )")


def read_once(text: str) -> str:
    r"""Text that was read as windows-1252, read as UTF-8 where its characters are those of UTF-8.

    >>> read_once("Há»\x99i Khuyáº¿n há»\x8dc â€œÄ\x90Ã\xa0 Náºµngâ€\x9d"), read_once("há»c, PhÆ°á»ng, lÃ  hoÃ ng")
    ('Hội Khuyến học “Đà Nẵng”', 'học, Phường, là hoàng')
    """
    text = _SEQUENCE.sub(_character, text)
    text = _SPACED.sub("à", text)
    return _SHORT.sub(_with_what_was_lost, text)


def read_twice(text: str) -> str:
    """The same of text that went through it twice.

    >>> read_twice("HÃ¡Â»â„¢i")
    'Hội'
    """
    return read_once(read_once(text))


def _character(found: regex.Match[str]) -> str:
    try:
        return bytes(_BYTE[seen] for seen in found[0]).decode()
    except UnicodeDecodeError:
        return found[0]


def _with_what_was_lost(found: regex.Match[str]) -> str:
    words = [found[1] + letter + found[3] for letter in _LOST[found[2]]]
    possible = [word for word in words if is_syllable(word)]
    if not possible:
        return found[0]
    best = max(score([word]).value for word in possible)
    likeliest = [word for word in possible if score([word]).value == best]
    return likeliest[0] if len(likeliest) == 1 else f"{found[1]}\ufffd{found[3]}"
