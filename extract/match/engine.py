"""Find what rules say of a text: a sieve tells where phrases may begin, and there their patterns are tried."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, get_args

from extract.match.rules import RuleSet
from extract.match.shadow import SYMBOLS, Shadow, cast, plain_spacing
from extract.match.sieve import Sieve
from extract.match.slots import AHEAD, BEHIND, Family
from extract.text import BULLETS, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import regex

    from extract.codes import Kind
    from extract.match.compile import LazyPattern
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

    def number(self, *names: str) -> int | None:
        """The quantity of the first of these slots that has one."""
        for name in names:
            slot = self.slots.get(name)
            if slot is not None and slot.quantity is not None:
                return slot.quantity
        return None


class Named(NamedTuple):
    """What a rule says of a number, and the slot of its phrase that takes it."""

    rule: Rule
    slot: str


class Candidate(NamedTuple):
    """A match before overlaps are resolved, with what its pattern found in the shadow of the text."""

    rule: Rule
    start: int
    end: int
    hit: regex.Match[str]


class Matches(NamedTuple):
    """What was found, by family, each sorted by start; overlaps are resolved."""

    shadow: Shadow
    rules: tuple[Match, ...]
    ratings: tuple[Match, ...]
    amounts: tuple[Match, ...]
    cues: tuple[Match, ...]
    parts: tuple[Match, ...]
    last: tuple[Candidate, ...]
    """Of rules that are tried last, overlaps and all: see ``Engine.rest``."""


_QUANTITIES = frozenset((symbol,) for symbol in SYMBOLS.values())
_QUANTITY = re.compile(f"[{''.join(SYMBOLS.values())}]")


class Engine:
    """All phrases of a rule set behind one sieve: a phrase is tried where it may begin, and nowhere else."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._phrases = [(rule, phrase) for rule in rules.all for phrase in rule.phrases]
        outlines = {number: phrase.outline for number, (_, phrase) in enumerate(self._phrases)}
        self._sieve = Sieve(outlines)
        wordy = {number: one for number, one in outlines.items() if not any(map(_QUANTITIES.issuperset, one.needs))}
        self._wordy = Sieve(wordy)
        """The few phrases that need no quantity, for the many lines that have none."""

    @classmethod
    def load(cls, files: RuleFiles) -> Engine:
        """The rules of ``files``, ready to match. Raises ``RuleError`` where an author has to put something right."""
        return cls(RuleSet.load(files))

    def compile(self) -> None:
        """Compile all patterns now, which is done as they are needed otherwise."""
        for rule, phrase in self._phrases:
            _ = phrase.pattern.compiled, rule.after and rule.after.compiled
            _ = rule.unless_since and rule.unless_since.compiled

    def find(self, folded: str, lexed: Lexed) -> Matches:
        """Everything the rules find in a folded text, overlaps resolved."""
        shadow = cast(folded, lexed)
        found: dict[Family, list[Candidate]] = {family: [] for family in get_args(Family)}
        last: list[Candidate] = []
        for candidate in self.candidates(shadow, folded):
            if candidate.rule.family == "rules" and _leaves_unit(candidate, shadow, lexed, self.rules.compounds):
                continue
            if candidate.rule.family == "cues" and (
                _is_no_limit(candidate, shadow, lexed) or _is_inside(candidate, shadow, folded)
            ):
                continue
            (last if candidate.rule.last else found[candidate.rule.family]).append(candidate)
        return Matches(
            shadow,
            rules=_resolve(found["rules"], _Numbers(shadow), shadow),
            ratings=_resolve(found["ratings"], _Numbers(shadow), shadow),
            amounts=_resolve(found["amounts"], _Numbers(shadow), shadow),
            cues=_resolve(found["cues"], _Places(shadow, ("aside", "told"), beside=_BESIDE), shadow),
            parts=_resolve(found["parts"], _Places(shadow), shadow),
            last=tuple(last),
        )

    def rest(self, matches: Matches, taken: Iterable[int]) -> tuple[Match, ...]:
        """What rules that are tried last find of the quantities that are not ``taken``."""
        return _resolve(matches.last, _Numbers(matches.shadow, taken), matches.shadow)

    def named(self, words: str, kind: Kind, unit: str | None) -> Named | None:
        """What a number is that stands behind ``words`` (folded): a cell behind its label, or under its head.

        The phrase is chosen as in a text: by priority, then the longest.
        """
        place = len(start := f"{plain_spacing(words)} ")
        text = f"{start}{SYMBOLS[kind]}{f' {unit}' if kind == 'count' and unit else ''}"
        found: list[tuple[bool, int, int, str, Named]] = []
        for number, hit in self.hits(text, 0, len(text)):
            rule = self._phrases[number][0]
            if rule.family != "rules" or (
                rule.after is not None and not rule.after.compiled.search(text, 0, hit.start())
            ):
                continue
            slot = next((name for name in hit.re.groupindex if hit[name] and hit[name].strip() == text[place]), None)
            if slot is not None:
                found.append((rule.last, -rule.priority, hit.start() - hit.end(), rule.id, Named(rule, slot)))
        return min(found, key=lambda one: one[:4])[4] if found else None

    def plausible(self, line: str) -> list[tuple[Rule, Phrase]]:
        """The phrases whose words and kinds of numbers a line of shadow text has, or all but one."""
        return [self._phrases[number] for number in self._sieve.plausible(line, lacking=1)]

    def candidates(self, shadow: Shadow, folded: str) -> Iterator[Candidate]:
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
                if rule.after is None or _stands_before(rule, rule.after, shadow.text, context, hit.start()):
                    yield Candidate(rule, *shadow.span(*hit.span()), hit)
            start = end + 1

    def hits(self, text: str, start: int, end: int) -> Iterator[tuple[int, regex.Match[str]]]:
        """The matches of each phrase, by its number, in a line: one behind the other, as ``finditer`` has them."""
        sieve = self._wordy if _QUANTITY.search(text, start, end) is None else self._sieve
        last, done = -1, start
        for number, place in sieve.begins(text, start, end):
            if number != last:
                last, done = number, start
            if place < done:
                continue
            pattern = self._phrases[number][1].pattern.compiled
            if number in sieve.floating:
                for hit in pattern.finditer(text, start, end):
                    yield number, hit
            elif (found := pattern.match(text, place, end)) is not None:
                done = found.end()
                yield number, found


