"""Heads of tables that set years side by side: "SL | CC" below each year, then "08/07 | 09/08 | BQ".

Quantities and their shares stand in turn, and ratios of two years behind them, with the mean of these last. A scraper
may have put each row of heads in one line, or both in the same: "Chỉ tiêu 2007 2008 2009 So sánh (%) 08/07 09/08 BQ".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import YEAR
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_UNIT = r"(?: ?(?:\([^()\d]{1,20}\)|%))?"
_LONGEST_SPAN = 10
"""Years between the two of a ratio: "2020/2010"."""
_FEWEST_COLUMNS = 2
_TITLES_BELOW = 2
"""So many lines may stand between the years and the rows: "Tốc độ tăng (%)"."""
_YEARS = regex.compile(rf"(?:{YEAR}[ \t]*)+$")


class YearHeads(NamedTuple):
    """Patterns for folded heads, of the words of the section ``cells``."""

    token: regex.Pattern[str]
    """One head in a line of them."""
    pair: regex.Pattern[str]
    """At the end of a head: two years that are set against each other."""
    mean: regex.Pattern[str]
    """All of a head, or the end of it: the mean of the ratios before it."""
    share: regex.Pattern[str]
    """At the end of a head over shares in percent: "CC"."""
    amount: regex.Pattern[str]
    """A head that is over no percentages, though it compares: "So sánh 2023/2022 +/-"; not "Tỷ lệ tăng, giảm"."""
    alone: regex.Pattern[str]
    """All of a head that is a year, in capitals or not: "Năm 2013", "Năm học 2013 - 2014"."""
    apart: regex.Pattern[str]
    """By what heads of the same quantity differ: year and unit."""

    @staticmethod
    def of(words: Mapping[str, str]) -> YearHeads:
        """Compile them; ``words`` are alternatives by key."""
        named = rf"(?:{words['year']} )?"
        year = rf"{named}{YEAR}(?!\d)"
        pair = rf"{named}(?P<later>(?:\d\d)?\d\d) ?/ ?{named}(?P<earlier>(?:\d\d)?\d\d)(?!\d)"
        percent = rf"(?P<over>{words['percent']}(?: {words['mean']})*)"
        names = "|".join((words["share"], words["quantity"], words["mean"], words["difference"]))
        return YearHeads(
            token=regex.compile(
                rf"(?<!\S)(?:(?P<pair>{pair})|(?P<year>{year})|{percent}(?!\w)|(?P<name>{names})(?!\w)){_UNIT}(?!\S)"
            ),
            pair=regex.compile(rf"(?:^|\s){pair}(?: ?\(?%\)?)?$"),
            mean=regex.compile(rf"(?:^|\s){words['mean']}{_UNIT}$"),
            share=regex.compile(rf"(?:^|\s){words['share']}$"),
            amount=regex.compile(
                rf"(?!.*(?<!\w)(?:{words['rate']}|%)(?!\w))(?:.*\s)?\(?(?:{words['quantity']}|{words['difference']})\)?$"
            ),
            alone=regex.compile(rf"(?i:{named})({YEAR})|(?i:{words['school_year']} )?{YEAR} ?[-–] ?{YEAR}"),
            apart=regex.compile(rf"{year}|\([^()]*\)|%"),
        )

    def ratios(self, heads: Sequence[str]) -> list[bool]:
        """Over which columns two years are compared, or the mean of those before; none if dates have the same shape."""
        pairs = [self.pair.search(head) for head in heads]
        if not all(pair is None or _are_years(pair["later"], pair["earlier"]) for pair in pairs):
            return [False] * len(heads)
        told: list[bool] = []
        for head, pair in zip(heads, pairs, strict=True):
            told.append(pair is not None or (told[-1:] == [True] and self.mean.search(head) is not None))
        return told

    def repeated_unit(self, heads: Sequence[str], at: int) -> Iterator[int]:
        """The columns before one whose heads say the same but for the year and the unit: "SL (tỷ đồng)", then "SL"."""
        own = self._base(heads[at])
        return (other for other in range(at) if own and self._base(heads[other]) == own)

    def _base(self, head: str) -> str:
        return " ".join(self.apart.sub(" ", head).split())

    def over(self, header: Sequence[str], width: int) -> list[str]:
        """The years over all columns, one a line or in one, perhaps with a title of the rows below: "2013", "2014"."""
        if width < _FEWEST_COLUMNS:
            return []
        for last in range(len(header), max(0, len(header) - _TITLES_BELOW) - 1, -1):
            run = [self.alone.fullmatch(line.strip()) for line in header[max(0, last - width - 1) : last]]
            of_lines = [year[1] or year[0] for year in run[-width:] if year is not None]
            if len(of_lines) == width and (len(run) == width or run[0] is None):
                return of_lines
            line = _YEARS.search(header[last - 1]) if last else None
            of_line = [] if line is None else line[0].split()
            if len(of_line) == width:
                return of_line
        return []

    def in_lines(self, header: Sequence[str], width: int) -> tuple[list[str], list[str]]:
        """The heads of all columns from the last lines above, without marks between them, and these lines.

        >>> from extract.text_tables.vocabulary import CellVocabulary
        >>> from extract.rulefiles import load
        >>> years = CellVocabulary.load(load()).years
        >>> years.in_lines(["Chỉ tiêu 2007 2008 So sánh (%)", "08/07 BQ"], 4)[0]
        ['2007', '2008', 'so sánh (%) 08/07', 'so sánh (%) bq']
        """
        if width < _FEWEST_COLUMNS or not header:
            return [], []
        lower, upper = self._heads(header[-1]), self._heads(header[-2]) if len(header) > 1 else []
        heads = (
            _with_shares(upper, lower, width)
            or self._over_columns([*upper, *lower], width)
            or self._over_columns(lower, width)
        )
        return heads, [*header[-2:]] if upper else [header[-1]]

    def _heads(self, line: str) -> list[regex.Match[str]]:
        """The heads that a line ends with; one behind other words is none: "Dự kiến 2010"."""
        folded = fold(line)
        found = list(self.token.finditer(folded))
        end = len(folded)
        for at in range(len(found) - 1, -1, -1):
            if folded[found[at].end() : end].strip():
                del found[: at + 1]
                break
            end = found[at].start()
        return found if len(found) > 1 or not folded[:end].strip() else []

    def _over_columns(self, row: Sequence[regex.Match[str]], width: int) -> list[str]:
        """The heads of all columns from those of both rows, the upper ones first."""
        heads = _with_ratios(row, self.mean)
        upper = [head.text for head in heads if head.kind == "year"]
        below = [head for head in heads if head.kind != "year"]
        names = sum(head.kind != "ratio" for head in below)
        if not upper and not any(head.kind == "ratio" for head in below):
            return []
        if len(heads) == width:
            return [head.text for head in heads]
        if len(below) != width or not upper or not names or names % len(upper):
            return []
        over = iter(year for year in upper for _ in range(names // len(upper)))
        return [head.text if head.kind == "ratio" else f"{next(over)} {head.text}" for head in below]


_AND_SHARE = regex.compile(r"(.+?) ?(\(%\)|%)")


def _with_shares(upper: Sequence[regex.Match[str]], lower: Sequence[regex.Match[str]], width: int) -> list[str]:
    """The heads of quantities, each with its share behind it: "2015 2016" over "Giá trị (%) Giá trị (%)"."""
    pairs = [_AND_SHARE.fullmatch(head[0]) for head in lower]
    if 2 * len(lower) != width or not all(head["name"] and pair for head, pair in zip(lower, pairs, strict=True)):
        return []
    years = [head[0] for head in upper] if len(upper) == len(lower) else [""] * len(lower)
    parts = zip(years, (pair.groups() for pair in pairs if pair is not None), strict=True)
    return [f"{year} {part}".strip() for year, pair in parts for part in pair]


class _Head(NamedTuple):
    kind: str
    """``year``, ``name``, ``ratio``, or ``over`` for a word of percentages by itself."""
    text: str


def _with_ratios(row: Sequence[regex.Match[str]], mean: regex.Pattern[str]) -> list[_Head]:
    """The heads of a row; a word of percentages goes with the ratios behind it, and with the year it is told of."""
    heads: list[_Head] = []
    over, last_pair = "", max((at for at, token in enumerate(row) if token["pair"]), default=-1)
    for at, token in enumerate(row):
        text = token[0]
        kinds = [head.kind for head in heads]
        if token["pair"] or (kinds[-1:] == ["ratio"] and mean.search(text)):
            heads.append(_Head("ratio", f"{over} {text}".strip()))
        elif token["over"] and at < last_pair and ("name" not in kinds or row[at + 1]["pair"]):
            over = text  # in the upper row, or right before: "SL | TL (%) | SL | TL (%)" are columns
        elif token["year"] and kinds[-1:] == ["over"] and heads[-1].text == row[at - 1]["over"]:
            heads[-1] = _Head("ratio", f"{heads[-1].text} {text}")  # "So với năm 2022 (%)"
        else:
            heads.append(_Head("year" if token["year"] else "over" if token["over"] else "name", text))
    return heads


def _are_years(later: str, earlier: str) -> bool:
    """Whether two numbers may be years that are set against each other: "09/08", "2020/2010", but not "14/06".

    >>> _are_years("09", "08"), _are_years("00", "99"), _are_years("14", "06"), _are_years("2024", "23")
    (True, True, False, True)
    """
    apart = (int(later) - int(earlier)) % 100
    return 0 < apart <= (_LONGEST_SPAN if len(later) == len(earlier) == len("2010") else 1)
