"""Things named before their numbers are told in turn: "số hộ nghèo, hộ cận nghèo lần lượt là 120 hộ, 96 hộ"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.facts.implied import NEVER_IMPLIED, implied, with_implied

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.facts.doings import Ties
    from extract.facts.implied import Ground
    from extract.match.engine import Engine, Named

_MOST_CUT = 4
"""No more words at the end of the first name are its own."""
_CLAUSE = regex.compile(r"[;:.\n()]")


def named_in_turn(ties: Ties, rated: Collection[int], ground: Ground, engine: Engine) -> Ties:
    """All things, with those whose names stand before numbers told in turn in place of what was taken for them."""
    reading, found, wrong = ground.reading, [], set[int]()
    awards = (doing for doing in ties.doings if reading.family(doing) in NEVER_IMPLIED)
    apart = {*rated, *(index for doing in awards for index in doing.quantities)}
    for start, run in reading.turns.runs(reading.folded, reading.lexed, reading.structure):
        if any(index in apart or ground.amounts.scope.get(index) == "each" for index in run):
            continue
        named = _names(start, run, ground, engine)
        if named is not None:
            wrong.update(run)
            found += [implied(index, one.rule, reading, slot=one.slot) for index, one in zip(run, named, strict=True)]
    if not found:
        return ties
    wholes = {doing.whole for doing in ties.doings}
    kept = [one for one in ties.doings if not wrong.issuperset(one.quantities) or one in wholes]
    known = {index for doing in kept for index in doing.quantities}
    return with_implied(ties._replace(doings=tuple(kept)), [one for one in found if known.isdisjoint(one.quantities)])


def _names(start: int, run: Sequence[int], ground: Ground, engine: Engine) -> list[Named] | None:
    """What each number counts: as many names stand before them, or one that they share."""
    reading = ground.reading
    quantities = [reading.lexed.quantities[index] for index in run]
    since = reading.structure.sentence(start).start
    *_, since = (since, *(hit.end() for hit in _CLAUSE.finditer(reading.folded, since, start)))
    if reading.quantities_in(since, start):
        return None  # "12 thôn và 30 cơ quan, trong đó lần lượt 10 và 28"
    text = _without_periods(since, start, ground)
    parts = [part for part in reading.turns.joins.split(text) if part.strip()]
    labels = parts[-len(run) :] if len(parts) >= len(run) else [text.strip()] * len(run)
    found: list[Named] = []
    for label, quantity in zip(labels, quantities, strict=True):
        asked = (engine.named(" ".join(one.split()), quantity.kind, quantity.unit) for one in _asked(label, labels[0]))
        named = next(filter(None, asked), None)
        if named is None or engine.rules.indicators[named.rule.says].family in NEVER_IMPLIED:
            return None
        found.append(named)
    return found


def _without_periods(start: int, end: int, ground: Ground) -> str:
    """The folded text of a stretch with its dates and years blank: "thu ngân sách các" of "... các năm 2019, 2020"."""
    text = [*ground.reading.folded[start:end]]
    for index in ground.reading.mentions_in(start, end):
        mention = ground.reading.lexed.mentions[index]
        if mention.kind == "period":
            text[mention.start - start : mention.end - start] = " " * (mention.end - mention.start)
    return "".join(text)


def _asked(label: str, first: str) -> Iterator[str]:
    """A name, behind the words that the first one begins with: "tỷ lệ hộ nghèo, cận nghèo", "đàn trâu, bò"."""
    words = first.split()
    if label is not first:
        yield from (f"{' '.join(words[:-cut])} {label}" for cut in range(1, min(len(words), _MOST_CUT)))
    yield label
