"""Sums that no word announces: of shares, behind fractions, before their whole; and averages."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def told(text: str, kind: str = "parts_sum") -> list[tuple[str, str, str]]:
    """Outcome, left and right of every check of a kind."""
    return [(check.outcome, check.left, check.right) for check in read_text(text).checks if check.kind == kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # shares of one whole
        (
            (
                "Số xã đạt chuẩn là 44/104 xã, tỷ lệ 42,31%.\nĐạt từ 15 tiêu chí: 29 xã, tỷ lệ 28%.\nĐạt từ 10 tiêu "
                "chí: 28 xã, tỷ lệ 27%.\nCòn lại: 3 xã, tỷ lệ 2,9%."
            ),
            [("agrees", "44 + 29 xã + 28 xã + 3 xã", "104 xã")],
        ),
        # a fraction and all the rest
        ("Có 584/693 ca ở khu cách ly, 109 ca ngoài cộng đồng.", [("agrees", "584 + 109 ca", "693 ca")]),
        (
            "Ông Minh có 39/47 phiếu tín nhiệm cao, 7 phiếu tín nhiệm và 1 phiếu tín nhiệm thấp.",
            [("agrees", "39 + 7 phiếu + 1 phiếu", "47 phiếu")],
        ),
        ("Có 12/19 thôn đạt chuẩn, 7 hộ được vay vốn.", []),
        # neighbours before what they make
        (
            "Tiếp nhận mới 4.131 hồ sơ, kỳ trước chuyển sang 2.171 hồ sơ, lũy kế trong kỳ là 6.302 hồ sơ.",
            [("agrees", "4.131 hồ sơ + 2.171 hồ sơ", "6.302 hồ sơ")],
        ),
        ("Tiếp nhận mới 41 hồ sơ, kỳ trước chuyển sang 21 hồ sơ, trong kỳ là 62 hồ sơ.", []),
        # ... over paragraphs
        (
            "Xuất khẩu đạt 38 tỷ USD, giảm 3,75 tỷ USD.\nNhập khẩu đạt 35,32 tỷ USD.\nTổng kim ngạch đạt 73,32 tỷ USD.",
            [("agrees", "38 tỷ USD + 35,32 tỷ USD", "73,32 tỷ USD")],
        ),
        # estimates are as exact as they are printed
        (
            (
                "Giá trị sản xuất ước đạt 2.967,2 tỷ đồng, trong đó nông nghiệp ước đạt 688,968 tỷ đồng, công "
                "nghiệp ước đạt 1.655 tỷ đồng, dịch vụ ước đạt 623,2 tỷ đồng."
            ),
            [("agrees", "688,968 tỷ đồng + 1.655 tỷ đồng + 623,2 tỷ đồng", "2.967,2 tỷ đồng")],
        ),
        # a part in words is one, too
        (
            (
                "Rà soát ở 202 xã. Cụ thể, có một xã đạt chuẩn; 25 xã đạt từ 15 tiêu chí; 88 xã đạt từ 10 tiêu chí; 85 "
                "xã đạt từ 5 tiêu chí; 3 xã đạt dưới 5 tiêu chí."
            ),
            [],
        ),
        # members of one list
        (
            (
                "Ghi nhận 2.296 ca, gồm xã A 1.697 ca, xã B 286 ca, xã C 130 ca, xã D 31 ca, xã E 27 ca, xã G 26 ca, "
                "xã H 23 ca, xã K 12 ca, xã L 11 ca, xã M và xã N mỗi xã 8 ca, các nơi khác 10 ca."
            ),
            [],
        ),
    ],
)
def test_sums(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [one for one in told(text) if one[0] != "unchecked"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bảy năm qua, 7 xã đạt 87 tiêu chí, bình quân mỗi xã đạt 12,42 tiêu chí.", ["7 xã × 12,42 tiêu chí"]),
        ("Huyện có 92 xã đạt 1.273 tiêu chí, bình quân 13,8 tiêu chí/xã.", ["92 xã × 13,8 tiêu chí"]),
        (
            "Dư nợ đạt 310,12 tỷ đồng với 21.302 hộ vay, bình quân 14,5 triệu đồng/hộ.",
            ["21.302 hộ × 14,5 triệu đồng"],
        ),
        # of another total
        ("Nguồn vốn đạt 121,7 tỷ đồng với 2.741 hộ vay, dư nợ bình quân 48,34 triệu đồng/hộ.", []),
        # few digits, or no word for an average
        ("Huyện có 92 xã đạt 1.273 tiêu chí, bình quân 14 tiêu chí/xã.", []),
    ],
)
def test_averages(text: str, found: list[str]) -> None:
    assert [left for outcome, left, _ in told(text, "count_times_each") if outcome == "agrees"] == found


def test_foreign_trade_balances() -> None:
    text = "Xuất khẩu 38 tỷ USD.\nNhập khẩu 35,32 tỷ USD.\nKim ngạch đạt 73,32 tỷ USD; xuất siêu 2,68 tỷ USD."
    assert told(text, "balance") == [("agrees", "38 tỷ USD − 35,32 tỷ USD", "2,68 tỷ USD")]


ROUNDED = """Tỉnh Có rừng Rừng tự nhiên Rừng trồng Tỷ lệ che phủ (%)
Tân Hòa 20,048 7,583 12,465 5.60
Tân Lộc 33,278 11,951 21,328 23.80
Tân Mỹ 9,095 2,241 6,854 5.20
Tân An 1,013,770 1,009,007 {planted} 8.50
Tân Phú 5,455 4,133 1,322 6.20"""


@pytest.mark.parametrize(("planted", "wrong"), [("4,763", 0), ("4,736", 1)])
def test_numbers_of_tables_that_were_rounded_one_by_one(planted: str, wrong: int) -> None:
    outcomes = [outcome for outcome, *_ in told(ROUNDED.format(planted=planted))]
    assert outcomes.count("disagrees") == wrong
    assert outcomes.count("agrees") == len(outcomes) - wrong == 5 - wrong
