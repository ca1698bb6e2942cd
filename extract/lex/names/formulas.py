"""What fertilisers are made of: "NPK 16-16-8"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.names import says_nothing
from extract.lex.reading import amount_at
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_ALL = 100
_PARTS = re.compile(r"\d{1,2}( ?)[-–]\1\d{1,2}\1[-–]\1(?P<last>\d{1,2})(?![\w-]|[.,]\d)")


def formula(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """Three numbers with dashes between, the last of which counts nothing; shares come to a hundred, "45 - 35 - 20"."""
    parts = _PARTS.match(token.folded, token.start)
    if parts is not None and sum(map(int, re.findall(r"\d+", parts[0]))) == _ALL:
        return None
    last = None if parts is None else amount_at(token.text, token.folded, parts.start("last"), vocabulary.amounts)
    if parts is None or last is None or not says_nothing(last):
        return None
    return Mention(token.start, parts.end(), "other", None, None)
