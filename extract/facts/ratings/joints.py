"""What joins groups, levels and numbers to each other: commas, and words of the section ``rating_words``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class Joints(NamedTuple):
    """Patterns for folded text."""

    group: str
    """Between two groups that are named together, as a part of patterns: "cơ quan, đơn vị"."""
    level: regex.Pattern[str]
    """Between two of a list of names: "trung bình và loại yếu"."""
    numbered: regex.Pattern[str]
    """Between two numbered levels: "3 sao và 4 sao"."""
    number: regex.Pattern[str]
    """Between two numbers of one level: "10/12 trường, tiểu học 15/16 trường"."""
    piece: regex.Pattern[str]
    """The same where each is a piece of its own: "91% gia đình; 51% dòng họ và 81% xã đạt chuẩn văn hóa"."""
    share: regex.Pattern[str]
    """The same with a share behind the first: "8 chi bộ (40%) và 12 đảng viên"."""
    proper_names: regex.Pattern[str]
    """All between a counted group and its rating, in the text as written: "3 thôn | A, B và C | đạt"."""
    praised: regex.Pattern[str]
    """Between praise and a number that it holds for, too: "khen thưởng 2 tập thể, 5 chi bộ đạt danh hiệu ..."."""
    ends: regex.Pattern[str]
    """Where a clause ends, or the next of a list follows."""
    goes_on: regex.Pattern[str]
    """A word with which a clause goes on."""
    colon: regex.Pattern[str]
    """Behind a level that what follows takes apart: "như sau:"."""

    @staticmethod
    def of(words: Mapping[str, frozenset[str]]) -> Joints:
        """The patterns of the words of a rule set."""
        some = {key: any_of(told) for key, told in words.items()}
        last = some["last_joint"]
        joint = rf"(?:[,/]|(?<!\w){any_of(words['last_joint'] | words['or_joint'])}(?!\w)"
        return Joints(
            group=rf"\s?{joint})\s?",
            level=regex.compile(rf"\s*{joint}(?:\s+{some['level_marks']}(?!\w))?)\s*"),
            numbered=regex.compile(rf"\s+{any_of(words['last_joint'] | words['or_joint'])}\s+"),
            number=regex.compile(rf"\s*(?:,|{last}|,\s*{last})\s*"),
            piece=regex.compile(rf"\s*;\s*(?:{last}\s+)?"),
            share=regex.compile(rf"\s*\([^()\d]{{0,20}}\d[\d.,]*\s?%\)\s*[,;]?\s*{last}?\s*"),
            proper_names=regex.compile(rf"(?:\s*+(?:,|{last}(?!\w)|\p{{Lu}}[\p{{L}}\d]*+))++\s*+"),
            praised=regex.compile(rf"(?:\s*+(?:{some['praised_for']}\s++)?\d[^,;:.()]*+,)++\s*+"),
            ends=regex.compile(rf"\s*(?:[,.;:()\n]|{last}\b|$)"),
            goes_on=regex.compile(rf"\s*(?!{last}\b)\p{{L}}"),
            colon=regex.compile(rf"\s*(?:{some['as_follows']}\s*)?:"),
        )
