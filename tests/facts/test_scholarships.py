"""Sentences about scholarships, grouped by how they are built, and the rows a careful reader would write down."""

from __future__ import annotations

import pytest
from scholarship_rows import MILLION, Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội vừa trao 46 suất học bổng, mỗi suất 600 ngàn đồng.", [Row(46, "suất", None, 600_000)]),
        ("Phường tặng 12 xuất học bổng (1 triệu đồng/xuất).", [Row(12, "suất", None, MILLION)]),
        ("Trao 30 suất học bổng với số tiền 24 triệu đồng.", [Row(30, "suất", 24 * MILLION)]),
        ("Tặng 6 suất học bổng Lương Định Của (tổng số 7,2 triệu đồng).", [Row(6, "suất", 7.2 * MILLION)]),
        ("Chùa phát 60 xuất học bổng x 300.000đ/xuất = 18.000.000đ.", [Row(60, "suất", 18 * MILLION, 300_000)]),
        (
            "Trao 25 suất học bổng, mỗi suất 2,5 triệu đồng. Tổng kinh phí đợt này 62,5 triệu đồng.",
            [Row(25, "suất", 62.5 * MILLION, 2.5 * MILLION)],
        ),
        (
            "Ban tổ chức trao 40 suất học bổng tại trường.\nCác em nhận học bổng.\nMỗi suất trị giá 500.000 đồng.",
            [Row(40, "suất", None, 500_000)],
        ),
        # price and total open a sentence of their own, over one between
        (
            "Trao 70 suất học bổng ở 14 xã. Các em mồ côi. Mỗi suất học bổng trị giá 2 triệu đồng, tổng số 140 triệu.",
            [Row(70, "suất", 140 * MILLION, 2 * MILLION)],
        ),
        ("Quỹ dành 84 triệu đồng, tương đương 42 suất học bổng, cho học sinh.", [Row(42, "suất", 84 * MILLION)]),
        (
            "Trao 65 suất học bổng, trị giá 58 triệu đồng cho 65 em học sinh.",
            [Row(65, "suất", 58 * MILLION, None, "achieved", 65)],
        ),
        # one price at the end of a list is that of all in it
        (
            "Tặng 45 suất học bổng cho bậc tiểu học, 30 suất cho bậc THCS và 12 suất cho bậc THPT, mỗi suất 500.000đ.",
            [Row(45, "suất", None, 500_000), Row(30, "suất", None, 500_000), Row(12, "suất", None, 500_000)],
        ),
        (
            "Tặng 9 suất học bổng ở Phú Hòa; 6 suất ở Phú An, mỗi suất 1 triệu đồng; 5 suất ở Phú Mỹ, mỗi suất 2tr.",
            [Row(9, "suất"), Row(6, "suất", None, MILLION), Row(5, "suất", None, 2 * MILLION)],
        ),
        # a price of each of some people is that of those right before it, whatever they are called
        (
            (
                "Quỹ trao học bổng cho 70 em. Trong đó, 1 tân sinh viên đạt 28,2 điểm nhận học bổng 3 triệu đồng; 9 "
                "học sinh nhận học bổng 2 triệu đồng/em; 60 học sinh, sinh viên khá nhận học bổng 1 triệu đồng/em."
            ),
            [
                Row(70, "em", recipients=70),
                Row(1, "tân sinh viên", None, 3 * MILLION, recipients=1),
                Row(9, "học sinh", None, 2 * MILLION, recipients=9),
                Row(60, "học sinh", None, MILLION, recipients=60),
            ],
        ),
        # a total behind parts: that of the whole they make up, that of the one part that has none
        (
            "Trao 85 suất học bổng, gồm: 40 suất cho bậc tiểu học; 45 suất cho bậc THCS, tổng trị giá 68 triệu.",
            [Row(85, "suất", 68 * MILLION), Row(40, "suất"), Row(45, "suất")],
        ),
        (
            "Quận trao 239 suất học bổng, với số tiền 496 triệu, trong đó hội trao 55 suất, tổng cộng 147 triệu.",
            [Row(239, "suất", 496 * MILLION), Row(55, "suất", 147 * MILLION)],
        ),
        # parts that make up the whole without a word for it
        (
            "Trao 12 suất học bổng: 8 suất ở trường A, 4 suất ở trường B. Tổng kinh phí 16 triệu đồng.",
            [Row(12, "suất", 16 * MILLION), Row(8, "suất"), Row(4, "suất")],
        ),
        # more of the same behind "và" are no gift beside the price
        (
            "Trao 60 suất học bổng, trong đó 35 suất, mỗi suất 2 triệu đồng và 25 suất mỗi suất 1 triệu đồng.",
            [Row(60, "suất"), Row(35, "suất", None, 2 * MILLION), Row(25, "suất", None, MILLION)],
        ),
        # the same price said again, for a month
        (
            "Trao 35 suất học bổng trị giá 2.700.000 đồng/suất (tương đương 300.000 đồng/tháng/em).",
            [Row(35, "suất", None, 2_700_000)],
        ),
        # groups that are listed with one, and none of whom something else is told
        (
            "Trao học bổng cho 12 em ở xã A, 15 em ở xã B và 20 em ở xã C, mỗi em 500.000 đồng.",
            [Row(number, "em", None, 500_000, recipients=number) for number in (12, 15, 20)],
        ),
        ("Trao học bổng cho 30 em, 20 em được khen thưởng.", [Row(30, "em", recipients=30)]),
        # a word for parts before the first of several is no word for parts of that one
        (
            "Nhận học bổng đợt này gồm 6 giáo viên, 5 sinh viên và 21 em học sinh, mỗi suất 500.000 đồng.",
            [
                Row(number, unit, None, 500_000, recipients=number)
                for number, unit in ((6, "giáo viên"), (5, "sinh viên"), (21, "em"))
            ],
        ),
        # prices of one bracket are for one thing, but for the one before each
        (
            "Học bổng: 13 suất, tổng tiền 15.500.000 đồng (cấp I: 8 suất x 1.000.000đ; cấp II: 5 suất x 1.500.000đ).",
            [Row(13, "suất", 15_500_000), Row(8, "suất", None, MILLION), Row(5, "suất", None, 1_500_000)],
        ),
        (
            "Trao 70 suất học bổng và 5 phần thưởng (giải nhất 3 triệu đồng, giải nhì 2 triệu đồng/suất).",
            [Row(70, "suất")],
        ),
        # no parts, though they come to as much: each was given by somebody
        (
            "Chi hội A tặng 5 suất học bổng, chi hội B tặng 3 suất học bổng, chi hội C tặng 2 suất học bổng.",
            [Row(5, "suất"), Row(3, "suất"), Row(2, "suất")],
        ),
        # parts told in the next sentence, which share price and total with the whole
        (
            "Trao 34 suất học bổng. Cấp 1: 14 suất, cấp 2: 20 suất. Mỗi suất 400.000đ, tổng kinh phí 13.600.000 đồng.",
            [
                Row(34, "suất", 13_600_000, 400_000),
                Row(14, "suất", None, 400_000),
                Row(20, "suất", None, 400_000),
            ],
        ),
        # a range is for each
        (
            "Có 21 sinh viên được nhận học bổng với số tiền từ 3 - 7 triệu đồng.",
            [Row(21, "sinh viên", None, 3 * MILLION, recipients=21)],
        ),
        # prices by label before the things they are for
        (
            (
                "Mức trao:\n+ Cấp 1: 1 triệu đồng/suất;\n+ Cấp 2,3: 2 triệu đồng/suất.\n"
                "Đã trao 68 suất học bổng với tổng kinh phí 105 triệu đồng, trong đó cấp 1: 31 suất, cấp 2,3: 37 suất."
            ),
            [
                Row(68, "suất", 105 * MILLION),
                Row(31, "suất", None, MILLION),
                Row(37, "suất", None, 2 * MILLION),
            ],
        ),
        # what is told apart far behind its name, so long as nothing else has been given in suất
        (
            "Quỹ trao học bổng ở các huyện.\nNhiều nơi góp sức.\nCác em vui.\nTrong 60 suất có 20 suất cho trẻ mồ côi.",
            [Row(60, "suất"), Row(20, "suất")],
        ),
        ("Quỹ trao học bổng.\nHội tặng 9 phần quà.\nCác em vui.\nTrong 60 suất có 20 suất cho trẻ mồ côi.", []),
        ("Trao 52 suất học bổng trị giá 500 nghìn đồng.", [Row(52, "suất", None, 500_000)]),
    ],
)
def test_awards_and_their_amounts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Trao 87 suất học bổng gồm 80 suất cho học sinh, mỗi suất 1 triệu đồng; 7 suất cho sinh viên, mỗi suất "
                "3 triệu đồng. Tổng giá trị các suất học bổng là 101 triệu đồng."
            ),
            [
                Row(87, "suất", 101 * MILLION),
                Row(80, "suất", None, MILLION),
                Row(7, "suất", None, 3 * MILLION),
            ],
        ),
        (
            (
                "Phát 163 suất học bổng cho bậc THCS, 114 suất cho bậc THPT.\n"
                "Mỗi suất bậc trung học cơ sở 1,2 triệu đồng; THPT là 1,5 triệu đồng."
            ),
            [Row(163, "suất", None, 1.2 * MILLION), Row(114, "suất", None, 1.5 * MILLION)],
        ),
        (
            (
                "Phát 160 suất học bổng cho học sinh. Trong đó, khối tiểu học: 1 triệu đồng/suất và 8 quyển vở; "
                "THCS: 1,5 triệu đồng/suất và 12 quyển vở. Tổng kinh phí 200 triệu đồng."
            ),
            [Row(160, "suất", 200 * MILLION)],
        ),
        (
            "Mỗi suất học bổng 500.000 đồng được trao cho bậc tiểu học (439 suất), bậc THCS (137 suất).",
            [Row(439, "suất", None, 500_000), Row(137, "suất", None, 500_000)],
        ),
        (
            "Trao 576 suất học bổng\nMỗi suất 500.000 đồng trao cho bậc tiểu học (439 suất), bậc THCS (137 suất).",
            [Row(576, "suất", None, 500_000), Row(439, "suất", None, 500_000), Row(137, "suất", None, 500_000)],
        ),
        (
            "Trao 250 suất học bổng, gồm: 90 suất học bổng A và 160 suất của Hội. Mỗi suất 1 triệu đồng.",
            [Row(250, "suất", None, MILLION), Row(90, "suất", None, MILLION), Row(160, "suất", None, MILLION)],
        ),
        (
            "Trao 9 suất học bổng cho trường A, 6 suất cho trường B. Mỗi suất 1 triệu đồng.",
            [Row(9, "suất", None, MILLION), Row(6, "suất", None, MILLION)],
        ),
        (
            "Trao 150 suất học bổng, 20 xe đạp và 10 suất học bổng cho sinh viên (5 triệu đồng/suất).",
            [Row(150, "suất"), Row(10, "suất", None, 5 * MILLION)],
        ),
        (
            "Trao học bổng cho học sinh nghèo, gồm:\n- Học bổng khuyến học – 48 suất;\n- Học bổng khuyến tài – 2 suất.",
            [Row(48, "suất"), Row(2, "suất")],
        ),
    ],
)
def test_lists_of_awards(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_planned_awards() -> None:
    text = "Hội trao 45 suất học bổng; dự kiến trao tiếp 60 suất, kinh phí 48 triệu đồng."
    assert rows(text) == [Row(45, "suất"), Row(60, "suất", 48 * MILLION, None, "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trao học bổng cho 85 em (tiểu học 40 em, THCS 45 em) với số tiền 68 triệu đồng.",
            [Row(85, "em", 68 * MILLION, recipients=85), Row(40, "em", recipients=40), Row(45, "em", recipients=45)],
        ),
        (
            "Trao 40 suất học bổng (trong đó: 15 suất bậc tiểu học, 25 suất bậc THPT), trị giá 1.000.000đ/suất.",
            [Row(40, "suất", each=MILLION), Row(15, "suất"), Row(25, "suất")],
        ),
        (
            "Trường trao 5 suất học bổng, mỗi suất 1 triệu đồng, tổng trị giá 5 triệu đồng cho 5 em lớp 9A.",
            [Row(5, "suất", 5 * MILLION, MILLION)],
        ),
        # prices by label in a bracket of their own, and one for the rest
        (
            (
                "Trao học bổng cho 40 em, gồm 12 em là sinh viên, 8 em là học sinh THPT, 20 học sinh THCS (sinh viên "
                "1,5 triệu đồng/em, học sinh THPT 1 triệu đồng/em, còn lại mỗi em 200.000 đồng)."
            ),
            [
                Row(40, "em", recipients=40),
                Row(12, "em", None, 1_500_000, recipients=12),
                Row(8, "em", None, MILLION, recipients=8),
                Row(20, "học sinh", None, 200_000, recipients=20),
            ],
        ),
        (
            (
                "Trao học bổng cho 20 em. Trong 20 em nhận học bổng thì 12 em đang là sinh viên, 8 học sinh THPT. "
                "Tổng số tiền là 26 triệu đồng (sinh viên 1,5 triệu đồng/em, còn lại mỗi em 1 triệu đồng)."
            ),
            [
                Row(20, "em", 26 * MILLION, recipients=20),
                Row(12, "em", None, 1_500_000, recipients=12),
                Row(8, "học sinh", None, MILLION, recipients=8),
            ],
        ),
        (
            "Trao 30 suất học bổng, trong đó 10 suất cho sinh viên 2 triệu đồng/suất, còn lại mỗi suất 1 triệu đồng.",
            [Row(30, "suất"), Row(10, "suất", None, 2 * MILLION)],
        ),
        # a number with all before it
        (
            (
                "Hội trao thêm 50 suất học bổng, mỗi suất 500.000 đồng, nâng tổng số suất học bổng trong năm lên 320 "
                "suất với tổng số tiền 410 triệu đồng."
            ),
            [Row(50, "suất", each=500_000), Row(320, "suất", 410 * MILLION)],
        ),
        (
            "Trao 66 suất học bổng. Suất đặc biệt trị giá 5 triệu đồng/suất, suất thường 3 triệu đồng/suất.",
            [Row(66, "suất")],
        ),
        (
            "Có 10 em ở 2 xã được trao học bổng, tổng số 31 triệu đồng; trong đó 2 em được tặng 3,5 triệu đồng mỗi em.",
            [
                Row(10, "em", 31 * MILLION, recipients=10),
                Row(2, "em", each=3.5 * MILLION, recipients=2),
            ],
        ),
        (
            "Trao 53 suất học bổng. Trong đó có 28 suất học bổng Vòng tay. Mỗi suất 1 triệu đồng.",
            [Row(53, "suất"), Row(28, "suất", each=MILLION)],
        ),
        ("Hội trao 20 suất quà và học bổng, mỗi suất 500.000 đồng.", []),
        ("Hội trao 20 suất quà và học bổng, tổng trị giá 10 triệu đồng.", []),
        ("Hội trao 390 suất học bổng cho học sinh và khen thưởng cho 24 học sinh giỏi.", [Row(390, "suất")]),
        ("Các em nhận 20 suất học bổng. Học bổng và quà có tổng trị giá 14 triệu đồng.", [Row(20, "suất")]),
        ("Tổng số học bổng đã trao là 215 suất, trị giá 172 triệu đồng.", [Row(215, "suất", 172 * MILLION)]),
        (
            "Quỹ trao 300 suất học bổng cho học sinh và 40 suất cho sinh viên (mỗi suất từ 1 đến 2 triệu đồng).",
            [Row(300, "suất", each=MILLION), Row(40, "suất", each=MILLION)],
        ),
        (
            "Quỹ trao 300 suất học bổng cho học sinh và 40 suất cho sinh viên (mỗi suất 2 triệu đồng).",
            [Row(300, "suất"), Row(40, "suất", each=2 * MILLION)],
        ),
        (
            "Trao học bổng cho 31 em. Trong 31 em nhận học bổng có 12 em là trẻ, 19 em là con. Tổng 40 triệu đồng.",
            [
                Row(31, "em", 40 * MILLION, recipients=31),
                Row(12, "em", recipients=12),
                Row(19, "em", recipients=19),
            ],
        ),
    ],
)
def test_parts_in_brackets_and_several_prices(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # named only behind the last of several
        (
            "Hội Khuyến học trao 80 suất, Hội Phụ nữ trao 30 suất học bổng, mỗi suất 1 triệu đồng.",
            [Row(80, "suất", None, MILLION), Row(30, "suất", None, MILLION)],
        ),
        (
            "Đợt 1 trao 80 suất, đợt 2 trao 50 suất học bổng, tổng cộng 130 suất với số tiền 130 triệu đồng.",
            [Row(80, "suất"), Row(50, "suất"), Row(130, "suất", 130 * MILLION)],
        ),
        # a total in an item of its own, and below a list
        (
            "Trao học bổng:\n+ Số lượng: 35 suất\n+ Trị giá: 500.000 đồng/suất\n+ Tổng số tiền: 17.500.000 đồng",
            [Row(35, "suất", 17.5 * MILLION, 500_000)],
        ),
        (
            "Hội trao 35 suất học bổng:\n- Trường A: 20 suất;\n- Trường B: 15 suất.\nTổng trị giá 35 triệu đồng.",
            [Row(35, "suất", 35 * MILLION), Row(20, "suất"), Row(15, "suất")],
        ),
        # one of more than the awards
        (
            (
                "- Ông Trần Văn Nam: 5 triệu đồng\n- Chùa Phước Lâm: 15 suất học bổng, mỗi suất 500.000đ\n"
                "Tổng cộng: 12.500.000 đồng"
            ),
            [Row(15, "suất", None, 500_000)],
        ),
        # the price again, by the month
        (
            "Trao 10 suất học bổng, mỗi suất 12 triệu đồng (1 triệu đồng/tháng).",
            [Row(10, "suất", None, 12 * MILLION)],
        ),
        # parts in brackets whose prices are told without a word
        (
            "Trao 80 suất học bổng (50 suất 1 triệu đồng, 30 suất 2 triệu đồng).",
            [Row(80, "suất"), Row(50, "suất", None, MILLION), Row(30, "suất", None, 2 * MILLION)],
        ),
        # a total before a bracket that tells of its parts by level is no price of the first level
        (
            "Cấp học bổng cho 21 em với số tiền 12.800.000đ (tiểu học 12 em, 6.000.000đ; THCS 9 em, 6.800.000đ).",
            [
                Row(21, "em", 12_800_000, recipients=21),
                Row(12, "em", 6_000_000, recipients=12),
                Row(9, "em", 6_800_000, recipients=9),
            ],
        ),
        # prices before their numbers
        (
            "Học bổng năm nay gồm 2 mức: 500.000 đồng (40 suất) và 1.000.000 đồng (25 suất).",
            [Row(40, "suất", None, 500_000), Row(25, "suất", None, MILLION)],
        ),
        # what is worth less than one is no total of many
        (
            "Trao 15 suất học bổng cho 15 em, mỗi suất 700.000 đồng, ba lô 200.000 đồng.",
            [Row(15, "suất", None, 700_000, "achieved", 15)],
        ),
        # "có giá trị" opens no contents
        (
            "Trao 90 suất học bổng (mỗi suất có giá trị 3 triệu đồng) và cho thủ khoa (có giá trị 20 triệu đồng/suất).",
            [Row(90, "suất", None, 3 * MILLION)],
        ),
        # nobody else gets one for being listed
        (
            "Có 90 lượt em nhận học bổng với tổng số tiền 80 triệu đồng, 45 lượt giáo viên được khen thưởng.",
            [Row(90, "lượt", 80 * MILLION, recipients=90)],
        ),
        # prices by numbered levels; what a bracket parts has the price behind it
        (
            (
                "Trao 46 suất học bổng (cấp 1: 24 suất, cấp 2: 22 suất), mỗi suất cấp 1 trị giá 400.000 đồng, "
                "cấp 2: 500.000 đồng."
            ),
            [Row(46, "suất"), Row(24, "suất", None, 400_000), Row(22, "suất", None, 500_000)],
        ),
        (
            "Trao học bổng cho 25 em học sinh (18 em tiểu học, 7 em THPT), mỗi suất 600.000 đồng.",
            [
                Row(25, "em", None, 600_000, recipients=25),
                Row(18, "em", recipients=18),
                Row(7, "em", recipients=7),
            ],
        ),
        # each has its own price, though the first stands near the start of its sentence
        (
            "Trao 3 suất học bổng trị giá 5 triệu đồng/suất cho thủ khoa, 8 suất trị giá 3 triệu đồng/suất cho á khoa.",
            [Row(3, "suất", None, 5 * MILLION), Row(8, "suất", None, 3 * MILLION)],
        ),
        # a price of an award is for those who get one: told before them, or behind a semicolon
        (
            "Trị giá học bổng là 1 triệu đồng/suất, trao cho 27 học sinh.",
            [Row(27, "học sinh", None, MILLION, recipients=27)],
        ),
        (
            "Trường trao học bổng cho 12 học sinh; mỗi suất học bổng gồm 500 ngàn đồng.",
            [Row(12, "học sinh", None, 500_000, recipients=12)],
        ),
        # a total at the end of a sentence of its own is that of what just comes to it
        (
            "Trao 45 suất học bổng. Mỗi suất 600.000 đồng. Kinh phí do chùa A hỗ trợ với tổng số tiền 27 triệu đồng.",
            [Row(45, "suất", 27 * MILLION, 600_000)],
        ),
        (
            "Trao 45 suất học bổng. Mỗi suất 600.000 đồng. Việc khác do chùa hỗ trợ với tổng số tiền 90 triệu đồng.",
            [Row(45, "suất", None, 600_000)],
        ),
        # what is spent on all that follows "gồm" is not that of the first
        (
            "Kinh phí 185 triệu đồng, gồm: trao 100 suất học bổng 100 triệu đồng; 40 xe đạp 85 triệu đồng.",
            [Row(100, "suất", 100 * MILLION)],
        ),
        # a price behind a comma is that of the list, though the last thing in it names a level
        (
            "Trao 14 suất học bổng cho học sinh giỏi, 25 suất cho sinh viên nghèo, mỗi suất 3 triệu đồng.",
            [Row(14, "suất", None, 3 * MILLION), Row(25, "suất", None, 3 * MILLION)],
        ),
        # a round's share of the price
        (
            "Có 120 em được nhận học bổng với mức 1.200.000 đồng/em/năm, chia làm 2 đợt, mỗi đợt 600.000 đồng/em.",
            [Row(120, "em", None, 1_200_000, recipients=120)],
        ),
        # others who get something else
        (
            "Trao 6 suất học bổng cho cháu nghèo, mỗi suất 500.000 đồng và tặng quà 8 cháu đỗ đầu, mỗi cháu 1 triệu.",
            [Row(6, "suất", None, 500_000)],
        ),
        # money beside the awards, behind a price in a bracket
        (
            "Tặng 500 quyển tập, 20 suất học bổng (mỗi suất 500.000đ) và 10 triệu đồng tiền mặt cho trường.",
            [Row(20, "suất", None, 500_000)],
        ),
        # what each gets is counted by nobody else
        (
            "Trao 30 suất học bổng; mỗi suất gồm: 1 ba lô, 20 quyển tập (tổng trị giá 700.000 đồng/suất).",
            [Row(30, "suất", None, 700_000)],
        ),
        # several prices before those who got one
        (
            "Học bổng có loại A 2 triệu đồng/suất và loại B 1 triệu đồng/suất; đã trao cho 150 học sinh.",
            [Row(150, "học sinh", recipients=150)],
        ),
        # a price of all parts is that of the whole
        (
            "Trao học bổng cho 15 em, trong đó: 5 em mồ côi, 10 em vượt khó học giỏi. Mỗi suất trị giá 1 triệu đồng.",
            [Row(number, "em", None, MILLION, recipients=number) for number in (15, 5, 10)],
        ),
        # two prices are none of people of several kinds
        (
            (
                "Trao học bổng cho 77 học sinh, sinh viên. Mỗi suất học bổng cho học sinh là 11 triệu đồng, sinh viên "
                "20 triệu đồng."
            ),
            [Row(77, "học sinh", recipients=77)],
        ),
    ],
)
def test_awards_in_lists(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
