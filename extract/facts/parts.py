"""Which things are parts of another: "71 suất học bổng gồm: ... 48 suất; ... 5 suất"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.facts.doings import counted_at
from extract.facts.surroundings import bracket_start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.facts.doings import Doing
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match

_OPENING = 24
"""An opener within so many characters of its block speaks of the block before: "Trong đó, bậc tiểu học 80 suất"."""

_GAP = 4
"""More characters than stand between a colon and the line behind it."""
_SLIP = 1.1
"""The parts of a list may come to so many times their whole by a slip: "45 suất, gồm 20, 15 và 12 suất"."""
_MOST_PARTS = 30
"""A list of parts without a word for it has no more."""


def mark_parts(doings: Sequence[Doing], openers: Sequence[Match], reading: Reading, wording: Wording) -> None:
    """Set ``whole`` of every doing that a phrase such as "trong đó", "gồm" makes part of another.

    The whole is the thing counted inside the phrase ("trong 9 căn nhà có"), else the last one before it; of several
    things in the sentence before, each has parts of its own kind. Parts are of the whole's family, stand in the
    sentence of the opener or in the list under it, and come to no more than the whole. Two or more of its kind right
    behind it that come to just as much are its parts without such a phrase.
    """
    starts = [doing.start for doing in doings]
    owners: dict[int, int] = {}
    for at, doing in enumerate(doings):
        for index in doing.match.quantities:
            owners.setdefault(index, at)
    for opener in reversed(
        openers
    ):  # inner ones first: "685 phần, gồm: 42 suất, trong đó 12 suất ..., 30 suất ...; 120 suất"
        at, wholes = _wholes(doings, starts, owners, opener, reading)
        if not wholes or wholes[0].whole is not None:
            continue
        end = bisect_left(starts, end_of_parts(opener, reading))
        told = [doing for doing in doings[at:end] if not _is_told_within(doing, opener, reading)]
        _mark_told(wholes, told, reading, wording)
        for whole in wholes:
            _mark_rest(whole, doings[at:end], doings[end : end + _MOST_PARTS], reading)
    for at in range(len(doings)):
        _mark_sum(doings, at, reading, wording)


def _mark_told(wholes: Sequence[Doing], told: Sequence[Doing], reading: Reading, wording: Wording) -> None:
    """Mark the things behind an opener, up to one that a whole has no room for.

    Something of another family may stand between, unless more is done behind it: "gồm 9 suất cấp I, 6 xe đạp và 2 suất
    đại học". What just makes up the whole is part of it all the same.
    """
    left = {whole: _size(whole, reading) for whole in wholes}
    apart: int | None = None
    for part in told:
        whole = _whole_for(part, wholes, reading)
        if whole is None:
            apart = part.match.end
            continue
        size, room = _size(part, reading), left[whole]
        if room is None or size is None or size > room:
            if len(wholes) == 1:
                if _ends_list(part, told, whole, reading, wording):
                    part.whole = whole
                return
            continue
        more_is_done = apart is not None and wording.has_verb(reading.folded, apart, part.start)
        if more_is_done and _size_of_all(told, whole, reading) != _size(whole, reading):
            return
        if part.whole is None:
            part.whole = whole
            left[whole] = room - size


def _ends_list(part: Doing, told: Sequence[Doing], whole: Doing, reading: Reading, wording: Wording) -> bool:
    """Whether a thing ends a list of parts that come to a little more than their whole, by a slip."""
    parts = [doing for doing in told if doing.whole is whole]
    last = told[-1] is part and len(parts) > 1 and parts[-1].indicator == part.indicator
    size, all_ = _size(whole, reading), sum(_size(doing, reading) or 0 for doing in (*parts, part))
    if not last or size is None or all_ > _SLIP * size:
        return False
    together = reading.structure.segment(parts[0].start) == reading.structure.segment(part.start)
    return together and not wording.has_verb(reading.folded, parts[-1].match.end, part.start)


def _whole_for(part: Doing, wholes: Sequence[Doing], reading: Reading) -> Doing | None:
    """The whole that a thing may be part of: the one of its kind, else the nearest if that is of its family."""
    alike = next((whole for whole in wholes if whole.indicator == part.indicator), None)
    return alike or next((whole for whole in wholes[:1] if reading.family(whole) == reading.family(part)), None)


def _size_of_all(told: Sequence[Doing], whole: Doing, reading: Reading) -> float:
    """How many things of a whole's kind there are that are part of nothing else."""
    parts = (doing for doing in told if doing.indicator == whole.indicator and doing.whole in (None, whole))
    return sum(_size(part, reading) or 0 for part in parts)


