"""Periods that a page tells from its own time: "năm ngoái", "năm học vừa qua", "3 năm qua", "từ đầu năm đến nay"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped import shipped_rules

import extract
from extract.pipeline import draw_facts
from extract.snippet import snippet

AUTUMN = date(2018, 9, 30)
YEAR_2017, YEAR_2018 = ("2017-01-01", "2017-12-31"), ("2018-01-01", "2018-12-31")
SCHOOL_2016, SCHOOL_2017, SCHOOL_2018 = [(f"{year}-09-01", f"{year + 1}-08-31") for year in (2016, 2017, 2018)]
Days = tuple[str, str] | None


def periods(text: str, day: date | None = AUTUMN, title: str | None = None) -> list[Days]:
    """First and last day of every figure."""
    page = replace(
        snippet(f"{title}\n{text}" if title else text),
        published_on=day,
        title=title,
    )
    figures = draw_facts(page, shipped_rules()).facts.figures
    return [
        None
        if figure.period_start is None or figure.period_end is None
        else (figure.period_start.isoformat(), figure.period_end.isoformat())
        for figure in figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm ngoái, phường trao 88 suất quà. Năm nay, phường trao 96 suất quà.", [YEAR_2017, YEAR_2018]),
        ("Năm học trước, hội trao học bổng cho 88 em; năm học này trao cho 96 em.", [SCHOOL_2017, SCHOOL_2018]),
        ("Năm học vừa qua, hội trao 88 suất học bổng.", [SCHOOL_2017]),
        ("Quý trước, xã thu 250 triệu đồng.", [("2018-04-01", "2018-06-30")]),
        (
            "Tháng trước, xã thu 80 triệu đồng; tháng này thu 90 triệu đồng.",
            [("2018-08-01", "2018-08-31"), ("2018-09-01", "2018-09-30")],
        ),
        ("Tuần qua, công an xã xử lý 5 vụ.", [("2018-09-24", "2018-09-30")]),
        ("6 tháng đầu năm ngoái thu 210 triệu đồng.", [("2017-01-01", "2017-06-30")]),
        ("Quý III của năm ngoái thu 210 triệu đồng.", [("2017-07-01", "2017-09-30")]),
        (
            "9 tháng đầu năm thu 250 triệu đồng (cùng kỳ năm trước 210 triệu đồng).",
            [("2018-01-01", "2018-09-30"), ("2017-01-01", "2017-09-30")],
        ),
        # spans up to the day of the page
        ("3 năm qua, hội trao 400 suất học bổng.", [("2015-09-30", "2018-09-30")]),
        ("Năm năm qua, hội trao 400 suất học bổng.", [("2013-09-30", "2018-09-30")]),
        ("Từ đầu năm đến nay, xã trao 45 suất quà.", [("2018-01-01", "2018-09-30")]),
        ("Từ đầu năm tới giờ, xã trao 45 suất quà.", [("2018-01-01", "2018-09-30")]),
        ("Từ đầu năm đến hết tháng 8, xã trao 45 suất quà.", [("2018-01-01", "2018-08-31")]),
        ("Từ đầu năm học đến nay, trường trao 5 suất quà.", [("2018-09-01", "2018-09-30")]),
        ("Từ năm 2010 đến nay, quỹ trao 1.200 suất quà.", [("2010-01-01", "2018-09-30")]),
        ("Kể từ tháng 6/2017 đến nay, quỹ trao 60 suất quà.", [("2017-06-01", "2018-09-30")]),
        ("Mô hình làm từ năm 2016, đến nay đã có 12 tổ.", [("2016-01-01", "2018-09-30")]),
        ("Trong 5 năm (2013-2017), xã trao 45 suất quà.", [("2013-01-01", "2017-12-31")]),
    ],
)
def test_days_are_counted_from_the_day_of_the_page(text: str, expected: list[Days]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 12, 20), YEAR_2018),
        (date(2019, 1, 10), YEAR_2018),
        (date(2018, 7, 10), ("2017-07-10", "2018-07-10")),
    ],
)
def test_the_year_that_is_looked_back_on(day: date, expected: Days) -> None:
    assert periods("Năm qua, phường trao 96 suất quà.", day) == [expected]


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2018, 6, 1), SCHOOL_2017), (AUTUMN, SCHOOL_2017), (date(2018, 2, 1), SCHOOL_2016)]
)
def test_the_school_year_that_is_looked_back_on(day: date, expected: Days) -> None:
    assert periods("Năm học qua, phường trao 96 suất học bổng.", day) == [expected]


def test_without_a_day_the_lead_tells_the_time_of_a_page() -> None:
    assert periods("Kết quả năm 2017.\nNăm nay, phường trao 96 suất quà.", None) == [YEAR_2017]
    assert periods("Năm 2017 trao 88 suất quà; năm nay trao 96 suất quà.", None) == [YEAR_2017, None]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("tới", ("2024-02-01", "2027-02-28")), ("trước", ("2021-02-01", "2024-02-29"))],
)
def test_a_term_may_end_on_a_leap_day(said: str, expected: Days) -> None:
    text = "Hội họp về nhiệm kỳ 2/2021 - 2/2024."
    assert periods(f"{text}\nNhiệm kỳ {said}, hội trao 88 suất học bổng.", date(2024, 3, 5)) == [expected]


def test_what_is_summed_up_right_before_is_looked_back_on() -> None:
    text = "Hội nghị tổng kết công tác năm 2017 họp. Năm qua, hội trao 96 suất quà."
    assert periods(text, date(2018, 5, 4)) == [YEAR_2017]


@pytest.mark.parametrize(
    ("title", "text", "day", "expected"),
    [
        (
            "Kết quả năm 2017",
            "Năm nay trao 70 suất quà, năm ngoái trao 60 suất.",
            date(2018, 4, 3),
            [YEAR_2017, ("2016-01-01", "2016-12-31")],
        ),
        ("Tổng kết năm học 2016-2017", "Năm học vừa qua có 100 học sinh giỏi.", date(2017, 10, 3), [SCHOOL_2016]),
        # at its assembly a term that the title names is the one to come
        (
            "Đại hội Hội Nông dân nhiệm kỳ 2018-2023",
            "Nhiệm kỳ qua, hội trao 70 suất quà.",
            date(2018, 5, 3),
            [("2013-01-01", "2018-12-31")],
        ),
        (
            "Đại hội Hội Nông dân nhiệm kỳ 2018-2023",
            "5 năm qua, hội trao 70 suất quà.",
            date(2018, 5, 3),
            [("2013-01-01", "2018-12-31")],
        ),
        (
            "Họp giữa nhiệm kỳ 2016-2021",
            "Từ đầu nhiệm kỳ đến nay, hội trao 70 suất quà.",
            AUTUMN,
            [("2016-01-01", "2018-09-30")],
        ),
        (
            "Họp phường",
            "Chương trình có từ đầu năm học 1990, nay có 70 suất quà.",
            AUTUMN,
            [("1990-01-01", "1990-12-31")],
        ),
        ("Họp phường", "Nhiệm kỳ qua, hội trao 70 suất quà.", AUTUMN, [None]),
    ],
)
def test_what_the_title_names_is_the_time_of_the_page(title: str, text: str, day: date, expected: list[Days]) -> None:
    assert periods(f"Phường báo cáo.\n{text}", day, title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Năm nay trao 96 suất quà, tăng 8 suất so với năm trước.",
        "Năm nay thu 3 tỷ đồng, cao hơn hẳn mức thu của năm ngoái 1 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng, bằng 105% năm trước, chi 2 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng, tăng 5% so với cùng kỳ năm trước.",
        "Năm nay thu 3 tỷ đồng, cao nhất trong 5 năm qua, chi 2 tỷ đồng.",
        # several years, of which none is told, another day, and what is left of the year before
        "Năm nay thu 3 tỷ đồng; những năm qua, các năm trước đều thu 2 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng; năm trước đó thu 2 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng; 2 năm trước có 12 hộ vay 2 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng; trong tháng trước ngày 20 thu 2 tỷ đồng.",
        "Năm nay thu 3 tỷ đồng, thu kết dư năm trước chuyển sang 300 triệu đồng.",
    ],
)
def test_what_is_only_compared_with_moves_no_figure(text: str) -> None:
    assert set(periods(text)) == {YEAR_2018}


def test_the_age_of_someone_is_no_period() -> None:
    assert periods("Bà năm nay đã 82 tuổi, được tặng 2 con bò.") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm nay trao 96 suất quà, tăng so với 88 suất của năm học trước.", [YEAR_2018, SCHOOL_2017]),
        ("Năm nay có 30 hộ nghèo, giảm từ 45 hộ năm ngoái.", [YEAR_2018, YEAR_2017]),
        ("Năm nay phường trao 96 suất quà; phường năm ngoái đã trao được 88 suất.", [YEAR_2018, YEAR_2017]),
        ("Phường trao 96 suất quà, năm ngoái 88 suất.", [None, YEAR_2017]),
        ("Vào cuối năm ngoái, xã có 45 hộ nghèo, cuối năm nay 30 hộ.", [YEAR_2017, YEAR_2018]),
        ("Xã có 45 hộ nghèo (năm trước 50 hộ), 30 hộ cận nghèo.", [None, YEAR_2017, None]),
        ("Năm trước, xã có 45 hộ nghèo, nay còn 30 hộ.", [YEAR_2017, None]),
        ("Năm trước, xã có 45 hộ nghèo. Xã đã xây 12 căn nhà.", [YEAR_2017, None]),
        # who is told by it, not the awards
        ("Sáng 30/9/2018, những em học tốt của năm trước đã nhận 25 suất quà.", [("2018-09-30", "2018-09-30")]),
    ],
)
def test_the_one_before_reaches_no_farther_than_it_is_told_of(text: str, expected: list[Days]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize("day", ["", "Sáng 30/9/2018, hội khuyến học phường họp mặt học sinh.\n"])
def test_figures_of_the_year_before_are_no_results(day: str) -> None:
    text = "Năm học trước, hội đã trao học bổng cho 88 em. Năm nay, hội trao 96 suất học bổng, năm ngoái 80 suất."
    facts = extract.read_text(day + text).facts
    assert [figure.left_out for figure in facts.figures] == ["earlier", None, "earlier"]
    assert [row.left_out for row in facts.scholarships] == ["earlier", None, "earlier"]


def test_ratings_of_the_year_before_are_no_results() -> None:
    text = "Năm nay có 45 tổ vững mạnh, 29 tổ khá; năm trước có 40 tổ vững mạnh, 30 tổ khá."
    rows = extract.read_text(text).facts.ratings
    assert [(row.count, row.left_out) for row in rows] == [(45, None), (29, None), (40, "earlier"), (30, "earlier")]


def test_columns_of_the_year_before_are_no_results() -> None:
    text = (
        "TT\tChỉ tiêu\tThực hiện năm trước\tNăm nay\tSo với năm trước (%)\n1\tLúa\t120\t90\t75\n2\tNgô\t80\t70\t87,5\n"
    )
    figures = extract.read_text(text).facts.figures
    assert [figure.left_out for figure in figures] == ["earlier", None, None] * 2


def test_the_day_of_a_later_page_is_that_up_to_which_it_tells() -> None:
    text = "Từ đầu năm đến nay, xã làm 12 tuyến đường.\nCầu Vàng khởi công ngày 12/3/2017, dài 20 m."
    assert periods(text, date(2017, 9, 14))[0] == ("2017-01-01", "2017-09-14")
