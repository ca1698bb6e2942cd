"""Numbers that are no quantities: names, documents, dates, spans of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extract.model import Lexed

Lexer = Callable[[str], Lexed]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        # names
        ("tại Phường 2 thành phố", "name", "Phường 2"),
        ("Khu phố 3, phường 4", "name", "Khu phố 3"),
        ("Ấp 4", "name", "Ấp 4"),
        ("KP3", "name", "KP3"),
        ("ở Tổ 5, 6 và 7", "name", "Tổ 5, 6 và 7"),
        ("tổ 22-23", "name", "tổ 22-23"),
        ("ở ấp 1,2 của xã", "name", "ấp 1,2"),
        ("học sinh cấp 2,3", "ordinal", "cấp 2,3"),
        ("Cuối học kì 1, qua phong trào", "ordinal", "học kì 1"),
        ("Lớp 1 Lớp 2 Lớp 3", "ordinal", "Lớp 1"),
        ("mức học bổng cấp 2 cấp 3 là", "ordinal", "cấp 2"),
        ("dạy học 2 buổi/ngày cho", "programme", "2 buổi/ngày"),
        ("ngày sinh của Bác (19/5/1890 -", "date", "19/5/1890"),
        ("tại phường 2,3,5,7, 9 và", "name", "phường 2,3,5,7, 9"),
        ("Chi bộ 4", "name", "Chi bộ 4"),
        ("Quốc lộ 1A", "name", "Quốc lộ 1A"),
        ("thi công lộ số 5", "name", "số 5"),
        ("hẻm 12", "name", "hẻm 12"),
        ("Trường THCS số 1", "name", "Trường THCS số 1"),
        ("số 45 đường Lê Lợi", "name", "số 45"),
        ("phường IV", "name", "phường IV"),
        ("bà Hà (19/19 Đồ Chiểu)", "name", "19/19"),
        ("tại 132/13A Lý Thường Kiệt", "name", "132/13A"),
        ("THCS2", "name", "THCS2"),
        ("giống QNg13, SV181", "name", "QNg13"),
        ("ngụ xã Bàu Hàm 2, huyện Thống Nhất", "name", "xã Bàu Hàm 2"),
        ("Đoàn xã Tân Xuân 2 ra quân", "name", "xã Tân Xuân 2"),
        ("Ban Chỉ đạo 138 huyện họp", "name", "Ban Chỉ đạo 138"),
        ("Trường Sĩ quan Lục quân 2 tặng quà", "name", "Lục quân 2"),
        ("thực hiện Mệnh lệnh 2 cùng các đơn vị", "document", "Mệnh lệnh 2"),
        ("bảo vệ vũ khí ở kho 834", "name", "kho 834"),
        ("tại thôn Vân Dương 1 và 3", "name", "thôn Vân Dương 1 và 3"),
        ("ở Ấp Cơi 5B, xã", "name", "Ấp Cơi 5B"),
        ("trường Tiểu học Phú Lợi 2 (mới)", "name", "trường Tiểu học Phú Lợi 2"),
        ("mã số thuế 1400123456", "other", "mã số thuế 1400123456"),
        ("CMND số 341234567", "name", "số 341234567"),
        ("tại Trạm Ra đa 54", "name", "Trạm Ra đa 54"),
        ("ở Bệnh viện Nhi đồng 2 chữa", "name", "Bệnh viện Nhi đồng 2"),
        ("Bệnh viện Quân y 175, cùng", "name", "Bệnh viện Quân y 175"),
        ("Bệnh viện Phước Long 2, cùng", "name", "Bệnh viện Phước Long 2"),
        ("Phân trại 2 Trại giam An Phú", "name", "Phân trại 2"),
        ("Trụ sở ở TL 293, thôn", "name", "TL 293"),
        ("Phòng PC 04 phối hợp", "name", "PC 04"),
        ("mất điện ở TDP Thanh Lương 4 (mới)", "name", "TDP Thanh Lương 4"),
        ("Mã hành chính: 07498", "other", "Mã hành chính: 07498"),
        ("Mã bưu chính 17308", "other", "Mã bưu chính 17308"),
        ("lượt tải:61", "other", "lượt tải:61"),
        ("tổng lượt xem bài viết là: 35", "other", "lượt xem bài viết là: 35"),
        ("Truy cập tổng 3.811.868", "other", "Truy cập tổng 3.811.868"),
        # what counts is a verb behind them
        ("Chi hội 3 tổ chức họp mặt", "name", "Chi hội 3"),
        ("Đội 5 báo cáo kết quả", "name", "Đội 5"),
        ("HĐND xã khóa 20 tổ chức kỳ họp", "ordinal", "khóa 20"),
        # order
        ("lần thứ 3", "ordinal", "lần thứ 3"),
        ("đợt 1", "ordinal", "đợt 1"),
        ("kỳ họp thứ 3", "ordinal", "kỳ họp thứ 3"),
        ("kỳ họp thư11 Hội đồng nhân dân", "ordinal", "kỳ họp thư11"),
        ("Đại hội lần thứ ba", "ordinal", "Đại hội lần thứ ba"),
        ("Kỳ họp thứ Nhất, HĐND", "ordinal", "Kỳ họp thứ Nhất"),
        ("tổ chức lần thứ hai mươi lăm", "ordinal", "lần thứ hai mươi lăm"),
        ("lần thứ tư liên tiếp", "ordinal", "lần thứ tư"),
        ("lần thứ năm mươi", "ordinal", "lần thứ năm mươi"),
        ("đứng thứ hai toàn tỉnh", "ordinal", "đứng thứ hai"),
        ("khóa XX", "ordinal", "khóa XX"),
        ("khoá XX", "ordinal", "khoá XX"),
        ("Đại hội XIII của Đảng", "ordinal", "Đại hội XIII"),
        ("Trung ương 4 khóa XII", "ordinal", "Trung ương 4"),
        ("Trung ương 4 khóa 12 về xây dựng Đảng", "ordinal", "Trung ương 4"),
        ("bão 12 gây thiệt hại", "name", "bão 12"),
        ("tuần 32", "ordinal", "tuần 32"),
        ("Nghị quyết TW 7 và", "document", "Nghị quyết TW 7"),
        ("mô hình chính quyền địa phương 2 cấp", "programme", "địa phương 2 cấp"),
        ("sản phẩm đạt 4 sao", "ordinal", "4 sao"),
        ("khách sạn từ 3 - 5 sao", "ordinal", "3 - 5 sao"),
        ("lớp 9A2 trường Lê Lợi", "ordinal", "lớp 9A2"),
        ("thắng với tỷ số 3-1", "other", "3-1"),
        ("hòa 1 - 1", "other", "1 - 1"),
        ("thắng tối thiểu 1-0 trước", "other", "1-0"),
        ("dẫn trước 2 - 0 sau", "other", "2 - 0"),
        ("sút luân lưu 11m", "programme", "11m"),
        ("vào cuối thế kỷ 19,", "ordinal", "thế kỷ 19"),
        ("thời Tùy (thế kỷ 7 - 8)", "ordinal", "thế kỷ 7 - 8"),
        ("học sinh giỏi lớp 8 cấp huyện", "ordinal", "lớp 8"),
        ("tọa độ 21 độ Bắc", "name", "tọa độ 21"),
        ("tháng 10 bằng với tháng trước", "period", "tháng 10"),
        ("độ tuổi 18-35", "age", "độ tuổi 18-35"),
        ("độ tuổi dưới 35 ở xã", "age", "độ tuổi dưới 35"),
        ("đạt “Tổ hòa giải 5 tốt”", "programme", "5 tốt"),
        ('đảng bộ "4 tốt"', "programme", "4 tốt"),
        ("lúc 17:45 (GMT+7)", "programme", "GMT+7"),
        ("cấp 2-3", "ordinal", "cấp 2-3"),
        ("nhà cấp 4", "ordinal", "cấp 4"),
        ("lớp 1", "ordinal", "lớp 1"),
        ("em Hoa, lớp 8 trường Lê Lợi", "ordinal", "lớp 8"),
        ("xếp thứ 3/12", "ordinal", "xếp thứ 3/12"),
        # documents, programmes
        ("05/2023/QĐ-TTg", "document", "05/2023/QĐ-TTg"),
        ("số 12/KH-UBND", "document", "12/KH-UBND"),
        ("Nghị quyết số 12-NQ/TW", "document", "12-NQ/TW"),
        ("Nghị quyết 70/2018/QH 14", "document", "70/2018/QH 14"),
        ("Nghị quyết 30a", "document", "Nghị quyết 30a"),
        ("Luật Hộ tịch số 60/2014/QH13", "document", "60/2014/QH13"),
        ("Luật 45/2019/QH14", "document", "45/2019/QH14"),
        ("Quyết định 1719", "document", "Quyết định 1719"),
        ("Chương trình 135", "programme", "Chương trình 135"),
        ("Đề án 06", "programme", "Đề án 06"),
        ("Đề án 1956", "programme", "Đề án 1956"),
        ("dịch Covid-19", "programme", "Covid-19"),
        ("COVID – 19", "programme", "COVID – 19"),
        ("trực 24/24", "programme", "24/24"),
        ("trực 24/24 giờ", "programme", "24/24"),
        ("Ảnh IMG_3915", "other", "IMG_3915"),
        ("anh2041375_le_trao.jpgCác em", "other", "anh2041375"),
        ("mô hình 3 trong 1", "programme", "3 trong 1"),
        ("Sinh viên 5 tốt", "programme", "Sinh viên 5 tốt"),
        ("phong trào 4 đồng hành", "programme", "4 đồng hành"),
        # telephones, counters, addresses, lists
        ("ĐT: 0912.345.678", "phone", "0912.345.678"),
        ("điện thoại 02773 861 234", "phone", "02773 861 234"),
        ("gọi +84 912 345 678", "phone", "+84 912 345 678"),
        ("ĐT: (0254) 3.822.345", "phone", "0254) 3.822.345"),
        ("gọi (08) 38 123 456", "phone", "08) 38 123 456"),
        ("đê sông Hồng K12+100", "name", "K12+100"),
        ("theo cơ chế “1 cửa”", "programme", "1 cửa"),
        ("trên chân ruộng lúa 1 vụ", "programme", "1 vụ"),
        ("trồng ngô trên đất 2 lúa cho", "programme", "2 lúa"),
        ("xe 63B-123.45 của", "other", "xe 63B-123.45"),
        ("BKS 29C – 719.53 do", "other", "29C – 719.53"),
        ("Lượt xem: 1.234", "other", "Lượt xem: 1.234"),
        ("xem http://a.gov.vn/tin-45.html", "other", "http://a.gov.vn/tin-45.html"),
        ("xem http://x.gov.vn/tin-45.html", "other", "http://x.gov.vn/tin-45.html"),  # "x" might have been Roman ten
        ("giá trị sản xuất trên 1 ha", "other", "1"),
        ("giá trị thu được trên 01 héc ta", "other", "01"),
        ("tính thu nhập/1 ha cho từng vụ", "other", "1"),
        ("35ad3111bb782f1a57", "other", "35ad3111bb782f1a57"),
        ("phá chuyên án 318MT do", "other", "318MT"),
        ("tàu cá BV 8127TS bị", "other", "8127TS"),
        ("1. Kết quả", "list_number", "1."),
        ("2) Kết quả", "list_number", "2)"),
        ("1/- Kết quả", "list_number", "1/-"),
        ("2 - Kết quả", "list_number", "2 - "),
        ("3.1 Kinh tế", "list_number", "3.1"),
        ("1.1 Cây trồng:", "list_number", "1.1"),
        ("2.3.1 Hộ kinh doanh", "list_number", "2.3.1"),
        ("II. Kết quả", "list_number", "II."),
        ("2/3 số hộ", "other", "2/3"),
        ("ba phần tư số hộ", "other", "ba phần tư"),
        ("Một phần ba học sinh của lớp", "other", "Một phần ba"),
        ("chiếm một phần hai mươi diện tích", "other", "một phần hai mươi"),
        ("một phần năm 2022", "period", "năm 2022"),
        ("quy hoạch tỷ lệ 1/500", "other", "1/500"),
        ("tỷ lệ 1/2.000.", "other", "1/2.000"),
        ("quy hoạch tỷ lệ 1/500 Cụm công nghiệp Hòa Phú", "other", "1/500"),
        ("bản đồ 1:500", "other", "1:500"),
        ("chiếm 1/3 tổng thu", "other", "1/3"),
        ("sản phẩm[1],", "other", "1"),
        # spans of time
        ("3 năm liền", "duration", "3 năm liền"),
        ("hai năm liền", "duration", "hai năm liền"),
        ("trong 2 ngày 3.8 và 4.8.2018", "duration", "2"),
        ("trong hai ngày 13 và 14/11", "duration", "hai"),
        ("mừng 78 năm ngày thành lập", "duration", "78 năm"),
        ("trẻ sáu tuổi", "age", "sáu tuổi"),
        ("trong 15 ngày", "duration", "15 ngày"),
        ("nuôi 6 tháng rưỡi", "duration", "6 tháng rưỡi"),
        ("hai năm rưỡi", "duration", "hai năm rưỡi"),
        ("bé 2 tuổi rưỡi", "age", "2 tuổi rưỡi"),
        ("trong 2 năm 2013 và 2015", "duration", "2"),
        ("dưới 5 tuổi", "age", "dưới 5 tuổi"),
        ("từ 6 đến 14 tuổi", "age", "6 đến 14 tuổi"),
        ("các cụ 80, 85, 90 tuổi", "age", "80, 85, 90 tuổi"),
        ("lúc 8 giờ", "time", "lúc 8 giờ"),
        ("8h30", "time", "8h30"),
        ("7 giờ 30 phút", "time", "7 giờ 30 phút"),
        ("thứ ba ngày 22/06/2021", "date", "thứ ba ngày 22/06/2021"),  # "ba" might have been three
    ],
)
def test_named(lexed: Lexer, text: str, kind: str, quote: str) -> None:
    found = lexed(text)
    assert found.quantities == ()
    assert (kind, quote) in [(m.kind, text[m.start : m.end]) for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ngày 12/5/2023", (2023, 5, 12), (2023, 5, 12)),
        ("ngày 03 tháng 10 năm 2018", (2018, 10, 3), (2018, 10, 3)),
        ("họp 12-5-2023", (2023, 5, 12), (2023, 5, 12)),
        ("họp 12.5.2023", (2023, 5, 12), (2023, 5, 12)),
        ("Sáng ngày 12/5/2023", (2023, 5, 12), (2023, 5, 12)),
        ("chiều 12/5/2023", (2023, 5, 12), (2023, 5, 12)),
        ("đến cuối năm 2022", (2022, 1, 1), (2022, 12, 31)),
        ("từ ngày 26-29/12/2023", (2023, 12, 26), (2023, 12, 29)),
        ("tháng 12/2023", (2023, 12, 1), (2023, 12, 31)),
        ("tháng 02 năm 2024", (2024, 2, 1), (2024, 2, 29)),
        ("quý III/2023", (2023, 7, 1), (2023, 9, 30)),
        ("quý 1 năm 2023", (2023, 1, 1), (2023, 3, 31)),
        ("6 tháng đầu năm 2023", (2023, 1, 1), (2023, 6, 30)),
        ("6 tháng cuối năm 2023", (2023, 7, 1), (2023, 12, 31)),
        ("9 tháng của năm 2017", (2017, 1, 1), (2017, 9, 30)),
        ("năm 2022", (2022, 1, 1), (2022, 12, 31)),
        ("năm 2021, 2022 và 2023", (2021, 1, 1), (2023, 12, 31)),
        ("so với 2022", (2022, 1, 1), (2022, 12, 31)),
        ("năm học 2022-2023", (2022, 9, 1), (2023, 8, 31)),
        ("nhiệm kỳ 2020-2025", (2020, 1, 1), (2025, 12, 31)),
        ("giai đoạn 2021 -2025", (2021, 1, 1), (2025, 12, 31)),
        ("3 quý đầu năm 2023", (2023, 1, 1), (2023, 9, 30)),
        ("vụ Đông Xuân 2022/2023", (2022, 1, 1), (2023, 12, 31)),
        ("sáu tháng đầu năm 2023", (2023, 1, 1), (2023, 6, 30)),
        ("hai quý đầu năm 2023", (2023, 1, 1), (2023, 6, 30)),
        ("tháng mười năm 2023", (2023, 10, 1), (2023, 10, 31)),
        ("Quý Ba năm 2023", (2023, 7, 1), (2023, 9, 30)),
        ("ngày hai mươi tháng mười năm 2023", (2023, 10, 20), (2023, 10, 20)),
        ("tính đến 12/05/23", (2023, 5, 12), (2023, 5, 12)),
        # from one to another
        ("từ ngày 01/01/2023 đến ngày 30/6/2023", (2023, 1, 1), (2023, 6, 30)),
        ("từ 15/12/2022 đến hết 14/6/2023", (2022, 12, 15), (2023, 6, 14)),
        ("(15/12/2022 - 14/6/2023)", (2022, 12, 15), (2023, 6, 14)),
        ("từ 1/1 đến 30/6/2023", (2023, 1, 1), (2023, 6, 30)),
        ("từ ngày 5/12 đến hết ngày 4/1/2023", (2022, 12, 5), (2023, 1, 4)),
        ("từ tháng 1 đến tháng 6/2023", (2023, 1, 1), (2023, 6, 30)),
        ("tháng 1-6/2023", (2023, 1, 1), (2023, 6, 30)),
        ("từ tháng 10 đến tháng 3/2023", (2022, 10, 1), (2023, 3, 31)),
        ("từ tháng 1/2022 đến tháng 6/2023", (2022, 1, 1), (2023, 6, 30)),
        ("từ năm 2015 đến năm 2020", (2015, 1, 1), (2020, 12, 31)),
    ],
)
def test_periods(lexed: Lexer, text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    found = lexed(text)
    assert found.quantities == ()
    (mention,) = found.mentions
    assert (mention.first, mention.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "ngày 23/8",
        "Ngày 24/7",  # by itself a name: "trực 24/7"
        "Sáng 23-12",
        "Khuya 22-12",
        "kết sổ 29-12, Cục",
        "nhân ngày 20/11",
        "xong trước 30/7",
        "Lương cơ sở từ 1/7 là",
        "từ 1/9 học phí mới",
        "Quý 3 xã thu phí",
        "Hè sôi nổi, tháng 6 huyện ra quân",
        "tính đến 15/6",
        "chào mừng 8/3",
        "mừng Quốc khánh 2-9, xã",
        "Quốc tế Lao động 1-5",
        "giải Olympic 30-4 môn Toán",
        "ngày 12 tháng 5",
        "ngày 23 và 24/8",
        "(21/7–20/8)",
        "(từ 12/5 đến 18/5)",
        "mở cửa từ 2-5 đến 7-5",
        "từ ngày 28-4 đến 2-5 xã treo cờ",
        "6 tháng đầu năm",
        "chín tháng đầu năm",
        "Cách mạng Tháng Tám",
    ],
)
def test_days_and_periods_without_a_year(lexed: Lexer, text: str) -> None:
    found = lexed(text)
    assert found.quantities == ()
    (mention,) = found.mentions
    assert (mention.kind in {"date", "period"}, mention.first) == (True, None)


def test_ranges_of_what_is_measured_are_no_days(lexed: Lexer) -> None:
    assert len(lexed("vay từ 2-5 đến 7-9 triệu đồng").quantities) == 2


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Tổ 5", "5 tổ"),
        ("đợt 1", "36 đợt"),
        ("khu phố 3", "3 khu phố"),
        ("Chi bộ 4", "28 chi bộ"),
        ("cấp 2", "cấp 1.200 thẻ"),
        ("tổ 12", "mỗi tổ 12 người"),
        ("số 45", "tổng số 45 hộ"),
        ("Quy định 12", "đổ rác không đúng quy định: 12 trường hợp"),
        ("đường 30", "đường 300m"),
        ("mức 1-2", "mức 1-2 triệu đồng"),
        ("lớp 10 trường Lê Lợi", "tặng lớp 10 bộ sách"),
        ("em lớp 7 lần đầu dự thi", "tập cho lớp 7 buổi"),
        ("em lớp 1 nhà nghèo", "xây 4 nhà"),
        ("khối 9 lần đầu dự thi", "khối 9 hộ"),
        ("học sinh lớp 9 môn Toán", "mở lớp 9 học viên"),
        ("Quý 3 xã thu phí", "Mỗi quý 3 xã thu phí"),
        ("tổ hòa giải 5 tốt", "xếp loại tổ hòa giải: 5 tốt"),
        ("dịp 2-9", "nuôi 2-9 con bò"),
        ("dịp 1-5", "vay 1-5 triệu đồng"),
        ("tuần 2", "mỗi tuần 2 buổi"),
        ("bà Cúc, sinh năm 1972 ấp Phú Thuận", "tuổi đời 45 hộ"),
        ("nghỉ hè (5-8/7)", "gieo (5-8 ha)"),
        ("ngày Khuyến học 2-10, vui", "nuôi 2-10 con, vui"),
        ("gieo sạ kết thúc vào 15/7 nhìn chung tốt", "gieo sạ vào 15 ha"),
        ("số ca nhiễm Covid -19 tăng", "số ca nhiễm 19"),
        ("ngày sinh Bác (19/5/1890)", "giá 1890 đồng"),
        ("xã Bàu Hàm 2 (mới)", "xã Bàu Hàm 2 hộ"),
        ("xã Bàu Hàm 2 (mới)", "Xã Bàu Hàm 2"),
        ("vắc xin type O, type A và Asia 1", "TP Hồ Chí Minh 1"),
        ("ngày Quốc tế Người cao tuổi 1/10", "người cao tuổi 10 hội viên"),
        ("mừng thọ các cụ tròn 70, 75, 80 và trên 100", "trao tròn 70 phần quà"),
        ("móng đá, tường gạch 20, mái tôn", "tường gạch 20m, mái tôn"),
    ],
)
def test_names_told_from_counts(lexed: Lexer, name: str, count: str) -> None:
    assert (len(lexed(name).quantities), len(lexed(name).mentions)) == (0, 1)
    assert (len(lexed(count).quantities), len(lexed(count).mentions)) == (1, 0)


@pytest.mark.parametrize(
    ("name", "fraction"),
    [
        ("học sinh lớp 6/2", "ra lớp 98/98"),
        ("nhà số 45/21 đường Lê Lợi", "đặt vòng 12/10 ca"),
        ("ở tuổi 85", "trẻ dưới 1 tuổi 85/90 cháu"),
        ("xóm 25", "đường ngõ xóm 25/28 km"),
        ("tuổi bình quân 46,5", "trẻ tuổi 6/25"),
    ],
)
def test_names_told_from_fractions(lexed: Lexer, name: str, fraction: str) -> None:
    assert lexed(name).quantities == ()
    first, second = lexed(fraction).quantities
    assert (first.role, second.role in {"whole", "plan"}) == ("value", True)


def test_a_name_before_a_colon_is_no_time_of_day(lexed: Lexer) -> None:
    text = "Khu phố 1: 12 hộ, Nhóm 2: 15 hộ"
    found = lexed(text)
    assert [text[m.start : m.end] for m in found.mentions] == ["Khu phố 1", "Nhóm 2"]
    assert [q.value for q in found.quantities] == [12, 15]


def test_row_numbers_of_a_table_in_plain_text(lexed: Lexer) -> None:
    text = "1 Huyện An Bình 330.000 345.025 104\n2 Huyện An Lạc 300.000 0 0"
    found = lexed(text)
    assert [text[m.start : m.end] for m in found.mentions] == ["1", "2"]
    assert [q.value for q in found.quantities] == [330000, 345025, 104, 300000, 0, 0]
    assert {q.kind for q in found.quantities} == {"number"}


def test_the_same_day_of_two_years_is_an_anniversary(lexed: Lexer) -> None:
    found = lexed("31 năm thành lập (06/12/1989 - 06/12/2020)").mentions
    assert [(m.kind, str(m.first)) for m in found[1:]] == [("date", "1989-12-06"), ("date", "2020-12-06")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ước đến 31/12, xã thu 9 tỷ đồng", ["31/12"]),
        ("Sáng nay, 5/9, trường đón 300 em", ["5/9"]),
        ("Thứ bảy, 9/5, xã khám cho 300 người", ["9/5"]),
        ("tăng từ 5/19 đến 12/19 tiêu chí", []),
        ("nâng lên đến 5/9 ấp", []),
        ("nâng lên đến 15/19 tiêu chí", []),
    ],
)
def test_days_with_a_slash_and_without_a_year(lexed: Lexer, text: str, days: list[str]) -> None:
    assert [text[m.start : m.end] for m in lexed(text).mentions if m.kind == "date"] == days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dự án Cầu Vàm 3 đổ xong trụ", ["Cầu Vàm 3"]),
        ("cấy các giống Hương thơm 1, Nhị ưu 725, Khang dân 28; giống ngô Bắc nếp 9", None),
        ("đạt thành tích vượt bậc 33 học sinh", []),
        ("Giống cây: 1.200 cây keo, 45 cây xoài", []),
    ],
)
def test_numbers_at_the_end_of_names(lexed: Lexer, text: str, names: list[str] | None) -> None:
    found = lexed(text)
    if names is None:
        assert not found.quantities
    else:
        assert [text[m.start : m.end] for m in found.mentions] == names


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # behind what bears the name, in it, beside another one, or a slogan
        ('17 mô hình “3 có”, 5 mô hình “10 chung 1” và 2 mô hình điểm "1+1"', ["17 mô hình", "5 mô hình", "2 mô hình"]),
        ("ra mắt mô hình “2 trong 1” và “1 kèm 1” cho 20 hộ", ["20 hộ"]),
        ('lập 4 câu lạc bộ: "4 không, 3 có", "Tổ liên gia 5 hộ"', ["4 câu lạc bộ"]),
        ("thực hiện “3 bám, 4 cùng” ở 12 ấp", ["12 ấp"]),
        ("phong trào “1 triệu cây xanh” trồng được 500 cây", ["500 cây"]),
        ('quỹ "Ngôi nhà 100 đồng" góp được 2 triệu đồng', ["2 triệu đồng"]),
        ("106 hộ đạt “Gia đình 5 không, 3 sạch, 3 an toàn”", ["106 hộ"]),
        # no names: a goal, gifts, what somebody says
        ("chủ đề “giảm 10% tội phạm”", ["10%"]),
        ("tặng “10 suất học bổng, 20 xe đạp”", ["10 suất", "20 xe đạp"]),
        ("“Quỹ vì người nghèo được gần 84 triệu”", ["gần 84 triệu"]),
        ("ông nói: “Tôi được hỗ trợ 20 triệu đồng”", ["20 triệu đồng"]),
        ("Báo đăng tin “Ngày 5/9 xã tặng 20 xe đạp”", ["20 xe đạp"]),
        ("quỹ “Vì người nghèo” 20 triệu, quỹ “Khuyến học” 5 triệu", ["20 triệu", "5 triệu"]),
    ],
)
def test_numbers_in_quoted_names_count_nothing(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("trải đá 0x4 dài 200m, đá 4x6 dày 10cm", ["200m", "10cm"]),
        ("bê tông đá 1x2 mác 250, cáp 2x16", []),
        ("sân 20x40m", ["20", "40m"]),
        ("trao 30x500.000 đồng", ["30", "500.000 đồng"]),
    ],
)
def test_sizes_without_a_unit_are_names(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("trong đó có 4 tổ dân phố, gồm: 1, 3, 5 và 10 đạt trên 97%", ["4 tổ dân phố", "trên 97%"]),
        ("Có 3 khu phố (1, 2, 4) và 2 chi bộ là 5 và 7 dẫn đầu", ["3 khu phố", "2 chi bộ"]),
        ("ra quân ở 5 ấp: 1, 2, 3, 4, 6; dọn 3 tuyến", ["5 ấp", "3 tuyến"]),
        ("tại các khu phố 1, 3 và 4 của phường", []),
        ("các tổ 3, 5 hộ nghèo", ["3", "5 hộ"]),
        # they are not so many, or count something
        ("Có 12 tổ: 5, 7", ["12 tổ", "5", "7"]),
        ("Có 2 tổ: 5 khá, 7 tốt", ["2 tổ", "5", "7"]),
        ("cho 2 ấp: 3 và 5 hộ", ["2 ấp", "3", "5 hộ"]),
    ],
)
def test_numbers_of_what_was_counted(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("khách lưu trú 3.198.000 ngày, trong đó khách quốc tế 2.816.000 ngày", ["3.198.000 ngày", "2.816.000 ngày"]),
        ("nghỉ 2.500 ngày, trong 45 ngày", []),
    ],
)
def test_no_span_has_ten_thousand_days(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("tiếp dân ngày 05 và 20 hàng tháng", []),
        ("Tháng 8: Ngày 07; 14; 21; 28 (Thứ 5)", []),
        ("các ngày 2, 12, 22 hàng tháng", []),
        ("mừng thọ các cụ ở tuổi 70, 75, 80, 95, tròn 100 và trên 100 tuổi", []),
        ("độ tuổi 18 và 35", []),
        ("Ngày 20, 12 thanh niên lên đường", ["12 thanh niên"]),
        ("ngày 5 và 20 hộ được vay", ["20 hộ"]),
        ("ngày 5; 12 triệu đồng", ["12 triệu đồng"]),
        ("mưa lớn ngày 15 - 16, trong tháng 1, 2, 3 và tháng 4-6, quý 1-2", []),
        ("tháng 5 - 12 hộ thoát nghèo", ["12 hộ"]),
        ("tháng 3, 5 NLĐ có việc", ["5 NLĐ"]),
        ("sinh năm 1972, 2 con nhỏ", ["2 con"]),
    ],
)
def test_several_days_or_ages_behind_one_word(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts
