"""Several days or ages behind one word: "ngày 05 và 20 hàng tháng", "Ngày 07; 14; 21", "ở tuổi 70, 75, 80"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.dates import DAY
from extract.lex.reading import amount_at

if TYPE_CHECKING:
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary

_MORE = {
    kind: re.compile(rf"(?: ?[,;] ?| và )(?:tròn )?(?P<number>{number})(?!\d|[.,/-]\d| ?%)")
    for kind, number in (("day", DAY), ("life", r"\d{2,3}"))
}
_JOINING = frozenset(",;v")


def end_of_list(spot: Spot, end: int, vocabulary: LexVocabulary) -> int:
    """The end of what goes on with a day or an age that ends at ``end``, so long as nothing is counted.

    In "ngày 5 và 20 hộ được vay" 20 households are.
    """
    folded = spot.folded
    if folded[end : end + 2].lstrip(" ")[:1] not in _JOINING:
        return end
    more = _MORE[spot.lead_kind]
    while (match := more.match(folded, end)) is not None:
        amount = amount_at(spot.text, folded, match.start("number"), vocabulary.amounts)
        if amount is None or amount.kind != "number" or amount.named:
            break
        end = match.end()
    return end
