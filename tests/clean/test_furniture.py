"""What a line is by its wording and shape. Lines are grouped by the kind of page they come from."""

from __future__ import annotations

from datetime import date

import pytest

from extract.clean import CleanVocabulary
from extract.clean.furniture import line_of
from extract.clean.landmarks import Landmarks
from extract.clean.names import lone_name
from extract.rulefiles import load

WORDS = CleanVocabulary.load(load())


@pytest.mark.parametrize(
    ("text", "day", "labelled"),
    [
        # Under the headline of papers.
        ("23/12/2021 - 15:02", date(2021, 12, 23), False),
        ("15:02, 23/12/2021", date(2021, 12, 23), False),
        ("Cập nhật ngày: 29/01/2015 - 06:02", date(2015, 1, 29), True),
        ("Cập nhật lúc 21:30, Thứ Tư, 11/09/2019 (GMT+7)", date(2019, 9, 11), True),
        ("Cập nhật: 18-01-2017 | 09:13:51", date(2017, 1, 18), True),
        ("( Cập nhật lúc: 04/12/2017  )", date(2017, 12, 4), True),
        ("• Cập nhật: 10/10/2020", date(2020, 10, 10), True),
        ("Thứ 5, 04/08/2022 | 10:52:45 [GMT +7] A  A", date(2022, 8, 4), False),
        ("THỨ BA, 09/01/2018 10:01:50", date(2018, 1, 9), False),
        ("Chủ Nhật, 27/01/2013 13:00 CH", date(2013, 1, 27), False),
        ("09/12/2025 16:20 PM", date(2025, 12, 9), False),
        # Portals.
        ("Thứ tư - 03/12/2014 09:47", date(2014, 12, 3), False),
        ("(Ngày 07/02/2013 08:05)", date(2013, 2, 7), False),
        ("Đăng ngày 28/12/2022", date(2022, 12, 28), True),
        ("Ngày đăng 22/06/2022 | 08:36", date(2022, 6, 22), True),
        ("Đăng lúc: 30-07-2024 9:37 Sáng", date(2024, 7, 30), True),
        ("Publish date 14/04/2018 | 12:39", date(2018, 4, 14), True),
        ("Được đăng: 14 Tháng 9 2017 09:12", date(2017, 9, 14), True),
        ("19 Tháng 8, 2025", date(2025, 8, 19), False),
        ("Hôm nay, Thứ ba ngày 22/06/2021", date(2021, 6, 22), False),
        ("Đăng ngày 30/09/2018 bởi phuong18 1.954 lượt xem", date(2018, 9, 30), True),
        ("Ngày đăng: 05-03-2018 <------> Người tạo: Ban Biên Tập <------>", date(2018, 3, 5), True),
        ("Ngày tạo: 05/03/2020 - Lượt xem: 120 - Người tạo: admin", date(2020, 3, 5), True),
        ("Được viết ngày Thứ Tư, 10 Tháng tư 2024 03:31", date(2024, 4, 10), True),
        ("Post date: 05/03/2020 - 10:20", date(2020, 3, 5), True),
        ("Đăng vào lúc 05/03/2020", date(2020, 3, 5), True),
        ("Đã đăng: 05/03/2020 | In bài viết | Gửi email", date(2020, 3, 5), True),
        ("Đăng ngày: 5/3/2020 - Xem: 1250", date(2020, 3, 5), True),
        ("05/03/2020 - Lượt xem: 125", date(2020, 3, 5), False),
        ("12 Tháng Năm, 2020", date(2020, 5, 12), False),
        ("\N{CALENDAR} 05/03/2020", date(2020, 3, 5), False),
        ("Thứ hai, 05/03/2018 09:34:00 | Chuyện ở cơ sở", date(2018, 3, 5), False),
        # In the order of an American system; the day of a month is known where no other order makes one.
        ("Cập nhật: 10/24/2013 2:05:52 PM", date(2013, 10, 24), True),
        # What a tool put there.
        ("date 2025-08-23", date(2025, 8, 23), True),
        ("date 2023-03", None, True),
    ],
)
def test_date_lines(text: str, day: date | None, *, labelled: bool) -> None:
    line = line_of(text, WORDS)
    assert (line.reason, line.day, line.labelled) == ("date_line", day, labelled)


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("Tin bài: Duy Thanh", "Duy Thanh"),
        ("Tin, ảnh: Minh Khang", "Minh Khang"),
        ("Bài và ảnh: Y Thuyên Niê", "Y Thuyên Niê"),
        ("Tin –ảnh: N. Dương", "N. Dương"),
        ("Tin: Hải Yến - Ảnh: CTV", "Hải Yến"),
        ("Thực hiện: TẤN THÀNH", "Tấn Thành"),
        ("(Tin, ảnh: Kim Chi)", "Kim Chi"),
        ("Người viết: Bùi Văn Đạt (công chức Tài chính - Kế toán)", "Bùi Văn Đạt"),
        ("Tác giả bài viết: Lê Hồng Đào", "Lê Hồng Đào"),
        ("Người viết: Administrator", None),
        ("Nguồn: Đài Truyền thanh huyện", None),
        ("(Nguồn: Đài Truyền thanh huyện)", None),
        ("Ảnh: H. Vân", None),
    ],
)
def test_bylines(text: str, byline: str | None) -> None:
    line = line_of(text, WORDS)
    assert (line.reason, line.byline) == ("byline", byline)


