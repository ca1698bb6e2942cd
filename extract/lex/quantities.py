"""From the amount at one place to the quantities it makes: one, a range made one, or the two numbers of a fraction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from extract.codes import COUNTS, DONG, MONEYS
from extract.lex.amount import TIMES
from extract.lex.comparators import Comparison, interval
from extract.lex.fractions import Fraction, fraction, is_whole, rate, rate_in_words
from extract.lex.names.counted_names import names_behind
from extract.lex.numbers import BEYOND, LEAST_SUM, in_full_thousands
from extract.lex.ranges import ends_of_range
from extract.lex.reading import rescaled
from extract.lex.series import several, slashed
from extract.lex.times.durations import time_kind
from extract.model import Mention, Quantity

if TYPE_CHECKING:
    import regex

    from extract.codes import Comparator, Kind, Role
    from extract.lex.amount import Amount
    from extract.lex.comparators import Number
    from extract.lex.leads import LeadHit
    from extract.lex.number_tokens import NumberToken
    from extract.lex.units import Unit, Units
    from extract.lex.vocabulary import LexVocabulary

_SHARED_OUT = frozenset({"mass", "volume"})
_SIGNED = frozenset({"percent", "percentage_point", "number", "money"})
_THOUSAND = 1_000
_FAR = 400
"""So far before "nữ 257,5 nghìn" may stand that people are counted."""
_BORDERS = frozenset({"", "\n", "\t", "(", ")"})
_PRECISION = 9
"""Decimals that interval ends keep: no official prints more, and binary fractions show behind them."""


class Found(NamedTuple):
    """What was read at one place, and where to go on."""

    quantities: tuple[Quantity, ...]
    mention: Mention | None
    resume: int


def quantities(token: NumberToken, amount: Amount, vocabulary: LexVocabulary, earlier: Quantity | None) -> Found:
    """The quantities that begin with ``amount``; ``earlier`` is the one read before, which a bracket may say again.

    >>> from extract.lex.scan import lex
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> for quantity in lex("8/10 thôn, từ 5 - 7 triệu đồng/hộ", LexVocabulary.load(load())).quantities:
    ...     print(quantity.value, quantity.value_max, quantity.unit, quantity.role, quantity.per)
    8 None thôn value None
    10 None thôn whole None
    5000000 7000000 đồng value hộ
    """
    lead, at = token.lead, token.start
    if token.lead_kind == "currency":
        amount, at = _in_currency(token, amount, vocabulary)
        lead = vocabulary.leads.before(token.folded, at, token.floor) if at < token.start else None
    elif amount.kind in _AMBIGUOUS:
        amount = _meant(token, amount, vocabulary)
    comparator, start = _exactness(token, lead, at, amount, vocabulary)
    if amount.kind in _SIGNED:
        amount, start = _signed(token, amount, start)
    ends = ends_of_range(token, amount, vocabulary)
    if ends is not None:
        first, last = ends
        if last.kind in TIMES:
            return Found((), Mention(start, last.end, time_kind(last.kind), None, None), last.end)
        of_all = _fraction_at(token, last, vocabulary) if last.kind == "number" else None
        if of_all is None or of_all.whole.kind in TIMES:
            return _one(token, _Read(start, first, last, "range"), vocabulary, earlier)
        first = rescaled(first, of_all.whole)  # "từ 9 - 12/19 tiêu chí"
        return _fraction(token, _Read(start, first, of_all.part, "range"), of_all.whole, vocabulary)
    series = _series_at(token, amount, vocabulary)
    if series is not None:
        return _in_series(token, _Read(start, series[0], None, comparator), series, vocabulary)
    parts = _fraction_at(token, amount, vocabulary)
    if parts is not None and parts.whole.kind == "grade":  # "6/4 âm lịch"
        return Found((), Mention(start, parts.whole.end, time_kind("grade"), None, None), parts.whole.end)
    if parts is None or parts.whole.kind in TIMES:
        amount = _as_ratio(token, amount, vocabulary) if amount.kind == "number" else amount
        return _one(token, _Read(start, amount, None, comparator), vocabulary, earlier)
    return _fraction(token, _Read(start, parts.part, None, comparator), parts.whole, vocabulary)


def _series_at(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> list[Amount] | None:
    if token.after in vocabulary.series.goes_on:
        return several(token, amount, vocabulary)
    return slashed(token, amount, vocabulary) if "/" in token.after else None


def _fraction_at(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Fraction | None:
    behind = token.folded[amount.end : amount.end + 2]
    if "/" not in behind and behind not in vocabulary.of_all.starts:
        return None
    return fraction(token.text, token.folded, amount, vocabulary.amounts, vocabulary.of_all)


class _Read(NamedTuple):
    """A quantity before its noun and rate are known."""

    start: int
    first: Amount
    last: Amount | None
    """The larger end of a range."""
    comparator: Comparator
    role: Role = "value"


def _one(token: NumberToken, read: _Read, vocabulary: LexVocabulary, earlier: Quantity | None) -> Found:
    final = read.last or read.first
    end = final.end
    if read.comparator == "eq" and token.folded.startswith(vocabulary.behind_starts, end):
        read, end = _compared_behind(token, read, end, vocabulary)
    per, resume = rate(token.text, token.folded, end, vocabulary.amounts.units)
    if final.kind == "number" and per is not None and _is_price(final, per, vocabulary):  # "mức quà 500.000/suất"
        read, final = read._replace(first=_as_money(read.first)), _as_money(final)
    if final.kind == "money":
        if earlier is not None and _restates(token, read.first, earlier, vocabulary):
            read = read._replace(role="restated")
        if per is None:
            per, resume = rate_in_words(token.folded, end, vocabulary.amounts.units)
    elif earlier is not None and is_whole(token.folded, token.start, final, earlier):
        read = read._replace(role="whole")
    apart = final.kind == "count" and _is_apart(token, end, per, vocabulary)
    if apart or _is_alternative(final.unit, per, vocabulary):
        per, resume = None, end
    if per is not None and read.comparator == "eq" and token.folded.startswith(vocabulary.behind_starts, resume):
        read, resume = _compared_behind(token, read, resume, vocabulary)  # "4,5 triệu đồng/năm trở lên"
    noun = _noun(token, final, end, vocabulary)
    if noun is not None and per is None:
        per, resume = _rate_behind_noun(token, final, end + 1 + len(noun), vocabulary.amounts.units)
    named = names_behind(token, final, vocabulary) if final.kind == "count" and final.end == end else None
    resume = named.end if named is not None else max(resume if per else end, end)
    return _found((_quantity(read, end, noun, per),), named, resume)


def _fraction(token: NumberToken, part: _Read, whole: Amount, vocabulary: LexVocabulary) -> Found:
    end = whole.end
    per, resume = rate(token.text, token.folded, end, vocabulary.amounts.units)
    noun = _noun(token, whole, end, vocabulary)
    per = None if _is_alternative(whole.unit, per, vocabulary) else per
    read = _quantity(part, (part.last or part.first).end, noun, per)
    return _found(
        (read, _quantity(_Read(whole.start, whole, None, "eq", "whole"), end, noun, per)), None, max(resume, end)
    )


def _compared_behind(token: NumberToken, read: _Read, end: int, vocabulary: LexVocabulary) -> tuple[_Read, int]:
    """The number with the word behind ``end`` that says how exact it is, if one stands there: "trở lên"."""
    behind = vocabulary.behind.match(token.folded, end)
    if behind is None:
        return read, end
    return read._replace(comparator=vocabulary.behind_words[behind[0].strip()]), behind.end()


def _in_series(token: NumberToken, first: _Read, series: list[Amount], vocabulary: LexVocabulary) -> Found:
    """Several numbers with one unit; what it is for holds for all of them."""
    end = series[-1].end
    per, resume = rate(token.text, token.folded, end, vocabulary.amounts.units)
    noun = _noun(token, series[-1], end, vocabulary)
    reads = [first, *(_Read(amount.start, amount, None, "eq") for amount in series[1:])]
    return _found(tuple(_quantity(read, read.first.end, noun, per) for read in reads), None, max(resume, end))


def _found(read: tuple[Quantity, ...], named: Mention | None, resume: int) -> Found:
    """What was read, as a mention if its number is beyond all that is counted: "14.714.669.968 tỷ tỷ đồng"."""
    for quantity in read:
        if abs(quantity.value_max or quantity.value) >= BEYOND:
            break
    else:
        return Found(read, named, resume)
    return Found((), Mention(read[0].start, read[-1].end, "other", None, None), read[-1].end)


def _rate_behind_noun(token: NumberToken, amount: Amount, end: int, units: Units) -> tuple[str | None, int]:
    """What a number is for whose noun ends at ``end``: "20 kg gạo/hộ", "9 ca mắc/vạn dân"."""
    if amount.kind in _SHARED_OUT or units.bases.match(token.folded, end) is not None:
        return rate(token.text, token.folded, end, units)
    return None, end


def _is_apart(token: NumberToken, end: int, per: str | None, vocabulary: LexVocabulary) -> bool:
    """Whether what stands behind the slash at ``end`` is counted apart: "01 vụ/01 bị can", "12 lớp/405 em"."""
    one = token.digits[:1] == "0" and _NAUGHT_ONE.match(token.folded, end) is not None
    return per is not None and (one or _is_count(per, vocabulary))


def _is_alternative(unit: Unit | None, per: str | None, vocabulary: LexVocabulary) -> bool:
    """Whether what stands behind a slash is another word for what is counted: "6 huyện/thị xã", "12 thôn/bản"."""
    sorts = vocabulary.amounts.units.alternatives
    sort = None if unit is None or per is None else sorts.get(unit.name)
    return sort is not None and all(sorts.get(one) == sort for one in (per or "").split("/"))


_NAUGHT_ONE = re.compile(r" ?/ ?01 ")


def _is_count(per: str, vocabulary: LexVocabulary) -> bool:
    """Whether what stands behind a slash is a count of its own: "12 lớp/405 em/18 giáo viên", not "10 buổi/3 tháng"."""
    number, _, name = per.partition("/")[0].partition(" ")
    if number.isdecimal() and name in vocabulary.amounts.words.multipliers:
        return True  # "12 hộ/120 triệu đồng"
    unit = vocabulary.amounts.units.spellings.get(name) if number.isdecimal() else None
    if unit is None or vocabulary.amounts.units.bases.fullmatch(f"/{per}"):
        return False
    return unit.kind in COUNTS  # "3 trạm/750 kVA"


_AMBIGUOUS = frozenset({"ratio", "number", "money"})


def _meant(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Amount:
    """The same as what stands before it shows it to be meant."""
    if amount.kind == "ratio":
        return _as_count(token, amount, vocabulary)
    if amount.kind == "number":
        return _as_money(amount) if token.lead_kind == "money" else amount
    return amount if amount.named else _as_counted(token, amount, vocabulary)


def _as_count(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Amount:
    """A whole "lần" counts ("ra quân 12 lần") unless a word of comparison stands before it ("gấp 2 lần")."""
    if isinstance(amount.value, float) or amount.unit is None or amount.end == amount.number_end:
        return amount
    before = token.lead_start if token.lead is not None and token.lead.lead.comparison is not None else token.start
    if vocabulary.amounts.units.ratio_before.match(token.folded, token.floor, before):
        return amount
    return amount._replace(kind="count")


def _as_ratio(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Amount:
    """A number that nothing is known of behind "gấp": "lớn gấp 3 so với"."""
    units = vocabulary.amounts.units
    before = token.lead_start if token.lead is not None and token.lead.lead.comparison is not None else token.start
    if amount.unit is not None or not token.folded.endswith(units.ratio_alone, token.floor, before):
        return amount
    return amount._replace(kind="ratio", unit=units.ratio, named=True)


def _as_money(amount: Amount) -> Amount:
    """Full thousands behind a word of money are đồng though the word is left out: "mỗi suất 500.000"."""
    return amount._replace(kind="money") if in_full_thousands(amount.value, LEAST_SUM) else amount


def _is_price(amount: Amount, per: str, vocabulary: LexVocabulary) -> bool:
    """Whether a number without a unit, but for one thing that is counted, can only be its price."""
    unit = vocabulary.amounts.units.spellings.get(per)
    return unit is not None and unit.kind == "count" and amount.end == amount.number_end


def _as_counted(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Amount:
    """Thousands of what was named before: "nâng tổng số hội viên toàn tỉnh lên hơn 230 nghìn"."""
    units = vocabulary.amounts.units
    told = units.numbered.search(token.folded, token.floor, token.start) or _people_named(token, amount, units)
    if told is None and amount.scale == _THOUSAND:
        told = units.people_told.search(token.folded, token.floor, token.start)
        if told is None or units.people_before.search(token.folded, max(0, told.start() - _FAR), token.start) is None:
            return amount
        return amount._replace(kind="count", unit=units.spellings[units.told[told["word"]]])
    if told is None:
        return amount
    counted = told.groupdict()
    unit = counted["unit"] or counted.get("rough") or units.told[counted["word"]]
    return amount._replace(kind="count", unit=units.spellings[unit])


def _people_named(token: NumberToken, amount: Amount, units: Units) -> regex.Match[str] | None:
    """What people are called before thousands of them: "dân số 1,2 triệu", "hội viên gần 46 nghìn".

    In "ủng hộ có hội viên gần 25 triệu, đoàn viên hơn 12 triệu" they give money.
    """
    roughly = token.lead is not None and token.lead.lead.comparison is not None
    named = units.people_named.search(token.folded, token.floor, token.lead_start if roughly else token.start)
    if named is None or named["rough"] is None:
        return named
    return named if roughly and amount.scale == _THOUSAND else None


def _in_currency(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> tuple[Amount, int]:
    """The amount in the currency that stands before it, and where that begins: "VNĐ 500.000", "US$10 triệu".

    Foreign money stands right before its number: in "giá USD 23.500" it has a price.
    """
    sign = token.folded[token.lead_start : token.start].rstrip(" ")
    unit = vocabulary.amounts.units.spellings.get(sign)
    if (
        amount.named
        or amount.kind not in {"number", "money"}
        or (unit is not None and token.folded[token.start - 1] == " ")
    ):
        return amount, token.start
    kind = "money" if unit is None else unit.kind
    value = round(amount.value) if unit is None else amount.value
    return amount._replace(kind=kind, unit=unit, value=value, named=True), token.lead_start


def _exactness(
    token: NumberToken, lead: LeadHit | None, at: int, amount: Amount, vocabulary: LexVocabulary
) -> tuple[Comparator, int]:
    """How exact the number at ``at`` is told to be, by the word before it or a limit, and where the quote begins."""
    comparator: Comparator = "eq"
    start = at
    if lead is not None and lead.lead.comparison is not None:
        comparator, start = _compare(token, lead, lead.lead.comparison, at, amount)
    return (vocabulary.limits.before(token.folded, start) if comparator == "eq" else comparator), start


def _compare(
    token: NumberToken, lead: LeadHit, comparison: Comparison, start: int, amount: Amount
) -> tuple[Comparator, int]:
    """What the word before ``start`` says, and where the quote begins."""
    if comparison.preposition and amount.unit is not None and amount.unit.place:
        return "eq", start
    if comparison.alone is not None and _is_alone(token.folded, lead.start, amount.end):
        comparison = Comparison(comparison.alone, quoted=comparison.alone != "eq", preposition=False)
    return comparison.comparator, lead.start if comparison.quoted else start


def _is_alone(folded: str, start: int, end: int) -> bool:
    """Whether a passage is all of a line, a cell or a bracket."""
    return folded[start - 1 : start] in _BORDERS and folded[end : end + 1] in _BORDERS


def _signed(token: NumberToken, amount: Amount, start: int) -> tuple[Amount, int]:
    """A minus that stands close to the number and far from anything else, or is said: "tăng -2,3%", "âm 2,3%"."""
    sign = token.start - 1
    before = " (\t:" if amount.kind != "money" else "(\t"  # "-500.000 đồng" in running text is an item
    if token.lead_kind == "minus":
        return amount._replace(value=-amount.value, start=token.lead_start), token.lead_start
    if sign < max(token.floor, 1) or token.folded[sign] != "-" or token.folded[sign - 1] not in before:
        return amount, start
    return amount._replace(value=-amount.value, start=sign), min(start, sign)


def _noun(token: NumberToken, amount: Amount, end: int, vocabulary: LexVocabulary) -> str | None:
    if amount.unit is None or amount.kind in MONEYS or not token.folded[end + 1 : end + 2].isalpha():
        return None
    return vocabulary.nouns.after(token.text, token.folded, end)


def _restates(token: NumberToken, amount: Amount, earlier: Quantity, vocabulary: LexVocabulary) -> bool:
    """Whether a bracket says the amount before it again: "11.500.000 đồng (mười một triệu năm trăm nghìn đồng)"."""
    if earlier.kind != "money" or earlier.value != amount.value:
        return False
    bracket = vocabulary.amounts.money.again.match(token.folded, earlier.end, amount.start)
    return bracket is not None and bracket.start() - earlier.end <= 1


def _quantity(read: _Read, end: int, noun: str | None, per: str | None) -> Quantity:
    first, last = read.first, read.last
    kind = cast("Kind", first.kind)  # spans of time became mentions before
    low: Number
    high: Number | None
    step = first.step
    if last is not None:
        low, high = interval(first.value, step, "eq")[0], interval(last.value, last.step, "eq")[1]
    elif step or read.comparator != "eq":
        low, high = interval(first.value, step, read.comparator)
    else:
        low = high = first.value
    decimals = None if kind == "money" else _PRECISION
    if isinstance(low, float):
        low = round(low, decimals)
    if isinstance(high, float):
        high = round(high, decimals)
    unit = DONG if kind == "money" else None if first.unit is None else first.unit.name
    head_end = (last or first).number_end if kind == "count" else end
    value_max = None if last is None else last.value
    return Quantity(
        read.start, end, head_end, kind, first.value, value_max, low, high, unit, noun, read.comparator, read.role, per
    )
