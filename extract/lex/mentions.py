"""What is no quantity: readers of names, dates, documents and spans of time, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.lex.amounts import TIMES
from extract.lex.fixed_names import fixed_name
from extract.lex.house_numbers import house_number
from extract.lex.leads import CALENDAR, NAMES
from extract.lex.names import (
    LEAST_PREFIX,
    LINE_STARTS,
    attached,
    coded,
    led_name,
    list_number,
    may_be_code,
    may_be_grown,
    may_be_item,
    placed,
)
from extract.lex.numbers import MOST_CHARACTERS
from extract.lex.periods import led_period, may_be_date, roman_quarter, shaped_period
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary
    from extract.model import MentionKind

_SERIES = re.compile(r"\d{1,3}(?: ?(?:,|và|hoặc|hay|-|đến|tới) ?\d{1,3}){1,8}+(?![\d/.,])")
_SERIES_GOES_ON = frozenset((", ", ",", " ,", " v", " h", " đ", " t"))
_SCALE = re.compile(r"1 ?[/:] ?\d{1,3}(?:000?|\.000)(?![\w/]|[.,]\d)")
_PORTION = re.compile(r"([1-9]) ?/ ?([1-9]|10)(?![\w/.,])")


def span_of_time(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:
    """Ages and durations, several with one unit included: "dưới 5 tuổi", "3 năm liền", "80, 85, 90 tuổi"."""
    series = _SERIES.match(spot.folded, spot.start) if spot.after in _SERIES_GOES_ON or "-" in spot.after else None
    if series is not None:
        hit = vocabulary.amounts.units.at(spot.folded, series.end())
        if hit is not None and hit.unit.kind in TIMES:
            return Mention(_comparator_start(spot), hit.end, time_kind(hit.unit.kind), None, None)
    amount = spot.amount
    if amount is None or amount.kind not in TIMES:
        return None
    return Mention(_comparator_start(spot), amount.end, time_kind(amount.kind), None, None)


def _comparator_start(spot: Spot) -> int:
    compared = spot.lead is not None and spot.lead.lead.comparison is not None and spot.lead.lead.comparison.quoted
    return spot.lead_start if compared else spot.start


def time_kind(kind: str) -> MentionKind:
    """The kind of mention that a span of time makes."""
    return "age" if kind == "age" else "duration"


def portion(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:
    """A small fraction of something named ("2/3 số hộ") or a scale ("1/500", "1:500"): no part beside its whole."""
    match = _PORTION.match(spot.folded, spot.start) if "/" in spot.after else None
    if match is None:
        scale = _SCALE.match(spot.folded, spot.start) if spot.digits == "1" else None
        if scale is None or spot.counted or vocabulary.amounts.units.at(spot.folded, scale.end()) is not None:
            return None  # "1/500 hộ"
        return Mention(spot.start, scale.end(), "other", None, None)
    if int(match[1]) >= int(match[2]):
        return None
    named = vocabulary.amounts.units.portions.match(spot.folded, match.end())
    return None if named is None else Mention(spot.start, match.end(), "other", None, None)


def for_each_one(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """The area that something is reckoned by: the "1" of "giá trị sản xuất trên 1 ha"."""
    comparison = None if spot.lead is None else spot.lead.lead.comparison
    if comparison is None or not comparison.preposition or comparison.comparator != "gt":
        return None
    amount = spot.amount
    if amount is None or amount.kind != "area" or amount.value != 1 or amount.decimals:
        return None
    return Mention(spot.start, spot.end, "other", None, None)


def unreadable(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """Digits that print no number: "1.2.3.4", an account number."""
    return None if spot.amount is not None else unread(spot.folded, spot.start, spot.start + len(spot.digits))


def unread(folded: str, start: int, end: int) -> Mention:
    """A passage with numbers that nothing is read from, without the white space around it."""
    passage = folded[start:end]
    return Mention(end - len(passage.lstrip()), start + len(passage.rstrip()), "other", None, None)


_WORD_BEFORE, _WORD_BEHIND = "a ", " a"
"""What stands for any word in a ``Sight``, so that few of them differ."""


class Sight(NamedTuple):
    """What shows at a glance at a number, before any reader looks closer."""

    before: str
    """The two characters before it."""
    after: str
    """The two characters behind its digits."""
    lead: str
    """Kind of the lead, ``""`` if there is none."""
    length: int
    """Of its digits, dots and commas."""
    dated: bool
    """Whether what stands behind may go on with a date or a time."""


_Reader: TypeAlias = Callable[["Spot", "LexVocabulary"], Mention | None]

_LONGEST_PLACE_NUMBER = 2
_NO_PLACE_BEHIND = frozenset("/%:")
READERS: tuple[tuple[_Reader, Callable[[Sight], bool]], ...] = (
    (fixed_name, lambda _: True),
    (
        placed,
        lambda sight: (
            not sight.lead
            and sight.before == _WORD_BEFORE
            and sight.length <= _LONGEST_PLACE_NUMBER
            and sight.after[:1] not in _NO_PLACE_BEHIND
        ),
    ),
    (attached, lambda sight: may_be_grown(sight.before, sight.after)),
    (shaped_period, lambda sight: sight.dated),
    (coded, lambda sight: sight.length >= LEAST_PREFIX or may_be_code(sight.after) or sight.before[-1:] == "+"),
    (house_number, lambda sight: "/" in sight.after),
    (portion, lambda sight: "/" in sight.after or sight.after[:1] == ":"),
    (led_period, lambda sight: sight.length == len("2023") or sight.lead in CALENDAR),
    (list_number, lambda sight: may_be_item(sight.before, sight.after)),
    (led_name, lambda sight: sight.lead in NAMES or sight.lead == "term"),
    (span_of_time, lambda _: True),
    (for_each_one, lambda sight: sight.lead == "comparison" and sight.length <= len("01")),
    (unreadable, lambda _: True),
)
"""All readers in the order in which they are asked, and whether one needs to be asked at a number of such sight."""


@lru_cache(maxsize=4096)
def _readers(*sight: *tuple[str, str, str, int, bool]) -> tuple[_Reader, ...]:
    seen = Sight(*sight)
    return tuple(reader for reader, needed in READERS if needed(seen))


def mention(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:
    """What the number at ``spot`` names, or ``None`` if it counts or measures.

    >>> from extract.lex.spots import Spot
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> vocabulary = LexVocabulary.load(load())
    >>> for text, place in (("phường 2", (7, 8)), ("đợt 1 có", (4, 5)), ("45 tổ", (0, 2))):
    ...     found = mention(Spot(text, text, place, 0, vocabulary), vocabulary)
    ...     print(found and found.kind)
    name
    ordinal
    None
    """
    folded, start, digits, after = spot.folded, spot.start, spot.digits, spot.after
    if len(digits) > MOST_CHARACTERS:
        return unreadable(spot, vocabulary)
    before = folded[start - 2 : start] if start > 1 else folded[:start]
    if before[1:] == " " and before[0] not in LINE_STARTS:
        before = _WORD_BEFORE
    if after[:1] == " " and after[1:].isalpha():
        after = _WORD_BEHIND
    dated = may_be_date(folded, spot.end, digits)
    for reader in _readers(before, after, spot.lead_kind, len(digits), dated):
        found = reader(spot, vocabulary)
        if found is not None:
            return found
    return None


_ROMAN = frozenset("ivx")


def roman(spot: Spot) -> Mention | None:
    """Roman digits behind a word that numbers: "khóa XX", "học kỳ I", "phường IV"; or of an item: "II. Kết quả"."""
    end = spot.end
    if not spot.text[spot.start : end].isupper() or not _ROMAN.issuperset(spot.folded[spot.start : end]):
        return None
    quarter = roman_quarter(spot)
    if quarter is not None:
        return quarter
    kinds: dict[str, MentionKind] = {"name": "name", "ordinal": "ordinal", "term": "ordinal"}
    kind = kinds.get(spot.lead_kind)
    if kind is not None:
        return Mention(spot.lead_start, end, kind, None, None)
    at_line = spot.start == 0 or spot.folded[spot.start - 1] == "\n"
    if at_line and spot.folded[end : end + 2].strip() in {".", "/", ")", "-"}:
        return Mention(spot.start, end + 1, "list_number", None, None)
    return None
