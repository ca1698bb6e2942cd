"""What the columns of a table of ratings are: the header of levels, or of titles beside the number of all."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.ratings.cells import WORD, caption_group, level_in
from extract.facts.ratings.levels import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.facts.ratings.cells import Cell
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading


class Header(NamedTuple):
    """What the columns of a table are, by their place."""

    width: int
    levels: dict[int, tuple[int, int, str]]
    """Start, end and key of the level that heads a column."""
    runs: dict[int, int]
    """The first column of the scale that such a column is of."""
    total: int | None
    """The column of the numbers rated."""
    group: str | None
    """The group that column counts, or the caption names."""
    shares: frozenset[int]
    """Columns of percentages, each of the level before it."""
    groups: Mapping[int, str] = MappingProxyType({})
    """The group of a column of a title, which stands in its head: "Số hộ đạt gia đình văn hóa"."""

    def doubled(self) -> Header:
        """The same columns where each level has two, its count and its percentage, that one head stands over."""
        first = min(self.levels)
        place = {at: at + sum(first <= other < at for other in self.levels) for at in self.levels}
        return Header(
            self.width + len(self.levels),
            {place[at]: level for at, level in self.levels.items()},
            {place[at]: place[run] for at, run in self.runs.items()},
            self.total,
            self.group,
            frozenset(at + 1 for at in place.values()),
        )


def header_of(cells: Sequence[Cell], topics: Sequence[Named], reading: Reading, names: Names) -> Header | None:
    """What the columns under a row of cells are, if these name levels or titles."""
    levels = {}
    for at, cell in enumerate(cells):
        level = level_in(cell, reading, names)
        if level is not None:
            levels[at] = cell.start + level.start, cell.start + level.end, level.key
    heads = [reading.folded[cell.start : cell.end] for cell in cells]
    if not are_scales(levels, names):
        return _titled(cells, levels, heads, names)
    first = min(levels)
    total, group = next(((at, one) for at in range(first) if (one := counted_group(heads[at], names))), (None, None))
    if total is None:
        total = next((at for at in range(first) if not names.around.numbers.isdisjoint(heads[at].split())), None)
        group = caption_group(cells[0].start, cells[-1].end, topics, reading, names)
    shares = frozenset(at for at, head in enumerate(heads) if at - 1 in levels and names.around.share.fullmatch(head))
    runs = runs_of(levels, names)
    return Header(len(cells), levels, runs, total, group, shares)


def are_scales(levels: Mapping[int, tuple[int, int, str]], names: Names) -> bool:
    """Whether each column is a step of a neighbour's scale; "Tốt | Khá | Giỏi | Khá" are two scales."""
    pairs = [names.akin(key, after) for (_, _, key), (_, _, after) in pairwise(levels.values())]
    return bool(pairs) and all(before or after for before, after in pairwise((False, *pairs, False)))


def _titled(
    cells: Sequence[Cell], levels: dict[int, tuple[int, int, str]], heads: Sequence[str], names: Names
) -> Header | None:
    """Columns that count those who have a title, beside that of all: "Tổng số hộ | Số hộ đạt GĐVH | Tỷ lệ"."""
    groups: dict[int, str] = {}
    total: int | None = None
    for at, (start, _, key) in levels.items():
        group = group_before(heads[at][: start - cells[at].start], names)
        total = next((place for place in range(min(levels)) if counted_group(heads[place], names) is not None), None)
        if group is not None and total is not None and names.is_title(key):
            groups[at] = group
    if not groups:
        return None
    shares = frozenset(at for at, head in enumerate(heads) if at - 1 in groups and names.around.share.fullmatch(head))
    titles = {at: levels[at] for at in groups}
    return Header(len(cells), titles, {at: at for at in groups}, total, None, shares, groups)


def group_before(head: str, names: Names) -> str | None:
    """The group that a head names before its title: "hộ" of "Số hộ đạt"."""
    words = [word.span() for word in WORD.finditer(head)]
    spans = ((first, end) for first, _ in words for _, end in reversed(words) if first < end)
    return next((written(head[start:end]) for start, end in spans if names.is_group(head[start:end])), None)


def runs_of(levels: Mapping[int, tuple[int, int, str]], names: Names) -> dict[int, int]:
    """The columns of levels with the first of their scale: one begins where levels stop to fall, or to rise."""
    runs: dict[int, int] = {}
    started, falls, before = 0, 0, ""
    for at, (_, _, key) in levels.items():
        step = step_between(before, key, names)
        if not step or (falls and step != falls):
            started, step = at, 0
        runs[at], falls, before = started, step, key
    return runs


def step_between(first: str, second: str, names: Names) -> int:
    """1 if the second is a lower level of a scale than the first, -1 if a higher one, 0 if it is on no scale of it."""
    for one in names.steps(first):
        for other in names.steps(second):
            if one.scale == other.scale and one.rank != other.rank:
                return 1 if other.rank > one.rank else -1
    return 0


def counted_group(head: str, names: Names) -> str | None:
    """The group that a head such as "Số tổ" or "Tổng số chi bộ" counts."""
    if names.around.numbers.isdisjoint(head.split()):
        return None
    return next((text for word in WORD.finditer(head) if names.is_group(text := written(head[word.start() :]))), None)
