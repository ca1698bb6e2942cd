"""What pages and documents turned into text hold beside the report: weather, page numbers, contents, captions."""

from __future__ import annotations

from datetime import date

import pytest

from extract.clean import Cleaned, CleanVocabulary, judge
from extract.clean.furniture import line_of
from extract.model import Capture
from extract.rulefiles import load

WORDS = CleanVocabulary.load(load())
TITLE = "Tình hình kinh tế của xã An Hòa"
FIRST = "Giá trị sản xuất năm 2014 của xã đạt 75 tỷ đồng, tăng 2,1% so với năm trước, ngành nào cũng tăng đều."
HALF = "Xã vẫn thuần nông, nông nghiệp còn chiếm phần lớn, công nghiệp nông thôn là nghề"
REST = "mới, nhưng cơ cấu cây trồng đã chuyển dịch theo hướng hàng hóa, mỗi vụ một khá hơn trước."


def cleaned(*lines: str) -> Cleaned:
    found = judge(Capture("a", "a", "text/plain", "\n".join(lines).encode()), WORDS)
    assert isinstance(found, Cleaned)
    return found


def reasons(*lines: str) -> list[str | None]:
    return [block.reason for block in cleaned(*lines).blocks]


@pytest.mark.parametrize(
    "text",
    ["Hà Tĩnh 17° - 28°C", "30°C", "/ 27°C - 33°C", "Hà Nội 25°C / 22-28°C", "Long An| 30ºC", "CloudVinh 9°-15°C"],
)
def test_weather_in_the_head_of_a_site(text: str) -> None:
    assert line_of(text, WORDS).reason == "site_boilerplate"


@pytest.mark.parametrize(
    "text", ["Nhiệt độ trung bình 27°C", "Trời rét dưới 10°C, trâu bò chết", "27°C là mức cao nhất"]
)
def test_weather_that_is_told(text: str) -> None:
    assert line_of(text, WORDS).reason is None


def test_a_day_with_its_temperature_is_a_date_line() -> None:
    assert line_of("Thứ Sáu, 23/08/2024 25°C", WORDS).reason == "date_line"


def test_numbers_of_pages_between_sentences_and_within_one() -> None:
    assert reasons(TITLE, FIRST, "34", FIRST.replace("2014", "2015"), HALF, "- 35 -", REST) == [
        None, None, "separator", None, None, "separator", None,
    ]  # fmt: skip


def test_a_number_behind_a_label_or_before_one_is_none_of_a_page() -> None:
    for lines in ((TITLE, FIRST, "Số hộ nghèo:", "34", FIRST.upper()), (TITLE, FIRST, "Hộ nghèo", "34", "hộ", REST)):
        assert reasons(*lines).count("separator") == 0


def test_a_table_of_contents() -> None:
    lines = ["1.1. Khái niệm 3", "1.2.Vai trò của nông nghiệp ...... 7", "2. Thực trạng (12)", "• 2.1. Ở xã An Hòa 12"]
    assert reasons(TITLE, FIRST, *lines, REST) == [None, None, *["menu"] * 4, None]


def test_a_list_of_indicators_is_no_table_of_contents() -> None:
    lines = ["1.1. Hộ nghèo: 12", "1.2. Hộ cận nghèo: 35", "2.1. Nhà tạm: 40", "2.2. Nhà dột nát : 55"]
    assert reasons(TITLE, FIRST, *lines, REST) == [None] * 7


@pytest.mark.parametrize(
    "caption",
    [
        f"{TITLE} - Ảnh 1",
        "Tinh hinh kinh te cua xa An Hoa - Anh 1",
        "Xa Tan Lap vuot chi tieu xay nha 'tinh nghia' - Anh 12",
    ],
)
def test_a_headline_under_a_photo_without_its_marks(caption: str) -> None:
    assert reasons(TITLE, FIRST, caption, REST) == [None, None, "caption_repeat", None]


def test_a_number_below_the_author_before_other_pages() -> None:
    assert reasons(TITLE, FIRST, "Nguyễn Tín", "38", "Tin khác", "Xã An Bình họp")[2:] == [
        "byline", "counter", "related_links", "related_links",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "stamp", ["Thứ ba, ngày 24 tháng 1 năm 2023 | 10:31", "Thứ 3, 24/01/2023 | 10:31 [GMT +7] A A"]
)
def test_the_clock_of_a_site_is_no_day_of_publication(stamp: str) -> None:
    clock = "Thứ tư, 24/04/2024 09:15 (GMT +7)"
    assert cleaned(clock, TITLE, stamp, FIRST, REST).published_on == date(2023, 1, 24)
    assert cleaned("Kinh tế nông thôn", clock, stamp, TITLE, FIRST, REST).published_on == date(2023, 1, 24)


def test_the_day_of_a_visit_is_no_day_of_publication() -> None:
    clock = "Hôm nay, Thứ hai ngày 10/08/2020"
    assert cleaned(clock, TITLE, FIRST, REST).published_on is None
    assert cleaned(clock, TITLE, "Đăng ngày 12/03/2019", FIRST, REST).published_on == date(2019, 3, 12)
    assert cleaned(clock, TITLE, "12/03/2019 - 08:20", FIRST, REST).published_on == date(2019, 3, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Nông nghiệp - Nông thôn - Ngày đăng : 13:39, 07/01/2012",
        "Tin Kinh tế - Đời sống 07/01/2012",
        "Tin tức sự kiện 07 Tháng Một 2012 8:35:00 SA",
        "date 2012-01-07 Đời sống",
        "Phòng VH-XH07/01/2012",
    ],
)
def test_a_section_with_the_day_of_publication_is_no_headline(line: str) -> None:
    page = cleaned(line, TITLE, FIRST, REST)
    assert page.published_on == date(2012, 1, 7)
    assert page.title != line


def test_a_headline_that_closes_with_a_day_stays_one() -> None:
    title = "Kết quả bầu cử ở xã An Hòa ngày 23/5/2021"
    assert cleaned(title, FIRST, REST).title == title


def test_of_two_days_above_the_text_the_later_below_changes_nothing() -> None:
    lines = "Thứ hai, 05/02/2024", TITLE, "Cập nhật: 06/02/2024 08:00", FIRST, REST
    assert cleaned(*lines).published_on == date(2024, 2, 6)
