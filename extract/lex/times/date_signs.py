"""What behind a number may go on with a date or a time of day, seen without a pattern."""

from __future__ import annotations

_GLANCE = 6
_DATE_MARKS = frozenset("/-.:,&")
_CLOCK_LETTERS = frozenset("hg")
DATE_WORDS = ("tháng", "quý", "giờ", "và", "hoặc", "hay", "đến", "tới")
"""What stands within a date besides marks: 12 tháng 5, 8 giờ 30, 2 và 3/9, 2 đến 5/9."""
DATE_LETTERS = _CLOCK_LETTERS.union(word[0] for word in DATE_WORDS)


def may_be_date(folded: str, end: int, digits: str) -> bool:
    """Whether what stands behind ``digits`` may go on with a date or a time of day, seen without a pattern.

    >>> may_be_date("12/5", 2, "12"), may_be_date("12, tại", 2, "12"), may_be_date("8 giờ", 1, "8")
    (True, False, True)
    """
    behind = folded[end : end + _GLANCE].lstrip(" ")
    first = behind[:1]
    if first in _DATE_MARKS:
        following = behind[1:].lstrip(" ")[:1]
        return following.isdecimal() or following == "n" or "." in digits
    if first in _CLOCK_LETTERS and not behind[1:2].isalpha():
        return True
    return (first in DATE_LETTERS and behind.startswith(DATE_WORDS)) or "." in digits