_PARTING = " ;:,"
_FAR = 1500
"""So many characters back ``after`` may stand in rules that say what must not stand between."""
_FARTHEST = 3_000
"""So many in all others, where no paragraph ends before."""


def _stands_before(rule: Rule, after: LazyPattern, text: str, context: int, start: int) -> bool:
    """Whether what must stand before a match does so: "Trong 265 suất của năm nay", on a page about học bổng."""
    if after.compiled.search(text, max(context, start - _FARTHEST), start):
        return True
    if rule.unless_since is None:
        return False
    last = None
    for last in after.compiled.finditer(text, max(0, start - _FAR), start):  # noqa: B007 - the last one is asked for
        pass
    return last is not None and rule.unless_since.compiled.search(text, last.end(), start) is None


def _leaves_unit(candidate: Candidate, shadow: Shadow, lexed: Lexed, compounds: frozenset[str]) -> bool:
    """Whether a phrase that names units leaves out that of its number, which stands behind the match or goes on there.

    "hội viên được tuyên truyền 03 công trình" is no "số hội viên ... {count} [{unit: hội viên, người}]"; no rule takes
    the "6 trường" of "6 trường hợp".
    """
    hit = candidate.hit
    slots = hit.re.groupindex
    if "unit" not in slots or "count" not in slots or not hit["count"]:
        return False
    number = shadow.quantity_in(*hit.span("count"))
    if number is None or lexed.quantities[number].end <= candidate.end:
        return False
    if not hit["unit"]:
        return True
    own = fold(lexed.quantities[number].unit or "")
    return own in compounds and own.startswith(f"{hit['unit'].strip()} ")


def _is_no_limit(candidate: Candidate, shadow: Shadow, lexed: Lexed) -> bool:
    """Whether the number that a phrase takes for the most there is (``{limit: any}``) is not told as such."""
    if "limit" not in candidate.hit.re.groupindex or not candidate.hit["limit"]:
        return False
    number = shadow.quantity_in(*candidate.hit.span("limit"))
    return number is None or lexed.quantities[number].comparator != "le"


_OPENERS = ("heading", "line", "paper", "title")
"""Slots of what opens a line."""
_BESIDE = (*_OPENERS, "past")
_MARKS = frozenset(".:;)/-*+•")
"""What stands behind the number of a line, or for it: "II. ", "b) ", "- "."""
_LONGEST_NUMBER = 12
"""No more characters has the number of a line: "phần thứ ba:"."""


