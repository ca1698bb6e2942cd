"""What is remembered while the amounts of one sentence are handed out."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.doings import Bundle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.codes import Scope
    from extract.facts.amounts import Amount
    from extract.facts.doings import Doing, Reason
    from extract.facts.ties.things import Things

_OPENING = 24
"""A phrase that begins within so many characters of its sentence opens it: "Theo đó, mỗi suất ..."."""


class PageTies(NamedTuple):
    """What holds for the whole page; ``openers``: where the phrases begin behind which parts stand."""

    things: Things
    openers: Sequence[int]
    scope: dict[int, Scope]


class SentenceTies:
    """The state of handing out the amounts of one sentence, which begins at ``start``.

    A sentence may speak of things before it: of the last sentence that has any (``before``), of all in its own and the
    neighbouring block (``earlier``), or of what it names far behind (``past``). One that turns to something new ("Ngoài
    ra") may only share labels with them.
    """

    def __init__(self, page: PageTies, start: int, past: list[Doing]) -> None:
        self.things, self.openers, self.scope = page
        self.reading, self.wording = self.things.reading, self.things.wording
        self.quantities = self.reading.lexed.quantities
        self.start = start
        near = takewhile(lambda doing: self.reading.structure.neighbours(self._told(doing), start), reversed(past))
        self.earlier = self.things.outside(list(near)[::-1])
        turns = self.wording.restarts(self.reading.folded, start)
        self.past = [] if turns else past
        sentence = self.reading.structure.sentence
        last = None if turns or not self.earlier else sentence(self.earlier[-1].start)
        self.before = [doing for doing in self.earlier if sentence(doing.start) == last]
        self.listing: list[Doing] = []
        """The thing before whose prices this sentence lists by label."""
        self.ahead: Amount | None = None
        """A price before the things it is for: "Mỗi suất 500.000 đồng được trao cho bậc tiểu học (439 suất)"."""
        self.priced: list[Doing] = []
        """The things before this sentence that a price opening it is for: it may go on with another of their prices."""
        self.bracket: tuple[int | None, int, list[Doing]] = (None, 0, [])
        """Where the bracket of the last price opens, how many ``doings`` came before, and what it was for."""
        self.doings: list[Doing] = []
        """The things of the sentence so far."""
        self.since = 0
        """How many of ``doings`` stand before the last total of the list or the segment."""
        self.segment = -1
        """Where the segment begins that was entered last."""
        self.segment_doings = 0
        """How many of ``doings`` stand before it."""
        self.leading: list[Amount] = []
        """Totals of the segment that wait for the thing behind them."""
        self.bundles: list[Bundle] = []
        self.last_total: tuple[Doing, float, int] | None = None
        """The last total of the segment: what it is of, how much it is, and where it ends."""

    def _told(self, doing: Doing) -> int:
        """Where the last of what is told of a thing stands: "+ 35 suất / + Mỗi suất 500.000đ / + Tổng: 17,5 triệu"."""
        return max((self.quantities[index].start for index in doing.eaches), default=doing.start)

    def enter(self, start: int) -> None:
        """Go on to what begins at ``start``: in another segment totals and amounts that lead start afresh."""
        segment = self.reading.structure.segment(start).start
        if segment != self.segment:
            self.segment, self.segment_doings, self.since = segment, len(self.doings), len(self.doings)
            self.leading = []
            self.last_total = None

    def opens(self, amount: Amount) -> bool:
        """Whether the phrase of an amount opens its segment, behind no more than "Trong đợt này,"."""
        first = self.doings[self.segment_doings] if self.segment_doings < len(self.doings) else None
        if first is not None and first.start < amount.opens:
            return False
        start = self.reading.structure.segment(amount.start).start
        near = amount.opens - start <= _OPENING
        return near or self.wording.leads_in(self.reading.folded, start, amount.opens)

    def give(self, targets: list[Doing], amount: Amount, reason: Reason) -> None:
        """Tie a total to the thing that it is of, or to several as their bundle."""
        if len(targets) == 1:
            targets[0].tie(targets[0].totals, amount.quantity, reason)
        else:
            bundle = Bundle(targets, amount.quantity, reason)
            for doing in targets:
                doing.whole = doing.whole or bundle
            self.bundles.append(bundle)
        self.since = len(self.doings)
        self.last_total = (targets[-1], self.quantities[amount.quantity].value, amount.end)
