"""Levels of a rated set against the number rated: "80 tổ: 45 tổ vững mạnh, 29 tổ khá, 06 tổ trung bình"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.checks.interval import exactly
from extract.checks.relation import Side, Verdict, relation
from extract.codes import COUNTS
from extract.facts.ratings.levels import TITLE_AND_LACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.ratings.read import Rated
    from extract.model import Check, Rating

KIND = "ratings_sum"
_NEXT_TO = 60
"""Two levels of one group so few characters apart are of one set."""
_SEVERAL, _BEFORE = 3, 16
"""So many levels, the last of which is told to be the rest so few characters before it."""
_FEW, _LITTLE = 2, 0.02
"""A list that lacks no more of those rated, and no greater share, leaves no level out; more may not have been rated."""
_CUMULATIVE = ("_up", "_run")
"""Ends of codes of levels that contain others: "hoàn thành tốt nhiệm vụ trở lên", "văn hóa 3 năm liền"."""


def ratings_sum(drawn: Drawn, words: RelationWords) -> Iterator[Check]:
    """One check for every set of two levels or more with the number rated.

    A set that falls short of its total is not complete if it tells neither the lowest level nor all the rest, is of
    titles that not all need have, or tells another level by its percentage alone or apart; nothing is said of it then,
    nor of one with a level within another, or with a count of the same kind among its levels that is none of them.
    """
    rules, ratings = drawn.reading.rules, drawn.facts.ratings
    rated = {
        index
        for item in drawn.rated
        if not (item.row.level_code or "").endswith(_CUMULATIVE)  # "vi phạm tư cách, chưa hoàn thành nhiệm vụ 41"
        for index in (*item.quantities, *item.totals)
    }
    estimates = {item.row.rating_id for item in drawn.rated if _is_estimate(item, drawn)}
    graded = {scale for scale, rank in rules.lowest.items() if rank > TITLE_AND_LACK}
    shares = {_kind(row) for row in ratings if row.count is None and row.part_of is None}
    for rows in rated_sets(ratings, graded):
        total = rows[0].group_total
        found = sum(row.count or 0 for row in rows)
        if len(rows) < 2 or total is None or found == 0:  # noqa: PLR2004 - a sum has two terms
            continue
        parts = [str(row.count) for row in rows]
        if found < total and _is_told_apart(drawn, rows, total - found, rated):
            parts.append(str(total - found))
            found = total
        part = None if found == total else _rated_part(drawn, rows, found, rated)
        if part is not None:
            parts += [str(part - found)] if part > found else []
            found = total = part
        lacks = found < total and (
            _lacks_levels(drawn, rows, words, graded) or any(_kind(row) in shares for row in rows)
        )
        open_end = lacks or (found != total and _may_miss(drawn, rows, rated, estimates))
        yield relation(
            drawn.reading.page.page_id,
            KIND,
            Side(" + ".join(parts), exactly(found)),
            Side(str(total), exactly(total)),
            (min(row.start for row in rows), max(row.end for row in rows)),
            verdict=Verdict("unchecked", "list_not_complete") if open_end else None,
        )


def _lacks_levels(drawn: Drawn, rows: Sequence[Rating], words: RelationWords, graded: AbstractSet[str]) -> bool:
    """Whether a set that falls short need not tell all levels: nothing closes it, or one stands apart."""
    closed = _tells_lowest(rows, drawn.reading.rules.lowest) or _tells_rest(drawn, rows, words)
    if not (closed or _is_closed(drawn, rows, words)):
        return True
    return not any(row.scale in graded for row in rows) or _told_elsewhere(drawn.facts.ratings, rows)


def _may_miss(drawn: Drawn, rows: Sequence[Rating], rated: AbstractSet[int], estimates: AbstractSet[str]) -> bool:
    """Whether a set need not come to its total: levels in each other, of several sets, or estimated; others counted."""
    if _is_nested(rows) or _counts_others(drawn, rows, rated):
        return True
    if len({row.set_id for row in rows}) > 1:  # "giỏi 480 em, hạnh kiểm tốt 750 em"
        return True
    return any(row.rating_id in estimates for row in rows)


def _is_estimate(item: Rated, drawn: Drawn) -> bool:
    """Whether a number of a level is told roughly: "gần 3.600 hộ"; its percentage may be, "24 tổ, chiếm gần 59%"."""
    told = [drawn.reading.lexed.quantities[index] for index in item.quantities]
    return any(one.comparator != "eq" for one in told if one.kind != "percent" or len(told) == 1)


def _told_elsewhere(ratings: Iterable[Rating], rows: Sequence[Rating]) -> bool:
    """Whether another level of the same number rated stands apart: as part of "116 người từ hoàn thành tốt trở lên"."""
    same = {row.scale for row in rows}  # "hạnh kiểm" beside "học lực" of the same pupils is another set
    return any(
        row.group_total == rows[0].group_total and row.count and row.scale in same and row not in rows
        for row in ratings
    )


def _is_told_apart(drawn: Drawn, rows: Sequence[Rating], rest: int, rated: AbstractSet[int]) -> bool:
    """Whether the rest is told among the levels or behind them: "34 HTX mới thành lập, chưa phân loại"."""
    reading = drawn.reading
    start, end = min(row.start for row in rows), reading.structure.block(rows[-1].start).end
    told = ((index, reading.lexed.quantities[index]) for index in reading.quantities_in(start, end))
    return any(
        quantity.value == rest and quantity.kind in COUNTS and quantity.comparator == "eq"
        for index, quantity in told
        if index not in rated
    )


def _rated_part(drawn: Drawn, rows: Sequence[Rating], found: int, rated: AbstractSet[int]) -> int | None:
    """How many of all were rated, where the levels make that: "543/545 chi bộ đã đánh giá: 304 ...", in its paragraph.

    With the rest told among them that no level names, if need be.
    """
    reading, first = drawn.reading, min(row.start for row in rows)
    numbers = reading.quantities_in(reading.structure.block(first).start, first)
    told = [reading.lexed.quantities[index] for index in numbers]
    for part, whole in pairwise(told):
        if whole.role != "whole" or whole.value != rows[0].group_total or part.value < found:
            continue
        if part.value == found or _is_told_apart(drawn, rows, int(part.value) - found, rated):
            return int(part.value)
    return None


def _counts_others(drawn: Drawn, rows: Sequence[Rating], rated: AbstractSet[int]) -> bool:
    """Whether some of the group are counted among the levels and rated by none: a level misprinted, or not known."""
    reading = drawn.reading
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    told = [(index in rated, reading.lexed.quantities[index]) for index in reading.quantities_in(start, end)]
    units = {quantity.unit for is_rated, quantity in told if is_rated and quantity.kind == "count"}
    return any(not is_rated and quantity.kind == "count" and quantity.unit in units for is_rated, quantity in told)


def rated_sets(ratings: Iterable[Rating], graded: AbstractSet[str]) -> list[list[Rating]]:
    """Rows that together make up the number rated, in order; a level told again opens another set.

    ``graded`` are the scales of several steps: titles ("an toàn", "sức khỏe") exclude each other in no set. Parts of
    joined levels ("247 tổ loại tốt, khá; trong đó 241 tổ tốt") stand for their whole, those of another group by
    themselves (columns of classes beside that of all).
    """
    ratings = tuple(ratings)
    kinds = {row.rating_id: row.group_kind for row in ratings}
    joined = {row.rating_id for row in ratings if row.level_code is not None and row.level_code.endswith("_up")}
    open_sets: dict[tuple[object, ...], list[Rating]] = {}
    last: Rating | None = None
    its_scale = its_period = None
    found: list[list[Rating]] = []
    for row in ratings:
        if row.group_total is None or row.count is None:
            continue
        if row.part_of is not None and row.part_of not in joined and kinds.get(row.part_of) == row.group_kind:
            continue
        if row.level_code is not None and row.level_code.endswith(_CUMULATIVE):
            continue
        scale, period = row.scale, row.period
        if last is not None and row.start - last.end < _NEXT_TO and last.group_total == row.group_total:
            period = its_period
            if {scale, its_scale} <= graded and not _is_complete(found[-1]):
                scale = its_scale  # "14 chi hội trong sạch vững mạnh, 02 chi hội khá": one set, words of two scales
        key = (row.group_kind or row.group, scale, row.group_total, period, row.status)
        rows = open_sets.get(key)
        if rows is None or (_told(row, rows) and not _adds_up(row, rows)):
            rows = open_sets[key] = []
            found.append(rows)
        rows.append(row)
        last, its_scale, its_period = row, scale, period
    return found


def _kind(row: Rating) -> tuple[str, str | None]:
    return row.group_kind or row.group, row.scale


def _told(row: Rating, rows: Sequence[Rating]) -> bool:
    return any(other.level_code == row.level_code for other in rows)


def _is_complete(rows: Sequence[Rating]) -> bool:
    """Whether levels make up the number rated: those behind them are of another set, "hạnh kiểm: ...; học lực: ..."."""
    return sum(row.count or 0 for row in rows) == rows[0].group_total


def _adds_up(row: Rating, rows: Sequence[Rating]) -> bool:
    """Whether a level told again right away goes on the same sum: "9 trường mức 1, 3 trường mức 1 sau 5 năm"."""
    added = sum(other.count or 0 for other in rows) + (row.count or 0)
    return row.start - rows[-1].end < _NEXT_TO and added <= (row.group_total or 0)


def _is_nested(rows: Sequence[Rating]) -> bool:
    """Whether one level is among those of another, as its longer name says: "nông thôn mới kiểu mẫu"."""
    return any(one.level.startswith(f"{other.level} ") for one in rows for other in rows)


def _is_closed(drawn: Drawn, rows: Sequence[Rating], words: RelationWords) -> bool:
    """Whether the levels of one sentence are all but the lowest, the last behind "và", and lack hardly any.

    "142 chi bộ được xếp loại: 29 hoàn thành xuất sắc, 99 hoàn thành tốt và 13 hoàn thành nhiệm vụ".
    """
    ranks, total = [row.level_rank for row in rows], rows[0].group_total or 0
    lowest = drawn.reading.rules.lowest.get(rows[0].scale or "")
    if len(rows) < _SEVERAL or lowest is None or ranks != list(range(lowest - len(rows), lowest)):
        return False
    lack = total - sum(row.count or 0 for row in rows)
    sentence = drawn.reading.structure.sentence(rows[0].start)
    told = (drawn.reading.lexed.quantities[index] for index in drawn.reading.quantities_in(*sentence))
    near = rows[-1].start < sentence.end and any(one.value == total for one in told)
    head = drawn.reading.folded[rows[-2].end : rows[-1].start]
    return near and lack <= min(_FEW, _LITTLE * total) and words.last_of_list.search(head) is not None


def _tells_rest(drawn: Drawn, rows: Sequence[Rating], words: RelationWords) -> bool:
    """Whether the last of several levels is all the rest: "26 HTX tốt; 38 HTX khá; còn lại 31 HTX trung bình"."""
    if len(rows) < _SEVERAL:
        return False
    head = drawn.reading.folded[rows[-2].end : rows[-1].start]
    return words.all_rest.search(head[-_BEFORE:]) is not None


def _tells_lowest(rows: Sequence[Rating], lowest: Mapping[str, int]) -> bool:
    """Whether one of the rows is of the last level of the scale, "không có tổ yếu kém" included.

    Beside a single other level it does not close the list: "47/65 tổ chức trong sạch vững mạnh, không có tổ chức yếu".
    """
    last = [row for row in rows if row.scale is not None and row.level_rank == lowest[row.scale]]
    return any(row.count or sum(bool(one.count) for one in rows) > 1 for row in last)
