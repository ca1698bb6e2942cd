"""A number where it begins in a text, with what the first look at it and its neighbours gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extract.lex.amount import TIMES
from extract.lex.reading import digits_at
from extract.lex.spoken import spoken_amount
from extract.text import fold, fold_page

if TYPE_CHECKING:
    from extract.lex.amount import Amount
    from extract.lex.vocabulary import LexVocabulary

_REACH = 64
"""How far back the words that name a number may begin."""


class NumberToken:
    """A number and its neighbours; all readers of names, dates and quantities look at one of these."""

    __slots__ = ("_amount", "_known", "after", "digits", "end", "floor", "folded", "lead", "lead_kind", "start", "text")

    def __init__(self, text: str, folded: str, place: tuple[int, int], read_until: int, known: LexVocabulary) -> None:
        """The number or number words at ``place``; ``read_until`` is the end of what is read already."""
        start, end = place
        self.text = text
        self.folded = folded
        self.start = start
        self.end = end
        self.digits = folded[start:end] if folded[start] <= "9" else ""
        """The number as far as digits, dots and commas go; ``""`` for one in words."""
        self.after = folded[end : end + 2]
        """The two characters behind: most readers need no second look to see that they have nothing to read."""
        floor = start - _REACH
        if floor < read_until:  # noqa: PLR1730 - half as long
            floor = read_until
        before = folded[floor:start]
        if "\n" in before or "\t" in before:
            floor = max(folded.rfind("\n", floor, start), folded.rfind("\t", floor, start)) + 1
        self.floor = floor
        """No reader looks back beyond this: the end of what is read already, a line feed or a tab."""
        self.lead = lead = known.leads.before(folded, start, floor)
        self.lead_kind = "" if lead is None else lead.lead.kind
        """Kind of the lead, ``""`` if there is none."""
        self._known = known.amounts
        self._amount: Amount | Literal[False] | None = False

    @property
    def amount(self) -> Amount | None:
        """The amount that begins here, read when it is first asked for: dates and names mostly need none."""
        amount = self._amount
        if amount is False:
            if self.digits:
                amount = digits_at(self.text, self.folded, self.start, self.end, self._known)
            else:
                amount = spoken_amount(self.text, self.folded, self.start, self._known)
            self._amount = amount
        return amount

    @property
    def counted(self) -> bool:
        """Whether a known unit or đồng stands behind the number."""
        amount = self.amount
        return amount is not None and (amount.named or amount.kind == "money") and amount.kind not in TIMES

    @property
    def lead_start(self) -> int:
        """Where the lead begins, or the number if there is none."""
        return self.start if self.lead is None else self.lead.start


def fold_cells(text: str) -> str:
    r"""``fold`` that keeps tabs, the borders of table cells.

    >>> fold_cells("Tổ\t12")
    'tổ\t12'
    """
    if "\t" not in text:
        return fold_page(text)
    return fold(text.replace("\t", _CELL_BORDER)).replace(_CELL_BORDER, "\t")


_CELL_BORDER = "\x1f"
"""A character that ``fold`` leaves alone and no cleaned text has."""
