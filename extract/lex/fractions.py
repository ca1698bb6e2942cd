"""What a slash behind a number means: a part and its whole ("8/10 thôn"), or a rate ("triệu đồng/người")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.codes import MEASURES
from extract.lex.amount import TIMES
from extract.lex.reading import amount_at, rescaled
from extract.lex.units import WORD

if TYPE_CHECKING:
    from extract.lex.amount import Amount
    from extract.lex.amounts import AmountWords
    from extract.lex.joins import OfAll
    from extract.lex.units import Units
    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Quantity

_SLASH = re.compile(r" ?/ ?(?=\d)")
_MOST = 3
_NOUN = re.compile(rf" {WORD}(?: {WORD}){{0,7}}+ ?/ ?")
"""The noun of a part and the slash before its whole: "8.112 hộ | nghèo/|506.184 hộ"."""


class Fraction(NamedTuple):
    """The two numbers of a fraction, in the same unit."""

    part: Amount
    whole: Amount


def fraction(text: str, folded: str, first: Amount, known: AmountWords, of_all: OfAll) -> Fraction | None:
    """The fraction that ``first`` begins, or ``None``; ``of_all`` are the words that stand for the slash.

    The unit may stand behind either number and holds for both: "170ha/167ha", "6,5/6ha", "8/10 thôn". Two different
    units make a rate, not a fraction: "60 đồng/1 hộ".
    """
    slashed = _SLASH.match(folded, first.end) if "/" in folded[first.end : first.end + 2] else None
    slash = slashed or of_all.pattern.match(folded, first.end)
    if slash is None or known.units.bases.match(folded, first.end) is not None:
        return None
    second = amount_at(text, folded, slash.end(), known)
    if second is None or second.spoken:
        return None
    bare_first = first.kind == "number" and first.end == first.number_end
    bare_second = second.kind == "number" and second.end == second.number_end  # "3 trạm/750 kVA" are two counts
    if bare_first and not bare_second:
        return Fraction(rescaled(first, second), second)
    if bare_second and not bare_first:
        if second.value == 1:
            return None
        return Fraction(first, rescaled(second, first._replace(scale=1)))
    same = first.kind == second.kind and (first.unit is None) == (second.unit is None)
    if same and (first.unit is None or second.unit is None or first.unit.name == second.unit.name):
        return Fraction(first, second)
    return None


_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_NO_GRADE = 20
"""No grade, class or round has so high a number."""


def counts_a_part(
    text: str, folded: str, first: Amount, words: LexVocabulary, *, weak: bool, document: bool = False
) -> bool:
    """Whether ``first`` begins a fraction behind a word that numbers: "lớp 98/98", "vòng 12/10 ca", not "lớp 6/2".

    The unit stands behind, or both numbers are too high for a name; capitals behind them are those of a street. Behind
    a word that is not ``weak`` only a measure counts: "đường ngõ xóm 25/28 km". A ``document`` has its year behind the
    slash: "Nghị định 122/2018 ngày 17/9/2018".
    """
    found = fraction(text, folded, first, words.amounts, words.of_all)
    if found is None or not weak:
        return found is not None and found.whole.kind in MEASURES
    end = found.whole.end
    dated = document and _FIRST_YEAR <= found.whole.value <= _LAST_YEAR
    if dated and (not found.whole.named or found.whole.kind in TIMES):
        return False
    high = min(found.part.value, found.whole.value) >= _NO_GRADE
    return found.whole.named or (high and not text[end + 1 : end + 2].isupper())


def is_whole(folded: str, start: int, second: Amount, earlier: Quantity) -> bool:
    """Whether the number at ``start`` is the whole of ``earlier``, a number of the same unit whose noun stands between.

    "320 hộ nghèo/5.120 hộ" is a fraction, "4 lớp tập huấn/120 người" two counts.
    """
    if second.unit is None or "/" not in folded[start - 2 : start]:
        return False
    if earlier.unit != second.unit.name or earlier.role != "value" or earlier.value_max is not None:
        return False
    noun = _NOUN.match(folded, earlier.end, start)
    return noun is not None and noun.end() == start


def rate(text: str, folded: str, position: int, units: Units) -> tuple[str | None, int]:
    """What a slash behind ``position`` says a number is for, in normal spelling, and where it ends.

    "/suất", "/1 hộ", "/người/năm", "trên 10.000 dân"; ``(None, position)`` if there is no rate.

    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> units = LexVocabulary.load(load()).amounts.units
    >>> rate("300.000đ/xuất", "300.000đ/xuất", 8, units), rate("78 triệu, ", "78 triệu, ", 8, units)
    (('suất', 13), (None, 8))
    """
    base = units.bases.match(folded, position)
    if base is not None:
        return base["base"], base.end()
    if "/" not in folded[position : position + 3]:
        return None, position
    names: list[str] = []
    end = position
    while len(names) < _MOST and "/" in folded[end : end + 3]:
        slash = units.rate.match(folded, end)
        if slash is None or units.wholes.match(folded, slash.end()) is not None:
            break
        hit = units.at(folded, slash.end())
        if hit is not None and hit.start == slash.end():
            name, stop = hit.unit.name, hit.end
        elif slash["word"] != "%" and text[slash.end()].islower():
            name, stop = slash["word"], slash.end() + len(slash["word"])
        else:
            break
        many = slash["many"]
        names.append(name if many is None or int(many) == 1 else f"{int(many)} {name}")
        end = stop
    return ("/".join(names) or None), end


def rate_in_words(folded: str, position: int, units: Units) -> tuple[str | None, int]:
    """The same said in words behind money: "một suất", "trên 1 ha", "mỗi hộ", "một người một năm", "1 người 1 năm"."""
    names: list[str] = []
    end = position
    while len(names) < _MOST and folded.startswith(units.rate_starts, end):
        start = next(end + len(word) for word in units.rate_starts if folded.startswith(word, end))
        hit = units.at(folded, start)
        if hit is None or hit.start != start or (folded[start - 2] == "1" and hit.unit.name not in units.rate_ones):
            break
        names.append(hit.unit.name)
        end = hit.end
    return ("/".join(names) or None), end
