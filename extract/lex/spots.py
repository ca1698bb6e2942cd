"""One place of a text where a number begins, with what the first look at it gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.lex.amounts import TIMES
from extract.lex.reading import digits_at
from extract.lex.spoken import spoken_amount
from extract.text import fold

if TYPE_CHECKING:
    import regex

    from extract.lex.amounts import Amount
    from extract.lex.leads import LeadHit
    from extract.lex.vocabulary import LexVocabulary

_REACH = 64
"""How far back the words that name a number may begin."""


class Spot(NamedTuple):
    """A number and its neighbours; all readers of names, dates and quantities look at one of these."""

    text: str
    folded: str
    start: int
    """Where the number begins."""
    digits: str
    """The number as far as digits, dots and commas go; ``""`` for one in words."""
    after: str
    """The two characters behind ``digits``: most readers need no second look to see that they have nothing to read."""
    floor: int
    """No reader looks back beyond this: the end of what is read already, a line feed or a tab."""
    lead: LeadHit | None
    amount: Amount | None
    counted: bool
    """Whether a known unit or đồng stands behind the number."""

    @property
    def lead_kind(self) -> str:
        """Kind of the lead, ``""`` if there is none."""
        return "" if self.lead is None else self.lead.lead.kind

    @property
    def lead_start(self) -> int:
        """Where the lead begins, or the number if there is none."""
        return self.start if self.lead is None else self.lead.start


def fold_cells(text: str) -> str:
    r"""``fold`` that keeps tabs, the borders of table cells.

    >>> fold_cells("Tổ\t12")
    'tổ\t12'
    """
    return "\t".join(map(fold, text.split("\t"))) if "\t" in text else fold(text)


def spot_at(text: str, folded: str, candidate: regex.Match[str], read_until: int, vocabulary: LexVocabulary) -> Spot:
    """The spot of the number that ``candidate`` found; ``read_until`` is the end of what is read already."""
    start, end = candidate.span()
    digits = candidate[0] if folded[start].isdecimal() else ""
    floor = max(read_until, start - _REACH)
    floor = max(floor, folded.rfind("\n", floor, start) + 1, folded.rfind("\t", floor, start) + 1)
    lead = vocabulary.leads.before(folded, start, floor)
    if digits:
        amount = digits_at(text, folded, start, end, vocabulary.amounts)
    else:
        amount = spoken_amount(text, folded, start, vocabulary.amounts)
    counted = amount is not None and (amount.named or amount.kind == "money") and amount.kind not in TIMES
    return Spot(text, folded, start, digits, folded[end : end + 2], floor, lead, amount, counted)
