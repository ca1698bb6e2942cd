"""Lists told with shares and changes, and figures vouched for by their neighbours."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text

POOR = """Cuối năm huyện có 1.276 hộ nghèo, cận nghèo, chiếm tỷ lệ 4,90%, giảm {fewer} hộ so với năm trước. \
Cụ thể, hộ nghèo 546 hộ, chiếm tỷ lệ {share}, giảm 188 hộ; hộ cận nghèo 730 hộ, chiếm tỷ lệ 2,80%, {change} hộ."""


def told(text: str) -> list[str]:
    """Left and right of every check that agrees."""
    return [f"{check.left} = {check.right}" for check in read_text(text).checks if check.outcome == "agrees"]


@pytest.mark.parametrize(
    ("fewer", "share", "change", "found"),
    [
        ("441", "2,10%", "giảm 253", {"2,10% + 2,80% = 4,90%", "188 hộ + 253 hộ = 441 hộ"}),
        ("176", "2,10%", "tăng 12", {"2,10% + 2,80% = 4,90%", "188 hộ + (−12 hộ) = 176 hộ"}),
        ("441", "42,79%", "giảm 253", {"188 hộ + 253 hộ = 441 hộ"}),  # of another base
    ],
)
def test_shares_and_changes_of_a_list(fewer: str, share: str, change: str, found: set[str]) -> None:
    page = read_text(POOR.format(fewer=fewer, share=share, change=change))
    sums = {f"{check.left} = {check.right}" for check in page.checks if check.kind == "parts_sum"}
    assert sums == {"546 hộ + 730 hộ = 1.276 hộ", *found}
    assert "disagrees" not in [check.outcome for check in page.checks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a small whole of which the first part is a share
        (
            "Năm qua tổ nhận 45 vụ, hòa giải thành 36 vụ, đạt 80%; không thành 6 vụ, đang làm 3 vụ.",
            "36 vụ + 6 vụ + 3 vụ = 45 vụ",
        ),
        # an opener that names what it takes apart
        (
            (
                "Các tổ nhận 1.142 vụ, hòa giải thành 986 vụ; không thành 121 vụ; số còn lại 35 vụ đang hòa giải. "
                "Trong số vụ đã hòa giải thành, đất đai 402 vụ, hôn nhân 287 vụ, nợ hụi 173 vụ, việc khác 124 vụ."
            ),
            "402 vụ + 287 vụ + 173 vụ + 124 vụ = 986 vụ",
        ),
        # the second of two lists over paragraphs
        (
            (
                "Huyện nhận tổng cộng 87.582 hồ sơ; trả đúng hạn 87.253 hồ sơ.\nTrong đó, Một cửa huyện nhận 15.868 hồ "
                "sơ, trả đúng hạn 15.539 hồ sơ (trong đó 9 hồ sơ quá hạn).\nCác xã nhận 71.714 hồ sơ, trả đúng hạn "
                "71.714 hồ sơ."
            ),
            "15.539 hồ sơ + 71.714 hồ sơ = 87.253 hồ sơ",
        ),
        # a round average of what a fraction counts
        (
            "Có 23/26 tổ dân phố đạt danh hiệu. Phường bố trí 130 triệu đồng, bình quân 5 triệu đồng/tổ dân phố.",
            "26 tổ dân phố × 5 triệu đồng = 130 triệu đồng",
        ),
        # an estimate with decimals
        ("Tăng trưởng ước đạt 14,62%, vượt 1,55% so với mức chung toàn tỉnh (13,07%).", "14,62% − 13,07% = 1,55%"),
        # a level that joins two
        (
            (
                "Đánh giá 11.917 đảng viên: đủ tư cách hoàn thành xuất sắc nhiệm vụ 1.120 đảng viên; đủ tư cách hoàn "
                "thành tốt nhiệm vụ 8.445 đảng viên; đủ tư cách hoàn thành nhiệm vụ 2.311 đảng viên. Có 41 trường "
                "hợp vi phạm tư cách, chưa hoàn thành nhiệm vụ."
            ),
            "1120 + 8445 + 2311 + 41 = 11917",
        ),
    ],
)
def test_what_neighbours_vouch_for(text: str, found: str) -> None:
    assert found in told(text)
