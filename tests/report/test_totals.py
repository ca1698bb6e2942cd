"""What a total holds: results, each once, and every đồng that is left out under a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handmade_pages import figure_of, money_of, page_of, record_of, sample_record, write_dataset

from extract.dataset import Dataset
from extract.report.ledger import Ledgers
from extract.report.overview import Overview
from extract.report.totals import Judged, Totals, judge_money, reasons_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from extract.dataset import PageRows
    from extract.model import Figure
    from extract.tables.rows import PageRecord

LINE = "Xây 6 căn nhà hết 300 triệu đồng, trong đó xã góp 120 triệu đồng"


def judged_of(folder: Path, *records: PageRecord) -> list[tuple[PageRows, tuple[Judged, ...]]]:
    dataset = Dataset(write_dataset(folder / "dataset", *records))
    reasons = reasons_of(dataset)
    return [(page, judge_money(page, reasons)) for page in dataset.pages()]


def one_amount(**changes: object) -> PageRecord:
    page = page_of([(LINE, None)], title=LINE)
    figure: Figure = figure_of(page, "300 triệu đồng", 300_000_000, kind="money", unit="đồng", **changes)
    return record_of(page, figures=(figure,), money=(money_of(figure),))


def test_every_dong_is_counted_or_left_out_for_one_reason(tmp_path: Path) -> None:
    records = [sample_record("http://a.vn/1"), sample_record("http://a.vn/2"), one_amount(comparator="gt")]
    totals = Totals()
    for _, amounts in judged_of(tmp_path, *records):
        for judged in amounts:
            totals.add(judged)
    for total in (*totals.rows(), totals.all):
        left_out = [found for _, found in total.reasons()]
        assert total.mentioned.vnd == total.counted.vnd + sum(found.vnd for found in left_out)
        assert total.mentioned.count == total.counted.count + sum(found.count for found in left_out)
    assert [(total.indicator, total.counted.vnd) for total in totals.rows()] == [
        ("scholarship", 11_500_000),
        ("fund.raised", 0),
        (None, 300_000_000),
    ]
    scholarship = totals.rows()[0]
    assert (scholarship.low_vnd, scholarship.high_vnd, scholarship.open_ended) == (11_450_000, 11_550_000, 0)
    assert totals.all.approximate == 1


def test_the_ledger_keeps_the_largest_amounts_and_the_first_of_equal_ones(tmp_path: Path) -> None:
    ledgers = Ledgers(longest=2)
    records = [sample_record(f"http://a.vn/{i}") for i in range(4)]
    places = [replace(record.facts.context, commune=f"Phường {i}") for i, record in enumerate(records)]
    apart = [replace(r, facts=replace(r.facts, context=place)) for r, place in zip(records, places, strict=True)]
    pages = judged_of(tmp_path, *apart)
    for page, judged in pages:
        ledgers.add(page, judged)
    lines = ledgers.lines("scholarship", counted=True)
    assert [line.stem for line in lines] == [page.entry.page_id for page, _ in pages[:2]]
    assert [line.words.words for line in lines] == ["11,5 triệu đồng"] * 2
    assert [line.left_out for line in ledgers.lines("scholarship", counted=False)] == ["each", "each"]
    assert ledgers.lines("house.built", counted=True) == []


def test_the_index_spells_out_so_many_disagreements_and_counts_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.report.overview.MOST_FINDINGS", 2)
    found = Overview()
    for page, judged in judged_of(tmp_path, *(sample_record(f"http://a.vn/{i}") for i in range(4))):
        found.add(page, judged)
    assert (len(found.disagreements), found.outcomes["disagrees"], len(found.lines)) == (2, 4, 4)
