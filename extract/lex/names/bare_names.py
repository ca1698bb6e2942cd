"""Names that end in a number: "tàu SAR 411", "Cienco 5", "trạm Bến Thủy 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from extract.model import Mention
from extract.text import fold, without_marks

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

LONGEST_NUMBER = 5
"""Digits of such a number."""
_LONGEST_OF_A_PLACE = 2
"""... behind words of Vietnamese: "hội viên của xã Tân Bình 350" are counted."""
_FAR = 200
"""So much of the sentence before and behind is looked at."""
_NAME = regex.compile(r"(?r)(?<![\p{L}\d])(?P<before>\p{Lu}\p{Ll}+ )?(?P<last>\p{Lu}\p{L}*) ")
_TWO_VOWELS = re.compile(r"[^aeiouy]*+[aeiouy]++[^aeiouy]++[aeiouy]")
"""Of a word without its marks: no Vietnamese syllable has two vowels apart, "cienco", "lakeside"."""
_NUMBERED = regex.compile(r"(?P<word>\p{Lu}\p{L}*) \d{1,4}(?![\w%/]|[.,]\d)")
_ENDS_SENTENCE = re.compile(r"[\n\t]|[.?!] ")
_IS_OF_MORE = re.compile(r"[^\W\d] \Z")
"""Before a name the word for what it names, no comma, bracket or colon of a list."""
_COUNTS = re.compile(r"\d(?= )")
_GOES_ON = re.compile(
    r" (?P<word>[^\W\d_]+)(?!\w)| ?(?P<sign>[).\"”](?!\w)|,(?= [^\W\d])|\()|, (?P<next>\d{1,4})(?![\w%/]|[.,]\d)"
)
_GOES_FURTHER = frozenset(",(")
_OPENS = frozenset('("“‘-–')
QUOTES = frozenset("\"“”'’‘")
"""What may stand around a name."""
_NO_NAME = frozenset("/%:+")


def bare_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The name that a number without a unit ends, where the word before it is in capitals.

    Behind a word for a thing that bears such names all are: "tàu HQ 636". Without one it is a word that no Vietnamese
    is ("Cienco 5") or two ("Bến Thủy 1"), and no others beside it have numbers, as in "An Hòa 12, Bình Minh 20".
    """
    text, start, amount = token.text, token.start, token.amount
    before = max(token.floor, text.rfind(" ", token.floor, start - 1) + 1)
    if not text[before + (text[before] in _OPENS)].isupper() or not token.digits.isdecimal():
        return None
    if amount is None or amount.kind != "number" or amount.unit is not None or token.after[:1] in _NO_NAME:
        return None
    thing = vocabulary.names.things.match(token.folded, token.floor, start)
    if thing is not None and all(word[0].isupper() for word in text[thing.start("name") : start].split()):
        return Mention(thing.start(), token.end, "name", None, None)
    name = _NAME.match(text, token.floor, start)
    if name is None:
        return None
    of_a_place = name["before"] and name["last"][1:].islower() and len(token.digits) <= _LONGEST_OF_A_PLACE
    if not (_is_foreign(name["last"]) or of_a_place):
        return None
    return Mention(name.start(), token.end, "name", None, None) if _is_told(token, name, vocabulary) else None


def _is_foreign(word: str) -> bool:
    """Whether a word in capitals and small letters is no syllable of Vietnamese."""
    return not word.isupper() and _TWO_VOWELS.match(without_marks(fold(word))) is not None


def _is_told(token: NumberToken, name: regex.Match[str], vocabulary: LexVocabulary) -> bool:
    """Whether the sentence tells of what is named, and of no others that have numbers of their own."""
    text, folded, end = token.text, token.folded, token.end
    foreign = _is_foreign(name["last"])
    behind = _GOES_ON.match(text, end)
    if behind is None or (behind["next"] and not foreign and int(behind["next"]) != int(token.digits) + 1):
        return False
    if behind["word"] and (not (foreign or behind["word"].islower()) or behind["word"] in vocabulary.names.changes):
        return False
    begin = max(name.start() - _FAR, 0)
    for border in _ENDS_SENTENCE.finditer(text, begin, name.start()):
        begin = border.end()
    if not behind["word"] and not _may_close(text, name, begin, behind["sign"], foreign=foreign):
        return False
    stop = _ENDS_SENTENCE.search(text, end, end + _FAR)
    sentence = text[begin : end + _FAR if stop is None else stop.start()]
    if any(_has_its_own(other["word"], name["last"], vocabulary) for other in _NUMBERED.finditer(sentence)):
        return False
    units = vocabulary.amounts.units
    counts = _COUNTS.finditer(folded, begin, name.start())
    return foreign or all(units.counted_at(folded, number.end()) is None for number in counts)


def _may_close(text: str, name: regex.Match[str], begin: int, sign: str | None, *, foreign: bool) -> bool:
    """Whether a name may end a clause: "Camera 12, loa 5" and "(Yên Bái 9; Hòa Bình 12)" are rows of a list."""
    if foreign:
        return begin < name.start() or sign == "("
    return sign not in _GOES_FURTHER and _IS_OF_MORE.search(text, begin, name.start()) is not None


def _has_its_own(word: str, name: str, vocabulary: LexVocabulary) -> bool:
    """Whether a ``word`` with a number is neither the same name nor one that numbers: "Quận 2"."""
    return word != name and fold(word) not in vocabulary.leads.phrases


def quoted_number(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A number alone in quotation marks: Giang "36"."""
    text, start, end = token.text, token.start, token.end
    before, behind = text[max(0, start - 2) : start].rstrip(" ")[-1:], text[end : end + 2].lstrip(" ")[:1]
    if before not in QUOTES or behind not in QUOTES or token.lead is not None or token.counted:
        return None
    if vocabulary.amounts.units.at(token.folded, text.find(behind, end) + 1) is not None:  # 'ủng hộ "36" suất quà'
        return None
    return Mention(start, end, "name", None, None)
