"""Find what rules say of a text: one prefilter a block, then the patterns of the phrases that can match there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import re2

from extract.match.rules import Family, RuleSet
from extract.match.shadow import Shadow, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from extract.match.rules import Phrase, Rule
    from extract.model import Lexed
    from extract.rulefiles import RuleFiles


_BULLETS = ("-", "+", "*", "•", "●", "▪")


class Slot(NamedTuple):
    """What a slot of a phrase took. ``quantity`` is the index of a quantity in ``Lexed.quantities``."""

    start: int
    end: int
    text: str
    """Folded."""
    quantity: int | None


class Match(NamedTuple):
    """A phrase of ``rule`` found at ``start:end`` of the page's text."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, Slot]
    quantities: tuple[int, ...]
    """Indices of the quantities inside, in order."""


class Matches(NamedTuple):
    """What was found, by family, each sorted by start; overlaps are resolved."""

    shadow: Shadow
    rules: tuple[Match, ...]
    ratings: tuple[Match, ...]
    amounts: tuple[Match, ...]
    cues: tuple[Match, ...]
    parts: tuple[Match, ...]


class Engine:
    """All phrases of a rule set behind one prefilter.

    RE2 looks in one pass for the texts that phrases cannot do without, each set of alternatives once however many
    phrases share it; a phrase is tried on a line that has one of every set it needs. The prefilter may let a phrase
    through in vain, never keep one out.
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        sets: dict[frozenset[str], int] = {}
        self._phrases = [
            (rule, phrase, frozenset(sets.setdefault(needle, len(sets)) for needle in phrase.needles))
            for rule in rules.all
            for phrase in rule.phrases
        ]
        self._set = re2.Set.SearchSet()
        for needle in sets:
            self._set.Add("|".join(re2.escape(text) for text in sorted(needle)))
        self._set.Compile()

    @classmethod
    def load(cls, files: RuleFiles) -> Engine:
        """The rules of ``files``, ready to match. Raises ``RuleError`` where an author has to put something right."""
        return cls(RuleSet.load(files))

    def find(self, folded: str, lexed: Lexed) -> Matches:
        """Everything the rules find in a folded text, overlaps resolved."""
        shadow = cast(folded, lexed)
        found: dict[Family, list[Match]] = {family: [] for family in get_args(Family)}
        for match in self.candidates(shadow, folded):
            found[match.rule.family].append(match)
        return Matches(
            shadow,
            rules=_resolve(found["rules"], by_span=False),
            ratings=_resolve(found["ratings"], by_span=False),
            amounts=_resolve(found["amounts"], by_span=False),
            cues=_resolve(found["cues"], by_span=True),
            parts=_resolve(found["parts"], by_span=True),
        )

    def plausible(self, line: str) -> list[tuple[Rule, Phrase]]:
        """The phrases that the prefilter lets through for a line of shadow text."""
        hits = set(self._set.Match(line) or ()) if line else set()
        return [(rule, phrase) for rule, phrase, needed in self._phrases if needed <= hits]

    def candidates(self, shadow: Shadow, folded: str) -> Iterator[Match]:
        """All matches of all phrases, block by block, overlapping or not."""
        start = context = paragraph = 0
        for line in shadow.text.split("\n"):
            end = start + len(line)
            if not folded.startswith(_BULLETS, shadow.offsets[start]):
                # A list hangs on the last line that is no item, and a paragraph on the one before it:
                # "Trong đó, bậc tiểu học 80 suất" goes on about the scholarships of the paragraph above.
                context, paragraph = paragraph, start
            for rule, phrase in self.plausible(line):
                for hit in phrase.pattern.compiled.finditer(shadow.text, start, end):
                    if rule.after is None or rule.after.compiled.search(shadow.text, context, hit.start()):
                        yield _match(rule, hit, shadow)
            start = end + 1


def _match(rule: Rule, hit: regex.Match[str], shadow: Shadow) -> Match:
    slots = {}
    for name, text in hit.groupdict().items():
        if text:
            first, last = hit.span(name)
            slots[name] = Slot(*shadow.span(first, last), text.strip(), shadow.quantities.get(first))
    first, last = hit.span()
    inside = tuple(shadow.quantities[place] for place in range(first, last) if place in shadow.quantities)
    return Match(rule, *shadow.span(first, last), slots, inside)


def _resolve(matches: Iterable[Match], *, by_span: bool) -> tuple[Match, ...]:
    """Priority first, then the longest; a quantity (or, for cues, a place) belongs to one match."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (-m.rule.priority, m.start - m.end, m.start, m.rule.id)):
        claims = set(range(match.start, match.end)) if by_span else _claims(match)
        if not claims & taken:
            taken |= claims
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def _claims(match: Match) -> set[int]:
    """The quantities a match is about; one that has none claims its place, below zero so as not to meet an index."""
    about = {slot.quantity for slot in match.slots.values() if slot.quantity is not None}
    return about or set(range(-match.end, -match.start))
