"""Words that tell how one figure is related to another: as a share of it, a change, its plan, what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.direction import ChangeWords
from extract.text import final_word, whole_word

if TYPE_CHECKING:
    from extract.checks.direction import Direction
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Patterns of the words before, behind and between figures that tell how these are related."""

    other: regex.Pattern[str]
    """Words between a figure and a percentage that make this something else than its share."""
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
    """Words that say that a figure is all that is left: "còn lại 31 HTX"."""
    last_of_list: regex.Pattern[str]
    """At the end of what stands between the last two members of a list."""
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
    def load(cls, files: RuleFiles) -> RelationWords:
        """Compile the sections that tell shares, changes, plans and rests apart, most of ``rules/checks.yaml``."""
        plan = files.any_of("plan_words", "plan_names", "given_plans")
        compared, leads, follows = map(files.any_of, ("compared_to", "against_leads", "part_follows"))
        return cls(
            other=regex.compile(whole_word(files.any_of("not_a_share"))),
            leads=regex.compile(rf"(?:(?<!\w){files.any_of('share_leads')}|[(=:])\s*$"),
            share=regex.compile(whole_word(files.any_of("share_words"))),
            planned=regex.compile(rf"(?<!\w){files.any_of('no_plans')}(?!\w)(*SKIP)(*FAIL)|(?<!\w){plan}(?!\w)"),
            parted=regex.compile(rf"[;\n]|(?<!\w){files.any_of('plan_breaks')}(?!\w)"),
            against=regex.compile(rf"(?<!\w)(?:{files.any_of('against_words')}|{compared}|{plan})(?!\w)"),
            of_plan=regex.compile(rf"\s*{leads}?\s*(?:{plan}|{compared})(?!\w)"),
            of_whole=regex.compile(final_word(files.any_of("of_whole"))),
            over=regex.compile(final_word(files.any_of("above_plan"))),
            change=ChangeWords.load(files),
            grown=ChangeWords.load(files, added=False),
            outcome=regex.compile(final_word(files.any_of("outcome_words"))),
            either=regex.compile(final_word(files.any_of("either_words"))),
            kept=regex.compile(whole_word(files.any_of("balance_words"))),
            voted=regex.compile(whole_word(files.any_of("votes"))),
            number_of=regex.compile(rf"\s{files.any_of('number_of_words')}\s"),
            of_all=regex.compile(rf"\s*\)?\s*{files.any_of('of_all')}(?!\w)"),
            compared=regex.compile(rf"(?<!\w){leads}?\s*{compared}(?!\w)"),
            compares=regex.compile(rf"[\s\p{{L}}/]{{0,12}}(?<!\w){files.any_of('compare_words')}(?!\w)"),
            than=regex.compile(rf"\s*{files.any_of('change_than')}\s*"),
            named_rate=regex.compile(rf"(?<!\w){files.any_of('named_rates')}(?:\s\p{{L}}++){{1,4}}:?\s*$"),
            all_rest=regex.compile(whole_word(files.any_of("all_rest_words"))),
            last_of_list=regex.compile(final_word(files.any_of("joining_words", "before_last_part"))),
            rest=regex.compile(whole_word(files.any_of("rest_words"))),
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
