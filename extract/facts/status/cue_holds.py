"""Done, planned or a standing rate: the cues of ``cues.yaml`` and ``norms.yaml``, and their reach.

A cue holds from where it stands to the end of its reach:

* ``clause``: to the next semicolon; ``sentence``: to the end of the sentence; either goes on through the list that a
  colon opens ("phấn đấu:" and the lines under it);
* ``section``: a cue that opens a heading ("II. PHƯƠNG HƯỚNG NĂM 2024") holds to the next heading of its level, one that
  opens a sentence ("Bước sang năm 2024, ...") to the end of the paragraph, any other to the end of its sentence;
* ``part``: as a section, but what the section above says goes before: "II. Chỉ tiêu" in a report of results;
* ``page``: to the end of the page.

Of several that hold at one place a later one in the sentence wins over an earlier one, and any of them over what a
section or the page says: "Kế hoạch là 20 suất, phường đã trao 25 suất". Slots of a cue narrow it down:

* ``{only: any}``: it holds for that figure alone, whatever else holds ("đạt 9 tỷ đồng trên kế hoạch 8 tỷ đồng");
* ``{limit: any}``: it is one if that figure is told as the most there is ("được vay tối đa 100 triệu đồng");
* ``{rates: ...}``: it holds for what one of something costs or gets, whatever else its sentence counts; so does what
  goes on with a norm ("... quyết định về mức hỗ trợ. Theo đó, lợn nái 30.000 đồng/kg, đã chi 9 tỷ đồng");
* ``{future: period}``: it holds if the period lies ahead of the page ("Năm 2027, xã xây 3 nhà" on a page of 2026);
* ``{turn: period}``: it holds unless the period is over ("Sang tháng 1/2009, ..." on a page without a later day) or its
  sentence has figures before it;
* ``{again: ...}``: it opens a sentence that goes on with what the sentence before held ("Bên cạnh đó, ...");
* ``{detail: ...}``: so does it, in a paragraph of its own too ("Cụ thể:", below it a list);
* ``{sums: ...}``: what follows is a sum and no standing rate ("... theo quy định là 40.000 đồng/kg, tổng số tiền ...");
* ``{opening: ...}``: it holds where it opens its sentence ("Theo kế hoạch, ...", not "mở cửa lại theo kế hoạch, ...");
* ``{heading: ...}``: it holds where it opens a heading with a number or in capitals, is all of it or goes on as told;
* ``{title: ...}``: it holds where it opens a line of the title of a page, and is all of it or goes on as told;
* ``{paper: ...}``: so does it, whatever it goes on with ("Kế hoạch ..."), on a page in sections or items, not in prose;
* ``{past: period}``: it holds where it opens its sentence, if the period is over before that which the title names;
* ``{term: period}``: it holds if the period is one of several years and not over ("Chỉ tiêu nhiệm kỳ 2025-2030");
* ``{named: ...}``: in the title of a plan it is what the plan is about ("Kế hoạch nâng cao kết quả học tập");
* ``{line: ...}``: it holds where it is all of a line that heads what stands below, to the end of the page in its title;
* ``{aside: ...}``: it only looks like a cue and holds for nothing ("đạt 105% kế hoạch" is a result);
* ``{told: ...}``: its sentence tells of results, and so does one that goes on with it, whatever period it looks ahead
  to behind: "nghe báo cáo kết quả năm 2017, phương hướng năm 2018. Theo đó, ...".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.plans import results
from extract.facts.status.holds import NEAR, ONE_FIGURE, SECTION, Hold, Holds
from extract.facts.status.openers import opens, opens_in_place
from extract.facts.status.reach import SILENT, list_end, reach
from extract.facts.surroundings import any_within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.codes import Status
    from extract.facts.status.periods_ahead import Times
    from extract.facts.status.striving import Striving
    from extract.facts.structure import Structure
    from extract.match.engine import Match
    from extract.model import Lexed

_WORDS_TO_COLON = 8
"""How many words may stand between a cue and the colon that opens its list."""


class Figures(NamedTuple):
    """What cues ask of figures, by where they begin."""

    starts: Sequence[int] = ()
    results: frozenset[int] = frozenset()
    """Those behind which their plan stands."""
    rates: frozenset[int] = frozenset()
    """Money for one of something, or from so much to so much: "65.000 đồng/kg", "6 - 8 triệu đồng"."""
    each: frozenset[int] = frozenset()
    """The same, and what a phrase says is for each: "mỗi hộ 60 triệu đồng"."""

    @classmethod
    def of(cls, lexed: Lexed, amounts: Sequence[Match] = ()) -> Figures:
        """Those of a page, once it is known which fractions tell plans; ``amounts``: the phrases that tell prices."""
        rates = frozenset(
            one.start
            for one in lexed.quantities
            if one.kind == "money" and (one.per is not None or one.value_max is not None)
        )
        prices = (match.slots.values() for match in amounts if match.rule.says == "each")
        return cls(
            tuple(one.start for one in lexed.quantities),
            results(lexed),
            rates,
            rates.union(slot.start for slots in prices for slot in slots if slot.quantity is not None),
        )


_NO_FIGURES = Figures()


def holds(
    cues: Sequence[Match],
    text: str,
    structure: Structure,
    times: Times,
    figures: Figures = _NO_FIGURES,
    *,
    striving: Striving | None = None,
) -> Holds:
    """The stretches of text in which a cue makes figures planned, norms, or (against a wider cue) achieved.

    ``times``: where the periods begin that lie ahead of the page, are over, and so on; ``striving`` tells how far that
    goes on. No cue for one figure makes those planned behind which their plan stands.
    """
    cues = [cue for cue in cues if "past" not in cue.slots or not _is_silent(cue, times, text, structure)]
    found: list[Hold] = []
    last: dict[int, Hold] = {}  # by where they end: the last of those that end with their sentence or paragraph
    told = {structure.sentence(cue.start).end: cue.start for cue in reversed(cues) if "told" in cue.slots}
    for cue in cues:
        only = cue.slots.get("only")
        status: Status = cue.rule.says  # type: ignore[assignment]
        if _is_silent(cue, times, text, structure) or _is_refuted(cue, figures, structure):
            continue
        if "again" in cue.slots or "detail" in cue.slots:
            hold = _carried_on(cue, last, text, structure)
        elif only is not None:
            hold = Hold(only.start, only.start + 1, ONE_FIGURE, status, cue.rule.id)
        else:
            reached = reach(cue, cues, text, structure)
            hold = None if reached is None else Hold(cue.start, *reached, status, cue.rule.id)
        if hold is not None:
            narrow = "rates" in cue.slots or (hold.carried and hold.status == "norm")
            found += _of_rates(hold, figures) if narrow else [_with_more_rates(hold, structure, figures)]
            if hold.breadth == SECTION:
                last[hold.end] = hold
            if hold.breadth == NEAR:
                if not (cue.rule.reach == "section" and told.get(hold.end, cue.start) < cue.start):
                    last[hold.end] = hold
                found += _sentences_behind(cue, hold, text, structure, figures)
    found += _striven_on(cues, found, striving)
    return Holds(_without_sums(found, [cue.start for cue in cues if "sums" in cue.slots]))


def _striven_on(cues: Sequence[Match], found: Sequence[Hold], striving: Striving | None) -> list[Hold]:
    """What is striven for in the sentences behind those that say so: "Phấn đấu thu 5 tỷ đồng. Hằng năm, ..."."""
    strives = {cue.rule.id for cue in cues if cue.rule.says == "planned" and cue.rule.reach == "sentence"}
    if not strives or striving is None:
        return []
    done = [cue.start for cue in cues if cue.rule.says == "achieved" and SILENT.isdisjoint(cue.slots)]
    near = (hold for hold in found if hold.breadth == NEAR and hold.rule_id in strives)
    ends = ((hold, striving.end(hold.start, hold.end, done)) for hold in near)
    return [hold._replace(start=hold.end, end=end, breadth=SECTION) for hold, end in ends if end > hold.end]


def _with_more_rates(hold: Hold, structure: Structure, figures: Figures) -> Hold:
    """A norm that goes on to other rates behind semicolons: "mức hỗ trợ ... 38.000 đồng/kg; lợn nái 65.000 đồng/kg"."""
    if hold.status != "norm" or hold.breadth != NEAR:
        return hold
    end, last = hold.end, structure.sentence(hold.start).end
    while end < last:
        segment = structure.segment(end)
        told = figures.starts[bisect_left(figures.starts, end) : bisect_left(figures.starts, segment.end)]
        if not told or not figures.rates.issuperset(told):
            break
        end = segment.end
    return hold._replace(end=end)


def _of_rates(hold: Hold, figures: Figures) -> list[Hold]:
    """The same for each of the prices alone that stand in its reach."""
    first, end = bisect_left(figures.starts, hold.start), bisect_left(figures.starts, hold.end)
    return [hold._replace(start=start, end=start + 1) for start in figures.starts[first:end] if start in figures.each]


def _is_silent(cue: Match, times: Times, text: str, structure: Structure) -> bool:
    """Whether a cue holds for nothing: by its nature, when its period is, or where it stands."""
    slots = cue.slots
    if "turn" in slots and slots["turn"].start in times.over:
        return True
    if ("past" in slots and slots["past"].start not in times.past) or (
        "term" in slots and slots["term"].start not in times.terms
    ):
        return True
    if not SILENT.isdisjoint(slots) or ("future" in slots and slots["future"].start not in times.ahead):
        return True
    return not opens_in_place(cue, text, structure)


def _is_refuted(cue: Match, figures: Figures, structure: Structure) -> bool:
    """Whether figures of its sentence keep a cue from holding: results with their plans, those of a time before.

    "Năm 2005 là 34 triệu đồng, sang năm 2010 đạt 88 triệu đồng".
    """
    only = cue.slots.get("only")
    if only is not None and only.start in figures.results and cue.rule.says == "planned":
        return True
    return "turn" in cue.slots and any_within(figures.starts, structure.sentence(cue.start).start, cue.start)


def _without_sums(found: list[Hold], sums: Sequence[int]) -> list[Hold]:
    """The same, but norms end where a sum is told: no sum is a rate."""
    if not sums:
        return found
    kept = []
    for hold in found:
        place = bisect_left(sums, hold.start)
        ends = hold.status == "norm" and place < len(sums) and sums[place] < hold.end
        kept.append(hold._replace(end=sums[place]) if ends else hold)
    return kept


def _sentences_behind(cue: Match, hold: Hold, text: str, structure: Structure, figures: Figures) -> list[Hold]:
    """The rest of a paragraph that lists plans behind a colon: "Mục tiêu: Thu ngân sách 3 tỷ. Năng suất ..."."""
    end = structure.block(cue.start).end if hold.status == "planned" else 0
    if hold.end >= end:
        return []
    colon = text.find(":", cue.start, structure.segment(cue.start).end)
    if colon < 0:
        return []
    if text.count(" ", cue.end, max(cue.end, colon)) > _WORDS_TO_COLON or any_within(figures.starts, cue.end, colon):
        return []  # "phấn đấu vận động 3 tỷ đồng, trong đó: ..." tells parts
    return [Hold(hold.end, end, SECTION, hold.status, hold.rule_id)]


def _carried_on(cue: Match, last: Mapping[int, Hold], text: str, structure: Structure) -> Hold | None:
    """What held at the end of the sentence before, for the sentence that the cue opens and the list behind it."""
    sentence = structure.sentence(cue.start)
    segment = structure.segment(cue.start)
    if segment.start > sentence.start and "detail" in cue.slots and opens(text, segment.start, cue.start, 0):
        part_of = last.get(segment.start)  # "mục tiêu thu 14 tỷ đồng; trong đó, cấp xã 8 tỷ đồng"
        return None if part_of is None else part_of._replace(start=cue.start, end=sentence.end, carried=True)
    opens_block = sentence.start == structure.block(cue.start).start and "detail" not in cue.slots
    goes_on = ";" in text[sentence.start : cue.start]  # "..., tăng 3%; trong đó 16 hộ" is of its own sentence
    if opens_block or goes_on or not opens(text, sentence.start, cue.start):
        return None
    before = last.get(sentence.start) or last.get(sentence.start - 1)  # the break of a line behind its full stop
    end = max(sentence.end, list_end(cue, text, structure))
    return None if before is None else before._replace(start=cue.start, end=end, carried=True)
