"""What scholarships cost, each and all together, where sentences tell of other things and prices, too."""

from __future__ import annotations

import pytest
from scholarship_rows import MILLION, Row, rows
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one total for several things is not that of the awards
        ("Tặng 60 phần quà và 12 suất học bổng, tổng trị giá 24 triệu đồng.", [Row(12, "suất")]),
        (
            "Gửi tặng 70 suất học bổng, mỗi suất 300.000 đồng, thêm 100 quyển vở, tổng trị giá 23 triệu đồng.",
            [Row(70, "suất", None, 300_000)],
        ),
        (
            "Trao học bổng và tặng quà cho 570 em với số tiền 300 triệu đồng.",
            [Row(570, "em", recipients=570)],
        ),
        ("Trao 120 suất hỗ trợ và học bổng trị giá 66 triệu đồng.", [Row(120, "suất")]),
        # neither is that of another doing, nor money given beside them, nor what is in them
        ("Trao 10 suất học bổng; sửa 2 căn nhà với số tiền 80 triệu đồng.", [Row(10, "suất")]),
        ("Trao 10 suất học bổng và 5 triệu đồng tiền mặt.", [Row(10, "suất")]),
        ("Trao 5 suất học bổng. Ngoài ra mỗi em được hỗ trợ 450.000đ/em.", [Row(5, "suất")]),
        ("Trao 5 suất học bổng. Mỗi em còn được tặng một phần quà, trị giá 300.000 đồng.", [Row(5, "suất")]),
        ("Trao 5 suất học bổng.\nÔng An trao tặng số tiền 100 triệu đồng cho Hội Khuyến học.", [Row(5, "suất")]),
        (
            "Trao 64 suất học bổng, mỗi suất 1,5 triệu đồng và ba lô trị giá 200.000 đồng.",
            [Row(64, "suất", None, 1.5 * MILLION)],
        ),
        # nor is money for what comes to more; what parts and their prices make up is that of the whole
        (
            "Kinh phí là 5 triệu đồng.\nTrao 7 suất học bổng, gồm 4 suất, mỗi suất 500.000đ, 3 suất, mỗi suất 1 triệu.",
            [Row(7, "suất", 5 * MILLION), Row(4, "suất", None, 500_000), Row(3, "suất", None, MILLION)],
        ),
        (
            "Kinh phí là 6 triệu đồng.\nTrao 7 suất học bổng, gồm 4 suất, mỗi suất 500.000đ, 3 suất, mỗi suất 1 triệu.",
            [Row(7, "suất"), Row(4, "suất", None, 500_000), Row(3, "suất", None, MILLION)],
        ),
        # not scholarships
        ("Trao 30 suất quà, 40 suất cơm cho hộ nghèo.", []),
        ("Chưa trao suất học bổng nào.", []),
    ],
)
def test_amounts_of_other_things(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_price_range_and_level() -> None:
    text = "Trao 20 phần học bổng cho bậc THPT, trị giá từ 1,5 đến 3 triệu đồng/phần."
    (row,) = draw_facts(snippet(text), shipped_rules()).facts.scholarships
    assert (row.amount_each_vnd, row.amount_each_max_vnd, row.level) == (1_500_000, 3_000_000, "thpt")
    assert text[row.start : row.end] == row.quote


@pytest.mark.parametrize(
    "price",
    [
        "từ 500.000đ/suất đến 1.000.000đ/suất",
        "từ 500.000 đồng/suất - 1 triệu đồng/suất",
        "500 nghìn - 1 triệu đồng/suất",
    ],
)
def test_both_ends_of_a_range_tell_what_they_are_for(price: str) -> None:
    (row,) = draw_facts(snippet(f"Trao 20 suất học bổng, trị giá {price}."), shipped_rules()).facts.scholarships
    assert (row.amount_each_vnd, row.amount_each_max_vnd) == (500_000, 1_000_000)


@pytest.mark.parametrize(
    "prices",
    [
        "mức 1 triệu đồng và 2 triệu đồng/suất",
        "với các mức 1 triệu, 2 triệu và 3 triệu đồng/suất",
        "mỗi suất 1 triệu đồng hoặc 2 triệu đồng",
        "mỗi suất cao nhất 3 triệu đồng, thấp nhất 1 triệu đồng",
    ],
)
def test_several_prices_are_no_single_one(prices: str) -> None:
    facts = draw_facts(snippet(f"Trao 45 suất học bổng, {prices}."), shipped_rules()).facts
    (row,) = facts.scholarships
    assert (row.count, row.amount_total_vnd, row.amount_each_vnd) == (45, None, None)
    assert {money.scope for money in facts.money} == {"each"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trao 28 suất học bổng (cấp 3 là 1 triệu đồng/suất; sinh viên 2 triệu đồng/suất) và 5 xe đạp.",
            [Row(28, "suất")],
        ),
        (
            "Trao 5 suất học bổng khuyến tài (giải nhất: 4 triệu đồng/suất; giải nhì: 3 triệu đồng/suất).",
            [Row(5, "suất")],
        ),
        (
            "Trao học bổng cho 30 em. Học sinh tiểu học được 1 triệu đồng, suất học bổng 2 triệu đồng cho sinh viên.",
            [Row(30, "em", recipients=30)],
        ),
        ("Trao 1 suất học bổng cho thủ khoa trị giá 20 triệu đồng.", [Row(1, "suất", None, 20 * MILLION)]),
        ("Tỉnh vận động hơn 2 tỷ đồng và đã trao được 1.300 suất học bổng.", [Row(1300, "suất")]),
        (
            "Học bổng đến với 60 sinh viên, tổng số tiền 90 triệu đồng.\nNhận học bổng 15 triệu đồng, Mai rất vui.",
            [Row(60, "sinh viên", 90 * MILLION, recipients=60)],
        ),
        (
            "Học bổng của Hội Khuyến học và Ban Quản lý các khu công nghiệp tỉnh Bình Dương đã đến tay 100 học sinh.",
            [Row(100, "học sinh", recipients=100)],
        ),
        (
            "Trao học bổng cho 16 em: 1 em nhận học bổng 3 triệu đồng; 15 em đạt giải thi tỉnh nhận 1,5 triệu đồng/em.",
            [
                Row(16, "em", recipients=16),
                Row(1, "em", None, 3 * MILLION, recipients=1),
                Row(15, "em", None, 1.5 * MILLION, recipients=15),
            ],
        ),
        (
            "Mỗi suất học bổng trị giá 1 triệu đồng được trao tận tay 40 em.",
            [Row(40, "em", None, MILLION, recipients=40)],
        ),
        ("Tặng xe đạp, học bổng cho 35 em với số tiền 50 triệu đồng.", [Row(35, "em", recipients=35)]),
        (
            "Trao học bổng cho 90 em, mỗi em 1 triệu đồng và 1 phần quà trị giá 200.000 đồng.",
            [Row(90, "em", None, MILLION, recipients=90)],
        ),
        ("Trao 20 suất học bổng loại 1 triệu đồng cho học sinh.", [Row(20, "suất", None, MILLION)]),
        (
            "Học bổng Vượt khó đã đi qua 9 năm và giúp trên 800 tân sinh viên.",
            [Row(800, "tân sinh viên", recipients=800)],
        ),
    ],
)
def test_prices_of_one_and_people_far_behind(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Em Lan nhận học bổng đặc biệt 10 triệu đồng.", "each"),
        ("Được nhận suất học bổng trị giá 5 triệu đồng, Hoa rất vui.", "each"),
        ("Mỗi suất dành cho học sinh giỏi là 2 triệu đồng; học bổng cho học sinh khá là 1 triệu đồng.", "each"),
        ("Mỗi em được tặng 1 khóa học tiếng Anh tại trung tâm trị giá 4 triệu đồng.", "each"),
        ("Hội trao học bổng cho học sinh nghèo 30 triệu đồng.", "total"),
        ("Học sinh, sinh viên nhận hơn 300 triệu đồng tiền học bổng.", "total"),
        ("Hàng trăm suất học bổng trị giá hơn 500 triệu đồng vừa đến tay học sinh.", "total"),
        ("Hàng trăm suất học bổng trị giá 1 triệu đồng vừa đến tay học sinh.", "each"),
    ],
)
def test_amounts_of_one_award(text: str, scope: str) -> None:
    assert {money.scope for money in draw_facts(snippet(text), shipped_rules()).facts.money} == {scope}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told in the sentence before
        (
            "Mỗi suất học bổng trị giá 2 triệu đồng. Đợt này có 50 em được nhận học bổng.",
            [Row(50, "em", None, 2 * MILLION, recipients=50)],
        ),
        # of the people it stands behind, not of the awards before them
        (
            (
                "Trao 30 suất học bổng, trị giá 14 triệu đồng; trong đó, tiểu học có 20 em, mức 400.000 đồng/suất; "
                "THCS có 10 em, mức 600.000 đồng/suất."
            ),
            [
                Row(30, "suất", 14 * MILLION),
                Row(20, "em", None, 400_000, recipients=20),
                Row(10, "em", None, 600_000, recipients=10),
            ],
        ),
        # of one named apart
        (
            (
                "Trao 45 suất học bổng khuyến học; 18 suất khuyến tài (mỗi suất từ 3 - 4 triệu đồng); riêng em đỗ thủ "
                "khoa khối THPT được 20 triệu đồng/suất."
            ),
            [Row(45, "suất"), Row(18, "suất", None, 3 * MILLION)],
        ),
        # in a bracket with what each gets, the next part behind it
        (
            (
                "Trao 82 suất học bổng, gồm 30 suất trị giá 2,5 triệu đồng (2 triệu tiền mặt và 1 phần quà trị giá "
                "500.000 đồng) và 52 suất trị giá 500.000 đồng."
            ),
            [Row(82, "suất"), Row(30, "suất", None, 2.5 * MILLION), Row(52, "suất", None, 500_000)],
        ),
        # in the same words, too small for a total beside it
        (
            "Trao học bổng, gồm 4 suất đặc biệt trị giá 10 triệu đồng và 98 suất trị giá 7 triệu đồng.",
            [Row(4, "suất", None, 10 * MILLION), Row(98, "suất", None, 7 * MILLION)],
        ),
        # a share behind "trong đó" is no total
        (
            "Trường trao 9 suất học bổng cho sinh viên, trong đó thủ khoa của trường 5 triệu đồng.",
            [Row(9, "suất")],
        ),
        # an award told in brackets is not what the next sentence speaks of
        (
            (
                "Trao học bổng cho 110 tân sinh viên do Quỹ A và bà B (10 học bổng, 150 triệu đồng) tài trợ. Mỗi suất "
                "học bổng trị giá 15 triệu đồng."
            ),
            [Row(110, "tân sinh viên", None, 15 * MILLION, recipients=110), Row(10, "học bổng", 150 * MILLION)],
        ),
        # the total of what its phrase names, over a sentence about something else; none of a mixture
        (
            "Trao 150 suất học bổng. Hội thăm 30 hộ nghèo. Tổng kinh phí trao học bổng là 300 triệu đồng.",
            [Row(150, "suất", 300 * MILLION)],
        ),
        (
            "Trao học bổng cho 40 em. Hội tặng 15 xe đạp. Gộp cả học bổng, quà tặng, tổng trị giá 80 triệu đồng.",
            [Row(40, "em", recipients=40)],
        ),
        # what is counted in brackets in other money is the price itself
        (
            "Trao 82 suất học bổng, mỗi suất 230 SGD (tương đương 3,5 triệu đồng).",
            [Row(82, "suất", None, 3.5 * MILLION)],
        ),
        # by how many more than before is no award
        (
            "Trao 133 suất học bổng, tăng 41 suất so với năm trước. Trong đó, 60 suất cho học sinh giỏi.",
            [Row(133, "suất"), Row(60, "suất")],
        ),
        # so many awards are in no parcel
        (
            "Phường tặng 45 phần quà, mỗi phần 300.000đ và 10 suất học bổng 500.000đ/suất, tổng số tiền 18.500.000đ.",
            [Row(10, "suất", None, 500_000)],
        ),
        # a range that is planned may be a total
        (
            "Dự kiến trao 20 suất học bổng, kinh phí 40 - 50 triệu đồng.",
            [Row(20, "suất", 40 * MILLION, None, "planned")],
        ),
    ],
)
def test_prices_and_totals_told_elsewhere(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what has its price takes none from another sentence
        (
            "Trao 15 suất học bổng, mỗi suất 2 triệu đồng. Hộ nghèo thu nhập 700.000 đồng; hoặc từ 1 triệu đồng/người.",
            [Row(15, "suất", None, 2 * MILLION)],
        ),
        # nor do its parts
        (
            (
                "Quỹ trao 150 suất học bổng (mỗi suất 3 triệu đồng). Trong đó, 100 suất cho học sinh tiểu học, 50 suất "
                "cho sinh viên.\nQuỹ còn tài trợ học bổng cho 30 em mồ côi. Mỗi suất 1 triệu đồng."
            ),
            [
                Row(150, "suất", None, 3 * MILLION),
                Row(100, "suất"),
                Row(50, "suất"),
                Row(30, "em", None, MILLION, recipients=30),
            ],
        ),
        # people of whom no rule knows have the price told of them; a bundle with gifts is no number of awards
        (
            "Xã trao 572 suất quà và học bổng. Trong đó, 320 suất quà; 27 em được đỡ đầu với số tiền 2 triệu đồng/em.",
            [],
        ),
        # a price that does not agree with the total of what was told before
        (
            (
                "Năm trước, hội trao 7.200 suất học bổng với tổng trị giá 9 tỷ đồng cho học sinh, sinh viên.\n"
                "Hội còn giúp sinh viên khó khăn với mức học bổng từ 12 đến 18 triệu đồng/năm học."
            ),
            [Row(7200, "suất", 9000 * MILLION)],
        ),
        (
            (
                "Mỗi suất học bổng 7 triệu đồng, trường hợp đặc biệt 10 triệu đồng/suất, sẽ được trao với tổng trị giá "
                "7,5 tỷ đồng và 400 suất học bổng nghề với tổng trị giá 2 tỷ đồng."
            ),
            [Row(400, "suất", 2000 * MILLION, None, "planned")],
        ),
        # a total of much more than what was told before
        # the gifts that went with them cost the rest
        (
            (
                "Nhóm gửi các em 50 suất học bổng, gồm 30 suất học bổng, mỗi suất 1 triệu đồng, 20 suất học bổng, mỗi "
                "suất 2 triệu đồng, cùng các phần quà. Để có tổng kinh phí 90 triệu đồng, nhóm đã vận động nhiều nơi."
            ),
            [Row(50, "suất", None, None), Row(30, "suất", None, MILLION), Row(20, "suất", None, 2 * MILLION)],
        ),
        (
            (
                "Nhóm gửi các em 50 suất học bổng, gồm 30 suất học bổng, mỗi suất 1 triệu đồng, 20 suất học bổng, mỗi "
                "suất 2 triệu đồng. Để có tổng kinh phí 70 triệu đồng, nhóm đã vận động nhiều nơi."
            ),
            [Row(50, "suất", 70 * MILLION, None), Row(30, "suất", None, MILLION), Row(20, "suất", None, 2 * MILLION)],
        ),
        (
            "Quỹ cấp học bổng cho 30 em. Mỗi suất 1 triệu đồng. Tổng kinh phí quỹ chi trong năm là 725 triệu đồng.",
            [Row(30, "em", None, MILLION, recipients=30)],
        ),
        # what leads in does not part the price from the sentence before
        (
            "Quỹ trao 145 suất học bổng. Trong đợt trao học bổng lần này, mỗi em được nhận một suất là 1.140.000 đồng.",
            [Row(145, "suất", None, 1_140_000)],
        ),
        # a bracket tells where they are
        (
            "Xã có 10 em được nhận học bổng (Thôn Đông 2 suất, thôn Tây 3 suất) với tổng số tiền là 70 triệu đồng.",
            [Row(10, "em", 70 * MILLION, recipients=10), Row(2, "suất"), Row(3, "suất")],
        ),
        # one of several rounds
        (
            "Quận trao 142 suất học bổng cho con đoàn viên. Tổng kinh phí 2 đợt chăm lo là 189 triệu đồng.",
            [Row(142, "suất")],
        ),
        # one price for two levels
        (
            (
                "Có 40 cháu đủ tiêu chuẩn trao học bổng, gồm 7 cháu bậc mầm non, 18 cháu bậc tiểu học, 15 cháu bậc "
                "THCS. Mỗi suất học bổng bậc mầm non 80.000 đồng, bậc tiểu học và THCS 150.000 đồng."
            ),
            [
                Row(40, "cháu", recipients=40),
                Row(7, "cháu", None, 80_000, recipients=7),
                Row(18, "cháu", None, 150_000, recipients=18),
                Row(15, "cháu", None, 150_000, recipients=15),
            ],
        ),
        # told again to part it
        (
            "Hội đã trao 445 suất học bổng trị giá 560 triệu đồng.\nTrong số 445 suất này có 102 suất cho sinh viên.",
            [Row(445, "suất", 560 * MILLION), Row(102, "suất")],
        ),
        ("Mặt trận trao 240 triệu đồng (tương đương 240 suất học bổng) cho hội.", [Row(240, "suất", 240 * MILLION)]),
        # the plan is none
        (
            "Cấp 142 suất học bổng/130 suất, trị giá 113,6 triệu đồng.",
            [Row(142, "suất", 113.6 * MILLION)],
        ),
    ],
)
def test_prices_that_are_for_others(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a price names is something else
        (
            (
                "Phường trao 120 phần quà và 280 suất học bổng.\nMỗi hộ dân được một phần quà trị giá 300 ngàn đồng. "
                "Mỗi suất học bổng trị giá 500 ngàn đồng."
            ),
            [Row(280, "suất", None, 500_000)],
        ),
        ("Trao 30 suất học bổng cho các em. Mỗi suất quà trị giá 300.000 đồng.", [Row(30, "suất")]),
        # what many get is for all of them where it is too much for one
        ("21 học sinh nhận học bổng 31 triệu đồng", [Row(21, "học sinh", 31 * MILLION, recipients=21)]),
        ("89 sinh viên nhận học bổng 15 triệu đồng", [Row(89, "sinh viên", None, 15 * MILLION, recipients=89)]),
        # or where it leaves a share too round for chance
        ("36 cháu nhận học bổng trị giá 18 triệu đồng", [Row(36, "cháu", 18 * MILLION, recipients=36)]),
        ("30 em nhận học bổng trị giá 15 triệu đồng", [Row(30, "em", None, 15 * MILLION, recipients=30)]),
        # what a price and the number before it come to is the total
        (
            "Hội phát 70 suất học bổng. Một suất là 4,5 triệu đồng, lấy từ quỹ của tỉnh, tính ra 315 triệu đồng.",
            [Row(70, "suất", 315 * MILLION, 4.5 * MILLION)],
        ),
        # a total behind a sum is that of the sum
        (
            (
                "Các huyện phát thêm 56 suất học bổng, nâng số suất học bổng của cả đợt lên 126 suất. Tổng số tiền của "
                "hội tỉnh, hội các huyện và nhà tài trợ trong đợt này là 549 triệu đồng."
            ),
            [Row(56, "suất"), Row(126, "suất", 549 * MILLION)],
        ),
        # the price of a list behind a colon is that of its part
        (
            (
                "Hội trao học bổng. Đợt này có 129 suất: bậc tiểu học, THCS 121 suất, mỗi suất 1 triệu đồng; sinh viên "
                "ĐH 8 suất, mỗi suất 3 triệu đồng. Các suất học bổng cộng lại 145 triệu đồng."
            ),
            [
                Row(129, "suất", 145 * MILLION),
                Row(121, "suất", None, MILLION),
                Row(8, "suất", None, 3 * MILLION),
            ],
        ),
        # those who get parts of what was given come to all of it, and a total behind them is that of all
        (
            (
                "Đợt này xã trao 129 suất học bổng. Học sinh tiểu học, THCS được nhận 121 suất, 1 triệu đồng/suất; "
                "sinh viên nhận 8 suất, mỗi suất 3 triệu đồng. Cộng lại, các suất học bổng trị giá 145 triệu đồng."
            ),
            [
                Row(129, "suất", 145 * MILLION),
                Row(121, "suất", None, MILLION),
                Row(8, "suất", None, 3 * MILLION),
            ],
        ),
        (
            "Đợt này xã trao 40 suất học bổng. Hội Khuyến học trao 30 suất; Đoàn trao 10 suất.",
            [Row(40, "suất"), Row(30, "suất"), Row(10, "suất")],
        ),
        # a total told right with the one thing without a price is that thing's
        (
            "Tặng 30 phần quà, mỗi phần 100.000 đồng, 15 suất học bổng với tổng số tiền 15 triệu đồng.",
            [Row(15, "suất", 15 * MILLION)],
        ),
        # nobody gets 200 bags, so the total is theirs too
        (
            "Hội trao 200 suất học bổng, mỗi suất 1 triệu đồng, cùng 200 ba lô, tổng trị giá hơn 250 triệu đồng.",
            [Row(200, "suất", None, MILLION)],
        ),
        # a total before several things with their prices is not that of the first
        (
            "Với số tiền 50 triệu đồng, xã trao 40 suất học bổng, mỗi suất 1 triệu, 20 phần quà, mỗi phần 500.000đ.",
            [Row(40, "suất", None, MILLION)],
        ),
        (
            "Với số tiền 40 triệu đồng, xã trao 40 suất học bổng, mỗi suất 1 triệu đồng.",
            [Row(40, "suất", 4e7, MILLION)],
        ),
        # who gets the awards and what is given with them is no award more
        (
            "Hội trao 10 suất học bổng với tổng số tiền 5 triệu đồng và 2 xe đạp cho 12 em là con hội viên nghèo.",
            [Row(10, "suất", 5 * MILLION)],
        ),
        # one of a list of prices is none of what the next sentence tells
        (
            (
                "Quỹ trao học bổng cho 650 em. Cấp 1 mỗi em nhận học bổng 1 triệu đồng, suất học bổng 1,2 triệu đồng "
                "dành cho học sinh cấp 2. Công ty trao 36 suất học bổng, tổng số tiền 250 triệu đồng."
            ),
            [Row(650, "em", recipients=650), Row(36, "suất", 250 * MILLION)],
        ),
        # what each gets is counted, and so are those who get it
        (
            "Xã có 14 em mồ côi, mỗi em nhận 1 suất học bổng 2 triệu đồng.",
            [Row(14, "em", None, 2 * MILLION, recipients=14)],
        ),
        # who is listed with them may get something else
        ("Hội giới thiệu 2 em nhận học bổng của tỉnh, 13 em được xe đạp.", [Row(2, "em", recipients=2)]),
        # and for each where it is too little for all
        ("Xã cấp 20 suất học bổng 500.000đ cho học sinh nghèo.", [Row(20, "suất", None, 500_000)]),
        # by how much a price grew
        (
            "Trao 28 suất học bổng (32 triệu đồng/suất), tăng 3 triệu đồng so với năm 2024 cho sinh viên.",
            [Row(28, "suất", None, 32 * MILLION)],
        ),
        # the price behind the parts is that of the whole
        (
            "Trao 130 suất học bổng tặng 130 em, gồm 105 trẻ em và 25 trẻ em là con chiến sĩ, mỗi suất 3 triệu đồng.",
            [
                Row(130, "suất", None, 3 * MILLION, recipients=130),
                Row(105, "trẻ em", recipients=105),
                Row(25, "trẻ em", recipients=25),
            ],
        ),
        (
            (
                "Đối với 41 suất học bổng năm nay, có 7 suất học bổng trị giá 3.000.000 đồng/suất cho thủ khoa; 34 "
                "suất học bổng trị giá 2.700.000 đồng/suất cho học sinh."
            ),
            [Row(41, "suất"), Row(7, "suất", None, 3 * MILLION), Row(34, "suất", None, 2.7 * MILLION)],
        ),
        # the price ahead is that of all who are listed behind it
        (
            "Phường trao học bổng 2 triệu đồng/suất cho 30 học sinh tiểu học, 12 học sinh THCS và 8 học sinh THPT.",
            [
                Row(30, "học sinh", None, 2 * MILLION, recipients=30),
                Row(12, "học sinh", None, 2 * MILLION, recipients=12),
                Row(8, "học sinh", None, 2 * MILLION, recipients=8),
            ],
        ),
        (
            "Quận trao học bổng 3 triệu đồng mỗi suất cho 25 học sinh mồ côi và 40 sinh viên nghèo.",
            [
                Row(25, "học sinh", None, 3 * MILLION, recipients=25),
                Row(40, "sinh viên", None, 3 * MILLION, recipients=40),
            ],
        ),
        # a title that tells no amount of its own is told again by the text, and what the text says is of that
        (
            (
                "Trao học bổng cho 616 sinh viên\n616 sinh viên được nhận học bổng lần này.\n"
                "Mỗi suất học bổng cho sinh viên giỏi là 2 triệu đồng; học bổng cho sinh viên khá 1,5 triệu đồng."
            ),
            [Row(616, "sinh viên", recipients=616)],
        ),
        (
            "Trao 67 suất học bổng\nHội Khuyến học tặng học bổng cho 67 em, tổng số tiền 47 triệu đồng.",
            [Row(67, "em", 47 * MILLION, recipients=67)],
        ),
        (
            "Trao 67 suất học bổng, tổng trị giá 47 triệu đồng\nHội Khuyến học tặng học bổng cho 67 em.",
            [Row(67, "suất", 47 * MILLION), Row(67, "em", recipients=67)],
        ),
        (
            "Trao 67 suất học bổng.\nHội Khuyến học tặng 67 suất học bổng cho học sinh.",
            [Row(67, "suất"), Row(67, "suất")],
        ),
        # more is done that the total is of, too
        (
            "Xã trao 160 suất học bổng; đồng thời tài trợ cho quỹ của trường với tổng giá trị hỗ trợ 390 triệu đồng.",
            [Row(160, "suất")],
        ),
        ("Xã trao 160 suất học bổng; tổng giá trị là 390 triệu đồng.", [Row(160, "suất", 390 * MILLION)]),
        # what is told in a bracket has no part in an amount before that
        (
            "Tổng kinh phí hơn 1,6 tỷ đồng do quỹ A và ông B (10 suất học bổng, 150 triệu đồng) tài trợ.",
            [Row(10, "suất", 150 * MILLION)],
        ),
        # some of those that have a price are no content of each
        (
            "Trao 111 suất học bổng, mỗi suất 15 triệu đồng, trong đó 2 suất học bổng đặc biệt trị giá 50 triệu đồng.",
            [Row(111, "suất", None, 15 * MILLION), Row(2, "suất", None, 50 * MILLION)],
        ),
        (
            "Trao 20 suất học bổng. Mỗi suất trị giá 500.000 đồng, gồm 300.000 đồng và 10 quyển vở.",
            [Row(20, "suất", None, MILLION // 2)],
        ),
        # but not where another one follows
        (
            "Trao học bổng 2 triệu đồng/suất cho 30 học sinh tiểu học, 12 học sinh THCS, mỗi suất 3 triệu đồng.",
            [
                Row(30, "học sinh", None, 2 * MILLION, recipients=30),
                Row(12, "học sinh", None, 3 * MILLION, recipients=12),
            ],
        ),
    ],
)
def test_what_amounts_can_be_for(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
