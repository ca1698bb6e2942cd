"""Places on the globe with their signs: "18,9°N", "22°09’16” vĩ bắc"; in words they are grades of ``dates.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

SIGNS = frozenset("°º˚o-–")
"""What stands behind such a number, a space aside."""
_LONGEST = 32


def coordinate(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A latitude, a longitude or a range of them; "15°C" is a temperature, "30°" may be a slope."""
    match = vocabulary.names.coordinates.match(token.folded, token.start, token.start + _LONGEST)
    return None if match is None else Mention(token.start, match.end(), "other", None, None)
