"""Groups that overlap, so that they need not make their whole: told apart in several ways, or of all that was listed.

"112 hội viên nữ, 45 hội viên là đảng viên"; "425 suất cho hộ nghèo, 168 suất cho hộ khác, trong đó 65 suất cho trẻ em".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.checks.relation import Relation
from extract.codes import COUNTS
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.totals.listings import Listing
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

_REACH = 80
"""So far before a number and behind it its group may be named."""


class Groupings:
    """The section ``told_apart_by``: what groups of people are called, by what tells them apart."""

    def __init__(self, words: dict[str, frozenset[str]], alone: frozenset[str], joins: frozenset[str]) -> None:
        self._by = {name: regex.compile(whole_word(any_of(some))) for name, some in words.items()}
        self._alone = alone
        self._borders = regex.compile(rf"[,;:.()\n]|(?<!\w){any_of(joins)}(?!\w)")

    @classmethod
    def load(cls, files: RuleFiles) -> Groupings:
        """Read the section of all rule files; ``told_apart_fully`` names what nobody is told apart from otherwise."""
        words: dict[str, set[str]] = {}
        for section in files.sections("told_apart_by"):
            for name, node in section.mapping().items():
                words.setdefault(name, set()).update(map(fold, node.texts()))
        alone = files.words("told_apart_fully")
        return cls({name: frozenset(some) for name, some in words.items()}, alone, files.words("joining_words"))

    def overlap(self, parts: Sequence[Quantity], reading: Reading) -> bool:
        """Whether groups are told apart in several ways: by sex and by age, or some by sex and the others not."""
        if any(part.kind not in COUNTS for part in parts):
            return False  # "Mặt trận góp 120 triệu đồng, Phụ nữ 100 triệu đồng"
        told = [self._of(part, reading) for part in parts]
        known = frozenset().union(*told)
        return any(one not in group for one in known & self._alone for group in told) or (
            len(known) > 1 and all(len(group) == 1 for group in told)
        )

    def _of(self, part: Quantity, reading: Reading) -> frozenset[str]:
        """By what a group is told apart."""
        words = " ".join(self._around(part, reading.folded))
        return frozenset(name for name, pattern in self._by.items() if pattern.search(words))

    def _around(self, part: Quantity, folded: str) -> Iterator[str]:
        """The words of a group before its number and behind it: "nữ 80 người", "112 hội viên nữ"."""
        before = folded[max(0, part.start - _REACH) : part.start]
        *_, since = (0, *(hit.end() for hit in self._borders.finditer(before)))
        yield before[since:]
        border = self._borders.search(folded, part.end, part.end + _REACH)
        yield folded[part.start : border.start() if border is not None else part.end + _REACH]


def without_overlaps(found: Sequence[Listing], groupings: Groupings, reading: Reading) -> list[Listing]:
    """The lists but those that miss their whole because their parts overlap or are of something else."""
    full = [listing for listing in found if listing.holds]
    return [listing for listing in found if listing.holds or not _overlaps(listing, full, groupings, reading)]


def _overlaps(listing: Listing, full: Sequence[Listing], groupings: Groupings, reading: Reading) -> bool:
    whole, parts = listing.whole, [part.quantity for part in listing.parts]
    if groupings.overlap(parts, reading) or whole.depth > listing.parts[0].depth:
        return True  # "245 em (nữ 84 em), gồm 50 em khối 6, 35 em khối 7 ..."
    if "(" in reading.folded[whole.end : listing.opening] or _names(whole.quantity, parts):
        return False
    return any(whole in one.parts and listing.opening >= one.parts[-1].end for one in full)


def _names(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts have the name of their whole: "80 con lợn, trong đó 20 con lợn nái"."""
    return bool(whole.noun) and all((part.noun or "").startswith(whole.noun or "") for part in parts)


def of_another(sums: Sequence[Check]) -> list[Check]:
    """The sums but those that do not hold of parts that make up another whole."""
    known = {check.parts for check in sums if isinstance(check, Relation) and check.outcome == "agrees"}
    return [
        check
        for check in sums
        if not (isinstance(check, Relation) and check.outcome == "disagrees" and check.parts in known - {()})
    ]
