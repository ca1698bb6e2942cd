"""What is no quantity: readers of names, dates, documents and spans of time, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.lex.leads import CALENDAR, NAMES
from extract.lex.names.attached_numbers import attached, may_be_grown, spaced_plate
from extract.lex.names.bare_names import LONGEST_NUMBER, QUOTES, bare_name, quoted_number
from extract.lex.names.chainage import chainage
from extract.lex.names.codes import LEAST_PREFIX, coded, file_name, may_be_code
from extract.lex.names.coordinates import SIGNS, coordinate
from extract.lex.names.counted_names import names_of_several
from extract.lex.names.footnotes import LONGEST_NUMBER as LONGEST_NOTE
from extract.lex.names.footnotes import footnote
from extract.lex.names.formulas import formula
from extract.lex.names.house_numbers import addressed_house, house_number
from extract.lex.names.list_numbers import LINE_STARTS, list_number, may_be_item
from extract.lex.names.names import led_name, numbered_school, placed
from extract.lex.names.padded import LEAST_DIGITS, padded_code
from extract.lex.names.scores import SCORE_SIGNS, score
from extract.lex.names.sibling_names import sibling_name
from extract.lex.names.varieties import variety
from extract.lex.numbers import MOST_CHARACTERS
from extract.lex.sizes import TIMES_SIGNS, size_name
from extract.lex.times.day_lists import dotted_range
from extract.lex.times.durations import span_of_time
from extract.lex.times.feasts import dotted_feast
from extract.lex.times.periods import broken_year, led_period, roman_quarter
from extract.lex.times.reigns import reign
from extract.lex.times.shaped_periods import shaped_period
from extract.model import Mention

if TYPE_CHECKING:
    from extract.codes import MentionKind
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_SCALE = re.compile(r"1(?: ?/ ?|:)\d{1,3}(?:000?|\.000)(?![\w/]|[.,]\d)")
_PORTION = re.compile(r"([1-9]) ?/ ?([1-9]|10)(?![\w/.,])")


def _portion(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A small fraction of something named ("2/3 số hộ") or a scale ("1/500", "1:500"): no part beside its whole."""
    match = _PORTION.match(token.folded, token.start) if "/" in token.after else None
    if match is None:
        scale = _SCALE.match(token.folded, token.start) if token.digits == "1" else None
        if scale is None:
            return None
        begins_name = token.text[scale.end() + 1 : scale.end() + 2].isupper()  # "tỷ lệ 1/500 Cụm công nghiệp Hòa Phú"
        counts = token.counted or vocabulary.amounts.units.at(token.folded, scale.end()) is not None
        told = token.folded.endswith(
            vocabulary.names.scales, token.floor, token.start
        )  # "quy hoạch 1/5.000 khu đô thị"
        if counts and not begins_name and not told:
            return None  # "1/500 hộ"
        return Mention(token.start, scale.end(), "other", None, None)
    if int(match[1]) >= int(match[2]):
        return None
    named = vocabulary.amounts.units.portions.match(token.folded, match.end())
    return None if named is None else Mention(token.start, match.end(), "other", None, None)


