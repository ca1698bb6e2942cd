"""Places on the globe with their signs: "18,9°N", "22°09’16” vĩ bắc"; in words they are grades of ``dates.yaml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_NUMBER = r"\d{1,3}(?:[.,]\d{1,6})?"
_MINUTES = rf" ?{_NUMBER} ?['′](?: ?{_NUMBER} ?(?:[\"″]|''))?"
_SIDE = r"(?:[nsewbđ](?!\w)|vĩ(?!\w)|kinh(?!\w))"
_PLACE = re.compile(
    rf"{_NUMBER} ?(?:[°º˚] ?(?:{_MINUTES}|{_SIDE}|[-–] ?{_NUMBER} ?[°º˚] ?{_SIDE})"
    rf"|[-–] ?{_NUMBER} ?[°º˚] ?{_SIDE}|o{_MINUTES})"
)
SIGNS = frozenset("°º˚o-–")
"""What stands behind such a number, a space aside."""
_LONGEST = 32


def coordinate(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """A latitude, a longitude or a range of them; "15°C" is a temperature, "30°" may be a slope."""
    match = _PLACE.match(token.folded, token.start, token.start + _LONGEST)
    return None if match is None else Mention(token.start, match.end(), "other", None, None)
