"""Relations that no word announces: sums, balances, harvests, changes in points. Only those that hold are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_checks import kinds_told

if TYPE_CHECKING:
    from extract.pipeline import Knowledge

SUM = ("parts_sum", "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tiếp 1.204 lượt dân, tiếp thường xuyên 830 lượt; tiếp định kỳ 374 lượt", [SUM]),
        ("tiếp 1.204 lượt dân, tiếp thường xuyên 830 lượt; tiếp định kỳ 375 lượt", []),
        ("nhận 2.345 hồ sơ, giải quyết 2.301 hồ sơ, còn 44 hồ sơ", [SUM]),
        # two lists side by side, by unit and by noun
        ("2 ấp có 710 hộ, 2.840 khẩu; ấp 1 có 360 hộ, 1.420 khẩu; ấp 2 có 350 hộ, 1.420 khẩu", [SUM, SUM]),
        (
            "có 540 hộ nghèo, 820 hộ cận nghèo; vùng núi 300 hộ nghèo, 500 hộ cận nghèo; vùng biển 240 hộ nghèo",
            [SUM],
        ),
        # all amounts behind one that is called a total
        ("nhà có tổng kinh phí 80 triệu đồng, quỹ giúp 60 triệu đồng, gia đình đối ứng 20 triệu đồng", [SUM]),
        ("tổng cộng 6 triệu đồng; phần của huyện là 4,5 triệu đồng, phần của hộ là 1,5 triệu đồng", [SUM]),
        ("nhà có tổng kinh phí 80 triệu đồng, quỹ giúp 60 triệu đồng, gia đình đối ứng 25 triệu đồng", []),
        ("nhà hết 80 triệu đồng, vay 60 triệu đồng, mua sắm 20 triệu đồng", []),
        ("tổng số 80 triệu đồng, quỹ giúp 60 triệu đồng, hội giúp 20 triệu đồng, vay 30 triệu đồng", []),
        # small numbers, a rough whole, by how much it is more, a row of a table
        ("có 12 hộ, 7 hộ nghèo, 5 hộ cận nghèo", []),
        ("thu 3 tỷ đồng, chi 1,2 tỷ đồng, 1,8 tỷ đồng", []),
        ("có 250 hộ, 150 hộ nghèo, tăng 100 hộ", []),
        ("Thôn Hạ | 250 | 150 | 100", []),
    ],
)
def test_sums(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert [one for one in kinds_told(text, knowledge) if one[0] == "parts_sum"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đã giải quyết 17/29 đơn thuộc thẩm quyền, 12 đơn còn lại đang xác minh.", [SUM]),
        ("Có 31 trong tổng số 35 thôn đạt danh hiệu. Chưa đạt là 4 thôn vùng cao.", [SUM]),
        ("Danh sách có 1.240 người; đi bầu 1.236 người, có 4 người không tham gia.", [SUM]),
        ("Có 6 ý kiến của cử tri. Đã trả lời 2 ý kiến, còn 4 ý kiến sẽ trả lời sau.", [SUM]),
        # no word for what is left, another number, a change
        ("Đã giải quyết 17/29 đơn thuộc thẩm quyền, chuyển 12 đơn.", []),
        ("Đã giải quyết 17/29 đơn thuộc thẩm quyền, 13 đơn còn lại đang xác minh.", []),
        ("Có 42 hộ nghèo, giảm 12 hộ, chỉ còn 30 hộ.", []),
    ],
)
def test_rests(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert [one for one in kinds_told(text, knowledge) if one[0] == "parts_sum"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # neighbours in another paragraph, a pair with others between
        ("Dân số là 30.430 người.\n- Nơi ở: thị trấn 3.678 người, các xã 26.752 người", [SUM]),
        (
            "Nhận 87.582 hồ sơ.\nThành phố nhận 15.868 hồ sơ, xong 15.539 hồ sơ.\nCác xã nhận 71.714 hồ sơ.",
            [SUM],
        ),
        # too few digits, other units, by how much it is more
        ("Dân số là 3.000 người.\n- Nơi ở: thị trấn 1.200 người, các xã 1.800 người, người già 400 người", []),
        ("Dân số là 30.430 người.\n- Nơi ở: thị trấn 3.678 hộ, các xã 26.752 hộ", []),
        ("Dân số là 30.430 người.\nThị trấn tăng 3.678 người, các xã 26.752 người", []),
    ],
)
def test_distant_sums(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert [one for one in kinds_told(text, knowledge) if one[0] == "parts_sum"] == found


BALANCE = ("balance", "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Đầu năm có 1.215 hội viên, kết nạp 84 hội viên, giảm 27 hội viên, nâng tổng số lên 1.272 hội viên",
            [BALANCE],
        ),
        ("Đầu năm có 1.215 hội viên, kết nạp 84 hội viên, giảm 27 hội viên, nâng tổng số lên 1.227 hội viên", []),
        ("Quỹ có 12,5 triệu đồng, thu 40,2 triệu đồng, chi 38,7 triệu đồng, tồn quỹ 14 triệu đồng", [BALANCE]),
        ("phát triển mới 464 hội viên, cho ra 147 hội viên, như vậy tăng 317 hội viên", [BALANCE]),
        ("có 57 hộ nghèo, 12 hộ thoát nghèo, 3 hộ phát sinh, cuối năm còn 48 hộ", []),
    ],
)
def test_balances(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert [one for one in kinds_told(text, knowledge) if one[0] == "balance"] == found


HARVEST = ("area_times_yield", "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thu hoạch 130 ha bắp, năng suất 44 tạ/ha, sản lượng 572 tấn", [HARVEST]),
        ("lúa 1.240 ha (đông xuân 640 ha, hè thu 600 ha), năng suất 6,25 tấn/ha, sản lượng 7.750 tấn", [HARVEST]),
        ("thu hoạch 130 ha bắp, năng suất 44 tạ/ha, sản lượng 527 tấn", []),
        ("thu hoạch 130 ha bắp; đậu năng suất 12 tạ/ha, sản lượng 42 tấn", []),
    ],
)
def test_harvests(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert [one for one in kinds_told(text, knowledge) if one[0] == "area_times_yield"] == found


POINTS = ("difference", "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tỷ lệ hộ nghèo giảm từ 18,9% xuống còn 6,47% (giảm 12,43%)", [POINTS]),
        ("tỷ lệ hộ nghèo còn 3,2%, giảm 1,4% so với đầu năm (4,6%)", [POINTS]),
        ("tỷ lệ hộ nghèo giảm từ 18,9% xuống còn 6,47% (giảm 11,43%)", []),
        ("tỷ lệ hộ nghèo còn 3,2%, hộ cận nghèo 4,6%, giảm 30%", []),
        ("có 35 ca mắc, tăng 12 ca so với cùng kỳ (23 ca)", [POINTS]),
        ("bình quân 15,2 tiêu chí/xã, tăng 2,4 tiêu chí so với mức 12,8 tiêu chí của năm 2018", [POINTS]),
        ("bình quân 15,2 tiêu chí/xã, tăng 4,2 tiêu chí so với mức 12,8 tiêu chí của năm 2018", []),
    ],
)
def test_differences(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert kinds_told(text, knowledge) == found
