"""Lists against their whole, prices against the amount for all, totals behind their parts."""

from __future__ import annotations

import pytest

from extract.checks.page_checks import check_page
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

OVER_PARAGRAPHS = """\
Hội trao 50 suất, kinh phí 80 triệu đồng, trong đó xã góp 60 triệu đồng và dân góp 20 triệu đồng.
Quỹ thưởng 3 em 9 triệu đồng.
Chùa lo 41 suất hết 143 triệu đồng. Tổng kinh phí học bổng và khen thưởng đã trao trong cả đợt này là 232 triệu đồng."""


def told(text: str, kind: str, knowledge: Knowledge) -> list[str]:
    checks = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    return [check.outcome for check in checks if check.kind == kind]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        # money behind "trong đó", over sentences and blocks
        ("kinh phí 460 triệu đồng. Trong đó, Nhà nước 210 triệu đồng, người dân 250 triệu đồng.", ["agrees"]),
        ("kinh phí 460 triệu đồng. Trong đó, Nhà nước 210 triệu đồng, người dân 195 triệu đồng.", []),
        # digits that changed places, in a part; a part that is more than the whole
        ("kinh phí 460 triệu đồng. Trong đó, Nhà nước 210 triệu đồng, người dân 205 triệu đồng.", ["disagrees"]),
        ("kinh phí 463 triệu đồng. Trong đó, Nhà nước 210 triệu đồng, người dân 523 triệu đồng.", ["disagrees"]),
        ("kinh phí 460 triệu đồng. Trong đó, Nhà nước 210 triệu đồng, người dân 730 triệu đồng.", []),
        # the parts make up the amount before the plan in brackets
        (
            "thu 187,2 tỷ đồng, đạt 124,8% dự toán (150 tỷ đồng), trong đó đất 98,5 tỷ đồng, thuế 88,7 tỷ đồng.",
            ["agrees"],
        ),
        # a part that has its unit from those beside it
        ("gieo trồng 630 ha (trong đó: ngô 400 ha; lúa 40 ha; mỳ 50; mía 40 ha; tiêu 100 ha).", ["agrees"]),
        # things that are a few more than their whole; many more overlap
        ("đón 31.624 lượt khách, tăng 5%. Trong đó, khách quốc tế 8.678 lượt, trong nước 23.016 lượt.", ["disagrees"]),
        ("đón 31.624 lượt khách, tăng 5%. Trong đó, khách lưu trú 18.678 lượt, trong nước 23.016 lượt.", []),
        ("Quỹ chi 58,5 tỷ đồng.\nTrong đó, sửa nhà 58 tỷ đồng;\nDựng lại nhà 500 triệu đồng.", ["agrees"]),
        # a number of the same things behind a price for each is no part of that price
        (
            "tặng 103 phần quà, gồm 33 phần cho hộ nghèo, mỗi phần trị giá 1 triệu đồng và 70 phần cho trẻ em khó khăn",
            ["agrees"],
        ),
        # of what is told roughly, the parts that come nearest
        ("chi gần 15 tỷ đồng (trong đó xã 14,447 tỷ đồng, thôn 236 triệu đồng, xóm 163 triệu đồng)", ["agrees"]),
        # a slip of the pen, no list that leaves parts out
        ("chi 327 triệu đồng, gồm sửa đường 180 triệu đồng, làm cầu 57 triệu đồng", ["disagrees"]),
        # ... but one that leaves out a thing of another name, or breaks off
        ("tặng 218 học sinh, gồm 1 tân sinh viên, 9 học sinh giỏi, 15 học sinh khá, 193 học sinh nghèo.", []),
        ("chi 327 triệu đồng, gồm sửa đường 180 triệu đồng, làm cầu 57 triệu đồng và sửa tr", []),
        # the whole in the title, the parts over paragraphs
        (
            (
                "Huyện trao 1.254 suất quà Tết\nHuyện chi hơn 400 triệu đồng. Trong đó, tặng mẹ Việt Nam anh hùng "
                "6 suất quà, gia đình tiêu biểu 48 suất (mỗi suất 800.000 đồng) và 1.200 em (mỗi suất 300.000 đồng)."
            ),
            ["agrees"],
        ),
        ("Xã trao 53 suất quà.\nTrong đó có 28 suất của Quỹ tỉnh.\n25 suất là của huyện.", ["agrees"]),
        ("Xã trao 53 suất quà.\nTrong đó có 28 suất của Quỹ tỉnh.\nCòn 25 suất là của huyện.", ["agrees"]),
        ("Xã trao 53 suất quà.\nTrong đó có 28 suất của Quỹ tỉnh.\nCòn 26 suất là của huyện.", []),
        # two ways to take a whole apart, the second within the paragraph
        (
            (
                "Phường trao 48 suất quà.\nPhân theo tuổi, có 18 suất cho người già; 30 suất cho trẻ em. "
                "Phân theo nơi ở, khu phố 1: 27 suất; khu phố 2: 21 suất."
            ),
            ["agrees", "agrees"],
        ),
        # two wholes of one kind, their parts behind each other
        (
            "Xử 96 vụ dân sự và 140 vụ hình sự; trong đó 52 vụ dân sự đúng, 44 vụ sai; 75 vụ hình sự đúng, 65 vụ sai.",
            ["agrees", "agrees"],
        ),
        # a list inside a list
        (
            "Tiếp nhận 500 đơn, trong đó có 360 đơn đủ điều kiện với 240 đơn khiếu nại, 120 đơn tố cáo.",
            ["agrees"],
        ),
        # one figure of a list inside
        (
            (
                "Thu 986 triệu đồng.\nTrong đó:\n- Phí 72 triệu đồng\n- Thuế 900 triệu đồng\n"
                "Trong đó, xổ số 12 triệu đồng\n- Quỹ 14 triệu đồng"
            ),
            ["agrees"],
        ),
        # several totals in a row
        (
            (
                "Xóm giúp 24 hộ, số tiền 120 triệu đồng; xã giúp 31 hộ, số tiền 155 triệu đồng; "
                "cộng chung 55 hộ, số tiền 275 triệu đồng."
            ),
            ["agrees", "agrees"],
        ),
        # what each gets, and things that are shared out
        (
            "Huyện sửa 45 căn nhà cho hộ nghèo, hộ cận nghèo, người có công (28 căn làm mới, 17 căn sửa chữa).",
            ["agrees"],
        ),
        ("Huyện sửa 46 căn nhà cho hộ nghèo, hộ cận nghèo, người có công (28 căn làm mới, 17 căn sửa chữa).", []),
        ("Mỗi suất quà trị giá 500.000 đồng, gồm 300.000 đồng tiền mặt và quà 200.000 đồng.", ["agrees"]),
        ("Nhóm trao 160 suất quà cho 15 hộ chính sách và 145 hộ khó khăn.", ["agrees"]),
        ("Nhóm trao 160 suất quà cho 15 hộ chính sách và 140 hộ khó khăn.", []),
        # a slip of the pen in one list of a paragraph that has another behind it
        (
            (
                "Vụ hè thu 617,5 ha. Trong đó: lúa 406,5 ha, rau 203 ha, mía 06 ha. Vụ mùa 497 ha. "
                "Trong đó: lúa 265 ha, rau 232 ha."
            ),
            ["disagrees", "agrees"],
        ),
        # brackets, and brackets inside a list
        ("Đàn trâu, bò có 1.195 con (bò 1.050 con, trâu 145 con)", ["agrees"]),
        (
            (
                "góp được 50.900.000 đồng, cụ thể: ấp 1 góp 45.200.000 đồng (gồm tiền 42.400.000 đồng; "
                "hàng 2.800.000 đồng); ấp 2 góp 5.700.000 đồng"
            ),
            ["agrees", "agrees"],
        ),
        # an estimate counts as printed
        ("giá trị ước đạt 412,8 tỷ đồng; trong đó: lúa 231,5 tỷ đồng; màu 108,7 tỷ đồng; cá 72,6 tỷ đồng", ["agrees"]),
        ("giá trị ước đạt 412,8 tỷ đồng; trong đó: lúa 231,5 tỷ đồng; màu 108,7 tỷ đồng; cá 62,6 tỷ đồng", []),
        (
            "Xảy ra 7 vụ, thiệt hại 80 triệu đồng. Cơ cấu: trộm cắp 4 vụ; gây thương tích 2 vụ; đánh bạc 1 vụ.",
            ["agrees"],
        ),
        # things of several names
        ("trao học bổng cho 204 học sinh. Chia ra, tiểu học 62 em; 120 học sinh THCS; 22 sinh viên", ["agrees"]),
        # a longer name of one unit
        ("kết nạp 5 đảng viên mới, trong đó 3 đảng viên ở ấp, 2 đảng viên ở trường", ["agrees"]),
        ("xã có 162 tổ chức cơ sở. Trong đó có 54 chi bộ cơ sở, 108 đảng bộ cơ sở", ["agrees"]),
        ("xã có 12 tổ chức cơ sở. Trong đó có 4 chi bộ cơ sở, 8 đảng bộ cơ sở", []),
        # by how much parts are more: no parts, but those of what the whole is more
        ("vốn 52,7 tỷ đồng. Trong đó: tỉnh 41,2 tỷ đồng, tăng 3 tỷ đồng; xã 11,5 tỷ đồng, tăng 1 tỷ đồng", ["agrees"]),
        (
            "có 162 tổ chức (tăng 7 tổ chức so với năm trước). Trong đó 54 chi bộ (tăng 5), 108 đảng bộ (tăng 2)",
            ["agrees", "agrees"],
        ),
        # the first numbers of fractions
        ("gieo trồng 98ha. Trong đó lúa 42/38ha. Đậu 25/25ha. Ngô 31/35ha.", ["agrees"]),
        # a sentence that tells another in full, or something else
        (
            "Phường trao 60 triệu đồng giúp 2 hộ.\nMột căn nhà.\nTheo đó, ông A 45 triệu đồng; bà B 15 triệu đồng.",
            ["agrees"],
        ),
        ("Phường vừa trao 60 triệu đồng cho 2 hộ. Theo đó, ông A nhận 45 triệu đồng, bà B nhận 11 triệu đồng.", []),
        # a total behind its parts, over paragraphs, whose parts are no more of it
        (OVER_PARAGRAPHS, ["agrees", "agrees"]),
        ("xã góp 120 triệu đồng, dân góp 85 triệu đồng, tổng cộng 205 triệu đồng", ["agrees"]),
        # things given, over paragraphs: classifiers of awards stand for each other, a few of few digits are chance
        (
            (
                "Hộ chính sách nhận 15 phần quà, học sinh nhận 25 suất học bổng.\nChùa chuyển 90 suất quà.\n"
                "Nhóm bạn trẻ tặng thêm 140 phần quà.\nTính chung trong ngày, phường trao được 270 suất quà, học bổng."
            ),
            ["agrees"],
        ),
        (
            (
                "Lần đầu trao học bổng cho 127 sinh viên (41 em nghèo).\nCòn 386 sinh viên nhận lần hai.\n"
                "Tính ra, cả năm học bổng được trao cho 513 sinh viên."
            ),
            ["agrees"],
        ),
        ("Hội tặng 12 suất quà.\nChùa tặng 18 suất.\nTính ra, phường trao 30 suất quà.", []),
        # what something is less by
        ("Quận giảm được 965 hộ nghèo (trong đó có 938 hộ vượt chuẩn và 27 hộ dọn đi nơi khác).", ["agrees"]),
        ("Quận giảm được 965 hộ nghèo (trong đó có 938 hộ vượt chuẩn và 25 hộ dọn đi nơi khác).", ["unchecked"]),
        # what a few got, by another name
        ("Xã có 34 hộ nghèo được làm nhà. Gồm 22 căn nhà xây mới, 12 căn nhà sửa chữa.", ["agrees"]),
        # households told apart by income are all there are
        (
            (
                "Phường còn 141 hộ nghèo, trong đó hộ có thu nhập dưới 6 triệu đồng/người/năm là 48 hộ, thu nhập từ "
                "6-8 triệu đồng/người/năm là 52 hộ, có thu nhập 8-9 triệu đồng/người/năm là 47 hộ."
            ),
            ["disagrees"],
        ),
        ("Phường còn 141 hộ nghèo, trong đó 60 hộ neo đơn, 52 hộ đông con, 47 hộ có người bệnh.", ["unchecked"]),
        # plans beside the figures of a sum
        ("Quỹ được 820/500 triệu đồng (cấp tỉnh 310/200 triệu đồng và cấp huyện 510/300 triệu đồng).", ["agrees"] * 2),
        ("Quỹ được 820/600 triệu đồng (cấp tỉnh 310/200 triệu đồng và cấp huyện 510/300 triệu đồng).", ["agrees"]),
        ("xã góp 120 triệu đồng, dân góp 85 triệu đồng, mua 205 tấn xi măng", []),
        ("chia cho Tân Phú (447,2 tấn), Tân Lập (102,9 tấn) và Tân Hòa (371 tấn), cộng lại 921,1 tấn", ["agrees"]),
        ("chia cho Tân Phú (447,2 tấn), Tân Lập (102,9 tấn) và Tân Hòa (371 tấn), cộng lại 871,1 tấn", []),
        ("Xã nhận 30 tấn gạo và 15 tấn quần áo. Như vậy trong 2 ngày, xã gom được 45 tấn hàng.", ["agrees"]),
        ("Khởi công 28 nhà.\nNhà cho hộ nghèo, phân ra: Tân Phú 14 nhà, Tân Lập 8 nhà, Tân Hòa 6 nhà.", ["agrees"]),
        # ... over paragraphs: three parts at least
        (
            (
                "Hội tặng 30 thùng mì trị giá 4,5 triệu đồng.\nHội khám bệnh hết 12 triệu đồng.\n"
                "Hội tặng 10 xe đạp trị giá 18,7 triệu đồng. Tổng các hoạt động trị giá 35,2 triệu đồng."
            ),
            ["agrees"],
        ),
        (
            (
                "- Hội A góp 6 triệu đồng\n- Hội B góp 1 triệu đồng\n- Hội C góp 2 triệu đồng\n- Hội D góp 3 triệu "
                "đồng\n- Đoàn góp 1,5 triệu đồng\n- Chùa góp 1,05 triệu đồng\nNhư vậy, trong ngày khai giảng các hội, "
                "đoàn, chùa và nhà hảo tâm đã tặng cho các trường và học sinh số quà trị giá 14,55 triệu đồng."
            ),
            ["agrees"],
        ),
        ("Hội khám bệnh hết 12 triệu đồng.\nHội sửa nhà hết 30 triệu đồng.\nTổng trị giá 42 triệu đồng.", []),
    ],
)
def test_parts(text: str, outcomes: list[str], knowledge: Knowledge) -> None:
    assert told(text, "parts_sum", knowledge) == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            (
                "làm 22 nhà với tổng kinh phí 720 triệu đồng, gồm 14 nhà làm mới (40 triệu đồng/nhà) "
                "và 8 nhà sửa chữa (20 triệu đồng/nhà)"
            ),
            ["agrees"],
        ),
        (
            (
                "làm 22 nhà với tổng kinh phí 270 triệu đồng, gồm 14 nhà làm mới (40 triệu đồng/nhà) "
                "và 8 nhà sửa chữa (20 triệu đồng/nhà)"
            ),
            [],
        ),
    ],
)
def test_products(text: str, outcomes: list[str], knowledge: Knowledge) -> None:
    assert [outcome for outcome in told(text, "count_times_each", knowledge) if outcome != "unchecked"] == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("chi 86.500.000 đồng (Tám mươi sáu triệu năm trăm nghìn đồng)", ["agrees"]),
        ("chi 85.600.000 đồng (Tám mươi sáu triệu năm trăm nghìn đồng)", ["disagrees"]),
    ],
)
def test_words(text: str, outcomes: list[str], knowledge: Knowledge) -> None:
    assert told(text, "words_equal_digits", knowledge) == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("mỗi suất 300.000 ngàn đồng", ["unchecked"]),
        ("giá tour 7.990.000 triệu đồng một khách", ["unchecked"]),
        ("mỗi suất 300 ngàn đồng, 300.000 đồng", []),
        ("tổng thu 1.254.637 ngàn đồng", []),
    ],
)
def test_multipliers_written_twice(text: str, outcomes: list[str], knowledge: Knowledge) -> None:
    assert told(text, "doubled_multiplier", knowledge) == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        # a price for what was weighed
        (
            "Tiêu hủy heo nặng 2.240 kg. Hỗ trợ 25.000 đồng/kg, heo nái 30.000 đồng/kg; đã chi 56 triệu đồng.",
            ["agrees"],
        ),
        ("Tiêu hủy heo nặng 2.240 kg. Hỗ trợ 25.000 đồng/kg; đã chi 65 triệu đồng.", []),
        # in a row: told even if they do not agree
        ("huyện mua 7 máy làm đất, mỗi máy 45 triệu đồng, hết 280 triệu đồng", ["disagrees"]),
        ("huyện mua 7 máy làm đất, mỗi máy 45 triệu đồng, hết 28 triệu đồng", []),
        # several numbers and prices
        (
            "góp 20 cây quạt, mỗi cây 300.000đ; 5 máy nổ 1.000.000 đồng/máy; tổng số tiền là 11 triệu đồng",
            ["agrees"],
        ),
        ("góp 20 cây quạt, mỗi cây 300.000đ; 5 máy nổ 1.000.000 đồng/máy; tổng số tiền là 12 triệu đồng", []),
        # ... in the sentence before the total; a price printed roughly makes no total
        (
            "Tặng 42 phần quà (mỗi phần 2 triệu đồng) và 12 xe đạp (mỗi xe 3 triệu đồng). Tổng số tiền 120 triệu đồng.",
            ["agrees"],
        ),
        ("Tặng 42 phần quà (mỗi phần 2 triệu đồng) và 12 xe đạp (mỗi xe 3 triệu đồng). Tổng 140 triệu đồng.", []),
        # the prices of two things are not added up
        ("Hội A tặng 20 suất, mỗi suất 1 triệu đồng; Hội B tặng 60 suất, mỗi suất 1 triệu đồng, 120 triệu đồng", []),
        (
            "Tặng 60 suất quà (300 ngàn đồng/suất). Thêm 90 suất (80 ngàn đồng/suất). Tổng trị giá 25,2 triệu đồng",
            ["agrees"],
        ),
        # money and gifts for each
        ("350 hộ nhận quà, mỗi phần gồm tiền mặt 400.000 đồng và quà 150.000 đồng, tổng 192,5 triệu đồng", ["agrees"]),
        # things for each
        ("Trao 96 suất học bổng cho học sinh ở 32 xã, mỗi xã 3 em", ["agrees"]),
        ("Có 15 xóm, mỗi xóm được 4 thùng rác; cả xã có 60 thùng", ["agrees"]),
        ("Trao 98 suất học bổng cho học sinh ở 32 xã, mỗi xã 3 em", []),
        ("Có 5 tổ, mỗi tổ 3 người, cả đội 15 người", []),
        # kilograms of tons
        ("Chùa góp 5 tấn gạo, chia cho 250 hộ, mỗi hộ 20kg", ["agrees"]),
        ("Chùa góp 5 tấn gạo, chia cho 200 hộ, mỗi hộ 20kg", []),
        # a price is taken as printed, not for anything that it may be cut down to
        ("đến 40 xã, mỗi em 1 triệu đồng, trong đó 20 triệu đồng của Hội", []),
    ],
)
def test_products_without_a_rule(text: str, outcomes: list[str], knowledge: Knowledge) -> None:
    assert told(text, "count_times_each", knowledge) == outcomes


def test_a_product_that_comes_to_a_total_is_not_meant_to_be_another(knowledge: Knowledge) -> None:
    text = (
        "Tỉnh chi 500 triệu đồng giúp xây 10 nhà (trị giá 50 triệu đồng/nhà). Trong đó, xây 3 nhà với tổng số tiền 150 "
        "triệu đồng; xây 7 nhà cho hộ nghèo với tổng số tiền 350 triệu đồng."
    )
    assert "disagrees" not in told(text, "count_times_each", knowledge)


def test_the_same_product_of_another_place_is_another_one(knowledge: Knowledge) -> None:
    text = (
        "Thôn A trao 5 suất quà, mỗi suất 2.000.000 đồng, tổng số tiền 10.000.000 đồng.\n"
        "Thôn B trao 5 suất quà, mỗi suất 2.000.000 đồng, tổng số tiền 12.000.000 đồng."
    )
    assert told(text, "count_times_each", knowledge) == ["agrees", "disagrees"]
