"""What keeps numbers from being ratings: praise, enrolment, proposals."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from extract.facts.ratings.joints import Joints
    from extract.facts.reading import Reading

_LIST_WORDS = 12
_WORDS = 2
_STOP = regex.compile(r"[,;:.()]")
_STOP_OF_LIST = regex.compile(r"[;:.()]")
_QUOTED = regex.compile(r'"[^"\n]*+"')
"""A name between, however long: "13 gia đình xuất sắc trong phong trào "Toàn dân đoàn kết ..." được khen thưởng"."""


class Bars:
    """The words of praise, enrolment and proposal on a page, and those that turn back to ratings, in order."""

    def __init__(self, reading: Reading, joints: Joints) -> None:
        self._reading = reading
        self._counted = joints.praised
        words = [m for m in reading.matches.ratings if not m.slots.keys().isdisjoint(("praise", "bar", "open"))]
        opened = {match.end: match.start for match in words if "open" in match.slots}
        # "chiếm 27% số hộ đăng ký": of whom a share is told
        self._words = [m for m in words if "bar" not in m.slots or opened.get(m.end, m.start) >= m.start]
        self._ends = list(accumulate((match.end for match in self._words), max))
        self._parts = [opener.start for opener in reading.matches.parts]

    def bar(self, start: int, end: int, *, rated_word: bool = True) -> bool:
        """Whether such a word makes the numbers in ``start:end`` no ratings.

        It counts where it stands before them, or just behind: "12 đảng viên ... được khen thưởng"; behind a whole list
        if no rating word says otherwise: "68 hộ gia đình văn hóa, 8 làng văn hóa tiêu biểu đề nghị khen thưởng".
        """
        segment, sentence = self._reading.structure.segment(start), self._reading.structure.sentence(start)
        folded = self._reading.folded
        barred = False
        for at in range(bisect_right(self._ends, sentence.start), len(self._words)):
            match = self._words[at]
            if match.start >= segment.end:
                break
            if match.end <= sentence.start:
                continue
            if "praise" in match.slots or ("bar" in match.slots and match.end > segment.start):
                if match.start < end:
                    marks = "," if "praise" in match.slots else ",("  # "củng cố 16 tổ hội (không còn tổ yếu kém)"
                    told_since = rated_word and any(mark in folded[match.end : start] for mark in marks)
                    told_since = told_since and self._counted.fullmatch(folded, match.end, start) is None
                    barred = match.end > start or not told_since
                elif not barred:
                    barred = self._is_close(end, match.start, rated_word=rated_word)
            elif "open" in match.slots and match.end <= start:
                barred = False
        return barred

    def _is_close(self, end: int, start: int, *, rated_word: bool) -> bool:
        """Whether praise that begins at ``start`` is for what ends at ``end``, and not for a part of it alone.

        "12 đảng viên hoàn thành xuất sắc nhiệm vụ, trong đó 4 đảng viên được tặng bằng khen".
        """
        gap = _QUOTED.sub("", self._reading.folded[end:start])
        stop, reach = (_STOP, _WORDS) if rated_word else (_STOP_OF_LIST, _LIST_WORDS)
        parted = bisect_right(self._parts, start) > bisect_right(self._parts, end)
        return not parted and stop.search(gap) is None and len(gap.split()) <= reach
