"""One page while facts are drawn from it: its text, numbers and matches, and what holds at a place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.facts.horizon import periods_ahead
from extract.facts.status import Hold, holds, status_at
from extract.facts.structure import Structure, structure

if TYPE_CHECKING:
    from datetime import date

    from extract.match.engine import Engine, Matches
    from extract.match.rules import RuleSet
    from extract.model import Lexed, Mention, Page, Quantity, Status


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the fact makers look at. Build it with ``read``."""

    page: Page
    folded: str
    lexed: Lexed
    matches: Matches
    rules: RuleSet
    structure: Structure
    holds: tuple[Hold, ...]
    periods: tuple[Mention, ...]
    """Dates and periods with known days, in order."""

    def quote(self, start: int, end: int) -> str:
        """The page's text between two offsets."""
        return self.page.text[start:end]

    def status(self, quantity: Quantity) -> Status:
        """Whether a figure is reached, planned or a norm; the plan side of a fraction is planned."""
        if quantity.role == "plan":
            return "planned"
        return status_at(quantity.start, self.holds)[0]

    def period(self, offset: int) -> tuple[date, date] | None:
        """First and last day of the period that holds at ``offset``.

        That is the last one named before it in its sentence, else the first after it there, else the last before it in
        its block, else that of the title.
        """
        sentence, block = self.structure.sentence(offset), self.structure.block(offset)
        at = bisect_right(self.periods, offset, key=lambda mention: mention.start)
        for mention in reversed(self.periods[:at]):
            if mention.start < block.start:
                break
            return _days(mention)
        for mention in self.periods[at:]:
            if mention.start < sentence.end:
                return _days(mention)
            break
        title_end = len(self.page.title) if self.page.title and self.page.text.startswith(self.page.title) else 0
        for mention in self.periods:
            if mention.end <= title_end:
                return _days(mention)
        return None


def _days(mention: Mention) -> tuple[date, date] | None:
    return None if mention.first is None or mention.last is None else (mention.first, mention.last)


def read(page: Page, folded: str, lexed: Lexed, engine: Engine) -> Reading:
    """Match the rules on a lexed page and lay out its structure."""
    matches = engine.find(folded, lexed)
    layout = structure(page, matches.shadow)
    periods = tuple(m for m in lexed.mentions if m.kind in ("date", "period") and m.first is not None)
    told = holds(matches.cues, page.text, layout, periods_ahead(page, lexed))
    return Reading(page, folded, lexed, matches, engine.rules, layout, told, periods)
