"""One pass over a text: every number becomes a quantity or a named mention."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from extract.collector import paused
from extract.lex.candidates import Crowding
from extract.lex.composition import composed
from extract.lex.doubled import as_counted
from extract.lex.isolated import isolated
from extract.lex.mentions import mention
from extract.lex.names.quoted_names import without_names
from extract.lex.number_tokens import NumberToken, fold_cells
from extract.lex.quantities import quantities
from extract.lex.worded_mentions import is_name, worded_mention
from extract.model import Lexed, Mention, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    with paused():
        apart = composed(text)
        return _read(text, vocabulary) if apart is None else apart.spread(_read(apart.text, vocabulary))


def _read(text: str, vocabulary: LexVocabulary) -> Lexed:
    folded = fold_cells(text)
    found: list[Quantity] = []
    mentions: list[Mention] = []
    places, crowding = vocabulary.candidates.within(text, folded), Crowding()
    left = crowding.look
    read_until = 0
    place = next(places)
    while place is not None:
        token = NumberToken(text, folded, place, read_until, vocabulary)
        if token.lead is None and token.digits and (known := isolated(token, vocabulary)) is not None:
            if isinstance(known, Quantity):
                found.append(known)
            else:
                mentions.append(known)
            position = read_until = known.end
        elif (named := mention(token, vocabulary) if token.digits else worded_mention(token, vocabulary)) is not None:
            mentions.append(named)
            position = read_until = named.end if named.end > place[0] else place[0] + 1
        elif (amount := token.amount) is not None and (token.digits or not is_name(token)):
            here = quantities(token, amount, vocabulary, found[-1] if found else None)
            found += here.quantities
            if here.mention is not None:
                mentions.append(here.mention)
            position = read_until = here.resume
        else:
            position = place[0] + 1
        left -= 1
        if not left:
            leap = crowding.leap(folded, position)
            left = crowding.look
            if leap > position:
                mentions += _cells(folded, position, leap)
                position = read_until = leap
        place = places.send(position)
    return _settled(found, mentions, text, folded, vocabulary)


def _settled(
    found: list[Quantity], mentions: list[Mention], text: str, folded: str, vocabulary: LexVocabulary
) -> Lexed:
    """What was read number by number, once all of the page is known."""
    counted = as_counted(found, folded, vocabulary.amounts.money.multipliers)
    if "(" in folded:
        counted = vocabulary.asides.counted(counted, text, folded, vocabulary.amounts.units, vocabulary.nouns)
    kept, named = without_names(counted, mentions, folded, vocabulary.names.quoted)
    return Lexed(tuple(kept), tuple(named))


def _cells(folded: str, start: int, end: int) -> Iterator[Mention]:
    """The lines and cells of a crowd of numbers, each named as one."""
    cells = map(re.Match.span, _CELL.finditer(folded, start, end))
    return (_named_other((*cell, "other", None, None)) for cell in cells)


_named_other = partial(tuple.__new__, Mention)
"""``Mention`` of a tuple, for hundreds of thousands at once."""
_CELL = re.compile(r"\S(?:[^\n\t]*\S)?")
"""What a crowd of numbers is named by: each line or cell of it."""