@pytest.mark.parametrize(
    ("text", "of_visit"),
    [
        ("Hôm nay, Thứ ba ngày 22/06/2021", True),
        ("Hôm nay là Thứ Ba, ngày 22/06/2021", True),
        ("Bây giờ là: 10:20 Thứ Ba, 22/06/2021", True),
        ("Thứ Ba, 22/06/2021 10:20", False),
    ],
)
def test_a_clock_tells_the_day_of_a_visit(text: str, *, of_visit: bool) -> None:
    line = line_of(text, WORDS)
    assert (line.reason, line.day, line.of_visit) == ("date_line", date(2021, 6, 22), of_visit)


@pytest.mark.parametrize(
    ("text", "day", "byline"),
    [
        ("VĂN ANH - Thứ ba, 20/08/2024 10:26 (GMT+7)", date(2024, 8, 20), "Văn Anh"),
        ("Lê Khánh - Thứ hai, ngày 04/12/2023 07:45 AM (GMT+7)", date(2023, 12, 4), "Lê Khánh"),
    ],
)
def test_a_name_before_a_stamp(text: str, day: date, byline: str) -> None:
    assert line_of(text, WORDS)[1:5] == ("byline", day, False, byline)


def test_the_day_behind_a_label_on_a_line_of_furniture() -> None:
    line = line_of("Chuyên mục: Tin xã | Đăng ngày 12/05/2020", WORDS)
    assert (line.reason, line.day, line.labelled) == ("menu", date(2020, 5, 12), True)


def test_a_line_of_several_labels_gives_all_it_holds() -> None:
    line = line_of("Tác giả: Minh Khôi .Ngày đăng: 19/03/2020 .Lượt đọc: 286 lượt.", WORDS)
    assert line[1:5] == ("byline", date(2020, 3, 19), True, "Minh Khôi")


