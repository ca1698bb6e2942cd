"""A fraction against the percentage printed behind it.

"52/823 hộ, chiếm 6,31%" (part of a whole) and "991.380.800đ/900.000.000đ, đạt 110,15% kế hoạch" (result and plan).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.interval import Interval, of
from extract.checks.relation import Side, Verdict, relation
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.read import Drawn
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

_REACH = 80
"""How far behind the fraction its percentage may stand, in characters."""


@dataclass(frozen=True, slots=True)
class ShareVocabulary:
    """Words between a fraction and a percentage that make it something else than their ratio."""

    other: regex.Pattern[str]
    leads: regex.Pattern[str]
    """Words and marks that lead to a percentage: "chiếm", "đạt", "(", at the end of what stands before it."""
    plan: regex.Pattern[str]
    of_plan: regex.Pattern[str]
    """A word for a plan, or for another year, right behind a percentage."""
    of_whole: regex.Pattern[str]
    """Words between a part and its whole: "trên tổng số", at the end of what stands before the whole."""
    over: regex.Pattern[str]
    """A word that makes a percentage one above the plan, right before it."""
    change: regex.Pattern[str]
    """A word for more or ``less`` right before a change."""
    outcome: regex.Pattern[str]
    """Words between a change and what came out of it: "xuống còn", at the end of what stands before it."""
    compared: regex.Pattern[str]
    """What a change is compared with: another year than the one told."""

    @classmethod
    def load(cls, files: RuleFiles) -> ShareVocabulary:
        """Compile the sections of ``rules/checks.yaml`` that tell percentages and changes apart."""
        leads, plan, compared, of_whole, over, more, added, less, outcome = (
            _either(files, key)
            for key in (
                "share_leads",
                "plan_names",
                "compared_to",
                "of_whole",
                "above_plan",
                "more_words",
                "added_words",
                "less_words",
                "outcome_words",
            )
        )
        return cls(
            other=regex.compile(rf"(?<!\w){_either(files, 'not_a_share')}(?!\w)"),
            leads=regex.compile(rf"(?:(?<!\w){leads}|[(=:])\s*$"),
            plan=regex.compile(rf"(?<!\w){plan}(?!\w)"),
            of_plan=regex.compile(rf"\s*(?:so với|so|của)?\s*(?:{plan}|{compared})(?!\w)"),
            of_whole=regex.compile(rf"(?<!\w){of_whole}\s*$"),
            over=regex.compile(rf"(?<!\w){over}\s*$"),
            change=regex.compile(rf"(?<!\w)(?:(?P<less>{less})|{more}|{added})\s*(?:được\s*)?$"),
            outcome=regex.compile(rf"(?<!\w){outcome}\s*$"),
            compared=regex.compile(rf"(?<!\w)(?:so với|so|bằng|của)?\s*{compared}(?!\w)"),
        )


def _either(files: RuleFiles, section: str) -> str:
    """An alternation of the words of a section, the longest first."""
    return rf"(?:{any_of(fold(word) for node in files.sections(section) for word in node.texts())})"


def percent_of(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every fraction with a percentage next behind it in its segment, or before it and its bracket."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at in range(1, len(quantities)):
        part, whole = quantities[at - 1], quantities[at]
        if whole.role not in ("whole", "plan") or whole.value <= 0:
            continue
        before = quantities[at - 2] if at > 1 else None
        if before is not None and before.kind == "percent" and _in_bracket(reading.folded, before, part, whole):
            yield _check(drawn, part, whole, before)
            continue
        percent = quantities[at + 1] if at + 1 < len(quantities) else None
        if percent is None or percent.kind != "percent":
            continue
        between = reading.folded[whole.end : percent.start]
        if len(between) > _REACH or vocabulary.other.search(between) or _interrupted(drawn, whole.end, percent.start):
            continue
        left = of(part).percent_of(of(whole))
        right = of(percent).one_unit_wider(last_unit(reading.folded, percent))
        of_others = percent.noun is not None and not vocabulary.of_plan.match(reading.folded, percent.end)
        if not left.meets(right) and (of_others or not vocabulary.leads.search(between)):
            continue  # "36/39 thôn đạt chuẩn và 100% cơ quan": the percentage is that of what follows
        yield _check(drawn, part, whole, percent)


_TO_BRACKET = regex.compile(r"[^().;\d\n]{0,40}\(\s?")


def _in_bracket(folded: str, percent: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a bracket behind a percentage holds the fraction alone: "đạt 102% kế hoạch (4,896 tỷ/4,8 tỷ)"."""
    opened = _TO_BRACKET.fullmatch(folded, percent.end, part.start)
    return opened is not None and folded[whole.end : whole.end + 2].lstrip(" ")[:1] == ")"


def _check(drawn: Drawn, part: Quantity, whole: Quantity, percent: Quantity) -> Check:
    reading = drawn.reading
    printed = of(percent).one_unit_wider(last_unit(reading.folded, percent))
    share = of(part).percent_of(of(whole))
    as_told = Interval(part.value, part.value).percent_of(of(whole))  # "trên 46,8/50 ha, đạt 93,7%" counts 46,8
    return relation(
        reading.page.page_id,
        "plan_ratio" if whole.role == "plan" else "percent_of",
        Side(reading.quote(part.start, whole.end), share),
        Side(reading.quote(percent.start, percent.end), printed),
        (min(part.start, percent.start), max(whole.end, percent.end)),
        verdict=Verdict("agrees", None) if share.high is None and as_told.meets(printed) else None,
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
