"""When a page's event happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped import shipped_rules

from extract import read_page
from extract.pipeline import draw_facts
from extract.snippet import snippet


def event_date(text: str, published_on: date | None = None, title: str | None = None) -> str | None:
    page = replace(snippet(f"{title}\n{text}" if title else text), published_on=published_on, title=title)
    found = draw_facts(page, shipped_rules()).facts.context.event_date
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(
    ("text", "published_on", "expected"),
    [
        ("Sáng ngày 12/5/2023, phường trao 20 suất quà.", None, "2023-05-12"),
        # without a year: that of publication, or the one before
        ("Ngày 30/8, phường trao 20 suất quà.", date(2025, 9, 2), "2025-08-30"),
        ("Ngày 28/12, phường trao 20 suất quà.", date(2025, 1, 3), "2024-12-28"),
        ("Ngày 30/2, phường trao 20 suất quà.", date(2025, 3, 3), None),
        # ... but for one that comes soon
        ("Đoàn vừa trao 20 suất quà; ngày 9-11, đoàn sẽ đi tiếp xã Tân An.", date(2009, 11, 8), "2009-11-09"),
        ("Ngày 9-11, đoàn trao quà; ngày 10-11, đoàn sẽ đi tiếp xã Tân An.", date(2009, 11, 9), "2009-11-09"),
        # ... or that of the day its figures were counted up to, where nothing else tells the year
        (
            "Sáng 19/8, Hội trao 79 phần quà. Đến nay đã có 20 suất (số liệu tính tới ngày 31/8/2023).",
            None,
            "2023-08-19",
        ),
        ("Sáng 20/3, Hội trao 79 phần quà. Quỹ có 20 triệu đồng, tính đến 31/12/2022.", None, "2023-03-20"),
        # history
        ("Hội kể về 64 năm ngày Đồng khởi (17/01/1960) cho 90 em.", None, None),
        ("Kỷ niệm ngày thành lập 06/12/1989, ngày 5/12/2020 Hội tặng 5 suất quà.", date(2020, 12, 7), "2020-12-05"),
        # what is still to come, after what has passed
        (
            "Mừng 75 năm ngày thành lập (20/10/1930 - 20/10/2005), Hôm 08/10/2005 Hội phụ nữ xã họp mặt.",
            date(2005, 10, 10),
            "2005-10-08",
        ),
        # the year of a jubilee, not that of what is remembered; a jubilee alone is no day of an event
        ("Sáng 6-12, Hội mở lễ kỷ niệm 20 năm ngày thành lập (12-12-1996 - 12-12-2016).", None, "2016-12-06"),
        ("Chiều 5/3, Hội họp mặt mừng ngày phụ nữ (8/3/1910 – 2019).", None, "2019-03-05"),
        ("Nhân 80 năm ngày truyền thống (27/7/1947 - 27/7/2027), phường tặng quà cho 20 hộ.", None, None),
        ("Ngày 20/9/2025, phường sẽ mở hội thi cho người cao tuổi.", date(2025, 9, 12), "2025-09-20"),
        # a date in a sentence before one that stands alone
        ("Thứ hai - 07/09/2020 04:58 1.589 0\nNgày 2/9/2020, UBND xã làm lễ khánh thành.", None, "2020-09-02"),
        ("Cập nhật lúc: 07/09/2020 04:58\nNgày 2/9/2020, UBND xã làm lễ khánh thành.", None, "2020-09-02"),
        ("Thứ hai - 07/09/2020 04:58\nUBND xã làm lễ khánh thành cầu.", None, "2020-09-07"),
        ("Phường trao 20 suất quà.", date(2025, 9, 2), None),
        # what is counted up to a day, where no other is told
        ("Đến hết ngày 3/2, huyện đã trao 1.482 suất quà.", date(2024, 2, 4), "2024-02-03"),
        ("Đến hết ngày 30/6, huyện sẽ trao 1.482 suất quà.", date(2024, 2, 4), None),
        (
            "Thực hiện kế hoạch của huyện, các xã đã rà soát. Đến ngày 12/6/2024, cả 14 xã đã báo cáo, đạt 100%.",
            None,
            "2024-06-12",
        ),
        ("Các xã đang rà soát. Đến ngày 12/6/2024, cả 14 xã phấn đấu hoàn thành 100%.", None, None),
        ("Các xã rà soát từ 12/6 đến 14/9/2024, được 14 xã.", None, None),
        # the year of a jubilee that lies nearest, not that of what is reported
        (
            "Ngày 7-5, phường phát động nhân 70 năm Ngày Thương binh (1947-2017). Năm 2016 quỹ thu 58 triệu đồng.",
            None,
            "2017-05-07",
        ),
        (
            "Sáng 16-5, Hội khen 5 em của năm 2023, mừng 134 năm ngày sinh Bác (19-5-1890 - 19-5-2024).",
            None,
            "2024-05-16",
        ),
        ("Sáng 26-12, xã khen 5 em, mừng 94 năm ngày thành lập Đảng (3/2/1930 - 3/2/2024).", None, "2023-12-26"),
        # the page is dated by a later visit, and speaks of years long over; but not where a day has its year
        (
            "Sáng 15/7, HĐND xã họp, nghe quyết toán năm 2009, phương hướng 6 tháng cuối năm 2010.",
            date(2023, 3, 30),
            "2010-07-15",
        ),
        (
            "Ngày 20/4, Hội phụ nữ xã đại hội nhiệm kỳ 2011 - 2016; năm 2010 có 90 hội viên.",
            date(2023, 3, 30),
            "2011-04-20",
        ),
        (
            "Ngày 20/4, xã mừng 40 năm giải phóng (30/4/1975 - 30/4/2015), nhắc năm 1975, năm 2000.",
            date(2023, 4, 25),
            "2023-04-20",
        ),
        ("Ngày 20/4, xã trao quà. Quỹ lập năm 2010, từ năm 2022 do Hội quản lý.", date(2023, 4, 25), "2023-04-20"),
        # a few days are an event, many are what is reported on
        ("Từ ngày 26/12/2023 đến ngày 29/12/2023, phường thăm hộ nghèo.", None, "2023-12-26"),
        ("Từ 15/12/2022 đến 14/6/2023, phường thăm 20 hộ nghèo.", None, None),
        # told from the day of publication
        ("Sáng nay, phường trao 20 suất quà cho hộ nghèo.", date(2025, 9, 2), "2025-09-02"),
        ("Chiều qua, tại nhà văn hóa, phường trao 20 suất quà.", date(2025, 9, 2), "2025-09-01"),
        ("Sáng nay (1/9), phường trao 20 suất quà cho hộ nghèo.", date(2025, 9, 2), "2025-09-01"),
        ("Ngày mai, phường trao 20 suất quà cho hộ nghèo.", date(2025, 9, 2), None),
        ("Sáng nay, phường trao 20 suất quà cho hộ nghèo.", None, None),
        # several days: the first
        ("Trong 2 ngày 7 và 8-5, xã tặng 20 suất quà cho hộ nghèo.", date(2020, 5, 8), "2020-05-07"),
        ("Từ ngày 9 đến ngày 11/5, xã tặng 20 suất quà cho hộ nghèo.", date(2020, 5, 20), "2020-05-09"),
        ("Từ ngày 1 đến ngày 30/4, xã tặng 20 suất quà cho hộ nghèo.", date(2020, 5, 20), None),
        ("Trong 2 ngày (7 và 8-5), xã tặng 20 suất quà cho hộ nghèo.", date(2020, 5, 8), "2020-05-07"),
        ("Trong các ngày 7, 8 và 9/5, xã tặng 20 suất quà cho hộ nghèo.", date(2020, 5, 20), "2020-05-07"),
        ("Ngày 7, 8 và ngày 9 tháng 5 năm 2020, xã tặng 20 suất quà cho hộ nghèo.", None, "2020-05-07"),
        ("4/01\nSáng nay, xã tặng 20 suất quà Tết năm 2020 cho hộ nghèo.", None, "2020-01-04"),
        # at the end of a year the next one is planned for
        ("Ngày 28/12, xã họp đánh giá kết quả năm 2019, đề ra nhiệm vụ năm 2020.", None, "2019-12-28"),
        ("Xã thông qua mục tiêu năm 2020.\nChiều 28/12, xã họp. Năm 2019 trao 20 suất quà.", None, "2019-12-28"),
        ("Ngày 28/5, xã họp. Theo kế hoạch năm 2020, xã trao 20 suất quà; năm 2019 trao 5.", None, "2020-05-28"),
        # days that are not those of the event: feasts, documents, what is counted up to, the lunar calendar
        ("Nhân Ngày Quốc tế Phụ nữ 8/3, sáng 7/3 Hội phụ nữ xã tặng 20 suất quà.", date(2019, 3, 9), "2019-03-07"),
        ("Mừng 90 năm ngày thành lập (3/2/1930 - 3/2/2020), xã tặng 20 suất quà.", date(2020, 2, 2), None),
        ("Nhân ngày 18/11, chiều 17/11 xã tặng 20 suất quà cho hộ nghèo.", date(2019, 11, 20), "2019-11-17"),
        (
            "Theo Kế hoạch số 25/KH-UBND ngày 10/5/2021, ngày 15/6 xã tiêm cho 300 người.",
            date(2021, 6, 20),
            "2021-06-15",
        ),
        ("Hội nghị chiều 10/5/2021 của Ban Chỉ đạo huyện bàn việc tiêm chủng.", date(2021, 6, 20), "2021-05-10"),
        ("Thực hiện kế hoạch ngày 10/5/2021 của huyện, xã tiêm cho 300 người.", date(2021, 6, 20), None),
        ("Đến ngày 30/6/2021, xã đã tiêm cho 300 người cao tuổi.", date(2021, 7, 5), None),
        ("Tính đến ngày 30/6/2021, xã đã tiêm cho 300 người cao tuổi.", date(2021, 7, 5), "2021-06-30"),
        ("Ngày 10/3 âm lịch, xã mở hội đình làng với 300 người dự.", date(2024, 5, 1), None),
        # the first lunar month
        ("Mùng 7 tháng Giêng năm 2022, xã ra quân trồng 300 cây xanh.", None, "2022-02-07"),
        ("Sáng mùng 6 Tết Giáp Thìn, xã ra quân trồng 300 cây xanh.", date(2024, 2, 16), "2024-02-15"),
        ("Sáng 15/2/2024 (mùng 6 Tết), xã ra quân trồng 300 cây xanh.", None, "2024-02-15"),
        # a month that lies back; what a document cites, and when it was passed
        ("Ngày 3-2, báo trao 300 suất quà ở nơi bị lũ hồi tháng 10-2017, dịp Tết năm 2018.", None, "2018-02-03"),
        ("Ngày 3-12, báo trao 300 suất quà ở nơi bị lũ hồi tháng 10-2017.", None, "2017-12-03"),
        (
            (
                "Căn cứ Luật Ngân sách ngày 16/12/2002;\n"
                + "".join(
                    f"Điều {n}. Mỗi thôn nghèo của huyện được hỗ trợ {n} triệu đồng mỗi năm.\n" for n in range(1, 9)
                )
                + "Nghị quyết này được HĐND huyện khóa IX, kỳ họp thứ 11 thông qua ngày 19 tháng 6 năm 2008."
            ),
            None,
            "2008-06-19",
        ),
        # years of history date no undated day
        ("Sáng nay (23/10), huyện trao 100 triệu đồng cho bà Minh (1966, thôn Yên Lợi).", None, None),
        ("Thanh tra ngày 7/9 nêu sai phạm của dự án được duyệt năm 1996.", None, None),
        # a date by itself is that of the page
        ("Lan Anh 02/01/2025 - 14:37\nNgày 30/12, xã tặng 20 suất quà cho hộ nghèo.", None, "2024-12-30"),
        ("date 2025-01 Ngày 30/12, xã tặng 20 suất quà cho hộ nghèo.", None, "2024-12-30"),
        ("date 2025-01-02 Ngày 30/12, xã tặng 20 suất quà cho hộ nghèo.", None, "2024-12-30"),
        # lines of a menu leave room for the lead
        ("\n".join(["Các phòng, ban của huyện"] * 8) + "\nNgày 5/3/2024, xã tặng 20 suất quà.", None, "2024-03-05"),
    ],
)
def test_day_in_the_lead(text: str, published_on: date | None, expected: str | None) -> None:
    assert event_date(text, published_on) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # a whole year that is over, with the next one to come
        (
            "Năm 2017 có 90% gia đình văn hóa",
            "Ngày 30.1, huyện tổng kết phong trào năm 2017, bàn việc cho năm 2018. Năm 2017 có 35/39 thôn văn hóa.",
            "2018-01-30",
        ),
        # late in the year it may be summed up before it is over
        (
            "Năm 2017 có 90% gia đình văn hóa",
            "Ngày 28.12, huyện tổng kết phong trào năm 2017, bàn việc cho năm 2018. Năm 2017 có 35/39 thôn văn hóa.",
            "2017-12-28",
        ),
        # the year is planned: it is not over
        (
            "Năm 2018 phấn đấu có 90% gia đình văn hóa",
            "Ngày 30.1, huyện triển khai nhiệm vụ năm 2018, đến năm 2019 có 95% gia đình văn hóa.",
            "2018-01-30",
        ),
        # a term of years tells no year
        (
            "Hội đồng nhân dân xã họp kỳ thứ 6",
            "Ngày 26/6, Hội đồng nhân dân xã, nhiệm kỳ 2016 - 2021, họp bàn 6 tháng cuối năm 2018.",
            "2018-06-26",
        ),
        # it is looked back on
        ("Hội Nông dân xã họp", "Ngày 6/1, Hội Nông dân xã tổng kết công tác Hội năm 2022.", "2023-01-06"),
        ("Hội Nông dân xã họp", "Ngày 6/12, Hội Nông dân xã tổng kết công tác Hội năm 2022.", "2022-12-06"),
        ("Hội Chữ thập đỏ", "Sáng 3/4, hội tổng kết phong trào hội, công tác hiến máu năm 2018.", "2019-04-03"),
        ("Hội Chữ thập đỏ", "Sáng 3/4, hội tổng kết cuộc thi sơ cứu năm 2018.", "2018-04-03"),
        # school years
        ("Trao quà", "Chiều 1/9, bước vào năm học mới 2017 - 2018, xã tặng 20 suất quà.", "2017-09-01"),
        ("Trao quà", "Chiều 20/8, xã trao 20 suất học bổng của năm học 2017 - 2018.", "2017-08-20"),
        ("Hội Khuyến học họp", "Sáng 4/4, hội họp. Riêng từ năm 2004 đến nay, hội trao 300 suất quà.", None),
        ("Trao quà", "Chiều 20/8, xã tổng kết năm học 2017 - 2018, tặng 20 suất quà.", "2018-08-20"),
        ("Trao quà", "Chiều 20/5, xã trao 20 suất học bổng của năm học 2017 - 2018.", "2018-05-20"),
        ("Tuyên dương", "Chiều 20/11, tỉnh tuyên dương sinh viên 5 tốt năm học 2017 - 2018.", "2018-11-20"),
        ("Tin", "Từ 8 giờ sáng nay, thứ 6, ngày 28/6/2024, ngành thống kê họp báo ở tỉnh.", "2024-06-28"),
        (
            "Trao quà",
            "Chiều 20/10, xã tặng quà học sinh giỏi năm học 2016 - 2017, đầu năm học 2017 - 2018 có 900 em.",
            "2017-10-20",
        ),
        # terms are opened in their first year and reviewed in their last
        ("Đại hội đảng bộ xã nhiệm kỳ 2015 - 2020", "Sáng 7/5, đảng bộ xã họp, năm 2010 có 20 hộ giàu.", "2015-05-07"),
        ("Xã nhìn lại", "Ngày 11/11, xã tổng kết phong trào giai đoạn 2013 - 2023 với 60 đại biểu.", "2023-11-11"),
        ("Hội đồng nhân dân xã họp", "Ngày 26/6, Hội đồng nhân dân xã, nhiệm kỳ 2016 - 2021, họp bàn.", None),
        # the year of an anniversary is its second one
        ("Lễ kỷ niệm", "Sáng 5-10, Hội mừng 20 năm thành lập (10-10-1997 - 10-10-2017).", "2017-10-05"),
        # nothing looks ahead to the next year
        ("Trao học bổng năm 2018", "Ngày 30.1, phường trao 20 suất học bổng.", "2018-01-30"),
    ],
)
def test_day_without_year_on_a_page_without_date(title: str, text: str, expected: str) -> None:
    assert event_date(text, title=title) == expected


def test_a_day_behind_a_name_is_what_is_celebrated() -> None:
    text = "Nhân Ngày Khuyến học Việt Nam 2-10, ngày 25-9, Hội Khuyến học xã trao 20 suất học bổng."
    assert event_date(text, date(2021, 10, 4)) == "2021-09-25"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Ngày 3.2.2017, Hội Người cao tuổi huyện họp mặt", "Năm qua, Hội kết nạp 40 hội viên.", "2017-02-03"),
        ("Ngày 3.2.2017, Hội Người cao tuổi huyện họp mặt", "Ngày 5/2/2017, Hội tặng 40 phần quà.", "2017-02-05"),
        ("Phường ra quân dọn vệ sinh (06/11/2025)", "Sáng ngày 05/11/2025, phường dọn 3 km kênh.", "2025-11-05"),
        ("Kế hoạch từ 3/2/2017 đến 30/6/2017 của Hội", "Hội kết nạp 40 hội viên.", None),
        ("Chào mừng ngày truyền thống của Hội (6/6/1941 - 6/6/2016)", "Hội kết nạp 40 hội viên.", None),
    ],
)
def test_day_of_a_title_where_the_body_tells_none(title: str, text: str, expected: str | None) -> None:
    page = snippet(f"{title}\n{text}")
    blocks = (page.blocks[0]._replace(kind="title"), *page.blocks[1:])
    found = draw_facts(replace(page, title=title, blocks=blocks), shipped_rules()).facts.context.event_date
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2024-09 Ngày 31-8, phường trao 20 suất quà cho hộ nghèo.", "2024-08-31"),
        ("date 2024-01 Ngày 28-12, phường trao 20 suất quà cho hộ nghèo.", "2023-12-28"),
    ],
)
def test_day_without_year_on_a_page_with_its_month(text: str, expected: str) -> None:
    found = read_page(f"<p>{text}</p>").facts.context.event_date
    assert found is not None
    assert found.isoformat() == expected


def test_day_that_opens_an_old_title_on_a_page_dated_anew() -> None:
    title = "Sáng ngày 22/7/2021, HĐND xã họp kỳ thứ 2"
    page = snippet(f"{title}\nKỳ họp đã thông qua các báo cáo 6 tháng đầu năm.")
    blocks = (page.blocks[0]._replace(kind="title"), *page.blocks[1:])
    page = replace(page, title=title, blocks=blocks, published_on=date(2023, 4, 5))
    assert draw_facts(page, shipped_rules()).facts.context.event_date == date(2021, 7, 22)


def test_days_of_a_place_that_a_page_describes_are_history() -> None:
    text = "Phường Tân Hòa được thành lập ngày 12/3/1987 từ xã Tân An.\nNgày 27/8/2009, xã Tân Lập nhập vào phường."
    assert read_page("".join(f"<p>{line}</p>" for line in text.split("\n"))).facts.context.event_date is None
