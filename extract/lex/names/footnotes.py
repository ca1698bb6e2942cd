"""Numbers in brackets that point to a note below: 'phát triển bền vững" (1)'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

LONGEST_NUMBER = len("99")
_LEAST_SENTENCE = 40
"""So many characters of its sentence stand before a note; "Hà Tĩnh (2)" counts."""
_NEAR = 20_000
_FARTHEST = 400
_ENDS_SENTENCE = re.compile(r"\n|[.!?] ")
_QUOTE_BEFORE = re.compile(r"\"[^\"\n]{40,} ?\" ?\(\Z")
_IN_BRACKETS = re.compile(r"\(\d+\)")


def footnote(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """The number of a note: of the first behind long words in quotation marks, or of one in a row of notes.

    A note stands alone in its sentence, and that before or behind it in another: "Tân An (1), Tân Lập (2)" count.
    """
    folded, start = token.folded, token.start
    if folded[token.end + 1 : token.end + 2] in _LINE_BORDERS:
        return None  # rows: "hộ nghèo của xã Tân Lập (12)"
    if not token.digits.isdecimal() or token.digits.startswith("0") or folded[start - 2 : start - 1] in _LINE_BORDERS:
        return None
    line = max(folded.rfind("\n", 0, start) + 1, start - _FARTHEST)
    sentence = max((end.end() for end in _ENDS_SENTENCE.finditer(folded, line, start)), default=line)
    if start - sentence < _LEAST_SENTENCE or _IN_BRACKETS.search(folded, sentence, start) is not None:
        return None
    number = int(token.digits)
    quoted = _QUOTE_BEFORE.search(folded, line, start) is not None
    if not (quoted and number == 1) and not _in_a_row(folded, sentence, token.end, number):
        return None
    return Mention(start, token.end, "other", None, None)


_LINE_BORDERS = frozenset({"", "\n", "\t"})


def _in_a_row(folded: str, sentence: int, end: int, number: int) -> bool:
    """Whether the note before stands in a sentence before, or behind the first the second in one behind."""
    if number > 1:
        return folded.rfind(f" ({number - 1})", max(0, sentence - _NEAR), sentence) >= 0
    behind = _ENDS_SENTENCE.search(folded, end, end + _NEAR)
    return behind is not None and folded.find(" (2)", behind.end(), end + _NEAR) >= 0
