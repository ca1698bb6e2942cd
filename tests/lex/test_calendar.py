"""Days and periods told from a day: what reports, papers and invitations write."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import RuleError
from extract.lex.times.calendar import Calendar
from extract.rulefiles import RuleFiles, load, parse

CALENDAR = Calendar.load(load())
TODAY = date(2023, 5, 11)
"""A Thursday."""

PAST = [
    # said from the day itself
    ("hôm nay", "2023-05-11", "2023-05-11"),
    ("Sáng nay", "2023-05-11", "2023-05-11"),
    ("chiều qua", "2023-05-10", "2023-05-10"),
    ("ngày hôm kia", "2023-05-09", "2023-05-09"),
    ("ngày mai", "2023-05-12", "2023-05-12"),
    # weekdays
    ("thứ hai", "2023-05-08", "2023-05-08"),
    ("thứ năm", "2023-05-11", "2023-05-11"),
    ("Thứ Sáu tuần trước", "2023-05-05", "2023-05-05"),
    ("chủ nhật của tuần này", "2023-05-14", "2023-05-14"),
    ("thứ ba vừa qua", "2023-05-09", "2023-05-09"),
    ("thứ bảy tới", "2023-05-13", "2023-05-13"),
    ("thứ tư, ngày 10/5", "2023-05-10", "2023-05-10"),
    # spans
    ("tuần qua", "2023-05-01", "2023-05-07"),
    ("tháng này", "2023-05-01", "2023-05-31"),
    ("tháng trước", "2023-04-01", "2023-04-30"),
    ("quý tới", "2023-07-01", "2023-09-30"),
    ("quí này", "2023-04-01", "2023-06-30"),
    ("năm ngoái", "2022-01-01", "2022-12-31"),
    ("năm nay", "2023-01-01", "2023-12-31"),
    ("3 tháng qua", "2023-02-01", "2023-04-30"),
    ("hai năm tới", "2024-01-01", "2025-12-31"),
    ("10 ngày qua", "2023-05-01", "2023-05-10"),
    # without a year: the last that has begun
    ("ngày 23/8", "2022-08-23", "2022-08-23"),
    ("ngày 11 tháng 5", "2023-05-11", "2023-05-11"),
    ("mồng 2 tháng chín", "2022-09-02", "2022-09-02"),
    ("29/2", "2020-02-29", "2020-02-29"),
    ("tháng 5", "2023-05-01", "2023-05-31"),
    ("tháng mười hai", "2022-12-01", "2022-12-31"),
    ("quý III", "2022-07-01", "2022-09-30"),
    ("quý 2", "2023-04-01", "2023-06-30"),
    ("6 tháng đầu năm", "2023-01-01", "2023-06-30"),
    ("quốc khánh", "2022-09-02", "2022-09-02"),
    # with a year, in digits or words, or told from this one
    ("ngày 3/9/1968", "1968-09-03", "1968-09-03"),
    ("3/9/68", "1968-09-03", "1968-09-03"),
    ("tháng 12/2022", "2022-12-01", "2022-12-31"),
    ("tháng mười năm hai nghìn không trăm hai mươi hai", "2022-10-01", "2022-10-31"),
    ("tháng năm năm hai không hai mốt", "2021-05-01", "2021-05-31"),
    ("ngày hai tư tháng bảy năm hai nghìn mười ba", "2013-07-24", "2013-07-24"),
    ("quý IV năm ngoái", "2022-10-01", "2022-12-31"),
    ("quý I của năm 2023", "2023-01-01", "2023-03-31"),
    ("tháng 9 năm nay", "2023-09-01", "2023-09-30"),
    ("9 tháng năm 2022", "2022-01-01", "2022-09-30"),
    ("6 tháng cuối năm 2022", "2022-07-01", "2022-12-31"),
    ("cuối năm 2022", "2022-10-01", "2022-12-31"),
    ("đầu tháng 3/2023", "2023-03-01", "2023-03-10"),
    ("tuần đầu tiên của tháng 5 năm 2023", "2023-05-01", "2023-05-07"),
    ("ngày cuối cùng của tháng 2 năm 2024", "2024-02-29", "2024-02-29"),
    ("năm 1954", "1954-01-01", "1954-12-31"),
]
AHEAD = [
    ("thứ hai", "2023-05-15", "2023-05-15"),
    ("thứ năm", "2023-05-11", "2023-05-11"),
    ("ngày 23/8", "2023-08-23", "2023-08-23"),
    ("ngày 8/3", "2024-03-08", "2024-03-08"),
    ("tháng tư", "2024-04-01", "2024-04-30"),
    ("tháng 5", "2023-05-01", "2023-05-31"),
    ("quý III", "2023-07-01", "2023-09-30"),
    ("giáng sinh", "2023-12-25", "2023-12-25"),
]


@pytest.mark.parametrize(("said", "first", "last"), PAST)
def test_looking_back(said: str, first: str, last: str) -> None:
    assert CALENDAR.days(said, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("said", "first", "last"), AHEAD)
def test_looking_ahead(said: str, first: str, last: str) -> None:
    assert CALENDAR.days(said, TODAY, ahead=True) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "ngày 31/4",
        "ngày 30/2/2023",
        "tháng 13",
        "13 tháng năm 2022",
        "quý V",
        "0 tháng qua",
        "9000 năm tới",
        "thứ chín",
        "thứ hai hộ nghèo",
        "năm chín trăm nghìn",
        "tuần",
        "hộ nghèo",
    ],
)
def test_no_days(said: str) -> None:
    assert CALENDAR.days(said, TODAY) is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["{0} tháng {1} năm {2}", "ngày {0}/{1}/{2}"]))
def test_a_day_with_its_year_is_the_same_on_any_day(day: date, shape: str) -> None:
    assert CALENDAR.days(shape.format(day.day, day.month, day.year), TODAY) == (day, day)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_nearest_on_its_side(today: date, distance: int) -> None:
    earlier, later = today - timedelta(distance), today + timedelta(distance)
    assert CALENDAR.days(f"ngày {earlier.day} tháng {earlier.month}", today) == (earlier, earlier)
    assert CALENDAR.days(f"{later.day}/{later.month}", today, ahead=True) == (later, later)


@pytest.mark.parametrize(
    ("content", "problem"),
    [("feasts: {31/4: [ngày gì đó]}", "is no day"), ("said_days: {someday: [bữa nào]}", "not known")],
)
def test_mistakes_say_where_they_stand(content: str, problem: str) -> None:
    mine = parse(content.encode(), Path("mine.yaml"))
    assert mine is not None
    with pytest.raises(RuleError, match=problem):
        Calendar.load(RuleFiles((mine,), (), ""))
