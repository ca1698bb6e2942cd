"""A fraction against the percentage printed behind it.

"52/823 hộ, chiếm 6,31%" (part of a whole) and "991.380.800đ/900.000.000đ, đạt 110,15% kế hoạch" (result and plan).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.direction import ChangeWords
from extract.checks.interval import Interval, of
from extract.checks.relation import Side, Verdict, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.direction import Direction
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

_REACH, _VOTED = 80, 40
"""How far behind the fraction its percentage may stand, in characters."""


@dataclass(frozen=True, slots=True)
class ShareVocabulary:
    """Words between a fraction and a percentage that make it something else than their ratio."""

    other: regex.Pattern[str]
    leads: regex.Pattern[str]
    """Words and marks that lead to a percentage: "chiếm", "đạt", "(", at the end of what stands before it."""
    share: regex.Pattern[str]
    """A word by which a percentage is a share and nothing else."""
    planned: regex.Pattern[str]
    """A word for a plan somewhere before it; "giao" of "giao thông" is none."""
    parted: regex.Pattern[str]
    """What parts a result from its plan: "155 tỷ đồng doanh thu và 23 tỷ đồng lợi nhuận"."""
    against: regex.Pattern[str]
    """Words between a percentage and what it is reckoned against."""
    of_plan: regex.Pattern[str]
    """A word for a plan, or for another year, right behind a percentage."""
    of_whole: regex.Pattern[str]
    """Words between a part and its whole: "trên tổng số", at the end of what stands before the whole."""
    over: regex.Pattern[str]
    """A word that makes a percentage one above the plan, right before it."""
    change: ChangeWords
    grown: ChangeWords
    """The same without words that may add something new: "trao thêm 30 suất"."""
    outcome: regex.Pattern[str]
    """Words between a change and what came out of it: "xuống còn", at the end of what stands before it."""
    either: regex.Pattern[str]
    """A word between two figures only one of which holds: "hoặc", at the end of what stands before the second."""
    kept: regex.Pattern[str]
    """Words for what is left of an income or a fund, somewhere before it."""
    voted: regex.Pattern[str]
    """Words for votes, of which the percentages are of all who may vote."""
    number_of: regex.Pattern[str]
    """Words right behind a percentage, before the unit of what it is of: "60% số xã"."""
    of_all: regex.Pattern[str]
    """Words right behind a percentage that it is of another whole: "tổng số đại biểu"."""
    compared: regex.Pattern[str]
    """What a change is compared with: another year than the one told."""
    compares: regex.Pattern[str]
    """A word right behind a change that leads to what it is against, of whatever name: "so với mức cũ"."""
    than: regex.Pattern[str]
    """All that stands between a change and the figure before it: " so với mức "."""
    named_rate: regex.Pattern[str]
    """A word for a rate and of what it is one, at the end of what stands before a percentage: "tỷ lệ vi phạm"."""
    all_rest: regex.Pattern[str]
    last_of_list: regex.Pattern[str]
    """At the end of what stands between the last two members of a list."""
    """Words that say that a figure is all that is left: "còn lại 31 HTX"."""
    rest: regex.Pattern[str]
    """A word by which a figure is what is left: "còn lại", "chưa"."""
    places: frozenset[str]
    """Units that count places: "10 huyện"."""
    of_places: frozenset[str]
    """Units of what places may be parts of: "25 đơn vị"."""
    follows: regex.Pattern[str]
    """All that stands between a percentage and its part behind it: " (", ", tương ứng với "."""
    beside: regex.Pattern[str]
    """All between a part and a figure that goes with it: "181 hộ nghèo với 882 khẩu", "181 hộ (882 khẩu)"."""

    @classmethod
    def load(cls, files: RuleFiles) -> ShareVocabulary:
        """Compile the sections of ``rules/checks.yaml`` that tell percentages and changes apart."""
        plan = files.any_of("plan_words", "plan_names", "given_plans")
        compared, leads, follows = map(files.any_of, ("compared_to", "against_leads", "part_follows"))
        return cls(
            other=regex.compile(rf"(?<!\w){files.any_of('not_a_share')}(?!\w)"),
            leads=regex.compile(rf"(?:(?<!\w){files.any_of('share_leads')}|[(=:])\s*$"),
            share=regex.compile(rf"(?<!\w){files.any_of('share_words')}(?!\w)"),
            planned=regex.compile(rf"(?<!\w){files.any_of('no_plans')}(?!\w)(*SKIP)(*FAIL)|(?<!\w){plan}(?!\w)"),
            parted=regex.compile(rf"[;\n]|(?<!\w){files.any_of('plan_breaks')}(?!\w)"),
            against=regex.compile(rf"(?<!\w)(?:{files.any_of('against_words')}|{compared}|{plan})(?!\w)"),
            of_plan=regex.compile(rf"\s*{leads}?\s*(?:{plan}|{compared})(?!\w)"),
            of_whole=regex.compile(rf"(?<!\w){files.any_of('of_whole')}\s*$"),
            over=regex.compile(rf"(?<!\w){files.any_of('above_plan')}\s*$"),
            change=ChangeWords.load(files),
            grown=ChangeWords.load(files, added=False),
            outcome=regex.compile(rf"(?<!\w){files.any_of('outcome_words')}\s*$"),
            either=regex.compile(rf"(?<!\w){files.any_of('either_words')}\s*$"),
            kept=regex.compile(rf"(?<!\w){files.any_of('balance_words')}(?!\w)"),
            voted=regex.compile(rf"(?<!\w){files.any_of('votes')}(?!\w)"),
            number_of=regex.compile(rf"\s{files.any_of('number_of_words')}\s"),
            of_all=regex.compile(rf"\s*\)?\s*{files.any_of('of_all')}(?!\w)"),
            compared=regex.compile(rf"(?<!\w){leads}?\s*{compared}(?!\w)"),
            compares=regex.compile(rf"[\s\p{{L}}/]{{0,12}}(?<!\w){files.any_of('compare_words')}(?!\w)"),
            than=regex.compile(rf"\s*{files.any_of('change_than')}\s*"),
            named_rate=regex.compile(rf"(?<!\w){files.any_of('named_rates')}(?:\s\p{{L}}++){{1,4}}:?\s*$"),
            all_rest=regex.compile(rf"(?<!\w){files.any_of('all_rest_words')}(?!\w)"),
            last_of_list=regex.compile(rf"(?<!\w){files.any_of('joining_words', 'before_last_part')}\s*$"),
            rest=regex.compile(rf"(?<!\w){files.any_of('rest_words')}(?!\w)"),
            places=frozenset(files.words("place_units")),
            of_places=frozenset(files.words("of_places")),
            follows=regex.compile(rf"\s*\(\s?(?:{follows})?\s?|,?\s*{follows}\s*"),
            beside=regex.compile(
                rf"[^;.:()\n]{{0,40}}?(?:,|\(|(?<!\w){files.any_of('beside_words')}(?!\w))[^;.:()\n\d]{{0,20}}"
            ),
        )

    def direction(self, folded: str, start: int, since: int = 0) -> Direction | None:
        """Which way a change goes that begins at ``start``, by the word right before it, no earlier than ``since``."""
        return self.change.before(folded, start, since)


def percent_of(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every fraction with a percentage next behind it in its segment, or before it and its bracket."""
    quantities = drawn.reading.lexed.quantities
    for at in range(1, len(quantities)):
        if quantities[at].role in ("whole", "plan") and quantities[at].value > 0:
            check = _told_before(at, drawn, vocabulary) or _told_behind(at, drawn, vocabulary)
            if check is not None:
                yield check


