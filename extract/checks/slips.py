"""Why figures miss what they should make: a slip of the pen, a rounded total, a text that breaks off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import MEASURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading
    from extract.model import Quantity


def one_digit_off(one: float, other: float) -> bool:
    """Whether two numbers of three digits or more differ as by a slip: one digit, or two that changed places.

    >>> one_digit_off(237_000_000, 327_000_000), one_digit_off(152, 142), one_digit_off(278, 253), one_digit_off(15, 12)
    (True, True, False, False)
    """
    first, second = _written(one), _written(other)
    shared = len(first) - len(_without_zeros(first, second))
    return _slipped(first[: len(first) - shared], second[: len(second) - shared])


def one_key_off(one: float, other: float) -> bool:
    """The same for two numbers that are meant to be one: zeros at their end count as digits.

    >>> one_key_off(720, 820), one_digit_off(720, 820), one_key_off(60, 50)
    (True, False, False)
    """
    first, second = _written(one), _written(other)
    return _slipped(first, second)


def _one_key_more(one: float, other: float) -> bool:
    """Whether the first of two numbers of three digits or more has one digit that the other lacks.

    >>> _one_key_more(9006, 906), _one_key_more(906, 9006), _one_key_more(1205, 125), _one_key_more(90, 9)
    (True, False, True, False)
    """
    first, second = _written(one), _written(other)
    zeros = len(first) - len(_without_zeros(first, second))
    first, second = first[: len(first) - zeros], second[: len(second) - zeros]
    if len(first) != len(second) + 1 or sum(map(str.isdigit, second)) < 3:  # noqa: PLR2004 - short numbers by chance
        return False
    return any(first[:at] + first[at + 1 :] == second for at in range(len(first)))


def _written(value: float) -> str:
    """Its digits, without zeros behind the point."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _slipped(first: str, second: str) -> bool:
    if len(first) != len(second) or sum(map(str.isdigit, first)) < 3:  # noqa: PLR2004 - short numbers differ by chance
        return False
    places = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(places) == 1 or (len(places) == 2 and sorted(first) == sorted(second))  # noqa: PLR2004 - two that swap


def one_is_slipped(parts: Sequence[float], whole: float) -> bool:
    """Whether a sum would hold but for a slip of the pen in one of its figures.

    Parts that fall short may leave one out, so one of them is slipped only where two of its digits changed places.

    >>> one_is_slipped([281, 205, 365], 851), one_is_slipped([821, 205, 365], 851), one_is_slipped([210, 195], 460)
    (False, True, False)
    """
    added = sum(parts)
    if one_digit_off(added, whole):
        return True
    meant = [(part, part + whole - added) for part in parts]
    return any(
        should > 0
        and (_one_key_more(part, should) or (one_digit_off(part, should) and (added > whole or swapped(part, should))))
        for part, should in meant
    )


def is_rounded(whole: Quantity, lack: float) -> bool:
    """Whether a measure is a round number next to what its parts come to: "330 tấn", of 257 tấn and 80 tấn."""
    digits = f"{whole.value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return whole.kind in MEASURES and zeros > 0 and abs(lack) < 10**zeros


_TAIL = 200
"""A text that breaks off so many characters behind a part may have lost the next."""


def falls_off(parts: Sequence[Quantity], whole: Quantity, reading: Reading) -> bool:
    """Whether parts that fall short of their whole, told before, stand at the end of a text that breaks off."""
    text = reading.page.text.rstrip()
    short = sum(part.value for part in parts) < whole.value and whole.start < parts[-1].start
    return short and parts[-1].end < len(text) < parts[-1].end + _TAIL and text[-1:].isalnum()


def swapped(one: float, other: float) -> bool:
    """Whether two numbers have the same digits."""
    first, second = f"{one:.6f}", f"{other:.6f}"
    return sorted(first) == sorted(second)


def _without_zeros(first: str, second: str) -> str:
    """The first number without the zeros that both end in."""
    if "." in first or "." in second:
        return first
    zeros = min(len(text) - len(text.rstrip("0")) for text in (first, second))
    return first[: len(first) - zeros]
