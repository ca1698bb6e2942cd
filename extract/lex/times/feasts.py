"""Days that all know, written with a dot as no others are read: "Ngày Quốc tế phụ nữ 8.3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_ENDS_NAME = re.compile(r"[”\"’»]")


def dotted_feast(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A day that all know, with a dot: "Ngày Quốc tế phụ nữ 8.3", "dịp lễ 30.4 và 1.5", “Ngôi nhà 19.8”."""
    day, _, month = token.digits.partition(".")
    if not (day.isdecimal() and month.isdecimal()) or token.counted or token.lead_kind == "day":
        return None  # "Ngày 20.10, xã họp" is told as any other day
    known = vocabulary.anniversaries
    if (int(day), int(month)) not in known.days:
        return None
    told = _ENDS_NAME.match(token.folded, token.end) is not None or known.tells(token.folded, token.start)
    return Mention(token.start, token.end, "date", None, None) if told else None
