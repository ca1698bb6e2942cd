"""Which figure of a page holds which: "450 triệu đồng, trong đó ngân sách huyện 80 triệu, nhân dân góp 370 triệu".

A page tells it in three ways: by sums that it adds up itself, by words such as "trong đó", which may name only some
parts, and by statements, whose total holds the other amounts told of the same thing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.checks.comparable import alike
from extract.checks.relation import Relation
from extract.codes import ADDED, COUNTS
from extract.facts.doings import Doing
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.match.engine import Match
    from extract.model import Check, Facts, Figure, Quantity
    from extract.rulefiles import RuleFiles

ShortNames = Mapping[str, frozenset[str]]
"""By what people are called the shorter words by which some of them are counted."""
Holders = dict[int, set[int]]
"""From where a figure begins to where those begin that may hold it."""

_OPENING = 24
"""An opener within so many characters of its block speaks of the block before."""
_BRACKET = 400
"""How far before an opener its bracket may open."""
_LOOKED_AT = 60
"""So many figures before and behind an opener are looked at."""
_OPEN_LISTS = frozenset({None, "list_not_complete"})
"""Reasons of checks whose parts are parts even if they do not come to their whole."""


def short_names(files: RuleFiles) -> dict[str, frozenset[str]]:
    """The section ``counted_in_short``: "5 học sinh dự thi, trong đó có 1 em đạt giải Nhất"."""
    found: dict[str, frozenset[str]] = {}
    for section in files.sections("counted_in_short"):
        for node in section.mapping().values():
            node.only("called", "short")
            short = frozenset(map(fold, node.need("short").texts()))
            found.update(dict.fromkeys(map(fold, node.need("called").texts()), short))
    return found


def holders(drawn: Drawn, checks: Iterable[Check], short: ShortNames) -> Holders:
    """What sums and words of the page tell; no figure holds itself, but two may hold each other."""
    found: Holders = defaultdict(set)
    for check in checks:
        if isinstance(check, Relation) and check.whole is not None and check.reason in _OPEN_LISTS:
            for part in check.parts:
                found[part].add(check.whole)
    summed = set(found)
    starts = [quantity.start for quantity in drawn.reading.lexed.quantities]
    for whole, part in (*_counted(drawn), *_opened(drawn, summed, short)):
        found[starts[part]].add(starts[whole])
    return found


def _counted(drawn: Drawn) -> Iterator[tuple[int, int]]:
    """Things counted as parts of others: "152 suất, trong đó bậc tiểu học 80 suất"."""
    for doing in drawn.ties.doings:
        whole = doing.whole.counted if isinstance(doing.whole, Doing) else None
        if doing.counted is not None and whole is not None:
            yield whole, doing.counted


def _opened(drawn: Drawn, summed: set[int], short: ShortNames) -> Iterator[tuple[int, int]]:
    """What stands behind a word for parts, as long as it comes to no more than the whole.

    ``summed`` are parts by a sum of their own; those inside brackets belong to what stands before the bracket.
    """
    reading = drawn.reading
    taken = set(summed)
    for opener in sorted(reading.matches.parts, key=lambda match: match.start, reverse=True):
        end = _end(opener, reading)
        for whole in _wholes(opener, drawn):
            parts = list(_parts(whole, (opener.end, end), drawn, taken, short))
            taken |= {reading.starts[part] for part in parts}
            yield from ((whole, part) for part in parts)


def _wholes(opener: Match, drawn: Drawn) -> list[int]:
    """The figures an opener may speak of, the nearest of each kind: in it, before it in its sentence, or before it."""
    quantities = drawn.reading.lexed.quantities
    inside = [index for index in opener.quantities if quantities[index].kind in ADDED]
    if inside:
        return inside[-1:]
    structure = drawn.reading.structure
    sentence = structure.sentence(opener.start)
    start = sentence.start
    if opener.start - start <= _OPENING and start > 0:
        start = structure.sentence(start - 1).start
    nearest: dict[str, int] = {}
    for index in drawn.reading.quantities_in(start, opener.start)[-_LOOKED_AT:]:
        quantity = quantities[index]
        if quantity.kind in ADDED and quantity.role == "value" and drawn.facts.figures[index].scope == "total":
            nearest[quantity.kind] = index
    return list(nearest.values())


def _end(opener: Match, reading: Reading) -> int:
    """Where parts end that need not come to their whole: with the bracket, the segment, or the list under the line."""
    structure, folded = reading.structure, reading.folded
    segment = structure.segment(opener.start)
    before = folded[max(segment.start, opener.start - _BRACKET) : opener.start]
    if folded.startswith("(", opener.start) or before.count("(") > before.count(")"):
        close = folded.find(")", opener.end, segment.end)
        return segment.end if close < 0 else close
    if folded[opener.end : segment.end].strip(" :\n") == "":
        return structure.list_end(opener.start)
    return segment.end


def _parts(whole: int, stretch: tuple[int, int], drawn: Drawn, taken: set[int], short: ShortNames) -> Iterator[int]:
    """The figures of a kind with the whole, until they exceed it or something else begins."""
    reading, figures = drawn.reading, drawn.facts.figures
    quantities = reading.lexed.quantities
    left = quantities[whole].value
    first, start = True, stretch[0]
    for index in reading.quantities_in(*stretch)[:_LOOKED_AT]:
        quantity = quantities[index]
        if index == whole or quantity.start in taken or not _may_be_part(quantity, quantities[whole], short):
            continue
        if figures[index].scope != "total" or _is_inside(start, quantity.start, reading):
            continue
        if quantity.value > left or _is_another_thing(figures[index], figures[whole], start, drawn, first=first):
            return
        first = False
        left -= quantity.value
        yield index


def _may_be_part(quantity: Quantity, whole: Quantity, short: ShortNames) -> bool:
    same = alike(quantity, whole) or quantity.unit in short.get(whole.unit or "", ())
    return quantity.role == "value" and 0 < quantity.value < whole.value and same


def _is_inside(start: int, offset: int, reading: Reading) -> bool:
    """Whether a bracket that opens behind ``start`` holds a place."""
    between = reading.folded[start:offset]
    return between.count("(") > between.count(")")


def _is_another_thing(figure: Figure, whole: Figure, start: int, drawn: Drawn, *, first: bool) -> bool:
    """Whether an amount is of something counted behind the opener: "trong đó dân góp 45 triệu, xây 2 nhà 90 triệu".

    The ``first`` may be of a thing of the whole's family: "5 km đường hết 9 tỷ, trong đó đường bê tông 3 km hết 7 tỷ".
    """
    if figure.kind != "money" or figure.statement_id is None:
        return False
    near = drawn.facts.statements[bisect_left(drawn.facts.statements, start, key=attrgetter("start")) :][:_LOOKED_AT]
    counted = any(thing.statement_id == figure.statement_id and thing.count is not None for thing in near)
    families = drawn.reading.rules.indicators
    one, other = (families[name].family if (name := row.indicator) in families else None for row in (figure, whole))
    return counted and not (first and (other is None or one == other))


def stated(facts: Facts) -> Holders:
    """What statements tell: their total holds their other amounts, and those of the statements that are its parts."""
    leads: dict[str, Figure] = {}
    totals = {row.statement_id: row.amount_total_vnd for row in facts.statements}
    money = [figure for figure in facts.figures if figure.kind == "money" and figure.statement_id is not None]
    for figure in money:
        statement = figure.statement_id or ""
        if figure.scope == "total" and figure.role == "value" and figure.value == totals.get(statement):
            leads.setdefault(statement, figure)
    above = {row.statement_id: row.part_of for row in facts.statements}
    found: Holders = defaultdict(set)
    for figure in money:
        for name in (figure.statement_id, above.get(figure.statement_id or "")):
            lead = leads.get(name or "")
            if lead is not None and lead is not figure:
                found[figure.start].add(lead.start)
    return found


def part_of(figures: Sequence[Figure], found: Mapping[int, Iterable[int]]) -> dict[str, str]:
    """From a figure to the one that holds it, by ``figure_id``: the smallest of those that are results as it is one.

    A plan holds no result, and a price no total, so a part stands beside such a whole. What holds is larger, or as
    large and earlier: nothing is lost in a circle, and what is held is held in the end by something that is not.
    """
    by_start = {figure.start: figure for figure in figures}
    held = {}
    for start, wholes in found.items():
        part = by_start.get(start)
        near = [by_start[whole] for whole in wholes if whole in by_start]
        near = [whole for whole in near if part is not None and _may_hold(whole, part)]
        if part is not None and near:
            held[part.figure_id] = min(near, key=lambda whole: (whole.value, -whole.start)).figure_id
    return held


def _may_hold(whole: Figure, part: Figure) -> bool:
    alike_results = (whole.status, whole.scope, whole.role) == (part.status, part.scope, part.role)
    larger = (whole.value, -whole.start) > (part.value, -part.start)
    same_kind = whole.kind == part.kind or {whole.kind, part.kind} == COUNTS
    return same_kind and alike_results and larger
