"""What the first bytes of a file say about it."""

from __future__ import annotations

from typing import Literal

HEAD_BYTES = 65_536

_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"Rar!",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",  # Word and Excel before 2007
    b"{\\rtf",
    b"\x7fELF",
    b"SQLite format",
    b"PAR1",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# TCVN3, VISCII and VNI put letters on control codes, a few in a hundred characters.
_MOST_CONTROLS = 0.1
_FEW_NULS = 0.02


# High bytes of Vietnamese: Latin-1, letters with breve or horn, marks apart, letters with two marks, quotes.
_HIGH = b"\x00\x01\x03\x1e\x20"
_MOST_HIGH = 0.9
_LEAST_LATIN = 0.25
# Marks apart from their letters have zero bytes of their own: the grave is 0x0300.
_GRAVES = 0.15

Utf16 = Literal["utf-16-le", "utf-16-be"]


def utf16_of(head: bytes) -> Utf16 | None:
    r"""Which UTF-16 these bytes are, with or without a byte-order mark: every second byte is one of a few, mostly zero.

    >>> utf16_of("<p>Phường 2".encode("utf-16")), utf16_of("Đã trao".encode("utf-16-be")), utf16_of(b"\0\0PK")
    ('utf-16-le', 'utf-16-be', None)
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if head.startswith(b"\xff") else "utf-16-be"
    pairs = len(head) // 2
    if head.count(0) <= pairs * _LEAST_LATIN:
        return None
    even, odd = head[: 2 * pairs : 2], head[1 : 2 * pairs : 2]
    if _is_high(even, odd):
        return "utf-16-be"
    return "utf-16-le" if _is_high(odd, even) else None


def _is_high(high: bytes, low: bytes) -> bool:
    """Whether the first are the high bytes, and the others the low bytes, of Latin text."""
    zeros, stray = high.count(0), low.count(0)
    if zeros > len(high) / 2 and stray <= len(high) * _FEW_NULS:
        return True
    known = len(high) - len(high.translate(None, _HIGH))
    return (
        known >= len(high) * _MOST_HIGH
        and zeros > len(high) * _LEAST_LATIN
        and stray <= min(len(high) * _GRAVES, high.count(3))
    )


def plain_head(head: bytes) -> bytes:
    """The head for looking for ASCII in it: without byte-order mark and, of UTF-16, without the zero bytes."""
    if utf16_of(head):
        head = head.replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def is_binary(head: bytes) -> bool:
    """Whether these bytes are no text in any charset.

    >>> is_binary(b"%PDF-1.7"), is_binary(bytes(range(32)) * 9), is_binary("Phường 2".encode("cp1258", "replace"))
    (True, True, False)
    """
    if utf16_of(head):
        return False
    if head.startswith(_MAGIC):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # A single zero byte is a slip of the tool that wrote the file; many are a format.
    return controls > len(head) * _MOST_CONTROLS or head.count(0) > len(head) * _FEW_NULS
