"""Hard line breaks: ``<br>`` and the line ends of ``<pre>``.

Two in a row end a paragraph. One alone is either the wrap of a long line or the end of an item, and the text must tell.
"""

from __future__ import annotations

import regex

BREAK = "\x03"
"""Stands for a line break in text that is not cleaned yet; ``extract.text.clean`` takes it out."""

_EMPTY_LINES = regex.compile(rf"{BREAK}(?:\s*+{BREAK})++")
_ENDS_A_LINE = regex.compile(r"[.;:!?…]\s*+[\"”’')\]]?\s*+$")
_OPENS_A_LINE = regex.compile(
    r"\s*+(?:[-–—+*•·»›▪■●o✓➢❖][\s\p{L}\d]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\s?[.)/-]\s?\D|\p{Lu}|[\"“‘(\[])"
)
_NO_WORDS = regex.compile(r"[^\p{L}\d]*+$")
_GOES_ON = regex.compile(r"[,–-]\s*+$")


def lines_of(raw: str) -> list[str]:
    r"""The lines that stand on their own in text with ``BREAK`` in it; wrapped ones are joined by a space.

    >>> lines_of("Buổi nói chuyện của lãnh đạo Phường 2\x03với tổ Nhân dân tự quản")
    ['Buổi nói chuyện của lãnh đạo Phường 2 với tổ Nhân dân tự quản']
    >>> lines_of("gồm:\x03- Ấp 1: 5 suất;\x03- Ấp 2: 6 suất\x03\x03Tổng cộng 11 suất")
    ['gồm:', '- Ấp 1: 5 suất;', '- Ấp 2: 6 suất', 'Tổng cộng 11 suất']
    """
    lines = []
    for paragraph in _EMPTY_LINES.split(raw):
        joined: list[str] = []
        for line in paragraph.split(BREAK):
            if joined and _is_wrap(joined[-1], line):
                joined.append(line)
            else:
                if joined:
                    lines.append(" ".join(joined))
                joined = [line]
        lines.append(" ".join(joined))
    return lines


def _is_wrap(before: str, after: str) -> bool:
    """Whether a break between these is only where the line was full."""
    if _ENDS_A_LINE.search(before[-20:]) or _NO_WORDS.match(before) or _NO_WORDS.match(after):
        return False
    return not _OPENS_A_LINE.match(after) or bool(_GOES_ON.search(before[-20:]) and after.lstrip()[:1] not in "-–+*•")
