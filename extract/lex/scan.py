"""One pass over a text: every number becomes a quantity or a named mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.leads import CALENDAR, NAMES
from extract.lex.mentions import mention, roman
from extract.lex.quantities import Found, quantities
from extract.lex.spots import fold_cells, spot_at
from extract.model import Lexed, Mention, Quantity

if TYPE_CHECKING:
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary


def lex(text: str, vocabulary: LexVocabulary) -> Lexed:
    """All numbers of a cleaned text, quantities and mentions, sorted and without overlaps.

    Line feeds separate blocks and tabs separate table cells: nothing is read across them.

    >>> from extract.rulefiles import load
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> text = "Năm 2022, Phường 2 có 45 tổ vững mạnh; tặng 23 phần học bổng gần 11,5 triệu đồng"
    >>> found = lex(text, LexVocabulary.load(load()))
    >>> [(text[q.start : q.end], q.value, q.unit, q.noun) for q in found.quantities]  # doctest: +NORMALIZE_WHITESPACE
    [('45 tổ', 45, 'tổ', 'vững mạnh'), ('23 phần', 23, 'phần', 'học bổng'),
     ('gần 11,5 triệu đồng', 11500000, 'đồng', None)]
    >>> [(text[m.start : m.end], m.kind) for m in found.mentions]
    [('Năm 2022', 'period'), ('Phường 2', 'name')]
    """
    folded = fold_cells(text)
    found: list[Quantity] = []
    mentions: list[Mention] = []
    position = 0
    search = vocabulary.candidate.search
    while (match := search(folded, position)) is not None:
        spot = spot_at(text, folded, match, position, vocabulary)
        if spot.digits:
            here = _digits(spot, vocabulary, found[-1] if found else None)
        elif folded[spot.start] in "ivx" and spot.amount is None:
            named = roman(spot, match.end())
            here = Found((), named, match.end() if named is None else named.end)
        else:
            here = _words(spot, vocabulary, found[-1] if found else None)
        found += here.quantities
        if here.mention is not None:
            mentions.append(here.mention)
        position = here.resume
    return Lexed(tuple(found), tuple(mentions))


def _digits(spot: Spot, vocabulary: LexVocabulary, earlier: Quantity | None) -> Found:
    named = mention(spot, vocabulary)
    if named is not None or spot.amount is None:
        return Found((), named, spot.start + 1 if named is None else max(named.end, spot.start + 1))
    return quantities(spot, spot.amount, vocabulary, earlier)


def _words(spot: Spot, vocabulary: LexVocabulary, earlier: Quantity | None) -> Found:
    """A number in words counts only where nothing before it makes it a name: "thứ ba", "vài ba", "khu hai"."""
    lead = spot.lead
    named = lead is not None and (
        lead.lead.kind == "vague"
        or lead.lead.kind in CALENDAR
        or (
            lead.lead.kind in NAMES
            and not lead.lead.weak
            and not lead.each
            and spot.amount is not None
            and spot.amount.kind != "money"
        )
    )
    if spot.amount is None or named:
        gap = spot.folded.find(" ", spot.start)
        return Found((), None, len(spot.folded) if gap < 0 else gap)
    return quantities(spot, spot.amount, vocabulary, earlier)
