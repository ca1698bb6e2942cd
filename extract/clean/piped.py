"""Tables of plain text whose cells bars part: "STT | Nội dung | Số tiền", as Markdown and extractors write them.

A bar alone tells nothing ("Trang chủ | Liên hệ"): most lines below one another have as many, and a cell holds a number.
Rows that a scraper has broken stay lines, whose bars ``extract.text_tables.layouts.headless_tables`` reads.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Line = tuple[int, str]
"""A line that is not blank, behind its number in the text."""

_RULE = regex.compile(r"\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)++(?:\s*+:?-{2,}+:?)?\s*+")
"""What Markdown draws below the head: "|---|:---:|"."""
_NUMBER_CELL = regex.compile(r"(?:^|\|)\s*+[(+-]?\d[\d.,]*+\s*+%?\)?\s*+(?:\||$)")
_MOST = 2 / 3
"""Such a share of the lines of a table have as many bars."""


def tabbed(lines: Sequence[Line]) -> list[Line]:
    r"""The lines, those of tables with tabs for bars; what is drawn between head and rows is left out.

    >>> tabbed([(1, "Khối | Nam | Nữ"), (2, "---|---|---"), (3, "Lớp 6 | 17 | 15"), (5, "Trang chủ | Liên hệ")])
    [(1, 'Khối\tNam\tNữ'), (3, 'Lớp 6\t17\t15'), (5, 'Trang chủ | Liên hệ')]
    """
    found: list[Line] = []
    for run in _runs(lines):
        if "|" not in run[0][1]:
            found += run
            continue
        rows = [line for line in run if not _RULE.fullmatch(line[1])]
        if not _is_table([text for _, text in rows]):
            found += run
            continue
        framed = all(text.strip().startswith("|") for _, text in rows)
        found += [(number, _parted(text, framed=framed)) for number, text in rows]
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines with bars that stand right below one another, and each of the others alone."""
    run: list[Line] = []
    for line in lines:
        if run and not ("|" in run[-1][1] and "|" in line[1] and run[-1][0] + 1 == line[0]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_table(rows: Sequence[str]) -> bool:
    """Whether most lines have as many bars, and some cell holds a number alone."""
    usual = max(Counter(row.count("|") for row in rows).values(), default=0)
    return usual > 1 and usual >= _MOST * len(rows) and any(map(_NUMBER_CELL.search, rows))


def _parted(text: str, *, framed: bool) -> str:
    text = text.strip()
    if framed:
        text = text.removeprefix("|").removesuffix("|")
    return "\t".join(cell.strip() for cell in text.split("|"))
