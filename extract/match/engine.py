"""Find what rules say of a text: a sieve tells where phrases may begin, and there their patterns are tried."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, get_args

from extract.match.rules import Family, RuleSet
from extract.match.shadow import Shadow, cast
from extract.match.sieve import Sieve
from extract.text import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import regex

    from extract.match.rules import Phrase, Rule
    from extract.model import Lexed
    from extract.rulefiles import RuleFiles


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
    """All phrases of a rule set behind one sieve: a phrase is tried where it may begin, and nowhere else."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._phrases = [(rule, phrase) for rule in rules.all for phrase in rule.phrases]
        self._sieve = Sieve([phrase.outline for _, phrase in self._phrases])

    @classmethod
    def load(cls, files: RuleFiles) -> Engine:
        """The rules of ``files``, ready to match. Raises ``RuleError`` where an author has to put something right."""
        return cls(RuleSet.load(files))

    def compile(self) -> None:
        """Compile all patterns now, which is done as they are needed otherwise."""
        for rule, phrase in self._phrases:
            _ = phrase.pattern.compiled, rule.after and rule.after.compiled

    def find(self, folded: str, lexed: Lexed) -> Matches:
        """Everything the rules find in a folded text, overlaps resolved."""
        shadow = cast(folded, lexed)
        found: dict[Family, list[Match]] = {family: [] for family in get_args(Family)}
        for match in self.candidates(shadow, folded):
            found[match.rule.family].append(match)
        return Matches(
            shadow,
            rules=_resolve(found["rules"], _Numbers()),
            ratings=_resolve(found["ratings"], _Numbers()),
            amounts=_resolve(found["amounts"], _Numbers()),
            cues=_resolve(found["cues"], _Places()),
            parts=_resolve(found["parts"], _Places()),
        )

    def plausible(self, line: str) -> list[tuple[Rule, Phrase]]:
        """The phrases whose words and kinds of numbers a line of shadow text has."""
        return [self._phrases[number] for number in self._sieve.plausible(line)]

    def candidates(self, shadow: Shadow, folded: str) -> Iterator[Match]:
        """All matches of all phrases, block by block, overlapping or not; those of one phrase do not overlap."""
        start = context = paragraph = 0
        for line in shadow.text.split("\n"):
            end = start + len(line)
            if not folded.startswith(BULLETS, shadow.offsets[start]):
                # A list hangs on the last line that is no item, and a paragraph on the one before it:
                # "Trong đó, bậc tiểu học 80 suất" goes on about the scholarships of the paragraph above.
                context, paragraph = paragraph, start
            for number, hit in self.hits(shadow.text, start, end):
                rule = self._phrases[number][0]
                if rule.after is None or rule.after.compiled.search(shadow.text, context, hit.start()):
                    yield _match(rule, hit, shadow)
            start = end + 1

    def hits(self, text: str, start: int, end: int) -> Iterator[tuple[int, regex.Match[str]]]:
        """The matches of each phrase, by its number, in a line: one behind the other, as ``finditer`` has them."""
        last, done = -1, start
        for number, place in self._sieve.begins(text, start, end):
            if number != last:
                last, done = number, start
            if place < done:
                continue
            pattern = self._phrases[number][1].pattern.compiled
            if number in self._sieve.floating:
                for hit in pattern.finditer(text, start, end):
                    yield number, hit
            elif (found := pattern.match(text, place, end)) is not None:
                done = found.end()
                yield number, found


def _match(rule: Rule, hit: regex.Match[str], shadow: Shadow) -> Match:
    text, offsets, spans = shadow.text, shadow.offsets, hit.regs
    slots = {}
    for name, group in hit.re.groupindex.items():
        first, last = spans[group]
        if first < last:
            while text[first] == " ":
                first += 1
            while text[last - 1] == " ":
                last -= 1
            slots[name] = Slot(offsets[first], offsets[last], text[first:last], shadow.quantities.get(first))
    first, last = spans[0]
    return Match(rule, *shadow.span(first, last), slots, shadow.within(first, last))


def _resolve(matches: Iterable[Match], free: Callable[[Match], bool]) -> tuple[Match, ...]:
    """Priority first, then the longest; ``free`` claims what a match is about and tells if that was free."""
    ranked = sorted(matches, key=lambda m: (-m.rule.priority, m.start - m.end, m.start, m.rule.id))
    return tuple(sorted(filter(free, ranked), key=lambda m: (m.start, m.end)))


class _Numbers:
    """A quantity belongs to one match; a match that has none claims its place among those that have none."""

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._places = _Places()

    def __call__(self, match: Match) -> bool:
        about = {slot.quantity for slot in match.slots.values() if slot.quantity is not None}
        if not about:
            return self._places(match)
        if not self._taken.isdisjoint(about):
            return False
        self._taken |= about
        return True


class _Places:
    """A place belongs to one match."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def __call__(self, match: Match) -> bool:
        at = bisect_right(self._ends, match.start)
        if at < len(self._starts) and self._starts[at] < match.end:
            return False
        self._starts.insert(at, match.start)
        self._ends.insert(at, match.end)
        return True
