"""``baocao explain``: what was found in a text, by which rule, what came close, and what nobody took."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.page_checks import check_page, stated
from extract.facts.doings import Bundle, Doing
from extract.match.compile import reached, stages
from extract.pipeline import draw_facts, settled
from extract.snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.match.engine import Match
    from extract.match.rules import Phrase, Rule
    from extract.model import Check, Figure, Page
    from extract.pipeline import Knowledge

_NEAR_MISSES = 8
_CONTEXT = 30
"""Characters shown on either side of a place in the text."""


class NearMiss(NamedTuple):
    """A phrase that began to match, or matched and was not taken: ``start:end`` is what it matched."""

    rule: Rule
    phrase: Phrase
    matched: int
    """How many of the parts that must be there matched."""
    parts: int
    start: int
    end: int


def explain_text(text: str, knowledge: Knowledge) -> str:
    """The explanation of a sentence given by hand, as lines of text."""
    return explain_page(snippet(text), knowledge)


def explain_page(page: Page, knowledge: Knowledge) -> str:
    """The explanation of a cleaned page, as lines of text."""
    drawn = draw_facts(page, knowledge)
    checks = check_page(drawn, knowledge.checks)
    figures = settled(page, drawn, checks, knowledge).figures
    sections = (
        ("Text", page.text.split("\n")),
        ("Numbers", [*_numbers(drawn, figures)] or ["none"]),
        ("Statements", _statements(drawn)),
        ("Ratings", _ratings(drawn)),
        ("Status", _cues(drawn)),
        ("Checks", _checks(checks)),
        ("Nobody took", _leftovers(drawn)),
        ("Came close", _close(drawn, knowledge)),
    )
    return "\n".join(line for name, lines in sections for line in _section(name, lines))


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield name
        yield from (f"  {line}" for line in listed)


def _numbers(drawn: Drawn, figures: Sequence[Figure]) -> Iterator[str]:
    for figure, quantity in zip(figures, drawn.reading.lexed.quantities, strict=True):
        value = (
            f"{figure.value:,.10g}" if figure.value_max is None else f"{figure.value:,.10g}..{figure.value_max:,.10g}"
        )
        told = [figure.kind, f"{value} {figure.unit or ''}".strip(), figure.comparator, figure.scope, figure.status]
        if quantity.role != "value":
            told.append(quantity.role)
        if figure.noun:
            told.append(f"of {figure.noun!r}")
        if figure.left_out not in (None, *told):
            told.append(f"in no sum ({figure.left_out})")
        yield f"{figure.start:>5}  {figure.quote!r}: {', '.join(told)}"
    for mention in drawn.reading.lexed.mentions:
        days = "" if mention.first is None else f" {mention.first} to {mention.last}"
        quote = drawn.reading.quote(mention.start, mention.end)
        yield f"{mention.start:>5}  {quote!r}: no quantity, {mention.kind}{days}"


def _statements(drawn: Drawn) -> Iterator[str]:
    for doing in drawn.ties.doings:
        match = doing.match
        quote = drawn.reading.quote(match.start, match.end)
        yield f"{match.start:>5}  {quote!r}: {doing.indicator} by {match.rule.id}"
        for name, slot in match.slots.items():
            yield f"         {name} = {drawn.reading.quote(slot.start, slot.end)!r}"
        for index, reason in doing.reasons.items():
            quantity = drawn.reading.lexed.quantities[index]
            name = "each" if index in doing.eaches else "total" if index in doing.totals else "other amount"
            yield f"         {name} = {drawn.reading.quote(quantity.start, quantity.end)!r} ({reason})"
        if isinstance(doing.whole, Doing):
            yield f"         part of {drawn.reading.quote(doing.whole.match.start, doing.whole.match.end)!r}"
        elif isinstance(doing.whole, Bundle):
            total = drawn.reading.lexed.quantities[doing.whole.total]
            quote = drawn.reading.quote(total.start, total.end)
            yield f"         one total with {len(doing.whole.members) - 1} more: {quote!r} ({doing.whole.reason})"


def _ratings(drawn: Drawn) -> Iterator[str]:
    for row in drawn.facts.ratings:
        number = f"{row.percent}%" if row.count is None else str(row.count)
        total = "" if row.group_total is None else f" of {row.group_total}"
        yield f"{row.start:>5}  {row.quote!r}: {row.group}, {row.level}, {number}{total}, {row.status} by {row.rule_id}"


def _checks(checks: Sequence[Check]) -> Iterator[str]:
    for check in stated(checks):
        why = f", {check.reason}" if check.reason else ""
        yield f"{check.start:>5}  {check.left} against {check.right}: {check.outcome} ({check.kind}{why})"


def _cues(drawn: Drawn) -> Iterator[str]:
    deciding = map(drawn.reading.holds.at, drawn.reading.starts)
    decisive = {hold.rule_id for hold in deciding if hold is not None}
    for hold in drawn.reading.holds.told:
        if hold.rule_id in decisive:
            shown = drawn.reading.quote(hold.start, min(hold.end, hold.start + 2 * _CONTEXT)).replace("\n", " ")
            yield f"{hold.start:>5}  {shown!r}...: {hold.status} up to {hold.end} by {hold.rule_id}"


def _leftovers(drawn: Drawn) -> Iterator[str]:
    for figure in drawn.facts.figures:
        if figure.rule_id is None:
            before = drawn.reading.quote(max(0, figure.start - _CONTEXT), figure.start)
            after = drawn.reading.quote(figure.end, figure.end + _CONTEXT)
            yield f"{figure.start:>5}  {before}[{figure.quote}]{after}".replace("\n", " ")


def _close(drawn: Drawn, knowledge: Knowledge) -> Iterator[str]:
    for miss in near_misses(drawn, knowledge)[:_NEAR_MISSES]:
        matched = drawn.reading.quote(miss.start, miss.end)
        yield f"{miss.start:>5}  {miss.rule.id}: {miss.matched} of {miss.parts} parts matched {matched!r}"
        yield f"         of the phrase {miss.phrase.node.text()}; {_stopped(miss, drawn)}"


def _stopped(miss: NearMiss, drawn: Drawn) -> str:
    if miss.matched < miss.parts:
        stands = drawn.reading.quote(miss.end, miss.end + _CONTEXT).split("\n")[0]
        return f"then stands {stands!r}"
    after = miss.rule.node.get("after")
    taken = [match for match in _taken(drawn) if match.start < miss.end and miss.start < match.end]
    if taken:
        return f"{taken[0].rule.id} took {drawn.reading.quote(taken[0].start, taken[0].end)!r}"
    return "nothing came of it" if after is None else f"{after.text()} does not stand before it"


def _taken(drawn: Drawn) -> Iterator[Match]:
    yield from drawn.reading.matches.rules
    yield from drawn.reading.matches.ratings


def near_misses(drawn: Drawn, knowledge: Knowledge) -> list[NearMiss]:
    """The phrases that began to match and did not end, the closest first, one a rule; rules that fired are left out."""
    fired = {doing.match.rule.id for doing in drawn.ties.doings} | {row.rule_id for row in drawn.facts.ratings}
    plausible = {
        id(phrase): (rule, phrase)
        for line in drawn.reading.matches.shadow.text.split("\n")
        for rule, phrase in knowledge.rules.plausible(line)
        if rule.family in ("rules", "ratings") and rule.id not in fired
    }
    closest: dict[str, NearMiss] = {}
    for rule, phrase in plausible.values():
        miss = _near_miss(rule, phrase, drawn, knowledge)
        best = closest.get(rule.id)
        if miss is not None and (best is None or miss.matched * best.parts > best.matched * miss.parts):
            closest[rule.id] = miss
    return sorted(closest.values(), key=lambda miss: (-miss.matched / miss.parts, miss.start, miss.rule.id))


def _near_miss(rule: Rule, phrase: Phrase, drawn: Drawn, knowledge: Knowledge) -> NearMiss | None:
    """The longest beginning of a phrase that matches somewhere and takes a number; the first of several."""
    shadow = drawn.reading.matches.shadow
    beginnings = knowledge.rules.rules.compiler.beginnings(phrase.part, phrase.node)
    if beginnings is None:
        return None
    hits = beginnings.compiled.finditer(shadow.text)
    counting = (hit for hit in hits if shadow.within(*hit.span()))
    best = max(counting, key=reached, default=None)
    if best is None:
        return None
    return NearMiss(rule, phrase, reached(best), stages(phrase.part), *shadow.span(*best.span()))
