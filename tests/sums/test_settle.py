"""Why a row is in no sum of the results of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extract

if TYPE_CHECKING:
    from extract.model import Facts


def facts_of(*lines: str, title: str | None = None) -> Facts:
    head = "" if title is None else f"<h1>{title}</h1>"
    page = f"<html><body><article>{head}{''.join(f'<p>{line}</p>' for line in lines)}</article></body></html>"
    return extract.read_page(page).facts


COMPARED = [
    (
        "Trao 350 suất học bổng (cùng kỳ năm trước 300 suất học bổng, trị giá 150 triệu đồng), tăng 50 suất.",
        [None, "earlier", "earlier", "change"],
    ),
    ("Thu ngân sách đạt 67 tỷ đồng, tăng 9 tỷ đồng so với năm 2021.", [None, "change"]),
    ("Chi ngân sách 50 tỷ đồng (năm 2021: 45 tỷ đồng).", [None, "earlier"]),
    ("Thu quỹ 250 triệu đồng, cùng kỳ năm ngoái chỉ thu được 210 triệu đồng.", [None, "earlier"]),
    ("Thu quỹ 250 triệu đồng so với 210 triệu đồng năm trước.", [None, "earlier"]),
    ("Thu quỹ 250 triệu đồng, so với cùng kỳ là 210 triệu đồng.", [None, "earlier"]),
    ("Số thu tăng từ 2,5 tỷ đồng lên 3 tỷ đồng.", ["earlier", None]),
    ("Hộ nghèo giảm từ 45 hộ năm 2021 xuống còn 20 hộ.", ["earlier", None]),
    ("Phát hiện 306 vụ, tăng 93 vụ (306/213 vụ).", [None, "change", None, "earlier"]),
    # results, whatever stands before
    ("Vận động từ doanh nghiệp 300 triệu đồng, nâng quỹ lên 3 tỷ đồng.", [None, None]),
    ("So với cùng kỳ năm trước, Hội trao thêm 50 suất học bổng, trị giá 25 triệu đồng.", [None, None]),
    ("Vận động thêm 50 triệu đồng.", [None]),
    ("Năm 2021 thu 45 tỷ đồng; năm 2022 thu 50 tỷ đồng.", [None, None]),
    ("Đã giảm 12 hộ nghèo.", [None]),
    ("Có 60 hộ nghèo, giảm còn 45 hộ.", [None, None]),
    ("Số hộ nghèo giảm từ 40 hộ năm 2006 xuống còn 28 hộ vào cuối năm 2009.", ["earlier", None]),
    ("Tỷ lệ hộ nghèo giảm từ 7,8% xuống còn 5,8%.", ["earlier", None]),
    ("Tỷ lệ hộ dùng nước sạch tăng từ 81% năm 2006 lên 90% năm 2015.", ["earlier", None]),
    ("Hội có 27 hội viên, đến nay đã tăng lên hơn 300 hội viên.", [None, None]),
    ("Trao quà cho học sinh của 7 ấp, trên tổng số 12 ấp.", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_only_compared_with_is_no_result(text: str, expected: list[str | None]) -> None:
    assert [figure.left_out for figure in extract.read_text(text).facts.figures] == expected


def test_awards_are_parts_of_the_total_that_a_page_adds_up() -> None:
    text = "Hội trao học bổng, năm 2019: 210 suất; năm 2020: 190 suất; tổng cộng 400 suất."
    rows = extract.read_text(text).facts.scholarships
    assert [(row.count, row.left_out) for row in rows] == [(210, "part"), (190, "part"), (400, None)]
    assert {row.part_of for row in rows[:2]} == {rows[2].scholarship_id}


def test_scholarships_of_the_year_before_are_not_given() -> None:
    rows = extract.read_text("Hội trao 350 suất học bổng; cùng kỳ năm trước trao 300 suất học bổng.").facts.scholarships
    assert [(row.count, row.left_out) for row in rows] == [(350, None), (300, "earlier")]


@pytest.mark.parametrize(
    ("title", "lines", "counted"),
    [
        # title and lead sum up what the text tells
        ("Trao 23 suất học bổng", ["Hội đã trao 23 suất học bổng, mỗi suất 500.000 đồng."], [23]),
        (
            None,
            ["Sáng 3/9, phường trao 45 suất học bổng.", "45 suất học bổng có tổng trị giá 22,5 triệu đồng."],
            [45],
        ),
        # all rows of the text together
        (
            "Trao 60 suất học bổng cho học sinh nghèo",
            ["Hội trao 40 suất học bổng cho tiểu học.", "Chùa Phước Long trao 20 suất học bổng cho sinh viên."],
            [40, 20],
        ),
        (
            "Hơn 1.200 suất học bổng",
            ["Năm qua, các chi hội trao 1.245 suất học bổng.", "Mỗi suất trị giá 500.000 đồng."],
            [1245],
        ),
        (
            None,
            ["Trao 2 suất học bổng cho sinh viên, 160 suất học bổng cho học sinh.", "Chùa trao 2 suất học bổng."],
            [2, 160, 2],
        ),
        # two of the same size are two
        (
            None,
            ["Hội họp tổng kết.", "Ấp 1 trao 20 suất học bổng.", "Ấp 2 trao 20 suất học bổng."],
            [20, 20],
        ),
    ],
)
def test_scholarships_that_a_page_tells_twice_count_once(
    title: str | None, lines: list[str], counted: list[int]
) -> None:
    rows = facts_of(*lines, title=title).scholarships
    assert [row.count for row in rows if row.left_out is None] == counted
    assert {row.left_out for row in rows} <= {None, "repeated"}


def test_a_title_that_sums_up_all_amounts_counts_in_the_text() -> None:
    facts = facts_of(
        "Hội trao 152 suất học bổng, tổng số tiền 50,6 triệu đồng.",
        "Trong đó, bậc tiểu học 100 suất, mỗi suất 300.000 đồng; trung học cơ sở 52 suất, mỗi suất 396.000 đồng.",
        "Nhà máy tặng 24 triệu đồng; cơ sở xay xát tặng 15 chiếc xe đạp, mỗi chiếc trị giá 800 ngàn đồng.",
        title="Hơn 86 triệu đồng tiếp sức học sinh nghèo",
    )
    assert [(row.amount_vnd, row.left_out) for row in facts.money] == [
        (86_000_000, "repeated"),
        (50_600_000, None),
        (300_000, "each"),
        (396_000, "each"),
        (24_000_000, None),
        (800_000, "each"),
    ]


def test_parts_of_another_thing_count_for_their_own() -> None:
    rows = extract.read_text("Xã có 300 hội viên, trong đó 20 hội viên vay vốn 400 triệu đồng.").facts.figures
    whole, part = rows[:2]
    assert (part.part_of, part.left_out) == (whole.figure_id, None)
    rows = extract.read_text("Đảng bộ có 812 đảng viên, trong đó 659/812 đảng viên được đánh giá.").facts.figures
    assert [row.left_out for row in rows] == [None, None, "whole"]
    rows = extract.read_text("Xã có 300 hội viên, trong đó nữ 120 hội viên.").facts.figures
    assert [row.left_out for row in rows] == [None, "part"]


@pytest.mark.parametrize(
    "text",
    [
        "Hội tập huấn cho 250 hội viên, trong đó có 120 hội viên nữ.",
        "Đảng bộ kết nạp 12 đảng viên, trong đó có 5 đảng viên nữ.",
        "Ban Chấp hành gồm 15 đồng chí, trong đó có 12 đảng viên.",
        "Toàn xã giảm 25 hộ nghèo, trong đó có 10 hộ nghèo là hội viên.",
        "Toàn tỉnh xây mới 120 căn nhà, trong đó 80 căn nhà ở huyện Phú Tân.",
        "Quỹ trao 445 suất học bổng. Trong 445 suất của dịp này, 102 suất dành cho sinh viên.",
    ],
)
def test_parts_that_say_no_more_than_what_is_counted_count_for_their_whole(text: str) -> None:
    rows = extract.read_text(text).facts.figures
    assert [rows[0].left_out, rows[-1].left_out] == [None, "part"]


def test_an_amount_that_repeats_a_part_is_held_as_that_is() -> None:
    facts = facts_of(
        "Hội họp tổng kết.",
        "Huy động 812,5 triệu đồng, trong đó ngân sách huyện 442,1 triệu đồng, nhân dân góp 370,4 triệu đồng.",
        "Nguồn 442.100.000 đồng của huyện đã giải ngân hết.",
    )
    assert [row.left_out for row in facts.money] == [None, "part", "part", "repeated"]


@pytest.mark.parametrize(
    ("exact", "again"),
    [("4.190.119.000 đồng", ["repeated"]), ("4.190.190.000 đồng", [None]), ("4.190,1 tỷ đồng", [None])],
)
def test_an_amount_told_again_more_exactly_is_one(exact: str, again: list[str | None]) -> None:
    text = f"Cả huyện thu quỹ được 4.190,1 triệu đồng.\nBan quản lý quỹ đã nộp đủ {exact}."
    assert [row.left_out for row in extract.read_text(text).facts.money] == [None, *again]


def test_a_balance_of_money_is_what_came_and_went() -> None:
    text = "Tồn quỹ đầu năm 208 triệu đồng, thu 732 triệu đồng, chi 53 triệu đồng, còn tồn 887 triệu đồng."
    assert [row.left_out for row in extract.read_text(text).facts.money] == ["balance", None, None, "balance"]
    people = "Đầu năm có 1.120 hội viên, kết nạp 64 hội viên, giảm 20 hội viên, nay là 1.164 hội viên."
    assert "balance" not in {row.left_out for row in extract.read_text(people).facts.figures}


def test_what_the_lead_tells_is_not_lost_between_the_two() -> None:
    facts = facts_of(
        "Phường trao 96 suất học bổng với tổng kinh phí 119.500.000 đồng.",
        "Các em nhận 96 suất học bổng trị giá 119.500.000 đồng.",
    )
    assert [row.left_out for row in facts.money].count(None) == 1


def test_a_part_of_a_plan_that_is_reached_counts() -> None:
    text = "Năm 2023, Hội phấn đấu trao 100 suất học bổng, trong đó đã trao 40 suất học bổng."
    rows = extract.read_text(text).facts.scholarships
    assert {row.count: row.left_out for row in rows}[100] == "planned"
    assert [row.left_out for row in rows if row.status == "achieved" and row.count == 40] in ([None], [])


def test_levels_of_one_set_share_its_id() -> None:
    text = (
        "Năm 2022 có 45 tổ vững mạnh, 29 tổ khá, 6 tổ trung bình trên tổng số 80 tổ. "
        "Năm 2021 có 40 tổ vững mạnh, 30 tổ khá, 10 tổ trung bình trên tổng số 80 tổ."
    )
    rows = extract.read_text(text).facts.ratings
    assert [row.set_id for row in rows] == [rows[0].rating_id] * 3 + [rows[3].rating_id] * 3


def test_a_set_that_the_lead_begins_is_one_with_the_text() -> None:
    facts = facts_of(
        "Qua bình xét, có 45 tổ vững mạnh, 29 tổ khá.",
        "Trong tổng số 80 tổ có 45 tổ vững mạnh, 29 tổ khá, 6 tổ trung bình, không có tổ yếu kém.",
    )
    assert len({row.set_id for row in facts.ratings}) == 1
    assert [row.count for row in facts.ratings] == [45, 29, 6, 0]


def test_a_total_told_before_its_table_counts_once() -> None:
    page = (
        "<html><body><article><h1>Tình hình thu, chi ngân sách xã</h1>"
        "<p>UBND xã báo cáo: tổng thu ngân sách xã ước đạt 5.237 triệu đồng, bằng 65,5% dự toán giao; "
        "tổng chi 4.128,5 triệu đồng. Cụ thể như sau:</p><p>Đơn vị tính: triệu đồng</p>"
        "<table><tr><td>Nội dung</td><td>Dự toán</td><td>Thực hiện</td></tr>"
        "<tr><td>Tổng thu ngân sách xã</td><td>8.000</td><td>5.237</td></tr>"
        "<tr><td>Thu tại xã</td><td>2.500</td><td>1.837</td></tr>"
        "<tr><td>Bổ sung từ cấp trên</td><td>5.500</td><td>3.400</td></tr>"
        "<tr><td>Tổng chi ngân sách xã</td><td>8.000</td><td>4.128,5</td></tr></table></article></body></html>"
    )
    counted = [row.amount_vnd for row in extract.read_page(page).facts.money if row.left_out is None]
    assert sorted(counted) == [4_128_500_000, 5_237_000_000]
