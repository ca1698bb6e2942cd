"""Why an amount is in no total: each reason a rule of its own over the frame of ``mentions``; the first that holds.

What stays counts each đồng of the dataset once: no copy of a page, nothing said twice on a page or by two pages of one
event, no plan, no price of one thing, no part beside its whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

from extract.audit.repeated import repeated
from extract.audit.same_event import same_event
from extract.dedup.pages import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Name = Literal[
    "duplicate_page",
    "revised",
    "restated",
    "plan",
    "whole",
    "planned",
    "norm",
    "each",
    "part",
    "repeated",
    "same_event",
]


class Reason(NamedTuple):
    """One reason, and the rows it holds for; it is asked about rows that no reason before it has taken."""

    name: Name
    holds: Callable[[pd.DataFrame], pd.Series[bool]]


def judged(mentions: pd.DataFrame, indicators: Sequence[str] = ()) -> pd.DataFrame:
    """``mentions`` with two columns more, both missing where an amount counts.

    ``left_out`` is the name of the reason, ``same_as`` the ``figure_id`` that counts instead of one that tells of the
    same event on another page. ``indicators`` keeps the rows of these and of their members ("house": "house.built")
    alone; all rows are judged first.
    """
    reasons = pd.Series(pd.NA, index=mentions.index, dtype="string")
    left = mentions
    for reason in REASONS:
        holds = reason.holds(left)
        reasons[left.index[holds]] = reason.name
        left = left[~holds]
    links = same_event(left)
    reasons[links.index] = "same_event"
    rows = mentions.assign(left_out=reasons, same_as=links.reindex(mentions.index))
    if not indicators:
        return rows
    of = rows["indicator"].fillna("")
    return rows[of.isin(indicators) | of.str.startswith(tuple(f"{name}." for name in indicators))]


def _duplicate_page(mentions: pd.DataFrame) -> pd.Series[bool]:
    return mentions["duplicate_kind"].isin(LEFT_OUT)


def _revised(mentions: pd.DataFrame) -> pd.Series[bool]:
    """Of the versions of a page the one captured last counts; of those without a time the last by ``page_id``."""
    version = mentions["duplicate_of"].where(mentions["duplicate_kind"] == "revision", mentions["page_id"])
    pages = mentions[["page_id", "captured_at"]].assign(version=version).drop_duplicates("page_id")
    pages = pages.sort_values(["captured_at", "page_id"], na_position="first")
    return ~mentions["page_id"].isin(pages.drop_duplicates("version", keep="last")["page_id"])


def _part(mentions: pd.DataFrame) -> pd.Series[bool]:
    """It is held by the total of another statement, or of its own: "450 triệu đồng, trong đó huyện 80 triệu đồng"."""
    total = mentions["statement_total"]
    return mentions["statement_whole"] | (total.notna() & (total != mentions["amount_vnd"])).astype(bool)


REASONS: tuple[Reason, ...] = (
    Reason("duplicate_page", _duplicate_page),
    Reason("revised", _revised),
    Reason("restated", lambda mentions: mentions["role"] == "restated"),
    Reason("plan", lambda mentions: mentions["role"] == "plan"),
    Reason("whole", lambda mentions: mentions["role"] == "whole"),
    Reason("planned", lambda mentions: mentions["status"] == "planned"),
    Reason("norm", lambda mentions: mentions["status"] == "norm"),
    Reason("each", lambda mentions: mentions["scope"] == "each"),
    Reason("part", _part),
    Reason("repeated", repeated),
)
"""In the order in which they are asked; ``same_event`` comes last, since it compares what all of these let through."""
