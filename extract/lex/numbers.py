"""Numbers in digits: which dot or comma separates thousands and which one decimals.

Vietnamese writes 1.234,5; English spelling (1,234.5) stands beside it in the same offices. Shape decides where it can
(``1.250`` has groups of three, ``1,25`` has not); ``115,509`` can be either, and then what is counted decides: people,
đồng and square metres have no thousandths, so ``20,000 đồng`` is twenty thousand, while ``115,509 tỷ`` is a decimal.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.model import Quantity

DIGITS = r"\d++(?:[.,]\d++)*+"
"""A number in digits with all its inner dots and commas, taken whole: no part of ``1.2.3`` is a number by itself."""

LONGEST = 18
"""Digits a number may have: more is an account number or a dump, no quantity."""

BEYOND = 10**LONGEST
"""Neither is what is so much with its multipliers: no office has it, and no column of 64 bits holds ten of it."""

MOST_CHARACTERS = LONGEST + LONGEST // 3
"""The same with its separators."""

_SHAPE = regex.compile(
    r"""(?<whole>\d++)$
    | (?<thousands>\d{1,3}(?:\.\d{3})++)(?:,(?<part>\d++))?$
    | (?<thousands>\d{1,3}(?:,\d{3}){2,}+)(?:\.(?<part>\d++))?$
    | (?<thousands>\d{1,3},\d{3})\.(?<part>\d++)$
    | (?<either>\d{1,3},\d{3})$
    | (?<glued>\d{4}[.,]\d{3})$
    | (?<units>\d++)[.,](?<part>\d++)$
    | (?<short>\d{1,3}(?:\.\d{3}){1,3}+\.00)$
    | (?<thousands>\d{1,3}(?:\.\d{3})++)\.(?<part>\d{1,2})$
    | (?<thousands>\d{1,3}(?:\.\d{3})++)0$
    | (?<thousands>\d{1,3}(?:\.\d{3}(?:\d{3})?){2,}+)$
    """,
    regex.VERBOSE,
)


class Reading(NamedTuple):
    """A number as printed: ``mantissa / 10**decimals``, exact."""

    mantissa: int
    decimals: int

    def times(self, factor: int) -> int | float:
        """The number times ``factor``: an ``int`` wherever the product is whole."""
        if not self.decimals:
            return self.mantissa * factor
        product, power = self.mantissa * factor, int(10**self.decimals)
        return product / power if product % power else product // power


@lru_cache(maxsize=4096)
def read(written: str, *, whole: bool) -> Reading | None:
    """The number that ``written`` (of shape ``DIGITS``) prints, or ``None`` if it is none.

    ``whole``: what it counts is never given to three decimals, so ``20,000`` is twenty thousand.

    >>> read("8.254,817", whole=False)
    Reading(mantissa=8254817, decimals=3)
    >>> read("115,509", whole=False), read("115,509", whole=True)
    (Reading(mantissa=115509, decimals=3), Reading(mantissa=115509, decimals=0))
    >>> read("06", whole=True), read("1.250", whole=False), read("12.5", whole=False)
    (Reading(mantissa=6, decimals=0), Reading(mantissa=1250, decimals=0), Reading(mantissa=125, decimals=1))
    >>> read("1.2.3", whole=False) is None
    True

    A last group with one zero too many or too few ("247.050.0000 đồng", "228.000.00 đồng") is read as three zeros.

    >>> read("247.050.0000", whole=True), read("228.000.00", whole=True)
    (Reading(mantissa=247050000, decimals=0), Reading(mantissa=228000000, decimals=0))

    A separator may be missing among others: "1.021205.000 đồng".

    >>> read("1.021205.000", whole=True), read("1.021205", whole=True).decimals
    (Reading(mantissa=1021205000, decimals=0), 6)

    Of whole things the first separator may be left out: "2500.000 đồng".

    >>> read("2500.000", whole=True), read("2500.000", whole=False)
    (Reading(mantissa=2500000, decimals=0), Reading(mantissa=2500000, decimals=3))
    """
    if written.isdecimal():
        return Reading(int(written), 0) if len(written) <= LONGEST else None
    if len(written) > MOST_CHARACTERS:
        return None
    shape = _SHAPE.match(written)
    return None if shape is None else _printed(shape, whole=whole)


def _printed(shape: regex.Match[str], *, whole: bool) -> Reading | None:
    """What a number of a shape prints, by which separators its groups have."""
    either, part = shape["either"], shape["part"] or ""
    if shape["short"] is not None:
        digits = int(shape["short"].replace(".", ""))
        return Reading(digits * 10, 0) if whole else Reading(digits, 2)
    if shape["glued"] is not None:
        digits = int(shape["glued"].replace(".", "").replace(",", ""))
        return Reading(digits, 0 if whole else 3)
    if either is not None:
        units, thousandths = either.split(",")
        if whole and units.lstrip("0"):
            return Reading(int(units + thousandths), 0)
        return Reading(int(units + thousandths), 3)
    thousands = shape["thousands"]
    if thousands is not None and not thousands.startswith("0"):
        return Reading(int(thousands.replace(".", "").replace(",", "") + part), len(part))
    if thousands is not None:  # "0.250": nothing is separated behind a lone zero, so the dot is a decimal
        units, _, rest = thousands.partition(".")
        return Reading(int(units + rest), len(rest)) if rest.isdecimal() and not part else None
    return Reading(int(shape["units"] + part), len(part))


_THOUSAND = 1_000
LEAST_SUM = 10_000
"""Nobody gives or gets less đồng than this, where words around a number say that it is money."""


def printed_decimals(number: Quantity, text: str) -> int:
    """How many printed digits stand behind the decimal mark: 1 of "60,0" read as 60, 0 of "7.000" read as 7000."""
    digits = [letter for letter in text[number.start : number.end] if letter.isdecimal()]
    printed = int("".join(digits) or "0")
    return next((n for n in range(len(digits)) if round(number.value * 10**n) == printed), 0)


def in_full_thousands(value: float, least: int) -> bool:
    """Whether a number without a unit may be a sum of đồng of ``least`` or more: none is given to the hundred.

    >>> in_full_thousands(500_000, 10_000), in_full_thousands(1_250, 1_000), in_full_thousands(5_000, 10_000)
    (True, False, False)
    """
    return value >= least and not value % _THOUSAND


def english_shape(currencies: Iterable[str]) -> regex.Pattern[str]:
    """A number whose commas part thousands: several, with decimals behind a dot, or with a word for đồng."""
    return regex.compile(
        r"(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d{1,2}"
        rf"|,\d{{3}}(?= ?{any_of(currencies)}(?!\w)))(?![.,]?\d)"
    )


_VIETNAMESE = regex.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})++|\d++,\d{1,2})(?![.,]?\d)")
_NEARBY = 600


def in_english(folded: str, start: int, end: int, english: regex.Pattern[str]) -> bool:
    """Whether a number of shape ``12,345`` stands among numbers in English spelling, so that its comma parts thousands.

    ``english``: from ``english_shape``.

    >>> line, english = "thu 1,250,000 đồng; sản lượng 3,098 tấn", english_shape(["đồng"])
    >>> in_english(line, 30, 35, english), in_english("năng suất 5,2 tấn/ha, sản lượng 3,098 tấn", 32, 37, english)
    (True, False)
    """
    if end - start <= len(",123") or folded[end - len(",123")] != ",":
        return False
    low, high = max(0, start - _NEARBY), end + _NEARBY
    return english.search(folded, low, high) is not None and _VIETNAMESE.search(folded, low, high) is None
