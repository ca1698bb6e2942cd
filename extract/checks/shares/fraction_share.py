"""A fraction against the percentage printed behind it.

"52/823 hộ, chiếm 6,31%" (part of a whole) and "991.380.800đ/900.000.000đ, đạt 110,15% kế hoạch" (result and plan).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.checks.interval import Interval, of
from extract.checks.printed import last_unit, open_percent, printed_percent
from extract.checks.relation import Side, Verdict, relation, side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_REACH = 80
"""How far behind the fraction its percentage may stand, in characters."""
_VOTED = 40
"""How far around both a word for votes may stand."""


def fraction_shares(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every fraction with a percentage next behind it in its segment, or before it and its bracket."""
    quantities = drawn.reading.lexed.quantities
    for at in range(1, len(quantities)):
        if quantities[at].role in ("whole", "plan") and quantities[at].value > 0:
            check = _told_before(at, drawn, vocabulary) or _told_behind(at, drawn, vocabulary)
            if check is not None:
                yield check


def _told_before(at: int, drawn: Drawn, vocabulary: RelationWords) -> Check | None:
    """The check of a fraction with its percentage before it."""
    folded, quantities = drawn.reading.folded, drawn.reading.lexed.quantities
    part, whole = quantities[at - 1], quantities[at]
    before = quantities[max(0, at - 3) : at - 1]
    percent = before[-1] if before else None
    if percent is None or percent.kind != "percent":
        return None
    check = _check(drawn, part, whole, percent)
    if in_bracket(folded, percent, part, whole):
        changed = vocabulary.direction(folded, percent.start, before[0].end if len(before) > 1 else 0)
        return check if changed is None or check.outcome == "agrees" else None
    follows = vocabulary.follows.fullmatch(folded, percent.end, part.start)  # "chiếm 8,9% với 16/180 vụ"
    return check if follows and check.outcome == "agrees" else None


def _told_behind(at: int, drawn: Drawn, vocabulary: RelationWords) -> Check | None:
    """The check of a fraction with its percentage behind it."""
    reading, quantities = drawn.reading, drawn.reading.lexed.quantities
    part, whole = quantities[at - 1], quantities[at]
    percent = quantities[at + 1] if at + 1 < len(quantities) else None
    if percent is None:
        return None
    inside = _ASIDE_BRACKET.match(reading.folded, whole.end)
    if inside is not None and percent.start < inside.end():  # "478/619 vụ (có 63 vụ mở rộng), đạt 77,2%"
        behind = next((one for one in quantities[at + 1 : at + 5] if one.start >= inside.end()), None)
        near = behind is not None and behind.start - inside.end() <= _ASIDE
        percent = behind if near and behind is not None and behind.kind == "percent" else percent
    start = inside.end() if inside is not None and percent.start >= inside.end() else whole.end
    between = reading.folded[start : percent.start]
    if percent.kind not in ("percent", "number") or percent.per is not None:  # "50.000/1 triệu/ngày (1.825%/năm)"
        return None
    if len(between) > _REACH or vocabulary.other.search(between) or _interrupted(drawn, start, percent.start):
        return None
    left, right = of(part).percent_of(of(whole)), printed_percent(percent, reading.folded)
    if percent.kind == "number":  # "83/85 chi hội, đạt tỷ lệ 97,6"
        bare = last_unit(reading.folded, percent) < 1 and vocabulary.leads.search(between) is not None
        return _check(drawn, part, whole, percent) if bare and left.meets(right) else None
    if left.meets(right):
        return _check(drawn, part, whole, percent)
    meant = percent.comparator not in _BOUNDS and _is_meant(between, part, whole)
    if not (meant and _is_its_own(between, percent, reading, vocabulary)):
        return None
    verdict = None
    if percent.comparator != "eq" and left.meets(open_percent(percent, right)):
        verdict = Verdict("unchecked", "open_interval")
    elif _of_others(part, whole, percent, drawn, vocabulary):
        verdict = Verdict("unchecked", "other_base")
    return _check(drawn, part, whole, percent, verdict)


_BOUNDS = frozenset({"ge", "le"})
"""They tell a class, no share: "13/53 chỉ tiêu đạt 100% trở lên"."""
_ASIDE_BRACKET = regex.compile(r"[^().;:\d\n]{0,60}\([^()%\n]{1,80}\)")
_BREAK = regex.compile(r"[,;(][^,;(]*+$")
_ASIDE = 25
_SIMPLE = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10)})
"""Fractions that round: "gần 1/3 số người được hỏi (31%)"."""


def _is_its_own(between: str, percent: Quantity, reading: Reading, vocabulary: RelationWords) -> bool:
    """Whether a percentage that misses a fraction is said to be of it: not that of "36/39 thôn và 100% cơ quan".

    Nor a rate a day, and a year: "50 nghìn đồng/1 triệu/ngày (tương đương 1.825%/năm)".
    """
    if "/" in (between[:1], reading.folded[percent.end : percent.end + 1]):
        return False
    of_others = percent.noun is not None and not vocabulary.of_plan.match(reading.folded, percent.end)
    return not of_others and vocabulary.leads.search(between) is not None


def _is_meant(between: str, part: Quantity, whole: Quantity) -> bool:
    """Whether a fraction is one that its percentage may miss, and not "3/76 cây cầu, đất mới được 16%" or "1/3"."""
    last = _BREAK.search(between)
    near = last is None or len(last[0]) <= _ASIDE
    return near and part.kind != "percent" and (part.value, whole.value) not in _SIMPLE


def _of_others(part: Quantity, whole: Quantity, percent: Quantity, drawn: Drawn, vocabulary: RelationWords) -> bool:
    """Whether a percentage is of all who may vote, or of a plan: "408/449 đại biểu tán thành (84,3%)"."""
    folded = drawn.reading.folded
    voted = vocabulary.voted.search(folded, max(0, part.start - _VOTED), percent.end + _VOTED)
    told = vocabulary.of_all.match(folded, percent.end)
    planned = whole.role != "plan" and vocabulary.of_plan.match(folded, percent.end)
    return bool(voted or told or planned)


_TO_BRACKET = regex.compile(r"[^().;\d\n]{0,40}\(\s?")


def in_bracket(folded: str, percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a bracket behind a percentage holds the fraction alone: "đạt 102% kế hoạch (4,896 tỷ/4,8 tỷ)"."""
    opened = _TO_BRACKET.fullmatch(folded, percent.end, part.start)
    return opened is not None and folded[whole.end : whole.end + 2].lstrip(" ")[:1] == ")"


def _check(drawn: Drawn, part: Quantity, whole: Quantity, percent: Quantity, verdict: Verdict | None = None) -> Check:
    reading = drawn.reading
    printed = printed_percent(percent, reading.folded)
    share = of(part).percent_of(of(whole))
    as_told = Interval(part.value, part.value).percent_of(of(whole))  # "trên 46,8/50 ha, đạt 93,7%" counts 46,8
    return relation(
        reading.page.page_id,
        "plan_ratio" if whole.role == "plan" else "percent_of",
        Side(reading.quote(part.start, whole.end), share),
        side_of(percent, reading, printed),
        (min(part.start, percent.start), max(whole.end, percent.end)),
        verdict=Verdict("agrees", None) if share.high is None and as_told.meets(printed) else verdict,
        shared=(part, whole),
    )


def _interrupted(drawn: Drawn, start: int, end: int) -> bool:
    """Whether a date or another number, or the end of a segment, stands between."""
    if drawn.reading.structure.segment(start).start != drawn.reading.structure.segment(end).start:
        return True
    return len(drawn.reading.mentions_in(start, end)) > 0
