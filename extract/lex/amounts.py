"""A number with the multipliers and the unit behind it: ``11,5 triệu đồng``, ``300m``, ``45 tổ``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import YEAR
from extract.lex.amount import TIMES, Amount
from extract.lex.numbers import LONGEST, Reading, in_english, read

if TYPE_CHECKING:
    from extract.date_words import DateWords
    from extract.joints import Joints
    from extract.lex.comparators import Number
    from extract.lex.idioms import Idioms
    from extract.lex.money import Money, Tail
    from extract.lex.units import UnitHit, UnitKind, Units
    from extract.lex.words import NumberWords

_MILLION = 1_000_000
"""Below it, "62 nghìn cộng đồng", what stands right behind is counted; from it on, mostly what the money is for."""
_NEVER_MONEY = frozenset({10, 100, 10_000})
"""Tens, hundreds and "vạn" count things: without đồng they are no money."""
MONEY_BY_ITSELF = 1_000
"""From this multiplier on, a number with nothing known behind it is money: "265 triệu"."""


class Spelled(NamedTuple):
    """A number in digits as it stands: ``folded[start:end]``, and ``written``, the same mended."""

    start: int
    end: int
    written: str


class OwnDates(NamedTuple):
    """What a date looks like whose first word is a unit of time too, which may stand behind a number."""

    year: re.Pattern[str]
    """Behind the word, one year alone: "năm 2022", but not "năm 2021 và 2022"."""
    days: re.Pattern[str]
    """Behind the word, days or several years: "ngày 27, 28 tháng 12"."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> OwnDates:
        """The dates in the words of the rule files."""
        joined = rf" ?(?:[-,]|{joints.both})"
        return OwnDates(
            re.compile(rf" {YEAR}(?!\d)(?!{joined} ?{YEAR})"),
            re.compile(
                rf" (?:\d{{1,2}}(?:, ?| {joints.both} | ?[-&] ?| {joints.to} )){{0,3}}\d{{1,2}}"
                rf"(?:[/.-](?:\d{{1,2}}|\d{{4}})(?!\d)| {words.month} )| {YEAR}{joined}"
            ),
        )


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words that amounts are made of."""

    words: NumberWords
    idioms: Idioms
    money: Money
    units: Units
    own_dates: OwnDates
    years: frozenset[str]
    """Words of numbers that are the word for a year too: "năm"."""
    names: regex.Pattern[str]
    """Two names of places in a row, behind what they are: " Tân An, Hòa Bình", " Tân An và Hòa Bình"."""
    counting: tuple[str, ...]
    """Behind these, a space included, places are counted though their names follow: "có hai ấp Tân An, Hòa Bình"."""


def names_in_a_row(joints: Joints) -> regex.Pattern[str]:
    """The pattern of ``AmountWords.names``."""
    return regex.compile(rf" \p{{Lu}}\p{{L}}*+(?: \p{{Lu}}\p{{L}}*+)*+(?: ?[,-] ?| {joints.both} )\p{{Lu}}")


def bare_or_counted(spelled: Spelled, text: str, folded: str, known: AmountWords) -> Amount | None:
    """A number without multiplier and đồng: a count, a measure, a span of time, or nothing known."""
    hit = unit_behind(folded, spelled.end, known)
    if hit is not None:
        return counted(spelled, folded, hit, known, named=True)
    return counted(spelled, folded, known.units.guess(text, folded, spelled.end), known, named=False)


def counted(spelled: Spelled, folded: str, hit: UnitHit | None, known: AmountWords, *, named: bool) -> Amount | None:
    """The number with the unit that stands behind it, if any does."""
    start, number_end, written = spelled
    unit, _, end = (None, 0, number_end) if hit is None else hit
    kind: UnitKind = "number" if unit is None else unit.kind
    whole = unit is None or kind in _WHOLE
    half = unit is not None and folded[end : end + 2] in known.money.half_openings
    if whole and not half and written.isdecimal() and len(written) <= LONGEST:  # as most numbers are printed
        return Amount(start, number_end, end, int(written), 0, 1, kind, unit, named)
    reading = read(
        written, whole=unit is not None and (unit.whole or in_english(folded, start, number_end, known.money.english))
    )
    if reading is None:
        return None
    if half or (not whole and folded[end : end + 1].isdecimal()):
        part, part_end = _part_behind(folded, end, known)
        if part and not reading.decimals:
            reading, end = Reading(int(f"{reading.mantissa}{part}"), len(part)), part_end
    value = reading.times(1)
    if unit is not None and kind == "duration" and value >= _NO_SPAN:
        kind, unit = "count", unit._replace(kind="count")
    return Amount(start, number_end, end, value, reading.decimals, 1, kind, unit, named)


_WHOLE = frozenset({"count", "age", "grade"})
_NO_SPAN = 10_000
"""So many days or hours pass for many at once: "khách lưu trú 3.198.000 ngày"."""
_PART = re.compile(r"\d{1,3}(?!\w|[.,/]\d)")


def _part_behind(folded: str, position: int, known: AmountWords) -> tuple[str, int]:
    """The decimals that stand behind a unit, and their end: "2m50", "3 ha rưỡi"; none end where they would begin."""
    half = known.money.half.match(folded, position)
    if half is not None:
        return "5", half.end()
    part = _PART.match(folded, position)
    return ("", position) if part is None else (part[0], part.end())


def unit_behind(folded: str, position: int, known: AmountWords) -> UnitHit | None:
    """The unit behind a number, unless it is a time word that belongs to what follows: "còn 19 năm 2022".

    "trong 2 ngày 27, 28 tháng 12" spans time all the same, but its last word is left to the date.
    """
    hit = known.units.at(folded, position)
    return hit if hit is None or hit.unit.kind not in TIMES else span_behind(folded, position, hit, known)


def span_behind(folded: str, position: int, hit: UnitHit, known: AmountWords) -> UnitHit | None:
    """The time word found behind a number, or as much of it as belongs to that."""
    if not folded[hit.end + 1 : hit.end + 2].isdecimal():
        return hit
    if known.own_dates.year.match(folded, hit.end):
        return None
    return hit._replace(end=position) if known.own_dates.days.match(folded, hit.end) else hit


def scaled(spelled: Spelled, tail: Tail, folded: str, known: AmountWords) -> Amount | None:
    """A number with multipliers, or đồng, or both: money, unless what is counted by millions stands behind."""
    start = spelled.start
    reading = read(spelled.written, whole=tail.scale == 1)
    if reading is None or (tail.decimals and reading.decimals):
        return None
    if tail.scale == 1 and tail.currency and _CUT_SHORT.fullmatch(spelled.written):
        reading = Reading(reading.mantissa * 10, 0)
    if tail.decimals:  # "3tr5"
        reading = Reading(int(f"{reading.mantissa}{tail.decimals}"), len(tail.decimals))
    if tail.currency and not (tail.implied and _is_foreign(folded, tail.end, known)):
        scale = undouble(reading.times(1), tail.scale)
        full = round(reading.times(scale))
        return Amount(start, tail.end, tail.end, full, reading.decimals, scale, "money", None, not tail.implied)
    value = reading.times(tail.scale)
    hit = known.units.at(folded, tail.end)
    by_thousands = hit is not None and hit.unit.kind == "count" and tail.scale < _MILLION
    if hit is not None and (hit.unit.by_millions or by_thousands):
        return Amount(
            start, tail.end, hit.end, value, reading.decimals, tail.scale, hit.unit.kind, hit.unit, named=True
        )
    if tail.scale in _NEVER_MONEY:
        return _by_hundreds(start, tail, value, hit)
    return Amount(start, tail.end, tail.end, round(value), reading.decimals, tail.scale, "money", None, named=False)


_CUT_SHORT = re.compile(r"[1-9]\d{1,2}\.\d\d")
"""Thousands of đồng that lack their last zero: "500.00đ/suất". Nothing costs hundredths of a đồng."""


def _is_foreign(folded: str, position: int, known: AmountWords) -> bool:
    hit = known.units.at(folded, position)
    return hit is not None and hit.unit.kind == "currency"


def _by_hundreds(start: int, tail: Tail, value: Number, hit: UnitHit | None) -> Amount:
    """Anything is counted by tens, hundreds and "vạn": "7 trăm hộ", "6 vạn dòng họ"."""
    if hit is None:
        return Amount(start, tail.end, tail.end, value, 0, tail.scale, "number", None, named=False)
    return Amount(start, tail.end, hit.end, value, 0, tail.scale, hit.unit.kind, hit.unit, named=True)


_DOUBLED = {1_000: 100_000, _MILLION: 1_000_000}
"""From such numbers on, full thousands before a multiplier are đồng already."""
_FULL = 1_000


def undouble(number: Number, scale: int) -> int:
    """The multiplier that is meant: 1 where a full amount in đồng is followed by "ngàn" or "triệu" by mistake.

    >>> undouble(300_000, 1_000), undouble(500, 1_000), undouble(8_800, 1_000), undouble(7_990_000, 1_000_000)
    (1, 1000, 1000, 1)

    No amount is given to the single đồng, so that "1.254.637 ngàn đồng" is meant as it stands.

    >>> undouble(1_254_637, 1_000)
    1000
    """
    least = _DOUBLED.get(scale)
    return 1 if least is not None and number >= least and not number % _FULL else scale
