"""What a total holds: results, each once, every đồng left out for a reason; and what an index spells out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handmade_pages import figure_of, money_of, page_of, record_of, sample_record, write_dataset

from extract.dataset import Dataset
from extract.report.ledger import Ledgers
from extract.report.overview import Overview
from extract.report.parts import in_parts
from extract.report.totals import Counterpart, totals_of

if TYPE_CHECKING:
    from pathlib import Path

    from extract.tables.rows import PageRecord

LINE = "Xây 6 căn nhà hết 300 triệu đồng, trong đó xã góp 120 triệu đồng"


def dataset_of(folder: Path, *records: PageRecord) -> Dataset:
    return Dataset(write_dataset(folder / "dataset", *records))


def one_amount(**changes: object) -> PageRecord:
    page = page_of([(LINE, None)], title=LINE)
    figure = figure_of(page, "300 triệu đồng", 300_000_000, kind="money", unit="đồng", **changes)
    return record_of(page, figures=(figure,), money=(money_of(figure),))


def test_every_dong_is_counted_or_left_out_for_one_reason(tmp_path: Path) -> None:
    records = [sample_record("http://a.vn/1"), sample_record("http://a.vn/2"), one_amount(comparator="gt")]
    totals = totals_of(dataset_of(tmp_path, *records))
    for total in (*totals.by_indicator, totals.all):
        assert total.mentioned_vnd == total.counted_vnd + sum(line.vnd for line in total.lines)
        assert total.mentioned == total.counted + sum(line.figures for line in total.lines)
    assert [(total.group[0], total.counted_vnd) for total in totals.by_indicator] == [
        ("scholarship", 11_500_000),
        ("fund.raised", 0),
        (None, 300_000_000),
    ]
    scholarship = totals.by_indicator[0]
    assert (scholarship.low_vnd, scholarship.high_vnd, scholarship.open_ended) == (11_450_000, 11_550_000, 0)
    assert totals.all.approximate == 1


def test_an_amount_of_the_same_event_knows_the_one_that_counts(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, sample_record("http://a.vn/1"), sample_record("http://a.vn/2"))
    totals = totals_of(dataset)
    first, second = dataset.pages()
    linked = [found for found in totals.judge(second) if found.same_as is not None]
    counted = [found.money for found in totals.judge(first) if found.left_out is None]
    assert [(found.left_out, found.same_as) for found in linked] == [
        ("same_event", Counterpart(first.entry.page_id, counted[0].figure_id))
    ]


def test_the_ledger_keeps_the_largest_amounts_and_the_first_of_equal_ones(tmp_path: Path) -> None:
    ledgers = Ledgers(longest=2)
    records = [sample_record(f"http://a.vn/{i}") for i in range(4)]
    places = [replace(record.facts.context, commune=f"Phường {i}") for i, record in enumerate(records)]
    apart = [replace(r, facts=replace(r.facts, context=place)) for r, place in zip(records, places, strict=True)]
    dataset = dataset_of(tmp_path, *apart)
    totals, pages = totals_of(dataset), list(dataset.pages())
    for page in pages:
        ledgers.add(page, totals.judge(page), in_parts(page)[1])
    lines = ledgers.lines("scholarship", counted=True)
    assert [line.place.file for line in lines] == [f"{page.entry.page_id}.html" for page in pages[:2]]
    assert [line.words.words for line in lines] == ["11,5 triệu đồng"] * 2
    assert [line.left_out for line in ledgers.lines("scholarship", counted=False)] == ["each", "each"]
    assert ledgers.lines("house.built", counted=True) == []


def test_the_overview_has_every_disagreement_and_no_agreement(tmp_path: Path) -> None:
    found = Overview()
    for page in dataset_of(tmp_path, *(sample_record(f"http://a.vn/{i}") for i in range(4))).pages():
        found.add(page, in_parts(page)[1])
    assert {outcome: len(checks) for outcome, checks in found.findings.items()} == {"disagrees": 4, "unchecked": 0}
    assert found.ranked_kinds() == [("ratings_sum", {"disagrees": 4})]
