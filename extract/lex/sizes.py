"""Two numbers that name a size: gravel "đá 1x2", a cable "2x16", a photo "10x15"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.names import says_nothing
from extract.lex.reading import amount_at
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_SIZE = re.compile(r"\d{1,3}[x×](?P<second>\d{1,3})(?![\wx×]|[.,]\d|-\d{4}|-\d{3}\.\d\d)")
TIMES_SIGNS = frozenset("x×")


def size_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A size without a unit; "20x40m" are two lengths, "30x500.000 đồng" a product, "29x9-4455" a plate."""
    size = _SIZE.match(token.folded, token.start)
    if size is None:
        return None
    second = amount_at(token.text, token.folded, size.start("second"), vocabulary.amounts)
    if second is None or not says_nothing(second):
        return None
    return Mention(token.start, size.end(), "other", None, None)
