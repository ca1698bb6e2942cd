"""Shares that vouch for each other, in sentences and in columns of tables."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Outcome, left and right of every check of a share."""
    return [(check.outcome, check.left, check.right) for check in read_text(text).checks if check.kind == "percent_of"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # of a whole of another name, a sentence before
        (
            (
                "Quận kết nạp 164 đảng viên mới. Có 38 chi bộ làm tốt việc này. Cơ cấu: nữ có 75 đồng chí (chiếm "
                "45,73%); công chức có 98 đồng chí (chiếm 59,76%); dân tộc thiểu số có 3 đồng chí (chiếm 1,83%)."
            ),
            [
                ("agrees", "75 đồng chí / 164 đảng viên", "45,73%"),
                ("agrees", "98 đồng chí / 164 đảng viên", "59,76%"),
                ("agrees", "3 đồng chí / 164 đảng viên", "1,83%"),
            ],
        ),
        # all parts come to the whole: the one that misses it is misprinted
        (
            "Ấp có 240 hộ; 161 hộ giàu, tỷ lệ 67,1%; 47 hộ khá, tỷ lệ 19,6%; 32 hộ trung bình, tỷ lệ 18,3%.",
            [
                ("agrees", "161 hộ / 240 hộ", "67,1%"),
                ("agrees", "47 hộ / 240 hộ", "19,6%"),
                ("disagrees", "32 hộ / 240 hộ", "18,3%"),
            ],
        ),
        # few digits are of any whole by chance
        ("Quận kết nạp 150 đảng viên. Có 38 chi bộ làm tốt. Nữ 75 đồng chí (chiếm 50%).", []),
        # a fraction's whole, lines above
        (
            (
                "Có 53/58 đại biểu dự họp.\nSố phiếu tín nhiệm cao: 48 phiếu (chiếm 82,76% tổng số đại biểu).\n"
                "Số phiếu tín nhiệm: 5 phiếu (chiếm 8,62% tổng số đại biểu)."
            ),
            [("agrees", "48 phiếu / 58 đại biểu", "82,76%"), ("agrees", "5 phiếu / 58 đại biểu", "8,62%")],
        ),
        # the percentage first, words before its bracket
        (
            "Huyện còn 224 hộ nghèo.\nGồm: 97,7% là đồng bào dân tộc thiểu số (219 hộ); 13,4% thiếu nước (30 hộ).",
            [("agrees", "219 hộ / 224 hộ", "97,7%"), ("agrees", "30 hộ / 224 hộ", "13,4%")],
        ),
        # the only one that misses, by a key or by little
        (
            (
                "Xã có 1.250 hộ: trồng lúa 480 hộ, chiếm 38,4%; trồng màu 215 hộ, chiếm 17,2%; nuôi cá 148 hộ, chiếm "
                "17,8%; buôn bán 96 hộ, chiếm 7,7%."
            ),
            [
                ("agrees", "480 hộ / 1.250 hộ", "38,4%"),
                ("agrees", "215 hộ / 1.250 hộ", "17,2%"),
                ("disagrees", "148 hộ / 1.250 hộ", "17,8%"),
                ("agrees", "96 hộ / 1.250 hộ", "7,7%"),
            ],
        ),
        # far from it: a share of something else
        (
            (
                "Xã có 1.250 hộ: trồng lúa 480 hộ, chiếm 38,4%; trồng màu 215 hộ, chiếm 17,2%; nuôi cá 148 hộ, chiếm "
                "52,3%; buôn bán 96 hộ, chiếm 7,7%."
            ),
            [
                ("agrees", "480 hộ / 1.250 hộ", "38,4%"),
                ("agrees", "215 hộ / 1.250 hộ", "17,2%"),
                ("agrees", "96 hộ / 1.250 hộ", "7,7%"),
            ],
        ),
    ],
)
def test_siblings(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a figure that only tells what the part is stands between
        (
            "Tỉnh có 89 xã. Có 15 xã đạt dưới 10 tiêu chí, chiếm 16,9%; có 38 xã đạt 10-14 tiêu chí, chiếm 42,7%.",
            [("agrees", "15 xã / 89 xã", "16,9%"), ("agrees", "38 xã / 89 xã", "42,7%")],
        ),
        ("Cả nước có 13.258.843 ha rừng. Còn 137.720 ha không thuộc 3 loại rừng trên, chiếm 1,03%.", ["137.720 ha"]),
        # the next figure of its unit above
        ("Nhà trẻ khảo sát 264 cháu\nHuy động được: 80 cháu, đạt tỷ lệ 30,3%", ["80 cháu"]),
        ("Nhà trẻ khảo sát 264 cháu\nHuy động được: 80 cháu, đạt tỷ lệ 30,8%", []),
        # a bracket between fraction and percentage
        ("Điều tra làm rõ 482/619 vụ (có 63 vụ mở rộng), đạt tỷ lệ 77,9%.", ["482/619 vụ"]),
        # by how much the part has grown stands between
        ("Xuất khẩu đạt 54,31 tỷ USD. Nông sản đạt 5,9 tỷ USD, tăng 8,4%, chiếm tỷ trọng 10,9%.", ["5,9 tỷ USD"]),
        # "đến" leads like nothing
        ("Đã giải quyết 17.651 hồ sơ, quá hạn còn 634 hồ sơ, chiếm đến 3,6%.", ["634 hồ sơ"]),
    ],
)
def test_parts(text: str, found: list[tuple[str, str, str] | str]) -> None:
    """A part alone stands for its share that agrees."""
    checks = told(text)
    short = [
        part if isinstance(want, str) and outcome == "agrees" else (outcome, left, right)
        for want, (outcome, left, right) in zip(found, checks, strict=True)
        for part in [left.partition(" / ")[0]]
    ]
    assert short == found


LAND = """Loại đất	Diện tích (ha)	Cơ cấu (%)
Tổng diện tích	2.480,5	100
1. Đất nông nghiệp	1.712,4	69,03
2. Đất phi nông nghiệp	{other}
3. Đất chưa sử dụng	62,8	2,53"""


@pytest.mark.parametrize(
    ("other", "outcomes"),
    [
        ("705,3	28,43", ["agrees", "agrees", "agrees"]),
        ("705,3	24,83", ["agrees", "disagrees", "agrees"]),
        ("705,3	91,83", ["agrees", "agrees"]),
    ],
)
def test_columns_of_shares(other: str, outcomes: list[str]) -> None:
    assert [outcome for outcome, *_ in told(LAND.format(other=other))] == outcomes


def test_a_table_that_repeats_itself_is_no_balance() -> None:
    rows = (
        "Tổng	30.173,5	100	30.173,5	100\n1. Lúa	19.460,2	64,49	20.620,2	68,34\n"
        "2. Ngô	10.713,3	35,51	9.553,3	31,66"
    )
    assert not [check for check in read_text(rows).checks if check.kind == "balance"]
