"""Years of lives and reigns long ago: "vua Tự Đức (1848-1883)", "nhà Lý (1010 - 1225)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_YEARS = re.compile(r"(?P<first>[1-9]\d{2,3}) ?[-–] ?(?P<last>1\d{3}|20\d\d)(?= ?\))")
_LONGEST = 500
"""No house reigned more years: "(120 - 1500)" are none."""
_FIRST_OF_OURS, _LAST_YEAR = 1900, 2050
"""Two years of our time are a period that figures are of: "3 năm liền (2020 - 2022)"."""


def reign(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """Two years that are all of a bracket; "(1200-1500) triệu đồng" is measured."""
    years = _YEARS.match(token.folded, token.start)
    if years is None:
        return None
    first, last = int(years["first"]), int(years["last"])
    if first >= _FIRST_OF_OURS or not first < last <= min(_LAST_YEAR, first + _LONGEST):
        return None
    if _is_measured(token.folded, token.folded.index(")", years.end()) + 1, vocabulary):
        return None
    return Mention(token.start, years.end(), "period", None, None)


def _is_measured(folded: str, end: int, vocabulary: LexVocabulary) -> bool:
    """Whether money or a measure stands behind a bracket; "(1848-1883) làng" may begin what was done in those years."""
    words = vocabulary.amounts
    hit = words.units.at(folded, end)
    return words.money.tail(folded, end) is not None or (hit is not None and hit.unit.kind != "count")
