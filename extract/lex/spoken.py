"""Amounts whose number is in words, where the unit behind makes them safe: ``hai căn nhà``, ``một tỷ đồng``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.lex.amount import TIMES, Amount
from extract.lex.amounts import MONEY_BY_ITSELF, Spelled, bare_or_counted, scaled
from extract.lex.units import WORD, next_word
from extract.lex.words import digits_behind_point, speak

if TYPE_CHECKING:
    from extract.lex.amounts import AmountWords
    from extract.lex.units import UnitHit
    from extract.lex.words import Spoken

_MOST_WORDS = 25
_WORDS_IN_BRACKETS = re.compile(rf" ?\( ?(?P<words>{WORD}(?: {WORD}){{0,24}}+) ?\)")
_DIGITS_IN_BRACKETS = re.compile(r" ?\( ?(?P<digits>\d{1,4}) ?\)")
_SENTENCE_START = frozenset(".!?:;\n\t-–•+*…\"“('")
_LOOK_BACK = 3
_LONGEST_DIGIT = 6
"""Letters of a number word below eleven, the spaces around included."""
_NO_DECIMALS = TIMES | {"count"}


def spoken_amount(text: str, folded: str, start: int, known: AmountWords) -> Amount | None:
    """The amount whose number in words begins at ``start``.

    "một" alone is an article and "năm" a year, "Hai Bà Trưng" and "ông Ba" are names, "ba mẹ" are parents: none is
    read.

    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> known = LexVocabulary.load(load()).amounts
    >>> [spoken_amount(said, said, 0, known) is None for said in ("hai căn", "một phẩy hai ha", "ba mẹ")]
    [False, False, True]
    """
    first = next_word(folded, start)
    if first in known.idioms.openings:
        idiom = known.idioms.at(folded, start, known.units)
        if idiom is not None:
            return None if known.words.no_numbers.match(folded, start) else idiom
    tokens = _number_words(folded, start, known) if first in known.words.spoken else None
    if tokens is None:
        return None
    ends, words = tokens
    said = speak(words, known.words)
    if said is None or in_a_name(text, start, words[0]):
        return None
    point = _behind_point(said, words, known)
    if point:
        spelled = Spelled(start, ends[said.words + len(point)], f"{said.value},{point}")
        return _decimal(text, folded, spelled, known)
    number_end = ends[said.words - 1]
    bracket = _DIGITS_IN_BRACKETS.match(folded, number_end)
    if bracket is not None and int(bracket["digits"]) == said.value:
        number_end = bracket.end()
    tail = known.money.tail(folded, number_end)
    if tail is not None and tail.currency and not tail.decimals:
        value, scale = said.value * tail.scale, said.step * tail.scale
        return Amount(start, tail.end, tail.end, value, 0, scale, "money", None, named=True, spoken=True)
    if said.words == 1 and words[0] not in known.words.alone:
        return None
    if _are_years(words[: said.words], known):
        return None
    return _with_unit(said, (start, number_end), text, folded, known)


def _are_years(words: list[str], known: AmountWords) -> bool:
    """Whether a number ends with years: "mười năm phong trào" looks back on ten, fifteen movements are "mười lăm"."""
    return len(words) > 1 and words[-1] in known.years and words[-2] in {*known.words.ten, *known.words.tens}


def _with_unit(said: Spoken, place: tuple[int, int], text: str, folded: str, known: AmountWords) -> Amount | None:
    """The number at ``place`` with its unit and the half that may stand behind: "hai công rưỡi"."""
    start, end = place
    hit = known.units.at(folded, end)
    if hit is not None:
        if hit.unit.kind in TIMES or (said.value <= _FEW and _are_named(text, folded, start, hit, known)):
            return None
        half = known.money.half.match(folded, hit.end) if said.step == 1 else None
        value, decimals, stop = (said.value, 0, hit.end) if half is None else (said.value + 0.5, 1, half.end())
        return Amount(start, end, stop, value, decimals, said.step, hit.unit.kind, hit.unit, named=True, spoken=True)
    if folded.endswith(known.units.ratio_alone, 0, start):
        return Amount(start, end, end, said.value, 0, said.step, "ratio", known.units.ratio, named=True, spoken=True)
    if said.step >= MONEY_BY_ITSELF and said.words > 1:
        return Amount(start, end, end, said.value, 0, said.step, "money", None, named=False, spoken=True)
    return None


_FEW = 3


def _are_named(text: str, folded: str, start: int, hit: UnitHit, known: AmountWords) -> bool:
    """Whether places are named and not counted: "học sinh hai huyện Tân An, Hòa Bình"; "2 xã" in figures counts."""
    if folded.endswith(known.counting, 0, start):
        return False
    return known.units.alternatives.get(hit.unit.name) is not None and known.names.match(text, hit.end) is not None


class Said(NamedTuple):
    """A number in words, whatever stands around it."""

    value: int
    end: int
    first: str
    """Its first word."""


def said_at(folded: str, start: int, known: AmountWords) -> Said | None:
    """The number that is said at ``start``; the "năm" of a year is no part of it: "tháng mười năm 2023"."""
    tokens = _number_words(folded, start, known)
    if tokens is None:
        return None
    ends, words = tokens
    year = next((at for at, word in enumerate(words) if at and word in known.years), None)
    if year is not None and folded[ends[year] + 1 : ends[year] + 2].isdecimal():
        words = words[:year]
    said = speak(words, known.words)
    return None if said is None else Said(said.value, ends[said.words - 1], words[0])


def _number_words(folded: str, start: int, known: AmountWords) -> tuple[list[int], list[str]] | None:
    if known.words.no_numbers.match(folded, start) or _follows_another(folded, start, known):
        return None
    return _tokens(folded, start, known)


def _follows_another(folded: str, start: int, known: AmountWords) -> bool:
    """Whether the word before belongs to a number too: "hai ba hộ" is "two or three"."""
    before = folded[max(0, start - _LONGEST_DIGIT) : start]
    word = before[:-1].rpartition(" ")[2] if before[-1:] == " " else ""
    return word in known.words.alone or word in known.words.point


def _behind_point(said: Spoken, words: list[str], known: AmountWords) -> str:
    """The digits said behind a decimal point: the "hai" of "một phẩy hai triệu đồng"."""
    if said.words == len(words) or words[said.words] not in known.words.point:
        return ""
    return digits_behind_point(words[said.words + 1 :], known.words)


def _decimal(text: str, folded: str, spelled: Spelled, known: AmountWords) -> Amount | None:
    """A decimal in words: money and measures have them, nothing that is counted."""
    tail = known.money.tail(folded, spelled.end)
    amount = bare_or_counted(spelled, text, folded, known) if tail is None else scaled(spelled, tail, folded, known)
    if amount is None or amount.kind in _NO_DECIMALS or not (amount.named or amount.kind == "money"):
        return None
    return amount._replace(spoken=True)


def _tokens(folded: str, start: int, known: AmountWords) -> tuple[list[int], list[str]] | None:
    """Ends and words of numbers from ``start`` on, up to a comma behind no multiplier: "mười ba tỷ, năm trăm"."""
    ends: list[int] = []
    words: list[str] = []
    spoken, position = known.words.spoken, start
    while (word := next_word(folded, position)) in spoken and len(words) < _MOST_WORDS:
        if word in known.words.multipliers and known.words.no_multipliers.match(folded, position):
            break
        words.append(word)
        end = position + len(word)
        ends.append(end)
        if folded[end : end + 1] == " ":
            position = end + 1
        elif folded[end : end + 1] == "," and word in known.words.multipliers:
            position = end + 2 if folded[end + 1 : end + 2] == " " else end + 1
        else:
            break
    return (ends, words) if words else None


def end_of_bracket(folded: str, number_end: int, written: str, known: AmountWords) -> int:
    """The end of "03 (ba)", where the bracket says the same number in words; else ``number_end``."""
    match = _WORDS_IN_BRACKETS.match(folded, number_end)
    if match is None or not written.isdecimal():
        return number_end
    words = match["words"].split(" ")
    said = speak(words, known.words)
    same = said is not None and said.words == len(words) and str(said.value) == written.lstrip("0")
    return match.end() if same else number_end


def in_a_name(text: str, start: int, first: str) -> bool:
    """Whether capitals make the word part of a name."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" ")
    following = start + len(first) + 1
    inside_sentence = bool(before) and before[-1] not in _SENTENCE_START
    return inside_sentence or (following < len(text) and text[following].isupper())
