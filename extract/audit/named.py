"""Indicators and rules that a user names: those that there are, so that a misspelt one is no total of nothing."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.errors import ArgumentError
from extract.match.kinds import indicators_in
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.dataset import Dataset


def refuse_unknown(dataset: Dataset, indicators: Sequence[str] = (), rules: Sequence[str] = ()) -> None:
    """Raise ``ArgumentError`` for a rule that read no figure of ``dataset``, or an indicator that nobody knows.

    A shipped indicator is known, whether the dataset has figures of it or not; so is the family of one.
    """
    if not indicators and not rules:
        return
    read = dataset.arrow(schemas.FIGURES, ["indicator", "rule_id"])
    _refuse("rule", rules, _told(read["rule_id"].unique().to_pylist()))
    known = _told(read["indicator"].unique().to_pylist())
    if not known.issuperset(indicators):
        known |= _told(indicator.id for indicator in indicators_in(rulefiles.load()))
    _refuse("indicator", indicators, known)


def _told(names: Iterable[str | None]) -> set[str]:
    """Names, and what stands before their points: "house" of "house.built"."""
    told = {name for name in names if name is not None}
    return told | {name.partition(".")[0] for name in told}


def _refuse(kind: str, names: Sequence[str], known: set[str]) -> None:
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), n=5)
            hint = f"did you mean {', '.join(near)}?" if near else "'baocao rules list' shows those that there are"
            raise ArgumentError(f"the {kind} {name!r} is not known; {hint}")
