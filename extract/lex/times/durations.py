"""Ages and durations, several with one unit included: "dưới 5 tuổi", "3 năm liền", "80, 85, 90 tuổi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.amount import TIMES
from extract.model import Mention

if TYPE_CHECKING:
    from extract.codes import MentionKind
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_SIGNS = frozenset((", ", ",", " ,"))


def span_of_time(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """Ages and durations, several with one unit included: "dưới 5 tuổi", "3 năm liền", "80, 85, 90 tuổi"."""
    folded, end, after = token.folded, token.end, token.after
    known = vocabulary.times.durations
    if after in _SIGNS or "-" in after or folded[end : end + 3] in known.starts:
        series = known.series.match(folded, token.start)
        hit = None if series is None else vocabulary.amounts.units.at(folded, series.end())
        if hit is not None and hit.unit.kind in TIMES:
            return _span(token, hit.end, hit.unit.kind)
    amount = token.amount
    return None if amount is None or amount.kind not in TIMES else _span(token, amount.end, amount.kind)


def _span(token: NumberToken, end: int, kind: str) -> Mention:
    """A span of time that ends at ``end``, with the comparator before it."""
    comparison = None if token.lead is None else token.lead.lead.comparison
    start = token.start if comparison is None or not comparison.quoted else token.lead_start
    return Mention(start, end, time_kind(kind), None, None)


def time_kind(kind: str) -> MentionKind:
    """The kind of mention that a span of time, an age or a grade makes."""
    return _TIME_KINDS[kind]


_TIME_KINDS: dict[str, MentionKind] = {"age": "age", "duration": "duration", "grade": "ordinal"}
