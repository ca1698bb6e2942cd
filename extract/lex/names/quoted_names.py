"""Names in quotation marks that hold numbers: the model “4 có, 4 không”, the movement “Ngôi nhà 100 đồng”."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from extract.lex.money import MONEY_LISTS
from extract.model import Mention, Quantity
from extract.text import any_of, whole_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.joints import Joints
    from extract.rulefiles import RuleFiles

_QUOTED = re.compile(r"[\"“‘](?<![\w”][\"“‘])(?=[^\s,.;:)])([^\"“”‘’\n\t]{1,60})(?<=\S)[\"”’](?!\w)")
_COUNTED = r"\d(?:\s\p{L}+){1,2}+"
_QUOTES = '"“‘'
_LEAST_SUM = 1_000_000


@dataclass(frozen=True, slots=True)
class QuotedNames:
    """What names in quotation marks look like, compiled."""

    bearers: regex.Pattern[str]
    """What bears a name."""
    joined: regex.Pattern[str]
    """All that stands between two names."""
    slogan: regex.Pattern[str]
    """All of a name that numbers several things: "3 bám, 4 cùng"."""
    borne: regex.Pattern[str]
    """The rest of a name that begins with what bears one: " 5 hộ", " 100 đồng"."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> QuotedNames:
        """Read ``quoted_names`` and the words of money of all rule files."""
        more = rf"(?:(?:\s?[,–-]|\s{joints.both}|)\s{_COUNTED})"
        currency = any_of(files.lists("money", *MONEY_LISTS)["words"])
        return QuotedNames(
            bearers=regex.compile(whole_word(files.any_of("quoted_names"))),
            joined=regex.compile(rf"\s?(?:,|,?\s?{joints.series})\s?"),
            slogan=regex.compile(rf"{_COUNTED}{more}++"),
            borne=regex.compile(rf"\s(?:{_COUNTED}|\d[\d.]*+ {currency}){more}*+"),
        )


def without_names(
    found: Sequence[Quantity], mentions: Sequence[Mention], folded: str, known: QuotedNames
) -> tuple[Sequence[Quantity], Sequence[Mention]]:
    """The quantities that are none of a name in quotation marks, and the mentions with those that are.

    >>> from extract.lex.scan import lex
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> found = lex("lập 5 mô hình “3 có”, tặng “4 xe đạp”", LexVocabulary.load(load()))
    >>> [(one.value, one.unit) for one in found.quantities], [(one.start, one.kind) for one in found.mentions]
    ([(5, 'mô hình'), (4, 'xe đạp')], [(15, 'name')])
    """
    if not any(quote in folded for quote in _QUOTES):
        return found, mentions
    names = _quoted(folded, known)
    if not names:
        return found, mentions
    starts = [start for start, _ in names]
    named = {
        one for one in found if _names(one) and (at := bisect_right(starts, one.start)) and one.start < names[at - 1][1]
    }
    told = [Mention(one.start, one.end, "name", None, None) for one in named]
    return [one for one in found if one not in named], sorted((*mentions, *told), key=attrgetter("start"))


def _names(quantity: Quantity) -> bool:
    """Whether a number may be part of a name: no goal ("“giảm 10% tội phạm”"), nor a sum ("“Quỹ xã được 84 triệu”")."""
    return quantity.kind != "percent" and (quantity.kind != "money" or quantity.value < _LEAST_SUM)


def _quoted(folded: str, known: QuotedNames) -> list[tuple[int, int]]:
    """Where names in quotation marks stand.

    A name stands behind a word that has one ("mô hình “10 chung 1”") or behind another name, begins with such a word
    ("“Tổ liên gia 5 hộ”"), or numbers several things and says no more ("“3 bám, 4 cùng”").
    """
    names: list[tuple[int, int]] = []
    for quoted in _QUOTED.finditer(folded):
        start, end = quoted.span(1)
        before = folded[max(0, start - _LONGEST_BEARER) : start - 1].rstrip(" :")
        if (
            any(before.endswith(bearer[0]) for bearer in known.bearers.finditer(before))
            or (names and known.joined.fullmatch(folded, names[-1][1] + 1, start - 1) is not None)
            or _begins(folded, start, end, known)
            or known.slogan.fullmatch(folded, start, end) is not None
        ):
            names.append((start, end))
    return names


def _begins(folded: str, start: int, end: int, known: QuotedNames) -> bool:
    """Whether a quoted passage is a word that bears a name, and numbers right behind it: no sentence somebody says."""
    bearer = known.bearers.match(folded, start, end)
    return bearer is not None and known.borne.fullmatch(folded, bearer.end(), end) is not None


_LONGEST_BEARER = 24
