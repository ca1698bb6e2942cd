"""Result/plan, part/whole or now/before: what the second number of a fraction is.

"gieo trồng 170ha/167ha" compares a result with its plan; "8/10 thôn" is a part of a whole; "tăng 93 vụ (206/113 vụ)"
tells what a change is of, and both are figures like any other. Told apart in this order:

0. a fraction in a bracket behind a change, the difference of its numbers, is that of two periods;
1. a first number above the second is a result above its plan: no part exceeds its whole;
2. so is one whose percentage of a plan follows, or stands before its bracket: "cất 6/8 căn, đạt 75% chỉ tiêu", "đạt
   75% chỉ tiêu (6/8 căn)"; but not "2.590/2.974 hộ, đạt 102% kế hoạch", for 102 % is not that of the fraction; and one
   that the plan is named behind ("385/420 hộ theo kế hoạch");
3. money and measures are compared with plans; but what is made of a stretch of road or harvested of a field is a part
   of it ("12/15 km đường được bê tông hóa");
4. a count is, if a verb right before it makes new things ("xây 6/8 căn nhà"), and is a part of a whole otherwise.

An amount in the bracket of a percentage is the plan of the amount before, if it is that of them: "thu 6.346 triệu đồng,
đạt 28,85% (22.000 triệu đồng)".

Words are those of the sections ``plan_words`` and others in ``plan_``, ``part_words``, ``more_words``, ``less_words``
and ``change_on`` of the rule files.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed, Quantity
    from extract.rulefiles import RuleFiles

_BEHIND = 80
"""How far behind a fraction the words "đạt 75% kế hoạch" may stand, in characters."""
_NOUN = 1
"""So many words more may name what a fraction counts: "5 phòng học", not "12 xã hoàn thành"."""
_NEAR = 1.0
"""By how much a percentage may differ from that of the fraction it speaks of."""
_BEFORE = 40
"""How far before it a verb or a word for parts may stand."""
_BETWEEN = regex.compile(r"[,(:]")
_CLAUSE_END = regex.compile(r"[;\n]")
_PHRASE_END = regex.compile(r"[;,.()\n]")
_COUNTS = frozenset({"count", "number", "percent", "ratio"})


@dataclass(frozen=True, slots=True)
class PlanVocabulary:
    """What fractions are told apart by, compiled."""

    of_plan: regex.Pattern[str]
    """Matches a word for a plan right behind a percentage."""
    by_plan: regex.Pattern[str]
    """Matches the same behind what a fraction counts: " hộ theo kế hoạch"."""
    makes_new: regex.Pattern[str]
    """Matches to the start of a fraction from a verb that makes new things."""
    parts_before: regex.Pattern[str]
    parts_behind: regex.Pattern[str]
    change: regex.Pattern[str]
    """Matches to the start of a figure from a word for a change."""
    measures: regex.Pattern[str]
    """Matches to the start of a percentage from a word that sets what stands before it against its plan."""

    @classmethod
    def load(cls, files: RuleFiles) -> PlanVocabulary:
        """Compile the words for plans, parts and changes."""
        plan, verbs, parts = (files.any_of(key) for key in ("plan_words", "plan_verbs", "part_words"))
        against, by, goes_on = (files.any_of(key) for key in ("plan_against", "plan_by", "plan_verbs_on"))
        change = files.any_of("more_words", "less_words")
        return cls(
            of_plan=regex.compile(rf"\s?{against}?\s?{plan}(?!\w)"),
            by_plan=regex.compile(rf"(?: [^\W\d]+){{0,{_NOUN}}}? {by} {plan}(?!\w)"),
            makes_new=regex.compile(rf"(?r)(?<!\w){verbs}(?:\s{goes_on})*\s?$"),
            parts_before=regex.compile(rf"(?r)(?<!\w){parts}(?!\w)[^;,.\n]*$"),
            parts_behind=regex.compile(rf"[^;,.\n]*?(?<!\w){parts}(?!\w)"),
            change=regex.compile(rf"(?r)(?<!\w){change}(?:\s{files.any_of('change_on')})?\s$"),
            measures=regex.compile(rf"(?<!\w){files.any_of('plan_measures')}(?: [^\W\d]+)?\s*$"),
        )


def settle_fractions(lexed: Lexed, folded: str, vocabulary: PlanVocabulary) -> Lexed:
    """The same numbers; the second of a fraction has role ``plan`` if it is one, ``value`` if it is one of before."""
    quantities = list(lexed.quantities)
    for index, second in enumerate(lexed.quantities):
        if second.role != "whole" or not index:
            continue
        if _is_compared(lexed.quantities, index, folded, vocabulary):
            quantities[index] = second._replace(role="value")
        elif _is_plan(lexed.quantities, index, folded, vocabulary):
            quantities[index] = second._replace(role="plan")
    for index in range(2, len(quantities)):
        if _is_measured_by(quantities, index, folded, vocabulary):
            quantities[index] = quantities[index]._replace(role="plan")
    return lexed._replace(quantities=tuple(quantities))


def _is_measured_by(quantities: Sequence[Quantity], index: int, folded: str, vocabulary: PlanVocabulary) -> bool:
    """Whether an amount in the bracket behind a percentage is what the amount before is set against."""
    first, share, plan = quantities[index - 2 : index + 1]
    if (first.kind, share.kind, plan.kind) != ("money", "percent", "money") or plan.role != "value":
        return False
    if folded[share.end : plan.start].strip() != "(" or not vocabulary.measures.search(folded, first.end, share.start):
        return False
    return not _CLAUSE_END.search(folded, first.end, share.start) and _is_share(share, first, plan)


def results(lexed: Lexed) -> frozenset[int]:
    """Where the first numbers of fractions begin whose second is a plan."""
    return frozenset(first.start for first, second in pairwise(lexed.quantities) if second.role == "plan")


def beside_plans(lexed: Lexed, folded: str) -> frozenset[int]:
    """Where the numbers begin that stand in the cells of a row beside a plan: they are what came of it.

    So they are results under any heading: "MỘT SỐ CHỈ TIÊU CHỦ YẾU NĂM 2022", below it "Kế hoạch", "Thực hiện".
    """
    found: list[int] = []
    row: list[Quantity] = []
    for quantity in lexed.quantities:
        if row and _BETWEEN_CELLS.fullmatch(folded, row[-1].end, quantity.start) is None:
            found += _results_of(row)
            row = []
        row.append(quantity)
    return frozenset((*found, *_results_of(row)))


def _results_of(row: Sequence[Quantity]) -> list[int]:
    planned = any(cell.role == "plan" for cell in row)
    return [cell.start for cell in row if cell.role == "value"] if planned else []


_BETWEEN_CELLS = regex.compile(r"[\s|]+(?:[-–]?[\s|]+)?")


def _is_compared(quantities: Sequence[Quantity], index: int, folded: str, vocabulary: PlanVocabulary) -> bool:
    """Whether a fraction in a bracket tells of what the change before it is: "giảm 3 vụ = 1,6% (180/183 vụ)"."""
    first, second = quantities[index - 1], quantities[index]
    if folded[max(0, first.start - 2) : first.start].rstrip()[-1:] != "(":
        return False
    for at in range(index - 2, -1, -1):
        change = quantities[at]
        if change.start < first.start - _BEHIND or _CLAUSE_END.search(folded, change.end, first.start):
            return False
        if change.value == abs(first.value - second.value):
            return vocabulary.change.search(folded, max(0, change.start - _BEFORE), change.start) is not None
    return False


def _is_plan(quantities: Sequence[Quantity], index: int, folded: str, vocabulary: PlanVocabulary) -> bool:
    first, second = quantities[index - 1], quantities[index]
    if first.value > second.value or _is_percent_of_plan(quantities, index, folded, vocabulary):
        return True
    if vocabulary.by_plan.match(folded, second.end):
        return True
    before = max(0, first.start - _BEFORE)
    if second.kind in _COUNTS:
        return vocabulary.makes_new.search(folded, before, first.start) is not None
    if second.kind == "money":
        return True
    is_part = vocabulary.parts_before.search(folded, before, first.start)
    return not (is_part or vocabulary.parts_behind.match(folded, second.end, second.end + _BEFORE))


def _is_percent_of_plan(quantities: Sequence[Quantity], index: int, folded: str, vocabulary: PlanVocabulary) -> bool:
    """Whether a percentage of a plan follows in the clause, or stands right before, and it is that of this fraction."""
    first, second = quantities[index - 1], quantities[index]
    before = quantities[index - 2] if index > 1 else None
    if before is not None and _of_plan(before, folded, vocabulary):
        behind = folded[before.end : first.start] if first.start <= before.end + _BEHIND else ";"
        if behind.endswith("(") and not _CLAUSE_END.search(behind):
            return _is_share(before, first, second)
    for at in range(index + 1, len(quantities)):
        share = quantities[at]
        if share.start > second.end + _BEHIND or _CLAUSE_END.search(folded, second.end, share.start):
            break
        if _of_plan(share, folded, vocabulary):
            if first.value == second.value and not _BETWEEN.search(folded, second.end, share.start):
                return False  # "10/10 phường hoàn thành 100% chỉ tiêu": each of them has
            return _is_share(share, first, second) and not _beside_target(quantities, at, folded)
    return False


def _beside_target(quantities: Sequence[Quantity], at: int, folded: str) -> bool:
    """Whether the plan that a percentage is compared with is one, too: "99% so với mục tiêu đề ra trên 98%"."""
    share, after = quantities[at], quantities[at + 1] if at + 1 < len(quantities) else None
    if after is None or after.kind != "percent" or after.start > share.end + _BEFORE:
        return False
    return _PHRASE_END.search(folded, share.end, after.start) is None


def _of_plan(share: Quantity, folded: str, vocabulary: PlanVocabulary) -> bool:
    return share.kind == "percent" and vocabulary.of_plan.match(folded, share.end) is not None


def _is_share(share: Quantity, first: Quantity, second: Quantity) -> bool:
    return second.value > 0 and abs(100 * first.value / second.value - share.value) <= _NEAR