def _for_each_one(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """The area that something is reckoned by: the "1" of "giá trị sản xuất trên 1 ha", "thu nhập/1 ha"."""
    slashed = token.folded[token.start - 1 : token.start] == "/" and token.folded[token.start - 2].isalpha()
    comparison = None if token.lead is None else token.lead.lead.comparison
    by = comparison is not None and comparison.preposition and comparison.comparator == "gt"
    if not (by or slashed):
        return None
    amount = token.amount
    if amount is None or amount.kind != "area" or amount.value != 1 or amount.decimals:
        return None
    return Mention(token.start, token.end, "other", None, None)


def _base_of_rate(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The round number of people that something is told of: the "10.000" of "bình quân 10.000 dân có 9 bác sĩ"."""
    if token.digits[:1] != "1" or not token.folded.endswith(
        vocabulary.amounts.units.base_starts, token.floor, token.start
    ):
        return None
    base = vocabulary.amounts.units.bases.match(f"/{token.folded[token.start : token.start + _LONGEST_BASE]}")
    return None if base is None else Mention(token.start, token.start + base.end() - 1, "other", None, None)


_LONGEST_BASE = 32
"""More characters than a round number and those it counts: "100.000 trẻ sinh ra sống"."""


def unreadable(token: NumberToken) -> Mention:
    """Digits that print no number: "1.2.3.4", an account number."""
    return _unread(token.folded, token.start, token.end)


def _unread(folded: str, start: int, end: int) -> Mention:
    """A passage with numbers that nothing is read from, without the white space around it."""
    passage = folded[start:end]
    return Mention(end - len(passage.lstrip()), start + len(passage.rstrip()), "other", None, None)


_WORD_BEFORE, _WORD_BEHIND = "a ", " a"
"""What stands for any word in a ``_Sight``, so that few of them differ."""


class _Sight(NamedTuple):
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


_Reader: TypeAlias = Callable[["NumberToken", "LexVocabulary"], Mention | None]

_MAY_END_PLACES = frozenset({"", "year"})
"""Leads of the second word of a name: "Quế Xuân 2"."""
_LONGEST_PLACE_NUMBER = 2
_LONGEST_VARIETY_NUMBER = 4
_LONGEST_DAY = len("30.12")
_NO_PLACE_BEHIND = frozenset("/%")
_DASHES = frozenset("-–")
_LINE_ENDS = frozenset(("", "\n"))
_LIST_GOES_ON = frozenset(", ")
_READERS: tuple[tuple[_Reader, Callable[[_Sight], bool]], ...] = (
    (
        placed,
        lambda sight: (
            sight.lead in ("", "year")  # "xã Quế Xuân 2": a word of the calendar may end a name
            and sight.before == _WORD_BEFORE
            and sight.length <= _LONGEST_PLACE_NUMBER
            and sight.after[:1] not in _NO_PLACE_BEHIND
        ),
    ),
    (
        numbered_school,
        lambda sight: not sight.lead and sight.after == _WORD_BEHIND and sight.length <= _LONGEST_PLACE_NUMBER,
    ),
    (
        sibling_name,
        lambda sight: (
            sight.lead in _MAY_END_PLACES and sight.before == _WORD_BEFORE and sight.length <= _LONGEST_PLACE_NUMBER
        ),
    ),
    (names_of_several, lambda sight: sight.lead == "plain" and sight.after[:1] in _LIST_GOES_ON),
    (
        variety,
        lambda sight: not sight.lead and sight.before == _WORD_BEFORE and sight.length <= _LONGEST_VARIETY_NUMBER,
    ),
    (coordinate, lambda sight: sight.after.lstrip(" ")[:1] in SIGNS),
    (reign, lambda sight: sight.before[-1:] == "(" and sight.after.lstrip(" ")[:1] in _DASHES),
    (dotted_feast, lambda sight: _LONGEST_DAY >= sight.length > len("12")),
    (dotted_range, lambda sight: _LONGEST_DAY >= sight.length > len("12")),
    (size_name, lambda sight: sight.after[:1] in TIMES_SIGNS),
    (
        addressed_house,
        lambda sight: (
            (sight.after == _WORD_BEHIND or sight.after.lstrip(" ")[:1] in _DASHES) and sight.length <= LONGEST_NUMBER
        ),
    ),
    (quoted_number, lambda sight: sight.after.lstrip(" ")[:1] in QUOTES),
    (chainage, lambda sight: sight.after.lstrip(" ")[:1] == "+"),
    (score, lambda sight: sight.after.lstrip(" ")[:1] in SCORE_SIGNS),
    (attached, lambda sight: may_be_grown(sight.before, sight.after)),
    (spaced_plate, lambda sight: sight.length == len("29") and sight.after == _WORD_BEHIND),
    (shaped_period, lambda sight: sight.dated),
    (formula, lambda sight: sight.length <= len("16") and sight.after.lstrip(" ")[:1] in _DASHES),
    (
        coded,
        lambda sight: (
            sight.length >= LEAST_PREFIX
            or may_be_code(sight.after)
            or sight.before[-1:] == "+"
            or sight.after[:1] == ")"
        ),
    ),
    (file_name, lambda sight: sight.before[-1:].isalpha() and sight.after[:1] in _LINE_ENDS),
    (house_number, lambda sight: "/" in sight.after or (sight.after == _WORD_BEHIND and not sight.lead)),
    (_portion, lambda sight: "/" in sight.after or sight.after[:1] == ":"),
    (broken_year, lambda sight: sight.length < len("2023") and sight.after[:1] == " " and sight.after[1:].isdecimal()),
    (led_period, lambda sight: sight.length == len("2023") or sight.lead in CALENDAR),
    (list_number, lambda sight: may_be_item(sight.before, sight.after)),
    (
        footnote,
        lambda sight: sight.before[-1:] == "(" and sight.after[:1] == ")" and sight.length <= LONGEST_NOTE,
    ),
    (led_name, lambda sight: sight.lead in NAMES or sight.lead == "term"),
    (
        bare_name,
        lambda sight: not sight.lead and sight.before == _WORD_BEFORE and sight.length <= LONGEST_NUMBER,
    ),
    (padded_code, lambda sight: sight.length >= LEAST_DIGITS),
    (span_of_time, lambda _: True),
    (
        _for_each_one,
        lambda sight: (sight.lead == "comparison" or sight.before[-1:] == "/") and sight.length <= len("01"),
    ),
    (_base_of_rate, lambda sight: sight.after == _WORD_BEHIND),
)
"""All readers in the order in which they are asked, and whether one needs to be asked at a number of such sight."""


@lru_cache(maxsize=4096)
def _readers(*sight: *tuple[str, str, str, int, bool]) -> tuple[_Reader, ...]:
    seen = _Sight(*sight)
    return tuple(reader for reader, needed in _READERS if needed(seen))


def fixed_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A name known as it stands."""
    names = vocabulary.names.fixed
    if token.digits not in names.digits:
        return None
    folded, start = token.folded, token.start
    begins = folded.startswith(names.starts.get(token.digits, ()), start)
    if not begins and folded[start - 1 : token.end] not in names.ends:
        return None
    found = names.at(folded, start, token.floor)
    if found is not None and "/" in folded[start : found.end]:
        counts = vocabulary.amounts.units.counted_at(folded, found.end) is not None
        return None if counts else found  # "24/24 xã", but "trực 24/24 giờ"
    return found


def mention(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """What the number at ``token`` names, or ``None`` if it counts or measures.

    >>> from extract.lex.number_tokens import NumberToken
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> vocabulary = LexVocabulary.load(load())
    >>> for text, place in (("phường 2", (7, 8)), ("đợt 1 có", (4, 5)), ("45 tổ", (0, 2))):
    ...     found = mention(NumberToken(text, text, place, 0, vocabulary), vocabulary)
    ...     print(found and found.kind)
    name
    ordinal
    None
    """
    folded, start, digits, after = token.folded, token.start, token.digits, token.after
    if len(digits) > MOST_CHARACTERS:
        return unreadable(token)
    found = shaped_period(token, vocabulary) if after[:1] == "/" and token.lead_kind == "day" else None
    if found is None:  # no "ngày 24/7", the commonest shape of all
        found = fixed_name(token, vocabulary)
    if found is not None:
        return found
    if start > 1 and folded[start - 1] == " " and folded[start - 2] not in LINE_STARTS:
        before = _WORD_BEFORE
    else:
        before = folded[start - 2 if start > 1 else 0 : start]
    signs = vocabulary.times.signs
    if after[:1] == " " and after[1:].isalpha():
        dated = (after[1:] in signs.letters or "." in digits) and signs.may_be_date(folded, token.end, digits)
        after = _WORD_BEHIND
    else:
        dated = signs.may_be_date(folded, token.end, digits)
    for reader in _readers(before, after, token.lead_kind, len(digits), dated):
        found = reader(token, vocabulary)
        if found is not None:
            return found
    return unreadable(token) if token.amount is None else None


_ROMAN = frozenset("ivx")


def is_roman(token: NumberToken) -> bool:
    """Whether Roman digits stand here."""
    return _ROMAN.issuperset(token.folded[token.start : token.end]) and token.text[token.start : token.end].isupper()


def roman(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """Roman digits behind a word that numbers: "khóa XX", "học kỳ I", "phường IV"; or of an item: "II. Kết quả"."""
    end = token.end
    quarter = roman_quarter(token, vocabulary)
    if quarter is not None:
        return quarter
    kinds: dict[str, MentionKind] = {"name": "name", "ordinal": "ordinal", "term": "ordinal"}
    kind = kinds.get(token.lead_kind)
    if kind is not None:
        return Mention(token.lead_start, end, kind, None, None)
    at_line = token.start == 0 or token.folded[token.start - 1] == "\n"
    if at_line and token.folded[end : end + 2].strip() in {".", "/", ")", "-"}:
        return Mention(token.start, end + 1, "list_number", None, None)
    return None
