"""From all mentions to the safe total: what was mentioned, less a line for each reason, is what counts, to the đồng."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from extract.audit.left_out import REASONS
from extract.audit.overlap import overlap_vnd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPLIT = 1_000_000


class Line(NamedTuple):
    """Amounts left out for one reason: how many, how much together, and which."""

    reason: str
    figures: int
    vnd: int
    figure_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """The money of one group; ``mentioned`` less all ``lines`` is ``counted``, in number and in đồng.

    A range counts with its smaller end. ``low_vnd`` to ``high_vnd`` is what printed precision and comparators allow
    the counted amounts together; ``open_ended`` of them have no upper limit ("hơn 67 triệu đồng") and count in
    ``high_vnd`` as printed.
    """

    group: tuple[str | None, ...]
    mentioned: int
    mentioned_vnd: int
    lines: tuple[Line, ...]
    counted: int
    counted_vnd: int
    low_vnd: int
    high_vnd: int
    open_ended: int
    approximate: int
    """Counted amounts that are not exact."""
    approximate_vnd: int
    overlap_vnd: int
    """Of the counted amounts, what several pages of one place, year and indicator may tell twice, at most."""
    largest: tuple[str, ...]
    """``figure_id`` of the largest that count, the largest first."""


def bridges(judged: pd.DataFrame, by: Sequence[str] = (), largest: int = 20) -> Iterator[Bridge]:
    """One bridge a group of ``judged`` (see ``extract.audit.left_out``); one of all rows if ``by`` names no column.

    Groups are sorted; what has no value there is a group of its own, ``None``, at the end.
    """
    if not by:
        yield _bridge((), judged, largest)
        return
    for key, rows in judged.groupby(list(by), dropna=False, sort=True):
        unknown = pd.Series(key, dtype="object").isna()
        group = tuple(None if missing else str(value) for value, missing in zip(key, unknown, strict=True))
        yield _bridge(group, rows, largest)


def _bridge(group: tuple[str | None, ...], rows: pd.DataFrame, largest: int) -> Bridge:
    kept = rows[rows["left_out"].isna()]
    approximate = kept[kept["comparator"] != "eq"]
    lines = dict(iter(rows.groupby("left_out", sort=False)))
    top = kept.sort_values(["amount_vnd", "figure_id"], ascending=[False, True]).head(largest)
    return Bridge(
        group=group,
        mentioned=len(rows),
        mentioned_vnd=exact_sum(rows["amount_vnd"]),
        lines=tuple(
            Line(reason, len(left), exact_sum(left["amount_vnd"]), tuple(left["figure_id"]))
            for reason in REASONS
            if (left := lines.get(reason)) is not None
        ),
        counted=len(kept),
        counted_vnd=exact_sum(kept["amount_vnd"]),
        low_vnd=exact_sum(kept["low_vnd"]),
        high_vnd=exact_sum(kept["high_vnd"].fillna(kept["amount_vnd"])),
        open_ended=int(kept["high_vnd"].isna().sum()),
        approximate=len(approximate),
        approximate_vnd=exact_sum(approximate["amount_vnd"]),
        overlap_vnd=overlap_vnd(kept),
        largest=tuple(top["figure_id"]),
    )


def exact_sum(amounts: pd.Series[int]) -> int:
    """Exact where 64 bits are too few: an archive may hold amounts that were misprinted by many zeros."""
    return int((amounts // _SPLIT).sum()) * _SPLIT + int((amounts % _SPLIT).sum())
