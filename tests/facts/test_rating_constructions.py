"""Ways in which reports tell ratings, each with what a careful reader would write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rating_rows import rating_rows

if TYPE_CHECKING:
    from rating_rows import Row

    from extract.pipeline import Knowledge

TOTALS: dict[str, list[Row]] = {
    # all rated, then levels before their numbers
    "Huyện có 388 tổ vay vốn, xếp loại tốt 371 tổ (95,6%), khá 15 tổ, trung bình 2 tổ.": [
        ("tổ vay vốn", "tốt", 371, 95.6, 388),
        ("tổ vay vốn", "khá", 15, None, 388),
        ("tổ vay vốn", "trung bình", 2, None, 388),
    ],
    # "even these 3" are not all of them, nor has the number before their title
    "Đảng bộ có 12 chi bộ (kể cả 3 chi bộ đạt TSVM).": [("chi bộ", "tsvm", 3, None, 12)],
    "Xã có 12 thôn, kể cả 3 thôn văn hóa.": [("thôn", "văn hóa", 3, None, 12)],
    "Trường có 320 học sinh, gồm cả 45 học sinh giỏi.": [("học sinh", "giỏi", 45, None, 320)],
    "Có 124 tổ xếp loại tốt (tăng 5 tổ so với đầu năm), chiếm tỷ lệ 92,5%; có 10 tổ khá (giảm 4 tổ), chiếm 7,5%.": [
        ("tổ", "tốt", 124, 92.5, None),
        ("tổ", "khá", 10, 7.5, None),
    ],
    "Các tổ chức đảng: hoàn thành tốt nhiệm vụ 31 (gồm 06 đảng bộ, 25 chi bộ), chiếm tỷ lệ 70,45%.": [
        ("tổ chức đảng", "hoàn thành tốt nhiệm vụ", 31, 70.45, None),
        ("đảng bộ", "hoàn thành tốt nhiệm vụ", 6, None, None),
        ("chi bộ", "hoàn thành tốt nhiệm vụ", 25, None, None),
    ],
    # the number of all, of whom the first level is told right behind it
    "Trong số 12 chi bộ, có 3 chi bộ xếp loại xuất sắc, 9 chi bộ xếp loại khá.": [
        ("chi bộ", "xuất sắc", 3, None, 12),
        ("chi bộ", "khá", 9, None, 12),
    ],
    # year by year, from the first on or from that of all years
    "Số hộ đạt gia đình văn hóa năm 2019 là 1.520 hộ, đạt 91%; năm 2020 là 1.556 hộ, đạt 92,5%.": [
        ("hộ", "văn hóa", 1520, 91, None),
        ("hộ", "văn hóa", 1556, 92.5, None),
    ],
    "Có 2.900 lượt hộ được công nhận gia đình văn hóa (trong đó, năm 2019 là 1.420 hộ; năm 2020 là 1.480 hộ).": [
        ("hộ", "văn hóa", 2900, None, None),
        ("hộ", "văn hóa", 1420, None, None),
        ("hộ", "văn hóa", 1480, None, None),
    ],
    "Số chi bộ trong sạch vững mạnh năm 2010 là 12 chi bộ, năm 2011 có 14 người nhập ngũ.": [
        ("chi bộ", "trong sạch vững mạnh", 12, None, None),
    ],
    # another year's number is no number of all, whatever it counts
    "Số chi bộ TSVM năm 2010 là 12 chi bộ, năm 2011 là 14 chi bộ.": [
        ("chi bộ", "tsvm", 12, None, None),
        ("chi bộ", "tsvm", 14, None, None),
    ],
    "Hộ đạt chuẩn văn hóa năm 2019 có 1.520 hộ, năm 2020 có 35 hộ nghèo.": [("hộ", "văn hóa", 1520, None, None)],
    # years behind the title and a colon, and behind the words of the level
    "Gia đình văn hóa: năm 2019 có 1.520/1.700 hộ (89,4%), năm 2020 có 1.540 hộ.": [
        ("hộ", "văn hóa", 1520, 89.4, 1700),
        ("hộ", "văn hóa", 1540, None, None),
    ],
    "Danh hiệu thôn văn hóa: Năm 2019: đạt 91%; năm 2020: 92%.": [
        ("thôn", "văn hóa", None, 91, None),
        ("thôn", "văn hóa", None, 92, None),
    ],
    "Năm 2017 có 12/15 thôn đạt thôn văn hóa, chiếm 80%; năm 2018 có 13/15 thôn, chiếm 86,7%; năm 2019 có 14 thôn.": [
        ("thôn", "văn hóa", 12, 80, 15),
        ("thôn", "văn hóa", 13, 86.7, 15),
        ("thôn", "văn hóa", 14, None, None),
    ],
    # a title that they do not have
    "Còn 7 thôn trong tổng số 92 thôn, khu dân cư chưa đạt danh hiệu văn hóa.": [],
    "Có 66/164 Mặt trận cấp xã đạt xuất sắc (40,24%), 93/164 đạt mạnh.": [
        ("mặt trận cấp xã", "xuất sắc", 66, 40.24, 164),
        ("mặt trận cấp xã", "mạnh", 93, None, 164),
    ],
    "56 chi hội, phân loại vững mạnh 40, khá 16.": [
        ("chi hội", "vững mạnh", 40, None, 56),
        ("chi hội", "khá", 16, None, 56),
    ],
    "Có 5 tổ xuất sắc 10 tổ khá.": [("tổ", "xuất sắc", 5, None, None), ("tổ", "khá", 10, None, None)],
    "Có 574 chi bộ đạt trong sạch vững mạnh (57,9%), giảm 1,8% (18 chi bộ) so với năm 2014, trong đó 112 chi bộ trong "
    "sạch vững mạnh tiêu biểu (chiếm 19,51%).": [
        ("chi bộ", "trong sạch vững mạnh", 574, 57.9, None),
        ("chi bộ", "trong sạch vững mạnh tiêu biểu", 112, 19.51, 574),
    ],
    "Có 76 cơ sở hội: xuất sắc 41 cơ sở, khá 35 cơ sở. Cấp huyện có 8/8 đơn vị đạt vững mạnh.": [
        ("cơ sở hội", "xuất sắc", 41, None, 76),
        ("cơ sở hội", "khá", 35, None, 76),
        ("đơn vị", "vững mạnh", 8, None, 8),
    ],
    "Có 76 cơ sở hội: xuất sắc 41 cơ sở, khá 35 cơ sở. Đảng bộ có 8/8 chi bộ đạt vững mạnh.": [
        ("cơ sở hội", "xuất sắc", 41, None, 76),
        ("cơ sở hội", "khá", 35, None, 76),
        ("chi bộ", "vững mạnh", 8, None, 8),
    ],
    "Viên chức toàn huyện là 1.200 người, trong đó hoàn thành xuất sắc nhiệm vụ 300 người (25%), còn lại.": [
        ("viên chức", "hoàn thành xuất sắc nhiệm vụ", 300, 25, 1200)
    ],
    "Đảng viên được xem xét có 50 đồng chí: hoàn thành tốt nhiệm vụ 40 đồng chí, hoàn thành nhiệm vụ 10 đồng chí.": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", 40, None, 50),
        ("đảng viên", "hoàn thành nhiệm vụ", 10, None, 50),
    ],
    "Đảng bộ lên 73 đồng chí. Về phân loại, có 5 chi bộ hoàn thành tốt nhiệm vụ, 2 chi bộ hoàn thành nhiệm vụ.": [
        ("chi bộ", "hoàn thành tốt nhiệm vụ", 5, None, None),
        ("chi bộ", "hoàn thành nhiệm vụ", 2, None, None),
    ],
    # a share of one sort of bodies is none of another
    "Hội có 18 cơ sở Hội; qua xếp loại cuối năm có 100% tổ chức Hội đạt vững mạnh.": [
        ("tổ chức hội", "vững mạnh", None, 100, None),
    ],
    "Tỉnh hiện có 350 hợp tác xã. Qua chấm điểm, 60% số hợp tác xã xếp loại khá, 25% số hợp tác xã loại trung bình.": [
        ("hợp tác xã", "khá", None, 60, 350),
        ("hợp tác xã", "trung bình", None, 25, 350),
    ],
    "Có 700 khu dân cư đạt tiên tiến (65,6%); 1.104 khu dân cư mở ngày hội.": [
        ("khu dân cư", "tiên tiến", 700, 65.6, None)
    ],
    "Có 18/20 chi hội vững mạnh, không có tổ hội yếu.": [
        ("chi hội", "vững mạnh", 18, None, 20),
        ("tổ hội", "yếu", 0, None, None),
    ],
    "Xếp loại: 5 chi bộ hoàn thành xuất sắc nhiệm vụ (trong số này 3 chi bộ trong sạch vững mạnh), 2 hoàn thành tốt.": [
        ("chi bộ", "hoàn thành xuất sắc nhiệm vụ", 5, None, None),
        ("chi bộ", "trong sạch vững mạnh", 3, None, None),
        ("chi bộ", "hoàn thành tốt", 2, None, None),
    ],
    "Tổng số đảng viên được đánh giá: 110 đồng chí\n- Hoàn thành tốt nhiệm vụ: 90 đồng chí\n- Hoàn thành nhiệm vụ 20": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", 90, None, 110),
        ("đảng viên", "hoàn thành nhiệm vụ", 20, None, 110),
    ],
    "Đảng bộ có tổng số 73 đảng viên. Xếp loại: hoàn thành tốt nhiệm vụ 55 đảng viên (76,3%).": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", 55, 76.3, None)
    ],
    "Có 300 hội viên đăng ký “Gia đình hiếu học”, bình xét lại 298 hộ đạt danh hiệu này.": [
        ("hộ", "hiếu học", 298, None, 300)
    ],
    "Tổng số chi bộ: 12.\nKết quả xếp loại: hoàn thành tốt nhiệm vụ 09, hoàn thành nhiệm vụ 03.": [
        ("chi bộ", "hoàn thành tốt nhiệm vụ", 9, None, 12),
        ("chi bộ", "hoàn thành nhiệm vụ", 3, None, 12),
    ],
    "Có 2.590/2.974 hộ đạt chuẩn văn hóa (87,09%),\ntrong đó 2.390 hộ văn hóa 3 năm liền (chiếm 80,36%).": [
        ("hộ", "văn hóa", 2590, 87.09, 2974),
        ("hộ", "văn hóa 3 năm liền", 2390, 80.36, 2974),
    ],
}

LISTS: dict[str, list[Row]] = {
    # a counted group with its levels in the bracket behind it
    "- Hội Phụ nữ: có 9 chi hội (xuất sắc 5, khá 4); 42 tổ (xuất sắc 30, khá 12).": [
        ("chi hội", "xuất sắc", 5, None, 9),
        ("chi hội", "khá", 4, None, 9),
        ("tổ", "xuất sắc", 30, None, 42),
        ("tổ", "khá", 12, None, 42),
    ],
    # the next line of a list has a number of its own
    "- Nông dân: 10 chi hội, trong đó: vững mạnh 8, khá 2.\n- Phụ nữ: có 9 chi hội, trong đó: xuất sắc 5, khá 4.": [
        ("chi hội", "vững mạnh", 8, None, 10),
        ("chi hội", "khá", 2, None, 10),
        ("chi hội", "xuất sắc", 5, None, 9),
        ("chi hội", "khá", 4, None, 9),
    ],
    # the same word on both sides of a comma is no group of two
    "Danh hiệu lớp: lớp xuất sắc 4 lớp, lớp tiên tiến 8/14 lớp.": [
        ("lớp", "xuất sắc", 4, None, 14),
        ("lớp", "tiên tiến", 8, None, 14),
    ],
    # a day that all know is a fraction behind a level
    "Đánh giá cơ sở hội: đạt loại Tốt 9/11, Khá 2/11.": [
        ("cơ sở hội", "tốt", 9, None, 11),
        ("cơ sở hội", "khá", 2, None, 11),
    ],
    "Có 22 công chức được đánh giá; trong đó: HTXSNV: 04 người, HTTNV: 18 người. Đối với người hoạt động không chuyên "
    "trách: 15/15 hoàn thành tốt nhiệm vụ.": [
        ("công chức", "htxsnv", 4, None, 22),
        ("công chức", "httnv", 18, None, 22),
        ("người hoạt động không chuyên trách", "hoàn thành tốt nhiệm vụ", 15, None, 15),
    ],
    "Công đoàn: vững mạnh xuất sắc 3/5 công đoàn cơ sở, còn lại đạt vững mạnh.": [
        ("công đoàn cơ sở", "vững mạnh xuất sắc", 3, None, 5)
    ],
    "Có 236/245 khu dân cư đạt chuẩn văn hóa; 9 khu dân cư không đạt chuẩn văn hóa.": [
        ("khu dân cư", "văn hóa", 236, None, 245),
        ("khu dân cư", "không đạt chuẩn văn hóa", 9, None, 245),
    ],
    "Chất lượng: Tiểu học: Hoàn thành tốt 48,2%, hoàn thành 51,1%, chưa hoàn thành 0,7%.": [
        ("học sinh", "hoàn thành tốt", None, 48.2, None),
        ("học sinh", "hoàn thành", None, 51.1, None),
        ("học sinh", "chưa hoàn thành", None, 0.7, None),
    ],
    # another trait has the same number at one level, and others at the rest
    "Năng lực: Tự quản: Tốt 310 em, Đạt 138 em, CCG 2 em. Hợp tác: Tốt 300 em; Đạt 148 em; CCG 2 em.": [
        ("học sinh", "tốt", 310, None, None),
        ("học sinh", "đạt", 138, None, None),
        ("học sinh", "ccg", 2, None, None),
        ("học sinh", "tốt", 300, None, None),
        ("học sinh", "đạt", 148, None, None),
        ("học sinh", "ccg", 2, None, None),
    ],
    "Đánh giá môn Toán: HTT 210/450 (46,7%), HT 238/450, CHT 2/450.": [
        ("học sinh", "htt", 210, 46.7, 450),
        ("học sinh", "ht", 238, None, 450),
        ("học sinh", "cht", 2, None, 450),
    ],
    "Hội thi cán bộ chi hội giỏi có 16 thí sinh.": [],
    "Có 21/24 cơ quan đạt chuẩn văn hóa; 96/102 khu dân cư (94,1%) và 45/50 hộ (90%) đạt danh hiệu văn hóa.": [
        ("cơ quan", "văn hóa", 21, None, 24),
        ("khu dân cư", "văn hóa", 96, 94.1, 102),
        ("hộ", "văn hóa", 45, 90, 50),
    ],
    "Học sinh giỏi chiếm 12,5%, tiên tiến 38%; học sinh giỏi cấp huyện 24 em.": [
        ("học sinh", "giỏi", None, 12.5, None),
        ("học sinh", "tiên tiến", None, 38, None),
    ],
    "Về học lực\n• Học sinh giỏi: 9.5% (290 HS)\n• Học sinh khá: 55.8% (1703 HS)\n• Học sinh yếu: 34.7% (1059 HS)": [
        ("học sinh", "giỏi", 290, 9.5, None),
        ("học sinh", "khá", 1703, 55.8, None),
        ("học sinh", "yếu", 1059, 34.7, None),
    ],
}
SUMS: dict[str, list[Row]] = {
    # how many there are, of whom the next number is a part: no level of theirs
    "Xã có 12 chi hội, 9 chi hội vững mạnh, 3 chi hội khá.": [
        ("chi hội", "vững mạnh", 9, None, 12),
        ("chi hội", "khá", 3, None, 12),
    ],
    # nor has a number of others in the clause before
    "Chi bộ có 37 đảng viên, chia làm 2 tổ, hằng năm chi bộ đều đạt hoàn thành tốt nhiệm vụ.": [],
    "Toàn trường có 25 lớp, 10 lớp tiên tiến.": [("lớp", "tiên tiến", 10, None, 25)],
    # those rated, whatever the percentages are shares of
    "Có 214/216 chi bộ làm xong kiểm điểm. 120 chi bộ đạt TSVM (55,6%); 80 chi bộ hoàn thành tốt nhiệm vụ; 14 khá.": [
        ("chi bộ", "tsvm", 120, 55.6, 214),
        ("chi bộ", "hoàn thành tốt nhiệm vụ", 80, None, 214),
        ("chi bộ", "khá", 14, None, 214),
    ],
    # a number of enrolled tells of the first title alone
    "Có 400 hộ đăng ký; 380 hộ đạt văn hóa, 90 hộ đạt thể thao.": [
        ("hộ", "văn hóa", 380, None, 400),
        ("hộ", "thể thao", 90, None, None),
    ],
    # a misprint that stands in real pages
    "Có 20 chi bộ đạt TSVM. Có 11 chi bộ thành nhiệm vụ, không có chi bộ yếu.": [
        ("chi bộ", "tsvm", 20, None, None),
        ("chi bộ", "thành nhiệm vụ", 11, None, None),
        ("chi bộ", "yếu", 0, None, None),
    ],
    "Trường có hơn 400 học sinh. Có 402 học sinh khá (chiếm 99,5%) và 2 học sinh yếu (chiếm 0,5%).": [
        ("học sinh", "khá", 402, 99.5, None),
        ("học sinh", "yếu", 2, 0.5, None),
    ],
    "Cả 32/32 cơ sở đảng được đánh giá. Kết quả: trong sạch vững mạnh 6 cơ sở; hoàn thành nhiệm vụ 25 cơ sở và "
    "1 chi bộ yếu kém.": [
        ("cơ sở đảng", "trong sạch vững mạnh", 6, None, 32),
        ("cơ sở đảng", "hoàn thành nhiệm vụ", 25, None, 32),
        ("chi bộ", "yếu kém", 1, None, 32),
    ],
}

RATED: dict[str, list[Row]] = {
    # the number rated is the first of an X/Y, or told before
    "Cả huyện có 340/345 chi bộ kiểm điểm, đánh giá. Sau đó, 204 chi bộ đạt vững mạnh; 136 chi bộ khá.": [
        ("chi bộ", "vững mạnh", 204, None, 340),
        ("chi bộ", "khá", 136, None, 340),
    ],
    "Tỉnh có 318 trong tổng số 330 tổ chức cơ sở đảng (TCCSĐ) của tỉnh qua đánh giá. Có 290 TCCSĐ hoàn thành tốt "
    "nhiệm vụ, đạt 91,2%, trong đó 23,8% xếp loại hoàn thành xuất sắc nhiệm vụ.": [
        ("tccsđ", "hoàn thành tốt nhiệm vụ", 290, 91.2, 318),
        ("tccsđ", "hoàn thành xuất sắc nhiệm vụ", None, 23.8, 318),
    ],
    "Đảng bộ có 8.200 đảng viên, trong đó 6.700 đảng viên dự đánh giá, xếp loại. Tỷ lệ đảng viên hoàn thành tốt nhiệm "
    "vụ chiếm 75,5%.": [("đảng viên", "hoàn thành tốt nhiệm vụ", None, 75.5, 6700)],
    "Nhiệm kỳ qua kết nạp 26 đảng viên mới; 84% đảng viên xếp loại hoàn thành tốt nhiệm vụ.": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", None, 84, None)
    ],
    # parts that come to what they are told of
    "Xã có 23/23 thôn đạt thôn văn hóa. Trong đó có 3 thôn mới lập; 15 thôn đạt mức tốt; 8 thôn đạt mức khá.": [
        ("thôn", "văn hóa", 23, None, 23),
        ("thôn", "tốt", 15, None, 23),
        ("thôn", "khá", 8, None, 23),
    ],
    "Tỉnh có 60 sản phẩm OCOP đạt từ 3 đến 5 sao. Trong đó có 2 sản phẩm đạt 5 sao, 8 sản phẩm đạt 4 sao và 50 sản "
    "phẩm đạt 3 sao.": [
        ("sản phẩm ocop", "3 đến 5 sao", 60, None, None),
        ("sản phẩm", "5 sao", 2, None, 60),
        ("sản phẩm", "4 sao", 8, None, 60),
        ("sản phẩm", "3 sao", 50, None, 60),
    ],
    "Có 20 sản phẩm mới (gồm 4 sản phẩm đạt 4 sao, 16 sản phẩm đạt 3 sao). Toàn tỉnh có 130 sản phẩm đạt OCOP cấp "
    "tỉnh, trong đó 24 sản phẩm đạt 4 sao và 106 sản phẩm đạt 3 sao.": [
        ("sản phẩm", "4 sao", 4, None, 20),
        ("sản phẩm", "3 sao", 16, None, 20),
        ("sản phẩm", "4 sao", 24, None, 130),
        ("sản phẩm", "3 sao", 106, None, 130),
    ],
    # bare levels are those of the bodies whose number they come to, not of the people named last
    "Xã đoàn có 12 chi đoàn, 245 ĐVTN; vững mạnh 6, khá 5, trung bình 1; giúp 28 đoàn viên.": [
        ("chi đoàn", "vững mạnh", 6, None, 12),
        ("chi đoàn", "khá", 5, None, 12),
        ("chi đoàn", "trung bình", 1, None, 12),
    ],
    "Hội có 9 chi hội với 312 hội viên, xếp loại: tốt 5, khá 3, yếu 2.": [
        ("hội viên", "tốt", 5, None, 312),
        ("hội viên", "khá", 3, None, 312),
        ("hội viên", "yếu", 2, None, 312),
    ],
    # pieces of a list share the level behind the last
    "Năm 2019 có 91,5% gia đình; 51,5% dòng họ và 81,8% xã đạt chuẩn văn hóa.": [
        ("gia đình", "văn hóa", None, 91.5, None),
        ("dòng họ", "văn hóa", None, 51.5, None),
        ("xã", "văn hóa", None, 81.8, None),
    ],
    "Huyện có 10/12 trường mầm non; 9/10 trường tiểu học và 8/9 trường THCS đạt tiên tiến.": [
        ("trường mầm non", "tiên tiến", 10, None, 12),
        ("trường tiểu học", "tiên tiến", 9, None, 10),
        ("trường thcs", "tiên tiến", 8, None, 9),
    ],
    "Giảm 2% hộ nghèo; 93% khu dân cư đạt chuẩn văn hóa.": [("khu dân cư", "văn hóa", None, 93, None)],
    "Tỉnh có 450 chi hội khuyến học và 12.000 hội viên khuyến học, đạt 36% dân số.": [],
}

WORDINGS: dict[str, list[Row]] = {
    # those exempted, newly taken in or inspected are not the number rated
    "Có 6.590 đảng viên được đánh giá, miễn đánh giá 138 đảng viên. Đảng viên hoàn thành tốt nhiệm vụ chiếm 75,5%.": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", None, 75.5, 6590)
    ],
    "Đảng bộ kết nạp được 43 đảng viên. 95% đảng viên hoàn thành tốt nhiệm vụ.": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", None, 95, None)
    ],
    # a level told again in other words opens a set of its own
    "Thị xã có 96 CĐCS. Kết quả: 31 CĐCS hoàn thành xuất sắc nhiệm vụ (32,3%); 58 CĐCS hoàn thành tốt nhiệm vụ (60,4%)."
    " Khối trường học có 24/61 CĐCS hoàn thành xuất sắc.": [
        ("cđcs", "hoàn thành xuất sắc nhiệm vụ", 31, 32.3, 96),
        ("cđcs", "hoàn thành tốt nhiệm vụ", 58, 60.4, 96),
        ("cđcs", "hoàn thành xuất sắc", 24, None, 61),
    ],
    # one misprint does not speak against the number rated
    "Huyện có 41 chi bộ. Kết quả: 24 chi bộ đạt trong sạch vững mạnh, chiếm gần 59%; hoàn thành tốt nhiệm vụ 15 chi bộ,"
    " tỷ lệ 36,6%, và 22 chi bộ hoàn thành nhiệm vụ, tỷ lệ 4,8%.": [
        ("chi bộ", "trong sạch vững mạnh", 24, 59, 41),
        ("chi bộ", "hoàn thành tốt nhiệm vụ", 15, 36.6, 41),
        ("chi bộ", "hoàn thành nhiệm vụ", 22, 4.8, 41),
    ],
    # a bare word that stands for no name has its total, too
    "Trường có 412 em, hoàn thành xuất sắc 118 em, hoàn thành tốt 155 em, hoàn thành 137 em, chưa hoàn thành 2 em.": [
        ("em", "hoàn thành xuất sắc", 118, None, 412),
        ("em", "hoàn thành tốt", 155, None, 412),
        ("em", "hoàn thành", 137, None, 412),
        ("em", "chưa hoàn thành", 2, None, 412),
    ],
    "6/6 chi hội có tổ tiết kiệm; xếp loại chi hội: 04 xuất sắc, 02 khá.": [
        ("chi hội", "xuất sắc", 4, None, 6),
        ("chi hội", "khá", 2, None, 6),
    ],
    "Có 19/19 liên đội mạnh trở lên, trong đó 05 liên đội mạnh cấp tỉnh, 14 liên đội mạnh cấp huyện.": [
        ("liên đội", "mạnh trở lên", 19, None, 19),
        ("liên đội", "mạnh cấp tỉnh", 5, None, 19),
        ("liên đội", "mạnh cấp huyện", 14, None, 19),
    ],
    # titles of emulation
    "Có 412 cán bộ, giáo viên đạt danh hiệu Lao động tiên tiến, 96 đồng chí đạt Chiến sĩ thi đua cơ sở; 21 tập thể "
    "được công nhận Tập thể lao động tiên tiến.": [
        ("cán bộ, giáo viên", "lao động tiên tiến", 412, None, None),
        ("cán bộ, giáo viên", "chiến sĩ thi đua cơ sở", 96, None, None),
        ("tập thể", "lao động tiên tiến", 21, None, None),
    ],
    "Cuối năm: Chiến sĩ thi đua cấp cơ sở: 05 đ/c (15%); Lao động tiên tiến: 33 đ/c.": [
        ("đ/c", "chiến sĩ thi đua cấp cơ sở", 5, 15, None),
        ("đ/c", "lao động tiên tiến", 33, None, None),
    ],
    # a word that a title begins with stands for no group named before
    "498/518 cộng đồng khóm, ấp đạt “Cộng đồng học tập”. Trong 540 đơn vị được chấm “Đơn vị học tập” có 486 đơn vị xếp "
    "loại tốt, 54 đơn vị xếp loại khá.": [
        ("cộng đồng", "học tập", 498, None, 518),
        ("đơn vị", "tốt", 486, None, 540),
        ("đơn vị", "khá", 54, None, 540),
    ],
    # communities are of places of a tier, titles are given by one
    "Có 11 cộng đồng học tập cấp phường (100%), 946 cộng đồng học tập tổ dân phố, 5 gia đình văn hóa cấp tỉnh.": [
        ("cộng đồng", "học tập", 11, 100, None),
        ("cộng đồng", "học tập", 946, None, None),
        ("gia đình", "văn hóa cấp tỉnh", 5, None, None),
    ],
    "Có 78 khu dân cư văn hóa. Có 47/94 đơn vị được công nhận lại đơn vị văn hóa.": [
        ("khu dân cư", "văn hóa", 78, None, None),
        ("đơn vị", "văn hóa", 47, None, 94),
    ],
    "Có 38 tổ chức cơ sở đảng: 36 tổ chức hoàn thành xuất sắc nhiệm vụ, 2 tổ chức hoàn thành nhiệm vụ.": [
        ("tổ chức cơ sở đảng", "hoàn thành xuất sắc nhiệm vụ", 36, None, 38),
        ("tổ chức cơ sở đảng", "hoàn thành nhiệm vụ", 2, None, 38),
    ],
    "Đạt 71,3% gia đình học tập; đơn vị học tập 42/45. Có 412/450 đội viên đạt Cháu ngoan Bác Hồ.": [
        ("gia đình", "học tập", None, 71.3, None),
        ("đơn vị", "học tập", 42, None, 45),
        ("đội viên", "cháu ngoan bác hồ", 412, None, 450),
    ],
    "Có 1.250 hộ đăng ký, bình xét đạt 986 hộ SXKD giỏi các cấp (cấp xã 952 hộ, cấp tỉnh 34 hộ).": [
        ("hộ", "sxkd giỏi", 986, None, 1250),
        ("hộ", "sxkd giỏi cấp xã", 952, None, 1250),
        ("hộ", "sxkd giỏi cấp tỉnh", 34, None, 1250),
    ],
    # people beside families share no title, what begins behind a semicolon is no share
    "Hội có 86 hội viên, 82 gia đình hội viên đạt tiêu chuẩn “Gia đình 5 không, 3 sạch”.": [
        ("gia đình hội viên", "5 không, 3 sạch", 82, None, None)
    ],
    "Số gia đình đạt “Gia đình thể thao” là 420 hộ; 35% dân số tập luyện thường xuyên.": [
        ("gia đình", "thể thao", 420, None, None)
    ],
    # the sum of levels is the number of a fuller name
    "Có 15 chi hội xếp loại xuất sắc, 06 chi hội loại khá, 2 chi hội trung bình.\n23 chi hội phụ nữ góp 164 triệu.": [
        ("chi hội", "xuất sắc", 15, None, 23),
        ("chi hội", "khá", 6, None, 23),
        ("chi hội", "trung bình", 2, None, 23),
    ],
    "Hội CCB hết hộ nghèo ở 16/137 xã, phường.\nCơ sở TSVM đạt 99,86% (trong đó TSVM xuất sắc đạt 38,5%).": [
        ("cơ sở", "tsvm", None, 99.86, None),
        ("cơ sở", "tsvm xuất sắc", None, 38.5, None),
    ],
    "Có 3 cá nhân đạt chiến sĩ thi đua toàn quốc. Huyện đề nghị tỉnh công nhận 27 cơ quan văn hóa cấp tỉnh.": [
        ("cá nhân", "chiến sĩ thi đua toàn quốc", 3, None, None)
    ],
    "Phân tích hội viên: xuất sắc 210, hoàn thành tốt 480, hoàn thành 35.": [
        ("hội viên", "xuất sắc", 210, None, None),
        ("hội viên", "hoàn thành tốt", 480, None, None),
        ("hội viên", "hoàn thành", 35, None, None),
    ],
    # where they are is not who they are
    "Ban công tác Mặt trận ở KDC được phân loại: tốt 812, khá 259, không có ban yếu.": [
        ("ban công tác mặt trận", "tốt", 812, None, None),
        ("ban công tác mặt trận", "khá", 259, None, None),
        ("ban công tác mặt trận", "yếu", 0, None, None),
    ],
    "Xã công nhận hơn 41.400 hộ “Gia đình văn hóa”; 25 trạm y tế có 23 trạm xuất sắc, 2 trạm khá.": [
        ("hộ", "văn hóa", 41400, None, None),
        ("trạm y tế", "xuất sắc", 23, None, 25),
        ("trạm y tế", "khá", 2, None, 25),
    ],
    # those who are given something, and those who only have what is good
    "Hội được khen thưởng có 2 chi bộ hoàn thành xuất sắc nhiệm vụ; thưởng 100 giáo viên, học sinh xuất sắc.": [],
    "Có 9 gia đình hoàn thành xuất sắc phong trào “Toàn dân xây dựng đời sống văn hóa 2023” được khen thưởng.": [],
    "Hội củng cố 16 tổ hội (tổ hội yếu kém trong xã không còn). Giải thể 5 tổ yếu kém.": [
        ("tổ hội", "yếu kém", 0, None, None)
    ],
    "Có 12 đảng viên hoàn thành xuất sắc nhiệm vụ, trong đó 4 đảng viên được tặng bằng khen.": [
        ("đảng viên", "hoàn thành xuất sắc nhiệm vụ", 12, None, None)
    ],
    "Giữ tốt 5 tổ vay vốn. Thầy cô có học sinh giỏi: 08 người x 250.000đ. Có 115/151 gia đình CCB khá giàu.": [],
    # the office behind a title belongs to the level
    "Xã có 3.837 hộ đạt danh hiệu sản xuất, kinh doanh giỏi các cấp, gồm: cấp Trung ương 12 hộ, cấp huyện 583 hộ.": [
        ("hộ", "sản xuất, kinh doanh giỏi", 3837, None, None),
        ("hộ", "sản xuất, kinh doanh giỏi cấp trung ương", 12, None, 3837),
        ("hộ", "sản xuất, kinh doanh giỏi cấp huyện", 583, None, 3837),
    ],
    "Có 4/4 cơ quan đạt chuẩn văn hóa cấp tỉnh; 167 cơ quan văn hóa cấp huyện; 12 gia đình hiếu học cấp xã.": [
        ("cơ quan", "văn hóa cấp tỉnh", 4, None, 4),
        ("cơ quan", "văn hóa cấp huyện", 167, None, None),
        ("gia đình", "hiếu học cấp xã", 12, None, None),
    ],
    "Có 30 hộ làm kinh tế giỏi cấp tỉnh, 5 hộ cấp trung ương; cơ quan văn hóa cấp huyện 16 cơ quan.": [
        ("hộ", "làm kinh tế giỏi cấp tỉnh", 30, None, None),
        ("hộ", "làm kinh tế giỏi cấp trung ương", 5, None, None),
        ("cơ quan", "văn hóa cấp huyện", 16, None, None),
    ],
    "Phong trào “Giỏi việc nước, đảm việc nhà”: 2.411/2.870 nữ đoàn viên đạt danh hiệu cấp cơ sở.": [],
    "Hội phát động phong trào nông dân sản xuất kinh doanh giỏi bằng 98 buổi họp dân.": [],
    "Năm qua có 136.632 hộ đạt danh hiệu sản xuất kinh doanh giỏi, gồm 161 hộ cấp Trung ương, 136.471 hộ cấp xã.": [
        ("hộ", "sản xuất kinh doanh giỏi", 136632, None, None),
        ("hộ", "sản xuất kinh doanh giỏi cấp trung ương", 161, None, 136632),
        ("hộ", "sản xuất kinh doanh giỏi cấp xã", 136471, None, 136632),
    ],
    "Xã có 17 hộ sản xuất kinh doanh giỏi cấp tỉnh, 95 hộ cấp huyện.": [
        ("hộ", "sản xuất kinh doanh giỏi cấp tỉnh", 17, None, None),
        ("hộ", "sản xuất kinh doanh giỏi cấp huyện", 95, None, None),
    ],
    # a yearly number is not the number rated
    "Mỗi năm 62.800 hộ/năm giỏi. Có 296 hộ đạt danh hiệu sản xuất kinh doanh giỏi cấp tỉnh, 3.600 hộ đạt cấp xã.": [
        ("hộ", "sản xuất kinh doanh giỏi cấp tỉnh", 296, None, None),
        ("hộ", "sản xuất kinh doanh giỏi cấp xã", 3600, None, None),
    ],
    # a percentage with its group again
    "Huyện có 34.700 hộ/38.700 hộ, đạt 89,6% hộ được công nhận gia đình văn hóa.": [
        ("hộ", "văn hóa", 34700, 89.6, 38700)
    ],
    # what a title says again by another name
    "490 hội viên nông dân đạt danh hiệu sản xuất kinh doanh giỏi\nCó 490 hộ gia đình sản xuất kinh doanh giỏi.": [
        ("hộ gia đình", "sản xuất kinh doanh giỏi", 490, None, None)
    ],
    # "tổ" is short for "tổ phụ nữ", never for "tổ chức hội"
    "Có 9 chi hội, 58 tổ phụ nữ.\nTổ chức hội: có 7 chi hội xuất sắc, 2 chi hội khá; 48 tổ vững mạnh, 10 tổ khá.": [
        ("chi hội", "xuất sắc", 7, None, 9),
        ("chi hội", "khá", 2, None, 9),
        ("tổ phụ nữ", "vững mạnh", 48, None, 58),
        ("tổ phụ nữ", "khá", 10, None, 58),
    ],
    # of those who passed
    "Có 642 học sinh.\n140/142 học sinh tốt nghiệp THCS, trong đó loại giỏi 33 em, khá 60 em, trung bình 47 em.": [
        ("học sinh", "giỏi", 33, None, 140),
        ("học sinh", "khá", 60, None, 140),
        ("học sinh", "trung bình", 47, None, 140),
    ],
    "Huyện có 4.520 đoàn viên. Có 3.950 đoàn viên công đoàn xuất sắc (87,4%).": [
        ("đoàn viên công đoàn", "xuất sắc", 3950, 87.4, 4520)
    ],
    # what they had enrolled for
    "Có 860 hộ đăng ký SXKD giỏi, xét công nhận 610 hộ.": [("hộ", "sxkd giỏi", 610, None, 860)],
    # contests
    "Hội thi có 1 em đạt xuất sắc, 4 em đạt giải nhất.": [],
    "Có 34 giáo viên được công nhận Lao động tiên tiến, tỉ lệ 59,6%.": [
        ("giáo viên", "lao động tiên tiến", 34, 59.6, None)
    ],
    "Trường có 16 sáng kiến, trong đó có 2 sáng kiến xếp loại A, 5 sáng kiến xếp loại B và 9 sáng kiến xếp loại C.": [
        ("sáng kiến", "a", 2, None, 16),
        ("sáng kiến", "b", 5, None, 16),
        ("sáng kiến", "c", 9, None, 16),
    ],
    # a group and a colon before a title
    "- Hội viên: gương mẫu 610/640 hội viên = 95,3%; hội viên nghèo còn 4.": [
        ("hội viên", "gương mẫu", 610, 95.3, 640)
    ],
    "Hội viên: gương mẫu 5.": [],
    # two titles, the second with a group of its own
    "90% thôn đạt văn hóa, gia đình văn hóa 82%.": [
        ("thôn", "văn hóa", None, 90, None),
        ("gia đình", "văn hóa", None, 82, None),
    ],
    # two X/Y share a title, one with its percentage
    "36/40 thôn, bản (90%) và 4.100/4.700 hộ đạt danh hiệu văn hóa.": [
        ("thôn, bản", "văn hóa", 36, 90, 40),
        ("hộ", "văn hóa", 4100, None, 4700),
    ],
    # nobody has either of two levels
    "Có 12 chi bộ hoàn thành nhiệm vụ, không có chi bộ yếu, kém.": [
        ("chi bộ", "hoàn thành nhiệm vụ", 12, None, None),
        ("chi bộ", "yếu", 0, None, None),
        ("chi bộ", "kém", 0, None, None),
    ],
    "Học sinh có học lực khá 35%, yếu, kém 4,6%.": [
        ("học sinh", "khá", None, 35, None),
        ("học sinh", "yếu, kém", None, 4.6, None),
    ],
    # what a model is called
    "Dựng 1 mô hình “Khu dân cư không ma túy” tại thôn.": [],
    # pupils of a school, of a tier
    "Trường THCS có 96 em học lực giỏi, 87 em khá.": [
        ("học sinh", "giỏi", 96, None, None),
        ("học sinh", "khá", 87, None, None),
    ],
    "Bậc THCS có 96 em học lực giỏi, 87 em khá.": [
        ("học sinh thcs", "giỏi", 96, None, None),
        ("học sinh thcs", "khá", 87, None, None),
    ],
    # one branch alone was named before
    "Làm đường ở chi hội phụ nữ số 8. Bình xét có 7/8 chi hội xuất sắc, 1 chi hội khá.": [
        ("chi hội", "xuất sắc", 7, None, 8),
        ("chi hội", "khá", 1, None, 8),
    ],
    # two titles that come to all
    "Có 27/31 trường đạt tập thể lao động tiên tiến, 4 trường đạt tập thể lao động xuất sắc.": [
        ("trường", "lao động tiên tiến", 27, None, 31),
        ("trường", "lao động xuất sắc", 4, None, 31),
    ],
    # a share tells of which number it is, and so does the name of its base, right or wrong
    "Đánh giá đã xong ở 662 trong tổng số 686 tổ chức cơ sở đảng.\nNay 604 TCCSĐ hoàn thành tốt nhiệm vụ (91,2%).": [
        ("tccsđ", "hoàn thành tốt nhiệm vụ", 604, 91.2, 662),
    ],
    "Có 3.999 hộ đăng ký.\nNay 3.853 hộ văn hóa, đạt 96,91% so với số hộ đã đăng ký; gồm 667 hộ văn hóa 3 năm liền.": [
        ("hộ", "văn hóa", 3853, 96.91, 3999),
        ("hộ", "văn hóa 3 năm liền", 667, None, None),
    ],
    "Xã có 2.172/2.225 hộ đăng ký văn hóa. Nay 2.135 hộ đạt gia đình văn hóa, bằng 98% tổng số hộ đăng ký.": [
        ("hộ", "văn hóa", 2135, 98.0, 2172),
    ],
    "Có 2.718/2.974 hộ đăng ký.\nNay 2.706 hộ văn hóa, đạt 99,55%.": [("hộ", "văn hóa", 2706, 99.55, None)],
    # two bodies of one name
    "12 hội khuyến học cơ sở và hội khuyến học huyện quyên góp được 700 triệu đồng.": [],
    # fewer than were rated
    "Tới nay 6 xã làm đường. Chính quyền có 5 xã vững mạnh, 3 xã khá.": [
        ("xã", "vững mạnh", 5, None, None),
        ("xã", "khá", 3, None, None),
    ],
}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        *TOTALS.items(),
        *LISTS.items(),
        *SUMS.items(),
        *RATED.items(),
        *WORDINGS.items(),
    ],
)
def test_rows(text: str, rows: list[Row], knowledge: Knowledge) -> None:
    assert rating_rows(text, knowledge) == rows
