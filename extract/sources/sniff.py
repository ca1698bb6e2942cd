"""What the first bytes of a file say about it."""

from __future__ import annotations

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


def is_utf16(head: bytes) -> bool:
    r"""Whether these bytes are UTF-16, with or without a byte-order mark: in Latin text most second bytes are zero.

    >>> is_utf16("<p>Phường 2".encode("utf-16")), is_utf16("<p>Phường 2 trao".encode("utf-16-be")), is_utf16(b"\0\0PK")
    (True, True, False)
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    pairs = len(head) // 2
    if head.count(0) <= pairs / 2:
        return False
    even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    return max(even, odd) > pairs / 2 and min(even, odd) <= pairs * _FEW_NULS


def plain_head(head: bytes) -> bytes:
    """The head for looking for ASCII in it: without byte-order mark and, of UTF-16, without the zero bytes."""
    if is_utf16(head):
        head = head.replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def is_binary(head: bytes) -> bool:
    """Whether these bytes are no text in any charset.

    >>> is_binary(b"%PDF-1.7"), is_binary(bytes(range(32)) * 9), is_binary("Phường 2".encode("cp1258", "replace"))
    (True, True, False)
    """
    if is_utf16(head):
        return False
    if head.startswith(_MAGIC):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # A single zero byte is a slip of the tool that wrote the file; many are a format.
    return controls > len(head) * _MOST_CONTROLS or head.count(0) > len(head) * _FEW_NULS
