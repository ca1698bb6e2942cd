"""What rules see of a text: the folded text with one symbol in place of every number, and single spaces.

"tặng 23 phần học bổng, trị giá 11,5 triệu đồng" becomes "tặng ① phần học bổng, trị giá ②": a phrase matches a quantity
as one character, whatever its spelling, and patterns stay small and linear. Symbols are private-use letters, which
``extract.text.clean`` has removed from the text itself. Quotes, dashes and asterisks count as spaces, runs of spaces as
one: 'danh hiệu " Gia đình văn hóa"', "xanh- sạch - đẹp".
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.asides import aside_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed, Quantity

SYMBOLS = {
    "count": "\ue001",
    "number": "\ue002",
    "money": "\ue003",
    "currency": "\ue004",
    "percent": "\ue005",
    "percentage_point": "\ue006",
    "length": "\ue007",
    "area": "\ue008",
    "mass": "\ue009",
    "volume": "\ue00a",
    "yield": "\ue00b",
    "ratio": "\ue00c",
}
"""One symbol a kind of quantity."""

DATE = "\ue010"
PERIOD = "\ue011"
OTHER = "\ue012"
"""Dates, periods, and every other number that is no quantity."""

KINDS = {
    "count": SYMBOLS["count"] + SYMBOLS["number"],
    "money": SYMBOLS["money"],
    "currency": SYMBOLS["currency"],
    "percent": SYMBOLS["percent"],
    "length": SYMBOLS["length"],
    "area": SYMBOLS["area"],
    "mass": SYMBOLS["mass"],
    "volume": SYMBOLS["volume"],
    "yield": SYMBOLS["yield"],
    "ratio": SYMBOLS["ratio"],
    "measure": "".join(SYMBOLS[kind] for kind in ("length", "area", "mass", "volume")),
    "any": "".join(SYMBOLS.values()),
    "date": DATE,
    "period": PERIOD,
    "mention": OTHER,
}
"""What a slot of a phrase may be called, with the symbols it takes."""

ALL = "".join(SYMBOLS.values()) + DATE + PERIOD + OTHER


_MARKS = "\"'*_-"
_SPACES = regex.compile(" {2,}")


def _marks_as_spaces(folded: str) -> str:
    for mark in _MARKS:
        folded = folded.replace(mark, " ")
    return folded


def plain_spacing(folded: str) -> str:
    """The spacing that rules see.

    >>> plain_spacing('đạt "gia đình văn hóa", xanh- sạch - đẹp')
    'đạt gia đình văn hóa , xanh sạch đẹp'
    """
    return _SPACES.sub(" ", _marks_as_spaces(folded))


class Shadow(NamedTuple):
    """``text`` is what patterns run on; ``offsets[i]`` is where its character ``i`` stands in the page's text."""

    text: str
    offsets: array[int]
    places: list[int]
    """Where the symbols of quantities stand, in order."""
    quantities: dict[int, int]
    """From the place of a symbol in ``text`` to the index of its quantity; a fraction is one symbol."""

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """The indices of the quantities in ``text[start:end]``, in order."""
        places = self.places
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return ()
        return tuple(self.quantities[place] for place in places[first : bisect_left(places, end, first)])

    def quantity_in(self, start: int, end: int) -> int | None:
        """The index of the quantity that ``text[start:end]`` begins with, spaces before it left out."""
        text = self.text
        while start < end and text[start] == " ":
            start += 1
        return self.quantities.get(start) if start < end else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in ``text`` to offsets in the page's text, spaces at both ends left out."""
        text, offsets = self.text, self.offsets
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        return offsets[start], offsets[end]


_COUNTED = array("I", range(1 << 16))
"""Numbers in order, to copy runs of them."""


def cast(folded: str, lexed: Lexed) -> Shadow:
    """Put symbols for numbers: the head of a count (its classifier stays readable), the whole of everything else."""
    spaced = _marks_as_spaces(folded)
    counted = _COUNTED if len(folded) < len(_COUNTED) else array("I", range(len(folded)))
    pieces: list[str] = []
    offsets = array("I")
    quantities: dict[int, int] = {}

    def copy(start: int, end: int) -> None:
        while (run := spaced.find("  ", start, end)) >= 0:
            pieces.append(spaced[start : run + 1])
            offsets.extend(counted[start : run + 1])
            start = run + 2
            while start < end and spaced[start] == " ":
                start += 1
        pieces.append(spaced[start:end])
        offsets.extend(counted[start:end])

    at = 0  # in the folded text
    marks = [(q.start, False, i) for i, q in enumerate(lexed.quantities)]
    marks += [(m.start, True, i) for i, m in enumerate(lexed.mentions)]
    marks.sort()
    for start, is_mention, index in marks:
        if start < at:  # the second number of a fraction: its symbol is already there
            continue
        copy(at, start)
        place = len(offsets)
        if is_mention:
            mention = lexed.mentions[index]
            symbol = DATE if mention.kind == "date" else PERIOD if mention.kind == "period" else OTHER
            at = mention.end
        else:
            quantities[place] = index
            symbol, at = _symbol(index, folded, lexed.quantities)
        pieces.append(symbol)
        offsets.append(start)
    copy(at, len(folded))
    offsets.append(len(folded))
    return Shadow("".join(pieces), offsets, list(quantities), quantities)


def _symbol(index: int, folded: str, quantities: Sequence[Quantity]) -> tuple[str, int]:
    """What stands for a quantity, or for a fraction that it begins, and where that ends in the text."""
    quantity = quantities[index]
    after = quantities[index + 1] if index + 1 < len(quantities) else None
    if (
        after is not None
        and after.role in ("whole", "plan")
        and folded[quantity.end : after.start].strip(" ") == "/"  # no noun: "320 hộ nghèo/5.120 hộ"
    ):
        quantity, after = after, quantities[index + 2] if index + 2 < len(quantities) else None
    end = quantity.head_end
    if folded.startswith(("(", " ("), end):
        end = aside_end(folded, quantity, after)  # "8/9 (88,9%) ấp" is matched as "8/9 ấp"
    return SYMBOLS[quantity.kind], end
