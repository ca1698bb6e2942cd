"""Periods that name no year: the page tells which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


def period(text: str, published_on: date | None, title: str | None = None) -> tuple[str, str] | None:
    """First and last day of the first figure."""
    page = replace(snippet(f"{title}\n{text}" if title else text), published_on=published_on, title=title)
    figure = draw_facts(page, shipped_rules()).facts.figures[0]
    if figure.period_start is None or figure.period_end is None:
        return None
    return figure.period_start.isoformat(), figure.period_end.isoformat()


@pytest.mark.parametrize(
    ("text", "published_on", "expected"),
    [
        ("Quý III, phường trao 20 suất quà.", date(2023, 10, 2), ("2023-07-01", "2023-09-30")),
        ("Tháng 12, phường trao 20 suất quà.", date(2023, 1, 5), ("2022-12-01", "2022-12-31")),
        ("6 tháng đầu năm, phường trao 20 suất quà.", date(2023, 12, 20), ("2023-01-01", "2023-06-30")),
        ("6 tháng cuối năm, phường trao 20 suất quà.", date(2023, 6, 20), ("2023-07-01", "2023-12-31")),
        ("6 tháng cuối năm, phường trao 20 suất quà.", date(2023, 1, 20), ("2022-07-01", "2022-12-31")),
        ("Quý III năm ngoái, phường trao 20 suất quà.", date(2023, 10, 2), ("2022-07-01", "2022-09-30")),
        # what is about to begin is not that of a year ago
        ("Quý IV, phường sẽ trao 20 suất quà.", date(2023, 9, 25), ("2023-10-01", "2023-12-31")),
        ("Quý III, phường trao 20 suất quà.", None, None),
    ],
)
def test_year_of_publication(text: str, published_on: date | None, expected: tuple[str, str] | None) -> None:
    assert period(text, published_on) == expected


@pytest.mark.parametrize("published_on", [None, date(2024, 2, 5)])
def test_year_of_the_title(published_on: date | None) -> None:
    title = "Kết quả năm 2022"
    text = "Phường báo cáo.\nTrong quý I, phường trao 20 suất quà."
    page = replace(snippet(f"{title}\n{text}"), published_on=published_on, title=title)
    figures = draw_facts(page, shipped_rules()).facts.figures
    assert [str(figure.period_start) for figure in figures] == ["2022-01-01"]
    assert [str(figure.period_end) for figure in figures] == ["2022-03-31"]


def test_years_of_parts_in_a_bracket() -> None:
    text = "Ba năm qua, Hội trao 400 suất học bổng (năm 2019: 210 suất; năm 2020: 190 suất)."
    figures = draw_facts(snippet(text), shipped_rules()).facts.figures
    assert [figure.period_start and figure.period_start.year for figure in figures] == [None, 2019, 2020]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Năm 2019, 2020 xã thu lần lượt 5,2 tỷ đồng và 6,1 tỷ đồng.", [2019, 2020]),
        ("Năm 2019 và năm 2020 lần lượt có 14 và 18 chi hội vững mạnh.", [2019, 2020]),
        ("Giai đoạn 2019-2021, Hội trao lần lượt 40 suất, 50 suất và 60 suất học bổng.", [2019, 2020, 2021]),
        ("Năm 2019, 2020 và 2021 lần lượt 5 xã, 6 xã, 9 xã đạt chuẩn.", [2019, 2020, 2021]),
        ("Giai đoạn 2019-2021, hai xã lần lượt trao 40 suất và 60 suất học bổng.", [2019, 2019, 2019]),
    ],
)
def test_years_in_turn(text: str, years: list[int]) -> None:
    figures = draw_facts(snippet(text), shipped_rules()).facts.figures
    assert [figure.period_start and figure.period_start.year for figure in figures] == years


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("2021\t2022", ("2021-01-01", "2021-12-31")),
        ("Năm 2021 (ha)\tNăm 2022", ("2021-01-01", "2021-12-31")),
        ("Thực hiện 6 tháng 2021\tKH 2022", ("2021-01-01", "2021-06-30")),
        ("Quý I 2021\tQuý II 2021", ("2021-01-01", "2021-03-31")),
        # heads that compare, or name a base of prices
        ("So sánh 2021/2020\tNăm 2022", None),
        ("So với 2021\tNăm 2022", None),
        ("Giá so sánh 2010\tNăm 2022", None),
        ("Kế hoạch\tThực hiện", None),
    ],
)
def test_heads_of_columns_tell_periods(heads: str, expected: tuple[str, str] | None) -> None:
    assert period(f"Kết quả\nTT\tChỉ tiêu\t{heads}\n1\tLúa\t120\t90\n2\tNgô\t80\t70\n", None) == expected


@pytest.mark.parametrize(
    ("upper", "years"),
    [
        (("Năm 2022", "Năm 2023"), [2022, 2022, 2023, 2023]),
        (("Thực hiện năm 2022", "Thực hiện năm 2023"), [2022, 2022, 2023, 2023]),
        (("Hộ nghèo", "Hộ cận nghèo"), [None] * 4),
        (("So với năm 2022", "So với năm 2023"), [None] * 4),
    ],
)
def test_heads_over_several_columns_tell_periods(upper: tuple[str, str], years: list[int | None]) -> None:
    first, second = upper
    text = (
        f"Kết quả\nTT\tNội dung\t{first}\t\t{second}\t\n\t\tSố hộ\tSố tiền (triệu đồng)\tSố hộ\tSố tiền (triệu đồng)\n"
        "1\tẤp Đông\t12\t90\t15\t110\n2\tẤp Tây\t8\t70\t9\t85\n"
    )
    figures = draw_facts(snippet(text), shipped_rules()).facts.figures[:4]
    assert [figure.period_start and figure.period_start.year for figure in figures] == years


def test_a_year_within_a_head_of_its_own_is_no_period_of_the_column() -> None:
    text = "Kết quả\nTT\tThôn\tHộ nghèo của năm 2022 còn lại\tHộ mới\n1\tĐông\t12\t9\n2\tTây\t8\t7\n"
    assert period(text, None) is None
