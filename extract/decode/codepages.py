"""Characters as one-byte code pages place them.

A text in an unknown one-byte charset is first read as windows-1252, and then as something else by replacing its
characters. Files that hold legacy bytes, and pages that hold the same bytes saved as UTF-8, are so read by one table.
"""

from __future__ import annotations

import codecs

import viscii  # type: ignore[import-untyped]


def _windows_1252() -> tuple[str, ...]:
    table = []
    for code in range(256):
        try:
            table.append(bytes([code]).decode("windows-1252"))
        except UnicodeDecodeError:
            table.append(chr(code))  # as every browser reads the five codes that windows-1252 leaves open
    return tuple(table)


WINDOWS_1252 = _windows_1252()
"""The character of every byte; codes without one are the control characters of Latin-1."""

_SEEN = "".join(WINDOWS_1252)


def as_windows_1252(data: bytes) -> str:
    r"""Bytes as windows-1252; every byte becomes one character.

    >>> as_windows_1252(b"\x93h\xe4c b\xe6ng\x94 \x81")
    '“häc bæng” \x81'
    """
    return codecs.charmap_decode(data, "strict", _SEEN)[0]


def reread(letters: dict[int, str]) -> dict[int, str]:
    """The table for ``str.translate`` that reads what was read as windows-1252 or Latin-1 by another code page.

    ``letters`` is what bytes mean there; bytes that mean the same in windows-1252 may be left out.
    """
    table = {code: letter for code, letter in letters.items() if chr(code) != letter}
    table |= {ord(WINDOWS_1252[code]): letter for code, letter in letters.items() if WINDOWS_1252[code] != letter}
    return table


def _of_codec(charset: str) -> dict[int, str]:
    letters = {}
    for code in range(0x80, 0x100):
        letter = bytes([code]).decode(charset, "ignore")
        if letter:
            letters[code] = letter
    return letters


WINDOWS_1258 = reread(_of_codec("windows-1258"))
VISCII = reread(dict(enumerate(viscii.decoding_table)))


def declared_codec(name: str) -> str | None:
    """Python's name of a declared charset, or nothing for one that it does not know or that no page of bytes can be in.

    >>> declared_codec("ISO-8859-1"), declared_codec("x-unknown"), declared_codec("utf-16")
    ('iso8859-1', None, None)
    """
    try:
        codec = codecs.lookup(name).name
        b"a".decode(codec)
    except (LookupError, ValueError):
        return None
    return codec if b"a".decode(codec) == "a" else None
