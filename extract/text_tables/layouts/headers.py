"""The lines above a table that may belong to it: titles, units, heads; and the sentence that announces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text_tables.lines import CELL_END, HEAD_BEGINS
from extract.text_tables.table import HEADER_LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence

_VALUE = regex.compile(r"\d{1,3}(?:[.,]\d+)+")
"""All of a line: the last cell of a table above, not the number of a column."""
_TELLS = regex.compile(r": ?\d[\d.,]*+ ?%")
"""In a line: "Khối 6: 1,2 %; khối 7: 0,8 %"."""
_UNIT_AT_END = regex.compile(r"\([^():]{2,20}:[^():\d]{1,20}\)[\s.:]*$")
"""At the end of the sentence before a table: "Kết quả như sau (ĐVT: đồng):"."""


def header_above(above: Sequence[str]) -> tuple[str, ...]:
    """The lines above the rows, as far up as they are short, end no sentence and tell no percentages of their own."""
    found: list[str] = []
    for content in reversed(above):
        long = len(content) > HEADER_LENGTH and not CELL_END.search(content) and not _are_heads(content)
        if long or content.endswith((".", ";")):
            unit = _UNIT_AT_END.search(content)
            if unit is not None:
                found.insert(0, unit[0])
            break
        if _TELLS.search(content) or _VALUE.fullmatch(content):
            break
        found.insert(0, content)
    return tuple(found)


_SENTENCE = regex.compile(r"[,;:!?]|\.\s")
_HEAD_LENGTH = 40
"""Between capitals, on average, heads in one line are no longer."""


def _are_heads(content: str) -> bool:
    """Whether a long line is one of heads, no sentence: "TT Khu vực Tổng số hộ Hộ nghèo đầu năm Hộ thoát nghèo ..."."""
    heads = len(HEAD_BEGINS.split(content))
    return _SENTENCE.search(content) is None and len(content) <= heads * _HEAD_LENGTH


_LONGEST_INTRO = 300


def intro_of(above: Sequence[str], header: Sequence[str]) -> str:
    """The last sentence of the line above a header, if it announces the table and is no line of it."""
    rest = len(above) - len(header)
    if header and header[0] not in above:
        rest += 1  # the unit at the end of that line
    last = above[rest - 1] if rest > 0 else ""
    sentence = last[last.rfind(". ") + 1 :].strip() if last.endswith(":") else ""
    return sentence if len(sentence) <= _LONGEST_INTRO else ""