def _mark_rest(whole: Doing, told: Sequence[Doing], behind: Sequence[Doing], reading: Reading) -> None:
    """Mark parts told in sentences of their own behind the first ones, where all just make up the whole.

    "Trong đó trao 36 suất học bổng của quỹ tỉnh. Mỗi suất 800.000 đồng. / Trao 25 suất học bổng của quỹ huyện."
    """
    known = [doing for doing in told if doing.whole is whole]
    left = (_size(whole, reading) or 0) - sum(_size(part, reading) or 0 for part in known)
    if not known or left <= 0:
        return
    structure, rest, last = reading.structure, [], known[-1]
    for part in behind:
        size = _size(part, reading)
        if not structure.neighbours(last.start, part.start):
            return
        if part.indicator != whole.indicator:
            continue
        if part.whole is not None or size is None or size > left:
            return
        rest.append(part)
        left -= size
        last = part
        if left == 0:
            break
    if left == 0:
        for part in rest:
            part.whole = whole


def _is_told_within(part: Doing, opener: Match, reading: Reading) -> bool:
    """Whether a thing only stands in a bracket behind the opener, which tells of a part."""
    opened = bracket_start(part.start, reading)
    return opened is not None and opened > opener.start


def _mark_sum(doings: Sequence[Doing], at: int, reading: Reading, wording: Wording) -> None:
    """Parts without a word for it, which come to the whole: "trao 12 suất học bổng: 8 suất ở ấp A, 4 suất ở ấp B"."""
    whole = doings[at]
    parts: list[Doing] = []
    left = _size(whole, reading)
    opens = reading.folded.startswith(":", whole.match.end)  # "Đợt này có 129 suất: bậc tiểu học 121 suất, ..."
    if whole.whole is not None or not left or not ("object" in whole.match.slots or opens):
        return
    end = _sum_end(whole, reading)
    for part in doings[at + 1 : at + 1 + _MOST_PARTS]:
        size = _size(part, reading)
        alike = part.whole is None and part.indicator == whole.indicator
        if part.start >= end or not alike or size is None or size > left:
            return
        parts.append(part)
        left -= size
        if left == 0:
            break
    if left == 0 and len(parts) > 1 and not wording.gives(reading.folded, whole.match.end, parts[-1].start):
        for part in parts:
            part.whole = whole


def _sum_end(whole: Doing, reading: Reading) -> int:
    """How far parts may go without a word for it: through the next sentence of the block, or the list under it."""
    structure = reading.structure
    block, end = structure.block(whole.start), structure.sentence(whole.start).end
    if end < block.end:
        return structure.sentence(end).end
    return structure.list_end(whole.start) if reading.folded[end - _GAP : end].rstrip().endswith(":") else end


def _wholes(
    doings: Sequence[Doing], starts: list[int], owners: Mapping[int, int], opener: Match, reading: Reading
) -> tuple[int, list[Doing]]:
    """The things that an opener speaks of, nearest first, and the place of the first that may be a part.

    ``owners``: from a quantity to the first thing whose phrase took it.
    """
    inside = min((owners[index] for index in opener.quantities if index in owners), default=None)
    if inside is not None:
        return inside + 1, [doings[inside]]
    at = bisect_left(starts, opener.start)
    while at and counted_at(doings[at - 1], reading.lexed.quantities) > opener.start:
        at -= 1  # "Nhận học bổng đợt này gồm 6 giáo viên, 9 học sinh": its own number stands behind the word
    if at == 0:
        return 0, []
    doing, structure = doings[at - 1], reading.structure
    block, earlier = structure.block(opener.start), structure.block(doing.start)
    if earlier != block and (earlier.end != block.start or opener.start - block.start > _OPENING):
        return at, []
    sentence = structure.sentence(opener.start).start
    if doing.start < sentence and _counts_any(sentence, opener.start, reading):
        return at, []  # "10 giải khuyến khích. Khối 9 có 31 học sinh đạt giải, trong đó 4 giải nhì ..."
    first = bisect_left(starts, structure.sentence(doing.start).start)
    listed = [one for one in reversed(doings[max(first, at - _MOST_PARTS) : at]) if one is doing or one.whole is None]
    kinds: dict[str, Doing] = {}
    for one in listed:
        kinds.setdefault(one.indicator, one)
    return at, list(kinds.values())


def _counts_any(start: int, end: int, reading: Reading) -> bool:
    """Whether something is counted there, which parts are told of rather than of what was told before."""
    quantities = reading.lexed.quantities
    return any(quantities[index].kind == "count" for index in reading.quantities_in(start, end))


def end_of_parts(opener: Match, reading: Reading) -> int:
    """How far the parts go: through the bracket; the sentence, and the list that its last line introduces."""
    structure = reading.structure
    end = structure.sentence(opener.start).end
    if reading.folded.startswith("(", opener.start):
        close = reading.folded.find(")", opener.start, end)
        return end if close < 0 else close
    return max(end, structure.list_end(opener.start)) if end >= structure.block(opener.start).end else end


def _size(doing: Doing, reading: Reading) -> float | None:
    index = doing.counted
    return None if index is None else reading.lexed.quantities[index].value