def _is_inside(candidate: Candidate, shadow: Shadow, folded: str) -> bool:
    """Whether the words of such a slot stand inside a line: "hoàn thành kế hoạch"."""
    name = next((name for name in _OPENERS if name in candidate.hit.re.groupindex), None)
    if name is None:
        return False
    start = shadow.span(*candidate.hit.span(name))[0]
    before = folded[folded.rfind("\n", 0, start) + 1 : start].rstrip()
    return before != "" and (before[-1] not in _MARKS or len(before) > _LONGEST_NUMBER)


def _match(candidate: Candidate, shadow: Shadow) -> Match:
    rule, start, end, hit = candidate
    text, offsets, spans, groups = shadow.text, shadow.offsets, hit.regs, hit.re.groupindex
    first, last = spans[0]
    while first < last and text[first] in _PARTING:
        first += 1  # "; THCS có 10 em": what is parted off begins behind the mark
    start = max(start, offsets[first])
    slots = {}
    inside = spans[0]
    ahead = _ahead(groups, spans)
    for name, group in groups.items():
        first, last = spans[group]
        if name == AHEAD:
            if first < last:
                inside, end = (inside[0], first), offsets[first]
            continue
        if name == BEHIND:
            if first < last:
                inside, start = (last, inside[1]), shadow.span(last, inside[1])[0]
            continue
        if first < last and first < ahead:
            while text[first] == " ":
                first += 1
            while text[last - 1] == " ":
                last -= 1
            slots[name] = Slot(offsets[first], offsets[last], text[first:last], shadow.quantities.get(first))
    return Match(rule, start, end, slots, shadow.within(*inside))


def _ahead(groups: Mapping[str, int], spans: Sequence[tuple[int, int]]) -> int:
    """Where in the shadow a number begins that must follow and stays free, with all behind it."""
    group = groups.get(AHEAD)
    first, last = spans[group] if group else (-1, -1)
    return first if first < last else spans[0][1] + 1


def _resolve(candidates: Sequence[Candidate], free: Callable[[Candidate], bool], shadow: Shadow) -> tuple[Match, ...]:
    """Priority first, then the longest; ``free`` claims what a match is about and tells if that was free."""
    if not candidates:
        return ()
    ranked = sorted(candidates, key=lambda one: (-one.rule.priority, one.start - one.end, one.start, one.rule.id))
    kept = sorted(filter(free, ranked), key=lambda one: (one.start, one.end))
    return tuple(_match(candidate, shadow) for candidate in kept)


class _Numbers:
    """A quantity belongs to one match; a match that has none claims its place among those that have none."""

    def __init__(self, shadow: Shadow, taken: Iterable[int] = ()) -> None:
        self._quantity_in = shadow.quantity_in
        self._taken = set(taken)
        self._places = _Places(shadow)

    def __call__(self, candidate: Candidate) -> bool:
        about = set()
        spans = candidate.hit.regs
        ahead = _ahead(candidate.hit.re.groupindex, spans)
        for first, last in spans[1:]:
            if first < last and first < ahead and (number := self._quantity_in(first, last)) is not None:
                about.add(number)
        if not about:
            return self._places(candidate)
        if not self._taken.isdisjoint(about):
            return False
        self._taken |= about
        return True


class _Places:
    """A place belongs to one match; of a match with a slot of ``narrowed``, at least the words in it.

    A match with a slot of ``beside`` stands beside others: whether it holds is told by where it stands.
    """

    def __init__(self, shadow: Shadow, narrowed: Sequence[str] = (), beside: Sequence[str] = ()) -> None:
        self._span, self._narrowed, self._beside = shadow.span, narrowed, beside
        self._starts: list[int] = []
        self._ends: list[int] = []

    def __call__(self, candidate: Candidate) -> bool:
        if any(name in candidate.hit.re.groupindex for name in self._beside):
            return True
        if self._claimed(candidate.start, candidate.end):
            return True
        # "Một số chỉ tiêu đạt và vượt kế hoạch đề ra": either takes its noun away, and both have the verb.
        hit = candidate.hit
        slot = next((name for name in self._narrowed if name in hit.re.groupindex), None)
        return slot is not None and self._claimed(*self._span(*hit.span(slot)))

    def _claimed(self, start: int, end: int) -> bool:
        at = bisect_right(self._ends, start)
        if at < len(self._starts) and self._starts[at] < end:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True
