"""Two datasets compared: what was added, removed, changed, why, and what it does to totals."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from handmade_pages import sample_record, write_dataset

from extract.audit.comparison import compare, comparison_lines
from extract.dataset import Dataset
from extract.model import Facts
from extract.tables.commit import FORMAT, RUN_FILE
from extract.tables.rows import PageRecord

if TYPE_CHECKING:
    from pathlib import Path

    from extract.audit.comparison import Comparison

MOVED = "f" * 20


def compared(folder: Path, old: list[PageRecord], new: list[PageRecord]) -> Comparison:
    return compare(Dataset(write_dataset(folder / "old", *old)), Dataset(write_dataset(folder / "new", *new)))


def read_again(record: PageRecord, quote: str, **changes: object) -> PageRecord:
    """The same page, one figure of it read otherwise."""
    facts = record.facts
    figures = tuple(replace(f, **changes) if f.quote == quote else f for f in facts.figures)  # type: ignore[arg-type]
    same = {name: value for name, value in changes.items() if name in {"indicator", "status", "rule_id"}}
    money = tuple(replace(m, **same) if m.quote == quote else m for m in facts.money)  # type: ignore[arg-type]
    return replace(record, facts=replace(facts, figures=figures, money=money))


def test_the_same_dataset_differs_in_nothing(tmp_path: Path) -> None:
    found = compared(tmp_path, [sample_record()], [sample_record()])
    assert (len(found.figures), found.unchanged, len(found.totals)) == (0, 8, 0)


def test_a_figure_read_otherwise_names_its_fields_and_moves_the_total(tmp_path: Path) -> None:
    record = sample_record()
    found = compared(tmp_path, [record], [read_again(record, "11,5 triệu đồng", status="planned", rule_id="fund.plan")])
    (row,) = found.figures.to_dict("records")
    assert (row["change"], row["reason"], row["fields"]) == ("changed", "read otherwise", "status,rule_id")
    assert found.totals.to_dict("records") == [{"indicator": "scholarship", "old": 11_500_000, "new": 0}]
    lines = list(comparison_lines(found))
    assert lines[0] == "1 figures differ, 7 are the same"
    assert lines[1].endswith("1 changed (status,rule_id), read otherwise: scholarship by fund.plan")
    assert lines[-1].endswith("-11,500,000 đồng")


def test_other_rules_are_named_as_the_reason(tmp_path: Path) -> None:
    record = sample_record()
    folders = [
        write_dataset(tmp_path / name, page)
        for name, page in (("a", record), ("b", read_again(record, "80 tổ", unit="xã")))
    ]
    for folder, digest in zip(folders, ("1", "2"), strict=True):
        (folder / RUN_FILE).write_text(json.dumps({"format": FORMAT, "rules": {"sha256": digest}}), "utf-8")
    found = compare(*map(Dataset, folders)).figures
    assert list(found["reason"]) == ["rules changed"]


def test_figures_found_and_lost_on_the_same_page(tmp_path: Path) -> None:
    record = sample_record()
    fewer = replace(record, facts=replace(record.facts, figures=record.facts.figures[:-1]))
    lost = compared(tmp_path, [record], [fewer]).figures
    assert list(zip(lost["change"], lost["reason"], lost["quote"], strict=True)) == [
        ("removed", "read otherwise", "1.250")
    ]


def test_pages_that_came_went_and_changed(tmp_path: Path) -> None:
    came, went, before = (sample_record(f"http://a.vn/{name}") for name in ("came", "went", "changed"))
    after = sample_record("http://a.vn/changed")
    facts = after.facts
    moved = {
        name: tuple(replace(row, page_id=MOVED) for row in getattr(facts, name))
        for name in ("figures", "money", "scholarships", "ratings", "statements")
    }
    after = PageRecord(replace(after.page, page_id=MOVED), Facts(context=facts.context, **moved), ())
    found = compared(tmp_path, [went, before], [came, after]).figures
    reasons = found.groupby(["page_id", "change", "reason"]).size()
    assert reasons.to_dict() == {
        (came.page.page_id, "added", "page new"): 8,
        (went.page.page_id, "removed", "page gone"): 8,
        (before.page.page_id, "removed", "page changed"): 8,
        (MOVED, "added", "page changed"): 8,
    }
