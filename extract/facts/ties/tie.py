"""Which amount belongs to which thing, decided by how the sentence is built.

A *doing* is a thing with its count ("tặng 23 phần học bổng"). Amounts that no phrase took are handed out in reading
order:

* a list of prices by who gets them ("mỗi suất học sinh 500.000đ, sinh viên 1 triệu đồng") goes to all things before it
  that are for those;
* a price with a label ("THCS: 1,5 triệu đồng/suất") goes to the doing of that label; where none has it, it is one of
  several prices of the doing before;
* an amount for each ("mỗi suất 1 triệu đồng", "300.000đ/suất") goes to the nearest doing counted in that unit and to
  those listed right before it ("9 suất cho trường A, 6 suất cho trường B, mỗi suất 1 triệu đồng");
* a total goes back as far as its phrase reaches: "trị giá" to the thing before it, "với số tiền" to the list of one
  verb, "tổng trị giá" to all in its segment that has no total; several things share it as a *bundle*;
* an amount that leads ("với số tiền 50 triệu đồng, đã tặng 100 phần quà", "hỗ trợ 265 triệu đồng xây 14 căn nhà") goes
  to the doing after it;
* a sentence that opens with an amount ("Mỗi suất ...", "Tổng kinh phí ...") speaks of the sentence before;
* amounts after "trong đó" are shares of the total before it.

What is remembered of a sentence is in ``in_sentence``; ``joining``, ``prices`` and ``totals`` decide.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extract.facts.doings import Doing, Ties
from extract.facts.ties.alike import settle_alike
from extract.facts.ties.implausible import settle_implausible
from extract.facts.ties.in_sentence import PageTies, SentenceTies
from extract.facts.ties.joining import take_thing
from extract.facts.ties.price_lists import tie_price_lists, tie_prices_ahead
from extract.facts.ties.prices import take_price
from extract.facts.ties.prices_by_group import tie_prices_by_group
from extract.facts.ties.sum_of_parts import settle_sums
from extract.facts.ties.things import Things
from extract.facts.ties.totals import take_lead_alone, take_total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.facts.amounts import Amount, Amounts
    from extract.facts.doings import Bundle
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match

_MEMORY = 60
"""How many things a page remembers for a sentence that names them again."""


def tie(
    doings: Sequence[Doing], amounts: Amounts, openers: Sequence[Match], reading: Reading, wording: Wording
) -> Ties:
    """Hand the amounts out; ``openers`` are the phrases behind which parts stand ("trong đó").

    ``amounts.scope`` is corrected where the size of an amount shows that it is for each.
    """
    page = PageTies(Things(reading, wording), [opener.start for opener in openers], amounts.scope)
    done = tie_prices_by_group(doings, amounts.waiting, amounts.scope, page.things)
    own = done.union(*(doing.quantities for doing in doings))
    elements: list[Doing | Amount] = [*doings, *(amount for amount in amounts.waiting if amount.quantity not in own)]
    elements.sort(key=lambda element: element.start)
    past: list[Doing] = []
    bundles: list[Bundle] = []
    for sentence, group in groupby(elements, key=lambda element: reading.structure.sentence(element.start)):
        here = SentenceTies(page, sentence.start, past[-_MEMORY:])
        _hand_out(group, here)
        past += here.doings
        bundles += here.bundles
    tie_price_lists(doings, amounts.waiting, page.things)
    tie_prices_ahead(doings, amounts.waiting, page.things)
    settle_sums(doings, amounts.waiting, reading)
    settle_alike(doings, amounts.waiting, amounts.scope, reading)
    settle_implausible(doings, reading)
    return Ties(tuple(doings), tuple(bundles))


def _hand_out(elements: Iterable[Doing | Amount], here: SentenceTies) -> None:
    """Take the things and amounts of a sentence in reading order."""
    for element in elements:
        here.enter(element.start)
        if isinstance(element, Doing):
            take_thing(here, element)
        elif element.scope == "each":
            take_price(here, element)
        else:
            take_total(here, element)
    take_lead_alone(here)
