"""Bridges as lines of text for a terminal, frames as files for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from extract.audit.bridge import Bridge

_WIDTH = 44
_SHARES = 100
_FORMULA = r"^[=+\-@\t\r]"
"""How a cell begins that a spreadsheet would run; an apostrophe before it makes it text."""
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


def write_csv(frame: pd.DataFrame, file: Path) -> None:
    """A frame as CSV that Excel opens in UTF-8, and in which no text of a page is a formula."""
    shown = frame.copy()
    for name in shown.columns[[pd.api.types.is_string_dtype(kind) for kind in shown.dtypes]]:
        shown[name] = shown[name].str.replace(_FORMULA, r"'\g<0>", regex=True)
    shown.to_csv(file, index=False, encoding="utf-8-sig", date_format="%Y-%m-%d")
