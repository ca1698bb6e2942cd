"""What a percentage is reckoned against, and figures that only look as if they missed each other."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def told(text: str) -> list[tuple[str, str]]:
    return [(check.kind, check.outcome) for check in read_text(text).checks if check.outcome != "unchecked"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the base behind, in words or in a bracket
        ("Hội vận động được trên 350 triệu đồng, đạt 58,3% chỉ tiêu giao là 600 triệu đồng.", "plan_ratio"),
        ("Xã Bình An thu 26,25 triệu đồng, vượt 5% so chỉ tiêu 25 triệu đồng.", "plan_ratio"),
        ("Quà Tết trị giá ước 276 triệu đồng, bằng 115% so với Tết năm ngoái (240 triệu đồng).", "percent_of"),
        ("Doanh thu đạt 4,6 tỷ đồng, tăng 15% so với cùng kỳ năm trước (4 tỷ đồng).", "change_percent"),
        ("Đàn bò còn 1.840 con, giảm 8% so với năm 2020 (2.000 con).", "change_percent"),
        ("Trồng 11.500 cây xanh, đạt 115% chỉ tiêu đề ra là 10.000 cây.", "plan_ratio"),
        # before, without a unit of its own
        ("Kết nạp 58 đoàn viên mới (chỉ tiêu 50), đạt 116%.", "plan_ratio"),
        # above
        ("Huyện được giao vận động 600 triệu đồng.\nĐến nay quỹ thu trên 350 triệu đồng, đạt 58,3%.", "plan_ratio"),
    ],
)
def test_bases(text: str, kind: str) -> None:
    assert told(text) == [(kind, "agrees")]


def test_one_result_against_two_bases() -> None:
    text = "Đàn heo có 12.400 con, tăng 24% so cùng kỳ (10.000 con), đạt 103,3% kế hoạch (12.000 con)."
    assert told(text) == [("change_percent", "agrees"), ("plan_ratio", "agrees")]


@pytest.mark.parametrize(
    "text",
    [
        # a word for a plan that is of a percentage, or no such word
        "giải quyết việc làm cho 3.100 lao động, đạt 62% kế hoạch, giảm 45 hộ nghèo, toàn xã còn 260 hộ, chiếm 0,31%",
        "Trong quý xảy ra 24 vụ ùn tắc giao thông kéo dài, tăng 8 vụ (50%) so với cùng kỳ.",
        "Vốn đã giao 260,5 tỷ đồng, số chưa giao 120,8 tỷ đồng, bằng 68% kế hoạch cả giai đoạn.",
        "So với kế hoạch 155 tỷ đồng doanh thu và 23 tỷ đồng lợi nhuận thì quý này mới đạt 5,4%.",
        # percentages of percentages
        "Sản lượng điện vượt 1,8% so với kế hoạch, tăng 11,4% so với năm trước; doanh thu vượt 1,9%.",
        # of all who may vote, of another plan, of another thing; fractions that round
        "Nghị quyết được 41/45 đại biểu tán thành (chiếm 82% tổng số đại biểu).",
        "Với 41 trong tổng số 45 đại biểu có mặt tán thành (tỷ lệ 82%), nghị quyết được thông qua.",
        "Cắt giảm 310/620 thủ tục (đạt 97% so với chỉ tiêu giao).",
        "Xây được 3/76 cây cầu, đất dành cho đường sá mới được 16%.",
        "Có đến 1/3 số hộ (tỷ lệ 31%) chưa có nhà vệ sinh.",
        # of several parts
        "Huyện có 9 xe điện, 101 xe chạy khí trong tổng số 2.595 xe, đạt 4,24%.",
        "Có 421 hộ đăng ký, đạt 100,2% chỉ tiêu giao (cấp tỉnh 4 hộ, cấp huyện 17 hộ, số còn lại ở cấp xã).",
        # two changes
        "Vàng giảm 150.000 đồng mỗi lượng mua vào, tăng 50.000 đồng; bán buôn giảm 150.000 đồng, tăng 50.000 đồng.",
        # lists that go on, that leave a small part out, or hold names
        "xử lý 7.624 vụ, bao gồm 56 vụ cướp, 398 vụ trộm, 7.000 vụ lừa đảo…; trong đó khoảng 170 vụ qua mạng",
        "có 504 chuyến bị chậm, trong đó hãng A 249 chuyến, hãng B 175 chuyến, hãng C 76 chuyến",
        "tuyển 600 học sinh cho hai nơi: Cơ sở 1 tuyển 245 học sinh, thêm 145 học sinh. Cơ sở 2 tuyển 210 học sinh.",
    ],
)
def test_what_does_not_disagree(text: str) -> None:
    assert "disagrees" not in [outcome for _, outcome in told(text)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # "trên" and "gần" count as printed
        ("Xã huy động trên 86 tỷ đồng, trong đó ngân sách 48,6 tỷ, tín dụng 22,3 tỷ, nhân dân 15,1 tỷ đồng.", "agrees"),
        ("Rừng có 1.107 ha, trong đó sản xuất 547 ha, phòng hộ 378 ha, đặc dụng hơn 180 ha.", "agrees"),
        # a digit too many; amounts that are too much for their whole
        ("Giá trị đạt 2.300 tỷ đồng, trong đó nông nghiệp 6005 tỷ, xây dựng 922 tỷ, dịch vụ 773 tỷ đồng.", "disagrees"),
        ("Nhà trị giá 70 triệu đồng, trong đó huyện 45 triệu đồng, xã 15 triệu đồng, dân 20 triệu đồng.", "disagrees"),
        # the word for a total far before it
        (
            "Xã (271 triệu đồng), dân (44 triệu đồng), tổng mức đầu tư rãnh thoát nước quanh sân là (315 triệu đồng).",
            "agrees",
        ),
        # the first of them is taken apart by the others
        ("Trả nợ 48.310 tỷ đồng, gồm tự vay 28.412 tỷ đồng, trả gốc 20.011 tỷ đồng, trả lãi 8.401 tỷ đồng.", "agrees"),
    ],
)  # fmt: skip
def test_sums(text: str, outcome: str | None) -> None:
    assert [found for kind, found in told(text) if kind == "parts_sum"] == ([] if outcome is None else [outcome])


def test_a_figure_of_another_year_is_not_told_again() -> None:
    text = "Kế hoạch vận động 1.615 suất quà năm 2017.\nNăm 2016 xã vận động được 1.612 suất quà."
    assert "retold" not in [kind for kind, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # written with signs
        ("Dự kiến thu: 420 x 30.000đ = 12.600.000đ", ["agrees"]),
        ("Dự kiến thu: 420 em * 30.000đ = 16.200.000đ", ["disagrees"]),
        # the total an estimate
        ("Xã trao 556 phần quà, mỗi phần 500.000 đồng. Tổng kinh phí khoảng 278 triệu đồng.", ["agrees"]),
        # numbers with prices behind the amount for all
        (
            "Xây 5 nhà hết 350 triệu đồng, trong đó 3 hộ mỗi hộ 50 triệu đồng và 2 hộ mỗi hộ 100 triệu đồng.",
            ["agrees"],
        ),
        # more than the amount for all in a sentence of its own; less may leave something out
        (
            "Hội trao 180 suất: 20 suất 1.100.000 đồng/suất, 160 suất 650.000 đồng/suất. Tổng cộng 110 triệu đồng.",
            ["disagrees"],
        ),
        (
            "Hội trao 180 suất: 20 suất 1.100.000 đồng/suất, 160 suất 650.000 đồng/suất. Tổng cộng 190 triệu đồng.",
            [],
        ),
    ],
)  # fmt: skip
def test_products(text: str, found: list[str]) -> None:
    assert [outcome for kind, outcome in told(text) if kind == "count_times_each"] == found


@pytest.mark.parametrize(
    "text",
    [
        # the number of a level that is taken apart
        "Huyện có 37 trường đạt chuẩn quốc gia (13 trường mầm non, 12 trường tiểu học, 12 trường THCS).",
        # a sentence that tells in full; names that end in numbers
        "Có 1.421 hộ đạt gia đình văn hóa. Chia theo khu: Hòa Tâm 415 hộ; Hòa Lực 1: 468 hộ; Hòa Lực 2: 538 hộ.",
    ],
)
def test_taken_apart(text: str) -> None:
    assert [outcome for kind, outcome in told(text) if kind == "parts_sum"] == ["agrees"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what is left: of a fund, of an income, in a line of its own
        (
            "Số dư đầu năm 12.350.000 đồng; thu 84.200.000 đồng; chi 79.100.000 đồng; dư quỹ là 17.450.000 đồng.",
            [("balance", "agrees")],
        ),
        ("Tổng thu: 214.500.000 đồng\nTổng chi: 188.200.000 đồng\nTồn quỹ: 26.300.000 đồng", [("balance", "agrees")]),
        ("Trừ chi phí 120 triệu đồng, doanh thu 320 triệu đồng, anh Nam lãi 200 triệu đồng.", [("balance", "agrees")]),
        # a sum says the same; what came is what is left
        (
            "Chi trả nợ 198.907 triệu đồng, trong đó trả gốc 101.657 triệu đồng, trả lãi 97.250 triệu đồng.",
            [("parts_sum", "agrees")],
        ),
        ("Đã tạm ứng 93 triệu đồng trong số 245 triệu đồng; 93 triệu đồng nay gửi lại, tồn quỹ 245 triệu đồng.", []),
        # the change before both
        ("Hội kết nạp thêm 91 hội viên, nâng tổng số từ 439 lên 530 hội viên.", [("difference", "agrees")]),
        # the share before its part
        (
            "Tổng vốn 48 tỷ đồng, trong đó huyện góp chiếm 62,5% (30 tỷ đồng); dân góp chiếm 37,5% (18 tỷ đồng).",
            [("parts_sum", "agrees"), ("percent_of", "agrees"), ("percent_of", "agrees")],
        ),
    ],
)  # fmt: skip
def test_what_is_left_and_shares_told_first(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(told(text)) == found


def test_a_set_with_a_level_told_apart_is_not_complete() -> None:
    text = (
        "Năm 2019 đánh giá 9.802 cán bộ. Trong số này, 9.615 trường hợp xếp loại hoàn thành tốt nhiệm vụ trở lên, gồm "
        "3.173 người hoàn thành xuất sắc nhiệm vụ, 6.442 người hoàn thành tốt nhiệm vụ; hơn 80 người hoàn thành nhiệm "
        "vụ, 105 người không hoàn thành nhiệm vụ."
    )
    assert "disagrees" not in [outcome for _, outcome in told(text)]
