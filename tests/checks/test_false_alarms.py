"""Figures that seem to break a relation and do not state it; beside them the misprints that are alike."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def outcomes(text: str, kind: str) -> list[str]:
    return [check.outcome for check in read_text(text).checks if check.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # what a cell tells in words is not of the figures of the cells before it
        (
            (
                "Nguồn thu\tThực hiện (tỷ đồng)\tSo dự toán (%)\tSo cùng kỳ\nThu nội địa\t8.120\t26\tbằng 84,3%\n"
                "Thu dầu thô\t6.055\t31,5\tbằng 79,6%\nTổng thu\t14.175\t28\tgiảm 17%"
            ),
            "plan_ratio",
            [],
        ),
        # what is within those rated before is no level beside them
        (
            "Kết quả có 21/21 chi hội đạt vững mạnh, trong số ấy có 8 chi hội đạt vững mạnh xuất sắc.",
            "ratings_sum",
            [],
        ),
        # classes of percentages are no shares
        ("Có 13/53 chỉ tiêu đạt 100% trở lên, 12/53 chỉ tiêu đạt 60% trở lên.", "percent_of", []),
        ("Có 50/53 chỉ tiêu đạt, chiếm 64,3%.", "percent_of", ["disagrees"]),
        # interest a year is no share of what is paid a day for a million
        ("Vay nóng với lãi suất 40 nghìn đồng / 1 triệu / ngày ( tương đương 1.460 % / năm ).", "plan_ratio", []),
        # what each gets is no total of what each gets of another kind
        ("Hội giúp 2 hộ (mỗi hộ nhận 60 con gà giống và 120 cây keo), trị giá 6 triệu đồng.", "count_times_each", []),
        # a total that its own price makes is no sum of amounts before
        (
            (
                "Hội trao 8 suất học bổng với số tiền 4 triệu đồng. Khui heo đất được 8 triệu đồng; giúp 4 chị, mỗi "
                "chị 3 triệu đồng với tổng số tiền 12 triệu đồng."
            ),
            "parts_sum",
            [],
        ),
        # an amount of one digit, paragraphs away from number and price
        (
            "Đoàn trao 5 suất học bổng, mỗi suất 10 triệu đồng.\nCông ty tặng Hội Khuyến học huyện 50 triệu đồng.",
            "count_times_each",
            [],
        ),
        # the contents of gifts are no parts of their number
        ("Hội trao 30 phần quà. Gồm 20 gói mì, 10 hộp sữa.", "parts_sum", []),
        # so much for each of two
        (
            (
                "Đã tặng 255 suất quà, trong đó xã Phú Hòa 20 suất, xã Phú An 40 suất, xã Phú Mỹ 40 suất, xã Tân Hòa "
                "và xã Tân An mỗi xã 50 suất; người uy tín 5 suất. 50 suất quà còn lại để lại huyện."
            ),
            "parts_sum",
            ["unchecked"],
        ),
        # groups of crops have more than the two that are named
        ("Cây có dầu 348 ha, giảm 17% (trong đó: đậu nành 52 ha, đậu phộng 291 ha).", "parts_sum", []),
        ("Cây có dầu 348 ha (gồm: đậu nành 52 ha, đậu phộng 291 ha).", "parts_sum", ["disagrees"]),
        # groups told apart in two ways overlap, a list that is full holds all that "trong đó" divides again
        (
            "Có 191 hội viên, trong đó có 112 hội viên nữ, 45 hội viên là đảng viên, 36 hội viên dân tộc thiểu số.",
            "parts_sum",
            ["unchecked"],
        ),
        (
            "Có 191 hội viên, trong đó có 112 hội viên thôn Đoài, 45 hội viên thôn Đông, 36 hội viên thôn Trung.",
            "parts_sum",
            ["disagrees"],
        ),
        ("Cả nước có 4.352 giáo viên, gồm 3.120 giáo viên nữ, 1.242 giáo viên trình độ thạc sĩ.", "parts_sum", []),
        ("Cả nước có 4.352 giáo viên, gồm 3.120 giáo viên nữ, 1.242 giáo viên nam.", "parts_sum", ["disagrees"]),
        (
            (
                "Hội trao 593 suất quà, gồm 425 suất cho hộ nghèo, 168 suất cho hộ cận nghèo, trong đó 65 suất cho "
                "người cao tuổi và 193 suất cho trẻ em mồ côi."
            ),
            "parts_sum",
            ["agrees"],
        ),
        (
            (
                "Đàn gia súc có 209 con, gồm 53 con trâu, 44 con bò, 112 con lợn, trong đó có 31 con lợn nái, "
                "81 con lợn thịt."
            ),
            "parts_sum",
            ["agrees", "agrees"],
        ),
        (
            "Trường có 351 học sinh (nữ 173 em), gồm 67 em khối 6, 46 em khối 7, 238 em khối 8.",
            "parts_sum",
            ["agrees"],
        ),
        (
            "5.430 con, gồm trâu 1.230 con, bò 2.200 con, lợn 2.000 con, trong đó bò sữa 320 con, bò thịt 1.880 con.",
            "parts_sum",
            ["agrees", "agrees"],
        ),
        # what a title sums up
        (
            (
                "Trao 1.350 suất học bổng cho học sinh\nHội trao thưởng học bổng năm 2022.\n"
                "Hội trao 1.320 suất học bổng, mỗi suất 500.000 đồng, và 30 suất học bổng bằng xe đạp."
            ),
            "retold",
            [],
        ),
        # a percentage multiplies by its hundredth
        ("Lương hưu của cô là 2.150.000 x 65% = 1.397.500 đồng.", "count_times_each", ["agrees"]),
        ("Lương hưu của cô là 2.150.000 x 65% = 1.937.500 đồng.", "count_times_each", ["disagrees"]),
        # an amount in words that goes on behind what was read of it
        (
            (
                "Giá trúng thầu 2.415.036.200.000 đồng (Bằng chữ: Hai nghìn bốn trăm mười lăm tỷ, không trăm "
                "ba mươi sáu triệu hai trăm nghìn đồng)."
            ),
            "words_equal_digits",
            [],
        ),
        ("Quỹ chi 68.500.000 đồng (Tám mươi sáu triệu năm trăm nghìn đồng chẵn).", "words_equal_digits", ["disagrees"]),
        # what was before stands behind the change
        (
            (
                "Xe nhỏ 135.000 đồng/lượt (nay thu 110.000 đồng/lượt), xe lớn 205.000 đồng, tăng thêm 35.000 đồng "
                "so với mức cũ là 170.000 đồng/lượt."
            ),
            "difference",
            ["agrees"],
        ),
        (
            "Xe nhỏ nay thu 110.000 đồng/lượt, xe lớn 205.000 đồng, tăng thêm 85.000 đồng so với giá hồi đầu năm.",
            "difference",
            [],
        ),
        # what came out of a change is none
        ("Vé chỉ giảm từ 40.000 đồng xuống 35.000 đồng, không như đã hứa là giảm còn 25.000 đồng.", "difference", []),
        ("Tiền công từ 6,5 triệu đồng lên 9,5 triệu đồng, tăng 3,5 triệu đồng.", "difference", ["disagrees"]),
        # a rate a day, and a year
        ("Họ cho vay với lãi 3 nghìn đồng/1 triệu/ngày (tương đương 109,5%/năm).", "percent_of", []),
        # a round measure
        (
            "Có 330 tấn cá của 16 hộ chết. Trong đó, xã A có 11 hộ với 257 tấn, 5 hộ xã B với 80 tấn.",
            "parts_sum",
            ["agrees"],
        ),
        ("Có 331 tấn cá chết. Trong đó, xã A chết 257 tấn, xã B chết 84 tấn.", "parts_sum", ["disagrees"]),
        # one of two numbers, not both
        (
            "Dân nói đất rộng 106 ha (có đơn ghi 96 ha).\nCụ thể, hồ sơ của xã không có khu nào rộng 59 ha hoặc 49 ha.",
            "parts_sum",
            [],
        ),
        # what stands behind the bracket that takes a whole apart
        (
            "Hội tư vấn 10.440 vụ (trong đó miễn phí 7.310 vụ); phối hợp với các ngành tư vấn 6.520 vụ miễn phí.",
            "parts_sum",
            [],
        ),
        # by how much something has grown is no part of it
        (
            "Xảy ra 12.304 vụ. Trong đó, đường bộ xảy ra 12.273 vụ; đường thủy xảy ra 27 vụ, tăng 4 vụ so với cùng kỳ.",
            "parts_sum",
            ["unchecked"],
        ),
        ("Trao 150 suất quà, trong đó hội trao 120 suất, người tốt bụng trao thêm 30 suất.", "parts_sum", ["agrees"]),
        # estimates of estimates
        ("Xảy ra hơn 12.300 vụ, trong đó đường bộ hơn 12.200 vụ, đường thủy 27 vụ.", "parts_sum", ["unchecked"]),
        ("Xảy ra hơn 12.300 vụ, trong đó đường bộ hơn 12.200 vụ, đường thủy 100 vụ.", "parts_sum", ["agrees"]),
        (
            "Quỹ có trên 57 tỷ đồng, gồm: tỉnh hơn 21 tỷ đồng, huyện hơn 24 tỷ đồng, xã hơn 8 tỷ đồng, dân 3 tỷ đồng.",
            "parts_sum",
            ["agrees"],
        ),
        # a rough total that holds more than what is told with a price
        (
            "Đoàn tặng 200 phần quà trị giá 200.000 đồng/phần cho hộ nghèo với tổng kinh phí trên 70 triệu đồng.",
            "count_times_each",
            ["unchecked"],
        ),
        (
            (
                "Có gần 3.600 hộ đạt danh hiệu sản xuất kinh doanh giỏi cấp tỉnh, hơn 16.800 hộ đạt cấp huyện, 42.200 "
                "hộ đạt cấp xã trong tổng số 62.800 hộ."
            ),
            "ratings_sum",
            ["unchecked"],
        ),
        # places things are told of in
        (
            "Quỹ trao 145 suất, trong đó 85 suất cho học sinh của 15 xã, 45 suất cho sinh viên.",
            "parts_sum",
            [],
        ),
        ("Quỹ thăm 45 đơn vị, gồm 15 xã, 10 phường và 20 trường.", "parts_sum", ["agrees"]),
        # the beginning of a list that comes to a number farther off
        (
            "Huyện trao 130 suất quà và 300 suất học bổng, trong đó xã A 60 suất, xã B 70 suất, xã C 50 suất.",
            "parts_sum",
            ["unchecked"],
        ),
        # full lists that lack a little
        (
            "Có 350 triệu đồng, gồm Mặt trận góp 120 triệu đồng, Phụ nữ 100 triệu đồng, Thanh niên 115 triệu đồng.",
            "parts_sum",
            ["disagrees"],
        ),
        (
            "Đảng bộ có 152 đảng viên: ấp 1 có 52 đảng viên, ấp 2 có 50 đảng viên, ấp 3 có 48 đảng viên.",
            "parts_sum",
            ["disagrees"],
        ),
        (
            "Đàn gia súc có 12.500 con, gồm trâu 2.100 con, bò 5.200 con, lợn 4.300 con, dê.",
            "parts_sum",
            [],
        ),
        (
            "Quỹ thu 350 triệu đồng, gồm tỉnh 200 triệu đồng, xã 100 triệu đồng, dân 30 triệu đồng. Còn lại là lãi.",
            "parts_sum",
            [],
        ),
        ("Có 152 hộ nhận quà (trong đó 52 hộ nghèo, 80 hộ cận nghèo, 15 hộ khó khăn).", "parts_sum", ["unchecked"]),
        (
            "Có 152 hộ nhận quà, gồm 52 hộ nghèo, 80 hộ cận nghèo, 15 hộ khó khăn và một số hộ khác.",
            "parts_sum",
            ["unchecked"],
        ),
        # learning and conduct of the same pupils
        (
            "Có 752/760 HS có học lực khá, giỏi, trong đó loại giỏi có 480 học sinh, có 750/760 HS hạnh kiểm tốt.",
            "ratings_sum",
            ["unchecked"],
        ),
        # what was done by kinds, in the bracket behind its plan
        (
            "Các huyện đã trồng được 122.539 cây, đạt 46% kế hoạch đăng ký (49.638 cây lấy gỗ; 72.900 cây ăn quả).",
            "plan_ratio",
            [],
        ),
        # the word for a plan ends the sentence before
        (
            (
                "Thu ngân sách tháng 5 được 420 tỷ đồng, bằng 75,2% dự toán tỉnh giao. "
                "Phần thu nội địa được 212 tỷ đồng, lũy kế 1.450 tỷ đồng, đạt 48,3% dự toán."
            ),
            "plan_ratio",
            [],
        ),
        ("Kế hoạch giao 270 ha, đã trồng 236 ha, đạt 78,4%.", "plan_ratio", ["disagrees"]),
        # one relation, told once
        ("Tỷ lệ hộ gia đình văn hóa đạt 85,6% (6.420/7.500 hộ).", "percent_of", ["agrees"]),
        (
            (
                "Thu 15.245 triệu đồng, trong đó: thuế 9.800 triệu đồng, phí 1.245 triệu đồng, đất 4.200 triệu đồng. "
                "Chi 14.800 triệu đồng. Kết dư 445 triệu đồng."
            ),
            "balance",
            [],
        ),
        # members of one body among those who may be
        ("Huyện có 25.400 hội viên/29.800 phụ nữ, đạt 85,2%.", "percent_of", ["agrees"]),
        ("Huyện có 25.400 hội viên/29.800 phụ nữ, đạt 58,2%.", "percent_of", []),
        # what only looks like the number of a place
        ("Tặng 245 phần quà, trong đó quà tỉnh 150 suất, quà xã 60 suất, quà phường 35 suất.", "parts_sum", ["agrees"]),
        ("Có 15 người đi làm việc ở nước ngoài (Nhật Bản 8, Đài Loan 5, Hàn Quốc 2).", "parts_sum", ["agrees"]),
        # a change in the bracket behind it
        ("Tội phạm đã giảm rõ rệt, giảm 5,83% (3.389/3.599 vụ).", "percent_of", []),
        ("Tội phạm đã giảm rõ rệt, giảm 5,83% (3.389/3.599 vụ).", "plan_ratio", ["agrees"]),
        # shares of what is told roughly, farther off
        ("Có hơn 3.000 học sinh.\n- Khá: 56,2% (1.720 học sinh)\n- Tốt: 74,3% (2.274 học sinh)", "percent_of", []),
    ],
)
def test_outcomes(text: str, kind: str, found: list[str]) -> None:
    assert outcomes(text, kind) == found


def test_a_price_told_as_a_bound_vouches_for_no_total() -> None:
    text = "Khởi công 07 cây cầu (tổng trị giá {} triệu đồng), mỗi cầu nhà tài trợ góp không quá 40 triệu đồng."
    assert outcomes(text.format(260), "count_times_each") == ["unchecked"]
    assert outcomes(text.format(280), "count_times_each") == ["agrees"]
