"""Bridges, and what judged samples say, as lines of text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from extract.audit.bridge import Bridge
    from extract.audit.proportion import Share
    from extract.audit.score import Score

_WIDTH = 44
_SHARES = 100
_TWICE = "pages of one place and year tell of one indicator, as news and a report of the year do"
MENTIONED = [
    "figure_id",
    "page_id",
    "uri",
    "quote",
    "amount_vnd",
    "amount_max_vnd",
    "low_vnd",
    "high_vnd",
    "comparator",
    "indicator",
    "commune",
    "district",
    "province",
    "day",
    "left_out",
    "same_as",
]
"""Columns of the table of all mentions: the figures behind each line of a bridge."""


def bridge_lines(bridge: Bridge, judged: pd.DataFrame, names: Mapping[str, str]) -> Iterator[str]:
    """One bridge, from all mentions to the safe total; ``names`` are the words for its reasons."""
    if bridge.group:
        yield " · ".join("(not told)" if value is None else value for value in bridge.group)
    yield _line("all mentions", bridge.mentioned, bridge.mentioned_vnd)
    for line in bridge.lines:
        yield _line(f"− {names.get(line.reason, line.reason)}", line.figures, -line.vnd)
    yield _line("= safe total", bridge.counted, bridge.counted_vnd)
    if bridge.counted:
        yield f"  from {bridge.low_vnd:,} to {bridge.high_vnd:,}{_open(bridge)}; {_approximate(bridge)}"
    if bridge.overlap_vnd:
        yield f"  up to {bridge.overlap_vnd:,} of it may be told twice: {_TWICE}"
    if bridge.largest:
        yield "  largest:"
        rows = judged.set_index("figure_id").loc[list(bridge.largest)]
        for figure_id, row in rows.iterrows():
            yield f"    {row['amount_vnd']:>20,}  “{row['quote']}”  {row['uri']}  {figure_id}"


def _line(name: str, figures: int, vnd: int) -> str:
    return f"  {name:<{_WIDTH}}{figures:>10,}{vnd:>26,}"


def _open(bridge: Bridge) -> str:
    return f" and more ({bridge.open_ended} have no upper limit)" if bridge.open_ended else ""


def _approximate(bridge: Bridge) -> str:
    if not bridge.approximate:
        return "all are exact"
    share = _SHARES * bridge.approximate_vnd / bridge.counted_vnd if bridge.counted_vnd else 0.0
    return f"{bridge.approximate} of {bridge.counted} are approximate, {share:.1f} % of the đồng"


def score_lines(found: Score) -> Iterator[str]:
    """What a judged sample says, and how sure that is."""
    money, pages = found.money, found.pages
    yield f"money: a safe total of {money.total_vnd:,} đồng"
    yield f"  {_judged('taken whole', money.whole)}; {_judged('drawn by đồng', money.drawn)}"
    share = f"{_percent(money.wrong_low)} to {_percent(money.wrong_high)}"
    yield f"  of its đồng {share} stand in a wrong figure (95 %, exact)"
    yield (
        f"  overstated by {money.overstated_vnd:,} đồng (projected), "
        f"by {money.overstated_most_vnd:,} at most (95 %, Stringer bound)"
    )
    yield f"  understated by {money.understated_vnd:,} đồng (projected) in figures that were found"
    yield f"figures that a rule knows: {_judged('drawn', found.figures)}; {_between(found.figures)} wrong (95 %, exact)"
    for rule in found.rules:
        yield (
            f"  {rule.rule_id}, {rule.indicator or 'no indicator'}: {rule.wrong.judged - rule.wrong.errors} of "
            f"{rule.wrong.judged} right; precision {_percent(1 - rule.wrong.high)} to {_percent(1 - rule.wrong.low)}"
        )
    missed = pages.with_misses
    yield f"pages: {pages.pages}; drawn: something missed on {missed.errors} of {missed.judged} judged"
    yield f"  something is missed on {_between(pages.with_misses)} of pages (95 %, exact)"
    if pages.recall is not None:
        yield (
            f"  {pages.found} figures found and {pages.missed} missed on them: recall about {_percent(pages.recall)}"
            " (figures of a page go together: the bound is that of pages)"
        )
    yield f"  money missed: {pages.missed_vnd:,} đồng (projected to all pages)"


def _judged(what: str, share: Share) -> str:
    return f"{what}: {share.errors} wrong of {share.judged} judged"


def _between(share: Share) -> str:
    estimate = "" if share.estimate is None else f"{_percent(share.estimate)}, from "
    return f"{estimate}{_percent(share.low)} to {_percent(share.high)}"


def _percent(share: float) -> str:
    return f"{_SHARES * share:.1f} %"