def _told_before(at: int, drawn: Drawn, vocabulary: ShareVocabulary) -> Check | None:
    """The check of a fraction with its percentage before it."""
    folded, quantities = drawn.reading.folded, drawn.reading.lexed.quantities
    part, whole = quantities[at - 1], quantities[at]
    percent = quantities[at - 2] if at > 1 else None
    if percent is None or percent.kind != "percent":
        return None
    check = _check(drawn, part, whole, percent)
    if in_bracket(folded, percent, part, whole):
        changed = vocabulary.direction(folded, percent.start, quantities[at - 3].end if at > 2 else 0)  # noqa: PLR2004
        return check if changed is None or check.outcome == "agrees" else None
    follows = vocabulary.follows.fullmatch(folded, percent.end, part.start)  # "chiếm 8,9% với 16/180 vụ"
    return check if follows and check.outcome == "agrees" else None


def _told_behind(at: int, drawn: Drawn, vocabulary: ShareVocabulary) -> Check | None:
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
    if percent.comparator != "eq" and left.meets(_open(percent, right)):
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


def _is_its_own(between: str, percent: Quantity, reading: Reading, vocabulary: ShareVocabulary) -> bool:
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


def _of_others(part: Quantity, whole: Quantity, percent: Quantity, drawn: Drawn, vocabulary: ShareVocabulary) -> bool:
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
        Side(reading.quote(percent.start, percent.end), printed),
        (min(part.start, percent.start), max(whole.end, percent.end)),
        verdict=Verdict("agrees", None) if share.high is None and as_told.meets(printed) else verdict,
        shared=(part, whole),
    )


def _interrupted(drawn: Drawn, start: int, end: int) -> bool:
    """Whether a date or another number, or the end of a segment, stands between."""
    if drawn.reading.structure.segment(start).start != drawn.reading.structure.segment(end).start:
        return True
    return len(drawn.reading.mentions_in(start, end)) > 0


_DECIMALS = regex.compile(r"\d[.,](\d+)")


def last_unit(folded: str, percent: Quantity) -> float:
    """One unit of the last printed digit: 0.01 of "6,31%"."""
    decimals = _DECIMALS.search(folded, percent.start, percent.end)
    return 1.0 if decimals is None else 10.0 ** -len(decimals[1])


_ROUGHLY = 0.05
"""By such a share of itself a percentage may differ from the one that is told as "trên" or "gần" it."""
_ABOVE, _BELOW = frozenset({"gt", "ge"}), frozenset({"approx_below", "lt", "le"})


def printed_percent(percent: Quantity, folded: str) -> Interval:
    """What a percentage may stand for: one unit of its last digit more or less; "trên 80%" is 80 and a little more."""
    unit, value = last_unit(folded, percent), percent.value
    if percent.comparator == "eq":
        return of(percent).one_unit_wider(unit)
    near = max(unit, _ROUGHLY * value)
    low, high = (unit if percent.comparator in some else near for some in (_ABOVE, _BELOW))
    return Interval(value - low, value + high)


def _open(percent: Quantity, printed: Interval) -> Interval:
    """The same with an open end where its comparator has one; and one unit off, as sloppy as such words are."""
    low = 0.0 if percent.comparator in _BELOW else printed.low - 1.0
    return Interval(low, None if percent.comparator in _ABOVE else (printed.high or 0) + 1)
