"""Percentages whose part or whole stands farther off, is told together with others, or only roughly."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Outcome, left and right of every check that was decided."""
    return [
        (check.outcome, check.left, check.right)
        for check in read_text(text).checks
        if check.outcome != "unchecked" and check.kind in ("percent_of", "plan_ratio", "change_percent")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a figure that only goes with the part stands between
        (
            "Thôn có 240 hộ, trong đó có 36 hộ nghèo với 131 khẩu, chiếm tỷ lệ 15%.",
            [("agrees", "36 hộ / 240 hộ", "15%")],
        ),
        ("Thôn có 240 hộ với hơn 900 khẩu; có 36 hộ nghèo với 131 khẩu, chiếm tỷ lệ 40%.", []),
        # a sentence that opens with "trong đó" speaks of the one before
        (
            "Đảng bộ có 94 đồng chí đảng viên. Trong đó nữ 31 người, chiếm 33%.",
            [("agrees", "31 người / 94 đồng chí", "33%")],
        ),
        # the percentage first, without a bracket
        ("Xã có 512 hộ. Hộ cận nghèo chiếm 12,5%, tương ứng với 64 hộ.", [("agrees", "64 hộ / 512 hộ", "12,5%")]),
        # a bracket between, all of the whole
        (
            "Nhận 1.240 hồ sơ, đã xong 1.209 hồ sơ (trong đó 9 hồ sơ quá hạn), đạt tỷ lệ 97,5%.",
            [("agrees", "1.209 hồ sơ / 1.240 hồ sơ", "97,5%")],
        ),
        ("Nhận 640 hồ sơ, đã xong 640 hồ sơ, đạt tỷ lệ 100%.", [("agrees", "640 hồ sơ / 640 hồ sơ", "100%")]),
        # a rate with its name, and one without its sign
        (
            "Kiểm tra 312 công trình, xử lý 27 công trình, tỷ lệ vi phạm 8,65%.",
            [("agrees", "27 công trình / 312 công trình", "8,65%")],
        ),
        ("Có 83/85 chi hội hoàn thành tốt, đạt tỷ lệ 97,6; hội viên tăng.", [("agrees", "83/85 chi hội", "97,6")]),
        ("Tội phạm nghiêm trọng chiếm gần 9% với 16/180 vụ.", [("agrees", "16/180 vụ", "gần 9%")]),
        # the percentage names what it is of
        (
            (
                "Vụ Xuân, tổng diện tích gieo trồng ước 20.415 ha, giảm 336 ha.\nTrời mưa nhiều, sâu bệnh ít.\n"
                "Tới ngày 10/5, đã gặt 9.698 ha cây ngắn ngày, đạt 47,5% diện tích gieo trồng."
            ),
            [("agrees", "9.698 ha / ước 20.415 ha", "47,5%")],
        ),
        (
            "Huyện có 7 xã đạt chuẩn, bằng 50% số xã. Năm nay 14 xã của huyện làm thêm đường.",
            [("agrees", "7 xã / 14 xã", "50%")],
        ),
        ("Huyện có 7 xã đạt chuẩn, bằng 50% số xã. Năm nay 15 xã của huyện làm thêm đường.", []),
        # of nothing there is no share
        ("Phấn đấu không còn hộ cận nghèo, không có hộ nghèo mới; hộ có nhà kiên cố đạt 100%.", []),
        # numbers and percentages told together
        (
            "Xã có 250 hộ nghèo, thiếu việc làm và thiếu nước lần lượt là 140 và 85 hộ, chiếm 56% và 34%.",
            [("agrees", "140 / 250 hộ", "56%"), ("agrees", "85 hộ / 250 hộ", "34%")],
        ),
        ("Xã có 250 hộ nghèo, thiếu việc làm và thiếu nước là 140 và 85 hộ, chiếm 56% và 43%.", []),
        # a lone share of a whole above: by its name, or by its many digits
        (
            "Tòa thụ lý 64 vụ dân sự và 32 vụ hình sự.\nĐến nay xét xử 48 vụ dân sự, đạt 75%.",
            [("agrees", "48 vụ / 64 vụ", "75%")],
        ),
        ("Tòa thụ lý 64 vụ dân sự.\nĐến nay xét xử 48 vụ hình sự, đạt 75%.", []),
        ("Toàn xã có 1.213 hộ.\nHộ nghèo có 61 hộ, chiếm 5,029%.", [("agrees", "61 hộ / 1.213 hộ", "5,029%")]),
    ],
)
def test_bases(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Có 342/420 hộ đăng ký, đạt tỷ lệ trên 80%.", ["agrees"]),
        ("Có 342/420 hộ đăng ký, đạt tỷ lệ gần 82%.", ["agrees"]),
        ("Có 309/420 hộ đăng ký, đạt tỷ lệ trên 80%.", ["disagrees"]),
        # far above "trên" it may still be so; "hơn 81,43%" is as sloppy as its last digit
        ("Có 402/420 hộ đăng ký, đạt tỷ lệ trên 80%.", []),
        ("Có 342/420 hộ đăng ký, đạt tỷ lệ hơn 81,43%.", ["agrees"]),
        ("Thu ngân sách 61 tỷ đồng, đạt gần 50% dự toán (123 tỷ đồng).", ["agrees"]),
        ("Huyện có 41 xã, trong đó 24 xã đạt chuẩn, chiếm gần 59%.", ["agrees"]),
        ("Huyện có 41 xã, 38 xã có chợ; 19 xã đạt chuẩn, chiếm gần 59%.", []),
        ("Xã thu 61 tỷ đồng, huyện thu 123 tỷ đồng, chiếm gần 50%.", []),
    ],
)
def test_rough_percentages(text: str, outcomes: list[str]) -> None:
    assert [outcome for outcome, *_ in told(text)] == outcomes


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        # a fraction and by how much it is passed or missed
        ("Lúa xuân 64/60 ha, tăng 6,7%; ngô 45/50 ha, giảm 10%.", ["6,7%", "10%"]),
        ("Trồng 18/15 ha nghệ, thu về 367 tấn, tăng 20% so với kế hoạch.", ["20%"]),
        ("Lúa xuân 64/60 ha, tăng 4,5%.", []),
        ("Lúa xuân 64/60 ha, tăng 6,7% so với cùng kỳ.", []),
        # changes apart from what came out
        (
            "Xảy ra 42 vụ tai nạn, làm chết 15 người. So với cùng kỳ giảm 13 vụ (-23,64%), tăng 2 người chết (15,38%).",
            ["-23,64%", "15,38%"],
        ),
        ("Xảy ra 42 vụ tai nạn, làm chết 15 người. So với cùng kỳ giảm 13 vụ (-26,34%).", []),
    ],
)
def test_changes(text: str, rights: list[str]) -> None:
    assert [(outcome, right) for outcome, _, right in told(text)] == [("agrees", right) for right in rights]


def test_shares_of_those_rated() -> None:
    """One member may be unrated: the levels are shares of their sum, and no figure of the paragraph makes it whole."""
    text = (
        "Chi bộ kết nạp 01 đảng viên, có 53 đảng viên. Xếp loại đảng viên: hoàn thành xuất sắc 13 đảng viên, "
        "chiếm 25%; hoàn thành tốt nhiệm vụ 26 đảng viên, chiếm 50%; hoàn thành nhiệm vụ 13 đảng viên, chiếm 25%."
    )
    assert {check.outcome for check in read_text(text).checks if check.kind == "percent_of"} == {"agrees"}
    assert not [check for check in read_text(text).checks if check.kind == "ratings_sum" and check.outcome == "agrees"]
