"""Which year a page's figures are summed under."""

from __future__ import annotations

import pytest

import extract
from extract.facts.page_year import page_year

_HOUSES = "xã Long Hòa đã xây dựng 7 căn nhà tình thương với tổng kinh phí 350 triệu đồng"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"Năm 2021, {_HOUSES}.", 2021),
        (f"Trong 6 tháng đầu năm 2022, {_HOUSES}.", 2022),
        (f"Năm 2021, {_HOUSES}. Năm 2022, xã phấn đấu xây dựng 9 căn nhà.", 2021),  # a plan has no result yet
        (f"Ngày 12/1/2022, xã tổng kết công tác năm. Năm 2021, {_HOUSES}.", 2022),  # the day goes first
        (f"Năm 2020, xã trao 40 suất học bổng. Năm 2021, {_HOUSES}.", None),
        (f"Nhiệm kỳ 2020-2025, {_HOUSES}.", None),
        (f"Thời gian qua, {_HOUSES}.", None),
    ],
)
def test_a_page_without_a_day_is_of_the_year_that_all_its_results_are_of(text: str, year: int | None) -> None:
    assert _year(text) == year


def _year(text: str) -> int | None:
    read = extract.read_text(text)
    return page_year(read.facts.context.event_date or read.page.published_on, read.facts.figures)
