"""Doings about scholarships to rows of ``scholarships``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.doings import Doing
from extract.facts.figures import status_of
from extract.facts.statements import extent, single_amount
from extract.identity import row_id
from extract.model import Scholarship

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from extract.facts.doings import Ties
    from extract.facts.figures import Owner
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match

INDICATOR = "scholarship"
"""What rules say of scholarships; money for them without a number of awards is `scholarship.value`."""

_BESIDE = "beside"
"""Slot of what was given with the awards under one count, so that no total is theirs alone: "suất quà và học bổng"."""


def awards(ties: Ties) -> list[Doing]:
    """What a page tells of scholarships."""
    return [doing for doing in ties.doings if doing.indicator == INDICATOR]


def scholarships(
    ties: Ties, reading: Reading, owned: Mapping[int, Owner], again: Mapping[Doing, Doing]
) -> tuple[Scholarship, ...]:
    """One row a statement about scholarships, sorted by start; a breakdown names its whole in ``part_of``.

    None of what the title tells and the text tells again (``again``: from one to the other). The status of a row is
    that of the figure it is known by, of which ``owned`` tells what it is for.
    """
    doings = awards(ties)
    ids = {doing: row_id(reading.page.page_id, "s", again.get(doing, doing).start) for doing in doings}
    return tuple(_row(doing, ids, reading, owned) for doing in doings if doing not in again)


def without_recipients(matches: Sequence[Match], reading: Reading, wording: Wording) -> list[Match]:
    """Without the people who get awards just counted: "trao 5 suất học bổng, tổng trị giá 5 triệu đồng cho 5 em".

    Nor are those more who are named again to be told apart: "học bổng cho 31 em. Trong 31 em nhận học bổng có ...", nor
    those by whom there are more than before: "trao 133 suất học bổng, tăng 41 suất so với năm trước"; nor the plan of a
    fraction: "142 suất học bổng/130 suất".
    """
    apart = {index for opener in reading.matches.parts for index in opener.quantities}
    kept: list[Match] = []
    last: Match | None = None
    for match in matches:
        if match.rule.says == INDICATOR:
            if last is not None and (_gets(match, last, reading) or _again(match, last, apart, reading)):
                continue
            if _is_change(match, reading, wording) or _is_plan(match, reading):
                continue
            last = match
        kept.append(match)
    return kept


def _again(people: Match, awards: Match, apart: Container[int], reading: Reading) -> bool:
    """Whether a number, of which parts follow, is that of the awards told before it, no farther than the line above."""
    got, given = people.number("recipients", "count"), awards.number("count", "recipients")
    if got is None or given is None or got not in apart:
        return False
    quantities = reading.lexed.quantities
    earlier, later = (reading.structure.block(match.start) for match in (awards, people))
    together = later.start in (earlier.start, earlier.end)
    return together and quantities[got].value == quantities[given].value


def _is_change(match: Match, reading: Reading, wording: Wording) -> bool:
    """Whether the number of a match is a change, and what it is compared with follows."""
    counted = match.slots.get("count") or match.slots.get("recipients")
    if counted is None or "object" in match.slots:
        return False
    sentence = reading.structure.sentence(counted.start)
    return wording.is_change(reading.folded, sentence.start, counted.start, counted.end)


def _is_plan(match: Match, reading: Reading) -> bool:
    """Whether the number of a match is what another one is measured against."""
    counted = match.number("count", "recipients")
    return counted is not None and reading.lexed.quantities[counted].role == "plan"


def _gets(people: Match, awards: Match, reading: Reading) -> bool:
    quantities = reading.lexed.quantities
    got, given = people.number("recipients"), awards.number("count")
    if got is None or given is None or "count" in people.slots:
        return False
    if reading.structure.segment(people.start) != reading.structure.segment(awards.start):
        return False
    # "10 suất học bổng ... và 2 xe đạp ... cho 12 em"
    things = [one.value for one in quantities[given:got] if one.kind == "count"]
    return quantities[got].value in (quantities[given].value, sum(things))


def _row(doing: Doing, ids: dict[Doing, str], reading: Reading, owned: Mapping[int, Owner]) -> Scholarship:
    quantities = reading.lexed.quantities
    start, end = extent(doing, reading)
    count_index, people_index = doing.match.number("count"), doing.match.number("recipients")
    people = None if people_index is None else quantities[people_index]
    # "trao học bổng cho 64 em": the text counts people, one award each.
    count = people if count_index is None else quantities[count_index]
    total, each = single_amount(doing.totals, reading), single_amount(doing.eaches, reading)
    if _BESIDE in doing.match.slots:
        total = None
    if total is not None and not doing.eaches and count is not None and count.value == 1:
        total, each = None, total  # "1 suất học bổng trị giá 20 triệu đồng"
    lead = count or total or each
    indices = (count_index, people_index, *doing.totals, *doing.eaches)
    known_by = next((index for index in indices if index is not None), None)
    words = {name: slot.text for name, slot in doing.match.slots.items()}
    unit = words.get("unit") if count is None or count.unit is None else count.unit
    return Scholarship(
        scholarship_id=ids[doing],
        page_id=reading.page.page_id,
        start=start,
        end=end,
        quote=reading.quote(start, end),
        count=None if count is None else int(count.value),
        unit=unit,
        recipients=None if people is None else int(people.value),
        recipient_group=words.get("group") or words.get("beneficiary") or (people.noun if people else None),
        level=words.get("level"),
        amount_total_vnd=None if total is None else int(total.value),
        amount_each_vnd=None if each is None else int(each.value),
        amount_each_max_vnd=None if each is None or each.value_max is None else int(each.value_max),
        comparator="eq" if lead is None else lead.comparator,
        status="achieved" if known_by is None else status_of(known_by, owned, reading),
        part_of=ids.get(doing.whole) if isinstance(doing.whole, Doing) else None,
        rule_id=doing.match.rule.id,
    )
