"""From all mentions to the safe total: generated pages whose truth is known, and how a bridge is told."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from handmade_pages import sample_record, write_dataset
from ledger_pages import LedgerPages

from extract.audit import bridges, judged, mentions
from extract.audit.telling import MENTIONED, bridge_lines
from extract.dataset import Dataset
from extract.export.delimited import write_frame
from extract.model import Context

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> LedgerPages:
    return LedgerPages.write(tmp_path_factory.mktemp("audit") / "dataset", pages=400)


@pytest.fixture(scope="module")
def rows(ledger: LedgerPages) -> pd.DataFrame:
    return judged(mentions(Dataset(ledger.folder)))


def test_total_and_every_line_are_what_was_put_in(ledger: LedgerPages, rows: pd.DataFrame) -> None:
    (bridge,) = bridges(rows)
    assert {line.reason: (line.figures, line.vnd) for line in bridge.lines} == ledger.left_out()
    assert (bridge.counted, bridge.counted_vnd) == ledger.counted()


def test_each_group_has_its_own_and_all_groups_are_the_whole(ledger: LedgerPages, rows: pd.DataFrame) -> None:
    found = {bridge.group: (bridge.counted, bridge.counted_vnd) for bridge in bridges(rows, ["province", "year"])}
    assert found == ledger.counted_by_province_and_year()
    (whole,) = bridges(rows)
    assert sum(vnd for _, vnd in found.values()) == whole.counted_vnd


def test_every_line_adds_up_to_the_dong(rows: pd.DataFrame) -> None:
    for bridge in (*bridges(rows), *bridges(rows, ["indicator"])):
        assert bridge.mentioned_vnd == bridge.counted_vnd + sum(line.vnd for line in bridge.lines)
        assert bridge.mentioned == bridge.counted + sum(line.figures for line in bridge.lines)
        assert all(len(line.figure_ids) == line.figures for line in bridge.lines)


@pytest.mark.parametrize("by", ["year", "month", "province", "indicator", "site"])
def test_what_has_no_value_is_a_group_of_its_own(tmp_path: Path, by: str) -> None:
    record = sample_record()
    nowhere = replace(record, page=replace(record.page, published_on=None, site=None))
    facts = replace(record.facts, context=Context(None, None, None, None, None))
    money = tuple(replace(row, indicator=None) for row in facts.money)
    folder = write_dataset(tmp_path / "dataset", replace(nowhere, facts=replace(facts, money=money)))
    (bridge,) = bridges(judged(mentions(Dataset(folder))), [by])
    assert bridge.group == (None,)


def test_a_page_with_a_year_alone_has_it_for_its_month(tmp_path: Path) -> None:
    record = sample_record()
    figures = tuple(
        replace(row, period_start=date(2021, 1, 1), period_end=date(2021, 12, 31)) for row in record.facts.figures
    )
    facts = replace(record.facts, figures=figures, context=Context(None, "Phường 2", None, None, None))
    undated = replace(record, page=replace(record.page, published_on=None), facts=facts)
    folder = write_dataset(tmp_path / "dataset", undated, sample_record("http://a.vn/dated"))
    assert [bridge.group for bridge in bridges(mentions(Dataset(folder)), ["month"])] == [("2021",), ("2022-12",)]


def test_an_indicator_brings_its_members(ledger: LedgerPages) -> None:
    of = judged(mentions(Dataset(ledger.folder)), ["house"])
    assert set(of["indicator"]) == {"house.built", "house.repaired"}


def test_sums_are_exact_beyond_64_bits() -> None:
    row = {"amount_vnd": 2**62, "low_vnd": 2**62, "high_vnd": None, "comparator": "gt", "left_out": None}
    of = {"commune": "Xã A", "district": None, "province": None, "year": 2021, "indicator": "house.built"}
    frame = pd.DataFrame([{**row, **of, "figure_id": f"f{i}", "page_id": f"p{i}"} for i in range(5)])
    (bridge,) = bridges(frame.astype({"high_vnd": "Int64", "left_out": "string"}))
    assert bridge.counted_vnd == bridge.high_vnd == 5 * 2**62
    assert bridge.overlap_vnd == 4 * 2**62
    assert (bridge.open_ended, bridge.approximate) == (5, 5)


def test_a_bridge_is_told_from_top_to_bottom(rows: pd.DataFrame) -> None:
    bridge = next(bridges(rows, ["province"], largest=2))
    lines = list(bridge_lines(bridge, rows, {"each": "per unit"}))
    assert lines[0] == bridge.group[0]
    assert lines[1].split()[:2] == ["all", "mentions"]
    assert any(line.startswith("  − per unit") for line in lines)
    assert f"{bridge.counted_vnd:,}" in next(line for line in lines if "= safe total" in line)
    assert [line.rsplit("  ", 1)[1] for line in lines[-2:]] == list(bridge.largest)
    alone = next(bridges(rows, ["province"], largest=0))
    assert not any("largest" in line for line in bridge_lines(alone, rows, {}))


def test_the_table_of_mentions_holds_no_formula(tmp_path: Path, rows: pd.DataFrame) -> None:
    write_frame(rows.assign(uri="=cmd|' /C calc'!A0")[MENTIONED], tmp_path / "f.csv")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert len(read) == len(rows)
    assert {row["uri"] for row in read} == {"'=cmd|' /C calc'!A0"}
    assert sum(int(row["amount_vnd"]) for row in read if not row["left_out"]) == next(bridges(rows)).counted_vnd
