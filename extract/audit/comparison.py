"""``baocao diff``: two datasets compared, figure by figure, and what the difference does to each total.

A figure of one run is the figure of another if it stands at the same place of the same page, or, where cleaning has
changed the text, if it is the same quote on that page, the n-th of its kind in both. A page is the same if its address,
bytes and time of capture are (``page_id``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from extract.audit.mentions import judged, mentions
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.dataset import Dataset

COMPARED = ("value", "value_max", "unit", "comparator", "scope", "status", "role", "indicator", "rule_id")
"""The columns of ``figures`` in which a figure may have changed."""
_IDENTITY = ["page_id", "quote", "nth"]
_OLD, _NEW = "_old", "_new"


class Comparison(NamedTuple):
    """What is another in the new dataset.

    ``figures``: one row a figure that was ``added``, ``removed`` or ``changed`` (column ``change``), with its
    ``reason``, ``fields`` (those of ``COMPARED`` that changed, with commas), and these columns of both sides.

    Reasons: ``page new``, ``page gone``, ``page changed`` (other bytes at the same address); for a page in both ``rules
    changed``, or ``read otherwise`` where the rules are the same, by another version of the program.

    ``totals``: one row an indicator whose safe total changed, in đồng.
    """

    figures: pd.DataFrame
    unchanged: int
    totals: pd.DataFrame


def compare(old: Dataset, new: Dataset) -> Comparison:
    """Compare two datasets."""
    figures = _figures(old).merge(_figures(new), on=_IDENTITY, how="outer", suffixes=(_OLD, _NEW), indicator="side")
    fields = _changed_fields(figures)
    change = figures["side"].map({"left_only": "removed", "right_only": "added", "both": "changed"}).astype("str")
    figures = figures.assign(change=change, fields=fields, reason=_reasons(figures, old, new))
    told = figures[(figures["side"] != "both") | (fields != "")]
    rest = [f"{name}{side}" for name in ("figure_id", *COMPARED) for side in (_OLD, _NEW)]
    columns = ["page_id", "quote", "change", "reason", "fields", *rest]
    return Comparison(told[columns].reset_index(drop=True), len(figures) - len(told), _totals(old, new))


def comparison_lines(found: Comparison) -> Iterator[str]:
    """What the command prints: how many figures of which rule and indicator changed and why, then the totals."""
    yield f"{len(found.figures)} figures differ, {found.unchanged} are the same"
    of = {
        name: found.figures[f"{name}{_NEW}"].fillna(found.figures[f"{name}{_OLD}"]).fillna("(none)")
        for name in ("indicator", "rule_id")
    }
    groups = found.figures.assign(**of).groupby(["change", "reason", "fields", *of]).size().rename("figures")
    ranked = groups.reset_index().sort_values("figures", ascending=False, kind="stable")
    for change, reason, fields, indicator, rule, number in ranked.itertuples(index=False, name=None):
        what = f" ({fields})" if fields else ""
        yield f"  {number:>8,} {change}{what}, {reason}: {indicator} by {rule}"
    yield f"{len(found.totals)} safe totals differ"
    for indicator, before, after in found.totals.itertuples(index=False, name=None):
        yield f"  {indicator:<28}{before:>24,} → {after:>24,}  {after - before:>+24,} đồng"


def _figures(dataset: Dataset) -> pd.DataFrame:
    frame = dataset.frame(schemas.FIGURES, ["figure_id", "page_id", "start", "quote", *COMPARED])
    frame = frame.sort_values(["page_id", "start"])
    return frame.assign(nth=frame.groupby(["page_id", "quote"]).cumcount()).drop(columns="start")


def _changed_fields(figures: pd.DataFrame) -> pd.Series[str]:
    fields = pd.Series("", index=figures.index, dtype="str")
    both = figures["side"] == "both"
    for name in COMPARED:
        one, other = figures[f"{name}{_OLD}"], figures[f"{name}{_NEW}"]
        differs = both & ~((one == other) | (one.isna() & other.isna()))
        fields = fields.where(~differs, fields + "," + name)
    return fields.str.removeprefix(",")


def _reasons(figures: pd.DataFrame, old: Dataset, new: Dataset) -> pd.Series[str]:
    addresses = {side: dataset.frame(schemas.PAGES, ["page_id", "uri"]) for side, dataset in ((_OLD, old), (_NEW, new))}
    before, after = addresses[_OLD], addresses[_NEW]
    in_old, in_new = figures["page_id"].isin(before["page_id"]), figures["page_id"].isin(after["page_id"])
    uri = figures["page_id"].map(pd.concat([before, after]).drop_duplicates("page_id").set_index("page_id")["uri"])
    same_page = "read otherwise" if old.origin.rules_sha256 == new.origin.rules_sha256 else "rules changed"
    reasons = pd.Series(same_page, index=figures.index, dtype="str")
    reasons = reasons.where(in_old, "page new").where(in_new, "page gone")
    changed = (~in_old & uri.isin(before["uri"])) | (~in_new & uri.isin(after["uri"]))
    return reasons.where(~changed, "page changed")


def _totals(old: Dataset, new: Dataset) -> pd.DataFrame:
    totals = pd.DataFrame({name: _safe_totals(dataset) for name, dataset in (("old", old), ("new", new))})
    totals = totals.fillna(0).astype("int64").rename_axis("indicator").reset_index()
    return totals[totals["old"] != totals["new"]].reset_index(drop=True)


def _safe_totals(dataset: Dataset) -> pd.Series[int]:
    rows = judged(mentions(dataset))
    counted = rows[rows["left_out"].isna()]
    return counted.groupby(counted["indicator"].fillna("(none)"))["amount_vnd"].sum().astype("Int64")
