"""Day dates: the shapes that portals, papers and offices write, and what only looks like one."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import Dates, clock
from extract.rulefiles import load
from extract.text import fold

DATES = Dates.load(load())
DAYS = [
    # running text
    ("chiều ngày 12/5/2023, tại", "ngày 12/5/2023", (2023, 5, 12), None),
    ("sáng 23-12-2021", "23-12-2021", (2021, 12, 23), None),
    ("theo Quyết định ngày 11.1.2023", "ngày 11.1.2023", (2023, 1, 11), None),
    ("Ngày 03 tháng 10 năm 2018, nhân", "Ngày 03 tháng 10 năm 2018", (2018, 10, 3), None),
    ("ngày 12 tháng 5, năm 2023", "ngày 12 tháng 5, năm 2023", (2023, 5, 12), None),
    ("ngày mồng 3 tháng 2 năm 2023", "ngày mồng 3 tháng 2 năm 2023", (2023, 2, 3), None),
    ("ngày 2/3/23", "ngày 2/3/23", (2023, 3, 2), None),
    ("sinh ngày 3/9/68", "ngày 3/9/68", (1968, 9, 3), None),
    ("ngày12/5/2023", "ngày12/5/2023", (2023, 5, 12), None),
    ("đến 30/6/2017", "30/6/2017", (2017, 6, 30), None),
    ("lúc 8h30 ngày 12/5/2023 tại", "lúc 8h30 ngày 12/5/2023", (2023, 5, 12), "08:30"),
    ("15 giờ 00 ngày 3/2/2021", "15 giờ 00 ngày 3/2/2021", (2021, 2, 3), "15:00"),
    # date lines of portals
    ("Thứ 3, 14/11/2023, 15:20", "Thứ 3, 14/11/2023, 15:20", (2023, 11, 14), "15:20"),
    ("(08:30 | 20/11/2023)", "08:30 | 20/11/2023", (2023, 11, 20), "08:30"),
    ("14:30 12/05/2023", "14:30 12/05/2023", (2023, 5, 12), "14:30"),
    ("15:02, 23/12/2021", "15:02, 23/12/2021", (2021, 12, 23), "15:02"),
    ("23/12/2021 - 15:02", "23/12/2021 - 15:02", (2021, 12, 23), "15:02"),
    ("Cập nhật ngày: 29/01/2015 - 06:02", "29/01/2015 - 06:02", (2015, 1, 29), "06:02"),
    ("Thứ Ba, 16/08/2022 10:51 (GMT +7)", "Thứ Ba, 16/08/2022 10:51 (GMT +7)", (2022, 8, 16), "10:51"),
    ("Thứ 5, 04/08/2022 | 10:52:45 [GMT +7] A A", "Thứ 5, 04/08/2022 | 10:52:45 [GMT +7]", (2022, 8, 4), "10:52"),
    ("Tin tức 14 Tháng Mười 2019 9:15:00 SA", "14 Tháng Mười 2019 9:15:00", (2019, 10, 14), "09:15"),
    ("ngày 5 tháng mười hai năm 2023", "ngày 5 tháng mười hai năm 2023", (2023, 12, 5), None),
    ("ngày 12 tháng năm năm 2023", "ngày 12 tháng năm năm 2023", (2023, 5, 12), None),
    ("2023-05-12", "2023-05-12", (2023, 5, 12), None),
    ("2023-05-12T08:30:00+07:00", "2023-05-12T08:30:00+07:00", (2023, 5, 12), "08:30"),
]


@pytest.mark.parametrize(("text", "quote", "day", "time"), DAYS)
def test_days(text: str, quote: str, day: tuple[int, int, int], time: str | None) -> None:
    (found,) = DATES.find(fold(text))
    assert (text[found.start : found.end], found.day, found.time) == (quote, date(*day), time)


@pytest.mark.parametrize(
    "text",
    [
        "31/4/2023",
        "29/2/2023",
        "12/13/2023",
        "05/2023/QĐ-TTg",
        "ngày 5/12/2023/QĐ",
        "192.168.12.2023",
        "1.12.5.2023",
        "5/12/20231",
        "100/12/2023",
        "12/5-2023",
        "8/10 thôn",
        "ngày 23/8",
    ],
)
def test_no_days(text: str) -> None:
    assert DATES.find(fold(text)) == []


def test_day_first_always() -> None:
    assert [d.day for d in DATES.find("05/12/2023")] == [date(2023, 12, 5)]


def test_several_do_not_overlap() -> None:
    found = DATES.find(fold("từ 12/5/2023-15/5/2023, 8h30 ngày 1/6/2023 7h00"))
    assert [d.day.isoformat() for d in found] == ["2023-05-12", "2023-05-15", "2023-06-01"]
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


def test_looking_back_stops_at_the_floor() -> None:
    text = "lúc 8h30 ngày 12/5/2023"
    found = DATES.at(text, text.index("12/"), text.index("ngày"))
    assert found is not None
    assert (text[found.start : found.end], found.time) == ("ngày 12/5/2023", None)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        ["{0}/{1}/{2}", "{0:02}-{1:02}-{2}", "{0}.{1}.{2}", "ngày {0:02} tháng {1:02} năm {2}", "{2}-{1:02}-{0:02}"]
    ),
)
def test_every_day_survives_a_round_trip(day: date, shape: str) -> None:
    (found,) = DATES.find("sáng " + shape.format(day.day, day.month, day.year) + ", tại")
    assert found.day == day


def test_clock_refuses_what_is_no_time() -> None:
    with pytest.raises(ValueError, match="not a time"):
        clock("giờ")
