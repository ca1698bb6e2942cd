"""The commonest numbers of all, told at a glance: "bắt 2 người ở", "mới 12 tuổi", nothing before or behind going on.

The readers of names, dates and quantities would say the same of each, in three times as long: none of them would find
what it looks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.amount import TIMES
from extract.lex.mentions import fixed_name
from extract.lex.money import LOOK
from extract.lex.times.date_signs import CLOCK_LETTERS
from extract.lex.times.durations import time_kind
from extract.lex.units import next_word
from extract.model import Mention, Quantity

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.units import UnitHit
    from extract.lex.vocabulary import LexVocabulary

_MOST_DIGITS = 2
"""What has more may be a year, a document or a telephone number."""
_PAUSES = frozenset(",;")
_LEAST_BEFORE = 4


def isolated(token: NumberToken, vocabulary: LexVocabulary) -> Quantity | Mention | None:
    """What the number at ``token``, behind no lead, counts, or how long it says; ``None``: that takes a closer look.

    >>> from extract.lex.number_tokens import NumberToken
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> vocabulary = LexVocabulary.load(load())
    >>> for text, place in (("đã xây 12 căn nhà", (7, 9)), ("con 12 tuổi", (4, 6)), ("đã xây 12 căn/ấp", (7, 9))):
    ...     found = isolated(NumberToken(text, text, place, 0, vocabulary), vocabulary)
    ...     print(found and (found.kind, text[found.start : found.end]))
    ('count', '12 căn')
    ('age', '12 tuổi')
    None
    """
    text, folded, start, end, after = token.text, token.folded, token.start, token.end, token.after
    if end - start > _MOST_DIGITS or after[:1] != " " or not after[1:].isalpha() or start < _LEAST_BEFORE:
        return None
    if folded[start - 1] != " " or not _is_quiet(text, folded, start):
        return None
    word = next_word(folded, end + 1)
    if (
        word[:LOOK] in vocabulary.amounts.money.openings
        or word in CLOCK_LETTERS
        or word.startswith(vocabulary.times.signs.words)
    ):
        return None
    if fixed_name(token, vocabulary) is not None:
        return None
    units = vocabulary.amounts.units
    hit = units.begun(folded, end + 1, word) if word in units.firsts else None
    if hit is None:
        hit = units.guessed(text, folded, end + 1, word)
    if hit is None or (text[end + 1].isupper() and text[hit.end + 1 : hit.end + 2].isupper()):
        return None  # "tại 14 Thanh Sơn, phường Thanh Bình"
    return _told(token, hit, vocabulary)


def _is_quiet(text: str, folded: str, start: int) -> bool:
    """Whether a word in small letters, a pause or a bracket inside a sentence stands before the space at ``start``."""
    before = folded[start - 2]
    if before.isalpha():
        return not text[folded.rfind(" ", 0, start - 1) + 1].isupper()
    return before in _PAUSES or (before == "(" and folded[start - 3] == " " and folded[start - 4].isalpha())


def _told(token: NumberToken, hit: UnitHit, vocabulary: LexVocabulary) -> Quantity | Mention | None:
    """The number with the unit behind it, unless what follows may belong to it too."""
    folded, start, end = token.folded, token.start, token.end
    unit, _, stop = hit
    behind = folded[stop : stop + 3]
    if "/" in behind or behind[1:2].isdecimal() or behind[:2] in vocabulary.amounts.money.half_openings:
        return None
    if unit.kind in TIMES:
        if behind[:1].isdecimal():
            return None
        return Mention(start, stop, time_kind(unit.kind), None, None)
    joins = vocabulary.joins
    if (
        unit.kind != "count"
        or behind[:1] in joins.signs
        or (behind[:2] in joins.starts and joins.pattern.match(folded, stop))
        or folded.startswith(vocabulary.behind_starts, stop)
        or vocabulary.names.announced.match(folded, stop) is not None
    ):
        return None
    noun = vocabulary.nouns.after(token.text, folded, stop) if behind[1:2].isalpha() else None
    if vocabulary.amounts.units.bases.match(folded, stop if noun is None else stop + 1 + len(noun)) is not None:
        return None  # "27 giường bệnh/vạn dân"
    value = int(token.digits)
    return Quantity(start, stop, end, "count", value, None, value, value, unit.name, noun, "eq", "value", None)
