"""Scholarships counted by who gets them: people in place of awards, listed with others, of several kinds."""

from __future__ import annotations

import pytest
from scholarship_rows import MILLION, Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dịp này trao học bổng cho 45 em nghèo.", [Row(45, "em", recipients=45)]),
        (
            "Có 118 học sinh được trao học bổng với tổng số tiền 236,5 triệu đồng.",
            [Row(118, "học sinh", 236.5 * MILLION, recipients=118)],
        ),
        (
            "Hội cấp học bổng trị giá 2 tỷ đồng cho 4.100 lượt học sinh, khen 96 tập thể với số tiền 88 triệu đồng.",
            [Row(4100, "lượt", 2_000 * MILLION, recipients=4100)],
        ),
        (
            "Khu phố chăm lo học bổng Nguyễn Thị Minh Khai 27 em với số tiền 32 triệu đồng.",
            [Row(27, "em", 32 * MILLION, recipients=27)],
        ),
        # a price for all who got one, by the number of awards above them and by their own
        (
            "Có 18 học sinh được nhận học bổng ở tỉnh và 7 học sinh khác sẽ nhận ở huyện. Mỗi suất 1 triệu đồng.",
            [
                Row(18, "học sinh", None, MILLION, "achieved", 18),
                Row(7, "học sinh", None, MILLION, "planned", 7),
            ],
        ),
        (
            "Tỉnh trao 90 suất học bổng. Riêng xã An có 12 em được nhận học bổng. Mỗi suất học bổng 2 triệu đồng.",
            [Row(90, "suất", None, 2 * MILLION), Row(12, "em", None, 2 * MILLION, "achieved", 12)],
        ),
        (
            "Có 3 sinh viên được chương trình tặng suất học bổng trị giá 30 triệu đồng.",
            [Row(3, "sinh viên", None, 30 * MILLION, "achieved", 3)],
        ),
    ],
)
def test_people_instead_of_awards(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dịp này, 6 giáo viên, 4 sinh viên và 21 học sinh được nhận học bổng, mỗi em 500.000 đồng.",
            [
                Row(6, "giáo viên", None, 500_000, recipients=6),
                Row(4, "sinh viên", None, 500_000, recipients=4),
                Row(21, "học sinh", None, 500_000, recipients=21),
            ],
        ),
        (
            (
                "Nhận học bổng có 21 sinh viên đại học với số tiền từ 3 - 7 triệu đồng và 105 học sinh THPT, học bổng "
                "là 500.000 đồng."
            ),
            [
                Row(21, "sinh viên", None, 3 * MILLION, recipients=21),
                Row(105, "học sinh", None, 500_000, recipients=105),
            ],
        ),
        # where they are, in a bracket that comes to as many
        (
            "Quỹ trao học bổng cho 90 học sinh (HS) nghèo (An Bình 50 em, Hòa Ninh 40 em), mức 1 triệu đồng/suất.",
            [
                Row(90, "học sinh", None, MILLION, recipients=90),
                Row(50, "em", recipients=50),
                Row(40, "em", recipients=40),
            ],
        ),
        (
            "Quỹ trao học bổng cho 90 học sinh nghèo (An Bình 50 em, Hòa Ninh 30 em).",
            [Row(90, "học sinh", recipients=90)],
        ),
        # no list of who gets it
        ("Trường có 6 giáo viên, 21 học sinh được nhận học bổng.", [Row(21, "học sinh", recipients=21)]),
    ],
)
def test_people_listed_before_and_behind(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Họp mặt và trao học bổng đầu năm học: 25 em cấp 1, 18 em cấp 2 và 4 sinh viên; kinh phí 42.500.000đ.",
            [Row(25, "em", recipients=25), Row(18, "em", recipients=18), Row(4, "sinh viên", recipients=4)],
        ),
        (
            "Quỹ chi học bổng 45 em là 36.000.000 đồng, khen thưởng 120 học sinh giỏi 24.000.000 đồng.",
            [Row(45, "em", 36 * MILLION, recipients=45)],
        ),
        (
            "Tặng học bổng cho 27 học sinh cấp 1 (số tiền 27 triệu đồng), 15 học sinh cấp 2 (22,5 triệu đồng).",
            [Row(27, "học sinh", 27 * MILLION, recipients=27), Row(15, "học sinh", 22.5 * MILLION, recipients=15)],
        ),
        (
            "Cấp học bổng đợt 1 cho 32 em = 25.600.000đ; đợt 2 cho 28 em = 22.400.000đ.",
            [Row(32, "em", 25.6 * MILLION, recipients=32), Row(28, "em", 22.4 * MILLION, recipients=28)],
        ),
        (
            (
                "Trao 180 suất học bổng. Trong đó, 30 em THPT, mỗi suất 1,6 triệu đồng; 23 em sinh viên các trường, "
                "mỗi suất 2 triệu đồng và 20 em học sinh khiếm thị, mỗi suất 800 ngàn đồng."
            ),
            [
                Row(180, "suất"),
                Row(30, "em", None, 1.6 * MILLION, recipients=30),
                Row(23, "em", None, 2 * MILLION, recipients=23),
                Row(20, "em", None, 800_000, recipients=20),
            ],
        ),
        # a total behind the last part that all parts come to
        (
            (
                "Phát 42 suất học bổng, trong đó 30 suất cho tiểu học (200 nghìn đồng/suất), 12 suất cho "
                "THCS (300 nghìn đồng/suất), cộng lại 9,6 triệu đồng."
            ),
            [Row(42, "suất", 9.6 * MILLION), Row(30, "suất", None, 200_000), Row(12, "suất", None, 300_000)],
        ),
        # each group with what one of it got; the only one of a group has its price
        (
            (
                "Học bổng năm nay thuộc về 62 sinh viên, số tiền 145 triệu đồng; trong đó 1 sinh viên đạt 28,5 "
                "điểm được 5 triệu đồng, 18 sinh viên mồ côi được 3 triệu đồng mỗi em, 43 SV nghèo mỗi em 2 triệu."
            ),
            [
                Row(62, "sinh viên", 145 * MILLION, recipients=62),
                Row(1, "sinh viên", None, 5 * MILLION, recipients=1),
                Row(18, "sinh viên", None, 3 * MILLION, recipients=18),
                Row(43, "sinh viên", None, 2 * MILLION, recipients=43),
            ],
        ),
        (
            "Trao học bổng cho 30 em, trong đó 8 học sinh giỏi, mức 1,5 triệu đồng/em.",
            [Row(30, "em", recipients=30), Row(8, "học sinh", None, 1.5 * MILLION, recipients=8)],
        ),
        (
            "Trao học bổng cho 12 em ở xã Đông, 20 em ở xã Tây, mức 500.000 đồng/em.",
            [Row(12, "em", None, 500_000, recipients=12), Row(20, "em", None, 500_000, recipients=20)],
        ),
        # what is to come is no price of what was given
        (
            "Quỹ đã trao 72 suất học bổng, số tiền 50 triệu đồng. Năm tới, Quỹ dự kiến trao mỗi suất 1 triệu đồng.",
            [Row(72, "suất", 50 * MILLION)],
        ),
        # a total that is as much as the last thing costs
        (
            "Xã tặng 30 phần quà và 20 suất học bổng (800 ngàn đồng/suất), tổng số tiền 16 triệu đồng do chùa góp.",
            [Row(20, "suất", 16 * MILLION, 800_000)],
        ),
        # what has a price of its own is in no award
        (
            "Trao 50 suất học bổng, mỗi suất 500.000 đồng, cùng 20 chiếc xe đạp, mỗi chiếc 1,8 triệu đồng.",
            [Row(50, "suất", None, 500_000)],
        ),
        # two prices are none
        ("Trao 85 suất học bổng, loại 600.000 đồng và 1.000.000 đồng/suất.", [Row(85, "suất")]),
        # levels that tell those apart who got one are parts of them
        (
            "Học bổng đến với 40 học sinh nghèo. Trong 40 em lần này, 15 em là học sinh giỏi, 25 em là học sinh khá.",
            [Row(40, "học sinh", recipients=40), Row(15, "em", recipients=15), Row(25, "em", recipients=25)],
        ),
        (
            "Trường có 300 học sinh, 45 học sinh giỏi, 120 học sinh khá. Hội trao học bổng cho 20 em.",
            [Row(20, "em", recipients=20)],
        ),
        # help, and rewards, that are none
        ("Quỹ học bổng của tỉnh đã trao thưởng cho 3 học sinh đạt giải, với tổng số tiền 14 triệu đồng.", []),
        (
            "Đồn trao 6 suất học bổng, mỗi suất 2 triệu đồng, 5 suất hỗ trợ học tập.",
            [Row(6, "suất", None, 2 * MILLION)],
        ),
        (
            "Trong tháng 10 tới, 80 học sinh sẽ nhận được học bổng này.",
            [Row(80, "học sinh", status="planned", recipients=80)],
        ),
    ],
)
def test_people_of_several_kinds(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
