"""Several days, months or ages behind one word: "ngày 05 và 20 hàng tháng", "tháng 4-6", "28.6 đến ngày 9.7"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.reading import amount_at
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary


def end_of_list(token: NumberToken, end: int, vocabulary: LexVocabulary) -> int:
    """The end of what goes on with a day, month, quarter or age that ends at ``end``, so long as nothing is counted.

    In "ngày 5 và 20 hộ được vay" 20 households are; capitals behind a number may be short for what it counts.
    """
    folded = token.folded
    lists = vocabulary.times.lists
    if folded[end : end + 2].lstrip(" ")[:1] not in lists.joining:
        return end
    more = lists.more[token.lead_kind]
    while (match := more.match(folded, end)) is not None:
        amount = amount_at(token.text, folded, match.start("number"), vocabulary.amounts)
        if (
            amount is None
            or amount.kind != "number"
            or amount.named
            or token.text[match.end() : match.end() + 2].isupper()
        ):
            break
        end = match.end()
    return end


def dotted_range(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """From a day to another, with dots: "từ 28.6 đến ngày 9.7"."""
    match = vocabulary.times.lists.dotted_range.match(token.folded, token.start)
    return None if match is None else Mention(token.start, match.end(), "date", None, None)
