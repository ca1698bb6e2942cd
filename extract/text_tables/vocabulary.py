"""The words that tell what stands in tables, as ``rules/cells.yaml`` has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import BULLETS, any_of, final_word, whole_word
from extract.text_tables.heads.year_heads import YearHeads

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_PATTERNS = (
    "unit_of_table",
    "unit_in_title",
    "plan",
    "plan_title",
    "no_plan",
    "plan_office",
    "result",
    "percent",
    "compare",
    "reached",
    "money",
    "mark",
    "yield",
    "row_number",
    "codes",
    "bare",
    "remarks",
    "over",
    "label",
    "names",
    "unit_column",
    "sum",
    "no_sum",
    "giver",
    "share",
    "quantity",
    "mean",
    "difference",
    "year",
    "school_year",
)
_NUMBERING = r"(?:\d{1,2}|[ivx]+|[a-zđ])\s*[.)/-]\s*"
_BULLET = f"[{''.join(map(regex.escape, BULLETS))}]"


def _all_of(group: str) -> regex.Pattern[str]:
    """Matches a folded head that is nothing else."""
    return regex.compile(rf"\s*{group}\s*$")


@dataclass(frozen=True, slots=True)
class CellVocabulary:
    """The words of ``rules/cells.yaml``, compiled."""

    unit_of_table: regex.Pattern[str]
    unit_in_title: regex.Pattern[str]
    plan: regex.Pattern[str]
    plan_title: regex.Pattern[str]
    plan_or_result: regex.Pattern[str]
    """Also where percentages begin, which stand behind plans and results: "Kế hoạch Thực hiện So sánh TH/KH (%)"."""
    percent: regex.Pattern[str]
    reached: regex.Pattern[str]
    """At the end of the head of a column that counts: "Hộ đạt"."""
    compared: regex.Pattern[str]
    """In the head of a column of percentages: they set results against plans."""
    money: regex.Pattern[str]
    """At the start of the head of a column of money, which may have its unit from one beside it."""
    sum: regex.Pattern[str]
    """In the label of sums, whose unit may be told nowhere."""
    giver: regex.Pattern[str]
    """At the start of a line: who gave what stands at its end."""
    mark: regex.Pattern[str]
    """All of the head of a column of those who have a mark: "Đạt" is no percentage beside "Chưa đạt"."""
    yields: regex.Pattern[str]
    """Over a column that the unit of a whole table does not hold for."""
    unit_column: regex.Pattern[str]
    unit_head: regex.Pattern[str]
    """All of the head behind that of the labels, over the units of the rows: "Đơn vị"."""
    label: regex.Pattern[str]
    """The head of the labels, at the start of a line, after that of the row numbers."""
    names: regex.Pattern[str]
    """All of the head of a column that names the rows."""
    row_number: regex.Pattern[str]
    codes: regex.Pattern[str]
    """All of the head of a column whose numbers name things or put them in an order: "Số thửa", "Xếp thứ"."""
    bare: regex.Pattern[str]
    """All of the head of a column that the unit of a whole table does not hold for, since it has none: "Hệ số"."""
    remarks: regex.Pattern[str]
    over: regex.Pattern[str]
    """A head over several others."""
    years: YearHeads
    """Heads of tables that set years side by side."""
    households: regex.Pattern[str]
    """The label of a row that counts them in the group "unit": "1. Tổng số hộ"."""
    ditto: frozenset[str]
    """What stands for the unit of the row above."""

    @classmethod
    def load(cls, files: RuleFiles) -> CellVocabulary:
        """Compile the section ``cells``."""
        words = files.lists("cells", *_PATTERNS, "ditto")
        some = {key: any_of(words[key]) for key in _PATTERNS}
        some |= {"rate": some["percent"], "percent": any_of(words["percent"] | words["compare"])}
        no_office = rf"(?<!(?<!\w){some['plan_office']}[\s–-]+)(?!{some['no_plan']}(?!\w))"
        plan = rf"{no_office}{some['plan']}"
        return cls(
            unit_of_table=regex.compile(
                rf"(?<!\w){some['unit_of_table']}(?:\s*[-–/]\s*[a-z]+)?\s*:\s*(?P<unit>[^\n\t;()]{{1,20}})"
            ),
            unit_in_title=regex.compile(
                rf"(?:\((?P<unit>[^()\d]{{1,20}})\)"
                rf"|(?<!\w){some['unit_in_title']}\s+(?P<unit>[^,;:()\d]{{1,20}}))[\s.:]*$"
            ),
            plan=regex.compile(whole_word(plan)),
            plan_title=regex.compile(rf"(?<!\w){no_office}{some['plan_title']}(?!\w)"),
            plan_or_result=regex.compile(
                rf"(?<!\w)(?:(?P<plan>{plan})|(?P<percent>{some['percent']})(?!\w).*|{some['result']})(?!\w)"
                rf"|(?P<percent>%).*"
            ),
            compared=regex.compile(rf"(?<!\w)(?:{some['percent']}|{some['result']})(?!\w)|/|^%"),
            money=regex.compile(rf"\s*{some['money']}(?!\w)"),
            sum=regex.compile(rf"(?<!\w)(?!{some['no_sum']}(?!\w)){some['sum']}(?!\w)"),
            giver=regex.compile(rf"(?:\d{{1,3}}\s*[.)/-]|{_BULLET})?\s*{some['giver']}(?!\w)"),
            mark=_all_of(some["mark"]),
            yields=regex.compile(whole_word(some["yield"])),
            unit_column=regex.compile(whole_word(some["unit_column"])),
            unit_head=_all_of(rf"(?:{some['unit_column']}|{some['unit_of_table']})\.?"),
            label=regex.compile(rf"\s*(?:{some['row_number']}\.?\s+|{_NUMBERING})?{some['label']}(?!\w)"),
            names=regex.compile(rf"(?:{some['label']}|{some['names']}|{some['unit_column']})\s*$"),
            percent=regex.compile(rf"%|(?<!\w){some['percent']}(?!\w)"),
            reached=regex.compile(final_word(some["reached"])),
            row_number=_all_of(rf"{some['row_number']}\.?"),
            codes=_all_of(some["codes"]),
            bare=_all_of(some["bare"]),
            remarks=_all_of(some["remarks"]),
            over=regex.compile(rf"\s*{some['over']}(?!\w)"),
            years=YearHeads.of(some),
            households=regex.compile(
                rf"(?:{_NUMBERING}|[-+*]\s*)?{files.any_of('counts_announced')} "
                rf"(?P<unit>{files.any_of('households')})(?!\w)"
            ),
            ditto=words["ditto"],
        )
