"""Places along a road: "km 64+150", "K8+269", "Km 817+300 - Km 819+850"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_METRES = re.compile(r"(?:\d{1,4}|\d\.\d{3}) ?\+ ?\d{2,3}(?:[.,]\d{1,2})?(?![\w%]|[.,]\d)")
_KILOMETRES = re.compile(r"(?<!\w)km? ?\Z")


def chainage(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """Kilometres and two or three digits of metres; "10 + 150 hộ" has no word for kilometres before it."""
    match = _METRES.match(token.folded, token.start)
    before = _KILOMETRES.search(token.folded, max(0, token.start - len(" km ")), token.start)
    return None if match is None or before is None else Mention(before.start(), match.end(), "name", None, None)
