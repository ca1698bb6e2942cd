"""The words that lead from a figure to its percentage, its change, its plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from extract.rulefiles import RuleFiles

_MARKS = (",", ";")
_CHANGES = ("more_words", "less_words")
_LEADS = ("share_leads", *_CHANGES)
_OWN = r"(?:[^;.()\[\]\n]{0,40}[)\]])?(?:[ ]?[^\s,;.:()]+){0,8}?"
"""Words of the figure itself: "450 hộ nông dân sản xuất giỏi, ...", behind the end of a bracket it stands in."""
_WORDS = r"(?:[ ][^\s,;:()]+)"
_OPEN = r"[ ]?[(\[][ ]?"


@dataclass(frozen=True, slots=True)
class RateWords:
    """What leads to a percentage or a change, and which figures are listed by theirs."""

    leads: regex.Pattern[str]
    """All between a figure and its percentage: some words of its own, then a lead such as "chiếm" or "tăng"."""
    changes: regex.Pattern[str]
    """The same between a figure and by how much it has changed: ", tăng ", " (+ "."""
    others: regex.Pattern[str]
    """The same between a figure and its plan, or that of another period: " (KH: ", " (cùng kỳ "."""
    years: regex.Pattern[str]
    """The same between the figures of two years: " năm 2010 lên ", ", năm 2010 là "."""
    joins: regex.Pattern[str]
    """All between two percentages of one thing."""
    ends: regex.Pattern[str]
    """What follows a percentage that is all that is told: no unit of its own, as in ", 90% gia đình"."""
    plan_joins: regex.Pattern[str]
    """The same, if both are of plans: " dự toán tỉnh giao và "."""
    plan: regex.Pattern[str]
    """A plan right behind a percentage."""
    last: regex.Pattern[str]
    """The lead that ends a text."""
    borders: tuple[str, ...]
    """What a label begins behind."""
    listed: frozenset[str]
    """Indicators whose percentages go on in a list: "công nghiệp tăng 4%, dịch vụ tăng 3%"."""

    @classmethod
    def load(cls, files: RuleFiles) -> RateWords:
        """Compile ``share_leads``, ``more_words``, ``less_words``, ``around_leads`` and the words for plans."""
        words = files.lists("around_leads", "before", "behind", "listed", "against", "also", "year_opens", "year_turns")
        leads = any_of(files.words(*_LEADS) | words["also"])
        behind, ands = any_of(words["behind"]), files.any_of("and_words")
        plan = files.any_of("plan_words", "plan_names")
        other = rf"(?:{plan}|{files.any_of('compared_to')})"
        return cls(
            leads=regex.compile(rf"{_OWN}(?:{_led(files, words, leads)}|{_OPEN}[+–-]?[ ]?|[ ]?,?[ ]?=[ ]?)"),
            changes=regex.compile(rf"{_OWN}(?:{_led(files, words, files.any_of(*_CHANGES))}|{_OPEN}[+–-][ ]?)"),
            others=regex.compile(rf"{_OWN}(?P<against>(?:{_OPEN}|[ ]?/[ ]?){other}{_WORDS}{{0,4}}?)[ :]*"),
            years=regex.compile(_years(files, words)),
            joins=regex.compile(rf"[ ]?(?:[,;]|[ ]{ands})[ ]"),
            ends=regex.compile(rf"[ ]?(?:[,;.)\]\n]|$|{ands}[ ]\d|{other}(?!\w)|{any_of(words['against'])}[ ])"),
            plan_joins=regex.compile(
                rf"[ ]?(?:{any_of(words['against'])}[ ])?{plan}{_WORDS}{{0,4}}?(?:,|[ ]{ands})[ ]"
            ),
            plan=regex.compile(rf"[ ]?(?:{any_of(words['against'])}[ ])?{plan}(?!\w)"),
            last=regex.compile(rf"(?r)(?<!\w)(?P<lead>{files.any_of(*_LEADS)})(?:[ ]{behind})? $"),
            borders=(*_MARKS, *(f" {word} " for word in sorted(files.words("and_words")))),
            listed=words["listed"],
        )


def _led(files: RuleFiles, words: Mapping[str, Collection[str]], leads: str) -> str:
    """One of ``leads``, what it is against before or behind it: ", so với cùng kỳ năm 2020 tăng bình quân "."""
    before, behind = (any_of(words[key]) for key in ("before", "behind"))
    plan = files.any_of("plan_words", "plan_names")
    against = rf"(?P<against>(?:{any_of(words['against'])}{_WORDS}{{1,8}}?|{plan}{_WORDS}?))"
    lead = rf"{leads}(?:[ ]{behind})?(?:[ ]{against})?(?:[ ]{behind})?"
    return rf"(?:[ ]?[,;.(\[-])?[ \n]?(?:{before}[ ])?(?:{against},?[ ])?(?:{before}[ ])?{lead}[ :]*"


def _years(files: RuleFiles, words: Mapping[str, Collection[str]]) -> str:
    """Between the figures of two years: " năm 2010 lên ", ", đến năm 2010 ước đạt "."""
    opens, turns = any_of(words["year_opens"]), any_of(words["year_turns"])
    links, behind = files.any_of("year_links"), any_of(words["behind"])
    year = rf"{files.any_of('year_words')}[ ]\d{{4}}"
    turned = rf"[ ]\(?{year}\)?[ ]{turns}(?:[ ]{behind})?[ ]"
    told = rf"[ ]?[,;][ ](?:{opens}[ ])?{year}[ ]?(?:(?:{links}|{turns}|{behind})[ ]){{0,2}}"
    return rf"(?P<against>{turned}|{told})"