@pytest.mark.parametrize(
    ("reason", "texts"),
    [
        ("separator", ["-----------------", "***", ".", "* * *", "|", "_______", "…"]),
        ("comment_widget", ["(0)", "()", "Ý kiến ()", "0 / 500 ký tự", "Guest", "Đang tải dữ liệu", "Bình luận (12)"]),
        ("comment_widget", ["Mời bạn là người đầu tiên xếp hạng và nhận xét", "Đóng Lưu thông tin", "0 bình luận"]),
        ("comment_widget", ["Trung bình (0 Bầu chọn)", "5/5 - (2 bình chọn)", "Ý KIẾN ĐỘC GIẢ", "Viết bình luận"]),
        ("comment_widget", ["Tổng số điểm của bài viết là: 15 trong 3 đánh giá"]),
        ("counter", ["Lượt xem: 1.234", "Lượt đọc: 286 lượt.", "Đang truy cập: 9", "Số lần xem: 406", "3831 lượt xem"]),
        ("counter", ["Số lượt người xem : 2.045 Bản in", "Số lượt đọc: 45"]),
        ("comment_widget", ["Bình luận mới nhất", "0 bình luận mới nhất"]),
        ("date_line", ["cms-publish-date 26/02/2021 | 09:11 | cms-view-count: 1204"]),
        ("date_line", ["03/01/2024 16:08    8", "07/09/2020 04:58 1.589 0"]),
        ("separator", ['[caption id="attachment_405" align="aligncenter" width="640"]', "[/caption]"]),
        ("counter", ["Hôm nay: 97", "Bạn là người truy cập thứ 218.406", "Lượt truy cập: 2.145.870 | Đang online: 31"]),
        ("poll", ["Thăm dò ý kiến", "BÌNH CHỌN"]),
        ("share", ["Chia sẻ", "In trang", "A- A A+", "[Trở về] [In trang] [Gửi cho bạn bè]", "Báo X trên Google News"]),
        ("menu", ["Trang chủ", "HOME | TIN TỨC | VĂN BẢN | LIÊN HỆ", "Trang chủ > Tin tức > Kinh tế - Xã hội"]),
        ("menu", ["Giới thiệu » Tin tức » Văn bản"]),
        ("footer", ["© 2017 UBND xã Tân Bình", "Bản quyền thuộc về UBND Phường 2", "Điện thoại: 0277.3861245"]),
        ("site_boilerplate", ["Gốc", "Trang thông tin điện tử Phường 9"]),
    ],
)  # fmt: skip
def test_furniture_by_its_wording(reason: str, texts: list[str]) -> None:
    assert {text: line_of(text, WORDS).reason for text in texts} == dict.fromkeys(texts, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Chiều ngày 12/5/2023, tại Hội trường UBND Phường 2 tổ chức hội nghị.",
        "Ngày 23/8, chương trình đã được mở.",
        "- Học bổng khuyến học - 48 suất;",
        "Bài học kinh nghiệm",
        "Tin vui đến với hộ nghèo",
        "Ảnh hưởng của dịch bệnh: 5 hộ mất việc",
        "Hình thức: trao 5 suất quà",
        "Nguồn vốn: 5 tỷ đồng",
        "Thực hiện: 45/40 ha, đạt 112%",
        "Chia sẻ với bà con vùng lũ, phường góp 20 triệu đồng.",
        "Trang trại của ông Ba có 200 con heo",
        "Tổng cộng 91 hộ",
        "Hôm nay 5 em nhận học bổng",
        "Ý kiến của cử tri: 12 ý kiến",
        "45",
        "100%",
        "Đạt %",
        "(1.000 đồng)",
    ],
)
def test_what_is_no_furniture(text: str) -> None:
    assert line_of(text, WORDS).reason is None


@pytest.mark.parametrize(
    "text",
    [
        "Thông tin khác",
        "CÁC TIN KHÁC",
        "Tin đã đưa:",
        "Các bài liên quan:",
        "» Tin liên quan",
        "Những tin cũ hơn",
        "Tin mới",
    ],
)
def test_headings_of_related_pages(text: str) -> None:
    assert line_of(text, WORDS).related


@pytest.mark.parametrize("text", ["Tin khác thường ở phường", "Tin mới về dịch bệnh", "Xem thêm 5 suất quà", "Tin"])
def test_no_headings_of_related_pages(text: str) -> None:
    assert not line_of(text, WORDS).related


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THANH BÌNH", "Thanh Bình"),
        ("Kim Chi", "Kim Chi"),
        ("T.H", "T.H"),
        ("D.LỆ", "D.LỆ"),
        ("PV", "PV"),
        ("Nghĩa Hà – Ngọc Chí", "Nghĩa Hà – Ngọc Chí"),
        ("Ngọc Bích - Hội LHPN phường", "Ngọc Bích"),
        ("Minh Ánh (Đài TT - TH Quảng Trạch)", "Minh Ánh"),
        ("(Theo Lê Mai)", "Lê Mai"),
        ("HIỀN THÚY |", "Hiền Thúy"),
        ("Tổng cộng", None),
        ("Hội Nông dân", None),
        ("Phường 2", None),
        ("45 tổ", None),
        ("Trao quà Tết", None),
        ("Ban biên tập", None),
        ("Nguyễn Văn An Trần Thị Bình Lê Văn Cường", None),
    ],
)
def test_names_alone_on_a_line(text: str, name: str | None) -> None:
    assert lone_name(text, WORDS) == name


@pytest.mark.parametrize(
    ("names", "marks"),
    [
        ("dnn_FooterPane", "footer"),
        ("TinLienQuan", "related"),
        ("box tinlienquan", "related"),
        ("other-news", "related"),
        ("s4-tn menu-ngang", "menu"),
        ("entry-content", "article"),
        ("comments-area", "comment"),
        ("post-views", "counter"),
        ("hidden", "hidden"),
        ("aspNetHidden", ""),
        ("contentmenuless", ""),
        ("", ""),
    ],
)
def test_landmarks_of_real_class_names(names: str, marks: str) -> None:
    assert WORDS.landmarks.of(names) == marks


def test_landmarks_do_not_depend_on_what_was_asked_before() -> None:
    terms = {"menu": ["menu"], "share": ["tool bar"]}
    assert Landmarks(terms).of("menu toolBar menu") == "menu share"
