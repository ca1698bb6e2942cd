"""What a total holds: results, each once, and every đồng that is left out under a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from handmade_pages import figure_of, money_of, page_of, record_of, sample_record, statement_of, write_dataset

from extract.report.dataset import Dataset
from extract.report.ledger import Ledgers
from extract.report.overview import Overview
from extract.report.totals import Totals, judge_money

if TYPE_CHECKING:
    from pathlib import Path

    from extract.model import Figure, Statement
    from extract.report.dataset import PageRows
    from extract.tables.rows import PageRecord

LINE = "Xây 6 căn nhà hết 300 triệu đồng, trong đó xã góp 120 triệu đồng"


def rows_of(folder: Path, *records: PageRecord) -> list[PageRows]:
    return list(Dataset(write_dataset(folder / "dataset", *records)).pages())


def one_amount(**changes: object) -> PageRecord:
    page = page_of([(LINE, None)], title=LINE)
    figure: Figure = figure_of(page, "300 triệu đồng", 300_000_000, kind="money", unit="đồng", **changes)
    return record_of(page, figures=(figure,), money=(money_of(figure),))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"status": "planned"}, "planned"),
        ({"status": "norm"}, "norm"),
        ({"scope": "each"}, "each"),
        ({"role": "restated"}, "restated"),
        ({"role": "plan", "status": "planned"}, "plan"),
        ({"role": "whole"}, "whole"),
        ({"comparator": "approx"}, None),
    ],
)
def test_the_reason_an_amount_is_left_out(tmp_path: Path, changes: dict[str, object], reason: str | None) -> None:
    (page,) = rows_of(tmp_path, one_amount(**changes))
    assert [judged.left_out for judged in judge_money(page)] == [reason]


def test_a_page_that_repeats_another_counts_nothing(tmp_path: Path) -> None:
    (page,) = rows_of(tmp_path, replace(one_amount(), duplicate_of="a" * 20, duplicate_kind="copy"))
    assert [judged.left_out for judged in judge_money(page)] == ["duplicate_page"]


@pytest.mark.parametrize(("status", "reason"), [("achieved", "part"), ("planned", None)])
def test_a_part_is_left_out_where_its_whole_is_counted(tmp_path: Path, status: str, reason: str | None) -> None:
    page = page_of([(LINE, None)], title=LINE)
    whole: Statement = statement_of(page, "Xây 6 căn", amount_total_vnd=300_000_000, status=status)
    part = statement_of(page, "xã góp", amount_total_vnd=120_000_000, part_of=whole.statement_id)
    amount = {"kind": "money", "unit": "đồng"}
    figures = (
        figure_of(page, "300 triệu đồng", 300_000_000, statement_id=whole.statement_id, status=status, **amount),
        figure_of(page, "120 triệu đồng", 120_000_000, statement_id=part.statement_id, **amount),
    )
    record = record_of(page, figures=figures, money=tuple(map(money_of, figures)), statements=(whole, part))
    (rows,) = rows_of(tmp_path, record)
    assert [judged.left_out for judged in judge_money(rows)][1] == reason


def test_every_dong_is_counted_or_left_out_for_one_reason(tmp_path: Path) -> None:
    records = [sample_record("http://a.vn/1"), sample_record("http://a.vn/2"), one_amount(comparator="gt")]
    totals = Totals()
    for page in rows_of(tmp_path, *records):
        for judged in judge_money(page):
            totals.add(judged)
    for total in (*totals.rows(), totals.all):
        left_out = [found for _, found in total.reasons()]
        assert total.mentioned.vnd == total.counted.vnd + sum(found.vnd for found in left_out)
        assert total.mentioned.count == total.counted.count + sum(found.count for found in left_out)
    assert [(total.indicator, total.counted.vnd) for total in totals.rows()] == [
        ("scholarship", 23_000_000),
        ("fund.raised", 0),
        (None, 300_000_000),
    ]
    scholarship = totals.rows()[0]
    assert (scholarship.low_vnd, scholarship.high_vnd, scholarship.open_ended) == (22_900_000, 23_100_000, 0)
    assert totals.all.approximate == 1


def test_the_ledger_keeps_the_largest_amounts_and_the_first_of_equal_ones(tmp_path: Path) -> None:
    ledgers, overview = Ledgers(longest=2), Overview()
    pages = rows_of(tmp_path, *(sample_record(f"http://a.vn/{i}") for i in range(4)))
    for page in pages:
        ledgers.add(page, overview.add(page))
    lines = ledgers.lines("scholarship", counted=True)
    assert [line.stem for line in lines] == [page.entry.page_id for page in pages[:2]]
    assert [line.words.words for line in lines] == ["11,5 triệu đồng"] * 2
    assert [line.left_out for line in ledgers.lines("scholarship", counted=False)] == ["each", "each"]
    assert ledgers.lines("house.built", counted=True) == []


def test_the_index_spells_out_so_many_disagreements_and_counts_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.report.overview.MOST_FINDINGS", 2)
    found = Overview()
    for page in rows_of(tmp_path, *(sample_record(f"http://a.vn/{i}") for i in range(4))):
        found.add(page)
    assert (len(found.disagreements), found.outcomes["disagrees"], len(found.lines)) == (2, 4, 4)
