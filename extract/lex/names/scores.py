"""Scores of games: "thắng với tỷ số 3-1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.names import says_nothing
from extract.lex.reading import amount_at
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_SCORE = re.compile(r"\d{1,2} ?[-–:] ?(?P<second>\d{1,2})(?![\w%/]|[.,]\d)")
SCORE_SIGNS = frozenset("-–:")


def score(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A score behind a word that tells one; "thắng 2 - 3 trận" counts games."""
    match = _SCORE.match(token.folded, token.start)
    if match is None or not token.folded.endswith(vocabulary.names.scored, token.floor, token.start):
        return None
    second = amount_at(token.text, token.folded, match.start("second"), vocabulary.amounts)
    if second is None or not says_nothing(second):
        return None
    return Mention(token.start, match.end(), "other", None, None)
