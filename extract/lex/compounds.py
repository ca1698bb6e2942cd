"""Amounts said in steps: ``1 tỷ 200 triệu đồng``, ``4 tỷ 97,5 triệu``, ``3 tỷ 250``, ``49 ngàn 890 hộ``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.numbers import DIGITS

if TYPE_CHECKING:
    from extract.lex.amount import Amount
    from extract.lex.amounts import AmountWords

_GAP = re.compile(r" {1,2}(?=\d)")
_DIGITS = re.compile(DIGITS)
_ENDS = re.compile(r"(?!\w)(?! ?[%/]| ?- ?\d)")
_STEP = re.compile(r"(?P<whole>\d{1,3})(?:,(?P<rest>\d{1,3}))?")
"""What may follow: "7 tỷ 848 triệu", and with its own word behind "74 tỷ 977,5 triệu"."""
_MILLION = 1_000_000
"""Below it a number that follows without a word of its own is another: "500k 20"."""


def compound(text: str, folded: str, first: Amount, known: AmountWords) -> Amount:
    """``first`` with the smaller amounts that directly follow it; ``first`` itself if none does.

    Each step must be smaller than the one before, and nothing may be named in between: "1 tỷ đồng 200 phần" stays two.

    >>> from extract.lex.reading import amount_at
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> known = LexVocabulary.load(load()).amounts
    >>> [amount_at(text, text, 0, known).value for text in ("1 tỷ 200 triệu đồng", "3 tỷ 250", "2 triệu rưỡi")]
    [1200000000, 3250000000, 2500000]
    """
    amount = first
    while amount.scale > 1 and not amount.named:
        following = _half(folded, amount, known) or _next_step(text, folded, amount, known)
        if following is None:
            break
        amount = following
    return amount


def _half(folded: str, amount: Amount, known: AmountWords) -> Amount | None:
    half = known.money.half.match(folded, amount.end)
    if half is None:
        return None
    more = amount._replace(value=amount.value + amount.scale // 2, scale=amount.scale // 10, end=half.end())
    return _closed(more, folded, known)


def _next_step(text: str, folded: str, amount: Amount, known: AmountWords) -> Amount | None:
    gap = _GAP.match(folded, amount.end)
    digits = None if gap is None else _DIGITS.match(folded, gap.end())
    step = None if digits is None else _STEP.fullmatch(digits[0])
    if digits is None or step is None:
        return None
    whole, rest = step["whole"], step["rest"] or ""
    end = digits.end()
    tail = known.money.tail(folded, end)
    if tail is not None and 1 < tail.scale < amount.scale and not tail.decimals:
        return amount._replace(
            value=amount.value + int(whole + rest) * tail.scale // 10 ** len(rest),
            decimals=len(rest),
            scale=tail.scale,
            number_end=tail.end,
            end=tail.end,
            named=tail.currency,
        )
    if rest:
        return None
    if tail is None and (
        known.units.at(folded, end) or known.units.guess(text, folded, end) or not _ENDS.match(folded, end)
    ):
        return None
    if tail is not None and not (tail.scale == 1 and tail.currency):
        return None
    if tail is None and amount.scale < _MILLION:
        return None
    worth = amount.scale // 10 ** len(whole)  # "3 tỷ 250" and "3 tỷ 25" leave "triệu" unsaid
    return _closed(amount._replace(value=amount.value + int(whole) * worth, scale=worth, end=end), folded, known)


def _closed(amount: Amount, folded: str, known: AmountWords) -> Amount:
    """``amount`` with the "đồng" behind it, if one stands there; no further step follows, so it is as good as named."""
    tail = known.money.tail(folded, amount.end)
    end = tail.end if tail is not None and tail.scale == 1 and tail.currency else amount.end
    return amount._replace(decimals=0, number_end=end, end=end, named=True)


_HUNDREDS = re.compile(r" (\d{3})(?![\d.,]\d)")
_THOUSANDS = re.compile(r" ([1-9])(?= )")
_THOUSAND, _TEN_THOUSAND = 1_000, 10_000


def counted_in_steps(folded: str, first: Amount, known: AmountWords) -> Amount | None:
    """What is counted by thousands and the rest of them: "49 ngàn 890 hộ", "1 vạn 2 nghìn hội viên".

    >>> from extract.lex.reading import amount_at
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> known = LexVocabulary.load(load()).amounts
    >>> [amount_at(text, text, 0, known).value for text in ("49 ngàn 890 hộ", "1 vạn 2 nghìn hội viên", "5 ngàn 890")]
    [49890, 12000, 5000]
    """
    steps = {_THOUSAND: _HUNDREDS, _TEN_THOUSAND: _THOUSANDS}.get(first.scale)
    rest = None if steps is None or first.named or first.decimals else steps.match(folded, first.end)
    if rest is None:
        return None
    end, step = rest.end(), 1
    if first.scale == _TEN_THOUSAND:
        tail = known.money.tail(folded, end)
        if tail is None or tail.scale != _THOUSAND or tail.currency:
            return None
        end, step = tail.end, tail.scale
    hit = known.units.at(folded, end)
    if hit is None or hit.unit.kind != "count":
        return None
    value = first.value + int(rest[1]) * step
    return first._replace(
        number_end=end, end=hit.end, value=value, scale=step, kind=hit.unit.kind, unit=hit.unit, named=True
    )
