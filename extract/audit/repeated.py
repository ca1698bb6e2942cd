"""Amounts that a page says twice: in its title and its text, or in two places of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ABOVE = 1.1
"""How many times "hơn 86 triệu đồng" of a title an amount of the text may be to be what it means."""
_LEAST_DIGITS = 4
"""Digits of an amount that do not agree by chance: 442.100.000 of one thing, not 50.000.000."""


def repeated(mentions: pd.DataFrame) -> pd.Series[bool]:
    """The amounts that the same page says in another place, which counts.

    What a title, heading or caption says again counts where the text says it. In the text the first counts, and only
    amounts with many digits are one, unless rules know them as two things: two houses of 50 million are two.
    """
    return _summed_up(mentions) | _told_again(mentions)


def _summed_up(mentions: pd.DataFrame) -> pd.Series[bool]:
    key = _key(mentions, ["page_id", "amount_vnd", "amount_max_vnd"])
    body = ~mentions["in_summary"]
    in_text = pd.Series(key.isin(key[body]), index=mentions.index)
    before = pd.Series(key.duplicated(), index=mentions.index)
    return mentions["in_summary"] & (in_text | before | _means_another(mentions))


def _means_another(mentions: pd.DataFrame) -> pd.Series[bool]:
    """Amounts of a title that one of the text makes more exact: "Hơn 86 triệu đồng" above "86,4 triệu đồng".

    Titles cut off as often as they round: "115 tỷ đồng" stands above "115,509 tỷ đồng".
    """
    summary = mentions.loc[mentions["in_summary"], ["page_id", "low_vnd", "high_vnd", "amount_vnd"]].reset_index()
    text = mentions.loc[~mentions["in_summary"], ["page_id", "amount_vnd"]]
    pairs = summary.merge(text, on="page_id", suffixes=("", "_of_text"))
    cut_off = pairs["high_vnd"] + (pairs["high_vnd"] - pairs["low_vnd"]) // 2
    most = cut_off.fillna((pairs["amount_vnd"] * _MOST_ABOVE).round().astype("Int64"))
    meant = pairs["amount_vnd_of_text"].between(pairs["low_vnd"], most)
    return pd.Series(mentions.index.isin(pairs.loc[meant, "index"]), index=mentions.index)


def _told_again(mentions: pd.DataFrame) -> pd.Series[bool]:
    telling = mentions["amount_vnd"].astype("str").str.rstrip("0").str.len() >= _LEAST_DIGITS
    candidates = mentions[~mentions["in_summary"] & telling].sort_values("indicator", kind="stable")
    amount = ["page_id", "amount_vnd", "amount_max_vnd"]
    # What no rule knows is the same thing as what one does.
    named = candidates.groupby(_key(candidates, amount), sort=False)["indicator"].transform("first")
    indicators = candidates["indicator"].fillna(named.astype("str")).fillna("")
    key = _key(candidates.assign(indicator=indicators), [*amount, "indicator"])
    return pd.Series(mentions.index.isin(candidates.index[key.duplicated()]), index=mentions.index)


def _key(mentions: pd.DataFrame, columns: Sequence[str]) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(
        mentions[list(columns)].assign(amount_max_vnd=mentions["amount_max_vnd"].fillna(-1))
    )
