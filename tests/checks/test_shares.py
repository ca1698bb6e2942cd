"""Percentages against figures that stand apart from them, and changes between two figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_checks import kinds_told

if TYPE_CHECKING:
    from extract.pipeline import Knowledge


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the fraction in brackets behind its percentage, a percentage of another behind it
        (
            "thuế đạt 102% (4,896 tỷ/4,8 tỷ), phí đạt 118% (265 triệu/220 triệu)",
            [("plan_ratio", "agrees"), ("plan_ratio", "disagrees")],
        ),
        # the noun of the part before its whole
        (
            "Toàn xã có 42 hộ nghèo/1.250 hộ, tỷ lệ 3,36%; 61 hộ cận nghèo/1.250 hộ, tỷ lệ 4,98%",
            [("percent_of", "agrees"), ("percent_of", "disagrees")],
        ),
        # "trên" counts as printed
        ("trồng trên 46,8 ha/50 ha, đạt 93,7% kế hoạch", [("plan_ratio", "agrees")]),
        # the whole right behind, or before
        ("hộ nghèo 246 hộ, chiếm 41% trên tổng số 600 hộ", [("percent_of", "agrees")]),
        ("có 410 hộ nghèo trên tổng số 820 hộ, chiếm 50%", [("percent_of", "agrees")]),
        ("có 410 hộ nghèo trên tổng số 820 hộ, chiếm 45%", [("percent_of", "disagrees")]),
        # another base, a change, a plan: nothing
        ("xã có 600 hộ; hộ nghèo 246 hộ, chiếm 12,5%", []),
        ("xã có 600 hộ; hộ nghèo 246 hộ, giảm 41%", []),
        # rated sets: the other levels vouch for the base
        (
            "Xếp loại 40 tổ hòa giải: tốt 30 tổ (75%), khá 8 tổ (20%), trung bình 2 tổ (9%)",
            [("percent_of", "agrees"), ("percent_of", "agrees"), ("percent_of", "disagrees")],
        ),
        # the whole in the paragraph above, a line each of its shares; a lone one may fit by chance
        (
            "Có 640 trang trại.\n- Nuôi heo 352 trang trại (chiếm 55%)\n- Nuôi gà 144 trang trại (22,5%)",
            [("percent_of", "agrees"), ("percent_of", "agrees")],
        ),
        ("Vùng có 640 trang trại.\nChăn nuôi có 352 trang trại (chiếm 55%).", []),
        ("Vùng có 640 trang trại.\nXã có 35 trang trại nuôi heo (chiếm 70%), 15 trang trại nuôi gà (chiếm 30%).", []),
        # plan and result in words
        ("Lúa nương kế hoạch giao 250 ha thực hiện được 200 ha, đạt 80% kế hoạch", [("plan_ratio", "agrees")]),
        ("Lúa nương kế hoạch giao 250 ha thực hiện được 200 ha, đạt 83% kế hoạch", [("plan_ratio", "disagrees")]),
        ("vận động được 1,26 tỉ đồng, vượt 5% kế hoạch (kế hoạch 1,2 tỉ đồng)", [("plan_ratio", "agrees")]),
        ("lập 460 doanh nghiệp, đạt 38,17% chỉ tiêu thành phố giao (460/1.205)", [("plan_ratio", "agrees")]),
        ("thu 859,84 tỷ đồng, đạt 74% dự toán năm (859,84/1.155 tỷ đồng)", [("plan_ratio", "agrees")]),
        # the percentage is that of what follows it
        ("36/39 thôn và 100% cơ quan đạt chuẩn văn hóa", []),
        ("5/7 khu dân cư đạt 100% cử tri đi bầu", []),
        ("góp 88 triệu đồng, vượt 17,3% so với mức đề ra (75 triệu đồng)", [("plan_ratio", "agrees")]),
        # changes, in per cent too
        ("xảy ra 7 vụ (giảm 2 vụ, tỷ lệ giảm 22,2%)", [("change_percent", "agrees")]),
        ("từ 420 hộ nghèo xuống còn 360 hộ, giảm 14,3%", [("change_percent", "agrees")]),
        ("dư nợ trên 212,4 tỷ đồng/6.015 hộ, tăng 8,2 tỷ đồng, tăng trưởng 4,02%", [("change_percent", "agrees")]),
        ("dư nợ trên 212,4 tỷ đồng/6.015 hộ, tăng 8,2 tỷ đồng, tăng trưởng 5,02%", []),
        ("từ 420 hộ nghèo xuống còn 360 hộ, giảm 24,3%", []),
        ("Đầu năm có 420 hộ nghèo, cuối năm còn 360 hộ, giảm 60 hộ", [("difference", "agrees")]),
        ("Đầu năm có 420 hộ nghèo, cuối năm còn 360 hộ, giảm 50 hộ", []),
        ("gieo trồng 5.100 ha, tăng 2% so với năm trước (bằng 100 ha)", [("change_percent", "agrees")]),
        ("đàn trâu có 5.000 con, giảm 2%, tương ứng 102 con", [("change_percent", "agrees")]),
        ("đàn trâu có 5.000 con, giảm 4%, tương ứng 102 con", []),
        # the change told first
        ("Đầu năm có 57 hộ nghèo, trong năm giảm 12 hộ, còn 45 hộ", [("difference", "agrees")]),
        ("Năm 2015 có 618 hộ nghèo, đã giảm 131 hộ, xuống còn 487 hộ", [("difference", "agrees")]),
        (
            "Hội có 1.215 hội viên, năm nay tăng 112 hội viên, nâng lên 1.327 hội viên",
            [("difference", "agrees")],
        ),
        ("Chi hội có 86 hội viên; kết nạp, tăng thêm 9 hội viên, lên 95 hội viên", [("difference", "agrees")]),
        ("Đầu năm có 57 hộ nghèo, trong năm giảm 12 hộ, còn 54 hộ", []),
        # what came out and what was before, in a bracket
        ("phát hiện nhiều vụ, tăng 93 vụ so với cùng kỳ (306/213 vụ)", [("difference", "agrees")]),
        ("số vụ ít hơn 30 vụ (180/210 vụ)", [("difference", "agrees")]),
        # a slip of the pen in one of the three, all of one sentence
        ("Đầu năm có 618 hộ nghèo, giảm 131 hộ, còn 478 hộ", [("difference", "disagrees")]),
        ("Đầu năm có 681 hộ nghèo, giảm 131 hộ, còn 487 hộ", [("difference", "disagrees")]),
        ("Đầu nhiệm kỳ có 820 hộ nghèo, đến nay còn 690 hộ, giảm 310 hộ", [("difference", "disagrees")]),
        # of another year, of another sentence, of another thing
        ("Có 618 hộ nghèo, trong đó 487 hộ được vay, giảm 139 hộ so với năm trước", []),
        ("Đầu năm có 618 hộ nghèo. Hộ cận nghèo giảm 121 hộ, còn 487 hộ", []),
        ("Xã có 618 hộ nghèo; phụ nữ giảm 131 người, còn 478 người", []),
    ],
)
def test_shares(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert kinds_told(text, knowledge) == found


def test_the_whole_of_a_list_holds_to_its_end(knowledge: Knowledge) -> None:
    members = ", ".join(
        f"loại {letter} {40 + at} mô hình (chiếm {(40 + at) / 10:.1f}%)" for at, letter in enumerate("abcdefghik")
    )
    text = f"Cả huyện có 1.000 mô hình: {members}".replace(".", ",").replace("1,000", "1.000")
    assert kinds_told(text, knowledge).count(("percent_of", "agrees")) == 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Giá trị sản xuất đạt 4.150 tỷ đồng; doanh nghiệp 3.901 tỷ đồng, tăng 12% so với cùng kỳ, chiếm 94%.",
            [("percent_of", "agrees")],
        ),
        ("Giá trị sản xuất đạt 4.150 tỷ đồng; doanh nghiệp 3.901 tỷ đồng, tăng 12%, đạt 94%.", []),
        ("Giá trị sản xuất đạt 4.150 tỷ đồng; doanh nghiệp 3.901 tỷ đồng, tăng 12%, chiếm 84% thị phần.", []),
    ],
)
def test_shares_behind_a_change(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert kinds_told(text, knowledge) == found
