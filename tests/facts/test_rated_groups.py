"""Whom ratings are of: pupils by their marks, places, schools, and those who only stand beside a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rating_rows import rating_rows

if TYPE_CHECKING:
    from rating_rows import Row

    from extract.pipeline import Knowledge

MARKS: dict[str, list[Row]] = {
    "Trường có 75/76 HS có học lực khá, giỏi, chiếm 98,7%. Có 3 HS có học lực trung bình được tặng quà.": [
        ("hs", "khá, giỏi", 75, 98.7, 76)
    ],
    "Có 62 em học lực giỏi, 30 em khá, không có em yếu. Về hạnh kiểm, 90 em loại tốt, 2 em loại khá.": [
        ("học sinh", "giỏi", 62, None, None),
        ("học sinh", "khá", 30, None, None),
        ("học sinh", "yếu", 0, None, None),
        ("học sinh", "tốt", 90, None, None),
        ("học sinh", "khá", 2, None, None),
    ],
    "Trường có 500 học sinh. Phẩm chất: Tốt 350/500 đạt 70%; Đạt 148/500 đạt 29,6%; Cần cố gắng 2/500 đạt 0,4%.": [
        ("học sinh", "tốt", 350, 70, 500),
        ("học sinh", "đạt", 148, 29.6, 500),
        ("học sinh", "cần cố gắng", 2, 0.4, 500),
    ],
    "Kết quả học tập của học sinh: Tốt 85 em, đạt 20,6%; Khá 160 em, đạt 38,8%; Đạt 150 em, đạt 36,4%.": [
        ("học sinh", "tốt", 85, 20.6, None),
        ("học sinh", "khá", 160, 38.8, None),
        ("học sinh", "đạt", 150, 36.4, None),
    ],
    "Môn Toán của học sinh: HTT 210 em, HT 250 em, CHT 5 em.": [
        ("học sinh", "htt", 210, None, None),
        ("học sinh", "ht", 250, None, None),
        ("học sinh", "cht", 5, None, None),
    ],
    "Tỉnh có 175 sản phẩm được đánh giá đạt chuẩn OCOP 3 sao và 4 sao.": [
        ("sản phẩm", "3 sao và 4 sao", 175, None, None)
    ],
}
PLACES: dict[str, list[Row]] = {
    "Số hộ của xã đạt gia đình văn hóa là 25 hộ. Tỷ lệ hộ dân trong xã đạt gia đình văn hóa là 95%.": [
        ("hộ", "văn hóa", 25, None, None),
        ("hộ dân", "văn hóa", None, 95, None),
    ],
    "Tỷ lệ đảng viên ở các chi bộ thôn hoàn thành tốt nhiệm vụ đạt 90%.": [
        ("đảng viên", "hoàn thành tốt nhiệm vụ", None, 90, None)
    ],
    "Đối với các sở, ban, ngành cấp tỉnh có 21 đơn vị, trong đó 4 đơn vị loại xuất sắc, 17 đơn vị loại tốt. "
    "Đối với UBND cấp huyện, có 2/9 đơn vị loại xuất sắc, 7/9 đơn vị loại tốt.": [
        ("sở, ban, ngành cấp tỉnh", "xuất sắc", 4, None, 21),
        ("sở, ban, ngành cấp tỉnh", "tốt", 17, None, 21),
        ("ubnd cấp huyện", "xuất sắc", 2, None, 9),
        ("ubnd cấp huyện", "tốt", 7, None, 9),
    ],
    "Có 98% hộ đạt gia đình văn hóa, 100% ấp văn hóa, xã đạt chuẩn văn hóa nông thôn mới.": [
        ("hộ", "văn hóa", None, 98, None),
        ("ấp", "văn hóa", None, 100, None),
    ],
    "Huyện công nhận 3 thôn An Hòa (xã Tân Lập), Phú Thọ và Bình Minh (xã Long Hòa) đạt danh hiệu làng văn hóa.": [
        ("thôn", "văn hóa", 3, None, None)
    ],
    "Có 3 thôn làm đường hoa dọc theo các ngõ, trồng thêm cây, nhiều nhà được công nhận danh hiệu văn hóa.": [],
}
SCHOOLS: dict[str, list[Row]] = {
    # a national standard is none: of it a figure tells
    "Tỉnh có 485 trường đạt chuẩn quốc gia. Số trường đạt chuẩn quốc gia ở mầm non là 141 (51,8%), tiểu học 206.": [],
    "Bậc THCS có 13/17 trường đạt CQG; trong đó có 5 trường đạt CQG mức độ 2. 3/3 trường được công nhận mức độ 1.": [],
    "Có 163/171 xã đạt chuẩn quốc gia về y tế; 17 trạm y tế đạt chuẩn.": [],
    "Có 3/3 trường đạt chuẩn quốc gia, 100% giáo viên có trình độ đạt chuẩn, 60% giáo viên trên chuẩn.": [],
    "Bậc THCS có 13/17 trường đạt tiên tiến; trong đó có 5 trường tiên tiến xuất sắc.": [
        ("trường thcs", "tiên tiến", 13, None, 17),
        ("trường thcs", "tiên tiến xuất sắc", 5, None, 17),
    ],
}

NEIGHBOURS: dict[str, list[Row]] = {
    "Học bổng Hoa Sen đợt này đến với 60 sinh viên nghèo xếp loại giỏi của năm học 2015-2016.": [],
    "Huyện khen thưởng 2 tập thể, 5 chi bộ trực thuộc đạt danh hiệu trong sạch vững mạnh tiêu biểu.": [],
    "Huyện khen thưởng 2 tập thể; có 5 chi bộ đạt danh hiệu trong sạch vững mạnh.": [
        ("chi bộ", "trong sạch vững mạnh", 5, None, None)
    ],
    "Nhiệm kỳ qua kết nạp được 19 đảng viên, tổ chức cơ sở đảng TSVM đạt tỷ lệ 100%.": [
        ("tổ chức cơ sở đảng", "tsvm", None, 100, None)
    ],
    "Qua đánh giá, 25 chi bộ, đảng viên hoàn thành tốt nhiệm vụ.": [
        ("chi bộ, đảng viên", "hoàn thành tốt nhiệm vụ", 25, None, None)
    ],
    "Có 15 chi bộ tự xếp loại hoàn thành xuất sắc nhiệm vụ. Đảng ủy công nhận 5 chi bộ xuất sắc.": [
        ("chi bộ", "hoàn thành xuất sắc nhiệm vụ", 15, None, None),
        ("chi bộ", "xuất sắc", 5, None, None),
    ],
    "Có 40/60 chi hội xuất sắc, 20 chi hội khá, chi hội trung bình thì không còn.": [
        ("chi hội", "xuất sắc", 40, None, 60),
        ("chi hội", "khá", 20, None, 60),
        ("chi hội", "trung bình", 0, None, 60),
    ],
    "Có 400 hộ đăng ký gia đình văn hóa, cuối năm bình xét có 380/400 hộ, đạt 95%.": [("hộ", "văn hóa", 380, 95, 400)],
    "41 đơn vị được công nhận an toàn về an ninh, trật tự\n"
    "Tỉnh có 41 cơ quan, doanh nghiệp đạt tiêu chuẩn an toàn về an ninh, trật tự.": [
        ("cơ quan, doanh nghiệp", "an toàn về an ninh, trật tự", 41, None, None)
    ],
}
TRAINED: dict[str, list[Row]] = {
    "Huấn luyện dân quân 120 đồng chí, kết quả 100% đạt yêu cầu, 82,5% khá, giỏi.": [
        ("dân quân", "đạt yêu cầu", None, 100, 120),
        ("dân quân", "khá, giỏi", None, 82.5, 120),
    ],
    "100% chiến sĩ tự vệ tham gia huấn luyện đạt yêu cầu, trong đó loại giỏi đạt trên 60%, khá trên 31%.": [
        ("chiến sĩ tự vệ", "đạt yêu cầu", None, 100, None),
        ("chiến sĩ tự vệ", "giỏi", None, 60, None),
        ("chiến sĩ tự vệ", "khá", None, 31, None),
    ],
    "Kiểm tra 20 mẫu thực phẩm của 6 cơ sở giáo dục, 100% đạt yêu cầu.": [],
}


@pytest.mark.parametrize(
    ("text", "rows"),
    [*MARKS.items(), *PLACES.items(), *SCHOOLS.items(), *NEIGHBOURS.items(), *TRAINED.items()],
)
def test_rows(text: str, rows: list[Row], knowledge: Knowledge) -> None:
    assert rating_rows(text, knowledge) == rows
